//! The order by hand: coordinators move signatories under their headings and between them.

use std::collections::{HashMap, HashSet};

use diesel::prelude::*;

use super::changes::{changing, list_version};
use super::gathering::signatory_list;
use super::groups::put_in_order;
use super::list::{Place, SignatoryList};
use crate::db::{Tx, on, text_enum};
use crate::error::{Fault, carries_faults};
use crate::ids::{GroupId, LetterId, SignatureId};
use crate::letters::{Letter, Ordering, OwnLetter};
use crate::schema::{letter_groups, letters, signatures};

text_enum! {
    /// Which way.
    Direction {
        /// One towards the beginning.
        Up = "up",
        /// One towards the end.
        Down = "down",
        /// To the beginning.
        Top = "top",
        /// To the end.
        End = "end",
    }
}

impl Direction {
    /// Moves the item at `from`, which is there.
    pub(super) fn move_within<T>(self, items: &mut [T], from: usize) {
        let to = match self {
            Direction::Up => from.saturating_sub(1),
            Direction::Down => from + 1,
            Direction::Top => 0,
            Direction::End => usize::MAX,
        };
        move_to(items, from, to);
    }
}

/// Moves the item at `from`, which is there, to the place `to`, or to the end if there is none.
fn move_to<T>(items: &mut [T], from: usize, to: usize) {
    let to = to.min(items.len().saturating_sub(1));
    let passed = if to < from { items.get_mut(to..=from) } else { items.get_mut(from..=to) };
    if let Some(passed) = passed {
        if to < from {
            passed.rotate_right(1);
        } else {
            passed.rotate_left(1);
        }
    }
}

/// Where a signatory is to stand under its heading.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Whereto {
    /// One way or the other from where it stands.
    Towards(Direction),
    /// At this place, counted from 1; behind the last is the end.
    Nth(usize),
}

/// Why nothing was moved.
#[derive(Debug)]
pub(super) enum MoveError {
    /// The list of this letter is not ordered by hand.
    NotByHand,
    /// There is no such signatory on the list.
    NoSuchSignatory,
    /// Somebody changed the list since it was shown.
    ListMoved,
    /// The letter is delivered: the order is frozen.
    Delivered,
    /// See [`Fault`].
    Fault(Fault),
}

carries_faults!(MoveError);

fn movable(own: &OwnLetter) -> Result<&Letter, MoveError> {
    let letter = own.letter();
    if letter.delivered_at.is_some() {
        return Err(MoveError::Delivered);
    }
    if letter.ordering != Ordering::Hand {
        return Err(MoveError::NotByHand);
    }
    Ok(letter)
}

/// Moves a signatory under its heading; at the end of the heading nothing happens. The letter must
/// be held.
pub(super) fn move_signatory(
    tx: &mut Tx<'_>,
    own: &OwnLetter,
    signature: SignatureId,
    whereto: Whereto,
) -> Result<(), MoveError> {
    let letter = movable(own)?;
    let list = signatory_list(tx, letter, &letter.language())?;
    let line = list.lines().find(|(_, line)| line.entry.signature == signature);
    let name = line.ok_or(MoveError::NoSuchSignatory)?.1.entry.name.clone();
    let mut order: Vec<SignatureId> = Vec::new();
    for group in &list.groups {
        let mut ids: Vec<SignatureId> = group.signatories.iter().map(|line| line.entry.signature).collect();
        if let Some(from) = ids.iter().position(|id| *id == signature) {
            match whereto {
                Whereto::Towards(direction) => direction.move_within(&mut ids, from),
                Whereto::Nth(place) => move_to(&mut ids, from, place.saturating_sub(1)),
            }
        }
        order.extend(ids);
    }
    changing(tx, own, "moved", &name, |tx| Ok(number_by_hand(tx, letter.id, &order)?))
}

/// Writes the places of signatories, those that differ.
fn number_by_hand(tx: &mut Tx<'_>, letter: LetterId, order: &[SignatureId]) -> Result<(), Fault> {
    let standing: Vec<(SignatureId, Option<i32>)> = on!(tx, c => signatures::table
        .filter(signatures::letter_id.eq(letter))
        .select((signatures::id, signatures::hand_position))
        .load(c))?;
    let standing: HashMap<SignatureId, Option<i32>> = standing.into_iter().collect();
    for (position, id) in (0_i32..).zip(order) {
        if standing.get(id).copied().flatten() != Some(position) {
            on!(tx, c => diesel::update(signatures::table.find(*id))
                .set(signatures::hand_position.eq(position))
                .execute(c))?;
        }
    }
    Ok(())
}

/// Keeps the order in which the list stands as the order by hand, so that a letter whose rule
/// becomes "by hand" begins where it was. Nothing where it is ordered by hand already. The letter
/// must be held.
///
/// # Errors
/// A fault of the database.
pub fn keep_order(tx: &mut Tx<'_>, letter: &Letter) -> Result<(), Fault> {
    if letter.ordering == Ordering::Hand {
        return Ok(());
    }
    let list = signatory_list(tx, letter, &letter.language())?;
    let order: Vec<SignatureId> = list.lines().map(|(_, line)| line.entry.signature).collect();
    number_by_hand(tx, letter.id, &order)
}

/// Changes the rule of the order. By hand begins with the order that stood before. The letter must be
/// held.
pub(super) fn order_by(tx: &mut Tx<'_>, own: &OwnLetter, ordering: Ordering) -> Result<(), MoveError> {
    let letter = own.letter();
    if letter.delivered_at.is_some() {
        return Err(MoveError::Delivered);
    }
    let words = match ordering {
        Ordering::Name => "ordered the list by name",
        Ordering::Time => "ordered the list by time of signing",
        Ordering::Hand => "ordered the list by hand",
    };
    changing(tx, own, words, "", |tx| {
        if ordering == Ordering::Hand {
            keep_order(tx, letter)?;
        }
        on!(tx, c => diesel::update(letters::table.find(letter.id))
            .set(letters::ordering.eq(ordering))
            .execute(c))?;
        Ok(())
    })
}

/// An order of the whole list: headings and the signatories under them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct WholeOrder(pub Vec<(Place, Vec<SignatureId>)>);

impl WholeOrder {
    /// Reads `g-… s-… s-… g-… s-…`: the names that headings and lines have on the page, in order.
    ///
    /// # Errors
    /// If it is none, or names somebody twice.
    pub(super) fn read(typed: &str) -> Result<Self, ()> {
        let mut order: Vec<(Place, Vec<SignatureId>)> = Vec::new();
        let mut seen = HashSet::new();
        for word in typed.split_whitespace() {
            if let Some(key) = word.strip_prefix("g-") {
                order.push((Place::read(key).ok_or(())?, Vec::new()));
            } else {
                let id: SignatureId = word.strip_prefix("s-").ok_or(())?.parse().map_err(drop)?;
                if !seen.insert(id) {
                    return Err(());
                }
                order.last_mut().ok_or(())?.1.push(id);
            }
        }
        if order.is_empty() { Err(()) } else { Ok(Self(order)) }
    }
}

/// Puts the whole list into an order, if it is still the list of that version. Whoever has signed
/// since stays after those who were put in order; whoever has gone is passed over. A signatory that
/// is named under another heading than it stands under moves there; under a country's, its country
/// decides. The letter must be held.
pub(super) fn put_whole_list_in_order(
    tx: &mut Tx<'_>,
    own: &OwnLetter,
    version: i64,
    wanted: &WholeOrder,
) -> Result<(), MoveError> {
    let letter = movable(own)?;
    if list_version(tx, letter.id)? != version {
        return Err(MoveError::ListMoved);
    }
    let list = signatory_list(tx, letter, &letter.language())?;
    let groups: HashSet<GroupId> = on!(tx, c => letter_groups::table
        .filter(letter_groups::letter_id.eq(letter.id))
        .order(letter_groups::position)
        .select(letter_groups::id)
        .load::<GroupId>(c))?
    .into_iter()
    .collect();
    let standing: HashMap<SignatureId, &Place> =
        list.lines().map(|(group, line)| (line.entry.signature, &group.place)).collect();
    let known = |place: &Place| !matches!(place, Place::Group(id) if !groups.contains(id));
    if !wanted.0.iter().all(|(place, _)| known(place)) {
        return Err(MoveError::ListMoved); // a heading that is gone
    }
    let mut moved: Vec<(SignatureId, Option<GroupId>)> = Vec::new();
    for (place, ids) in &wanted.0 {
        let group = match place {
            Place::Group(id) => Some(*id),
            Place::Country(_) | Place::Rest | Place::AfterDelivery => None,
        };
        let is_group = |place: &Place| matches!(place, Place::Group(_));
        // Between two countries nobody is moved: that is not the coordinators' to say.
        let elsewhere = |id: &&SignatureId| {
            standing.get(id).is_some_and(|stands| *stands != place && (is_group(stands) || is_group(place)))
        };
        moved.extend(ids.iter().filter(elsewhere).map(|id| (*id, group)));
    }
    let order = complete(wanted, &list);
    changing(tx, own, "put the list in order", "", |tx| {
        for (id, group) in &moved {
            on!(tx, c => diesel::update(signatures::table.find(*id))
                .set(signatures::group_id.eq(*group))
                .execute(c))?;
        }
        put_in_order(tx, &in_order(wanted))?;
        Ok(number_by_hand(tx, letter.id, &order)?)
    })
}

fn in_order(wanted: &WholeOrder) -> Vec<GroupId> {
    let groups = wanted.0.iter().filter_map(|(place, _)| match place {
        Place::Group(id) => Some(*id),
        Place::Country(_) | Place::Rest | Place::AfterDelivery => None,
    });
    groups.collect()
}

/// Those who were put in order and are on the list, then those of the list who were not.
fn complete(wanted: &WholeOrder, list: &SignatoryList) -> Vec<SignatureId> {
    let listed: HashSet<SignatureId> = list.lines().map(|(_, line)| line.entry.signature).collect();
    let named: Vec<SignatureId> =
        wanted.0.iter().flat_map(|(_, ids)| ids).copied().filter(|id| listed.contains(id)).collect();
    let known: HashSet<SignatureId> = named.iter().copied().collect();
    let newcomers = list.lines().map(|(_, line)| line.entry.signature).filter(|id| !known.contains(id));
    named.iter().copied().chain(newcomers).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn moving_loses_nobody_and_passes_only_those_between(length in 1..9_usize, from in 0..9_usize, to in 0..12_usize) {
            let from = from % length;
            for direction in [Direction::Up, Direction::Down, Direction::Top, Direction::End] {
                let mut items: Vec<usize> = (0..length).collect();
                direction.move_within(&mut items, from);
                check(&items, from);
            }
            let mut items: Vec<usize> = (0..length).collect();
            move_to(&mut items, from, to);
            prop_assert_eq!(items.iter().position(|item| *item == from), Some(to.min(length - 1)));
            check(&items, from);
        }
    }

    fn check(items: &[usize], moved: usize) {
        let mut sorted = items.to_vec();
        sorted.sort_unstable();
        assert_eq!(sorted, (0..items.len()).collect::<Vec<_>>());
        let others: Vec<_> = items.iter().filter(|item| **item != moved).collect();
        assert!(others.is_sorted(), "the others stay in their order: {items:?}");
    }

    #[test]
    fn an_order_of_the_whole_list_names_headings_and_each_line_once() {
        let (one, other) = (SignatureId::new(), SignatureId::new());
        let read = WholeOrder::read(&format!("g-rest s-{one} g-SY s-{other}")).unwrap();
        assert_eq!(read.0, [(Place::Rest, vec![one]), (Place::Country("SY".into()), vec![other])]);
        for wrong in [
            String::new(),
            format!("s-{one}"),
            format!("g-rest s-{one} s-{one}"),
            format!("g-nowhere s-{one}"),
            "g-rest s-nobody".to_owned(),
            "rest".to_owned(),
        ] {
            assert_eq!(WholeOrder::read(&wrong), Err(()), "{wrong}");
        }
    }
}
