//! The form in which a letter is written, and what is shown around it.

use maud::{Markup, html};

use super::places::{Place, coordinating_nav};
use super::steps::{self, Times};
use super::{Level, NO_COUNT, article};
use crate::letters::drafting::{Draft, DraftForm};
use crate::letters::{Grouping, Letter, LetterText, ListRule, Numbering, RETENTION_MONTHS, months_in_words};
use crate::text::complaints::Complaints;
use crate::text::dates;
use crate::text::difference::{self, Change};
use crate::text::language::{Language, OFFERED};
use crate::text::words::{Words, say};
use crate::web::changes;
use crate::web::form::{Field, choices, select, summary, textarea};
use crate::web::phrase::phrase;

/// Where the form is sent, and what is known of the letter it is for.
pub(in crate::letters) enum Composing<'a> {
    /// A letter that is not saved yet, and the earlier ones that it could begin with.
    New { earlier: &'a [Letter] },
    /// A saved draft.
    Draft(&'a Letter),
    /// A draft that was locked while somebody wrote: their words can still become a revision.
    Overtaken(&'a Letter),
    /// A letter whose text is locked: only the list's rule and the deadline are open.
    Locked(&'a Letter),
}

/// The page on which a letter is written.
pub(in crate::letters) struct Compose<'a> {
    pub composing: Composing<'a>,
    pub form: &'a DraftForm,
    pub complaints: &'a Complaints,
    pub note: Option<&'a str>,
    /// The letter as it will look, when that was asked for.
    pub preview: Option<&'a Draft>,
    /// What somebody else has saved meanwhile, when it differs.
    pub moved: Option<&'a Moved>,
    /// What was typed into the forms of times under the letter's.
    pub times: Times<'a>,
}

/// What was saved while somebody wrote, and how their words differ from it.
pub(in crate::letters) struct Moved {
    saved: LetterText,
    title: Vec<Change>,
    addressees: Vec<Change>,
    place_and_date: Vec<Change>,
    body: Vec<Change>,
}

impl Moved {
    /// Compares what was saved with what somebody wants to save.
    pub(in crate::letters) fn between(saved: LetterText, own: &LetterText) -> Self {
        Self {
            title: difference::between(&saved.title, &own.title),
            addressees: difference::between(&saved.addressees, &own.addressees),
            place_and_date: difference::between(&saved.place_and_date, &own.place_and_date),
            body: difference::between(&saved.body, &own.body),
            saved,
        }
    }
}

/// The form, the preview, and what can be done next.
pub(in crate::letters) fn compose(page: &Compose<'_>) -> Markup {
    let (heading, action) = match page.composing {
        Composing::New { .. } => (say!("letters-new"), "/letters/new".to_owned()),
        Composing::Draft(letter) => (say!("letters-your-draft"), format!("/letters/{}/edit", letter.slug)),
        Composing::Overtaken(letter) => {
            (say!("letters-your-draft"), format!("/letters/{}/revisions", letter.slug))
        }
        Composing::Locked(letter) => (say!("letters-your-letter"), format!("/letters/{}/edit", letter.slug)),
    };
    html! {
        h1 { (heading) }
        @if let Composing::Draft(letter) | Composing::Overtaken(letter) | Composing::Locked(letter) = page.composing {
            (coordinating_nav(letter, Place::Letter))
        }
        @if let Some(note) = page.note { p.note role="status" { (note) } }
        @if let Composing::New { earlier: earlier @ [_, ..] } = page.composing { (start_from(earlier)) }
        @if matches!(page.composing, Composing::New { .. }) { p { (phrase!("letters-import-hint", import = html! { a href="/letters/import" { (say!("letters-import-it")) } })) } }
        (summary(page.complaints))
        @if let Some(moved) = page.moved { (moved_meanwhile(moved)) }
        @if let Some(draft) = page.preview { (preview(draft)) }
        @if let Composing::Locked(letter) = page.composing {
            (steps::of_locked(letter, &page.times, page.complaints))
            section aria-labelledby="rule" {
                h2 id="rule" { (say!("letters-rule")) }
                details { summary { (say!("letters-rule-summary")) } (form(page, &action)) }
            }
        } @else {
            (form(page, &action))
        }
        @match page.composing {
            Composing::New { .. } => {},
            Composing::Draft(letter) => { (steps::of_draft(letter, &page.times, page.complaints)) (elsewhere(letter)) },
            Composing::Overtaken(letter) => p.actions { a href={ "/letters/" (letter.slug) "/edit" } { (say!("letters-leave-text")) } },
            Composing::Locked(letter) => (elsewhere(letter)),
        }
    }
}

/// What is seldom wanted.
fn elsewhere(letter: &Letter) -> Markup {
    html! {
        p.actions.seldom {
            a href={ "/letters/new?from=" (letter.slug) } { (say!("letters-start-another")) }
            @if letter.retracted_at.is_none() { a href={ "/letters/" (letter.slug) "/retraction" } { (say!("letters-retract")) } }
        }
    }
}

fn form(page: &Compose<'_>, action: &str) -> Markup {
    let locked = matches!(page.composing, Composing::Locked(_));
    let overtaken = matches!(page.composing, Composing::Overtaken(_));
    html! {
        form.compose method="post" action=(action) novalidate data-draft[!locked && !overtaken] {
            @if !page.form.version.is_empty() { input type="hidden" name="version" value=(page.form.version); }
            @match page.composing {
                Composing::New { .. } | Composing::Overtaken(_) => (text_fields(page.form, page.complaints)),
                Composing::Draft(_) => { (text_fields(page.form, page.complaints)) (red_lines_fields(page.form, page.complaints)) },
                Composing::Locked(letter) => (locked_text(letter)),
            }
            @if locked {
                (list_fields(page.form, page.complaints))
                (retention_field(page.form, true, page.complaints))
                // The deadline has a form of its own, with a word about why; here it goes along unchanged.
                input type="hidden" name="deadline" value=(page.form.deadline);
                input type="hidden" name="time_zone" value=(page.form.time_zone);
            } @else if !overtaken {
                h2 { (say!("letters-list-of-signatories")) }
                (list_fields(page.form, page.complaints))
                (deadline_fields(page.form, page.complaints))
                (retention_field(page.form, false, page.complaints))
            }
            // Where draft.js says whether the words are safe; without it nothing is said.
            (saving())
            div.actions {
                @if overtaken { button name="then" value="preview" { (say!("letters-go-on-as-revision")) } }
                @else { button name="then" value="save" { (say!("letters-save")) } }
                @if !locked && !overtaken { button.quiet name="then" value="preview" { (say!("letters-preview")) } }
            }
        }
    }
}

/// Where the script says how the saving went, with the words it says that in.
fn saving() -> Markup {
    html! {
        p.saving.meta role="status"
            data-saved=(say!("letters-saving-saved", time = "{time}"))
            data-not-yet=(say!("letters-saving-not-yet"))
            data-kept=(say!("letters-saving-kept"))
            data-leave-open=(say!("letters-saving-leave-open"))
            data-offline=(say!("letters-saving-offline"))
            data-signed-out=(say!("letters-saving-signed-out"))
            data-incomplete=(say!("letters-saving-incomplete"))
            data-refused=(say!("letters-saving-refused"))
            data-sign-in=(say!("letters-saving-sign-in"))
            data-moved=(say!("letters-saving-moved"))
            data-see-both=(say!("letters-saving-see-both"))
            data-earlier=(say!("letters-saving-earlier", day = "{day}", time = "{time}"))
            data-put=(say!("letters-saving-put"))
            data-throw=(say!("letters-saving-throw")) {}
    }
}

fn start_from(earlier: &[Letter]) -> Markup {
    html! {
        details {
            summary { (say!("letters-start-from-earlier")) }
            ul.rows {
                @for letter in earlier {
                    li { a href={ "/letters/new?from=" (letter.slug) } lang=(letter.language().tag()) dir="auto" { (letter.title) } }
                }
            }
        }
    }
}

fn preview(draft: &Draft) -> Markup {
    let language = Language::of_row(&draft.text.language);
    html! {
        section aria-labelledby="preview-title" {
            h2 id="preview-title" { (say!("letters-as-it-will-look")) }
            div.preview {
                (article(&draft.text, NO_COUNT, Level::Part, &html! {}))
            }
            (list_to_come(draft.rule, &language))
            p.actions { a href="#title" { (say!("letters-go-on-writing")) } }
        }
    }
}

/// How the list will be set, with stand-ins for its lines: nobody has signed a draft.
pub(super) fn list_to_come(rule: ListRule, language: &Language) -> Markup {
    let words = Words::of(language);
    let headings: &[&str] = match rule.grouping {
        Grouping::Coalition => &["a-coalition", "another-coalition"],
        Grouping::Country => &["a-country", "another-country"],
        Grouping::None => &[""],
    };
    html! {
        section.to-come aria-label=(words.say("signatories")) lang=(words.language().tag()) dir=(language.direction()) {
            h2 { (words.say("signatories")) }
            @for (n, heading) in headings.iter().enumerate() {
                section.group {
                    @if !heading.is_empty() { h3 { (words.say(heading)) } }
                    @let lines = html! {
                        li { span.who { bdi.name { (words.say("an-organization")) } } }
                        li { span.who { bdi.name { (words.say("another-organization")) } } }
                    };
                    @match rule.numbering {
                        Numbering::None => ul.unnumbered role="list" { (lines) },
                        Numbering::Restart => ol lang=(language.tag()) { (lines) },
                        Numbering::Through => ol lang=(language.tag()) start=(1 + 2 * n) { (lines) },
                    }
                }
            }
        }
    }
}

fn moved_meanwhile(moved: &Moved) -> Markup {
    let lines = [
        (say!("letters-field-title"), &moved.title),
        (say!("letters-field-addressees"), &moved.addressees),
        (say!("letters-field-place-and-date"), &moved.place_and_date),
    ];
    let text_moved =
        lines.iter().any(|(_, changes)| difference::is_any(changes)) || difference::is_any(&moved.body);
    html! {
        section.note.moved aria-labelledby="moved" {
            h2 id="moved" { (say!("letters-moved")) }
            p { (say!("letters-moved-about")) }
            @if text_moved {
                p.meta { (phrase!("letters-moved-legend", added = html! { ins { (say!("letters-moved-added")) } }, removed = html! { del { (say!("letters-moved-removed")) } })) }
                @for (name, changes) in &lines {
                    @if difference::is_any(changes) { h3 { (name) } (changes::paragraphs(changes)) }
                }
                @if difference::is_any(&moved.body) { h3 { (say!("letters-field-text")) } (changes::paragraphs(&moved.body)) }
                details {
                    summary { (say!("letters-moved-saved")) }
                    textarea.body rows="12" readonly dir="auto" aria-label=(say!("letters-moved-saved-label")) { "\n" (moved.saved.body) }
                }
            } @else {
                p { (say!("letters-moved-same")) }
            }
        }
    }
}

fn text_fields(form: &DraftForm, complaints: &Complaints) -> Markup {
    let languages: Vec<(&str, &str)> = OFFERED.to_vec();
    let language = if form.language.is_empty() { "en" } else { &form.language };
    html! {
        (Field::line("title", &say!("letters-field-title"), &form.title).show(complaints))
        (textarea(&Field::line("addressees", &say!("letters-field-addressees"), &form.addressees).optional()
            .hint(&say!("letters-field-addressees-hint")), 3, complaints))
        (Field::line("place_and_date", &say!("letters-field-place-and-date"), &form.place_and_date).optional().show(complaints))
        (textarea(&Field::line("body", &say!("letters-field-text"), &form.body)
            .hint(&say!("letters-field-text-hint")), 18, complaints))
        (select(&Field::line("language", &say!("letters-field-language"), language), &languages, complaints))
    }
}

/// The text of a letter that was opened goes along unchanged, so that the form means the same everywhere.
fn locked_text(letter: &Letter) -> Markup {
    html! {
        input type="hidden" name="title" value=(letter.title);
        input type="hidden" name="addressees" value=(letter.addressees);
        input type="hidden" name="place_and_date" value=(letter.place_and_date);
        input type="hidden" name="body" value=(letter.body);
        input type="hidden" name="language" value=(letter.language);
    }
}

/// The zones to choose from, with the one that is chosen.
pub(super) fn zones(chosen: &str) -> Vec<(&str, &str)> {
    let mut zones: Vec<(&str, &str)> = dates::ZONES.iter().map(|zone| (*zone, *zone)).collect();
    if !dates::ZONES.contains(&chosen) {
        zones.push((chosen, chosen));
    }
    zones
}

fn red_lines_fields(form: &DraftForm, complaints: &Complaints) -> Markup {
    let by = form.red_lines_by.as_deref().unwrap_or_default();
    let zone = [form.red_lines_zone.as_str(), &form.time_zone, "UTC"];
    let zone = zone.into_iter().find(|zone| !zone.is_empty()).unwrap_or("UTC");
    html! {
        h2 { (say!("letters-red-lines")) }
        p { (say!("letters-red-lines-about")) }
        div.pair {
            (Field::line("red_lines_by", &say!("letters-red-lines-by"), by).kind("datetime-local").optional().show(complaints))
            (select(&Field::line("red_lines_zone", &say!("letters-time-in"), zone), &zones(zone), complaints))
        }
    }
}

fn list_fields(form: &DraftForm, complaints: &Complaints) -> Markup {
    let or = |typed: &str, otherwise: &'static str| {
        if typed.is_empty() { otherwise.to_owned() } else { typed.to_owned() }
    };
    let (grouping, ordering) = (or(&form.grouping, "coalition"), or(&form.ordering, "name"));
    let numbering = or(&form.numbering, "through");
    let minimum = or(form.verification.as_deref().unwrap_or(""), "email");
    html! {
        div.pair {
            (select(&Field::line("grouping", &say!("letters-field-headings"), &grouping), &[
                ("coalition", &say!("letters-headings-coalitions")),
                ("country", &say!("letters-headings-countries")),
                ("none", &say!("letters-none")),
            ], complaints))
            (select(&Field::line("ordering", &say!("letters-field-order"), &ordering), &[
                ("name", &say!("letters-order-name")),
                ("time", &say!("letters-order-time")),
                ("hand", &say!("letters-order-hand")),
            ], complaints))
        }
        (choices("numbering", &say!("letters-field-numbers"), &[
            ("through", html! { (say!("letters-numbers-through")) }),
            ("restart", html! { (say!("letters-numbers-restart")) }),
            ("none", html! { (say!("letters-none")) }),
        ], &numbering, complaints))
        (select(&Field::line("verification", &say!("letters-field-minimum"), &minimum)
            .hint(&say!("letters-field-minimum-hint")), &[
            ("email", &say!("letters-choose-email")),
            ("domain", &say!("letters-choose-domain")),
            ("vouched", &say!("letters-choose-vouched")),
            ("operator", &say!("letters-choose-operator")),
        ], complaints))
    }
}

/// After how many months the contacts are erased; of a letter that was opened only sooner.
fn retention_field(form: &DraftForm, locked: bool, complaints: &Complaints) -> Markup {
    let chosen = form.retention.trim();
    let own: Option<i32> = chosen.parse().ok();
    let mut months: Vec<i32> = RETENTION_MONTHS.to_vec();
    months.extend(own.filter(|own| *own > 0 && !RETENTION_MONTHS.contains(own)));
    months.retain(|months| !locked || own.is_none_or(|own| *months <= own));
    months.sort_unstable();
    let words: Vec<(String, String)> = months
        .iter()
        .map(|months| {
            (months.to_string(), say!("letters-retention-after", months = months_in_words(*months)))
        })
        .collect();
    let mut options: Vec<(&str, &str)> =
        words.iter().map(|(n, words)| (n.as_str(), words.as_str())).collect();
    let as_it_stands = say!("letters-retention-as-it-stands");
    if chosen.is_empty() {
        options.insert(0, ("", &as_it_stands));
    }
    html! {
        h2 { (say!("letters-contacts")) }
        (select(&Field::line("retention", &say!("letters-field-retention"), chosen).hint(&say!("letters-retention-hint")), &options, complaints))
        @if locked { p.meta { (say!("letters-retention-only-shorter")) } }
    }
}

fn deadline_fields(form: &DraftForm, complaints: &Complaints) -> Markup {
    let zone = if form.time_zone.is_empty() { "UTC" } else { &form.time_zone };
    html! {
        h2 { (say!("letters-deadline")) }
        div.pair {
            (Field::line("deadline", &say!("letters-field-open-until"), &form.deadline).kind("datetime-local").optional().show(complaints))
            (select(&Field::line("time_zone", &say!("letters-time-in"), zone), &zones(zone), complaints))
        }
    }
}
