//! The draft paragraph by paragraph, with what was said of each.

use maud::{Markup, html};

use super::model::{Author, Comment, CommentForm, Discussion};
use super::placing::{Paragraphs, Position};
use crate::db::Moment;
use crate::ids::CommentId;
use crate::letters::{Letter, NO_COUNT, Place, coordinating_nav, zoned};
use crate::text::complaints::Complaints;
use crate::text::language::language_of_name;
use crate::text::words::say;
use crate::text::{dates, markdown, speaking};
use crate::web::form::summary;
use crate::web::frame::trusted;
use crate::web::phrase::phrase;

/// Which comments are shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Show {
    All,
    /// Those that are not resolved.
    Open,
    RedLines,
}

impl Show {
    fn has(self, comment: &Comment) -> bool {
        match self {
            Self::All => true,
            Self::Open => comment.resolved_at.is_none(),
            Self::RedLines => comment.red_line,
        }
    }
}

/// Everything the page shows.
pub(super) struct Page<'a> {
    pub discussion: &'a Discussion,
    /// Its own address, to which the forms are sent.
    pub base: &'a str,
    pub show: Show,
    pub note: Option<&'a str>,
    /// What was typed, if it needs another look.
    pub typed: &'a CommentForm,
    pub complaints: &'a Complaints,
    /// The answer that needs another look.
    pub answering: Option<Answering<'a>>,
    pub now: Moment,
}

/// An answer as it was typed.
#[derive(Clone, Copy)]
pub(super) struct Answering<'a> {
    pub comment: CommentId,
    pub words: &'a str,
}

impl Page<'_> {
    fn letter(&self) -> &Letter {
        &self.discussion.letter
    }

    /// The draft itself, which stands one step up from its comments.
    fn back(&self) -> &str {
        self.base.strip_suffix("/comments").unwrap_or(self.base)
    }

    fn is_coordinators(&self) -> bool {
        matches!(self.discussion.author, Author::Coordinator(_))
    }
}

pub(super) fn discussion(page: &Page<'_>) -> Markup {
    let letter = page.letter();
    let paragraphs = Paragraphs::of(&letter.body);
    let shown = page.discussion.comments.iter().filter(|comment| page.show.has(comment));
    let placed: Vec<(Position, &Comment)> =
        shown.map(|comment| (paragraphs.find(&comment.quote, comment.stood_at()), comment)).collect();
    let at = |position: Position| -> Vec<&Comment> {
        placed.iter().filter(|(stands, _)| *stands == position).map(|(_, comment)| *comment).collect()
    };
    let language = letter.language();
    let everything = page.show == Show::All;
    html! {
        h1 { @if page.is_coordinators() { (say!("comments-title")) } @else { (say!("comments-title-invited")) } }
        @if page.is_coordinators() { (coordinating_nav(letter, Place::Comments)) }
        @if let Some(note) = page.note { p.note role="status" { (note) } }
        (summary(page.complaints))
        (introduction(page))
        section.paragraph aria-label=(say!("comments-whole-letter")) {
            h2.title lang=(language.tag()) dir="auto" { (letter.shown_title()) }
            (under(page, &at(Position::Whole), None, "", &say!("comments-on-whole")))
        }
        @for (n, text) in paragraphs.texts().iter().enumerate() {
            @let comments = at(Position::At(n));
            @if everything || !comments.is_empty() {
                section.paragraph id={ "p-" (n) } aria-label=(say!("comments-paragraph", number = n + 1)) {
                    div.letter lang=(language.tag()) dir=(language.direction()) { div.text { (trusted(markdown::with_count(&markdown::to_html(text), NO_COUNT))) } }
                    (under(page, &comments, Some(n), text, &say!("comments-on-paragraph")))
                }
            }
        }
        @let gone = at(Position::Gone);
        @if !gone.is_empty() {
            section.paragraph aria-labelledby="gone" {
                h2 id="gone" { (say!("comments-gone")) }
                @for comment in &gone { (one(page, comment, true)) }
            }
        }
        @if !everything && placed.is_empty() { p.empty { (say!("comments-none-such")) } }
    }
}

fn introduction(page: &Page<'_>) -> Markup {
    let letter = page.letter();
    let all = &page.discussion.comments;
    let open = all.iter().filter(|comment| Show::Open.has(comment)).count();
    let red = all.iter().filter(|comment| Show::RedLines.has(comment)).count();
    let link = |show: Show, query: &'static str, words: String| {
        html! { a href={ (page.base) (query) } aria-current=[(page.show == show).then_some("true")] { (words) } }
    };
    html! {
        @if !page.discussion.is_open() {
            p.note { (say!("comments-locked")) }
            @if !page.typed.body.is_empty() {
                div.field {
                    label for="body" { (say!("comments-not-kept")) }
                    @if let Some(wrong) = page.complaints.at("body") { span.error id="body-error" { (wrong) } }
                    textarea id="body" dir="auto" rows="4" readonly aria-describedby="body-error" { "\n" (page.typed.body) }
                }
            }
        } @else if !page.is_coordinators() {
            p { (say!("comments-about")) }
            p { a href=(page.back()) { (say!("comments-back")) } }
        }
        @if let Some(by) = letter.red_lines_by {
            p.red-lines {
                strong { (phrase!("comments-red-lines-by", time = zoned(by, letter.red_lines_zone.as_deref()))) } " "
                @if by <= page.now { (say!("comments-hour-over")) }
                @else { (say!("comments-hour-to-come")) }
            }
        }
        @if page.is_coordinators() {
            @if all.is_empty() { p.empty { (phrase!("comments-none-yet", invite = html! { a href={ "/letters/" (letter.slug) "/invitations" } { (say!("comments-invite")) } })) } }
            @else {
                nav.places aria-label=(say!("comments-which")) {
                    ul {
                        li { (link(Show::All, "", say!("comments-all", count = all.len()))) }
                        li { (link(Show::Open, "?show=open", say!("comments-open", count = open))) }
                        li { (link(Show::RedLines, "?show=red-lines", say!("comments-red-lines", count = red))) }
                    }
                }
            }
        }
    }
}

/// What stands under a paragraph: its comments, and the form for another.
fn under(page: &Page<'_>, comments: &[&Comment], number: Option<usize>, text: &str, invite: &str) -> Markup {
    html! {
        @for comment in comments {
            (one(page, comment, number.is_some() && comment.quote != text))
        }
        @if page.discussion.is_open() && page.show == Show::All { (form(page, number, text, invite)) }
    }
}

fn one(page: &Page<'_>, comment: &Comment, quoted: bool) -> Markup {
    let zone = page.letter().deadline_zone.as_deref().unwrap_or("UTC");
    let author = comment.author();
    let base = format!("{}/{}", page.base, comment.id);
    html! {
        article.comment.resolved[comment.resolved_at.is_some()] id={ "c-" (comment.id) } {
            p.meta {
                bdi lang=(language_of_name(&author)) { (author) } "\u{a0}· "
                time datetime=(comment.created_at) { (dates::time_in_words(comment.created_at.to_timestamp(), zone, &speaking::current().language())) }
            }
            @if comment.red_line || comment.after_the_hour || comment.resolved_at.is_some() {
                p.marks {
                    @if comment.red_line { strong.red-line { (say!("comments-red-line")) } " " }
                    @if comment.after_the_hour { span.meta { (say!("comments-after-the-hour")) } " " }
                    @if comment.resolved_at.is_some() { span.meta { (say!("comments-resolved")) } }
                }
            }
            @if quoted { blockquote.quote dir="auto" { (comment.quote) } }
            div.said dir="auto" { (comment.body) }
            @if let Some(answer) = &comment.answer {
                div.answer { p.meta { (say!("comments-answer")) } div.said dir="auto" { (answer) } }
            }
            @if page.is_coordinators() { (settling(page, comment, &base, &author)) }
        }
    }
}

fn settling(page: &Page<'_>, comment: &Comment, base: &str, author: &str) -> Markup {
    let answered = comment.answer.is_some();
    let again = page.answering.filter(|answering| answering.comment == comment.id);
    let wrong = again.and_then(|_| page.complaints.at("answer"));
    // The summary of what needs another look leads to the field with the plain name.
    let id = if again.is_some() { "answer".to_owned() } else { format!("answer-{}", comment.id) };
    let words = again.map_or(comment.answer.as_deref().unwrap_or_default(), |answering| answering.words);
    html! {
        div.beside {
            details open[again.is_some()] {
                summary { @if answered { (say!("comments-change-answer")) } @else { (say!("comments-to-answer")) } }
                form method="post" action={ (base) "/answer" } {
                    div.field {
                        label for=(id) { (say!("comments-your-answer")) }
                        @if let Some(wrong) = wrong { span.error id="answer-error" { (wrong) } }
                        textarea id=(id) name="answer" dir="auto" rows="3" required
                            aria-invalid=[wrong.map(|_| "true")] aria-describedby=[wrong.map(|_| "answer-error")] { "\n" (words) }
                    }
                    div.actions { button.quiet { (say!("comments-send-answer")) } }
                }
            }
            @if comment.resolved_at.is_none() {
                form method="post" action={ (base) "/resolution" } { button.quiet aria-label=(say!("comments-resolve-whose", author = author)) { (say!("comments-resolve")) } }
            } @else {
                form method="post" action={ (base) "/reopening" } { button.quiet aria-label=(say!("comments-reopen-whose", author = author)) { (say!("comments-reopen")) } }
            }
        }
    }
}

/// The form under a paragraph. Only that with something wrong in it has the plain ids that the
/// summary leads to; the others are numbered.
fn form(page: &Page<'_>, number: Option<usize>, text: &str, invite: &str) -> Markup {
    let paragraph = number.map(|n| n.to_string()).unwrap_or_default();
    let is_wrong = page.answering.is_none()
        && !page.complaints.is_empty()
        && (page.typed.paragraph.trim() == paragraph || lost(page, number));
    let empty = CommentForm::default();
    let typed = if is_wrong { page.typed } else { &empty };
    let mark = if paragraph.is_empty() { "letter".to_owned() } else { paragraph.clone() };
    let id = |name: &str| if is_wrong { name.to_owned() } else { format!("{name}-{mark}") };
    let wrong = page.complaints.at("body").filter(|_| is_wrong);
    let names = page.discussion.author.names();
    let name = if typed.name.is_empty() { names.0 } else { &typed.name };
    let organization = if typed.organization.is_empty() { names.1 } else { &typed.organization };
    html! {
        details.commenting open[is_wrong] {
            summary { (invite) }
            form method="post" action=(page.base) novalidate {
                input type="hidden" name="paragraph" value=(paragraph);
                input type="hidden" name="version" value=(page.letter().version);
                input type="hidden" name="quote" value=(text);
                div.field {
                    label for=(id("body")) { (say!("comments-your-comment")) }
                    @if let Some(wrong) = wrong { span.error id={ (id("body")) "-error" } { (wrong) } }
                    textarea id=(id("body")) name="body" dir="auto" rows="4" required
                        aria-invalid=[wrong.map(|_| "true")] aria-describedby=[wrong.map(|_| format!("{}-error", id("body")))] { "\n" (typed.body) }
                }
                label.choice {
                    input type="checkbox" name="red_line" value="yes" checked[typed.red_line == "yes"];
                    " " span { (say!("comments-is-red-line")) span.hint { (say!("comments-is-red-line-hint")) } }
                }
                @if !page.is_coordinators() {
                    div.pair {
                        div.field {
                            label for=(id("name")) { (say!("comments-your-name")) }
                            input id=(id("name")) name="name" type="text" dir="auto" value=(name) autocomplete="name";
                        }
                        div.field {
                            label for=(id("organization")) { (say!("comments-your-organization")) }
                            input id=(id("organization")) name="organization" type="text" dir="auto" value=(organization) autocomplete="organization";
                        }
                    }
                }
                div.actions { button { (say!("comments-send")) } }
            }
        }
    }
}

/// Whether this form has to take what was typed about a paragraph that the draft no longer has.
fn lost(page: &Page<'_>, number: Option<usize>) -> bool {
    let there = Paragraphs::of(&page.letter().body).texts().len();
    number.is_none() && page.typed.paragraph.trim().parse::<usize>().is_ok_and(|typed| typed >= there)
}
