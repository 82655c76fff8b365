//! A public letter as PDF, DOCX, plain text, CommonMark and CSV: set when somebody first asks for it
//! as it stands, and kept beside its page until the letter changes.

use std::sync::Arc;

use tokio::sync::{OnceCell, Semaphore};

use super::rendered::{Rendered, Snapshot};
use crate::deliveries::{Form, PrintedLetter};
use crate::error::Fault;
use crate::text::language::Language;
use crate::text::markdown;
use crate::web::prerendered::Prerendered;

/// The forms of one rendering of a letter, as far as somebody asked for them.
#[derive(Default)]
pub(super) struct Papers {
    pdf: OnceCell<Prerendered>,
    docx: OnceCell<Prerendered>,
    txt: OnceCell<Prerendered>,
    md: OnceCell<Prerendered>,
    csv: OnceCell<Prerendered>,
    sheet: OnceCell<Prerendered>,
}

impl Papers {
    fn place(&self, form: Form) -> &OnceCell<Prerendered> {
        match form {
            Form::Pdf => &self.pdf,
            Form::Docx => &self.docx,
            Form::Txt => &self.txt,
            Form::Md => &self.md,
            Form::Csv => &self.csv,
            Form::Sheet => &self.sheet,
        }
    }
}

/// How many letters are set at once. One: a long list takes a processor for a while, and pages are
/// to be rendered meanwhile.
const PRESSES: usize = 1;

/// Where letters are set, one after the other.
pub(super) struct Press(Arc<Semaphore>);

impl Default for Press {
    fn default() -> Self {
        Self(Arc::new(Semaphore::new(PRESSES)))
    }
}

impl Press {
    /// A letter in this form, set once however many ask. It is set to the end even if the first to
    /// ask goes away: whoever asks and leaves again and again must not have it begun each time.
    pub async fn paper(
        &self,
        rendered: Arc<Rendered>,
        form: Form,
        address: String,
    ) -> Result<Prerendered, Fault> {
        if let Some(ready) = rendered.papers.place(form).get() {
            return Ok(ready.clone());
        }
        let press = self.0.clone();
        let setting = tokio::spawn(async move {
            let made = rendered.papers.place(form).get_or_try_init(|| async {
                let _turn = press.acquire().await.map_err(Fault::from_error)?;
                let letter = rendered.clone();
                tokio::task::spawn_blocking(move || set(&letter.snapshot, form, &address)).await?
            });
            made.await.cloned()
        });
        setting.await?
    }
}

fn set(snapshot: &Snapshot, form: Form, address: &str) -> Result<Prerendered, Fault> {
    let letter =
        PrintedLetter::of(&snapshot.letter, &snapshot.list, snapshot.agreed_from, address, snapshot.since);
    let bytes = letter.set(form)?;
    Ok(if form.is_packed() {
        Prerendered::changing_packed(form.media_type(), bytes)
    } else {
        Prerendered::changing(form.media_type(), bytes)
    })
}

/// What the file of a letter is called: its title, with the count in it.
pub(super) fn title_of(snapshot: &Snapshot) -> String {
    let language: Language = snapshot.language();
    let count = language.number(snapshot.list.count());
    snapshot.letter.revision().text().title.replace(markdown::COUNT, &count)
}
