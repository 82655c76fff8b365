//! **Log**: everything that happened to a letter, for its coordinators: who, what, when.
//!
//! Written in the transaction of its cause. It is not public and never becomes so; what readers may
//! know of a letter's past are its [events](super::Event) and revisions.

use diesel::prelude::*;
use jiff::tz::TimeZone;

use crate::db::{Moment, Tx, on, sealed, text_enum};
use crate::error::Fault;
use crate::ids::{LetterId, LogEntryId, PersonId};
use crate::schema::{letter_log, people};
use crate::text::dates::ZonedTime;
use crate::text::speaking;

/// Declares the kinds of entries, each with the name it is stored under and the message of the words that
/// stand behind a person's name in the log.
macro_rules! entries {
    ($($name:ident = $stored:literal, $words:literal;)*) => {
        text_enum! {
            /// What an entry of the log says.
            Happened {
                $(#[doc = concat!("Stored as `", $stored, "`.")] $name = $stored,)*
            }
        }

        impl Happened {
            /// The words behind the name of who did it: "opened the letter for signatures".
            pub fn in_words(self) -> String {
                speaking::current().say(match self { $(Self::$name => $words,)* })
            }
        }
    };
}

entries! {
    Began = "began", "letters-log-began";
    Imported = "imported", "letters-log-imported";
    Saved = "saved", "letters-log-saved";
    CoordinatorInvited = "coordinator-invited", "letters-log-coordinator-invited";
    CoordinatorInvitationWithdrawn = "coordinator-invitation-withdrawn", "letters-log-coordinator-invitation-withdrawn";
    CoordinatorJoined = "coordinator-joined", "letters-log-coordinator-joined";
    CoordinatorRemoved = "coordinator-removed", "letters-log-coordinator-removed";
    CoordinatorLeft = "coordinator-left", "letters-log-coordinator-left";
    HandedOver = "handed-over", "letters-log-handed-over";
    RedLinesSet = "red-lines-set", "letters-log-red-lines-set";
    Commented = "commented", "letters-log-commented";
    CommentAnswered = "comment-answered", "letters-log-comment-answered";
    CommentResolved = "comment-resolved", "letters-log-comment-resolved";
    CommentReopened = "comment-reopened", "letters-log-comment-reopened";
    Opened = "opened", "letters-log-opened";
    Scheduled = "scheduled", "letters-log-scheduled";
    ScheduleCancelled = "schedule-cancelled", "letters-log-schedule-cancelled";
    Published = "published", "letters-log-published";
    Closed = "closed", "letters-log-closed";
    DeadlineMoved = "deadline-moved", "letters-log-deadline-moved";
    PressLinkMade = "press-link-made", "letters-log-press-link-made";
    PressLinkRevoked = "press-link-revoked", "letters-log-press-link-revoked";
    Revised = "revised", "letters-log-revised";
    Translated = "translated", "translations-log-saved";
    TranslationRemoved = "translation-removed", "translations-log-removed";
    Kept = "kept", "letters-log-kept";
    LeftOnRevision = "left-on-revision", "letters-log-left-on-revision";
    SilenceStayed = "silence-stayed", "letters-log-silence-stayed";
    SilenceLeft = "silence-left", "letters-log-silence-left";
    Invited = "invited", "letters-log-invited";
    Declined = "declined", "letters-log-declined";
    Reminded = "reminded", "letters-log-reminded";
    InvitationRevoked = "invitation-revoked", "letters-log-invitation-revoked";
    Prepared = "prepared", "letters-log-prepared";
    Approved = "approved", "letters-log-approved";
    PreparationRefused = "preparation-refused", "letters-log-preparation-refused";
    Signed = "signed", "letters-log-signed";
    Withdrew = "withdrew", "letters-log-withdrew";
    Queued = "queued", "letters-log-queued";
    QueueAccepted = "queue-accepted", "letters-log-queue-accepted";
    QueueRefused = "queue-refused", "letters-log-queue-refused";
    Disputed = "disputed", "letters-log-disputed";
    AuthorityConfirmed = "authority-confirmed", "letters-log-authority-confirmed";
    Restored = "restored", "letters-log-restored";
    DisputedRemoved = "disputed-removed", "letters-log-disputed-removed";
    MinimumSet = "minimum-set", "letters-log-minimum-set";
    Listed = "listed", "letters-log-listed";
    ListedConfirmed = "listed-confirmed", "letters-log-listed-confirmed";
    Removed = "removed", "letters-log-removed";
    PrintedNameChanged = "printed-name-changed", "letters-log-printed-name-changed";
    OrganizationRenamed = "organization-renamed", "letters-log-organization-renamed";
    ListChanged = "list-changed", "letters-log-list-changed";
    ListChangeUndone = "list-change-undone", "letters-log-list-change-undone";
    NotDuplicates = "not-duplicates", "letters-log-not-duplicates";
    Withheld = "withheld", "letters-log-withheld";
    WithheldNoLonger = "withheld-no-longer", "letters-log-withheld-no-longer";
    WithheldMoved = "withheld-moved", "letters-log-withheld-moved";
    WithheldSeen = "withheld-seen", "letters-log-withheld-seen";
    NameHidden = "name-hidden", "letters-log-name-hidden";
    NameShown = "name-shown", "letters-log-name-shown";
    Retracted = "retracted", "letters-log-retracted";
    Suspended = "suspended", "letters-log-suspended";
    SuspensionLifted = "suspension-lifted", "letters-log-suspension-lifted";
    SignatorySuspended = "signatory-suspended", "letters-log-signatory-suspended";
    SignatoryRestored = "signatory-restored", "letters-log-signatory-restored";
    Delivered = "delivered", "letters-log-delivered";
    AnswerRecorded = "answer-recorded", "letters-log-answer-recorded";
    ContactsErased = "contacts-erased", "letters-log-contacts-erased";
}

/// What the log says instead of an organization's name that is withheld: its coordinators look such
/// names up on a page of its own, and each look is an entry here.
pub const UNNAMED: &str = "an organization whose name is withheld";

/// What an entry is about that took a deadline away. As the other words below it is kept as it stands here
/// and said in the language of whoever looks.
pub(super) const NO_DEADLINE: &str = "no deadline";
/// What an entry is about that took the hour for red lines away.
pub(super) const NO_HOUR: &str = "none";
/// The note of an invitation to coordinate that hands the letter over.
pub(super) const TO_HAND_OVER: &str = "to hand the letter over";
/// An invitation whose address the coordinators do not see.
pub const A_MEMBER: &str = "a coalition’s member";
/// Somebody invited who gave no name.
pub const SOMEBODY_INVITED: &str = "Somebody invited";

/// Several addresses that were written to, as an entry is about them.
pub fn counted_addresses(count: usize) -> String {
    if count == 1 { "one address".to_owned() } else { format!("{count} addresses") }
}

/// How many addresses an entry is about, if it is about several.
pub(super) fn count_of_addresses(about: &str) -> Option<usize> {
    if about == "one address" { Some(1) } else { about.strip_suffix(" addresses")?.parse().ok() }
}

/// A time that an entry is about, with its zone.
pub(super) fn moment(time: &ZonedTime) -> String {
    let zone = TimeZone::get(&time.zone).unwrap_or(TimeZone::UTC);
    time.at.to_zoned(zone).to_string()
}

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
        [by, &self.happened.in_words(), &self.about, &self.note]
            .into_iter()
            .any(|words| words.to_lowercase().contains(typed))
    }
}
