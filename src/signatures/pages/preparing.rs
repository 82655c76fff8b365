//! What somebody with authority sees before they approve: the exact text, and what is declared.

use maud::{Markup, html};

use super::declared::words as words_of;
use crate::letters::{Level, Standing, TextDifference, article, difference_markup, standing_in_words};
use crate::signatures::approving::Approval;
use crate::signatures::declaring::Giving;
use crate::text::complaints::Complaints;
use crate::text::language::{Language, language_of_name};
use crate::text::words::Words;
use crate::text::{country, dates};
use crate::web::form::{Field, summary, textarea};

/// The page of an approval link.
pub(in crate::signatures) fn approval(
    token: &str,
    approval: &Approval,
    count: usize,
    standing: Standing,
    complaints: &Complaints,
) -> Markup {
    let letter = approval.letter.letter();
    let language = approval.letter.revision().language();
    let text = approval.letter.revision().text();
    let organization = &approval.organization;
    let words = Words::of(&language);
    let line = html! { div.standing { p { (standing_in_words(letter, standing, words)) } } };
    html! {
        section.note aria-label="What this is about" {
            p {
                @match &approval.by { Some(by) => bdi { (by.name) }, None => "A colleague" }
                @match &approval.keeps {
                    Some(_) => { " would keep the signature of " bdi { (organization.name) } " under the changed text of this letter. It stays under the earlier text until you approve that." },
                    None => { " has prepared the signature of " bdi { (organization.name) } " under this letter. Nothing is signed until you approve it." },
                }
            }
            @if !letter.is_public() { p { strong { "Please keep it confidential until it is published." } } }
        }
        (article(&text, &language.number(count), Level::Page, &line))
        @if let Some(case) = &approval.keeps {
            section aria-labelledby="changes" {
                h2 id="changes" { "What changed since your organization signed" }
                (difference_markup(&TextDifference::between(&case.signed.text(), &text)))
            }
        }
        section aria-labelledby="approve" {
            @if approval.is_of_this_text() {
                h2 id="approve" { @if approval.keeps.is_some() { "Keep the signature" } @else { "Approve the signature" } }
                (summary(complaints))
                (declared(approval))
                form method="post" action={ "/approvals/" (token) } novalidate {
                    input type="hidden" name="revision" value=(approval.prepared.revision_hash);
                    @if let Some(wrong) = complaints.at("authority") { span.error { (wrong) } }
                    label.choice {
                        input id="authority" type="checkbox" name="authority" value="yes" required;
                        " " span { (words_of(Giving::Approved.words(), &approval.approver.name, &organization.name)) }
                    }
                    div.actions { button.large { @if approval.keeps.is_some() { "Approve and keep" } @else { "Approve and sign" } } }
                }
            } @else {
                h2 id="approve" { "The text has moved" }
                p { "The signature was prepared for an earlier text. What stands above is the text as it is: if your organization signs it, the signature has to be prepared again." }
                p.actions { a.button href={ "/letters/" (letter.slug) "/sign" } { "Sign in and sign this text" } }
            }
        }
        section aria-labelledby="refuse" {
            h2 id="refuse" { "Or refuse" }
            form method="post" action={ "/approvals/" (token) "/refusal" } novalidate {
                (textarea(&Field::line("reason", "Why?", "").optional()
                    .hint("For whoever prepared it."), 3, &Complaints::default()))
                div.actions { button.quiet { "Refuse" } }
            }
        }
    }
}

fn declared(approval: &Approval) -> Markup {
    let (prepared, organization) = (&approval.prepared, &approval.organization);
    let english = Language::english();
    html! {
        dl.facts {
            dt { "Organization" } dd { bdi lang=(language_of_name(&organization.name)) { (organization.name) } }
            @if let Some(code) = &organization.country { dt { "Country" } dd { (country::name(code, &english)) } }
            dt { "Signed by" } dd { bdi { (prepared.representative_name) } @if !prepared.representative_title.is_empty() { ", " bdi { (prepared.representative_title) } } }
            dt { "Shown" } dd { @if prepared.withheld { "nothing but that one more organization signed: the name is withheld" } @else if prepared.show_representative { "the organization and who signed for it" } @else { "the organization only" } }
            @if let Some(coalition) = &approval.coalition { dt { "Under" } dd { bdi { (coalition) } } }
            dt { "Prepared" } dd { (dates::time_in_words(prepared.prepared_at.to_timestamp(), "UTC", &english)) }
            dt { "Text" } dd { code.hash dir="ltr" { (prepared.revision_hash) } }
        }
    }
}

/// After a button was pressed.
pub(in crate::signatures) fn settled(heading: &str, sentence: &str, slug: &str) -> Markup {
    html! {
        h1 { (heading) }
        p { (sentence) }
        p.actions { a.button.quiet href={ "/letters/" (slug) "/sign" } { "See the letter" } }
    }
}
