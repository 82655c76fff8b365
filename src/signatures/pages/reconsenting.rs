//! The page on which a signature is kept or withdrawn after a substantive revision.

use maud::{Markup, html};

use super::declared::{in_this_language, moment, words};
use crate::db::Moment;
use crate::letters::{Letter, Revision, Silence, TextDifference, difference_markup};
use crate::organizations::Organization;
use crate::signatures::Answer;
use crate::signatures::declaring::Giving;
use crate::text::language::language_of_name;
use crate::text::words::say;
use crate::text::{dates, markdown, speaking};
use crate::web::phrase::phrase;

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
        h1 {
            @if page.ended_by_delivery.is_some() { (say!("signatures-question-over")) }
            @else if page.open { (say!("signatures-keep-or-withdraw")) }
            @else { (say!("signatures-your-answer")) }
        }
        p.lead lang=(letter.language().tag()) dir="auto" { (title) }
        @if page.moved {
            div.problem role="alert" { p { (say!("signatures-moved-again")) } }
        }
        @if !page.open { (answered(page)) }
        @else {
            p { (phrase!("signatures-text-says-else", name = name(page), signed = page.signed.number, current = page.current.number)) }
            (until(page))
            @if let Some(at) = page.prepared_at {
                p.note role="status" { (phrase!("signatures-keep-was-prepared", time = html! { (moment(at)) })) }
            }
            section aria-labelledby="changes" {
                h2 id="changes" { (say!("signatures-changed-since")) }
                @if !page.asked.note.is_empty() { p { (say!("signatures-coordinators-say")) } blockquote dir="auto" { p { (page.asked.note) } } }
                (difference_markup(page.difference))
            }
            (buttons(page))
        }
    }
}

fn name(page: &ReconsentPage<'_>) -> Markup {
    html! { bdi lang=(language_of_name(&page.organization.name)) { (page.organization.name) } }
}

fn until(page: &ReconsentPage<'_>) -> Markup {
    let Some(by) = page.asked.answer_by else { return html! {} };
    let (time, revision) = (in_the_zone(page, by), page.signed.number);
    html! {
        p.note {
            @if let Some(at) = page.ended_by_delivery {
                (ended(page, at)) " " (phrase!("signatures-stayed-until-delivery", revision = revision))
            } @else if page.date_is_over {
                (phrase!("signatures-date-was", time = html! { (time) }, revision = revision)) " "
                @if page.can_keep { (say!("signatures-can-still-answer")) } @else { (say!("signatures-can-only-withdraw")) }
            } @else {
                @let time = html! { strong { (time) } };
                @match page.asked.silence {
                    Some(Silence::Leave) => (phrase!("signatures-answer-by-or-leave", time = time)),
                    Some(Silence::Stay) | None => (phrase!("signatures-answer-by-or-stay", time = time, revision = revision)),
                }
            }
        }
    }
}

/// A moment in words, in the zone in which the coordinators said until when to answer.
fn in_the_zone(page: &ReconsentPage<'_>, at: Moment) -> String {
    let zone = page.asked.answer_zone.as_deref().unwrap_or("UTC");
    dates::time_in_words(at.to_timestamp(), zone, &speaking::current().language())
}

/// "The letter was delivered on …, and that ended this question."
fn ended(page: &ReconsentPage<'_>, at: Moment) -> Markup {
    phrase!("signatures-ended-by-delivery", time = html! { (in_the_zone(page, at)) })
}

fn buttons(page: &ReconsentPage<'_>) -> Markup {
    html! {
        form method="post" action=(page.action) {
            input type="hidden" name="revision" value=(page.current.sha256());
            @if !page.by_link { input type="hidden" name="organization" value=(page.organization.slug); }
            div.actions {
                @if page.can_keep { button name="answer" value="keep" { (say!("signatures-keep")) } }
                button.quiet name="answer" value="withdraw" { (say!("signatures-withdraw")) }
            }
            @if page.needs_another && page.can_keep { p.meta { (say!("signatures-keep-takes-two")) } }
            @if page.can_keep {
                (in_this_language())
                p.meta { (phrase!("signatures-keep-declares", words = html! { q { (words(Giving::Kept, "", &page.organization.name)) } })) }
            }
            p.meta {
                @if page.can_keep { (phrase!("signatures-keep-does", revision = page.current.number)) " " }
                (say!("signatures-withdraw-does"))
            }
        }
    }
}

fn answered(page: &ReconsentPage<'_>) -> Markup {
    let (name, revision) = (name(page), page.signed.number);
    let base = format!("/letters/{}", page.letter.slug);
    html! {
        p.note role="status" {
            @match page.answer {
                Some(Answer::Keep) => (phrase!("signatures-kept", name = name, revision = revision)),
                Some(Answer::Withdraw) => (phrase!("signatures-has-withdrawn", name = name)),
                Some(Answer::SilenceLeave) if page.ended_by_delivery.is_some() => {
                    @if let Some(at) = page.ended_by_delivery { (ended(page, at)) }
                    " " (phrase!("signatures-left-by-delivery", name = name))
                },
                Some(Answer::SilenceLeave) => (phrase!("signatures-left-by-silence", name = name)),
                Some(Answer::SilenceStay) | None => (phrase!("signatures-stands-under", name = name, revision = revision)),
            }
        }
        @let here = html! { a href={ (base) "/sign" } { (say!("signatures-change-your-mind-here")) } };
        p {
            @if page.ended_by_delivery.is_none() { (say!("signatures-question-answered")) " " }
            (phrase!("signatures-change-your-mind", here = here))
        }
    }
}
