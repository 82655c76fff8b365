//! The mails about claims between the two sides; what an operator decides is told by `operating`.

use crate::mail::Message;
use crate::organizations::claims::{Claim, ClaimKind};
use crate::people::Person;
use crate::text::speaking;
use crate::text::words::say;

/// To an owner: somebody registered their organization a second time.
pub(in crate::organizations) fn asks_owner(owner: &Person, claim: &Claim, link: String) -> Message {
    speaking::in_words(owner.words(), || {
        let name = &claim.organization.name;
        let says = match claim.kind {
            Some(ClaimKind::Another) => say!(
                "organizations-mail-says-another",
                person = &claim.person.name,
                email = &claim.email,
                name = name,
            ),
            Some(ClaimKind::Act) | None => say!(
                "organizations-mail-says-act",
                person = &claim.person.name,
                email = &claim.email,
                name = name,
            ),
        };
        Message {
            words: speaking::current(),
            to_name: owner.name.clone(),
            to_address: owner.email.clone(),
            subject: say!("organizations-mail-registered-again", name = name),
            paragraphs: vec![
                say!("mail-dear", name = &owner.name),
                says,
                say!("organizations-mail-if-known"),
            ],
            link: Some((say!("organizations-mail-look-and-answer"), link)),
            code: None,
            afterwards: vec![],
        }
    })
}

/// To the claimant whom an owner has taken in.
pub(in crate::organizations) fn is_taken_in(claim: &Claim, link: String) -> Message {
    speaking::in_words(claim.person.words(), || {
        let name = &claim.organization.name;
        Message {
            words: speaking::current(),
            to_name: claim.person.name.clone(),
            to_address: claim.person.email.clone(),
            subject: say!("organizations-mail-you-act", name = name),
            paragraphs: vec![
                say!("mail-dear", name = &claim.person.name),
                say!("organizations-mail-taken-in", name = name),
            ],
            link: Some((say!("organizations-your-desk"), link)),
            code: None,
            afterwards: vec![],
        }
    })
}
