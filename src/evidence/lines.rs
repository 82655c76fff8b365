//! The lines of a letter's list as their rows say them at this moment, in the words that the log commits
//! to.

use diesel::prelude::*;

use super::canonical::canonical_of;
use super::leaves::{Content, LeafKind};
use crate::db::{Moment, Tx, on};
use crate::error::Fault;
use crate::ids::{LetterId, OrganizationId, SignatureId, hex};
use crate::schema::{letter_groups, organization_suspensions, organizations, revisions, signatures};

#[derive(Queryable, Selectable)]
#[diesel(table_name = signatures)]
struct Row {
    id: SignatureId,
    signed_at: Moment,
    confirmed_at: Option<Moment>,
    withdrawn_at: Option<Moment>,
    suspended_at: Option<Moment>,
    awaiting_since: Option<Moment>,
    withheld_at: Option<Moment>,
    printed_name: Option<String>,
    printed_acronym: Option<String>,
    listed_country: Option<String>,
}

type OrganizationRow = (OrganizationId, String, Option<String>, Option<String>);
/// The last says whether an operator has suspended the organization.
type Joined = (Row, Option<OrganizationRow>, Option<Vec<u8>>, Option<String>, bool);

/// A line as it stands in the rows.
#[derive(Debug, Clone)]
pub(super) struct Line {
    pub signature: SignatureId,
    pub confirmed: bool,
    pub withheld: bool,
    /// Why it is not on the list, if it is not.
    pub off: Option<LeafKind>,
    pub content: Content,
}

impl Line {
    /// What the log commits to.
    pub fn canonical(&self) -> Result<String, Fault> {
        canonical_of(&self.content)
    }

    fn of((row, organization, revision, group, stopped): Joined) -> Self {
        let confirmed = row.confirmed_at.is_some();
        // As the list has it: a name that is printed otherwise brings its acronym, or its want of one,
        // and of an organization that has not signed here nothing is said but what was entered.
        let (name, acronym) = match (row.printed_name, &organization) {
            (Some(printed), _) => (printed, row.printed_acronym),
            (None, Some((_, name, acronym, _))) => (name.clone(), acronym.clone()),
            (None, None) => (String::new(), None),
        };
        let organization = organization.filter(|_| confirmed);
        let off = match (row.withdrawn_at, row.suspended_at.or(row.awaiting_since)) {
            (Some(_), _) => Some(LeafKind::Withdrew),
            (None, Some(_)) => Some(LeafKind::Suspended),
            (None, None) => stopped.then_some(LeafKind::Suspended),
        };
        let withheld = row.withheld_at.is_some();
        let content = Content {
            acronym,
            country: organization.as_ref().and_then(|(.., country)| country.clone()).or(row.listed_country),
            display: if withheld { "withheld" } else { "named" }.to_owned(),
            group: group.filter(|name| !name.is_empty()),
            name,
            organization: organization.map(|(id, ..)| id.to_string()),
            revision: revision.map(|sha256| hex(&sha256)),
            signed_at: row.signed_at.to_string(),
            status: if confirmed { "confirmed" } else { "listed" }.to_owned(),
        };
        Self { signature: row.id, confirmed, withheld, off, content }
    }
}

/// All lines of a letter, also those that are off its list; each caller narrows it.
macro_rules! lines {
    ($letter:expr) => {
        signatures::table
            .left_join(organizations::table)
            .left_join(revisions::table)
            .left_join(letter_groups::table)
            .filter(signatures::letter_id.eq($letter))
            .order(signatures::id)
            .select((
                Row::as_select(),
                (organizations::id, organizations::name, organizations::acronym, organizations::country)
                    .nullable(),
                revisions::sha256.nullable(),
                letter_groups::name.nullable(),
                diesel::dsl::exists(
                    organization_suspensions::table
                        .filter(
                            organization_suspensions::organization_id
                                .nullable()
                                .eq(signatures::organization_id),
                        )
                        .filter(organization_suspensions::lifted_at.is_null()),
                ),
            ))
    };
}

/// The lines of a letter.
pub(super) fn lines_of(tx: &mut Tx<'_>, letter: LetterId) -> Result<Vec<Line>, Fault> {
    let rows: Vec<Joined> = on!(tx, c => lines!(letter).load(c))?;
    Ok(rows.into_iter().map(Line::of).collect())
}

/// The line of one signature.
pub(super) fn line_of(
    tx: &mut Tx<'_>,
    letter: LetterId,
    signature: SignatureId,
) -> Result<Option<Line>, Fault> {
    let row: Option<Joined> =
        on!(tx, c => lines!(letter).filter(signatures::id.eq(signature)).first(c).optional())?;
    Ok(row.map(Line::of))
}
