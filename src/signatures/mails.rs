//! The mails about a signature.

pub(super) mod authority;
pub(super) mod preparing;
pub(super) mod queue;

use super::ending::When;
use super::model::title_in_mail;
use super::withholding::is_withheld;
use crate::db::Tx;
use crate::error::Fault;
use crate::ids::OrganizationId;
use crate::letters::{Letter, Revision, Silence, TextDifference};
use crate::mail::{self, Message};
use crate::organizations::{self, Organization};
use crate::people::Person;
use crate::text::language::Language;
use crate::text::speaking;
use crate::text::{dates, markdown};

/// What a subject calls an organization. Subjects are read over shoulders, on locked screens and in
/// logs of mail servers, so a name that is withheld stands in none.
pub(super) fn in_subject(name: &str, withheld: bool) -> &str {
    if withheld { "Your organization" } else { name }
}

/// To each owner: a coordinator withholds the organization's name.
pub(super) fn is_protected(
    owner: &Person,
    organization: &str,
    title: &str,
    reason: &str,
    link: String,
) -> Message {
    Message {
        words: speaking::current(),
        to_name: owner.name.clone(),
        to_address: owner.email.clone(),
        subject: format!("Your organization is no longer named: {title}"),
        paragraphs: vec![
            format!("Dear {},", owner.name),
            format!("a coordinator withholds the name of {organization} under this letter, to protect it: {title}"),
            format!("The reason they gave: {reason}"),
            "The signature stays and is counted. To have the name shown, ask the coordinators: they end the protection, and then you show it there yourselves.".into(),
        ],
        link: Some(("See the signature".into(), link)),
        code: None,
        afterwards: vec![
            "Copies that were made before, by readers, search engines or those who got them by mail, keep the name.".into(),
        ],
    }
}

/// To each owner: the coordinators no longer withhold the name; it is the organization's to show it.
pub(super) fn may_be_shown(owner: &Person, organization: &str, title: &str, link: String) -> Message {
    Message {
        words: speaking::current(),
        to_name: owner.name.clone(),
        to_address: owner.email.clone(),
        subject: format!("Your organization may be named again: {title}"),
        paragraphs: vec![
            format!("Dear {},", owner.name),
            format!(
                "the coordinators no longer withhold the name of {organization} under this letter: {title}"
            ),
            "It stays withheld until your organization shows it itself.".into(),
        ],
        link: Some(("See the signature, or show the name".into(), link)),
        code: None,
        afterwards: vec![],
    }
}

/// To each owner: the organization has withdrawn.
fn has_withdrawn(owner: &Person, called: &str, title: &str, link: String) -> Message {
    Message {
        words: speaking::current(),
        to_name: owner.name.clone(),
        to_address: owner.email.clone(),
        subject: format!("{called} has withdrawn its signature: {title}"),
        paragraphs: vec![
            format!("Dear {},", owner.name),
            format!("the name of {called} no longer stands under this letter: {title}"),
            "While the letter is open, it can be signed again:".into(),
        ],
        link: Some(("See the letter".into(), link)),
        code: None,
        afterwards: vec![],
    }
}

/// To each owner: a coordinator changed how the organization's name is printed in one letter.
pub(super) fn is_renamed(owner: &Person, before: &str, after: &str, title: &str, link: String) -> Message {
    Message {
        words: speaking::current(),
        to_name: owner.name.clone(),
        to_address: owner.email.clone(),
        subject: format!("{before} appears under another name: {title}"),
        paragraphs: vec![
            format!("Dear {},", owner.name),
            format!(
                "a coordinator of this letter changed how the name of your organization is printed in it: {title}"
            ),
            format!("Before: {before}"),
            format!("Since then: {after}"),
        ],
        link: Some(("See the signature, or say how you would like to appear".into(), link)),
        code: None,
        afterwards: vec!["Nothing else changed, here or anywhere outside this letter.".into()],
    }
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
    Message {
        words: speaking::current(),
        to_name: owner.name.clone(),
        to_address: owner.email.clone(),
        subject: format!("{} was taken off the list: {title}", in_subject(organization, withheld)),
        paragraphs: vec![
            format!("Dear {},", owner.name),
            format!("a coordinator took the name of {organization} off the list of this letter: {title}"),
            format!("The reason they gave: {reason}"),
            "While the letter is open, it can be signed again:".into(),
        ],
        link: Some(("See the letter".into(), link)),
        code: None,
        afterwards: vec![],
    }
}

/// To an organization that a coordinator listed: please confirm, or say no.
pub(super) fn please_confirm(
    organization: &str,
    address: &str,
    title: &str,
    link: String,
    withheld: bool,
) -> Message {
    let whom = if withheld { "your organization" } else { organization };
    Message {
        words: speaking::current(),
        to_name: String::new(),
        to_address: address.to_owned(),
        subject: format!("Please confirm that {whom} signs: {title}"),
        paragraphs: vec![
            format!(
                "A coordinator of this letter has put {organization} on its list of signatories, because somebody said yes for it: {title}"
            ),
            if withheld {
                "It is counted there, and its name is withheld. Please read the exact text, and sign it, or decline: then it is taken off the list.".into()
            } else {
                "Until it is confirmed, the list says that it is not. Please read the exact text, and sign it, or decline: then the name is taken off the list.".into()
            },
        ],
        link: Some(("Read the letter and confirm".into(), link)),
        code: None,
        afterwards: vec![
            "The link is for your organization alone; please do not pass it on to others.".into(),
        ],
    }
}

/// To each coordinator: a listed organization said no, and its line is off the list.
pub(super) fn says_no(coordinator: &Person, organization: &str, letter: &Letter, link: String) -> Message {
    let title = title_of(letter);
    Message {
        words: speaking::current(),
        to_name: coordinator.name.clone(),
        to_address: coordinator.email.clone(),
        subject: format!("{} does not sign: {title}", sentence(organization)),
        paragraphs: vec![
            format!("Dear {},", coordinator.name),
            format!(
                "{} was listed as a signatory of this letter, was asked to confirm, and has declined: {title}",
                sentence(organization)
            ),
            "Its name is off the list. If it said why, the reason stands on the board of invitations:".into(),
        ],
        link: Some(("See the board".into(), link)),
        code: None,
        afterwards: vec![],
    }
}

/// Begins a sentence with it.
fn sentence(words: &str) -> String {
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
    let mut paragraphs = vec![
        format!("Dear {},", person.name),
        format!(
            "the coordinators have corrected the text of a letter that {} signed: {title}",
            organization.name
        ),
        "The change is editorial. Your signature stays, and there is nothing you have to do.".to_owned(),
    ];
    if !after.note.is_empty() {
        paragraphs.push(format!("They say: {}", after.note));
    }
    let (changed, more) = difference.changed_paragraphs(MOST_PARAGRAPHS);
    for (was, is) in changed {
        let or_nothing = |text: String| if text.trim().is_empty() { "(nothing)".to_owned() } else { text };
        paragraphs.push(format!("Before: {}", or_nothing(was)));
        paragraphs.push(format!("After: {}", or_nothing(is)));
    }
    if more > 0 {
        paragraphs.push(format!("{more} more paragraphs changed."));
    }
    Message {
        words: speaking::current(),
        to_name: person.name.clone(),
        to_address: person.email.clone(),
        subject: format!("The text was corrected: {title}"),
        paragraphs,
        link: Some(("See the change, word by word".into(), link)),
        code: None,
        afterwards: vec![
            "If your organization cannot stand behind it, you can withdraw on the letter’s page.".into(),
        ],
    }
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
    let title = title_of(letter);
    let mut paragraphs = vec![format!("Dear {},", person.name)];
    paragraphs.push(format!(
        "the text of a letter that {} signed has changed in what it says: {title}",
        organization.name
    ));
    paragraphs.push(format!("The coordinators say: {}", asked.note));
    if let Some(by) = asked.answer_by {
        let zone = asked.answer_zone.as_deref().unwrap_or("UTC");
        let time = dates::time_in_words(by.to_timestamp(), zone, &Language::english());
        let name = &organization.name;
        paragraphs.push(match asked.silence {
            Some(Silence::Leave) => format!("Please answer by {time}. If nobody answers until then, {name} leaves the list."),
            Some(Silence::Stay) | None => format!(
                "Please answer by {time}. If nobody answers until then, {name} stays on the list, marked as having signed the earlier revision."
            ),
        });
    }
    let subject = if again { "Reminder: keep or withdraw" } else { "Keep or withdraw" };
    Message {
        words: speaking::current(),
        to_name: person.name.clone(),
        to_address: person.email.clone(),
        subject: format!("{subject}: {title}"),
        paragraphs,
        link: Some(("See what changed, and keep or withdraw".into(), link)),
        code: None,
        afterwards: vec!["The link is yours alone: whoever has it can answer for your organization.".into()],
    }
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
    Message {
        words: speaking::current(),
        to_name: person.name.clone(),
        to_address: person.email.clone(),
        subject: format!("Retracted: {title}"),
        paragraphs: vec![
            format!("Dear {},", person.name),
            format!("the coordinators have retracted a letter that {} signed: {title}", organization.name),
            format!("They say: {note}"),
        ],
        link: Some(("See the letter and your signature".into(), link)),
        code: None,
        afterwards: vec![
            "Nobody signs it any more. Your organization’s name stays on its list, under this note; you can withdraw it there.".into(),
        ],
    }
}

/// Tells the owners that their organization withdrew. `called` is what their mail may call it.
pub(super) fn tell_owners_of_withdrawal(
    tx: &mut Tx<'_>,
    letter: &Letter,
    called: &str,
    organization: OrganizationId,
    address: &dyn Fn(&str) -> String,
) -> Result<(), Fault> {
    let title = title_in_mail(tx, letter)?;
    for owner in organizations::owners_of(tx, organization)? {
        let link = address(&format!("/letters/{}/sign", letter.slug));
        mail::enqueue(tx, &has_withdrawn(&owner, called, &title, link))?;
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
    let title = title_of(letter);
    let name = &organization.name;
    let withheld = is_withheld(tx, letter.id, organization.id)?;
    let (why, what) = match when {
        When::AtItsDate => (
            format!(
                "nobody answered for {name} whether it keeps its signature under the changed text, so its name no longer stands under this letter: {title}"
            ),
            "While the letter is open, it can be signed again:",
        ),
        When::AtTheDelivery => (
            format!(
                "the letter has been delivered before anybody answered for {name} whether it keeps its signature under the changed text. So its name does not stand under the letter that was handed over: {title}"
            ),
            "If signing goes on, it can be signed again and stands under “Signed after delivery”:",
        ),
    };
    for owner in organizations::owners_of(tx, organization.id)? {
        let message = Message {
            words: speaking::current(),
            to_name: owner.name.clone(),
            to_address: owner.email.clone(),
            subject: format!("{} has left the list: {title}", in_subject(name, withheld)),
            paragraphs: vec![format!("Dear {},", owner.name), why.clone(), what.into()],
            link: Some(("See the letter".into(), address(&format!("/letters/{}/sign", letter.slug)))),
            code: None,
            afterwards: vec![],
        };
        mail::enqueue(tx, &message)?;
    }
    Ok(())
}
