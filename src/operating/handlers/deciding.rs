//! The three queues: flags, claims, reports.

use actix_web::http::StatusCode;
use actix_web::{HttpResponse, web};
use serde::Deserialize;

use super::{MOST_WORDS, Operator, act};
use crate::app::Site;
use crate::config::Config;
use crate::db::Tx;
use crate::error::{Error, Fault};
use crate::ids::{ClaimId, FlagId, ReportId};
use crate::invitations;
use crate::mail;
use crate::operating::model::{Acting, Did, log};
use crate::operating::reports::{self, SettleReportError};
use crate::operating::stopping::{self, StopError};
use crate::operating::{mails, pages};
use crate::organizations::{self, Claim, ClaimError, Decision, Flag, FlagOutcome, Role, SettleFlagError};
use crate::text::clean;
use crate::text::complaints::Complaints;
use crate::text::words::say;
use crate::web::posted::Posted;
use crate::web::{frame, redirect};

/// How many flags are shown at once; who settles some is shown the next.
const FLAGS: i64 = 50;

fn settled_already() -> Error {
    Error::Refused { why: say!("operating-settled-already") }
}

/// `GET /operator/flags`: organizations that may be taken for others.
///
/// # Errors
/// 404 for everybody but operators.
pub async fn show_flags(site: Site, _operator: Operator) -> Result<HttpResponse, Error> {
    flags_page(&site, None, "", &Complaints::default(), StatusCode::OK).await
}

async fn flags_page(
    site: &Site,
    of: Option<FlagId>,
    words: &str,
    complaints: &Complaints,
    status: StatusCode,
) -> Result<HttpResponse, Error> {
    let found = site.db.read::<_, Fault, _>(|tx| {
        Ok((organizations::open_flags(tx, FLAGS)?, organizations::count_open_flags(tx)?))
    });
    let (flags, open) = found.await?;
    let page = pages::deciding::flags(&flags, open, of, words, complaints);
    Ok(frame::work(status, &say!("operating-flags"), &[], page))
}

/// What an operator says of a flag.
#[derive(Deserialize)]
pub struct FlagForm {
    #[serde(default)]
    outcome: String,
    #[serde(default)]
    words: String,
}

/// `POST /operator/flags/{id}` `outcome, words`: *different* settles it; *same* opens a claim of the
/// later organization's owners to the earlier one; *impostor* suspends the later one, and the words are
/// the note that everyone reads.
///
/// # Errors
/// 404 for everybody but operators; 422 without a choice or a reason; 403 if it is settled.
pub async fn settle_flag(
    site: Site,
    operator: Operator,
    id: web::Path<FlagId>,
    form: Posted<FlagForm>,
) -> Result<HttpResponse, Error> {
    let (form, id, person) = (form.0, *id, operator.id());
    let words = clean::prose(&form.words);
    let outcome: Option<FlagOutcome> = form.outcome.parse().ok();
    let mut complaints = Complaints::default();
    if outcome.is_none() {
        complaints.add("outcome", say!("operating-outcome-missing"));
    }
    complaints.required("words", &words, MOST_WORDS, &say!("operating-why-missing"));
    let (Some(outcome), true) = (outcome, complaints.is_empty()) else {
        let status = StatusCode::UNPROCESSABLE_ENTITY;
        return flags_page(&site, Some(id), &form.words, &complaints, status).await;
    };
    let config = site.config.clone();
    site.db
        .write::<_, Error, _>(move |tx| {
            let by = act(tx, person)?;
            let flag =
                organizations::settle_flag(tx, id, person, outcome, &words).map_err(
                    |refusal| match refusal {
                        SettleFlagError::NoSuchFlag => Error::NotFound,
                        SettleFlagError::AlreadySettled => settled_already(),
                        SettleFlagError::Fault(fault) => Error::Fault(fault),
                    },
                )?;
            follow(tx, &by, &flag, outcome, &words, &config)
        })
        .await?;
    Ok(redirect::to("/operator/flags"))
}

/// What follows from an operator's word about a flag.
fn follow(
    tx: &mut Tx<'_>,
    by: &Acting,
    flag: &Flag,
    outcome: FlagOutcome,
    words: &str,
    config: &Config,
) -> Result<(), Error> {
    let about = match &flag.other {
        Some(other) => format!("{} / {}", flag.organization.name, other.name),
        None => flag.organization.name.clone(),
    };
    match outcome {
        FlagOutcome::Different => log(tx, by, Did::FoundDifferent, &about, words)?,
        FlagOutcome::Same => {
            let Some(other) = &flag.other else {
                return Err(Error::Refused { why: say!("operating-no-other") });
            };
            log(tx, by, Did::FoundSame, &about, words)?;
            let link = |path: &str| config.address(path);
            organizations::claim_as_same(tx, &flag.organization, other, words, &link)?;
        }
        FlagOutcome::Impostor => {
            log(tx, by, Did::FoundImpostor, &about, words)?;
            let address = |path: &str| config.address(path);
            match stopping::suspend_organization(tx, by, &flag.organization, words, &address) {
                // It stands as it should: another flag of the same one was settled before.
                Ok(()) | Err(StopError::AlreadySo) => {}
                Err(StopError::NotThere) => return Err(Error::NotFound),
                Err(StopError::Fault(fault)) => return Err(fault.into()),
            }
        }
    }
    Ok(())
}

/// `GET /operator/claims`: claims whose claimants have said what they want.
///
/// # Errors
/// 404 for everybody but operators.
pub async fn show_claims(site: Site, _operator: Operator) -> Result<HttpResponse, Error> {
    let claims = site.db.read::<_, Fault, _>(organizations::open_claims).await?;
    Ok(frame::work(StatusCode::OK, &say!("operating-claims"), &[], pages::deciding::claims(&claims)))
}

/// `GET /operator/claims/{id}`: both sides, with addresses; that it was looked at is logged.
///
/// # Errors
/// 404 for everybody but operators.
pub async fn show_claim(
    site: Site,
    operator: Operator,
    id: web::Path<ClaimId>,
) -> Result<HttpResponse, Error> {
    claim_page(&site, &operator, *id, "", &Complaints::default(), StatusCode::OK).await
}

async fn claim_page(
    site: &Site,
    operator: &Operator,
    id: ClaimId,
    reason: &str,
    complaints: &Complaints,
    status: StatusCode,
) -> Result<HttpResponse, Error> {
    let person = operator.id();
    let found = site.db.write::<_, Error, _>(move |tx| {
        let by = act(tx, person)?;
        let claim = organizations::find_claim(tx, id)?.ok_or(Error::NotFound)?;
        let owners = organizations::owners_of(tx, claim.organization.id)?;
        let (_, address) = organizations::name_and_address(tx, claim.organization.id)?;
        log(tx, &by, Did::LookedAtClaim, &claim.organization.name, "")?;
        Ok((claim, owners, address))
    });
    let (claim, owners, address) = found.await?;
    let page = pages::deciding::claim(&claim, &owners, &address, reason, complaints);
    Ok(frame::work(status, &say!("operating-claim-title"), &[], page))
}

/// What an operator decides.
#[derive(Deserialize)]
pub struct ClaimForm {
    #[serde(default)]
    decision: String,
    #[serde(default)]
    reason: String,
}

fn read_decision(word: &str) -> Option<Decision> {
    match word {
        "owner" => Some(Decision::Join(Role::Owner)),
        "signatory" => Some(Decision::Join(Role::Signatory)),
        "separate" => Some(Decision::Separate),
        "refuse" => Some(Decision::Refuse),
        _ => None,
    }
}

/// `POST /operator/claims/{id}` `decision, reason`: the claimant and the owners get a mail.
///
/// # Errors
/// 404 for everybody but operators; 422 without a choice or a reason; 403 if it is settled.
pub async fn settle_claim(
    site: Site,
    operator: Operator,
    id: web::Path<ClaimId>,
    form: Posted<ClaimForm>,
) -> Result<HttpResponse, Error> {
    let (form, id, person) = (form.0, *id, operator.id());
    let reason = clean::prose(&form.reason);
    let decision = read_decision(&form.decision);
    let mut complaints = Complaints::default();
    if decision.is_none() {
        complaints.add("decision", say!("operating-decision-missing"));
    }
    complaints.required("reason", &reason, MOST_WORDS, &say!("operating-reason-missing"));
    let (Some(decision), true) = (decision, complaints.is_empty()) else {
        let status = StatusCode::UNPROCESSABLE_ENTITY;
        return claim_page(&site, &operator, id, &form.reason, &complaints, status).await;
    };
    let desk = site.config.address("/desk");
    site.db
        .write::<_, Error, _>(move |tx| {
            let by = act(tx, person)?;
            let settled = organizations::settle_claim(tx, id, person, decision, &reason);
            let (claim, organization) = settled.map_err(|refusal| match refusal {
                ClaimError::NoSuchClaim => Error::NotFound,
                ClaimError::AlreadySettled => settled_already(),
                ClaimError::Fault(fault) => Error::Fault(fault),
            })?;
            if let (Some(organization), Some(invitation)) = (&organization, claim.invitation) {
                invitations::take_up(tx, invitation, claim.person.id, organization.id)?;
            }
            Ok(tell_of_claim(tx, &by, &claim, decision, &reason, &desk)?)
        })
        .await?;
    Ok(redirect::to("/operator/claims"))
}

fn tell_of_claim(
    tx: &mut Tx<'_>,
    by: &Acting,
    claim: &Claim,
    decision: Decision,
    reason: &str,
    desk: &str,
) -> Result<(), Fault> {
    let (name, who) = (&claim.organization.name, &claim.person.name);
    let did = match decision {
        Decision::Join(_) => Did::ClaimJoined,
        Decision::Separate => Did::ClaimSeparate,
        Decision::Refuse => Did::ClaimRefused,
    };
    log(tx, by, did, &format!("{name}: {who}"), reason)?;
    mail::enqueue(tx, &mails::claim_decided(claim, decision, reason, desk.to_owned()))?;
    for owner in organizations::owners_of(tx, claim.organization.id)? {
        if owner.id != claim.person.id {
            mail::enqueue(tx, &mails::claim_decided_for_owner(&owner, claim, decision, reason))?;
        }
    }
    Ok(())
}

/// `GET /operator/reports`: what readers reported; that it was looked at is logged.
///
/// # Errors
/// 404 for everybody but operators.
pub async fn show_reports(site: Site, operator: Operator) -> Result<HttpResponse, Error> {
    reports_page(&site, &operator, None, "", &Complaints::default(), StatusCode::OK).await
}

async fn reports_page(
    site: &Site,
    operator: &Operator,
    of: Option<ReportId>,
    answer: &str,
    complaints: &Complaints,
    status: StatusCode,
) -> Result<HttpResponse, Error> {
    let person = operator.id();
    let found = site.db.write::<_, Error, _>(move |tx| {
        let by = act(tx, person)?;
        log(tx, &by, Did::LookedAtReports, "", "")?;
        Ok((reports::open_reports(tx)?, reports::count_open(tx)?))
    });
    let (reports, open) = found.await?;
    let page = pages::deciding::reports(&reports, open, of, answer, complaints);
    Ok(frame::work(status, &say!("operating-reports"), &[], page))
}

/// The answer to a report.
#[derive(Deserialize)]
pub struct ReportAnswer {
    #[serde(default)]
    answer: String,
}

/// `POST /operator/reports/{id}` `answer`: settles it; the reporter gets the answer if they gave an
/// address.
///
/// # Errors
/// 404 for everybody but operators; 422 without a word; 403 if it is settled.
pub async fn settle_report(
    site: Site,
    operator: Operator,
    id: web::Path<ReportId>,
    form: Posted<ReportAnswer>,
) -> Result<HttpResponse, Error> {
    let (id, person) = (*id, operator.id());
    let answer = clean::prose(&form.0.answer);
    let mut complaints = Complaints::default();
    complaints.required("answer", &answer, MOST_WORDS, &say!("operating-answer-missing"));
    if !complaints.is_empty() {
        let status = StatusCode::UNPROCESSABLE_ENTITY;
        return reports_page(&site, &operator, Some(id), &form.0.answer, &complaints, status).await;
    }
    site.db
        .write::<_, Error, _>(move |tx| {
            let by = act(tx, person)?;
            let settled = reports::settle_report(tx, &by, id, &answer);
            let report = settled.map_err(|refusal| match refusal {
                SettleReportError::NoSuchReport => Error::NotFound,
                SettleReportError::AlreadySettled => settled_already(),
                SettleReportError::Fault(fault) => Error::Fault(fault),
            })?;
            if let Some(email) = &report.email {
                mail::enqueue(tx, &mails::report_answered(email, &report.about, &answer))?;
            }
            Ok(())
        })
        .await?;
    Ok(redirect::to("/operator/reports"))
}
