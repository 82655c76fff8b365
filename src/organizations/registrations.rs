//! Registering: what was typed waits for its mail to be answered, by the link or by the code.
//!
//! Until then nothing else exists, so an address cannot be occupied by somebody who does not read
//! its mail, and registering with a known address answers like any other: only the mail differs.

use diesel::prelude::*;
use rand::RngExt;
use sha2::{Digest, Sha256};
use subtle::ConstantTimeEq;

use super::claims;
use super::likeness::{find_claimed, look_for_likeness};
use super::mails;
use super::model::{NewOrganization, Organization, VerifiedBy, add_organization, memberships_of};
use crate::db::{Moment, Tx, on, sealed, sealed_if};
use crate::error::{Fault, carries_faults};
use crate::ids::{ClaimId, InvitationId, PersonId, RegistrationId, Token, TokenHash};
use crate::mail;
use crate::people::{Email, NewPerson, PasswordHash, add_person, find_person_by_email};
use crate::schema::registrations;

/// A registration to be.
pub struct NewRegistration {
    /// The organization.
    pub organization: NewOrganization,
    /// The name of the person who registers it.
    pub person_name: String,
    /// Their title; may be empty.
    pub person_title: String,
    /// Their address.
    pub email: Email,
    /// The hash of the password they chose.
    pub password: PasswordHash,
    /// The invitation on whose way they register.
    pub invitation: Option<InvitationId>,
    /// Whether the name was typed with characters that nobody sees (see
    /// [`crate::text::likeness::conceals`]), which are gone from it.
    pub concealed: bool,
}

/// How long a mail can be answered.
const DAY: i64 = 86_400;
/// A code is one of a million; five tries at it guess one in two hundred thousand.
const WRONG_CODES: i32 = 5;
/// How many mails one registration sends in all. The second goes out when it is asked for, each
/// further one a minute later than the one before would have.
const MAILS: i32 = 5;
const MORE_SECONDS_EACH: i64 = 60;

#[derive(Debug, Queryable, Selectable)]
#[diesel(table_name = registrations)]
struct Row {
    id: RegistrationId,
    code_hash: Vec<u8>,
    email: String,
    password_hash: String,
    person_name: String,
    person_title: String,
    organization_name: String,
    acronym: Option<String>,
    website: Option<String>,
    country: Option<String>,
    expires_at: Moment,
    wrong_codes: i32,
    mails: i32,
    last_mailed_at: Moment,
    confirmed_at: Option<Moment>,
    invitation_id: Option<InvitationId>,
    concealed: bool,
}

/// A registration that waits for its button.
pub struct Waiting {
    /// The organization's name.
    pub organization: String,
    /// The person's name.
    pub person: String,
    /// The address that the mail went to.
    pub email: String,
}

/// What an answer to a mail has confirmed.
pub struct Confirmed {
    /// Whose address it is.
    pub person: PersonId,
    /// Whether they had an account before.
    pub had_account: bool,
    /// What they have now.
    pub has: Has,
    /// The invitation on whose way it was registered.
    pub invitation: Option<InvitationId>,
}

/// What came of a registration.
pub enum Has {
    /// The organization, verified.
    Organization(Organization),
    /// A claim: it exists already.
    Claim(ClaimId),
}

/// Why an answer to a mail confirmed nothing.
#[derive(Debug)]
pub enum ConfirmError {
    /// Forged, replaced by a newer mail, or of another browser.
    NoSuchRegistration,
    /// Older than a day.
    Expired,
    /// Answered already.
    AlreadyConfirmed,
    /// Not the code; so many tries are left.
    WrongCode {
        /// How many.
        left: i32,
    },
    /// See [`Fault`].
    Fault(Fault),
}

carries_faults!(ConfirmError);

/// Why no further mail was sent.
#[derive(Debug)]
pub enum ResendError {
    /// Nothing waits in this browser.
    NoSuchRegistration,
    /// The last one went out only just now.
    TooSoon,
    /// Enough were sent.
    TooMany,
    /// See [`Fault`].
    Fault(Fault),
}

carries_faults!(ResendError);

/// What the person gets to answer with.
struct Secrets {
    token: Token,
    code: String,
}

impl Secrets {
    fn new() -> Self {
        Self { token: Token::new(), code: format!("{:06}", rand::rng().random_range(0..1_000_000)) }
    }
}

/// A code has a million values, which a thief of the database could all hash. Together with the
/// browser's token, of which the database has only the hash, it cannot be guessed from the row;
/// the price is that a code works only in the browser that registered (the link works anywhere).
fn hash_code(browser: &Token, code: &str) -> Vec<u8> {
    hash_code_of(browser.as_str(), code)
}

fn hash_code_of(browser: &str, code: &str) -> Vec<u8> {
    Sha256::digest(format!("{browser} {code}").as_bytes()).to_vec()
}

/// Keeps what was typed and mails a link and a code. `browser` is the token of the cookie that
/// the registering browser gets.
pub(super) fn register(
    tx: &mut Tx<'_>,
    new: &NewRegistration,
    browser: &Token,
    address: impl Fn(&str) -> String,
) -> Result<(), Fault> {
    let secrets = Secrets::new();
    let now = tx.now();
    let row = (
        (
            registrations::id.eq(RegistrationId::new()),
            registrations::token_hash.eq(secrets.token.hash().as_bytes().to_vec()),
            registrations::code_hash.eq(hash_code(browser, &secrets.code)),
            registrations::browser_hash.eq(browser.hash().as_bytes().to_vec()),
            registrations::email.eq(sealed(new.email.as_str())),
            registrations::password_hash.eq(new.password.as_str()),
            registrations::person_name.eq(sealed(&new.person_name)),
            registrations::person_title.eq(sealed(&new.person_title)),
        ),
        (
            registrations::organization_name.eq(sealed(&new.organization.name)),
            registrations::acronym.eq(sealed_if(new.organization.acronym.as_ref())),
            registrations::website.eq(sealed_if(new.organization.website.as_ref())),
            registrations::country.eq(&new.organization.country),
            registrations::created_at.eq(now),
            registrations::expires_at.eq(now.plus_seconds(DAY)),
            registrations::wrong_codes.eq(0),
            registrations::mails.eq(1),
            registrations::last_mailed_at.eq(now),
            registrations::invitation_id.eq(new.invitation),
            registrations::concealed.eq(new.concealed),
        ),
    );
    on!(tx, c => diesel::insert_into(registrations::table).values(row).execute(c))?;
    let link = address(&format!("/confirm/{}", secrets.token.as_str()));
    send(tx, &new.email, &new.person_name, &new.organization.name, link, &secrets.code)
}

fn send(
    tx: &mut Tx<'_>,
    email: &Email,
    person: &str,
    organization: &str,
    link: String,
    code: &str,
) -> Result<(), Fault> {
    let message = match find_person_by_email(tx, email)? {
        None => mails::confirm(email, person, organization, link, code),
        Some(known) => mails::confirm_for_known(&known, organization, link, code),
    };
    mail::enqueue(tx, &message)?;
    Ok(())
}

/// Sends the mail once more, with a new link and a new code; the earlier ones stop working.
pub(super) fn send_again(
    tx: &mut Tx<'_>,
    browser: &Token,
    address: impl Fn(&str) -> String,
) -> Result<(), ResendError> {
    let now = tx.now();
    let row = latest_of_browser(tx, &browser.hash())?
        .filter(|row| row.confirmed_at.is_none() && row.expires_at > now)
        .ok_or(ResendError::NoSuchRegistration)?;
    if row.mails >= MAILS {
        return Err(ResendError::TooMany);
    }
    if row.last_mailed_at.plus_seconds(i64::from(row.mails - 1) * MORE_SECONDS_EACH) > now {
        return Err(ResendError::TooSoon);
    }
    let secrets = Secrets::new();
    on!(tx, c => diesel::update(registrations::table.find(row.id))
        .set((
            registrations::token_hash.eq(secrets.token.hash().as_bytes().to_vec()),
            registrations::code_hash.eq(hash_code(browser, &secrets.code)),
            registrations::wrong_codes.eq(0),
            registrations::mails.eq(registrations::mails + 1),
            registrations::last_mailed_at.eq(now),
        ))
        .execute(c))?;
    let email = Email::read(&row.email).ok_or(ResendError::NoSuchRegistration)?;
    let link = address(&format!("/confirm/{}", secrets.token.as_str()));
    Ok(send(tx, &email, &row.person_name, &row.organization_name, link, &secrets.code)?)
}

fn latest_of_browser(tx: &mut Tx<'_>, browser: &TokenHash) -> Result<Option<Row>, Fault> {
    Ok(on!(tx, c => registrations::table
        .filter(registrations::browser_hash.eq(browser.as_bytes()))
        .order(registrations::id.desc())
        .select(Row::as_select())
        .first(c)
        .optional())?)
}

fn find_by_token(tx: &mut Tx<'_>, token: &TokenHash) -> Result<Option<Row>, Fault> {
    Ok(on!(tx, c => registrations::table
        .filter(registrations::token_hash.eq(token.as_bytes()))
        .select(Row::as_select())
        .first(c)
        .optional())?)
}

fn still_waiting(row: Option<Row>, now: Moment) -> Result<Row, ConfirmError> {
    let row = row.ok_or(ConfirmError::NoSuchRegistration)?;
    if row.confirmed_at.is_some() {
        return Err(ConfirmError::AlreadyConfirmed);
    }
    if row.expires_at <= now {
        return Err(ConfirmError::Expired);
    }
    Ok(row)
}

/// What the link would confirm. Changes nothing, however often it is opened.
pub(super) fn find_waiting(tx: &mut Tx<'_>, token: &TokenHash) -> Result<Waiting, ConfirmError> {
    let row = find_by_token(tx, token)?;
    let row = still_waiting(row, tx.now())?;
    Ok(Waiting { organization: row.organization_name, person: row.person_name, email: row.email })
}

/// The button on the link's page: the organization is verified and its person can be signed in.
pub(super) fn confirm_by_link(tx: &mut Tx<'_>, token: &TokenHash) -> Result<Confirmed, ConfirmError> {
    let row = find_by_token(tx, token)?;
    let row = still_waiting(row, tx.now())?;
    confirm(tx, &row)
}

/// What became of a typed code. A wrong one is counted, so it is not an error that undoes the
/// transaction.
pub(super) type CodeResult = Result<Confirmed, ConfirmError>;

/// The typed code: the same as the button, in the browser that registered.
pub(super) fn confirm_by_code(tx: &mut Tx<'_>, browser: &str, code: &str) -> Result<CodeResult, Fault> {
    tx.hold("registration codes")?;
    let row = latest_of_browser(tx, &TokenHash::of(browser))?;
    let row = match still_waiting(row, tx.now()) {
        Ok(row) => row,
        Err(refusal) => return Ok(Err(refusal)),
    };
    if row.wrong_codes >= WRONG_CODES {
        return Ok(Err(ConfirmError::WrongCode { left: 0 }));
    }
    let presented = hash_code_of(browser, code);
    if !bool::from(presented.ct_eq(&row.code_hash)) {
        on!(tx, c => diesel::update(registrations::table.find(row.id))
            .set(registrations::wrong_codes.eq(registrations::wrong_codes + 1))
            .execute(c))?;
        return Ok(Err(ConfirmError::WrongCode { left: WRONG_CODES - row.wrong_codes - 1 }));
    }
    match confirm(tx, &row) {
        Err(ConfirmError::Fault(fault)) => Err(fault),
        other => Ok(other),
    }
}

fn confirm(tx: &mut Tx<'_>, row: &Row) -> Result<Confirmed, ConfirmError> {
    let now = tx.now();
    let first = on!(tx, c => diesel::update(registrations::table
            .find(row.id)
            .filter(registrations::confirmed_at.is_null()))
        .set((registrations::confirmed_at.eq(now), registrations::password_hash.eq("")))
        .execute(c))?;
    if first == 0 {
        return Err(ConfirmError::AlreadyConfirmed);
    }
    let email = Email::read(&row.email).ok_or(ConfirmError::NoSuchRegistration)?;
    let new = NewPerson {
        name: row.person_name.clone(),
        title: row.person_title.clone(),
        email: email.clone(),
        password: PasswordHash::of_registration(row.password_hash.clone()),
    };
    // Who has an account keeps it, and its password: the mail proves the mailbox, not that this
    // password was typed by its owner.
    let (person, had_account) = match add_person(tx, &new)? {
        Some(person) => (person, false),
        None => (find_person_by_email(tx, &email)?.ok_or(ConfirmError::NoSuchRegistration)?, true),
    };
    let confirmed = |has| Confirmed { person: person.id, had_account, has, invitation: row.invitation_id };
    let own = memberships_of(tx, person.id)?;
    // The same form sent twice on a bad line is one organization.
    let already = own.iter().find(|(o, _)| o.name == row.organization_name);
    if let Some((organization, _)) = already {
        return Ok(confirmed(Has::Organization(organization.clone())));
    }
    let organization = NewOrganization {
        name: row.organization_name.clone(),
        acronym: row.acronym.clone(),
        website: row.website.clone(),
        country: row.country.clone(),
    };
    if let Some(existing) = find_claimed(tx, &organization)? {
        if own.iter().any(|(o, _)| o.id == existing.id) {
            return Ok(confirmed(Has::Organization(existing)));
        }
        let claim = claims::raise(tx, existing.id, person.id, &email, &organization, row.invitation_id)?;
        return Ok(confirmed(Has::Claim(claim)));
    }
    let organization = add_organization(tx, &organization, &email, VerifiedBy::Email, person.id)?;
    if row.concealed {
        look_for_likeness(tx, organization.id, true)?;
    }
    Ok(confirmed(Has::Organization(organization)))
}

/// How long a registration that is over is kept, so that its link can still say what became of it.
pub const KEPT_SECONDS: i64 = 7 * DAY;

/// Deletes registrations a week after they were over: they hold somebody's name and address.
///
/// # Errors
/// A fault of the database.
pub fn forget_registrations(tx: &mut Tx<'_>) -> Result<(), Fault> {
    let before = tx.now().plus_seconds(-KEPT_SECONDS);
    on!(tx, c => diesel::delete(registrations::table.filter(registrations::expires_at.le(before))).execute(c))?;
    Ok(())
}
