//! Who acts as an operator, and the log of what they did.

use diesel::prelude::*;

use super::reports;
use crate::db::{Moment, Tx, on, sealed, text_enum};
use crate::error::Fault;
use crate::ids::{OperatorLogId, PersonId};
use crate::organizations;
use crate::people;
use crate::schema::operator_log;

/// Declares the kinds of lines, each with the name it is stored under and the words that stand behind
/// an operator's name.
macro_rules! acts {
    ($($name:ident = $stored:literal, $message:literal, $words:literal;)*) => {
        text_enum! {
            /// What a line of the log says.
            Did {
                $(#[doc = $words] $name = $stored,)*
            }
        }

        impl Did {
            /// The message that says it, of who did it.
            pub fn message(self) -> &'static str {
                match self { $(Self::$name => $message,)* }
            }
        }
    };
}

acts! {
    FoundDifferent = "found-different", "operating-did-found-different", "found two organizations to be different bodies";
    FoundSame = "found-same", "operating-did-found-same", "found two organizations to be one body";
    FoundImpostor = "found-impostor", "operating-did-found-impostor", "found an organization to be an impostor";
    ClaimJoined = "claim-joined", "operating-did-claim-joined", "let a claimant act for the organization they claimed";
    ClaimSeparate = "claim-separate", "operating-did-claim-separate", "made a claimant’s organization another one";
    ClaimRefused = "claim-refused", "operating-did-claim-refused", "refused a claim";
    ReportSettled = "report-settled", "operating-did-report-settled", "settled a report";
    Verified = "verified", "operating-did-verified", "verified an organization";
    VerificationEnded = "verification-ended", "operating-did-verification-ended", "ended a verification";
    OrganizationSuspended = "organization-suspended", "operating-did-organization-suspended", "suspended an organization";
    OrganizationLifted = "organization-lifted", "operating-did-organization-lifted", "lifted the suspension of an organization";
    LetterSuspended = "letter-suspended", "operating-did-letter-suspended", "suspended a letter";
    LetterLifted = "letter-lifted", "operating-did-letter-lifted", "lifted the suspension of a letter";
    MailTriedAgain = "mail-tried-again", "operating-did-mail-tried-again", "had refused mail tried again";
    LookedAtOrganization = "looked-at-organization", "operating-did-looked-at-organization", "looked at the people of an organization";
    LookedAtClaim = "looked-at-claim", "operating-did-looked-at-claim", "looked at a claim";
    LookedAtReports = "looked-at-reports", "operating-did-looked-at-reports", "looked at the reports";
    LookedAtLetter = "looked-at-letter", "operating-did-looked-at-letter", "looked at the coordinators of a letter";
    LogExported = "log-exported", "operating-did-log-exported", "exported this log";
}

/// An operator who does something. There is no way to have one but [`acting`], inside the transaction
/// of the act: whoever is no operator any more by then does nothing.
#[derive(Debug, Clone)]
pub(super) struct Acting {
    person: PersonId,
    name: String,
}

impl Acting {
    /// Who.
    pub fn person(&self) -> PersonId {
        self.person
    }
}

/// The person as an operator, if they are one at this moment.
pub(super) fn acting(tx: &mut Tx<'_>, person: PersonId) -> Result<Option<Acting>, Fault> {
    let found = people::find_person(tx, person)?.filter(people::Person::is_operator);
    Ok(found.map(|found| Acting { person: found.id, name: found.name }))
}

/// Writes a line: what was done, about whom or what, and why.
pub(super) fn log(tx: &mut Tx<'_>, by: &Acting, did: Did, about: &str, why: &str) -> Result<(), Fault> {
    let row = (
        operator_log::id.eq(OperatorLogId::new()),
        operator_log::happened_at.eq(tx.now()),
        operator_log::person_id.eq(by.person),
        operator_log::person_name.eq(sealed(&by.name)),
        operator_log::kind.eq(did),
        operator_log::about.eq(sealed(about)),
        operator_log::why.eq(sealed(why)),
    );
    on!(tx, c => diesel::insert_into(operator_log::table).values(row).execute(c))?;
    Ok(())
}

/// A line of the log.
#[derive(Debug, Clone, Queryable, Selectable)]
#[diesel(table_name = operator_log)]
pub(super) struct LogLine {
    /// Its id; later lines have later ids.
    pub id: OperatorLogId,
    /// When.
    pub happened_at: Moment,
    /// Who.
    pub person_name: String,
    /// What.
    pub kind: Did,
    /// About whom or what.
    pub about: String,
    /// Why.
    pub why: String,
}

/// The lines before `before`, the latest first.
pub(super) fn log_of(
    tx: &mut Tx<'_>,
    before: Option<OperatorLogId>,
    most: i64,
) -> Result<Vec<LogLine>, Fault> {
    Ok(on!(tx, c => {
        let mut query = operator_log::table
            .order(operator_log::id.desc())
            .limit(most)
            .select(LogLine::as_select())
            .into_boxed();
        if let Some(before) = before {
            query = query.filter(operator_log::id.lt(before));
        }
        query.load(c)
    })?)
}

/// How much waits for an operator.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Waiting {
    /// Organizations that may be taken for others.
    pub flags: usize,
    /// Claims whose claimants have said what they want.
    pub claims: usize,
    /// Reports of readers.
    pub reports: usize,
}

/// How much waits, for the operators' pages.
///
/// # Errors
/// A fault of the database.
pub fn waiting(tx: &mut Tx<'_>) -> Result<Waiting, Fault> {
    Ok(Waiting {
        flags: organizations::count_open_flags(tx)?,
        claims: organizations::open_claims(tx)?.len(),
        reports: reports::count_open(tx)?,
    })
}
