//! Comments, and their writing by those invited.

use diesel::prelude::*;

use super::mails;
use super::placing::paragraphs;
use crate::db::{Moment, Tx, on, sealed};
use crate::error::{Fault, carries_faults};
use crate::ids::{CommentId, InvitationId, LetterId, PersonId, Slug};
use crate::invitations::{self, Invitation};
use crate::letters::{self, Happened, Letter, SOMEBODY_INVITED};
use crate::mail;
use crate::people::Person;
use crate::schema::{comments, letters as letter_rows};
use crate::text::clean;
use crate::text::complaints::Complaints;
use crate::text::words::say;

/// A comment's row.
#[derive(Debug, Clone, Queryable, Selectable)]
#[diesel(table_name = comments)]
pub(super) struct Comment {
    pub id: CommentId,
    pub invitation_id: Option<InvitationId>,
    pub person_id: Option<PersonId>,
    pub author_name: String,
    pub author_organization: String,
    pub paragraph: Option<i32>,
    pub quote: String,
    pub body: String,
    pub red_line: bool,
    pub after_the_hour: bool,
    pub created_at: Moment,
    pub answer: Option<String>,
    pub resolved_at: Option<Moment>,
}

impl Comment {
    /// Its author in words.
    pub(super) fn author(&self) -> String {
        match (self.author_name.as_str(), self.author_organization.as_str()) {
            ("", "") => say!("comments-somebody"),
            ("", name) | (name, "") => name.to_owned(),
            (name, organization) => say!("comments-author", name = name, organization = organization),
        }
    }

    /// Its author as the log keeps them, which is for readers of every language.
    pub(super) fn author_in_log(&self) -> String {
        let parts = [self.author_name.as_str(), &self.author_organization];
        let parts: Vec<&str> = parts.into_iter().filter(|part| !part.is_empty()).collect();
        if parts.is_empty() { SOMEBODY_INVITED.to_owned() } else { parts.join(", ") }
    }

    /// The number of the paragraph that it was written about, from 0.
    pub(super) fn stood_at(&self) -> Option<usize> {
        self.paragraph.and_then(|paragraph| usize::try_from(paragraph).ok())
    }
}

/// The fields of the form, as typed.
#[derive(Debug, Clone, Default, serde::Deserialize)]
#[serde(default)]
pub struct CommentForm {
    /// The number of the paragraph, from 0; empty for the whole letter.
    pub paragraph: String,
    /// The paragraph as it was shown.
    pub quote: String,
    /// The version of the draft that was shown.
    pub version: String,
    /// What is said.
    pub body: String,
    /// `yes` for what the author could not sign.
    pub red_line: String,
    /// The author.
    pub name: String,
    /// Their organization.
    pub organization: String,
}

/// A comment whose fields are in order.
#[derive(Debug, Clone)]
pub(super) struct NewComment {
    paragraph: Option<i32>,
    quote: String,
    version: Option<i32>,
    body: String,
    red_line: bool,
    name: String,
    organization: String,
}

/// Two pages; longer ones are letters of their own.
const LONGEST: usize = 5000;

/// A quotation can be as long as the longest body.
const LONGEST_QUOTE: usize = 100_000;

impl NewComment {
    /// Reads a form.
    pub(super) fn read(form: &CommentForm) -> Result<Self, Complaints> {
        let mut complaints = Complaints::default();
        let body = clean::prose(&form.body);
        complaints.required("body", body.trim(), LONGEST, &say!("comments-body-missing"));
        let (name, organization) = (clean::line(&form.name), clean::line(&form.organization));
        complaints.at_most("name", &name, 200);
        complaints.at_most("organization", &organization, 300);
        let paragraph = match form.paragraph.trim() {
            "" => None,
            typed => typed.parse().ok().filter(|n: &i32| *n >= 0).or_else(|| {
                complaints.add("paragraph", say!("comments-no-paragraph"));
                None
            }),
        };
        let quote: String = clean::prose(&form.quote).chars().take(LONGEST_QUOTE).collect();
        complaints.or(Self {
            paragraph,
            quote,
            version: form.version.trim().parse().ok(),
            body,
            red_line: form.red_line == "yes",
            name,
            organization,
        })
    }
}

/// Who writes a comment.
#[derive(Debug, Clone)]
pub(super) enum Author {
    /// Whoever holds the link of an invitation, or is invited and signed in.
    Invited { invitation: Box<Invitation>, person: Option<Box<Person>> },
    /// A coordinator.
    Coordinator(Box<Person>),
}

impl Author {
    /// The names that a form begins with.
    pub(super) fn names(&self) -> (&str, &str) {
        match self {
            Self::Invited { invitation, person } => {
                let name = person.as_ref().map_or(invitation.person_name.as_str(), |person| &person.name);
                (name, &invitation.organization_name)
            }
            Self::Coordinator(person) => (&person.name, ""),
        }
    }

    fn person(&self) -> Option<PersonId> {
        match self {
            Self::Invited { person, .. } => person.as_ref().map(|person| person.id),
            Self::Coordinator(person) => Some(person.id),
        }
    }
}

/// The draft as it stands, and what somebody may see of the comments on it.
#[derive(Debug)]
pub(super) struct Discussion {
    pub letter: Letter,
    pub author: Author,
    pub comments: Vec<Comment>,
}

impl Discussion {
    /// Whether comments can still be written.
    pub(super) fn is_open(&self) -> bool {
        self.letter.opened_at.is_none() && self.letter.retracted_at.is_none()
    }
}

fn find_letter(tx: &mut Tx<'_>, id: LetterId) -> Result<Option<Letter>, Fault> {
    Ok(on!(tx, c => letter_rows::table.find(id).select(Letter::as_select()).first(c).optional())?)
}

fn load(tx: &mut Tx<'_>, letter: LetterId, of: Option<InvitationId>) -> Result<Vec<Comment>, Fault> {
    Ok(on!(tx, c => {
        let mut query = comments::table
            .filter(comments::letter_id.eq(letter))
            .order(comments::id)
            .select(Comment::as_select())
            .into_boxed();
        if let Some(invitation) = of {
            query = query.filter(comments::invitation_id.eq(invitation));
        }
        query.load(c)
    })?)
}

/// The discussion for whoever holds the link of an invitation.
pub(super) fn discussion_of(
    tx: &mut Tx<'_>,
    invitation: Invitation,
    person: Option<Person>,
) -> Result<Option<Discussion>, Fault> {
    let Some(letter) = find_letter(tx, invitation.letter_id)? else { return Ok(None) };
    let comments = load(tx, letter.id, Some(invitation.id))?;
    let author = Author::Invited { invitation: Box::new(invitation), person: person.map(Box::new) };
    Ok(Some(Discussion { letter, author, comments }))
}

/// The discussion of the letter at `slug`, for somebody who is signed in: all of it for its
/// coordinators, their own for those invited, `None` for everybody else.
pub(super) fn find_discussion(
    tx: &mut Tx<'_>,
    person: &Person,
    slug: &Slug,
) -> Result<Option<Discussion>, Fault> {
    let Some(letter) = letters::find_any(tx, slug)? else { return Ok(None) };
    if letters::is_coordinator(tx, person.id, letter.id)? {
        let comments = load(tx, letter.id, None)?;
        return Ok(Some(Discussion {
            letter,
            author: Author::Coordinator(Box::new(person.clone())),
            comments,
        }));
    }
    match invitations::invitation_of(tx, letter.id, person.id)? {
        Some(invitation) => discussion_of(tx, invitation, Some(person.clone())),
        None => Ok(None),
    }
}

/// Why a comment was not kept.
#[derive(Debug)]
pub(super) enum CommentError {
    /// The text is locked, or the letter is retracted.
    Closed,
    /// There is no such paragraph, and the form says nothing of what it was.
    NoSuchParagraph,
    /// [`MOST`] of them, and nobody reads more.
    TooMany,
    /// See [`Fault`].
    Fault(Fault),
}

carries_faults!(CommentError);

/// How many comments one invitation may write, or the coordinators together.
const MOST: usize = 200;

/// After a mail about comments the coordinators get no other for an hour: a round of comments comes
/// within minutes, and they all stand on the page behind the first one's link.
const QUIET_SECONDS: i64 = 3600;

/// Keeps a comment; `discussion` was found in this transaction, so that its author may write it. If
/// the draft moved while it was written, it keeps the words that its author saw. The coordinators are
/// written to, unless they were within the last hour.
pub(super) fn add(
    tx: &mut Tx<'_>,
    discussion: &Discussion,
    new: &NewComment,
    address: impl Fn(&str) -> String,
) -> Result<CommentId, CommentError> {
    let letter = &discussion.letter;
    if !discussion.is_open() {
        return Err(CommentError::Closed);
    }
    let (id, now) = (CommentId::new(), tx.now());
    let (invitation, person) = match &discussion.author {
        Author::Invited { invitation, .. } => (Some(invitation.id), discussion.author.person()),
        Author::Coordinator(person) => (None, Some(person.id)),
    };
    if discussion.comments.iter().filter(|comment| comment.invitation_id == invitation).count() >= MOST {
        return Err(CommentError::TooMany);
    }
    let names = discussion.author.names();
    let or = |typed: &str, otherwise: &str| {
        if typed.is_empty() { otherwise.to_owned() } else { typed.to_owned() }
    };
    let (name, organization) = (or(&new.name, names.0), or(&new.organization, names.1));
    let told = if invitation.is_some() { tell_coordinators(tx, letter, address)? } else { None };
    let row = (
        comments::id.eq(id),
        comments::letter_id.eq(letter.id),
        comments::invitation_id.eq(invitation),
        comments::person_id.eq(person),
        comments::author_name.eq(sealed(&name)),
        comments::author_organization.eq(sealed(&organization)),
        comments::version.eq(new.version.unwrap_or(letter.version)),
        comments::paragraph.eq(new.paragraph),
        comments::quote.eq(quoted(letter, new)?),
        comments::body.eq(sealed(&new.body)),
        comments::red_line.eq(new.red_line),
        comments::after_the_hour.eq(letter.red_lines_by.is_some_and(|by| by <= now)),
        comments::created_at.eq(now),
        comments::told_at.eq(told),
    );
    on!(tx, c => diesel::insert_into(comments::table).values(row).execute(c))?;
    let about = if organization.is_empty() { name } else { organization };
    letters::log(tx, letter.id, person, Happened::Commented, &about, "")?;
    Ok(id)
}

/// The words that a comment is about. Of the version that stands they are looked up; of an earlier
/// one, which is not kept, only the form knows them.
fn quoted(letter: &Letter, new: &NewComment) -> Result<String, CommentError> {
    let Some(number) = new.paragraph.and_then(|number| usize::try_from(number).ok()) else {
        return Ok(String::new());
    };
    if new.version.is_none_or(|version| version == letter.version) {
        let found = paragraphs(&letter.body).get(number).map(|text| (*text).to_owned());
        return found.ok_or(CommentError::NoSuchParagraph);
    }
    if new.quote.is_empty() { Err(CommentError::NoSuchParagraph) } else { Ok(new.quote.clone()) }
}

fn tell_coordinators(
    tx: &mut Tx<'_>,
    letter: &Letter,
    address: impl Fn(&str) -> String,
) -> Result<Option<Moment>, Fault> {
    letters::hold(tx, letter.id)?; // of two comments at once one tells
    let now = tx.now();
    let lately: i64 = on!(tx, c => comments::table
        .filter(comments::letter_id.eq(letter.id))
        .filter(comments::told_at.gt(now.plus_seconds(-QUIET_SECONDS)))
        .count()
        .get_result(c))?;
    if lately > 0 {
        return Ok(None);
    }
    let link = address(&format!("/letters/{}/comments", letter.slug));
    for coordinator in letters::coordinators_of(tx, letter.id)? {
        mail::enqueue(tx, &mails::commented(&coordinator, &letter.shown_title(), link.clone()))?;
    }
    Ok(Some(now))
}
