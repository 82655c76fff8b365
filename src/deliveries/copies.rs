//! Who got a delivered letter: whoever it was handed over to, and each final copy. They are told, by
//! the coordinators, when a signatory leaves afterwards.

use diesel::prelude::*;

use super::model::{Delivered, Recipient, find_delivery};
use crate::db::{Tx, on, sealed};
use crate::error::Fault;
use crate::ids::{CopyId, DeliveryId, LetterId};
use crate::schema::{deliveries, delivery_copies as copies};
use crate::signatures::{self, Left};

/// Writes down who gets a final copy: the mails themselves are forgotten once they are sent, and the
/// people of an organization change.
pub(super) fn keep_copies(tx: &mut Tx<'_>, letter: LetterId, all: &[Recipient]) -> Result<(), Fault> {
    let delivery: DeliveryId = on!(tx, c => deliveries::table
        .filter(deliveries::letter_id.eq(letter))
        .select(deliveries::id)
        .first(c))?;
    for to in all {
        let row = (
            copies::id.eq(CopyId::new()),
            copies::delivery_id.eq(delivery),
            copies::name.eq(sealed(&to.name)),
            copies::address.eq(sealed(&to.address)),
        );
        on!(tx, c => diesel::insert_into(copies::table).values(row).execute(c))?;
    }
    Ok(())
}

/// A final copy that was sent.
pub(super) struct Copy {
    /// To whom.
    pub name: String,
    /// To which address.
    pub address: String,
}

/// What coordinators need to tell those who got a letter that a signatory left.
pub(super) struct Copies {
    pub delivered: Delivered,
    /// Who got the final copy by mail, in the order in which they were written to. Empty of deliveries
    /// from before this was written down, and once the contacts are erased.
    pub recipients: Vec<Copy>,
    /// Who has left since.
    pub left: Vec<Left>,
}

/// Who got the letter, and who has left since; none if it is not delivered.
pub(super) fn copies_of(tx: &mut Tx<'_>, letter: LetterId) -> Result<Option<Copies>, Fault> {
    let Some(delivered) = find_delivery(tx, letter)? else { return Ok(None) };
    let found: Vec<(String, String)> = on!(tx, c => copies::table
        .inner_join(deliveries::table)
        .filter(deliveries::letter_id.eq(letter))
        .order(copies::id)
        .select((copies::name, copies::address))
        .load(c))?;
    let recipients = found.into_iter().map(|(name, address)| Copy { name, address }).collect();
    let left = signatures::left_after_delivery(tx, letter)?;
    Ok(Some(Copies { delivered, recipients, left }))
}
