//! **Report**: what a reader says is wrong with a letter or a signatory, without an account. Private:
//! operators read it, and of a signatory the coordinators of the letters it signed, without the address
//! of whoever wrote it.

use diesel::prelude::*;

use super::model::{Acting, Did, log};
use crate::db::{Moment, SealedText, Tx, on, sealed, sealed_if, text_enum};
use crate::error::{Fault, carries_faults};
use crate::ids::{LetterId, OrganizationId, ReportId};
use crate::letters::{self, Letter};
use crate::organizations::{self, Organization};
use crate::people::Email;
use crate::schema::reports;
use crate::text::words::say;

text_enum! {
    /// What a reader says is wrong.
    Reason {
        /// Somebody pretends to be somebody else.
        Impostor = "impostor",
        /// The organization did not agree to this.
        NotAuthorised = "not-authorised",
        /// It puts somebody in danger.
        Danger = "danger",
        /// It incites to hatred or violence.
        Harm = "harm",
        /// It is a fraud or an advertisement.
        Fraud = "fraud",
        /// Something else.
        Other = "other",
    }
}

impl Reason {
    /// All of them, in the order of the form.
    pub const ALL: [Self; 6] =
        [Self::Impostor, Self::NotAuthorised, Self::Danger, Self::Harm, Self::Fraud, Self::Other];

    /// The reason in words.
    pub fn in_words(self) -> String {
        match self {
            Self::Impostor => say!("operating-reason-impostor"),
            Self::NotAuthorised => say!("operating-reason-not-authorised"),
            Self::Danger => say!("operating-reason-danger"),
            Self::Harm => say!("operating-reason-harm"),
            Self::Fraud => say!("operating-reason-fraud"),
            Self::Other => say!("operating-reason-other"),
        }
    }
}

/// What a report is about.
#[derive(Debug, Clone)]
pub(super) enum Subject {
    Letter(Box<Letter>),
    Organization(Organization),
}

impl Subject {
    /// What it is called where operators and mails name it.
    pub fn name(&self) -> String {
        match self {
            Self::Letter(letter) => letter.shown_title(),
            Self::Organization(organization) => organization.name.clone(),
        }
    }

    fn ids(&self) -> (Option<LetterId>, Option<OrganizationId>) {
        match self {
            Self::Letter(letter) => (Some(letter.id), None),
            Self::Organization(organization) => (None, Some(organization.id)),
        }
    }
}

/// What a reader wrote.
pub(super) struct NewReport {
    pub reason: Reason,
    pub words: String,
    pub email: Option<Email>,
}

/// Keeps a report. The same words about the same thing are kept once while they are open.
pub(super) fn report(tx: &mut Tx<'_>, about: &Subject, new: &NewReport) -> Result<(), Fault> {
    let (letter, organization) = about.ids();
    let same: i64 = on!(tx, c => {
        let mut query = reports::table
            .filter(reports::settled_at.is_null().and(reports::reason.eq(new.reason)))
            .filter(reports::words.eq(sealed(&new.words)))
            .count()
            .into_boxed();
        query = match (letter, organization) {
            (Some(letter), _) => query.filter(reports::letter_id.eq(letter)),
            (None, organization) => query.filter(reports::organization_id.eq(organization)),
        };
        query.get_result(c)
    })?;
    if same > 0 {
        return Ok(());
    }
    let row = (
        reports::id.eq(ReportId::new()),
        reports::letter_id.eq(letter),
        reports::organization_id.eq(organization),
        reports::reason.eq(new.reason),
        reports::words.eq(sealed(&new.words)),
        reports::email.eq(sealed_if(new.email.as_ref().map(Email::as_str))),
        reports::raised_at.eq(tx.now()),
        reports::answer.eq(sealed("")),
    );
    on!(tx, c => diesel::insert_into(reports::table).values(row).execute(c))?;
    Ok(())
}

#[derive(Debug, Clone, Queryable, Selectable)]
#[diesel(table_name = reports)]
struct Row {
    id: ReportId,
    letter_id: Option<LetterId>,
    organization_id: Option<OrganizationId>,
    reason: Reason,
    words: String,
    email: Option<String>,
    raised_at: Moment,
}

/// A report with what it is about.
#[derive(Debug, Clone)]
pub(super) struct Report {
    pub id: ReportId,
    pub about: Subject,
    pub reason: Reason,
    pub words: String,
    pub email: Option<String>,
    pub raised_at: Moment,
}

fn whole(tx: &mut Tx<'_>, rows: Vec<Row>) -> Result<Vec<Report>, Fault> {
    let mut all = Vec::new();
    for row in rows {
        let about = match (row.letter_id, row.organization_id) {
            (Some(letter), _) => {
                letters::find_for_operator(tx, letter)?.map(|letter| Subject::Letter(Box::new(letter)))
            }
            (None, Some(id)) => organizations::find_by_id(tx, id)?.map(Subject::Organization),
            (None, None) => None,
        };
        let Some(about) = about else { continue };
        all.push(Report {
            id: row.id,
            about,
            reason: row.reason,
            words: row.words,
            email: row.email,
            raised_at: row.raised_at,
        });
    }
    Ok(all)
}

/// How many are open.
pub(super) fn count_open(tx: &mut Tx<'_>) -> Result<usize, Fault> {
    let open: i64 = on!(tx, c => reports::table.filter(reports::settled_at.is_null()).count().get_result(c))?;
    Ok(usize::try_from(open).unwrap_or(0))
}

/// The open reports, the oldest first, a page of them.
pub(super) fn open_reports(tx: &mut Tx<'_>) -> Result<Vec<Report>, Fault> {
    let rows: Vec<Row> = on!(tx, c => reports::table
        .filter(reports::settled_at.is_null())
        .order((reports::raised_at, reports::id))
        .limit(100)
        .select(Row::as_select())
        .load(c))?;
    whole(tx, rows)
}

/// The open reports about any of these organizations, for the coordinators of a letter they signed.
pub(super) fn reports_about(tx: &mut Tx<'_>, of: &[OrganizationId]) -> Result<Vec<Report>, Fault> {
    let mut found = Vec::new();
    for some in of.chunks(500) {
        let rows: Vec<Row> = on!(tx, c => reports::table
            .filter(reports::settled_at.is_null().and(reports::organization_id.eq_any(some.to_vec())))
            .order((reports::raised_at, reports::id))
            .select(Row::as_select())
            .load(c))?;
        found.extend(rows);
    }
    whole(tx, found)
}

/// Why a report was not settled.
#[derive(Debug)]
pub(super) enum SettleReportError {
    /// There is none of this id.
    NoSuchReport,
    /// Another operator has settled it.
    AlreadySettled,
    /// See [`Fault`].
    Fault(Fault),
}

carries_faults!(SettleReportError);

/// Settles a report with the words that its reporter gets, if they gave an address. Of two operators
/// who do so at once the first is heard.
pub(super) fn settle_report(
    tx: &mut Tx<'_>,
    by: &Acting,
    id: ReportId,
    answer: &str,
) -> Result<Report, SettleReportError> {
    let now = tx.now();
    let settled = on!(tx, c => diesel::update(reports::table.find(id).filter(reports::settled_at.is_null()))
        .set((
            reports::settled_at.eq(now),
            reports::settled_by.eq(by.person()),
            reports::answer.eq(sealed(answer)),
        ))
        .execute(c))?;
    let row: Option<Row> =
        on!(tx, c => reports::table.find(id).select(Row::as_select()).first(c).optional())?;
    let row = row.ok_or(SettleReportError::NoSuchReport)?;
    if settled == 0 {
        return Err(SettleReportError::AlreadySettled);
    }
    let report = whole(tx, vec![row])?.pop().ok_or(SettleReportError::NoSuchReport)?;
    // Whoever wrote it gets their answer in this transaction, and is written to no more.
    on!(tx, c => diesel::update(reports::table.find(id))
        .set(reports::email.eq(None::<SealedText<'static>>))
        .execute(c))?;
    log(tx, by, Did::ReportSettled, &report.about.name(), answer)?;
    Ok(report)
}
