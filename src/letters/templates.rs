//! Starting from an earlier letter: its text and the rule of its list, and nothing of those who
//! signed it.

use super::drafting::DraftForm;
use super::model::{Letter, find_locked, find_own, find_public};
use super::revisions::LetterText;
use crate::db::Tx;
use crate::error::Fault;
use crate::ids::{PersonId, Slug};

/// The form of a letter that begins as the one at `slug`, if `person` coordinates that or it is
/// public: what its readers see, or its draft. The deadline and the coordinators' groups belong to
/// the earlier letter and stay there.
pub(super) fn find_template(
    tx: &mut Tx<'_>,
    person: PersonId,
    slug: &Slug,
) -> Result<Option<DraftForm>, Fault> {
    if let Some(own) = find_own(tx, person, slug)? {
        let letter = own.letter();
        let locked = find_locked(tx, letter.id)?;
        let text = locked.map_or_else(|| letter.text(), |locked| locked.revision().text());
        return Ok(Some(form_of(text, letter)));
    }
    let public = find_public(tx, slug)?;
    Ok(public.map(|public| form_of(public.revision().text(), public.letter())))
}

fn form_of(text: LetterText, letter: &Letter) -> DraftForm {
    let rule = letter.rule();
    DraftForm {
        title: text.title,
        addressees: text.addressees,
        place_and_date: text.place_and_date,
        body: text.body,
        language: text.language,
        grouping: rule.grouping.as_str().to_owned(),
        ordering: rule.ordering.as_str().to_owned(),
        numbering: rule.numbering.as_str().to_owned(),
        verification: Some(letter.verification.as_str().to_owned()),
        ..DraftForm::default()
    }
}
