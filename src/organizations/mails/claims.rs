//! The mails about claims between the two sides; what an operator decides is told by `operating`.

use crate::mail::Message;
use crate::organizations::claims::{Claim, ClaimKind};
use crate::people::Person;
use crate::text::speaking;

/// To an owner: somebody registered their organization a second time.
pub(in crate::organizations) fn asks_owner(owner: &Person, claim: &Claim, link: String) -> Message {
    let name = &claim.organization.name;
    let says = match claim.kind {
        Some(ClaimKind::Another) => format!(
            "{} ({}) wants to register another organization with the name of {name}, and says that it is not yours.",
            claim.person.name, claim.email
        ),
        Some(ClaimKind::Act) | None => {
            format!("{} ({}) says that they act for {name}.", claim.person.name, claim.email)
        }
    };
    Message {
        words: speaking::current(),
        to_name: owner.name.clone(),
        to_address: owner.email.clone(),
        subject: format!("Somebody registered {name} again"),
        paragraphs: vec![
            format!("Dear {},", owner.name),
            says,
            "If you know them, you can take them in as a colleague. If not, say so: the operator of this installation reads what you answer and decides. Nothing is done before.".into(),
        ],
        link: Some(("Look at it and answer".into(), link)),
        code: None,
        afterwards: vec![],
    }
}

/// To the claimant whom an owner has taken in.
pub(in crate::organizations) fn is_taken_in(claim: &Claim, link: String) -> Message {
    let name = &claim.organization.name;
    Message {
        words: speaking::current(),
        to_name: claim.person.name.clone(),
        to_address: claim.person.email.clone(),
        subject: format!("You act for {name}"),
        paragraphs: vec![
            format!("Dear {},", claim.person.name),
            format!("an owner of {name} has taken you in: you act for it from now on."),
        ],
        link: Some(("Your desk".into(), link)),
        code: None,
        afterwards: vec![],
    }
}
