//! The page on which a signature is kept or withdrawn after a substantive revision.

use maud::{Markup, html};

use super::declared::words;
use crate::db::Moment;
use crate::letters::{Letter, Revision, Silence, TextDifference, difference_markup};
use crate::organizations::Organization;
use crate::signatures::Answer;
use crate::signatures::declaring::Giving;
use crate::text::language::{Language, language_of_name};
use crate::text::{dates, markdown};

/// Everything the page shows.
pub(in crate::signatures) struct ReconsentPage<'a> {
    pub letter: &'a Letter,
    /// The text as it stands.
    pub current: &'a Revision,
    /// The text that was signed.
    pub signed: &'a Revision,
    /// The revision that asked.
    pub asked: &'a Revision,
    pub organization: &'a Organization,
    pub answer: Option<Answer>,
    /// Whether an answer still counts.
    pub open: bool,
    pub can_keep: bool,
    /// When the letter was delivered, if that ended the question.
    pub ended_by_delivery: Option<Moment>,
    /// When somebody prepared that it is kept, if that waits for another to approve it.
    pub prepared_at: Option<Moment>,
    /// Whether the organization wants two persons to this.
    pub needs_another: bool,
    pub date_is_over: bool,
    pub difference: &'a TextDifference,
    /// Where the form is sent.
    pub action: &'a str,
    pub by_link: bool,
    /// Whether the text moved between showing and answering.
    pub moved: bool,
}

pub(in crate::signatures) fn reconsent(page: &ReconsentPage<'_>) -> Markup {
    let letter = page.letter;
    let title = letter.title.replace(markdown::COUNT, "…");
    html! {
        h1 { @if page.ended_by_delivery.is_some() { "The question is over" } @else if page.open { "Keep or withdraw" } @else { "Your answer" } }
        p.lead lang=(letter.language().tag()) dir="auto" { (title) }
        @if page.moved {
            div.problem role="alert" { p { "The text was revised again while you were reading. This is what changed since you signed; please answer once more." } }
        }
        @if !page.open { (answered(page)) }
        @else {
            p { bdi lang=(language_of_name(&page.organization.name)) { (page.organization.name) }
                " signed revision " (page.signed.number) " of this letter. Its text is now revision " (page.current.number) ", and it says something else." }
            (until(page))
            @if let Some(at) = page.prepared_at {
                p.note role="status" { "On " (dates::time_in_words(at.to_timestamp(), "UTC", &Language::english())) " somebody prepared that the signature is kept. It waits for another person with authority to approve it from the mail they got." }
            }
            section aria-labelledby="changes" {
                h2 id="changes" { "What changed since you signed" }
                @if !page.asked.note.is_empty() { p { "The coordinators say:" } blockquote dir="auto" { p { (page.asked.note) } } }
                (difference_markup(page.difference))
            }
            (buttons(page))
        }
    }
}

fn until(page: &ReconsentPage<'_>) -> Markup {
    let Some(by) = page.asked.answer_by else { return html! {} };
    let zone = page.asked.answer_zone.as_deref().unwrap_or("UTC");
    let time = dates::time_in_words(by.to_timestamp(), zone, &Language::english());
    html! {
        p.note {
            @if let Some(at) = page.ended_by_delivery {
                (ended(page, at)) " Nobody had answered, so the signature stands under revision " (page.signed.number) " in what was handed over. It can still be withdrawn: that takes the name off the list on this site, and changes nothing in what was delivered."
            } @else if page.date_is_over {
                "The date for answers was " (time) ". Nobody answered, so the signature stands under revision " (page.signed.number) ", and readers see so. "
                @if page.can_keep { "You can still answer." } @else { "The letter can no longer be signed; the signature can be withdrawn." }
            } @else {
                "Please answer by " strong { (time) } ". If nobody does, "
                @match page.asked.silence {
                    Some(Silence::Leave) => "the organization leaves the list.",
                    Some(Silence::Stay) | None => { "the organization stays on the list, marked as having signed revision " (page.signed.number) "." }
                }
            }
        }
    }
}

/// "The letter was delivered on …, and that ended this question."
fn ended(page: &ReconsentPage<'_>, at: Moment) -> Markup {
    let zone = page.asked.answer_zone.as_deref().unwrap_or("UTC");
    let time = dates::time_in_words(at.to_timestamp(), zone, &Language::english());
    html! { "The letter was delivered on " (time) ", and that ended this question." }
}

fn buttons(page: &ReconsentPage<'_>) -> Markup {
    html! {
        form method="post" action=(page.action) {
            input type="hidden" name="revision" value=(page.current.sha256());
            @if !page.by_link { input type="hidden" name="organization" value=(page.organization.slug); }
            div.actions {
                @if page.can_keep { button name="answer" value="keep" { "Keep the signature" } }
                button.quiet name="answer" value="withdraw" { "Withdraw the signature" }
            }
            @if page.needs_another && page.can_keep { p.meta { "Your organization wants two persons to every signature: to keep it is prepared here, and somebody else with authority approves it from a mail." } }
            @if page.can_keep { p.meta { "Whoever keeps it declares: " q { (words(Giving::Kept.words(), "", &page.organization.name)) } } }
            p.meta { @if page.can_keep { "Keeping puts the signature under the text as it stands (revision " (page.current.number) "). " } "Withdrawing takes the name off the list." }
        }
    }
}

fn answered(page: &ReconsentPage<'_>) -> Markup {
    let name = html! { bdi lang=(language_of_name(&page.organization.name)) { (page.organization.name) } };
    let base = format!("/letters/{}", page.letter.slug);
    html! {
        p.note role="status" {
            @match page.answer {
                Some(Answer::Keep) => { (name) " keeps its signature, under revision " (page.signed.number) "." },
                Some(Answer::Withdraw) => { (name) " has withdrawn its signature." },
                Some(Answer::SilenceLeave) if page.ended_by_delivery.is_some() => {
                    @if let Some(at) = page.ended_by_delivery { (ended(page, at)) }
                    " Nobody had answered, so " (name) " does not stand under what was handed over."
                },
                Some(Answer::SilenceLeave) => { "Nobody answered in time, so " (name) " left the list." },
                Some(Answer::SilenceStay) | None => { (name) " stands under revision " (page.signed.number) "." },
            }
        }
        p { @if page.ended_by_delivery.is_none() { "This question is answered. " } "To change your mind, " a href={ (base) "/sign" } { "sign in and see the signature" } "." }
    }
}
