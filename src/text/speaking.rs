//! In which language the program speaks at this moment: that of whoever asked, or that of whoever a mail
//! goes to. It travels beside a request and into its transactions, so that a page, a complaint about a
//! form and a refusal speak alike without each function being handed a language.
//!
//! What is made for many readers at once (the public letter) asks nobody: it is handed its [`Words`].

use std::future::Future;

use super::words::Words;

/// How the language of a request came about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Asked {
    /// By the address: `/ar/…`. Links of the page keep it.
    ByAddress,
    /// By what the person has chosen before.
    ByChoice,
    /// By what the browser says of its reader.
    ByBrowser,
    /// By nobody: the program speaks English, a letter its own language.
    ByNobody,
}

#[derive(Debug, Clone, Copy)]
struct Speaking {
    words: Words,
    asked: Asked,
}

tokio::task_local! {
    static SPEAKING: Speaking;
}

/// The words of the language that is spoken at this moment; English outside of every request.
pub fn current() -> Words {
    SPEAKING.try_with(|speaking| speaking.words).unwrap_or_default()
}

/// The words of the language that was asked for; none if nobody asked for any that is spoken here.
pub fn asked() -> Option<Words> {
    let speaking = SPEAKING.try_with(|speaking| *speaking).ok()?;
    (speaking.asked != Asked::ByNobody).then_some(speaking.words)
}

/// How the language came about.
pub fn how_asked() -> Asked {
    SPEAKING.try_with(|speaking| speaking.asked).unwrap_or(Asked::ByNobody)
}

/// Runs `future` in this language.
pub async fn around<F: Future>(words: Words, asked: Asked, future: F) -> F::Output {
    SPEAKING.scope(Speaking { words, asked }, future).await
}

/// Says something in another language than that of the request: a mail, in its recipient's.
pub fn in_words<T>(words: Words, say: impl FnOnce() -> T) -> T {
    SPEAKING.sync_scope(Speaking { words, asked: how_asked() }, say)
}

/// What is spoken here, to be spoken on another thread that works for the same request.
pub fn here() -> Here {
    Here(SPEAKING.try_with(|speaking| *speaking).ok())
}

/// See [`here`].
#[derive(Debug, Clone, Copy)]
pub struct Here(Option<Speaking>);

impl Here {
    /// Runs `work` speaking as there.
    pub fn speak<T>(self, work: impl FnOnce() -> T) -> T {
        match self.0 {
            Some(speaking) => SPEAKING.sync_scope(speaking, work),
            None => work(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(tag: &str) -> Words {
        Words::of(&tag.parse().unwrap())
    }

    #[tokio::test]
    async fn a_language_is_spoken_on_the_threads_that_work_for_it_and_nowhere_else() {
        assert_eq!((current(), asked(), how_asked()), (Words::default(), None, Asked::ByNobody));
        around(words("ar"), Asked::ByBrowser, async {
            assert_eq!(asked(), Some(words("ar")));
            let here = here();
            let elsewhere = std::thread::spawn(move || here.speak(current)).join().unwrap();
            assert_eq!(elsewhere, words("ar"));
            assert_eq!(in_words(words("fr"), current), words("fr"));
            assert_eq!(current(), words("ar"));
        })
        .await;
        assert_eq!(current(), Words::default());
    }

    #[tokio::test]
    async fn nobody_asked_where_none_of_the_readers_languages_is_spoken() {
        around(Words::default(), Asked::ByNobody, async { assert_eq!(asked(), None) }).await;
    }
}
