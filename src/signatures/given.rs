//! All letters that an organization ever signed, for its own people: also those that are not public,
//! those it withdrew from, and those under which its name is withheld.

use diesel::prelude::*;

use crate::db::{Moment, Tx, on, sealed, sealed_if};
use crate::error::Fault;
use crate::ids::{OrganizationId, PersonId, SignatureId};
use crate::letters::{Happened, Letter, log};
use crate::organizations::Organization;
use crate::schema::{letters, people, revisions, signatures};

/// A letter that an organization signed, and how that stands.
#[derive(Debug, Clone)]
pub struct GivenLine {
    /// The letter.
    pub letter: Letter,
    /// The number and the hash of the revision it was given to.
    pub revision: Option<(i32, Vec<u8>)>,
    /// Who signed, as what; what the form said.
    pub representative_name: String,
    /// As what.
    pub representative_title: String,
    /// Whose account it was given with, if that is still there.
    pub account: Option<String>,
    /// When it was first given.
    pub first_signed_at: Moment,
    /// When it was last given.
    pub signed_at: Moment,
    /// When it was withdrawn.
    pub withdrawn_at: Option<Moment>,
    /// Since when the name is withheld.
    pub withheld_at: Option<Moment>,
    /// Since when it is suspended.
    pub suspended_at: Option<Moment>,
    /// Since when it waits for the letter's coordinators.
    pub awaiting_since: Option<Moment>,
}

#[derive(Queryable, Selectable)]
#[diesel(table_name = signatures)]
struct Row {
    representative_name: String,
    representative_title: String,
    first_signed_at: Moment,
    signed_at: Moment,
    withdrawn_at: Option<Moment>,
    withheld_at: Option<Moment>,
    suspended_at: Option<Moment>,
    awaiting_since: Option<Moment>,
}

/// No organization we know of has signed so many.
const MOST: i64 = 20_000;

/// Every letter that an organization signed, the latest first. Only for its own people.
///
/// # Errors
/// A fault of the database.
pub fn everything_signed(tx: &mut Tx<'_>, organization: OrganizationId) -> Result<Vec<GivenLine>, Fault> {
    type Joined = (Row, Letter, Option<(i32, Vec<u8>)>, Option<String>);
    let rows: Vec<Joined> = on!(tx, c => signatures::table
        .inner_join(letters::table)
        .left_join(revisions::table)
        .left_join(people::table.on(signatures::signed_by.eq(people::id.nullable())))
        .filter(signatures::organization_id.eq(organization).and(signatures::confirmed_at.is_not_null()))
        .order((signatures::first_signed_at.desc(), signatures::id.desc()))
        .limit(MOST)
        .select((
            Row::as_select(),
            Letter::as_select(),
            (revisions::number, revisions::sha256).nullable(),
            people::name.nullable(),
        ))
        .load(c))?;
    let line = |(row, letter, revision, account): Joined| GivenLine {
        letter,
        revision,
        representative_name: row.representative_name,
        representative_title: row.representative_title,
        account,
        first_signed_at: row.first_signed_at,
        signed_at: row.signed_at,
        withdrawn_at: row.withdrawn_at,
        withheld_at: row.withheld_at,
        suspended_at: row.suspended_at,
        awaiting_since: row.awaiting_since,
    };
    Ok(rows.into_iter().map(line).collect())
}

/// An organization has another name: the letters it stands under by its own name show the new one, and
/// their coordinators find it in the log. A list that was delivered keeps the name that was handed over.
///
/// # Errors
/// A fault of the database.
pub fn carry_name(
    tx: &mut Tx<'_>,
    before: &Organization,
    after: &Organization,
    by: PersonId,
) -> Result<(), Fault> {
    type Standing = (SignatureId, crate::ids::LetterId, Option<i32>, Option<Moment>);
    let standing: Vec<Standing> = on!(tx, c => signatures::table
        .filter(signatures::organization_id.eq(after.id))
        .filter(signatures::withdrawn_at.is_null().and(signatures::printed_name.is_null()))
        .order(signatures::id)
        .select((
            signatures::id,
            signatures::letter_id,
            signatures::delivered_position,
            signatures::withheld_at,
        ))
        .load(c))?;
    for (signature, letter, delivered, withheld) in standing {
        if delivered.is_some() {
            on!(tx, c => diesel::update(signatures::table.find(signature))
                .set((
                    signatures::printed_name.eq(sealed(&before.name)),
                    signatures::printed_acronym.eq(sealed_if(before.acronym.as_ref())),
                ))
                .execute(c))?;
        } else if withheld.is_none() {
            // A withheld name is in no log: coordinators look at it where each look is noted.
            log(tx, letter, Some(by), Happened::OrganizationRenamed, &after.name, &before.name)?;
        }
    }
    Ok(())
}
