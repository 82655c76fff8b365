//! **Flag**: two organizations that may be taken for each other, as operators and coordinators read it and
//! operators settle it. How flags come to be is in `likeness`.

use std::collections::{BTreeMap, BTreeSet};

use diesel::prelude::*;

use super::model::Organization;
use crate::db::{Moment, Tx, on, sealed, text_enum};
use crate::error::{Fault, carries_faults};
use crate::ids::{FlagId, OrganizationId, PersonId};
use crate::schema::{likeness_flags as flags, organizations};
use crate::text::words::say;

text_enum! {
    /// Why an organization is flagged.
    FlagReason {
        /// Its name reads or looks like the other's.
        Name = "name",
        /// What it is called for short is what the other is called for short, or its initials.
        Short = "short",
        /// Its website or its address is at the other's domain.
        Domain = "domain",
        /// A word of its name mixes scripts.
        Scripts = "scripts",
        /// Its name was typed with characters that nobody sees.
        Concealed = "concealed",
    }
}

impl FlagReason {
    /// The reason in a sentence about "it" and "the other".
    pub fn in_words(self) -> String {
        match self {
            Self::Name => say!("organizations-flag-name"),
            Self::Short => say!("organizations-flag-short"),
            Self::Domain => say!("organizations-flag-domain"),
            Self::Scripts => say!("organizations-flag-scripts"),
            Self::Concealed => say!("organizations-flag-concealed"),
        }
    }
}

text_enum! {
    /// What an operator said of a flag.
    FlagOutcome {
        /// They are different bodies.
        Different = "different",
        /// They are one body, and a claim settles who acts for it.
        Same = "same",
        /// One pretends to be the other, and was suspended.
        Impostor = "impostor",
    }
}

#[derive(Debug, Clone, Queryable, Selectable)]
#[diesel(table_name = flags)]
struct Row {
    id: FlagId,
    organization_id: OrganizationId,
    other_id: Option<OrganizationId>,
    reason: FlagReason,
    raised_at: Moment,
    outcome: Option<FlagOutcome>,
}

/// A flag with the organizations it is about.
#[derive(Debug, Clone)]
pub struct Flag {
    /// Its id.
    pub id: FlagId,
    /// The one that came later, or was renamed.
    pub organization: Organization,
    /// The one it may be taken for; none where its name is suspicious by itself.
    pub other: Option<Organization>,
    /// Why.
    pub reason: FlagReason,
    /// When.
    pub raised_at: Moment,
    /// What an operator said of it; none while it is open.
    pub outcome: Option<FlagOutcome>,
}

fn with_organizations(tx: &mut Tx<'_>, rows: Vec<Row>) -> Result<Vec<Flag>, Fault> {
    let ids: BTreeSet<OrganizationId> =
        rows.iter().flat_map(|row| [Some(row.organization_id), row.other_id]).flatten().collect();
    let ids: Vec<OrganizationId> = ids.into_iter().collect();
    let found: Vec<Organization> = on!(tx, c => organizations::table
        .filter(organizations::id.eq_any(ids))
        .select(Organization::as_select())
        .load(c))?;
    let by_id: BTreeMap<OrganizationId, Organization> =
        found.into_iter().map(|organization| (organization.id, organization)).collect();
    let flag = |row: Row| {
        Some(Flag {
            id: row.id,
            organization: by_id.get(&row.organization_id)?.clone(),
            other: row.other_id.and_then(|other| by_id.get(&other).cloned()),
            reason: row.reason,
            raised_at: row.raised_at,
            outcome: row.outcome,
        })
    };
    Ok(rows.into_iter().filter_map(flag).collect())
}

/// The open flags, the oldest first, at most `most`.
///
/// # Errors
/// A fault of the database.
pub fn open_flags(tx: &mut Tx<'_>, most: i64) -> Result<Vec<Flag>, Fault> {
    let rows: Vec<Row> = on!(tx, c => flags::table
        .filter(flags::settled_at.is_null())
        .order((flags::raised_at, flags::id))
        .limit(most)
        .select(Row::as_select())
        .load(c))?;
    with_organizations(tx, rows)
}

/// How many flags are open.
///
/// # Errors
/// A fault of the database.
pub fn count_open_flags(tx: &mut Tx<'_>) -> Result<usize, Fault> {
    let open: i64 = on!(tx, c => flags::table.filter(flags::settled_at.is_null()).count().get_result(c))?;
    Ok(usize::try_from(open).unwrap_or(0))
}

/// The open flags on any of these organizations, for operators.
///
/// # Errors
/// A fault of the database.
pub fn flags_of(tx: &mut Tx<'_>, of: &[OrganizationId]) -> Result<Vec<Flag>, Fault> {
    // A letter may have thousands of signatories, and a statement fewer values.
    let mut found = Vec::new();
    for some in of.chunks(500) {
        let rows: Vec<Row> = on!(tx, c => flags::table
            .filter(flags::settled_at.is_null().and(flags::organization_id.eq_any(some.to_vec())))
            .order((flags::raised_at, flags::id))
            .select(Row::as_select())
            .load(c))?;
        found.extend(rows);
    }
    with_organizations(tx, found)
}

/// The same for the coordinators of a letter that they signed: without those that would tell that a
/// protected organization is here. Whoever wants to know would sign a letter of their own under its name.
///
/// # Errors
/// A fault of the database.
pub fn flags_for_coordinators(tx: &mut Tx<'_>, of: &[OrganizationId]) -> Result<Vec<Flag>, Fault> {
    let mut found = flags_of(tx, of)?;
    found.retain(|flag| flag.other.as_ref().is_none_or(|other| !other.is_protected()));
    Ok(found)
}

/// Why a flag was not settled.
#[derive(Debug)]
pub enum SettleFlagError {
    /// There is none of this id.
    NoSuchFlag,
    /// Somebody has settled it already.
    AlreadySettled,
    /// See [`Fault`].
    Fault(Fault),
}

carries_faults!(SettleFlagError);

/// Writes what an operator said of a flag. Of two who do so at once the first is heard.
///
/// # Errors
/// See [`SettleFlagError`].
pub fn settle_flag(
    tx: &mut Tx<'_>,
    id: FlagId,
    operator: PersonId,
    outcome: FlagOutcome,
    words: &str,
) -> Result<Flag, SettleFlagError> {
    let now = tx.now();
    let settled = on!(tx, c => diesel::update(flags::table.find(id).filter(flags::settled_at.is_null()))
        .set((
            flags::settled_at.eq(now),
            flags::settled_by.eq(operator),
            flags::outcome.eq(outcome),
            flags::words.eq(sealed(words)),
        ))
        .execute(c))?;
    let row: Option<Row> = on!(tx, c => flags::table.find(id).select(Row::as_select()).first(c).optional())?;
    let row = row.ok_or(SettleFlagError::NoSuchFlag)?;
    if settled == 0 {
        return Err(SettleFlagError::AlreadySettled);
    }
    with_organizations(tx, vec![row])?.pop().ok_or(SettleFlagError::NoSuchFlag)
}

/// An operator has said that these two are different bodies: their open flags are settled so.
///
/// # Errors
/// A fault of the database.
pub fn are_different(
    tx: &mut Tx<'_>,
    one: OrganizationId,
    other: OrganizationId,
    operator: PersonId,
    words: &str,
) -> Result<(), Fault> {
    let now = tx.now();
    let pair = (flags::organization_id.eq(one).and(flags::other_id.eq(other)))
        .or(flags::organization_id.eq(other).and(flags::other_id.eq(one)));
    on!(tx, c => diesel::update(flags::table.filter(flags::settled_at.is_null()).filter(pair))
        .set((
            flags::settled_at.eq(now),
            flags::settled_by.eq(operator),
            flags::outcome.eq(FlagOutcome::Different),
            flags::words.eq(sealed(words)),
        ))
        .execute(c))?;
    Ok(())
}
