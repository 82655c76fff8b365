//! **Group**: a heading of the list in one letter. A coalition's comes to stand there with its first
//! signatory, in the words the coalition has at that moment; coordinators add others, and say what
//! they are called and in which order they stand.

use diesel::dsl::max;
use diesel::prelude::*;

use super::changes::changing;
use super::entry::GroupKind;
use super::ordering::Direction;
use crate::coalitions::{self, Coalition};
use crate::db::{Tx, on};
use crate::error::{Fault, carries_faults};
use crate::ids::{CoalitionId, GroupId, LetterId, Slug};
use crate::letters::OwnLetter;
use crate::schema::{letter_groups, signatures};
use crate::text::clean;
use crate::text::complaints::Complaints;
use crate::text::words::{Words, say};

/// The group of a coalition in a letter, after those that are there. The letter must be held.
///
/// # Errors
/// A fault of the database.
pub fn find_or_add_group(tx: &mut Tx<'_>, letter: LetterId, coalition: &Coalition) -> Result<GroupId, Fault> {
    let found: Option<GroupId> = on!(tx, c => letter_groups::table
        .filter(letter_groups::letter_id.eq(letter).and(letter_groups::coalition_id.eq(coalition.id)))
        .select(letter_groups::id)
        .first(c)
        .optional())?;
    match found {
        Some(group) => Ok(group),
        None => {
            let words = (coalition.name.as_str(), &coalition.acronym);
            insert(tx, letter, Some(coalition.id), GroupKind::Signatories, words)
        }
    }
}

fn insert(
    tx: &mut Tx<'_>,
    letter: LetterId,
    coalition: Option<CoalitionId>,
    kind: GroupKind,
    (name, acronym): (&str, &Option<String>),
) -> Result<GroupId, Fault> {
    let last: Option<i32> = on!(tx, c => letter_groups::table
        .filter(letter_groups::letter_id.eq(letter))
        .select(max(letter_groups::position))
        .first(c))?;
    let id = GroupId::new();
    let row = (
        letter_groups::id.eq(id),
        letter_groups::letter_id.eq(letter),
        letter_groups::coalition_id.eq(coalition),
        letter_groups::kind.eq(kind),
        letter_groups::name.eq(name),
        letter_groups::acronym.eq(acronym),
        letter_groups::position.eq(last.map_or(0, |last| last + 1)),
    );
    on!(tx, c => diesel::insert_into(letter_groups::table).values(row).execute(c))?;
    Ok(id)
}

/// What a coordinator says of a group.
#[derive(Debug, Clone)]
pub(super) struct NewGroup {
    /// Its heading; empty for the coalition's name, or, without one, for a group of signatories that
    /// has none.
    pub name: String,
    /// The heading's acronym.
    pub acronym: Option<String>,
    /// Signatories, late ones or observers.
    pub kind: GroupKind,
    /// The address of the coalition that it stands for.
    pub coalition: Option<String>,
}

impl NewGroup {
    /// Reads the fields `name`, `acronym`, `kind` (signatories if empty), `coalition`.
    ///
    /// # Errors
    /// What is wrong, field by field.
    pub(super) fn read(name: &str, acronym: &str, kind: &str, coalition: &str) -> Result<Self, Complaints> {
        let mut complaints = Complaints::default();
        let (name, acronym) = (clean::line(name), clean::optional_line(acronym));
        complaints.at_most("name", &name, 200);
        complaints.at_most("acronym", acronym.as_deref().unwrap_or(""), 30);
        let kind = match kind.trim() {
            "" => Ok(GroupKind::Signatories),
            typed => typed.parse(),
        };
        if kind.is_err() {
            complaints.add("kind", say!("signatures-choose-kind"));
        }
        let kind = kind.unwrap_or(GroupKind::Signatories);
        complaints.or(Self { name, acronym, kind, coalition: clean::optional_line(coalition) })
    }
}

/// Why a group was not changed.
#[derive(Debug)]
pub(super) enum GroupError {
    /// The letter has no such group.
    NoSuchGroup,
    /// There is no such coalition.
    NoSuchCoalition,
    /// The coalition has another heading in this letter.
    HasAHeading,
    /// Signatories stand under it, and nobody said that they are to stand without a heading.
    NotEmpty {
        /// How many.
        signatories: i64,
    },
    /// The letter is delivered: its headings are frozen.
    Delivered,
    /// See [`Fault`].
    Fault(Fault),
}

carries_faults!(GroupError);

fn not_delivered(own: &OwnLetter) -> Result<(), GroupError> {
    if own.letter().delivered_at.is_some() { Err(GroupError::Delivered) } else { Ok(()) }
}

fn named_coalition(
    tx: &mut Tx<'_>,
    letter: LetterId,
    new: &NewGroup,
    besides: Option<GroupId>,
) -> Result<Option<Coalition>, GroupError> {
    let Some(slug) = &new.coalition else { return Ok(None) };
    let slug: Slug = slug.parse().map_err(|()| GroupError::NoSuchCoalition)?;
    let coalition = coalitions::find_coalition(tx, &slug)?.ok_or(GroupError::NoSuchCoalition)?;
    let standing: Option<GroupId> = on!(tx, c => letter_groups::table
        .filter(letter_groups::letter_id.eq(letter).and(letter_groups::coalition_id.eq(coalition.id)))
        .select(letter_groups::id)
        .first(c)
        .optional())?;
    if standing.is_some() && standing != besides {
        return Err(GroupError::HasAHeading);
    }
    Ok(Some(coalition))
}

/// The words of the heading: those that were typed, or else the coalition's. Late signatories and
/// observers always have some: without a heading readers would take them for signatories like others.
fn words(own: &OwnLetter, new: &NewGroup, coalition: Option<&Coalition>) -> (String, Option<String>) {
    let said = |key| (Words::of(&own.letter().language()).say(key), new.acronym.clone());
    match (coalition, new.kind) {
        _ if !new.name.is_empty() => (new.name.clone(), new.acronym.clone()),
        (Some(coalition), _) => (coalition.name.clone(), coalition.acronym.clone()),
        (None, GroupKind::Late) => said("late-signatories"),
        (None, GroupKind::Observers) => said("observers"),
        (None, GroupKind::Signatories) => (String::new(), new.acronym.clone()),
    }
}

/// Adds a group after those that are there. The letter must be held.
pub(super) fn add_group(tx: &mut Tx<'_>, own: &OwnLetter, new: &NewGroup) -> Result<GroupId, GroupError> {
    not_delivered(own)?;
    let letter = own.letter().id;
    let coalition = named_coalition(tx, letter, new, None)?;
    let (name, acronym) = words(own, new, coalition.as_ref());
    changing(tx, own, "added a group", &name, |tx| {
        Ok(insert(tx, letter, coalition.map(|coalition| coalition.id), new.kind, (&name, &acronym))?)
    })
}

fn name_of(tx: &mut Tx<'_>, own: &OwnLetter, group: GroupId) -> Result<String, GroupError> {
    let name: Option<String> = on!(tx, c => letter_groups::table
        .find(group)
        .filter(letter_groups::letter_id.eq(own.letter().id))
        .select(letter_groups::name)
        .first(c)
        .optional())?;
    name.ok_or(GroupError::NoSuchGroup)
}

/// Says anew what a group is called, what it is and which coalition it stands for; with none, those
/// who sign as its members later get a heading of the coalition's own. The letter must be held.
pub(super) fn edit_group(
    tx: &mut Tx<'_>,
    own: &OwnLetter,
    group: GroupId,
    new: &NewGroup,
) -> Result<(), GroupError> {
    not_delivered(own)?;
    let before = name_of(tx, own, group)?;
    let coalition = named_coalition(tx, own.letter().id, new, Some(group))?;
    let (name, acronym) = words(own, new, coalition.as_ref());
    changing(tx, own, "changed a group", &before, |tx| {
        on!(tx, c => diesel::update(letter_groups::table.find(group))
            .set((
                letter_groups::name.eq(name),
                letter_groups::acronym.eq(acronym),
                letter_groups::kind.eq(new.kind),
                letter_groups::coalition_id.eq(coalition.map(|coalition| coalition.id)),
            ))
            .execute(c))?;
        Ok(())
    })
}

/// Removes a group. Its signatories, if `with_signatories` says so, stand without a heading then.
/// The letter must be held.
pub(super) fn remove_group(
    tx: &mut Tx<'_>,
    own: &OwnLetter,
    group: GroupId,
    with_signatories: bool,
) -> Result<(), GroupError> {
    not_delivered(own)?;
    let name = name_of(tx, own, group)?;
    let under_it = signatures::table.filter(signatures::group_id.eq(group));
    let signatories: i64 =
        on!(tx, c => under_it.filter(signatures::withdrawn_at.is_null()).count().get_result(c))?;
    if signatories > 0 && !with_signatories {
        return Err(GroupError::NotEmpty { signatories });
    }
    changing(tx, own, "removed a group", &name, |tx| {
        on!(tx, c => diesel::update(under_it).set(signatures::group_id.eq(None::<GroupId>)).execute(c))?;
        on!(tx, c => diesel::delete(letter_groups::table.find(group)).execute(c))?;
        Ok(())
    })
}

/// Moves a group among those of its kind; at the end nothing happens. The letter must be held.
pub(super) fn move_group(
    tx: &mut Tx<'_>,
    own: &OwnLetter,
    group: GroupId,
    direction: Direction,
) -> Result<(), GroupError> {
    not_delivered(own)?;
    let name = name_of(tx, own, group)?;
    let all: Vec<(GroupId, GroupKind)> = on!(tx, c => letter_groups::table
        .filter(letter_groups::letter_id.eq(own.letter().id))
        .order((letter_groups::position, letter_groups::id))
        .select((letter_groups::id, letter_groups::kind))
        .load(c))?;
    let kind = all.iter().find(|(id, _)| *id == group).map(|(_, kind)| *kind);
    let (mut own_kind, others): (Vec<_>, Vec<_>) = all.into_iter().partition(|(_, k)| Some(*k) == kind);
    if let Some(from) = own_kind.iter().position(|(id, _)| *id == group) {
        direction.move_within(&mut own_kind, from);
    }
    let order: Vec<GroupId> = own_kind.into_iter().chain(others).map(|(id, _)| id).collect();
    changing(tx, own, "moved a group", &name, |tx| Ok(put_in_order(tx, &order)?))
}

/// Writes the places of groups, those that differ.
pub(super) fn put_in_order(tx: &mut Tx<'_>, order: &[GroupId]) -> Result<(), Fault> {
    for (position, id) in (0_i32..).zip(order) {
        on!(tx, c => diesel::update(letter_groups::table.find(*id).filter(letter_groups::position.ne(position)))
            .set(letter_groups::position.eq(position))
            .execute(c))?;
    }
    Ok(())
}
