//! Entering a *listed* signatory: a line of an older list, or a "yes" that came by mail. Nobody has
//! signed here; it is never shown as confirmed.

use diesel::dsl::max;
use diesel::prelude::*;

use crate::db::{Moment, Tx, on, sealed, sealed_if};
use crate::error::Fault;
use crate::ids::{GroupId, LetterId, OrganizationId, PersonId, RevisionId, SignatureId};
use crate::schema::{letter_groups, signatures};

/// A listed signatory to be entered.
#[derive(Debug, Clone, Default)]
pub struct NewListed {
    /// Its name, as it is set in this letter.
    pub name: String,
    /// Its acronym.
    pub acronym: Option<String>,
    /// Its country, ISO 3166-1 alpha-2.
    pub country: Option<String>,
    /// Who is said to have signed for it; shown if not empty.
    pub representative: String,
    /// The line it was read from, as printed.
    pub printed_form: Option<String>,
    /// The heading it stands under, one of the same letter.
    pub group: Option<GroupId>,
    /// Its place in the order by hand.
    pub hand_position: Option<i32>,
}

/// Enters a listed signatory. The letter must be held. What readers see and the log are the
/// caller's to record: an import enters hundreds at once.
///
/// # Errors
/// A fault of the database.
pub fn enter_listed(
    tx: &mut Tx<'_>,
    letter: LetterId,
    by: PersonId,
    listed: &NewListed,
) -> Result<SignatureId, Fault> {
    let id = SignatureId::new();
    let now = tx.now();
    let row = (
        (
            signatures::id.eq(id),
            signatures::letter_id.eq(letter),
            signatures::organization_id.eq(None::<OrganizationId>),
            signatures::revision_id.eq(None::<RevisionId>),
            signatures::group_id.eq(listed.group),
            signatures::representative_name.eq(sealed(&listed.representative)),
            signatures::representative_title.eq(sealed("")),
            signatures::show_representative.eq(!listed.representative.is_empty()),
            signatures::signed_by.eq(by),
        ),
        (
            signatures::first_signed_at.eq(now),
            signatures::signed_at.eq(now),
            signatures::confirmed_at.eq(None::<Moment>),
            signatures::hand_position.eq(listed.hand_position),
            signatures::printed_name.eq(sealed(&listed.name)),
            signatures::printed_acronym.eq(sealed_if(listed.acronym.as_ref())),
            signatures::listed_country.eq(&listed.country),
            signatures::printed_form.eq(sealed_if(listed.printed_form.as_ref())),
        ),
    );
    on!(tx, c => diesel::insert_into(signatures::table).values(row).execute(c))?;
    Ok(id)
}

/// Adds a free group after those that are there; an empty name is a group without a heading. The
/// letter must be held.
///
/// # Errors
/// A fault of the database.
pub fn add_group(
    tx: &mut Tx<'_>,
    letter: LetterId,
    name: &str,
    acronym: Option<&str>,
) -> Result<GroupId, Fault> {
    let last: Option<i32> = on!(tx, c => letter_groups::table
        .filter(letter_groups::letter_id.eq(letter))
        .select(max(letter_groups::position))
        .first(c))?;
    let id = GroupId::new();
    let row = (
        letter_groups::id.eq(id),
        letter_groups::letter_id.eq(letter),
        letter_groups::name.eq(name),
        letter_groups::acronym.eq(acronym),
        letter_groups::position.eq(last.map_or(0, |last| last + 1)),
    );
    on!(tx, c => diesel::insert_into(letter_groups::table).values(row).execute(c))?;
    Ok(id)
}
