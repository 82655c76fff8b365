//! What the API answers, shape by shape. Where the letter's own JSON tells the same, it is told in the same
//! words.

use serde::Serialize;
use utoipa::ToSchema;

/// Letters, the newest first.
#[derive(Serialize, ToSchema)]
pub struct LetterList {
    /// The letters of this page.
    pub letters: Vec<LetterSummary>,
    /// The cursor of the next page; null on the last.
    pub next: Option<String>,
}

/// A letter, in a list.
#[derive(Serialize, ToSchema)]
pub struct LetterSummary {
    /// Its address under `/letters/`.
    pub slug: String,
    /// Where people read it.
    pub url: String,
    /// With the count in its place.
    pub title: String,
    /// The language of its text, BCP 47.
    pub language: String,
    /// The text that stands there.
    pub revision: Revision,
    /// The furthest point of its life: `published`, `closed`, `delivered`, `answered` or `retracted`.
    #[schema(example = "published")]
    pub state: String,
    /// Whether it can be signed.
    pub open: bool,
    /// When it was published.
    pub published_at: Option<String>,
    /// When it was delivered.
    pub delivered_at: Option<String>,
    /// When its addressee answered.
    pub answered_at: Option<String>,
    /// Until when it can be signed.
    pub deadline: Option<String>,
    /// The zone in which the deadline was named.
    pub deadline_zone: Option<String>,
    /// How many signatories it has.
    #[schema(minimum = 0)]
    pub count: usize,
}

/// A letter with its text.
#[derive(Serialize, ToSchema)]
pub struct Letter {
    /// As in a list.
    #[serde(flatten)]
    pub summary: LetterSummary,
    /// How many signatories are counted and not named, for their safety.
    #[schema(minimum = 0)]
    pub withheld: usize,
    /// How signatories are numbered: `through`, `restart` under each heading, or `none`.
    pub numbering: String,
    /// How a signatory has to be verified at least to be listed by itself.
    pub verification: String,
    /// The headings of its list, in order.
    pub groups: Vec<Group>,
    /// The footnotes of its list.
    pub footnotes: Vec<Footnote>,
    /// What the revision's hash is taken of: these five strings by RFC 8785.
    pub text: Text,
}

/// Which text of a letter.
#[derive(Serialize, ToSchema)]
pub struct Revision {
    /// Its number, from 1.
    #[schema(minimum = 1)]
    pub number: i32,
    /// The SHA-256 of its canonical form, in hex. Whoever signs sends this.
    #[schema(min_length = 64, max_length = 64)]
    pub sha256: String,
}

/// The words of a letter.
#[derive(Serialize, ToSchema)]
pub struct Text {
    /// The title; `{{count}}` stands for the count.
    pub title: String,
    /// To whom.
    pub addressees: String,
    /// The place and date line.
    pub place_and_date: String,
    /// The text, as Markdown.
    pub body: String,
    /// Its language, BCP 47.
    pub language: String,
}

/// A heading of the list.
#[derive(Serialize, ToSchema)]
pub struct Group {
    /// What it is called here, for `group` of its signatories.
    pub key: String,
    /// Its words; null for those under no heading.
    pub name: Option<String>,
    /// Its acronym.
    pub acronym: Option<String>,
    /// The address of its coalition under `/coalitions/`.
    pub coalition: Option<String>,
    /// How many stand under it by name.
    #[schema(minimum = 0)]
    pub count: usize,
    /// How many stand under it without a name.
    #[schema(minimum = 0)]
    pub withheld: usize,
    /// `signatories`, `late` (those who signed late, or after the delivery) or `observers`, who are not counted.
    pub kind: String,
    /// Whether those under it signed after the delivery.
    pub after_delivery: bool,
}

/// A footnote of the list.
#[derive(Serialize, ToSchema)]
pub struct Footnote {
    /// Its sign.
    pub sign: String,
    /// Its words.
    pub words: String,
}

/// Signatories in the order of the list; of those whose names are withheld only the number.
#[derive(Serialize, ToSchema)]
pub struct SignatoryPage {
    /// The signatories of this page.
    pub signatories: Vec<Signatory>,
    /// How many there are in all.
    #[schema(minimum = 0)]
    pub count: usize,
    /// How many of them are not named, on no page.
    #[schema(minimum = 0)]
    pub withheld: usize,
    /// The cursor of the next page; null on the last.
    pub next: Option<String>,
}

/// A line of the list.
#[derive(Serialize, ToSchema)]
pub struct Signatory {
    /// Its number, where the list has numbers.
    pub number: Option<usize>,
    /// The name as it stands there.
    pub name: String,
    /// Its acronym.
    pub acronym: Option<String>,
    /// ISO 3166-1.
    pub country: Option<String>,
    /// Who signed for it, if that is shown.
    pub representative: Option<String>,
    /// Its address under `/organizations/`, if it has a public page.
    pub organization: Option<String>,
    /// The `key` of the heading it stands under.
    pub group: String,
    /// `confirmed`: it signed here. `listed`: the coordinators entered it, and it has not confirmed yet.
    pub status: String,
    /// How it is verified.
    pub verified_by: Option<String>,
    /// Since when.
    pub verified_at: Option<String>,
    /// When it signed; of a listed one, when it said that it would.
    pub signed_at: String,
    /// The number of the revision it signed; null of a listed one.
    pub revision: Option<i32>,
    /// For how many members it signs.
    pub members: Option<i32>,
    /// The sign of its footnote.
    pub footnote: Option<String>,
}

/// What happened to a letter since it is public, the first first.
#[derive(Serialize, ToSchema)]
pub struct EventPage {
    /// The events of this page.
    pub events: Vec<Event>,
    /// The cursor of the next page; null if there is none yet.
    pub next: Option<String>,
}

/// Something that happened.
#[derive(Serialize, ToSchema)]
pub struct Event {
    /// Its number, without gaps; 1 is the publication.
    #[schema(minimum = 1)]
    pub number: i64,
    /// `published`, `signed`, `kept` (under another revision), `withdrew`, `revised`, `closed`, `delivered`,
    /// `retracted`, `suspended`, `restored`, or `relisted`: the list is to be read anew.
    pub kind: String,
    /// When.
    pub happened_at: String,
    /// Whose signature it is about; null if about nobody's, or if the name is not to be known.
    pub signatory: Option<NamedSignatory>,
}

/// A signatory in the history.
#[derive(Serialize, ToSchema)]
pub struct NamedSignatory {
    /// Its name.
    pub name: String,
    /// Its address under `/organizations/`, if it has a public page.
    pub organization: Option<String>,
}

/// Organizations that are named in public, in the order in which they came here.
#[derive(Serialize, ToSchema)]
pub struct OrganizationList {
    /// The organizations of this page.
    pub organizations: Vec<OrganizationSummary>,
    /// The cursor of the next page; null on the last.
    pub next: Option<String>,
}

/// An organization, in a list.
#[derive(Serialize, ToSchema)]
pub struct OrganizationSummary {
    /// Its address under `/organizations/`.
    pub slug: String,
    /// Where people read about it.
    pub url: String,
    /// Its name.
    pub name: String,
    /// Its acronym.
    pub acronym: Option<String>,
    /// ISO 3166-1.
    pub country: Option<String>,
    /// Its website.
    pub website: Option<String>,
    /// The best way in which it is verified; null where none stands.
    pub verified_by: Option<String>,
    /// Since when.
    pub verified_at: Option<String>,
}

/// An organization.
#[derive(Serialize, ToSchema)]
pub struct Organization {
    /// As in a list.
    #[serde(flatten)]
    pub summary: OrganizationSummary,
    /// In other languages than that of `name`.
    pub names: Vec<Words>,
    /// What it says of itself.
    pub descriptions: Vec<Words>,
    /// All ways in which it is verified, the best first.
    pub verifications: Vec<VerifiedHow>,
    /// Since when the operator has stopped it; null where nothing stops it.
    pub suspended_at: Option<String>,
    /// The note about that.
    pub suspension_note: Option<String>,
    /// The coalitions that count it among their members.
    pub coalitions: Vec<Membership>,
    /// The public letters that it stands under by name.
    pub signed: Vec<Signed>,
}

/// Words in a language.
#[derive(Serialize, ToSchema)]
pub struct Words {
    /// BCP 47.
    pub language: String,
    /// The words.
    pub text: String,
}

/// A way in which an organization is verified.
#[derive(Serialize, ToSchema)]
pub struct VerifiedHow {
    /// `email`, `domain`, `vouched` or `operator`.
    pub method: String,
    /// Since when.
    pub since: String,
    /// The coalition that vouches.
    pub coalition: Option<String>,
    /// The domain.
    pub domain: Option<String>,
}

/// A coalition that an organization is a member of.
#[derive(Serialize, ToSchema)]
pub struct Membership {
    /// Its address under `/coalitions/`.
    pub slug: String,
    /// Its name.
    pub name: String,
    /// Its acronym.
    pub acronym: Option<String>,
    /// When it confirmed the organization.
    pub confirmed_at: String,
}

/// A letter that an organization signed.
#[derive(Serialize, ToSchema)]
pub struct Signed {
    /// Its address under `/letters/`.
    pub slug: String,
    /// Its title.
    pub title: String,
    /// Its language.
    pub language: String,
    /// When the organization signed.
    pub signed_at: String,
}

/// Coalitions, in the order in which they came here.
#[derive(Serialize, ToSchema)]
pub struct CoalitionList {
    /// The coalitions of this page.
    pub coalitions: Vec<Coalition>,
    /// The cursor of the next page; null on the last.
    pub next: Option<String>,
}

/// A coalition.
#[derive(Serialize, ToSchema)]
pub struct Coalition {
    /// Its address under `/coalitions/`.
    pub slug: String,
    /// Where people read about it.
    pub url: String,
    /// Its name.
    pub name: String,
    /// Its acronym.
    pub acronym: Option<String>,
    /// Its website.
    pub website: Option<String>,
    /// How many members it names.
    pub members: i64,
    /// How many it counts without naming them.
    pub members_not_named: i64,
}

/// The members of a coalition, in the order in which they came here.
#[derive(Serialize, ToSchema)]
pub struct MemberList {
    /// The members of this page.
    pub members: Vec<Member>,
    /// The cursor of the next page; null on the last.
    pub next: Option<String>,
}

/// A member of a coalition.
#[derive(Serialize, ToSchema)]
pub struct Member {
    /// The organization.
    #[serde(flatten)]
    pub organization: OrganizationSummary,
    /// When the coalition confirmed it.
    pub confirmed_at: Option<String>,
}

/// Invitations, the newest first.
#[derive(Serialize, ToSchema)]
pub struct InvitationList {
    /// The invitations of this page.
    pub invitations: Vec<Invitation>,
    /// The cursor of the next page; null on the last.
    pub next: Option<String>,
}

/// An invitation to a letter.
#[derive(Serialize, ToSchema)]
pub struct Invitation {
    /// Its id.
    pub id: String,
    /// How far it has come: `invited`, `opened`, `preparing`, `signed` or `declined`.
    pub stage: String,
    /// When the organization was asked.
    pub invited_at: String,
    /// When it signed.
    pub signed_at: Option<String>,
    /// When it declined.
    pub declined_at: Option<String>,
    /// To which letter.
    pub letter: InvitedLetter,
}

/// The letter that an organization is invited to; it need not be public.
#[derive(Serialize, ToSchema)]
pub struct InvitedLetter {
    /// Its address under `/letters/`.
    pub slug: String,
    /// Where people read it.
    pub url: String,
    /// Its title; an ellipsis stands for the count.
    pub title: String,
    /// The language of its text, BCP 47.
    pub language: String,
    /// The furthest point of its life; `draft` and `collecting` are before it is public.
    pub state: String,
    /// Whether it can be signed.
    pub open: bool,
    /// Until when it can be signed.
    pub deadline: Option<String>,
    /// The text that would be signed; null while it is a draft.
    pub revision: Option<Revision>,
    /// Its words; null while it is a draft.
    pub text: Option<Text>,
}
