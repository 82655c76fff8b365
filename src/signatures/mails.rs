//! The mails about a signature, each in the language of whoever reads it.

pub(super) mod authority;
pub(super) mod preparing;
pub(super) mod queue;

use super::counting::title_in_mail;
use super::ending::When;
use super::standing::Given;
use super::withholding::is_withheld;
use crate::db::Tx;
use crate::error::Fault;
use crate::letters::{Letter, Revision, Silence, TextDifference};
use crate::mail::{self, Message};
use crate::organizations::{self, Organization};
use crate::people::Person;
use crate::text::words::{Words, say};
use crate::text::{dates, markdown, speaking};

/// What a subject calls an organization. Subjects are read over shoulders, on locked screens and in
/// logs of mail servers, so a name that is withheld stands in none.
pub(super) fn in_subject(name: &str, withheld: bool) -> String {
    if withheld { say!("signatures-its-own") } else { name.to_owned() }
}

/// The same inside of a sentence.
fn inside(name: &str, withheld: bool) -> String {
    if withheld { say!("signatures-its-own-inside") } else { name.to_owned() }
}

/// A mail in the language that is spoken, which greets its reader.
fn plain(to: &Person, subject: String, mut paragraphs: Vec<String>, link: (String, String)) -> Message {
    paragraphs.insert(0, say!("mail-dear", name = &to.name));
    Message {
        words: speaking::current(),
        to_name: to.name.clone(),
        to_address: to.email.clone(),
        subject,
        paragraphs,
        link: Some(link),
        code: None,
        afterwards: vec![],
    }
}

impl Message {
    /// With a paragraph after the link.
    fn adding(mut self, paragraph: String) -> Self {
        self.afterwards.push(paragraph);
        self
    }
}

/// To each owner: a coordinator withholds the organization's name.
pub(super) fn is_protected(
    owner: &Person,
    organization: &str,
    title: &str,
    reason: &str,
    link: String,
) -> Message {
    speaking::in_words(owner.words(), || {
        let paragraphs = vec![
            say!("signatures-mail-protected", organization = organization, title = title),
            say!("signatures-mail-reason", reason = reason),
            say!("signatures-mail-protected-stays"),
        ];
        let subject = say!("signatures-mail-protected-subject", title = title);
        plain(owner, subject, paragraphs, (say!("signatures-mail-see-signature"), link))
            .adding(say!("signatures-mail-copies-keep"))
    })
}

/// To each owner: the coordinators no longer withhold the name; it is the organization's to show it.
pub(super) fn may_be_shown(owner: &Person, organization: &str, title: &str, link: String) -> Message {
    speaking::in_words(owner.words(), || {
        let paragraphs = vec![
            say!("signatures-mail-may-be-shown", organization = organization, title = title),
            say!("signatures-mail-stays-withheld"),
        ];
        let subject = say!("signatures-mail-may-be-shown-subject", title = title);
        plain(owner, subject, paragraphs, (say!("signatures-mail-see-or-show"), link))
    })
}

/// To each owner: the organization has withdrawn.
fn has_withdrawn(
    owner: &Person,
    given: &Given,
    organization: &Organization,
    title: &str,
    link: String,
) -> Message {
    speaking::in_words(owner.words(), || {
        let (name, withheld) = (&organization.name, given.withheld_at.is_some());
        let paragraphs = vec![
            say!("signatures-mail-withdrawn", name = inside(name, withheld), title = title),
            say!("signatures-mail-sign-again"),
        ];
        let subject =
            say!("signatures-mail-withdrawn-subject", name = in_subject(name, withheld), title = title);
        plain(owner, subject, paragraphs, (say!("signatures-see-letter"), link))
    })
}

/// To each owner: a coordinator changed how the organization's name is printed in one letter.
pub(super) fn is_renamed(owner: &Person, before: &str, after: &str, title: &str, link: String) -> Message {
    speaking::in_words(owner.words(), || {
        let paragraphs = vec![
            say!("signatures-mail-renamed", title = title),
            say!("signatures-mail-before", text = before),
            say!("signatures-mail-since-then", text = after),
        ];
        let subject = say!("signatures-mail-renamed-subject", name = before, title = title);
        plain(owner, subject, paragraphs, (say!("signatures-mail-see-or-say-how"), link))
            .adding(say!("signatures-mail-nothing-else"))
    })
}

/// To each owner: a coordinator took the organization's name off the list.
pub(super) fn is_removed(
    owner: &Person,
    organization: &str,
    title: &str,
    reason: &str,
    link: String,
    withheld: bool,
) -> Message {
    speaking::in_words(owner.words(), || {
        let paragraphs = vec![
            say!("signatures-mail-removed", name = organization, title = title),
            say!("signatures-mail-reason", reason = reason),
            say!("signatures-mail-sign-again"),
        ];
        let name = in_subject(organization, withheld);
        let subject = say!("signatures-mail-removed-subject", name = name, title = title);
        plain(owner, subject, paragraphs, (say!("signatures-see-letter"), link))
    })
}

/// To an organization that a coordinator listed, which may have no account, in the letter's language if it
/// is spoken here: please confirm, or say no.
pub(super) fn please_confirm(
    words: Words,
    organization: &str,
    address: &str,
    title: &str,
    link: String,
    withheld: bool,
) -> Message {
    speaking::in_words(words, || {
        let whom = inside(organization, withheld);
        Message {
            words: speaking::current(),
            to_name: String::new(),
            to_address: address.to_owned(),
            subject: say!("signatures-mail-please-confirm-subject", name = whom, title = title),
            paragraphs: vec![
                say!("signatures-mail-please-confirm", name = organization, title = title),
                if withheld {
                    say!("signatures-mail-please-confirm-withheld")
                } else {
                    say!("signatures-mail-please-confirm-named")
                },
            ],
            link: Some((say!("signatures-mail-read-and-confirm"), link)),
            code: None,
            afterwards: vec![say!("signatures-mail-link-of-organization")],
        }
    })
}

/// To each coordinator: a listed organization said no, and its line is off the list. No name if it is
/// withheld.
pub(super) fn says_no(
    coordinator: &Person,
    organization: Option<&str>,
    letter: &Letter,
    link: String,
) -> Message {
    let title = title_of(letter);
    speaking::in_words(coordinator.words(), || {
        let name = organization.map_or_else(|| say!("signatures-nameless"), beginning);
        let paragraphs = vec![
            say!("signatures-mail-says-no", name = &name, title = &title),
            say!("signatures-mail-says-no-why"),
        ];
        let subject = say!("signatures-mail-says-no-subject", name = &name, title = &title);
        plain(coordinator, subject, paragraphs, (say!("signatures-mail-see-board"), link))
    })
}

/// Begins a sentence with it.
fn beginning(words: &str) -> String {
    let mut chars = words.chars();
    chars.next().map_or_else(String::new, |first| first.to_uppercase().chain(chars).collect())
}

/// The title of a letter as a subject has it: a count in it would be old before the mail is read.
pub(super) fn title_of(letter: &Letter) -> String {
    letter.title.replace(markdown::COUNT, "…")
}

/// More changed paragraphs than these are read on the page.
const MOST_PARAGRAPHS: usize = 6;

/// To each owner and to who signed: the text was corrected; nothing is asked.
pub(super) fn was_revised(
    person: &Person,
    organization: &Organization,
    letter: &Letter,
    after: &Revision,
    difference: &TextDifference,
    link: String,
) -> Message {
    let title = title_of(letter);
    speaking::in_words(person.words(), || {
        let mut paragraphs = vec![
            say!("signatures-mail-corrected", name = &organization.name, title = &title),
            say!("signatures-mail-editorial"),
        ];
        if !after.note.is_empty() {
            paragraphs.push(say!("signatures-mail-they-say", note = &after.note));
        }
        let (changed, more) = difference.changed_paragraphs(MOST_PARAGRAPHS);
        let or_nothing =
            |text: String| if text.trim().is_empty() { say!("signatures-mail-nothing") } else { text };
        for (was, is) in changed {
            paragraphs.push(say!("signatures-mail-before", text = or_nothing(was)));
            paragraphs.push(say!("signatures-mail-after", text = or_nothing(is)));
        }
        if more > 0 {
            paragraphs.push(say!("signatures-mail-more-paragraphs", more = more));
        }
        let subject = say!("signatures-mail-corrected-subject", title = &title);
        plain(person, subject, paragraphs, (say!("signatures-mail-see-change"), link))
            .adding(say!("signatures-mail-can-withdraw"))
    })
}

/// To each owner and to who signed, with a link of their own: keep or withdraw.
pub(super) fn keep_or_withdraw(
    person: &Person,
    organization: &Organization,
    letter: &Letter,
    asked: &Revision,
    again: bool,
    link: String,
) -> Message {
    let (title, name) = (title_of(letter), &organization.name);
    speaking::in_words(person.words(), || {
        let mut paragraphs = vec![
            say!("signatures-mail-says-else", name = name, title = &title),
            say!("signatures-mail-coordinators-say", note = &asked.note),
        ];
        if let Some(by) = asked.answer_by {
            let zone = asked.answer_zone.as_deref().unwrap_or("UTC");
            let time = dates::time_in_words(by.to_timestamp(), zone, &speaking::current().language());
            paragraphs.push(match asked.silence {
                Some(Silence::Leave) => say!("signatures-mail-answer-or-leave", time = time, name = name),
                Some(Silence::Stay) | None => {
                    say!("signatures-mail-answer-or-stay", time = time, name = name)
                }
            });
        }
        let subject = if again {
            say!("signatures-mail-keep-again-subject", title = &title)
        } else {
            say!("signatures-mail-keep-subject", title = &title)
        };
        plain(person, subject, paragraphs, (say!("signatures-mail-see-and-answer"), link))
            .adding(say!("signatures-mail-link-answers"))
    })
}

/// To each owner and to who signed: the letter is retracted.
pub(super) fn is_retracted(
    person: &Person,
    organization: &Organization,
    letter: &Letter,
    note: &str,
    link: String,
) -> Message {
    let title = title_of(letter);
    speaking::in_words(person.words(), || {
        let paragraphs = vec![
            say!("signatures-mail-retracted", name = &organization.name, title = &title),
            say!("signatures-mail-they-say", note = note),
        ];
        let subject = say!("signatures-mail-retracted-subject", title = &title);
        plain(person, subject, paragraphs, (say!("signatures-mail-see-letter-and-signature"), link))
            .adding(say!("signatures-mail-retracted-stays"))
    })
}

/// Tells the owners that their organization withdrew.
pub(super) fn tell_owners_of_withdrawal(
    tx: &mut Tx<'_>,
    letter: &Letter,
    given: &Given,
    organization: &Organization,
    address: &dyn Fn(&str) -> String,
) -> Result<(), Fault> {
    let title = title_in_mail(tx, letter)?;
    for owner in organizations::owners_of(tx, organization.id)? {
        let link = address(&format!("/letters/{}/sign", letter.slug));
        mail::enqueue(tx, &has_withdrawn(&owner, given, organization, &title, link))?;
    }
    Ok(())
}

/// Tells the owners that nobody answered, and their organization left the list.
pub(super) fn tell_owners_of_silence(
    tx: &mut Tx<'_>,
    letter: &Letter,
    organization: &Organization,
    when: When,
    address: &dyn Fn(&str) -> String,
) -> Result<(), Fault> {
    let (title, name) = (title_of(letter), &organization.name);
    let withheld = is_withheld(tx, letter.id, organization.id)?;
    for owner in organizations::owners_of(tx, organization.id)? {
        let link = address(&format!("/letters/{}/sign", letter.slug));
        let message = speaking::in_words(owner.words(), || {
            let paragraphs = match when {
                When::AtItsDate => vec![
                    say!("signatures-mail-left", name = name, title = &title),
                    say!("signatures-mail-sign-again"),
                ],
                When::AtTheDelivery => vec![
                    say!("signatures-mail-left-delivered", name = name, title = &title),
                    say!("signatures-mail-sign-after-delivery"),
                ],
            };
            let called = in_subject(name, withheld);
            let subject = say!("signatures-mail-left-subject", name = called, title = &title);
            plain(&owner, subject, paragraphs, (say!("signatures-see-letter"), link))
        });
        mail::enqueue(tx, &message)?;
    }
    Ok(())
}
