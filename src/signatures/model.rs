//! Signatures as rows, and the list of a letter read from them.

use std::collections::HashMap;

use diesel::dsl::max;
use diesel::prelude::*;

use super::ending::open_questions;
use super::list::{Entry, Footnote, Group, GroupKind, SignatoryList, Status, Withheld, arrange};
use super::standing::on_the_list;
use crate::db::{Moment, Tx, on};
use crate::error::Fault;
use crate::ids::{LetterId, OrganizationId, PersonId, SignatureId};
use crate::invitations;
use crate::letters::{Letter, titles_to_read};
use crate::organizations::Organization;
use crate::schema::{
    coalitions, footnotes, letter_groups, letters, organization_words, organizations, revisions, signatures,
};
use crate::text::language::Language;
use crate::text::markdown;
use crate::text::speaking;

#[derive(Queryable, Selectable)]
#[diesel(table_name = signatures)]
struct Row {
    id: SignatureId,
    group_id: Option<crate::ids::GroupId>,
    representative_name: String,
    representative_title: String,
    show_representative: bool,
    signed_at: Moment,
    confirmed_at: Option<Moment>,
    hand_position: Option<i32>,
    printed_name: Option<String>,
    printed_acronym: Option<String>,
    listed_country: Option<String>,
    sort_name: Option<String>,
    members: Option<i32>,
    delivered_position: Option<i32>,
    delivered_number: Option<i32>,
}

#[derive(Queryable, Selectable)]
#[diesel(table_name = letter_groups)]
struct GroupRow {
    id: crate::ids::GroupId,
    kind: GroupKind,
    name: String,
    acronym: Option<String>,
    position: i32,
}

/// A signature with its organization, the number of the revision it was given to, and the sign of
/// its footnote.
type Joined = (Row, Option<Organization>, Option<i32>, Option<String>);

/// The names of organizations in other languages.
type Names = HashMap<OrganizationId, Vec<(String, String)>>;

/// Those of the organizations that are named under a letter.
fn names_under(tx: &mut Tx<'_>, letter: LetterId) -> Result<Names, Fault> {
    let rows: Vec<(OrganizationId, String, String)> = on!(tx, c => organization_words::table
        .inner_join(signatures::table.on(signatures::organization_id.eq(organization_words::organization_id.nullable())))
        .filter(signatures::letter_id.eq(letter).and(signatures::withheld_at.is_null()))
        .select((organization_words::organization_id, organization_words::language, organization_words::name))
        .load(c))?;
    let mut names = Names::new();
    for (organization, language, name) in rows.into_iter().filter(|(_, _, name)| !name.is_empty()) {
        names.entry(organization).or_default().push((language, name));
    }
    Ok(names)
}

fn entry((row, organization, revision, footnote): Joined, names: &mut Names) -> Entry {
    let representative = match (row.show_representative, row.representative_title.is_empty()) {
        (false, _) => None,
        (true, true) => Some(row.representative_name),
        (true, false) => Some(format!("{}, {}", row.representative_name, row.representative_title)),
    };
    let (own_name, own_acronym) = match &organization {
        Some(organization) => (organization.name.clone(), organization.acronym.clone()),
        None => (String::new(), None),
    };
    // What an organization is sorted by belongs to its own name, not to one printed otherwise here.
    let own_sort_name = organization.as_ref().filter(|_| row.printed_name.is_none());
    let own_sort_name = own_sort_name.and_then(|organization| organization.sort_name.clone());
    let with_own_name =
        organization.as_ref().filter(|_| row.printed_name.is_none() && row.confirmed_at.is_some());
    let names = with_own_name.and_then(|organization| names.remove(&organization.id)).unwrap_or_default();
    // A name that is printed differently in this letter brings its acronym, or its want of one.
    let (name, acronym) = match row.printed_name {
        Some(printed) => (printed, row.printed_acronym),
        None => (own_name, own_acronym),
    };
    let status = if row.confirmed_at.is_some() { Status::Confirmed } else { Status::Listed };
    // Of an organization that has not signed here nothing is said but what was entered.
    let organization = organization.filter(|_| status == Status::Confirmed);
    Entry {
        signature: row.id,
        status,
        name,
        names,
        acronym,
        sort_name: row.sort_name.or(own_sort_name),
        country: organization.as_ref().and_then(|o| o.country.clone()).or(row.listed_country),
        verified_by: organization.as_ref().and_then(|o| o.verified_by),
        verified_at: organization.as_ref().and_then(|o| o.verified_at),
        // A protected organization has no public page that a name could lead to.
        slug: organization.filter(|o| o.protected_at.is_none()).map(|o| o.slug),
        group: row.group_id,
        representative,
        members: row.members,
        footnote,
        revision,
        signed_at: row.signed_at,
        hand_position: row.hand_position,
        delivered: row.delivered_position.map(|position| (position, row.delivered_number)),
    }
}

/// The groups of a letter by their place, also those under which nobody stands.
pub(super) fn groups_of(tx: &mut Tx<'_>, letter: LetterId) -> Result<Vec<Group>, Fault> {
    let groups: Vec<(GroupRow, Option<String>)> = on!(tx, c => letter_groups::table
        .left_join(coalitions::table)
        .filter(letter_groups::letter_id.eq(letter))
        .order((letter_groups::position, letter_groups::id))
        .select((GroupRow::as_select(), coalitions::slug.nullable()))
        .load(c))?;
    let groups = groups
        .into_iter()
        .map(|(row, coalition)| Group {
            id: row.id,
            kind: row.kind,
            name: row.name,
            acronym: row.acronym,
            coalition,
            position: row.position,
        })
        .collect();
    Ok(groups)
}

/// The list of a letter as it stands, in the order and with the numbers of its rule.
///
/// # Errors
/// A fault of the database.
pub fn signatory_list(tx: &mut Tx<'_>, letter: &Letter, language: &Language) -> Result<SignatoryList, Fault> {
    list_without(tx, letter, language, &[])
}

/// The list as it is once the open questions to signatories are ended by their rule for silence (see
/// [`end_questions`](super::end_questions)): without those who leave then.
///
/// # Errors
/// A fault of the database.
pub fn signatory_list_after_questions(
    tx: &mut Tx<'_>,
    letter: &Letter,
    language: &Language,
) -> Result<SignatoryList, Fault> {
    let open = open_questions(tx, letter.id)?;
    let leaving: Vec<SignatureId> =
        open.iter().filter(|question| question.leaves()).map(|question| question.signature()).collect();
    list_without(tx, letter, language, &leaving)
}

fn list_without(
    tx: &mut Tx<'_>,
    letter: &Letter,
    language: &Language,
    leaving: &[SignatureId],
) -> Result<SignatoryList, Fault> {
    let rows: Vec<Joined> = on!(tx, c => signatures::table
        .left_join(organizations::table)
        .left_join(revisions::table)
        .left_join(footnotes::table)
        .filter(signatures::letter_id.eq(letter.id))
        .filter(on_the_list!().and(signatures::withheld_at.is_null()))
        .select((
            Row::as_select(),
            Option::<Organization>::as_select(),
            revisions::number.nullable(),
            footnotes::sign.nullable(),
        ))
        .load(c))?;
    let withheld: Vec<(SignatureId, Option<crate::ids::GroupId>, Option<i32>)> = on!(tx, c => signatures::table
        .filter(signatures::letter_id.eq(letter.id))
        .filter(on_the_list!().and(signatures::withheld_at.is_not_null()))
        .select((signatures::id, signatures::group_id, signatures::delivered_position))
        .load(c))?;
    let groups = groups_of(tx, letter.id)?;
    let notes: Vec<(String, String)> = on!(tx, c => footnotes::table
        .filter(footnotes::letter_id.eq(letter.id))
        .order(footnotes::position)
        .select((footnotes::sign, footnotes::words))
        .load(c))?;
    let notes = notes.into_iter().map(|(sign, words)| Footnote { sign, words }).collect();
    let staying = rows.into_iter().filter(|(row, ..)| !leaving.contains(&row.id));
    let mut names = names_under(tx, letter.id)?;
    let entries = staying.map(|row| entry(row, &mut names)).collect();
    let withheld = withheld.into_iter().filter(|(id, ..)| !leaving.contains(id));
    let withheld: Vec<Withheld> =
        withheld.map(|(signature, group, delivered)| Withheld { signature, group, delivered }).collect();
    let delivered = match letter.delivered_at {
        Some(_) => Some(highest_delivered_number(tx, letter.id)?),
        None => None,
    };
    Ok(arrange(entries, &withheld, &groups, notes, letter.rule(), language, delivered))
}

/// The highest number that was handed over, also if its line has gone since.
fn highest_delivered_number(tx: &mut Tx<'_>, letter: LetterId) -> Result<usize, Fault> {
    let highest: Option<i32> = on!(tx, c => signatures::table
        .filter(signatures::letter_id.eq(letter))
        .select(max(signatures::delivered_number))
        .first(c))?;
    Ok(highest.and_then(|number| usize::try_from(number).ok()).unwrap_or(0))
}

/// How many signatories a letter has; the same number as its list's.
///
/// # Errors
/// A fault of the database.
pub fn count_signatories(tx: &mut Tx<'_>, letter: LetterId) -> Result<usize, Fault> {
    let count: i64 = on!(tx, c => signatures::table
        .left_join(letter_groups::table)
        .filter(signatures::letter_id.eq(letter))
        .filter(on_the_list!())
        .filter(letter_groups::kind.is_null().or(letter_groups::kind.nullable().ne(GroupKind::Observers)))
        .count()
        .get_result(c))?;
    Ok(usize::try_from(count).unwrap_or(0))
}

/// The title of a letter as a mail says it: with its count, or an ellipsis while nobody has signed.
///
/// # Errors
/// A fault of the database.
pub fn title_in_mail(tx: &mut Tx<'_>, letter: &Letter) -> Result<String, Fault> {
    if !letter.title.contains(markdown::COUNT) {
        return Ok(letter.title.clone()); // whoever signs a letter of thousands need not have them counted
    }
    Ok(match count_signatories(tx, letter.id)? {
        0 => letter.shown_title(),
        count => letter.title.replace(markdown::COUNT, &count.to_string()),
    })
}

/// A letter that an organization signed.
#[derive(Debug, Clone)]
pub struct SignedLetter {
    /// The letter.
    pub id: LetterId,
    /// Its address under `/letters/`.
    pub slug: String,
    /// Its title, with the count in it.
    pub title: String,
    /// The language of the title, BCP 47.
    pub language: String,
    /// How many signed it.
    pub count: usize,
    /// When the organization signed.
    pub signed_at: Moment,
    /// Whether anyone can read it.
    pub public: bool,
    /// Whether the organization's name is withheld there.
    pub withheld: bool,
}

/// The public letters that an organization signed with its name and has not withdrawn from, newest
/// first.
///
/// # Errors
/// A fault of the database.
pub fn public_letters_signed_by(
    tx: &mut Tx<'_>,
    organization: OrganizationId,
) -> Result<Vec<SignedLetter>, Fault> {
    let signed = signed_by(tx, organization)?.into_iter();
    let named = |signed: &Signed| signed.letter.is_public() && signed.listed && !signed.withheld;
    in_words(tx, signed.filter(named).collect())
}

/// The letters that an organization signed and has not withdrawn from, as far as `person` may see
/// them: also those that are not public yet. Newest first.
///
/// # Errors
/// A fault of the database.
pub fn letters_signed_by(
    tx: &mut Tx<'_>,
    organization: OrganizationId,
    person: PersonId,
) -> Result<Vec<SignedLetter>, Fault> {
    let mut seen = Vec::new();
    for signed in signed_by(tx, organization)? {
        if signed.letter.is_public() || invitations::may_see(tx, &signed.letter, Some(person))? {
            seen.push(signed);
        }
    }
    in_words(tx, seen)
}

/// So many signatures a page can still show.
const SHOWN: i64 = 200;

/// A letter with the moment of signing.
struct Signed {
    letter: Letter,
    at: Moment,
    /// Whether the signature is on the list.
    listed: bool,
    /// Whether the name is not.
    withheld: bool,
}

fn signed_by(tx: &mut Tx<'_>, organization: OrganizationId) -> Result<Vec<Signed>, Fault> {
    let found: Vec<(Letter, Moment, bool, Option<Moment>)> = on!(tx, c => signatures::table
        .inner_join(letters::table)
        .filter(signatures::organization_id.eq(organization))
        .filter(signatures::withdrawn_at.is_null())
        .order(signatures::signed_at.desc())
        .limit(SHOWN)
        .select((Letter::as_select(), signatures::signed_at, on_the_list!(), signatures::withheld_at))
        .load(c))?;
    let signed = |(letter, at, listed, withheld): (Letter, Moment, bool, Option<Moment>)| Signed {
        letter,
        at,
        listed,
        withheld: withheld.is_some(),
    };
    Ok(found.into_iter().map(signed).collect())
}

fn in_words(tx: &mut Tx<'_>, signed: Vec<Signed>) -> Result<Vec<SignedLetter>, Fault> {
    let with_count = |tx: &mut Tx<'_>, Signed { letter, at, withheld, .. }: Signed| {
        let count = count_signatories(tx, letter.id)?;
        let shown = letter.language().number(count);
        let title = letter.title.replace(markdown::COUNT, &shown);
        let public = letter.is_public();
        Ok(SignedLetter {
            id: letter.id,
            count,
            slug: letter.slug,
            title,
            language: letter.language,
            signed_at: at,
            public,
            withheld,
        })
    };
    signed.into_iter().map(|signed| with_count(tx, signed)).collect()
}

/// These letters with their titles in the language that was asked for, where they are translated into that.
///
/// # Errors
/// A fault of the database.
pub fn as_read(tx: &mut Tx<'_>, mut signed: Vec<SignedLetter>) -> Result<Vec<SignedLetter>, Fault> {
    let Some(words) = speaking::asked() else { return Ok(signed) };
    let ids: Vec<LetterId> = signed.iter().map(|letter| letter.id).collect();
    let mut titles = titles_to_read(tx, &ids)?;
    for letter in &mut signed {
        let Some(title) = titles.remove(&letter.id) else { continue };
        letter.title = title.replace(markdown::COUNT, &words.language().number(letter.count));
        letter.language = words.tag().to_owned();
    }
    Ok(signed)
}

/// The signature that an organization's name stands with under a letter, if it does.
///
/// # Errors
/// A fault of the database.
pub fn find_signature(
    tx: &mut Tx<'_>,
    letter: LetterId,
    organization: OrganizationId,
) -> Result<Option<SignatureId>, Fault> {
    Ok(on!(tx, c => signatures::table
        .filter(signatures::letter_id.eq(letter).and(signatures::organization_id.eq(organization)))
        .filter(signatures::withdrawn_at.is_null())
        .select(signatures::id)
        .first(c)
        .optional())?)
}
