//! What happened, written down for the webhooks that hear of it, in the transaction in which it happened:
//! as the logs do ([`crate::evidence::keep_up`]), this follows the rows, so no verb can forget it.

use diesel::dsl::exists;
use diesel::prelude::*;

use super::model::{Kind, Webhook, may_hear};
use super::sending::enqueue;
use super::told::{Told, ToldData, ToldLetter, ToldSignatory};
use crate::db::{News, Tx, on};
use crate::error::Fault;
use crate::ids::{LetterId, OrganizationId, SignatureId};
use crate::letters::{self, Event, LockedLetter};
use crate::schema::{signatures as signature_rows, webhooks};
use crate::signatures::{self, SignatoryList};
use crate::text::markdown;

/// What is told of a letter beside what its rows say.
pub struct Telling<'a> {
    /// The address of a path on this site.
    pub address: &'a dyn Fn(&str) -> String,
    /// The list as it is in the transaction.
    pub list: &'a dyn Fn(&mut Tx<'_>, &LockedLetter) -> Result<SignatoryList, Fault>,
}

/// Follows the changes of a transaction; see [`crate::db::Db::before_commit`].
///
/// # Errors
/// A fault of the database: then the change is not kept either.
pub fn follow(tx: &mut Tx<'_>, telling: &Telling<'_>) -> Result<(), Fault> {
    let mut numbers: Vec<(LetterId, i64)> = Vec::new();
    for news in tx.news() {
        if let News::Letter(letter, seq) = news {
            numbers.push((*letter, *seq));
        }
    }
    numbers.sort_unstable();
    for (letter, seq) in numbers {
        let hooks = hooks_that_hear(tx, letter)?;
        if hooks.is_empty() {
            continue;
        }
        let Some(locked) = letters::find_locked(tx, letter)? else { continue };
        let mut events = letters::events_after(tx, letter, seq - 1, 1)?;
        signatures::without_withheld(tx, letter, &mut events)?;
        for event in events {
            tell(tx, &locked, &event, &hooks, telling)?;
        }
    }
    Ok(())
}

/// The webhooks that are on and about a letter: its coordinators', and those of organizations that signed
/// it, whether they stand under it still or have just withdrawn.
fn hooks_that_hear(tx: &mut Tx<'_>, letter: LetterId) -> Result<Vec<Webhook>, Fault> {
    let now = tx.now();
    let signed = signature_rows::table
        .filter(signature_rows::letter_id.eq(letter))
        .filter(signature_rows::organization_id.eq(webhooks::organization_id))
        .filter(signature_rows::withdrawn_at.is_null().or(signature_rows::withdrawn_at.eq(now)));
    let found: Vec<Webhook> = on!(tx, c => webhooks::table
        .filter(webhooks::off_since.is_null())
        .filter(webhooks::letter_id.eq(letter).or(exists(signed.select(signature_rows::id)).nullable()))
        .order(webhooks::id)
        .select(Webhook::as_select())
        .load(c))?;
    let mut hear = Vec::new();
    for hook in found {
        if may_hear(tx, &hook)? {
            hear.push(hook);
        }
    }
    Ok(hear)
}

fn tell(
    tx: &mut Tx<'_>,
    letter: &LockedLetter,
    event: &Event,
    hooks: &[Webhook],
    telling: &Telling<'_>,
) -> Result<(), Fault> {
    let Some(kind) = Kind::of(event.kind) else { return Ok(()) };
    let mut hear = Vec::new();
    for hook in hooks.iter().filter(|hook| hook.hears(kind)) {
        let theirs = match hook.organization_id {
            None => true,
            // Of a private letter nobody hears but its coordinators, and of others' signatures nobody here.
            Some(organization) => {
                letter.letter().is_public() && is_theirs(tx, letter, event, kind, organization)?
            }
        };
        if theirs {
            hear.push(hook);
        }
    }
    if hear.is_empty() {
        return Ok(());
    }
    let told = Told {
        kind: kind.as_str().to_owned(),
        timestamp: event.happened_at.to_string(),
        data: what_is_told(tx, letter, event.signature_id, telling)?,
    };
    for hook in hear {
        enqueue(tx, hook.id, kind, &told, Some(letter.letter().id), event.signature_id)?;
    }
    Ok(())
}

/// Whether an organization is told of this: of its own signature, and of what happens to the letter.
fn is_theirs(
    tx: &mut Tx<'_>,
    letter: &LockedLetter,
    event: &Event,
    kind: Kind,
    organization: OrganizationId,
) -> Result<bool, Fault> {
    if !matches!(kind, Kind::Signed | Kind::Withdrew) {
        return Ok(true);
    }
    let now = tx.now();
    // An event about a withheld signature does not say whose: what was done in this transaction does.
    let own: Option<SignatureId> = on!(tx, c => signature_rows::table
        .filter(signature_rows::letter_id.eq(letter.letter().id))
        .filter(signature_rows::organization_id.eq(organization))
        .select(signature_rows::id)
        .first(c)
        .optional())?;
    let Some(own) = own else { return Ok(false) };
    if event.signature_id.is_some() {
        return Ok(event.signature_id == Some(own));
    }
    let just: i64 = on!(tx, c => signature_rows::table
        .find(own)
        .filter(signature_rows::withheld_at.is_not_null())
        .filter(signature_rows::signed_at.eq(now).or(signature_rows::withdrawn_at.eq(now).assume_not_null()))
        .count()
        .get_result(c))?;
    Ok(just > 0)
}

fn what_is_told(
    tx: &mut Tx<'_>,
    locked: &LockedLetter,
    signature: Option<SignatureId>,
    telling: &Telling<'_>,
) -> Result<ToldData, Fault> {
    let (letter, revision) = (locked.letter(), locked.revision());
    let list = (telling.list)(tx, locked)?;
    let signatory = match signature {
        None => None,
        Some(id) => match list.lines().find(|(_, line)| line.entry.signature == id) {
            Some((_, line)) => Some(ToldSignatory {
                name: line.entry.name.clone(),
                organization: line.entry.slug.clone(),
                number: line.number,
                country: line.entry.country.clone(),
            }),
            None => signatures::named_in_public(tx, letter.id, &[id])?.remove(&id).map(|named| {
                ToldSignatory { name: named.name, organization: named.slug, number: None, country: None }
            }),
        },
    };
    let count = list.count();
    let title = revision.text().title.replace(markdown::COUNT, &revision.language().number(count));
    Ok(ToldData {
        letter: Some(ToldLetter {
            url: (telling.address)(&format!("/letters/{}", letter.slug)),
            slug: letter.slug.clone(),
            title,
            language: letter.language.clone(),
            state: letter.state(tx.now()).to_owned(),
            revision: revision.number,
            sha256: revision.sha256(),
            count,
            withheld: list.withheld(),
        }),
        signatory,
    })
}
