//! **Log**: everything that happened to a letter, for its coordinators: who, what, when.
//!
//! Written in the transaction of its cause. It is not public and never becomes so; what readers may
//! know of a letter's past are its [events](super::Event) and revisions.

use diesel::prelude::*;

use crate::db::{Moment, Tx, on, sealed, text_enum};
use crate::error::Fault;
use crate::ids::{LetterId, LogEntryId, PersonId};
use crate::schema::{letter_log, people};

/// Declares the kinds of entries, each with the name it is stored under and the words that stand
/// behind a person's name in the log.
macro_rules! entries {
    ($($name:ident = $stored:literal, $words:literal;)*) => {
        text_enum! {
            /// What an entry of the log says.
            Happened {
                $(#[doc = $words] $name = $stored,)*
            }
        }

        impl Happened {
            /// The words behind the name of who did it: "opened the letter for signatures".
            pub fn in_words(self) -> &'static str {
                match self { $(Self::$name => $words,)* }
            }
        }
    };
}

entries! {
    Began = "began", "began the letter";
    Imported = "imported", "imported the letter";
    Saved = "saved", "saved the draft";
    CoordinatorInvited = "coordinator-invited", "invited a coordinator";
    CoordinatorInvitationWithdrawn = "coordinator-invitation-withdrawn", "took back an invitation to coordinate";
    CoordinatorJoined = "coordinator-joined", "became a coordinator";
    CoordinatorRemoved = "coordinator-removed", "removed a coordinator";
    CoordinatorLeft = "coordinator-left", "stopped coordinating the letter";
    HandedOver = "handed-over", "handed the letter over";
    RedLinesSet = "red-lines-set", "set the hour for red lines";
    Commented = "commented", "commented on the draft";
    CommentAnswered = "comment-answered", "answered a comment";
    CommentResolved = "comment-resolved", "resolved a comment";
    CommentReopened = "comment-reopened", "reopened a comment";
    Opened = "opened", "opened the letter for signatures";
    Scheduled = "scheduled", "set the moment of publication";
    ScheduleCancelled = "schedule-cancelled", "cancelled the moment of publication";
    Published = "published", "published the letter";
    Closed = "closed", "closed the letter";
    DeadlineMoved = "deadline-moved", "moved the deadline";
    PressLinkMade = "press-link-made", "made a link for the press";
    PressLinkRevoked = "press-link-revoked", "revoked a link for the press";
    Revised = "revised", "revised the text";
    Translated = "translated", "saved a translation";
    TranslationRemoved = "translation-removed", "removed a translation";
    Kept = "kept", "kept its signature under the new revision";
    LeftOnRevision = "left-on-revision", "withdrew because of the new revision";
    SilenceStayed = "silence-stayed", "did not answer and stays under the earlier revision";
    SilenceLeft = "silence-left", "did not answer and left the list";
    Invited = "invited", "invited";
    Declined = "declined", "declined";
    Reminded = "reminded", "reminded";
    InvitationRevoked = "invitation-revoked", "revoked an invitation";
    Prepared = "prepared", "prepared a signature";
    Approved = "approved", "approved a prepared signature";
    PreparationRefused = "preparation-refused", "refused a prepared signature";
    Signed = "signed", "signed";
    Withdrew = "withdrew", "withdrew";
    Queued = "queued", "signed, and waits for a coordinator";
    QueueAccepted = "queue-accepted", "put a signature that waited on the list";
    QueueRefused = "queue-refused", "refused a signature that waited";
    Disputed = "disputed", "said that the signature was not authorised";
    AuthorityConfirmed = "authority-confirmed", "confirmed that the signature is authorised";
    Restored = "restored", "put a suspended signature back";
    DisputedRemoved = "disputed-removed", "took a suspended signature off";
    MinimumSet = "minimum-set", "set how signatories have to be verified";
    Listed = "listed", "entered a listed signatory";
    ListedConfirmed = "listed-confirmed", "confirmed a listed signatory";
    Removed = "removed", "took a signatory off the list";
    PrintedNameChanged = "printed-name-changed", "changed how a name appears";
    OrganizationRenamed = "organization-renamed", "gave an organization another name";
    ListChanged = "list-changed", "changed the list";
    ListChangeUndone = "list-change-undone", "undid a change of the list";
    NotDuplicates = "not-duplicates", "said that two signatories are not the same";
    Withheld = "withheld", "withheld a name to protect it";
    WithheldNoLonger = "withheld-no-longer", "ended the protection of a name";
    WithheldMoved = "withheld-moved", "moved a withheld name to another heading";
    WithheldSeen = "withheld-seen", "looked at the withheld names";
    NameHidden = "name-hidden", "had its name withheld";
    NameShown = "name-shown", "had its name shown";
    Retracted = "retracted", "retracted the letter";
    Suspended = "suspended", "suspended the letter";
    SuspensionLifted = "suspension-lifted", "lifted the suspension of the letter";
    SignatorySuspended = "signatory-suspended", "suspended a signatory";
    SignatoryRestored = "signatory-restored", "lifted the suspension of a signatory";
    Delivered = "delivered", "delivered the letter";
    AnswerRecorded = "answer-recorded", "recorded the addressee’s answer";
    ContactsErased = "contacts-erased", "the contacts were erased";
}

/// What the log says instead of an organization's name that is withheld: its coordinators look such
/// names up on a page of its own, and each look is an entry here.
pub const UNNAMED: &str = "an organization whose name is withheld";

/// Writes an entry. `by` is the person who did it, or none for what happened by itself or was done
/// by somebody without an account; `about` names what it is about (an organization, an address);
/// `note` is what they said.
///
/// # Errors
/// A fault of the database.
pub fn log(
    tx: &mut Tx<'_>,
    letter: LetterId,
    by: Option<PersonId>,
    happened: Happened,
    about: &str,
    note: &str,
) -> Result<(), Fault> {
    let row = (
        letter_log::id.eq(LogEntryId::new()),
        letter_log::letter_id.eq(letter),
        letter_log::happened_at.eq(tx.now()),
        letter_log::person_id.eq(by),
        letter_log::kind.eq(happened),
        letter_log::about.eq(sealed(about)),
        letter_log::note.eq(sealed(note)),
    );
    on!(tx, c => diesel::insert_into(letter_log::table).values(row).execute(c))?;
    Ok(())
}

/// Whether a person did such a thing with a letter in the last `seconds`.
pub(super) fn did_lately(
    tx: &mut Tx<'_>,
    letter: LetterId,
    person: PersonId,
    happened: Happened,
    seconds: i64,
) -> Result<bool, Fault> {
    let since = tx.now().plus_seconds(-seconds);
    let entries: i64 = on!(tx, c => letter_log::table
        .filter(letter_log::letter_id.eq(letter).and(letter_log::person_id.eq(person)))
        .filter(letter_log::kind.eq(happened).and(letter_log::happened_at.gt(since)))
        .count()
        .get_result(c))?;
    Ok(entries > 0)
}

/// A line of the log.
#[derive(Debug, Clone, Queryable)]
pub(super) struct LogLine {
    /// Its id; later lines have later ids.
    pub id: LogEntryId,
    /// When.
    pub at: Moment,
    /// Who, if it was a person who still has an account.
    pub by: Option<String>,
    /// What.
    pub happened: Happened,
    /// About whom or what.
    pub about: String,
    /// What was said.
    pub note: String,
}

/// How many lines are read at once. The words are sealed in the database, so it is here that they
/// are looked through.
const AT_ONCE: i64 = 1000;

/// The lines of a letter's log in which `typed` occurs (in a name, in the words, in what it is
/// about or in what was said; in any case), the latest first, at most `most` of them, those before
/// the line `before`.
pub(super) fn log_of(
    tx: &mut Tx<'_>,
    letter: LetterId,
    typed: &str,
    before: Option<LogEntryId>,
    most: usize,
) -> Result<Vec<LogLine>, Fault> {
    let typed = typed.to_lowercase();
    let mut found = Vec::new();
    let mut before = before;
    loop {
        let some: Vec<LogLine> = on!(tx, c => {
            let mut query = letter_log::table
                .left_join(people::table)
                .filter(letter_log::letter_id.eq(letter))
                .order(letter_log::id.desc())
                .limit(AT_ONCE)
                .select((
                    letter_log::id,
                    letter_log::happened_at,
                    people::name.nullable(),
                    letter_log::kind,
                    letter_log::about,
                    letter_log::note,
                ))
                .into_boxed();
            if let Some(before) = before {
                query = query.filter(letter_log::id.lt(before));
            }
            query.load(c)
        })?;
        before = some.last().map(|line| line.id);
        found.extend(some.into_iter().filter(|line| line.mentions(&typed)));
        if before.is_none() || found.len() >= most {
            found.truncate(most);
            return Ok(found);
        }
    }
}

impl LogLine {
    /// Whether `typed`, in lower case, occurs in it.
    fn mentions(&self, typed: &str) -> bool {
        let by = self.by.as_deref().unwrap_or_default();
        [by, self.happened.in_words(), &self.about, &self.note]
            .into_iter()
            .any(|words| words.to_lowercase().contains(typed))
    }
}
