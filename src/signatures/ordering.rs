//! The order by hand: a coordinator moves a signatory up or down under its heading.

use diesel::prelude::*;

use super::model::signatory_list;
use crate::db::{Tx, on, text_enum};
use crate::error::{Fault, carries_faults};
use crate::ids::SignatureId;
use crate::letters::{EventKind, Ordering, OwnLetter, record};
use crate::schema::signatures;

text_enum! {
    /// Which way.
    Direction {
        /// Towards the beginning.
        Up = "up",
        /// Towards the end.
        Down = "down",
    }
}

/// Why nothing was moved.
#[derive(Debug)]
pub(super) enum MoveError {
    /// The list of this letter is not ordered by hand.
    NotByHand,
    /// There is no such signatory on the list.
    NoSuchSignatory,
    /// See [`Fault`].
    Fault(Fault),
}

carries_faults!(MoveError);

/// Swaps a signatory with its neighbour under the same heading; at the end of the heading nothing
/// happens. The letter must be held.
pub(super) fn move_signatory(
    tx: &mut Tx<'_>,
    own: &OwnLetter,
    signature: SignatureId,
    direction: Direction,
) -> Result<(), MoveError> {
    let letter = own.letter();
    if letter.ordering != Ordering::Hand {
        return Err(MoveError::NotByHand);
    }
    let list = signatory_list(tx, letter, &letter.language())?;
    let mut found = false;
    let mut order: Vec<SignatureId> = Vec::with_capacity(list.count());
    for group in &list.groups {
        let mut ids: Vec<SignatureId> = group.signatories.iter().map(|line| line.entry.signature).collect();
        if let Some(from) = ids.iter().position(|id| *id == signature) {
            found = true;
            let to = match direction {
                Direction::Up => from.saturating_sub(1),
                Direction::Down => (from + 1).min(ids.len() - 1),
            };
            ids.swap(from, to);
        }
        order.extend(ids);
    }
    if !found {
        return Err(MoveError::NoSuchSignatory);
    }
    for (position, id) in (0_i32..).zip(order) {
        on!(tx, c => diesel::update(signatures::table.find(id))
            .set(signatures::hand_position.eq(position))
            .execute(c))?;
    }
    record(tx, letter.id, EventKind::Relisted, None)?;
    Ok(())
}
