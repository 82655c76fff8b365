//! The mails about who may sign: to an organization's people after each signature, and when one of its
//! owners says that it was not authorised. No subject and no mail to others names an organization whose
//! name is withheld.

use std::collections::HashSet;

use super::{in_subject, inside, plain, title_of};
use crate::db::Tx;
use crate::error::Fault;
use crate::evidence::receipt_address;
use crate::ids::PersonId;
use crate::letters::{self, Letter, LockedLetter};
use crate::mail::{self, Message};
use crate::organizations::{self, Organization};
use crate::people::{self, Person};
use crate::signatures::cases::{Case, Verdict};
use crate::signatures::counting::title_in_mail_of_change;
use crate::signatures::declaring::{Declared, Giving, role_in_words};
use crate::signatures::links::{InHand, Purpose, add_link};
use crate::signatures::standing::{Given, Stands};
use crate::signatures::telling::with_signer;
use crate::text::words::say;
use crate::text::{dates, speaking};

/// What was declared, as its mail says it.
fn in_words(declared: &Declared) -> String {
    let at = dates::time_in_words(declared.at.to_timestamp(), "UTC", &speaking::current().language());
    say!(
        "signatures-mail-declared",
        person = &declared.person_name,
        role = role_in_words(declared.role),
        email = &declared.email,
        time = at,
        words = &declared.words,
    )
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
    let title = title_in_mail_of_change(tx, letter.letter())?;
    let owners = organizations::owners_of(tx, organization.id)?;
    let are_owners: HashSet<PersonId> = owners.iter().map(|owner| owner.id).collect();
    for person in with_signer(tx, owners, organization.id, Some(signer.id))? {
        let token = add_link(tx, given.id, person.id, Purpose::Withdrawal)?;
        let link = address(&format!("/signatures/{}", token.as_str()));
        let objection = if are_owners.contains(&person.id) {
            let token = add_link(tx, given.id, person.id, Purpose::Objection)?;
            Some(address(&format!("/objections/{}", token.as_str())))
        } else {
            None
        };
        let message = speaking::in_words(person.words(), || {
            let mut message =
                was_given(&person, letter, organization, given, by, representative, &title, link);
            if let Some(link) = objection {
                message = message.also(&say!("signatures-mail-object"), link);
            }
            // What waits for a coordinator has its receipt once it is accepted.
            if !matches!(given.stands(), Stands::Awaiting(_)) {
                let link = address(&receipt_address(given.id));
                message = message.also(&say!("signatures-mail-receipt"), link);
            }
            message
        });
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
    let withheld = given.withheld_at.is_some();
    let (called, called_inside) =
        (in_subject(&organization.name, withheld), inside(&organization.name, withheld));
    let waits = matches!(given.stands(), Stands::Awaiting(_));
    let signed =
        || say!("signatures-mail-signed", person = representative, name = &called_inside, title = title);
    let (subject, did) = match by.giving {
        Giving::Kept => (
            say!("signatures-mail-kept-subject", name = called, title = title),
            say!("signatures-mail-kept", person = &by.person_name, name = called_inside, title = title),
        ),
        Giving::Signed | Giving::Approved | Giving::Prepared if waits => {
            (say!("signatures-mail-waits-subject", name = called, title = title), signed())
        }
        Giving::Signed | Giving::Approved | Giving::Prepared => {
            (say!("signatures-mail-signed-subject", name = called, title = title), signed())
        }
    };
    let mut paragraphs = vec![did];
    if !withheld {
        paragraphs.push(in_words(by)); // the words have the name in them
    } else {
        paragraphs.push(say!("signatures-mail-is-withheld"));
    }
    if waits {
        paragraphs.push(say!("signatures-mail-waits"));
    }
    plain(person, subject, paragraphs, (say!("signatures-mail-see-or-withdraw"), link))
        .adding(say!("signatures-mail-exactly", hash = letter.revision().sha256()))
        .adding(say!("signatures-mail-links-yours"))
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

/// To each coordinator, in their language: the subject, and what happened.
fn to_coordinators(
    tx: &mut Tx<'_>,
    letter: &Letter,
    said: &dyn Fn() -> (String, String),
    address: &dyn Fn(&str) -> String,
) -> Result<(), Fault> {
    for coordinator in letters::coordinators_of(tx, letter.id)? {
        let link = address(&format!("/letters/{}/queue", letter.slug));
        let message = speaking::in_words(coordinator.words(), || {
            let (subject, said) = said();
            plain(&coordinator, subject, vec![said], (say!("signatures-mail-see-case"), link))
        });
        mail::enqueue(tx, &message)?;
    }
    Ok(())
}

/// To each of them, in their language: the subject, and what happened; with the way to the signature.
fn to_its_own(
    tx: &mut Tx<'_>,
    letter: &Letter,
    people: &[Person],
    said: &dyn Fn() -> (String, Vec<String>),
    address: &dyn Fn(&str) -> String,
) -> Result<(), Fault> {
    for person in people {
        let link = address(&format!("/letters/{}/sign", letter.slug));
        let message = speaking::in_words(person.words(), || {
            let (subject, paragraphs) = said();
            plain(person, subject, paragraphs, (say!("signatures-mail-see-signature"), link))
        });
        mail::enqueue(tx, &message)?;
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
    let title = title_of(letter);
    let to_coordinate = || {
        let (name, title) = (given.called(organization), &title);
        let said = if letter.delivered_at.is_some() {
            say!("signatures-mail-objection-delivered", name = name, title = title)
        } else {
            say!("signatures-mail-objection", name = name, title = title)
        };
        (say!("signatures-mail-objection-subject", title = title), said)
    };
    to_coordinators(tx, letter, &to_coordinate, address)?;
    let to_know = || {
        let paragraphs = vec![
            say!("signatures-mail-suspended", person = &in_hand.person.name, title = &title),
            say!("signatures-mail-suspended-until"),
        ];
        let name = in_subject(&organization.name, given.withheld_at.is_some());
        (say!("signatures-mail-suspended-subject", name = name, title = &title), paragraphs)
    };
    let people = concerned(tx, in_hand)?;
    to_its_own(tx, letter, &people, &to_know, address)
}

/// One owner objects and another confirms: the coordinators decide.
pub(in crate::signatures) fn tell_of_disagreement(
    tx: &mut Tx<'_>,
    in_hand: &InHand,
    address: &dyn Fn(&str) -> String,
) -> Result<(), Fault> {
    let InHand { given, organization, letter, .. } = in_hand;
    let said = || {
        let said = say!("signatures-mail-disagree", name = given.called(organization));
        (say!("signatures-mail-disagree-subject", title = title_of(letter)), said)
    };
    to_coordinators(tx, letter, &said, address)
}

/// Whoever had objected took it back, and the signature stands again.
pub(in crate::signatures) fn tell_taken_back(
    tx: &mut Tx<'_>,
    in_hand: &InHand,
    address: &dyn Fn(&str) -> String,
) -> Result<(), Fault> {
    let InHand { given, organization, letter, .. } = in_hand;
    let title = title_of(letter);
    let to_coordinate = || {
        let said = say!("signatures-mail-nothing-to-decide", name = given.called(organization));
        (say!("signatures-mail-stands-again-subject", title = &title), said)
    };
    to_coordinators(tx, letter, &to_coordinate, address)?;
    let to_know = || {
        let said = say!("signatures-mail-was-confirmed", person = &in_hand.person.name, title = &title);
        let name = in_subject(&organization.name, given.withheld_at.is_some());
        (say!("signatures-mail-own-stands-again-subject", name = name, title = &title), vec![said])
    };
    let people = concerned(tx, in_hand)?;
    to_its_own(tx, letter, &people, &to_know, address)
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
    let mut all = organizations::owners_of(tx, case.organization.id)?;
    if let Some(signer) = given.signed_by
        && all.iter().all(|person| person.id != signer)
    {
        all.extend(people::find_person(tx, signer)?);
    }
    for person in all {
        let link = address(&format!("/letters/{}/sign", letter.slug));
        let message = speaking::in_words(person.words(), || {
            let name = in_subject(&case.organization.name, given.withheld_at.is_some());
            let (subject, said) = match verdict {
                Verdict::Restore => (
                    say!("signatures-mail-own-stands-again-subject", name = name, title = &title),
                    say!("signatures-mail-restored", title = &title),
                ),
                Verdict::Remove => (
                    say!("signatures-mail-taken-off-subject", name = name, title = &title),
                    say!("signatures-mail-taken-off", title = &title),
                ),
            };
            let paragraphs = vec![said, say!("signatures-mail-reason", reason = reason)];
            plain(&person, subject, paragraphs, (say!("signatures-see-letter"), link))
        });
        mail::enqueue(tx, &message)?;
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
        let link = address(&format!("/letters/{}/copies", letter.slug));
        let message = speaking::in_words(coordinator.words(), || {
            let paragraphs = vec![
                say!("signatures-mail-left-after-delivery", title = &title),
                say!("signatures-mail-left-after-delivery-who", name = given.called(organization)),
            ];
            let subject = say!("signatures-mail-left-after-delivery-subject", title = &title);
            plain(&coordinator, subject, paragraphs, (say!("signatures-mail-see-recipients"), link))
        });
        mail::enqueue(tx, &message)?;
    }
    Ok(())
}
