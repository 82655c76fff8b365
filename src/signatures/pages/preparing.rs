//! What somebody with authority sees before they approve: the exact text, and what is declared.

use maud::{Markup, html};

use super::declared::{in_this_language, moment, words as words_of};
use super::standing;
use crate::letters::{Level, Standing, TextDifference, article, difference_markup};
use crate::signatures::approving::Approval;
use crate::signatures::declaring::Giving;
use crate::text::complaints::Complaints;
use crate::text::language::language_of_name;
use crate::text::words::say;
use crate::text::{country, speaking};
use crate::web::form::{Field, summary, textarea};
use crate::web::phrase::phrase;

/// The page of an approval link.
pub(in crate::signatures) fn approval(
    token: &str,
    approval: &Approval,
    count: usize,
    stands: Standing,
    complaints: &Complaints,
) -> Markup {
    let letter = approval.letter.letter();
    let language = approval.letter.revision().language();
    let text = approval.letter.revision().text();
    let organization = &approval.organization;
    let line = standing::line(&approval.letter, stands, None);
    let by = html! { @match &approval.by { Some(by) => bdi { (by.name) }, None => (say!("signatures-a-colleague")) } };
    html! {
        section.note aria-label=(say!("signatures-about")) {
            p {
                @match &approval.keeps {
                    Some(_) => (phrase!("signatures-would-keep", by = by, name = &organization.name)),
                    None => (phrase!("signatures-has-prepared", by = by, name = &organization.name)),
                }
            }
            @if !letter.is_public() { p { strong { (say!("signatures-keep-confidential")) } } }
        }
        (article(&text, &language.number(count), Level::Page, &line))
        @if let Some(case) = &approval.keeps {
            section aria-labelledby="changes" {
                h2 id="changes" { (say!("signatures-changed-since-organization")) }
                (difference_markup(&TextDifference::between(&case.signed.text(), &text)))
            }
        }
        section aria-labelledby="approve" {
            @if approval.is_of_this_text() {
                h2 id="approve" { @if approval.keeps.is_some() { (say!("signatures-keep")) } @else { (say!("signatures-approve")) } }
                (summary(complaints))
                (declared(approval))
                form method="post" action={ "/approvals/" (token) } novalidate {
                    input type="hidden" name="revision" value=(approval.prepared.revision_hash);
                    @if let Some(wrong) = complaints.at("authority") { span.error { (wrong) } }
                    label.choice {
                        input id="authority" type="checkbox" name="authority" value="yes" required;
                        " " span { (words_of(Giving::Approved, &approval.approver.name, &organization.name)) }
                    }
                    (in_this_language())
                    div.actions { button.large { @if approval.keeps.is_some() { (say!("signatures-approve-and-keep")) } @else { (say!("signatures-approve-and-sign")) } } }
                }
            } @else {
                h2 id="approve" { (say!("signatures-approval-moved-title")) }
                p { (say!("signatures-approval-moved")) }
                p.actions { a.button href={ "/letters/" (letter.slug) "/sign" } { (say!("signatures-sign-in-and-sign-this")) } }
            }
        }
        section aria-labelledby="refuse" {
            h2 id="refuse" { (say!("signatures-or-refuse")) }
            form method="post" action={ "/approvals/" (token) "/refusal" } novalidate {
                (textarea(&Field::line("reason", &say!("signatures-why"), "").optional()
                    .hint(&say!("signatures-for-who-prepared")), 3, &Complaints::default()))
                div.actions { button.quiet { (say!("signatures-refuse")) } }
            }
        }
    }
}

fn declared(approval: &Approval) -> Markup {
    let (prepared, organization) = (&approval.prepared, &approval.organization);
    html! {
        dl.facts {
            dt { (say!("signatures-fact-organization")) } dd { bdi lang=(language_of_name(&organization.name)) { (organization.name) } }
            @if let Some(code) = &organization.country { dt { (say!("signatures-country")) } dd { (country::name(code, &speaking::current().language())) } }
            dt { (say!("signatures-signed-by")) } dd { bdi { (prepared.representative_name) } @if !prepared.representative_title.is_empty() { ", " bdi { (prepared.representative_title) } } }
            dt { (say!("signatures-fact-shown")) }
            dd {
                @if prepared.withheld { (say!("signatures-fact-shown-nothing")) }
                @else if prepared.show_representative { (say!("signatures-fact-shown-representative")) }
                @else { (say!("signatures-fact-shown-organization")) }
            }
            @if let Some(coalition) = &approval.coalition { dt { (say!("signatures-fact-under")) } dd { bdi { (coalition) } } }
            dt { (say!("signatures-fact-prepared")) } dd { (moment(prepared.prepared_at)) }
            dt { (say!("signatures-fact-text")) } dd { code.hash dir="ltr" { (prepared.revision_hash) } }
        }
    }
}

/// After a button was pressed.
pub(in crate::signatures) fn settled(heading: &str, sentence: &str, slug: &str) -> Markup {
    html! {
        h1 { (heading) }
        p { (sentence) }
        p.actions { a.button.quiet href={ "/letters/" (slug) "/sign" } { (say!("signatures-see-letter")) } }
    }
}
