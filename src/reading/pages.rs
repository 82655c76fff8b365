//! The letter page. The fragments that draw the list here are those the live stream sends.

mod finding;
mod list;
mod verified;

use std::ops::Range;

pub(super) use finding::found;
pub(super) use list::{Sheet, address_of, sheet};

use maud::{Markup, html};

use super::carrying;
use super::rendered::Snapshot;
use super::tongues::View;
use crate::db::Moment;
use crate::deliveries::{Form, Handed};
use crate::letters::{
    Letter, Level, NO_COUNT, Numbering, Standing, article, retraction_note, standing_in_words,
    translation_note, visibility,
};
use crate::signatures::list::{GroupKind, ListedGroup, Place, Signatory, Status, fragment};
use crate::text::direction::isolated;
use crate::text::language::{Language, language_of_name, own_name};
use crate::text::words::{Words, say};
use crate::text::{country, dates, markdown, speaking};
use crate::web::frame::{self, Frame};

/// The whole page, the same bytes for every reader of a language: its words around the letter.
pub(super) fn letter(snapshot: &Snapshot, address: &str, view: View) -> Markup {
    let (tongue, text, words) = (view.tongue, view.text, view.tongue.words);
    let shown = snapshot.text(text);
    let count = Language::of_row(&shown.language).number(snapshot.list.count());
    let title = shown.title.replace(markdown::COUNT, &count);
    let description = words.count("organizations", snapshot.list.count());
    let head = carrying::head(snapshot, tongue, address);
    let frame = Frame {
        words,
        skip: "skip-to-letter",
        address: Some(format!("/letters/{}", snapshot.letter.letter().slug)),
        head: Some(&head),
        listed: true,
        live: true,
        description: Some(&description),
        ..Frame::of(&title)
    };
    frame.around(&body(snapshot, address, text, words, &count))
}

/// The letter as journalists get it before it is public: the same text and list under a line that
/// says until when nothing of it may be published, and no way to sign. The link ends at `until`.
pub(super) fn embargoed(snapshot: &Snapshot, until: Moment, words: Words) -> Markup {
    let count = snapshot.language().number(snapshot.list.count());
    let letter = snapshot.letter.letter();
    let zone = letter.deadline_zone.as_deref().unwrap_or("UTC");
    let line = match letter.publish_at {
        Some(at) => {
            let time = dates::time_in_words(at.to_timestamp(), zone, &words.language());
            words.say_with("embargo-until", &[("time", &time)])
        }
        None => words.say("embargo"),
    };
    let title = snapshot.letter.revision().text().title.replace(markdown::COUNT, &count);
    let until = dates::time_in_words(until.to_timestamp(), zone, &words.language());
    let banner = html! {
        div.note.embargo role="note" {
            p { strong { (line) } }
            p.meta { (words.say_with("link-until", &[("time", &until)])) }
        }
    };
    frame::in_words(
        &title,
        words,
        false,
        &html! {
            (banner)
            (retraction_note(letter, words))
            (article(&snapshot.letter.revision().text(), &count, Level::Page, &html! {}))
            (list::whole(snapshot, words))
            footer.colophon {
                p { (words.say("fingerprint")) " " code.hash lang="en" dir="ltr" { (snapshot.letter.revision().sha256()) } }
            }
            (banner)
        },
    )
}

/// The day on which a letter was suspended.
pub(super) fn suspension_date(letter: &Letter, words: Words) -> String {
    letter
        .suspended_at
        .map(|at| dates::date_in_words(at.to_timestamp(), "UTC", &words.language()))
        .unwrap_or_default()
}

/// What stands in place of a suspended letter: neither its title nor its text nor its list.
pub(super) fn suspended(letter: &Letter, words: Words) -> Markup {
    html! {
        h1 { (words.say_with("suspended-on", &[("date", &suspension_date(letter, words))])) }
        @if let Some(note) = &letter.suspension_note { p dir="auto" { (note) } }
    }
}

/// The draft, for those who are invited to it.
pub(super) fn draft_for_invited(letter: &Letter) -> Markup {
    html! {
        p.note.private { (visibility(letter)) " " (say!("reading-draft-confidential")) }
        p.actions { a.button href={ "/letters/" (letter.slug) "/comments" } { (say!("reading-comment-on-draft")) } }
        (article(&letter.text(), NO_COUNT, Level::Page, &html! {}))
    }
}

/// A letter that collects in private: the text and the count for those invited, the list too for its
/// coordinators.
pub(super) fn collecting(snapshot: &Snapshot, coordinates: bool) -> Markup {
    let letter = snapshot.letter.letter();
    let words = speaking::current();
    let count = match snapshot.list.count() {
        0 => NO_COUNT.to_owned(),
        count => snapshot.language().number(count),
    };
    let standing = standing_in_words(letter, snapshot.standing(), words);
    let base = format!("/letters/{}", letter.slug);
    let open = matches!(snapshot.standing(), Standing::Open { .. });
    html! {
        p.note.private {
            (visibility(letter)) " "
            @if coordinates { a href={ (base) "/edit" } { (say!("reading-coordinate-it")) } } @else { (say!("reading-confidential")) }
        }
        (retraction_note(letter, words))
        (article(&snapshot.letter.revision().text(), &count, Level::Page, &html! { div.standing { p { (standing) } } }))
        @if open { p.call { a.button href={ (base) "/sign" } { (words.say("sign")) } " " span.meta { (say!("reading-or-see-signature")) } } }
        @if coordinates { (list::whole(snapshot, words)) }
        @else { p.meta { (say!("reading-signed-so-far", count = snapshot.list.count())) } }
        p.meta { code.hash dir="ltr" { (snapshot.letter.revision().sha256()) } }
    }
}

fn body(snapshot: &Snapshot, address: &str, text: usize, words: Words, count: &str) -> Markup {
    let letter = snapshot.letter.letter();
    let own = snapshot.language();
    let signed = format!("/letters/{}?text={}", letter.slug, own.tag());
    let state = snapshot.standing();
    let standing_words = standing_in_words(letter, state, words);
    let open = matches!(state, Standing::Open { .. });
    let sign = format!("/letters/{}/sign", letter.slug);
    let strip = html! {
        div.standing lang=(words.language().tag()) dir=(words.language().direction()) {
            p { (standing_words) }
            @if open { a href=(sign) { (words.say("sign")) } }
            (other_languages(snapshot, text, words))
        }
    };
    html! {
        (retraction_note(letter, words))
        @if let Some(translation) = snapshot.translation(text) {
            (translation_note(translation, &own, snapshot.agreed_from, &signed, words))
        }
        (article(&snapshot.text(text), count, Level::Page, &strip))
        @if open {
            p.call { a.button href=(sign) { (words.say("sign")) } " " span.meta { (standing_words) } }
        }
        (list::first(snapshot, words))
        @if let Some(handed) = &snapshot.handed { (delivered(letter, handed, words)) }
        (colophon(snapshot, address, text, words))
    }
}

/// The addresses of the letter's other texts, each in its own name.
fn other_languages(snapshot: &Snapshot, text: usize, words: Words) -> Markup {
    let slug = &snapshot.letter.letter().slug;
    let address = |language: &Language| match Words::spoken(language.tag()) {
        Some(_) => format!("/{}/letters/{slug}", language.tag()),
        None => format!("/letters/{slug}?text={}", language.tag()),
    };
    html! {
        @if !snapshot.translations.is_empty() {
            nav.languages aria-label=(words.say("translations-other-languages")) {
                @for (_, language) in snapshot.languages().enumerate().filter(|(at, _)| *at != text) {
                    a href=(address(&language)) hreflang=(language.tag()) lang=(language.tag()) dir=(language.direction()) { (own_name(language.tag())) } " "
                }
            }
        }
    }
}

/// What a group is called in the page and in the stream.
pub(super) fn group_key(group: &ListedGroup) -> String {
    group.place.key()
}

/// The words over a group, where it has any.
pub(super) fn heading(group: &ListedGroup, words: Words) -> Option<String> {
    match &group.place {
        Place::AfterDelivery => Some(words.say("signed-after-delivery")),
        Place::Country(code) => Some(country::name(code, &words.language())),
        Place::Group(_) | Place::Rest => group.name.clone(),
    }
}

/// A group with some of its lines: all of them, but on the pages of a long list.
fn filled_group(group: &ListedGroup, lines: Range<usize>, snapshot: &Snapshot, words: Words) -> Markup {
    let shown = group.signatories.get(lines.clone()).unwrap_or_default();
    let ends = lines.end >= group.signatories.len();
    group_around(
        group,
        lines,
        snapshot,
        words,
        &html! {
            @for (at, line) in shown.iter().enumerate() {
                (line_of(line, follows(shown, at), group, snapshot, words)) "\n"
            }
        },
        withheld(group, words).filter(|_| ends).as_deref(),
    )
}

/// A group as it comes to stand on a page that does not have it yet, without its lines.
pub(super) fn empty_group(group: &ListedGroup, snapshot: &Snapshot, words: Words) -> Markup {
    group_around(group, 0..group.signatories.len(), snapshot, words, &html! {}, None)
}

/// That names are withheld, at the end of a group.
pub(super) fn withheld(group: &ListedGroup, words: Words) -> Option<String> {
    words.withheld(group.withheld.len(), !group.signatories.is_empty())
}

fn group_around(
    group: &ListedGroup,
    of: Range<usize>,
    snapshot: &Snapshot,
    words: Words,
    lines: &Markup,
    withheld: Option<&str>,
) -> Markup {
    let key = group_key(group);
    let start = group.signatories.get(of.start).and_then(|line| line.number);
    let goes_on = of.end < group.signatories.len();
    // Where every signatory stands outside a heading, the list needs no name of its own.
    let heading = heading(group, words);
    let unnamed = heading.is_none().then(|| {
        words.say(if snapshot.list.groups.len() > 1 { "outside-coalitions" } else { "signatories" })
    });
    html! {
        section.group id={ "g-" (key) } data-group=(key) data-goes-on[goes_on] aria-label=[unnamed] {
            @if let Some(name) = &heading {
                h3 {
                    bdi lang=(language_of_name(name)) { (name) }
                    @if let Some(acronym) = &group.acronym { " " abbr.acronym lang=(language_of_name(acronym)) { (acronym) } }
                    @if of.start > 0 { " " span.meta { (words.say("reading-continued")) } }
                }
            }
            @if snapshot.list.numbering == Numbering::None || group.kind == GroupKind::Observers { ul.unnumbered role="list" { (lines) } }
            @else { ol start=[start] { (lines) } }
            @if let Some(withheld) = withheld { p.withheld { (withheld) } }
        }
    }
}

/// Whether a line has the number after that of the line before it, as a browser counts; not so where some
/// lines alone are shown.
fn follows(lines: &[Signatory], at: usize) -> bool {
    let before = at.checked_sub(1).and_then(|before| lines.get(before)?.number);
    before.is_none_or(|before| lines.get(at).and_then(|line| line.number) == Some(before + 1))
}

/// One line of the list, at its place in it.
pub(super) fn signatory(line: &Signatory, group: &ListedGroup, snapshot: &Snapshot, words: Words) -> Markup {
    line_of(line, true, group, snapshot, words)
}

fn line_of(
    line: &Signatory,
    follows: bool,
    group: &ListedGroup,
    snapshot: &Snapshot,
    words: Words,
) -> Markup {
    let entry = &line.entry;
    let earlier = entry.revision.filter(|revision| *revision < snapshot.agreed_from);
    let earlier = earlier.map(|revision| words.language().number(usize::try_from(revision).unwrap_or(0)));
    // Under a country's heading the country need not be said again.
    let country = entry.country.as_deref().filter(|_| !matches!(group.place, Place::Country(_)));
    let country = country.map(|code| country::name(code, &words.language()));
    let standing = verified::in_list(entry, words);
    let members = entry.members.and_then(|members| usize::try_from(members).ok());
    let (name, name_language) = entry.name_in(words.tag());
    let here = fragment(entry.signature);
    html! {
        // A delivered line keeps its number also where the one before it has gone.
        li.listed[entry.status == Status::Listed] id=(here) value=[line.number.filter(|_| !follows || entry.delivered.is_some())] {
            span.who {
                bdi.name lang=(name_language) dir="auto" {
                    @match &entry.slug {
                        Some(slug) => a href={ "/organizations/" (slug) } { (name) },
                        None => (name),
                    }
                }
                @if let Some(acronym) = &entry.acronym { " " span.acronym { bdi lang=(language_of_name(acronym)) { (acronym) } } }
                @if let Some(sign) = &entry.footnote { sup { (sign) } }
            }
            " "
            span.about {
                @if let Some(country) = &country { span.country { (country) } "\u{a0}· " }
                @if let Some(standing) = &standing { a.verified href="#how-verified" { (standing) } }
                @if let Some(members) = members { " · " (words.count("on-behalf-of", members)) }
                @if let Some(number) = &earlier { " · " (words.say_with("signed-revision", &[("number", number)])) }
                " " a.here href={ "#" (here) } aria-label=(words.say("reading-link-here")) { "#" }
            }
            @if let Some(representative) = &entry.representative { " " span.representative { bdi lang=(language_of_name(representative)) { (representative) } } }
        }
    }
}

/// That the letter was delivered, to whom, and that there is an answer.
fn delivered(letter: &Letter, handed: &Handed, words: Words) -> Markup {
    let zone = letter.deadline_zone.as_deref().unwrap_or("UTC");
    let day = |at: Moment| dates::date_in_words(at.to_timestamp(), zone, &words.language());
    let rtl = words.language().direction() == "rtl";
    let whom = |name: &str| isolated(&name.replace('\n', " "), rtl);
    let on = if handed.to.is_empty() {
        words.say_with("delivered-on", &[("date", &day(handed.at))])
    } else {
        words.say_with("delivered-on-to", &[("date", &day(handed.at)), ("whom", &whom(&handed.to))])
    };
    let page = format!("/letters/{}/delivery", letter.slug);
    html! {
        section.delivered aria-labelledby="delivery" {
            h2 id="delivery" { a href=(page) { (words.say("delivery")) } }
            p { (on) }
            @if let Some(answer) = &handed.answer {
                p { a href={ (page) "#answer" } { (words.say_with("answer-of", &[("whom", &whom(&answer.sender)), ("date", &day(answer.received_at))])) } }
            }
        }
    }
}

/// The end of an address with the language of a text, if one was chosen, added to it.
fn with_text(query: &str, chosen: Option<&str>) -> String {
    match chosen {
        None => query.to_owned(),
        Some(chosen) if query.is_empty() => format!("?{chosen}"),
        Some(chosen) => format!("{query}&{chosen}"),
    }
}

fn colophon(snapshot: &Snapshot, address: &str, text: usize, words: Words) -> Markup {
    let language = Language::of_row(&snapshot.text(text).language);
    // Whoever reads one of several texts takes that along.
    let chosen = (!snapshot.translations.is_empty()).then(|| format!("text={}", language.tag()));
    let letter = snapshot.letter.letter();
    let revision = snapshot.letter.revision();
    let zone = letter.deadline_zone.as_deref().unwrap_or("UTC");
    let date = dates::date_in_words(revision.created_at.to_timestamp(), zone, &words.language());
    let number = words.language().number(usize::try_from(revision.number).unwrap_or(0));
    html! {
        footer.colophon {
            p { a href={ "/letters/" (letter.slug) "/history" } { (words.say_with("revision", &[("number", &number), ("date", &date)])) } }
            p { (words.say("fingerprint")) " " code.hash lang="en" dir="ltr" { (revision.sha256()) } }
            @if let Some(translation) = snapshot.translation(text) {
                p { (words.say("translations-fingerprint")) " " code.hash lang="en" dir="ltr" { (translation.sha256()) } }
            }
            p { a.permalink lang="en" dir="ltr" href=(address) { (address) } }
            p { a href={ "/letters/" (letter.slug) "/verification" } { (words.say("check-list")) } }
            (verified::explained(words))
            p.formats {
                (words.say("take-along")) " "
                @for form in Form::readable_in(&language) {
                    @let query = with_text(form.query(), chosen.as_deref());
                    a href={ "/letters/" (letter.slug) "." (form.extension()) (query) } { (form.extension().to_uppercase()) } " "
                }
                a href={ "/letters/" (letter.slug) ".json" } { (words.say("machine-readable")) } " "
                a href={ "/letters/" (letter.slug) "/share" } { (words.say("carrying-share")) }
            }
            p { a href={ "/letters/" (letter.slug) "/report" } rel="nofollow" { (words.say("report-letter")) } }
        }
    }
}
