//! **Token**: what an organization's own programs sign in with. It is one person's, for one organization,
//! for what it says and for a while; with it a program does what that person may do there, and nothing
//! else. It is over when it expires or is revoked, when its person leaves or may not sign any more, and
//! when an operator suspends the organization: then for good, and nothing brings it back.

use diesel::prelude::*;

use super::mails;
use super::model::{
    Organization, Role, SigningAuthority, find_authority, find_organization, find_role, owners_of,
};
use crate::db::{Moment, Tx, on, sealed, text_enum};
use crate::error::{Fault, carries_faults};
use crate::ids::{ApiTokenId, OrganizationId, PersonId, Slug, Token, TokenHash};
use crate::mail;
use crate::people::{Person, find_person};
use crate::schema::{api_tokens, people};

text_enum! {
    /// What a token is good for.
    Scope {
        /// Puts the organization's name under letters, and takes it away.
        SignLetters = "letters:sign",
        /// Reads to what the organization is invited.
        ReadInvitations = "invitations:read",
    }
}

impl Scope {
    /// All of them.
    pub const ALL: [Self; 2] = [Self::SignLetters, Self::ReadInvitations];
}

/// What stands before a token, so that programs that look for secrets in the wrong places know one.
const PREFIX: &str = "undersigned_";
/// Nobody has more programs; an account that was taken over must not leave hundreds of doors behind.
const MOST_TOKENS: i64 = 20;
/// How exactly "last used" is known; each more exact step would be a write for each request.
const USED_SECONDS: i64 = 600;
/// How long it is known that a token was there, after its end.
const KEPT_SECONDS: i64 = 90 * 86_400;

/// A token, of which nobody but its program knows what it reads.
#[derive(Debug, Clone, Queryable, Selectable)]
#[diesel(table_name = api_tokens)]
pub struct ApiToken {
    /// Its id.
    pub id: ApiTokenId,
    /// The organization.
    pub organization_id: OrganizationId,
    /// Whose it is.
    pub person_id: PersonId,
    /// What it is called.
    pub name: String,
    scopes: String,
    /// When it was made.
    pub created_at: Moment,
    /// When it ends by itself.
    pub expires_at: Moment,
    /// When it was used last, to within some minutes.
    pub last_used_at: Option<Moment>,
    /// When it ended, if it has.
    pub ended_at: Option<Moment>,
}

impl ApiToken {
    /// What it is good for.
    pub fn scopes(&self) -> impl Iterator<Item = Scope> {
        self.scopes.split(' ').filter_map(|word| word.parse().ok())
    }

    /// Whether it is good for this.
    pub fn allows(&self, scope: Scope) -> bool {
        self.scopes().any(|has| has == scope)
    }
}

/// The tokens of an organization, as one of its people sees them: an owner all, others their own.
pub(super) struct Tokens {
    pub organization: Organization,
    pub tokens: Vec<(ApiToken, Person)>,
}

/// Why nothing was made or revoked.
#[derive(Debug)]
pub(super) enum TokenError {
    /// There is no such organization for this person, or no such token.
    NoSuchOrganization,
    /// They have no authority to sign for it, so their programs have none.
    NoAuthority,
    /// It has very many.
    TooMany,
    /// See [`Fault`].
    Fault(Fault),
}

carries_faults!(TokenError);

/// Those of the organization at `slug` that are not over, the latest first. `None` for somebody who is
/// not among its people, or may not sign for it.
pub(super) fn tokens_shown(tx: &mut Tx<'_>, person: PersonId, slug: &Slug) -> Result<Option<Tokens>, Fault> {
    let Some(organization) = find_organization(tx, slug)? else { return Ok(None) };
    let Some(role) = find_role(tx, person, organization.id)?.filter(|role| role.may_sign()) else {
        return Ok(None);
    };
    let now = tx.now();
    let mut tokens: Vec<(ApiToken, Person)> = on!(tx, c => api_tokens::table
        .inner_join(people::table)
        .filter(api_tokens::organization_id.eq(organization.id))
        .filter(api_tokens::ended_at.is_null().and(api_tokens::expires_at.gt(now)))
        .order(api_tokens::id.desc())
        .select((ApiToken::as_select(), Person::as_select()))
        .load(c))?;
    tokens.retain(|(token, _)| role == Role::Owner || token.person_id == person);
    Ok(Some(Tokens { organization, tokens }))
}

/// What somebody asks for.
pub(super) struct NewToken {
    pub name: String,
    pub scopes: Vec<Scope>,
    pub days: i64,
}

/// Makes a token for somebody with authority to sign; each owner gets a mail. It is in the answer and
/// nowhere else.
pub(super) fn make_token(
    tx: &mut Tx<'_>,
    person: &Person,
    slug: &Slug,
    new: &NewToken,
    address: impl Fn(&str) -> String,
) -> Result<String, TokenError> {
    let organization = find_organization(tx, slug)?.ok_or(TokenError::NoSuchOrganization)?;
    tx.hold(&format!("organization {}", organization.id))?;
    find_role(tx, person.id, organization.id)?.ok_or(TokenError::NoSuchOrganization)?;
    find_authority(tx, person.id, slug)?.ok_or(TokenError::NoAuthority)?;
    let now = tx.now();
    let standing: i64 = on!(tx, c => api_tokens::table
        .filter(api_tokens::organization_id.eq(organization.id))
        .filter(api_tokens::ended_at.is_null().and(api_tokens::expires_at.gt(now)))
        .count()
        .get_result(c))?;
    if standing >= MOST_TOKENS {
        return Err(TokenError::TooMany);
    }
    let token = format!("{PREFIX}{}", Token::new().as_str());
    let scopes: Vec<&str> = new.scopes.iter().map(|scope| scope.as_str()).collect();
    let row = (
        api_tokens::id.eq(ApiTokenId::new()),
        api_tokens::organization_id.eq(organization.id),
        api_tokens::person_id.eq(person.id),
        api_tokens::name.eq(sealed(&new.name)),
        api_tokens::scopes.eq(scopes.join(" ")),
        api_tokens::token_hash.eq(TokenHash::of(&token).as_bytes().to_vec()),
        api_tokens::created_at.eq(now),
        api_tokens::expires_at.eq(now.plus_seconds(new.days * 86_400)),
    );
    on!(tx, c => diesel::insert_into(api_tokens::table).values(row).execute(c))?;
    let link = address(&format!("/organizations/{}/tokens", organization.slug));
    for owner in owners_of(tx, organization.id)? {
        mail::enqueue(tx, &mails::tokens::made(&owner, person, &organization, &new.name, link.clone()))?;
    }
    Ok(token)
}

/// Ends a token at once: an owner any of the organization's, its person their own.
pub(super) fn revoke_token(
    tx: &mut Tx<'_>,
    person: PersonId,
    slug: &Slug,
    id: ApiTokenId,
) -> Result<(), TokenError> {
    let organization = find_organization(tx, slug)?.ok_or(TokenError::NoSuchOrganization)?;
    let role = find_role(tx, person, organization.id)?.ok_or(TokenError::NoSuchOrganization)?;
    let now = tx.now();
    let found: Option<PersonId> = on!(tx, c => api_tokens::table
        .find(id)
        .filter(api_tokens::organization_id.eq(organization.id).and(api_tokens::ended_at.is_null()))
        .select(api_tokens::person_id)
        .first(c)
        .optional())?;
    if !found.is_some_and(|whose| whose == person || role == Role::Owner) {
        return Err(TokenError::NoSuchOrganization);
    }
    on!(tx, c => diesel::update(api_tokens::table.find(id)).set(api_tokens::ended_at.eq(now)).execute(c))?;
    Ok(())
}

/// Ends the tokens of a person for an organization, which they have left or may not sign for any more;
/// of all its people where none is named.
pub(super) fn end_tokens(
    tx: &mut Tx<'_>,
    organization: OrganizationId,
    person: Option<PersonId>,
) -> Result<(), Fault> {
    let now = tx.now();
    let standing = api_tokens::table
        .filter(api_tokens::organization_id.eq(organization))
        .filter(api_tokens::ended_at.is_null());
    match person {
        Some(person) => on!(tx, c => diesel::update(standing.filter(api_tokens::person_id.eq(person)))
            .set(api_tokens::ended_at.eq(now))
            .execute(c))?,
        None => on!(tx, c => diesel::update(standing).set(api_tokens::ended_at.eq(now)).execute(c))?,
    };
    Ok(())
}

/// Somebody's program, known by its token: what the token says, for whom, and that they have authority
/// at this moment.
pub struct TokenHolder {
    /// The token.
    pub token: ApiToken,
    /// Whose it is.
    pub person: Person,
    /// That they sign for the organization.
    pub authority: SigningAuthority,
    /// Whether its use should be noted.
    pub stale: bool,
}

/// Who comes with this token; none for one that is over or was never given out.
///
/// # Errors
/// A fault of the database.
pub fn find_token_holder(tx: &mut Tx<'_>, token: &TokenHash) -> Result<Option<TokenHolder>, Fault> {
    let now = tx.now();
    let found: Option<ApiToken> = on!(tx, c => api_tokens::table
        .filter(api_tokens::token_hash.eq(token.as_bytes()))
        .filter(api_tokens::ended_at.is_null().and(api_tokens::expires_at.gt(now)))
        .select(ApiToken::as_select())
        .first(c)
        .optional())?;
    let Some(token) = found else { return Ok(None) };
    let Some(person) = find_person(tx, token.person_id)? else { return Ok(None) };
    let Some(organization) = super::model::find_by_id(tx, token.organization_id)? else { return Ok(None) };
    let Ok(slug) = organization.slug.parse() else { return Ok(None) };
    // Looked at each time as well: whatever takes somebody's authority away takes it from their programs.
    let Some(authority) = find_authority(tx, person.id, &slug)? else { return Ok(None) };
    let stale = token.last_used_at.is_none_or(|at| at < now.plus_seconds(-USED_SECONDS));
    Ok(Some(TokenHolder { token, person, authority, stale }))
}

/// Notes that a token is used.
///
/// # Errors
/// A fault of the database.
pub fn note_token_use(tx: &mut Tx<'_>, id: ApiTokenId) -> Result<(), Fault> {
    let now = tx.now();
    on!(tx, c => diesel::update(api_tokens::table.find(id)).set(api_tokens::last_used_at.eq(now)).execute(c))?;
    Ok(())
}

/// Deletes tokens that have been over for a quarter.
///
/// # Errors
/// A fault of the database.
pub fn forget_tokens(tx: &mut Tx<'_>) -> Result<(), Fault> {
    let before = tx.now().plus_seconds(-KEPT_SECONDS);
    on!(tx, c => diesel::delete(api_tokens::table
            .filter(api_tokens::expires_at.le(before).or(api_tokens::ended_at.le(before))))
        .execute(c))?;
    Ok(())
}
