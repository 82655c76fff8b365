//! Invitations, the links in their mails, and who may see a letter because of one.

use diesel::prelude::*;

use crate::db::{Moment, Tx, on, sealed};
use crate::error::Fault;
use crate::ids::{
    CoalitionId, InvitationId, LetterId, MailId, OrganizationId, PersonId, SignatureId, Slug, TokenHash,
};
use crate::letters::{self, A_MEMBER, Letter, Turn};
use crate::organizations::{self, SigningAuthority};
use crate::people::Person;
use crate::schema::{invitation_links, invitations, people};
use crate::text::words::say;

/// Somebody who was asked, and how far they have come.
#[derive(Debug, Clone, Queryable, Selectable)]
#[diesel(table_name = invitations)]
pub struct Invitation {
    /// Its id.
    pub id: InvitationId,
    /// The letter.
    pub letter_id: LetterId,
    /// The organization's name as the coordinators wrote it; may be empty.
    pub organization_name: String,
    /// The person's name as the coordinators wrote it; may be empty.
    pub person_name: String,
    /// Where it was sent, lower case.
    pub email: String,
    /// The coalition the organization was invited as a member of.
    pub coalition_id: Option<CoalitionId>,
    /// The organization that took it up.
    pub organization_id: Option<OrganizationId>,
    /// The person who took it up.
    pub person_id: Option<PersonId>,
    /// The listed signatory that it asks to confirm.
    pub signature_id: Option<SignatureId>,
    /// The coordinators' own note.
    pub note: String,
    /// Who asked, if they still have an account.
    pub invited_by: Option<PersonId>,
    /// When they were asked.
    pub invited_at: Moment,
    /// How many mails they had because of it.
    pub mails: i32,
    /// The latest of these mails.
    pub last_mail_id: Option<MailId>,
    /// When it was enqueued.
    pub last_mailed_at: Option<Moment>,
    /// When they read the text.
    pub opened_at: Option<Moment>,
    /// When they went on to sign.
    pub preparing_at: Option<Moment>,
    /// When they signed.
    pub signed_at: Option<Moment>,
    /// When they declined.
    pub declined_at: Option<Moment>,
    /// Why, for the coordinators alone.
    pub decline_reason: Option<String>,
    /// When the coordinators took it back.
    pub revoked_at: Option<Moment>,
    /// When they were reminded, or left alone, three days before the deadline.
    pub reminded_72_at: Option<Moment>,
    /// The same a day before it.
    pub reminded_24_at: Option<Moment>,
    /// Whether the address came from the account of a coalition's member: the coordinators are not
    /// shown it.
    pub by_membership: bool,
}

/// How far an invitation has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stage {
    /// The mail is on its way, or was not opened.
    Invited,
    /// The text was read.
    Opened,
    /// They are about to sign.
    Preparing,
    /// They signed.
    Signed,
    /// They will not.
    Declined,
    /// The coordinators took it back.
    Revoked,
    /// The mail came back. (Only the outbox knows; [`Invitation::stage`] never says so.)
    Bounced,
}

impl Stage {
    /// All of them, in the order in which they are reached.
    pub(super) const ALL: [Self; 7] = [
        Self::Invited,
        Self::Opened,
        Self::Preparing,
        Self::Signed,
        Self::Declined,
        Self::Bounced,
        Self::Revoked,
    ];

    /// The word for it in addresses and exports.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Invited => "invited",
            Self::Opened => "opened",
            Self::Preparing => "preparing",
            Self::Signed => "signed",
            Self::Declined => "declined",
            Self::Revoked => "revoked",
            Self::Bounced => "bounced",
        }
    }

    /// The stage of this name.
    pub(super) fn named(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|stage| stage.as_str() == word)
    }

    /// The word for it on the board.
    pub(super) fn in_words(self) -> String {
        match self {
            Self::Invited => say!("invitations-stage-invited"),
            Self::Opened => say!("invitations-stage-opened"),
            Self::Preparing => say!("invitations-stage-preparing"),
            Self::Signed => say!("invitations-stage-signed"),
            Self::Declined => say!("invitations-stage-declined"),
            Self::Revoked => say!("invitations-stage-revoked"),
            Self::Bounced => say!("invitations-stage-bounced"),
        }
    }
}

impl Invitation {
    /// How it is called in the log: the organization, or the address; never an address that the
    /// coordinators do not see.
    pub(super) fn called(&self) -> String {
        match (self.organization_name.as_str(), self.by_membership) {
            ("", true) => A_MEMBER.to_owned(),
            ("", false) => self.email.clone(),
            (name, _) => name.to_owned(),
        }
    }

    /// Whether they have neither signed nor declined, and it was not taken back.
    pub(super) fn is_unanswered(&self) -> bool {
        self.revoked_at.is_none() && self.signed_at.is_none() && self.declined_at.is_none()
    }

    /// How far it has come.
    pub fn stage(&self) -> Stage {
        if self.revoked_at.is_some() {
            Stage::Revoked
        } else if self.signed_at.is_some() {
            Stage::Signed
        } else if self.declined_at.is_some() {
            Stage::Declined
        } else if self.preparing_at.is_some() {
            Stage::Preparing
        } else if self.opened_at.is_some() {
            Stage::Opened
        } else {
            Stage::Invited
        }
    }
}

/// The invitation that a link in a mail belongs to, unless it was taken back. Every link that was
/// ever sent works.
///
/// # Errors
/// A fault of the database.
pub fn find_by_token(tx: &mut Tx<'_>, token: &TokenHash) -> Result<Option<Invitation>, Fault> {
    Ok(on!(tx, c => invitation_links::table
        .inner_join(invitations::table)
        .filter(invitation_links::token_hash.eq(token.as_bytes()))
        .filter(invitations::revoked_at.is_null())
        .select(Invitation::as_select())
        .first(c)
        .optional())?)
}

/// The invitation to a letter that a person has: sent to their address, or taken up by them or by
/// one of their organizations.
///
/// # Errors
/// A fault of the database.
pub fn invitation_of(
    tx: &mut Tx<'_>,
    letter: LetterId,
    person: PersonId,
) -> Result<Option<Invitation>, Fault> {
    let email: Option<String> =
        on!(tx, c => people::table.find(person).select(people::email).first(c).optional())?;
    let organizations: Vec<OrganizationId> =
        organizations::memberships_of(tx, person)?.into_iter().map(|(o, _)| o.id).collect();
    Ok(on!(tx, c => invitations::table
        .filter(invitations::letter_id.eq(letter).and(invitations::revoked_at.is_null()))
        .filter(
            invitations::person_id.eq(person)
                .or(invitations::organization_id.eq_any(&organizations))
                .or(invitations::email.eq(sealed(email.as_deref().unwrap_or(""))).nullable()),
        )
        .order(invitations::id)
        .select(Invitation::as_select())
        .first(c)
        .optional())?)
}

/// The invitations to confirm a listed signatory that a person has, as somebody who acts for one
/// organization: those that another organization took up are not among them.
///
/// # Errors
/// A fault of the database.
pub fn about_listed(
    tx: &mut Tx<'_>,
    letter: LetterId,
    person: &Person,
    organization: OrganizationId,
) -> Result<Vec<Invitation>, Fault> {
    Ok(on!(tx, c => invitations::table
        .filter(invitations::letter_id.eq(letter).and(invitations::revoked_at.is_null()))
        .filter(invitations::signature_id.is_not_null())
        .filter(invitations::organization_id.is_null().or(invitations::organization_id.eq(organization)))
        .filter(
            invitations::person_id.eq(person.id)
                .or(invitations::organization_id.eq(organization))
                .or(invitations::email.eq(sealed(&person.email)).nullable()),
        )
        .order(invitations::id)
        .select(Invitation::as_select())
        .load(c))?)
}

/// Whether a visitor may see a letter: a public one anyone; a private one those who coordinate it
/// and those who are invited.
///
/// # Errors
/// A fault of the database.
pub fn may_see(tx: &mut Tx<'_>, letter: &Letter, person: Option<PersonId>) -> Result<bool, Fault> {
    if letter.is_public() {
        return Ok(true);
    }
    let Some(person) = person else { return Ok(false) };
    Ok(letters::is_coordinator(tx, person, letter.id)? || invitation_of(tx, letter.id, person)?.is_some())
}

/// The letter at `slug` by whether it can be signed, if this visitor may see it and its text is
/// locked. `form_opened`: see [`letters::turn_of`].
///
/// # Errors
/// A fault of the database.
pub fn find_turn(
    tx: &mut Tx<'_>,
    slug: &Slug,
    person: Option<PersonId>,
    form_opened: Option<Moment>,
) -> Result<Option<Turn>, Fault> {
    let Some(letter) = letters::find_any(tx, slug)? else { return Ok(None) };
    if !may_see(tx, &letter, person)? {
        return Ok(None);
    }
    let locked = letters::with_text(tx, letter)?;
    Ok(locked.map(|locked| letters::turn_of(tx, locked, form_opened)))
}

/// The same, and nobody else changes the letter until the end of the transaction: what is done with
/// an open letter from here cannot meet its closing halfway.
///
/// # Errors
/// A fault of the database.
pub fn hold_turn(
    tx: &mut Tx<'_>,
    slug: &Slug,
    person: Option<PersonId>,
    form_opened: Option<Moment>,
) -> Result<Option<Turn>, Fault> {
    let Some(letter) = letters::find_any(tx, slug)? else { return Ok(None) };
    letters::hold(tx, letter.id)?;
    find_turn(tx, slug, person, form_opened)
}

/// Notes that the organization signed; the invitation is answered, and so are those of its other
/// owners.
///
/// # Errors
/// A fault of the database.
pub fn has_signed(tx: &mut Tx<'_>, id: InvitationId, authority: &SigningAuthority) -> Result<(), Fault> {
    let (now, organization) = (tx.now(), authority.organization().id);
    let answered = (
        invitations::signed_at.eq(now),
        invitations::organization_id.eq(organization),
        invitations::person_id.eq(authority.person()),
        invitations::declined_at.eq(None::<Moment>),
    );
    let letter: LetterId = on!(tx, c => diesel::update(invitations::table.find(id))
        .set(answered)
        .returning(invitations::letter_id)
        .get_result(c))?;
    on!(tx, c => diesel::update(invitations::table
            .filter(invitations::letter_id.eq(letter).and(invitations::organization_id.eq(organization)))
            .filter(invitations::signed_at.is_null()))
        .set((invitations::signed_at.eq(now), invitations::declined_at.eq(None::<Moment>)))
        .execute(c))?;
    Ok(())
}
