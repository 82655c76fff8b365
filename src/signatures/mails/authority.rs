//! The mails about who may sign: to an organization's people after each signature, and when one of its
//! owners says that it was not authorised. No subject and no mail to others names an organization whose
//! name is withheld.

use super::title_of;
use crate::db::Tx;
use crate::error::Fault;
use crate::evidence::receipt_address;
use crate::letters::{self, Letter, LockedLetter};
use crate::mail::{self, Message};
use crate::organizations::{self, Organization};
use crate::people::{self, Person};
use crate::signatures::cases::{Case, Verdict};
use crate::signatures::declaring::{Declared, Giving, role_in_words};
use crate::signatures::links::{InHand, Purpose, add_link};
use crate::signatures::model::title_in_mail;
use crate::signatures::reconsents::recipients;
use crate::signatures::standing::{Given, Stands};
use crate::text::dates;
use crate::text::language::Language;
use crate::text::speaking;

fn plain(to: &Person, subject: String, mut paragraphs: Vec<String>, link: (&str, String)) -> Message {
    paragraphs.insert(0, format!("Dear {},", to.name));
    Message {
        words: speaking::current(),
        to_name: to.name.clone(),
        to_address: to.email.clone(),
        subject,
        paragraphs,
        link: Some((link.0.to_owned(), link.1)),
        code: None,
        afterwards: vec![],
    }
}

/// What was declared, as its mail says it.
fn in_words(declared: &Declared) -> String {
    let at = dates::time_in_words(declared.at.to_timestamp(), "UTC", &Language::english());
    let role = role_in_words(declared.role);
    format!("{} ({role}, {}) declared on {at}: “{}”", declared.person_name, declared.email, declared.words)
}

/// After a signature was given or kept: a mail to each owner and to who gave it, with a link of their
/// own to withdraw, and for owners one to say that it was not authorised.
#[allow(clippy::too_many_arguments)] // what the mail says; a struct would be filled once and read once
pub(in crate::signatures) fn tell_of_giving(
    tx: &mut Tx<'_>,
    letter: &LockedLetter,
    organization: &Organization,
    given: &Given,
    by: &Declared,
    signer: &Person,
    representative: &str,
    address: &dyn Fn(&str) -> String,
) -> Result<(), Fault> {
    let title = title_in_mail(tx, letter.letter())?;
    let owners = organizations::owners_of(tx, organization.id)?;
    for person in recipients(tx, organization.id, Some(signer.id))? {
        let token = add_link(tx, given.id, person.id, Purpose::Withdrawal)?;
        let link = address(&format!("/signatures/{}", token.as_str()));
        let mut message = was_given(&person, letter, organization, given, by, representative, &title, link);
        if owners.iter().any(|owner| owner.id == person.id) {
            let token = add_link(tx, given.id, person.id, Purpose::Objection)?;
            let link = address(&format!("/objections/{}", token.as_str()));
            message = message
                .also("If this was not authorised, say so here; the name is off the list at once", link);
        }
        // What waits for a coordinator has its receipt once it is accepted.
        if !matches!(given.stands(), Stands::Awaiting(_)) {
            let link = address(&receipt_address(given.id));
            message = message.also("The receipt for this signature, to keep and to check", link);
        }
        mail::enqueue(tx, &message)?;
    }
    Ok(())
}

#[allow(clippy::too_many_arguments)] // what the mail says; a struct would be filled once and read once
fn was_given(
    person: &Person,
    letter: &LockedLetter,
    organization: &Organization,
    given: &Given,
    by: &Declared,
    representative: &str,
    title: &str,
    link: String,
) -> Message {
    let called = given.called_to_its_own(organization);
    let waits = matches!(given.stands(), Stands::Awaiting(_));
    let (subject, did) = match by.giving {
        Giving::Kept => (
            format!("{called} keeps its signature: {title}"),
            format!(
                "{} has kept the signature of {called} under the changed text of this letter: {title}",
                by.person_name
            ),
        ),
        Giving::Signed | Giving::Approved | Giving::Prepared if waits => (
            format!("{called} has signed, and waits for a coordinator: {title}"),
            format!("{representative} has signed this letter for {called}: {title}"),
        ),
        Giving::Signed | Giving::Approved | Giving::Prepared => (
            format!("{called} has signed: {title}"),
            format!("{representative} has signed this letter for {called}: {title}"),
        ),
    };
    let mut paragraphs = vec![did];
    if given.withheld_at.is_none() {
        paragraphs.push(in_words(by)); // the words have the name in them
    } else {
        paragraphs.push("The name is withheld: the public reads that one more organization signed, and not which. The coordinators of the letter can look it up, and each time they do is written down.".into());
    }
    if waits {
        paragraphs.push("It is not on the list and not counted yet: a coordinator of the letter looks at it first, and you get a mail about what they decide.".into());
    }
    let mut message = plain(person, subject, paragraphs, ("See the signature, or withdraw it", link));
    let sha256 = letter.revision().sha256();
    message.afterwards = vec![
        format!("The signature is given to exactly this text (SHA-256): {sha256}"),
        "The links are yours alone: do not pass this mail on.".into(),
    ];
    message
}

/// The owners, who signed, and `also`; each once, without whoever did it.
fn concerned(tx: &mut Tx<'_>, in_hand: &InHand) -> Result<Vec<Person>, Fault> {
    let mut all = organizations::owners_of(tx, in_hand.organization.id)?;
    // Whoever signed is told also if they do not act for the organization any more.
    if let Some(signer) = in_hand.given.signed_by
        && all.iter().all(|person| person.id != signer)
    {
        all.extend(people::find_person(tx, signer)?);
    }
    all.retain(|person| person.id != in_hand.person.id);
    Ok(all)
}

fn to_coordinators(
    tx: &mut Tx<'_>,
    letter: &Letter,
    subject: &str,
    said: &str,
    address: &dyn Fn(&str) -> String,
) -> Result<(), Fault> {
    for coordinator in letters::coordinators_of(tx, letter.id)? {
        let link = address(&format!("/letters/{}/queue", letter.slug));
        let subject = format!("{subject}: {}", title_of(letter));
        mail::enqueue(tx, &plain(&coordinator, subject, vec![said.to_owned()], ("See the case", link)))?;
    }
    Ok(())
}

/// An owner said that a signature was not authorised: the coordinators, whoever signed and the other
/// owners hear of it. What the owner wrote stands on the coordinators' page alone.
pub(in crate::signatures) fn tell_of_objection(
    tx: &mut Tx<'_>,
    in_hand: &InHand,
    address: &dyn Fn(&str) -> String,
) -> Result<(), Fault> {
    let InHand { given, organization, letter, .. } = in_hand;
    let (title, called) = (title_of(letter), given.called(organization));
    let mut said = format!(
        "an owner of an organization says that the signature in its name was not authorised. The organization: {called}. It is off the list and not counted from now on. You decide whether it is put back, which takes the word of one of its owners, or taken off: {title}"
    );
    if letter.delivered_at.is_some() {
        said.push_str(". The letter was delivered before; the page says who got it, and what was handed over stays as it is.");
    }
    to_coordinators(tx, letter, "A signature is said not to be authorised", &said, address)?;
    let called = given.called_to_its_own(organization);
    for person in concerned(tx, in_hand)? {
        let paragraphs = vec![
            format!(
                "{} has said, as an owner of your organization, that the signature under this letter was not authorised: {title}",
                in_hand.person.name
            ),
            "The name is off the list and not counted until the letter’s coordinators have decided. If the signature is authorised, an owner can confirm it there.".into(),
        ];
        let link = address(&format!("/letters/{}/sign", letter.slug));
        let subject = format!("{called}: the signature is suspended: {title}");
        mail::enqueue(tx, &plain(&person, subject, paragraphs, ("See the signature", link)))?;
    }
    Ok(())
}

/// One owner objects and another confirms: the coordinators decide.
pub(in crate::signatures) fn tell_of_disagreement(
    tx: &mut Tx<'_>,
    in_hand: &InHand,
    address: &dyn Fn(&str) -> String,
) -> Result<(), Fault> {
    let InHand { given, organization, letter, .. } = in_hand;
    let said = format!(
        "of a signature that one owner says was not authorised, another owner says that it is. The organization: {}. It stays off the list until you decide.",
        given.called(organization)
    );
    to_coordinators(tx, letter, "Two owners disagree about a signature", &said, address)
}

/// Whoever had objected took it back, and the signature stands again.
pub(in crate::signatures) fn tell_taken_back(
    tx: &mut Tx<'_>,
    in_hand: &InHand,
    address: &dyn Fn(&str) -> String,
) -> Result<(), Fault> {
    let InHand { given, organization, letter, .. } = in_hand;
    let said = format!(
        "nobody says any more that this signature was not authorised; it stands again, and there is nothing to decide. The organization: {}.",
        given.called(organization)
    );
    to_coordinators(tx, letter, "A signature stands again", &said, address)?;
    let (title, called) = (title_of(letter), given.called_to_its_own(organization));
    for person in concerned(tx, in_hand)? {
        let paragraphs = vec![format!(
            "{} has confirmed the signature under this letter, and it stands again: {title}",
            in_hand.person.name
        )];
        let link = address(&format!("/letters/{}/sign", letter.slug));
        let subject = format!("{called}: the signature stands again: {title}");
        mail::enqueue(tx, &plain(&person, subject, paragraphs, ("See the signature", link)))?;
    }
    Ok(())
}

/// A coordinator settled a case: the owners and whoever signed hear what, and why.
pub(in crate::signatures) fn tell_settled(
    tx: &mut Tx<'_>,
    letter: &Letter,
    case: &Case,
    verdict: Verdict,
    reason: &str,
    address: &dyn Fn(&str) -> String,
) -> Result<(), Fault> {
    let (given, title) = (&case.given, title_of(letter));
    let called = given.called_to_its_own(&case.organization);
    let (subject, said) = match verdict {
        Verdict::Restore => (
            format!("{called}: the signature stands again: {title}"),
            format!(
                "the coordinators of this letter have put the signature back, because an owner confirmed it: {title}"
            ),
        ),
        Verdict::Remove => (
            format!("{called}: the signature is taken off: {title}"),
            format!(
                "the coordinators of this letter have taken the signature off, because an owner said that it was not authorised: {title}"
            ),
        ),
    };
    let mut all = organizations::owners_of(tx, case.organization.id)?;
    if let Some(signer) = given.signed_by
        && all.iter().all(|person| person.id != signer)
    {
        all.extend(people::find_person(tx, signer)?);
    }
    for person in all {
        let paragraphs = vec![said.clone(), format!("The reason they gave: {reason}")];
        let link = address(&format!("/letters/{}/sign", letter.slug));
        mail::enqueue(tx, &plain(&person, subject.clone(), paragraphs, ("See the letter", link)))?;
    }
    Ok(())
}

/// Somebody who stood under what was delivered has left: the coordinators can tell the recipients.
pub(in crate::signatures) fn tell_left_after_delivery(
    tx: &mut Tx<'_>,
    letter: &Letter,
    given: &Given,
    organization: &Organization,
    address: &dyn Fn(&str) -> String,
) -> Result<(), Fault> {
    let title = title_of(letter);
    for coordinator in letters::coordinators_of(tx, letter.id)? {
        let paragraphs = vec![
            format!("a signatory has withdrawn after this letter was delivered: {title}"),
            format!(
                "The organization: {}. What was handed over stays as it is. The page lists to whom, so that you can tell them.",
                given.called(organization)
            ),
        ];
        let link = address(&format!("/letters/{}/copies", letter.slug));
        let subject = format!("A signatory left after the delivery: {title}");
        mail::enqueue(tx, &plain(&coordinator, subject, paragraphs, ("See who got the letter", link)))?;
    }
    Ok(())
}
