//! Webhooks: whose they are, where they lead, and what they are told of.

use diesel::prelude::*;

use super::signing::new_secret;
use crate::db::{Moment, Tx, on, sealed, text_enum};
use crate::error::{Fault, carries_faults};
use crate::ids::{LetterId, OrganizationId, PersonId, Slug, WebhookId};
use crate::letters::{self, EventKind, Letter};
use crate::organizations::{self, Organization, Role};
use crate::schema::webhooks;

text_enum! {
    /// What a webhook is told of.
    Kind {
        /// An organization signed.
        Signed = "letter.signed",
        /// An organization withdrew, or left the list for good.
        Withdrew = "letter.withdrew",
        /// The text has another revision.
        Revised = "letter.revised",
        /// The letter became public.
        Published = "letter.published",
        /// Its coordinators closed it.
        Closed = "letter.closed",
        /// It was delivered.
        Delivered = "letter.delivered",
        /// Somebody pressed the button to try it.
        Test = "webhook.test",
    }
}

impl Kind {
    /// Those one can ask for.
    pub(super) const CHOICES: [Self; 6] =
        [Self::Signed, Self::Withdrew, Self::Revised, Self::Published, Self::Closed, Self::Delivered];

    /// What is told of an event; none of those that no webhook hears.
    pub(super) fn of(event: EventKind) -> Option<Self> {
        match event {
            EventKind::Signed => Some(Self::Signed),
            EventKind::Withdrew => Some(Self::Withdrew),
            EventKind::Revised => Some(Self::Revised),
            EventKind::Published => Some(Self::Published),
            EventKind::Closed => Some(Self::Closed),
            EventKind::Delivered => Some(Self::Delivered),
            EventKind::Kept
            | EventKind::Retracted
            | EventKind::Suspended
            | EventKind::Restored
            | EventKind::Relisted => None,
        }
    }
}

text_enum! {
    /// Why a message was not taken.
    Trouble {
        /// It was answered with a status that is not of success.
        Refused = "refused",
        /// It took too long.
        TooSlow = "too-slow",
        /// Nobody has this name.
        NoSuchName = "no-such-name",
        /// It leads where nothing is sent.
        NotPublic = "not-public",
        /// Its certificate is not to be trusted.
        NotTrusted = "not-trusted",
        /// The connection failed.
        Unreachable = "unreachable",
        /// The letter is not public any more, so it is not theirs to hear of.
        LetterNotPublic = "letter-not-public",
    }
}

text_enum! {
    /// Why a webhook is switched off.
    OffBecause {
        /// Somebody switched it off.
        Asked = "asked",
        /// Nothing was taken for three days.
        GivenUp = "given-up",
        /// Its receiver said that it is gone.
        Gone = "gone",
        /// Who made it coordinates the letter, or owns the organization, no longer.
        MakerLeft = "maker-left",
    }
}

/// A webhook.
#[derive(Debug, Clone, Queryable, Selectable)]
#[diesel(table_name = webhooks)]
pub(super) struct Webhook {
    pub id: WebhookId,
    pub letter_id: Option<LetterId>,
    pub organization_id: Option<OrganizationId>,
    pub made_by: PersonId,
    pub url: String,
    kinds: String,
    secret: String,
    former_secret: Option<String>,
    former_until: Option<Moment>,
    pub off_since: Option<Moment>,
    pub off_because: Option<OffBecause>,
}

/// How long the secret before the last signs too: a receiver changes over in a working day.
const FORMER_SECONDS: i64 = 86_400;
/// Nobody has more programs that have to hear of one letter.
const MOST: i64 = 10;

impl Webhook {
    /// What it is told of.
    pub(super) fn kinds(&self) -> impl Iterator<Item = Kind> {
        self.kinds.split(' ').filter_map(|word| word.parse().ok())
    }

    /// Whether it is told of this.
    pub(super) fn hears(&self, kind: Kind) -> bool {
        kind == Kind::Test || self.kinds().any(|hears| hears == kind)
    }

    /// The secrets that sign what is sent at `now`, the newest first.
    pub(super) fn secrets(&self, now: Moment) -> Vec<&str> {
        let former =
            self.former_secret.as_deref().filter(|_| self.former_until.is_some_and(|until| until > now));
        std::iter::once(self.secret.as_str()).chain(former).collect()
    }

    /// Whose server it leads to; the rest of the address may hold a password of theirs.
    pub(super) fn host(&self) -> String {
        let url = url::Url::parse(&self.url).ok();
        url.and_then(|url| url.host_str().map(str::to_owned)).unwrap_or_default()
    }
}

/// What a webhook is about.
#[derive(Debug, Clone)]
pub(super) enum About {
    /// A letter, for its coordinators.
    Letter(Box<Letter>),
    /// What an organization signed, for its owners.
    Organization(Box<Organization>),
}

impl About {
    /// One of the two, as a row has it.
    fn ids(&self) -> (Option<LetterId>, Option<OrganizationId>) {
        match self {
            Self::Letter(letter) => (Some(letter.id), None),
            Self::Organization(organization) => (None, Some(organization.id)),
        }
    }

    /// The page that lists its webhooks.
    pub(super) fn path(&self) -> String {
        match self {
            Self::Letter(letter) => format!("/letters/{}/webhooks", letter.slug),
            Self::Organization(organization) => format!("/organizations/{}/webhooks", organization.slug),
        }
    }
}

/// The letter at `slug` in the hands of a coordinator, or `None`.
pub(super) fn about_letter(tx: &mut Tx<'_>, person: PersonId, slug: &Slug) -> Result<Option<About>, Fault> {
    let own = letters::find_own(tx, person, slug)?;
    Ok(own.map(|own| About::Letter(Box::new(own.letter().clone()))))
}

/// The organization at `slug` in the hands of an owner, or `None`.
pub(super) fn about_organization(
    tx: &mut Tx<'_>,
    person: PersonId,
    slug: &Slug,
) -> Result<Option<About>, Fault> {
    let Some(organization) = organizations::find_organization(tx, slug)? else { return Ok(None) };
    let role = organizations::find_role(tx, person, organization.id)?;
    Ok((role == Some(Role::Owner)).then(|| About::Organization(Box::new(organization))))
}

/// The webhooks of a letter or an organization, the latest first.
pub(super) fn webhooks_about(tx: &mut Tx<'_>, about: &About) -> Result<Vec<Webhook>, Fault> {
    let (letter, organization) = about.ids();
    Ok(on!(tx, c => webhooks::table
        .filter(webhooks::letter_id.eq(letter).or(webhooks::organization_id.eq(organization)))
        .order(webhooks::id.desc())
        .select(Webhook::as_select())
        .load(c))?)
}

/// Why nothing was changed.
#[derive(Debug)]
pub(super) enum WebhookError {
    /// There is no such letter, organization or webhook for this person.
    NotTheirs,
    /// There are very many.
    TooMany,
    /// See [`Fault`].
    Fault(Fault),
}

carries_faults!(WebhookError);

/// Adds a webhook; its secret is in the answer, and is shown once.
pub(super) fn add_webhook(
    tx: &mut Tx<'_>,
    person: PersonId,
    about: &About,
    url: &str,
    kinds: &[Kind],
) -> Result<(WebhookId, String), WebhookError> {
    let (letter, organization) = about.ids();
    tx.hold("webhooks")?;
    if webhooks_about(tx, about)?.len() >= usize::try_from(MOST).unwrap_or(0) {
        return Err(WebhookError::TooMany);
    }
    let (id, secret) = (WebhookId::new(), new_secret());
    let words: Vec<&str> = kinds.iter().map(|kind| kind.as_str()).collect();
    let row = (
        webhooks::id.eq(id),
        webhooks::letter_id.eq(letter),
        webhooks::organization_id.eq(organization),
        webhooks::made_by.eq(person),
        webhooks::url.eq(sealed(url)),
        webhooks::kinds.eq(words.join(" ")),
        webhooks::secret.eq(sealed(&secret)),
        webhooks::created_at.eq(tx.now()),
    );
    on!(tx, c => diesel::insert_into(webhooks::table).values(row).execute(c))?;
    Ok((id, secret))
}

/// A webhook with what it is about, in the hands of somebody who coordinates that or owns it.
pub(super) fn find_own(
    tx: &mut Tx<'_>,
    person: PersonId,
    id: WebhookId,
) -> Result<Option<(Webhook, About)>, Fault> {
    let found: Option<Webhook> =
        on!(tx, c => webhooks::table.find(id).select(Webhook::as_select()).first(c).optional())?;
    let Some(webhook) = found else { return Ok(None) };
    let about = match (webhook.letter_id, webhook.organization_id) {
        (Some(letter), _) if letters::is_coordinator(tx, person, letter)? => {
            letters::find_for_operator(tx, letter)?.map(|letter| About::Letter(Box::new(letter)))
        }
        (None, Some(id)) if organizations::find_role(tx, person, id)? == Some(Role::Owner) => {
            organizations::find_by_id(tx, id)?.map(|o| About::Organization(Box::new(o)))
        }
        _ => None,
    };
    Ok(about.map(|about| (webhook, about)))
}

/// Whether who made a webhook may still hear what it is told.
pub(super) fn may_hear(tx: &mut Tx<'_>, webhook: &Webhook) -> Result<bool, Fault> {
    match (webhook.letter_id, webhook.organization_id) {
        (Some(letter), _) => letters::is_coordinator(tx, webhook.made_by, letter),
        (None, Some(organization)) => Ok(organizations::find_role(tx, webhook.made_by, organization)?
            == Some(Role::Owner)
            && organizations::suspension_of(tx, organization)?.is_none()),
        (None, None) => Ok(false),
    }
}

fn own(tx: &mut Tx<'_>, person: PersonId, id: WebhookId) -> Result<Webhook, WebhookError> {
    tx.hold("webhooks")?;
    Ok(find_own(tx, person, id)?.ok_or(WebhookError::NotTheirs)?.0)
}

/// Gives a webhook another secret, which is in the answer; the one before signs too for a day.
pub(super) fn renew_secret(tx: &mut Tx<'_>, person: PersonId, id: WebhookId) -> Result<String, WebhookError> {
    let (before, secret) = (own(tx, person, id)?, new_secret());
    let until = tx.now().plus_seconds(FORMER_SECONDS);
    on!(tx, c => diesel::update(webhooks::table.find(id))
        .set((
            webhooks::secret.eq(sealed(&secret)),
            webhooks::former_secret.eq(sealed(&before.secret)),
            webhooks::former_until.eq(until),
        ))
        .execute(c))?;
    Ok(secret)
}

/// Switches a webhook on again. It is theirs who do that from here on: who made it may have left.
pub(super) fn turn_on(tx: &mut Tx<'_>, person: PersonId, id: WebhookId) -> Result<(), WebhookError> {
    own(tx, person, id)?;
    on!(tx, c => diesel::update(webhooks::table.find(id))
        .set((
            webhooks::made_by.eq(person),
            webhooks::off_since.eq(None::<Moment>),
            webhooks::off_because.eq(None::<OffBecause>),
        ))
        .execute(c))?;
    tx.tell(crate::db::News::Webhooks);
    Ok(())
}

/// Switches a webhook off, if that is theirs to do.
pub(super) fn turn_off(tx: &mut Tx<'_>, person: PersonId, id: WebhookId) -> Result<(), WebhookError> {
    own(tx, person, id)?;
    switch_off(tx, id, OffBecause::Asked)?;
    Ok(())
}

/// Switches a webhook off; whether it was on.
pub(super) fn switch_off(tx: &mut Tx<'_>, id: WebhookId, because: OffBecause) -> Result<bool, Fault> {
    let now = tx.now();
    let switched = on!(tx, c => diesel::update(webhooks::table.find(id).filter(webhooks::off_since.is_null()))
        .set((webhooks::off_since.eq(now), webhooks::off_because.eq(because)))
        .execute(c))?;
    Ok(switched > 0)
}

/// Deletes a webhook with all that was sent to it.
pub(super) fn remove(tx: &mut Tx<'_>, person: PersonId, id: WebhookId) -> Result<About, WebhookError> {
    tx.hold("webhooks")?;
    let (_, about) = find_own(tx, person, id)?.ok_or(WebhookError::NotTheirs)?;
    on!(tx, c => diesel::delete(webhooks::table.find(id)).execute(c))?;
    Ok(about)
}
