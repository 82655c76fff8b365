//! The front page, the desk, and what this place is.

mod operating;

use maud::{Markup, html};

use crate::coalitions::{Coalition, Request};
use crate::db::Moment;
use crate::imports;
use crate::letters::{Letter, Standing, Waiting, standing_in_words};
use crate::mail::Outbox;
use crate::operating::Waiting as Queues;
use crate::organizations::{Claim, Organization, Role, Suspension};
use crate::people::Person;
use crate::signatures::{OffTheList, OpenQuestion, SignedLetter, Stands, Waits};
use crate::text::language::Language;
use crate::text::speaking;
use crate::text::words::{Words, say};
use crate::text::{country, dates, markdown};
use crate::web::phrase::phrase;

/// A letter with the number of its signatories.
pub(super) struct Counted {
    pub letter: Letter,
    pub count: usize,
    /// Its title in the language that was asked for, where it is translated into that.
    pub translated: Option<String>,
}

impl Counted {
    fn title(&self) -> String {
        if self.letter.opened_at.is_none() {
            return self.letter.shown_title();
        }
        let title = self.translated.as_ref().unwrap_or(&self.letter.title);
        title.replace(markdown::COUNT, &self.language().number(self.count))
    }

    /// The language of the title.
    fn language(&self) -> Language {
        let asked = self.translated.as_ref().and_then(|_| speaking::asked());
        asked.map_or_else(|| self.letter.language(), |words| words.language())
    }
}

/// The front page.
pub(super) fn index(letters: &[Counted], older_than: Option<Moment>, first_visit: bool) -> Markup {
    html! {
        h1 { (say!("home-heading")) }
        p.lead { (say!("home-lead")) }
        @if first_visit {
            p.note { (say!("home-first-visit")) }
        }
        p.actions { a.button href="/register" { (say!("home-register")) } " " a href="/sign-in" { (say!("home-sign-in")) } }
        section aria-labelledby="letters" {
            h2 id="letters" { (say!("home-public-letters")) }
            @if letters.is_empty() { p.empty { (say!("home-none-yet")) } }
            ul.rows { @for counted in letters { (public_letter(counted)) } }
            @if let Some(moment) = older_than {
                p.actions { a href={ "/?before=" (moment.as_micros()) } { (say!("home-older")) } }
            }
        }
    }
}

fn public_letter(counted: &Counted) -> Markup {
    let letter = &counted.letter;
    let language = counted.language();
    let asked = speaking::asked();
    let words = asked.unwrap_or_else(|| Words::of(&language));
    // Where nobody asked for a language, the whole row speaks and runs as its letter does.
    let own = asked.is_none().then_some(&language);
    html! {
        li lang=[own.map(Language::tag)] dir=[own.map(Language::direction)] {
            div {
                h3 lang=[asked.map(|_| language.tag())] dir=[asked.map(|_| "auto")] { a href={ "/letters/" (letter.slug) } { (counted.title()) } }
                p.about lang=(words.language().tag()) {
                    @if let Some(at) = letter.published_at {
                        time datetime=(at) { (dates::date_in_words(at.to_timestamp(), "UTC", &words.language())) } "\u{a0}· "
                    }
                    (words.count("organizations", counted.count))
                    @if let Some(at) = letter.retracted_at {
                        "\u{a0}· " (words.say_with("retracted-on", &[("date", &dates::date_in_words(at.to_timestamp(), "UTC", &words.language()))]))
                    }
                }
            }
        }
    }
}

/// Everything the desk shows.
pub(super) struct Everything<'a> {
    pub person: &'a Person,
    pub welcome: Option<&'a Organization>,
    /// Letters they are invited to, and have not answered.
    pub invited: &'a [Counted],
    /// Public letters that one of their organizations could sign.
    pub open_letters: &'a [Counted],
    pub own_letters: &'a [Counted],
    /// Imports that are not letters yet.
    pub imports: &'a [imports::Waiting],
    pub organizations: &'a [(Organization, Role)],
    pub signed: &'a [(Organization, Vec<SignedLetter>)],
    pub coalitions: &'a [Coalition],
    /// Signatures that are asked to be kept or withdrawn.
    pub questions: &'a [OpenQuestion],
    /// Letters of theirs in which something waits for their look.
    pub waits: &'a [Waits],
    /// Signatures of their organizations that are kept off a list.
    pub off_the_list: &'a [OffTheList],
    pub requests: &'a [Request],
    /// Letters that they are asked to coordinate.
    pub to_coordinate: &'a [Waiting],
    /// How much waits for an operator, and the mail.
    pub operating: Option<(Queues, Outbox)>,
    /// Open claims: those they made, and those to organizations they own.
    pub claims: &'a (Vec<Claim>, Vec<Claim>),
    /// Those of their organizations that the operator has suspended.
    pub suspended: &'a [(&'a Organization, Suspension)],
    pub now: Moment,
}

/// The desk.
pub(super) fn desk(desk: &Everything<'_>) -> Markup {
    html! {
        h1 { (say!("home-desk")) }
        @if let Some(organization) = desk.welcome {
            p.note role="status" { (phrase!("home-welcome", name = &organization.name)) }
        }
        @for (organization, suspension) in desk.suspended {
            aside.note role="note" {
                p { strong { (phrase!("home-suspended", name = &organization.name)) } " " (say!("home-suspended-means")) }
                p dir="auto" { (suspension.note) }
            }
        }
        @if !desk.claims.0.is_empty() || !desk.claims.1.is_empty() { (operating::claims(&desk.claims.0, &desk.claims.1)) }
        @if !desk.questions.is_empty() { (questions(desk.questions)) }
        @if !desk.off_the_list.is_empty() { (off_the_list(desk.off_the_list)) }
        @if !desk.waits.is_empty() { (waits(desk.waits)) }
        @if !desk.to_coordinate.is_empty() { (to_coordinate(desk.to_coordinate)) }
        @if !desk.requests.is_empty() { (requests(desk.requests)) }
        @if !desk.invited.is_empty() { (invited(desk.invited, desk.now)) }
        @if !desk.open_letters.is_empty() { (open_letters(desk.open_letters, desk.now)) }
        (own_letters(desk.own_letters, desk.imports, desk.now))
        (organizations(desk.organizations))
        (signed(desk.signed))
        (coalitions(desk.coalitions))
        @if let Some((waiting, outbox)) = desk.operating { (operating::operator(waiting, outbox)) }
        section aria-labelledby="account" {
            h2 id="account" { (say!("home-account")) }
            p { bdi { (desk.person.name) } ", " bdi dir="ltr" { (desk.person.email) } }
            div.actions {
                a.button.quiet href="/account" { (say!("home-account-and-sessions")) }
                form method="post" action="/sign-out" { button.quiet { (say!("home-sign-out")) } }
            }
        }
    }
}

fn questions(questions: &[OpenQuestion]) -> Markup {
    html! {
        section aria-labelledby="questions" {
            h2 id="questions" { (say!("home-questions")) }
            ul.rows {
                @for question in questions {
                    @let letter = &question.letter;
                    li {
                        div {
                            h3 lang=(letter.language().tag()) dir="auto" { a href={ "/letters/" (letter.slug) } { (letter.shown_title()) } }
                            p.about {
                                (phrase!("home-text-changed", name = &question.organization.name))
                                @if let Some(by) = question.answer_by {
                                    @let time = dates::time_in_words(by.to_timestamp(), question.zone.as_deref().unwrap_or("UTC"), &speaking::current().language());
                                    " " (say!("home-until", time = time))
                                }
                            }
                        }
                        a.button href={ "/letters/" (letter.slug) "/reconsent?organization=" (question.organization.slug) } { (say!("home-keep-or-withdraw")) }
                    }
                }
            }
        }
    }
}

fn off_the_list(signatures: &[OffTheList]) -> Markup {
    html! {
        section aria-labelledby="off-the-list" {
            h2 id="off-the-list" { (say!("home-off-the-list")) }
            ul.rows {
                @for off in signatures {
                    @let letter = &off.letter;
                    li {
                        div {
                            h3 lang=(letter.language().tag()) dir="auto" { a href={ "/letters/" (letter.slug) "/sign" } { (letter.shown_title()) } }
                            p.about {
                                @match off.stands {
                                    Stands::Suspended(_) => (phrase!("home-off-not-authorised", name = &off.organization.name)),
                                    Stands::Awaiting(_) | Stands::Listed => (phrase!("home-off-waits", name = &off.organization.name)),
                                }
                            }
                        }
                        a.button.quiet href={ "/letters/" (letter.slug) "/sign?organization=" (off.organization.slug) "#signing" } { (say!("home-see-it")) }
                    }
                }
            }
        }
    }
}

fn waits(waits: &[Waits]) -> Markup {
    html! {
        section aria-labelledby="waits" {
            h2 id="waits" { (say!("home-waits")) }
            ul.rows {
                @for waits in waits {
                    @let letter = &waits.letter;
                    li {
                        div {
                            h3 lang=(letter.language().tag()) dir="auto" { a href={ "/letters/" (letter.slug) "/queue" } { (letter.shown_title()) } }
                            p.about { (waits.in_words()) }
                        }
                        a.button href={ "/letters/" (letter.slug) "/queue" } aria-label=(say!("home-look-at", title = letter.shown_title())) { (say!("home-look")) }
                    }
                }
            }
        }
    }
}

fn to_coordinate(waiting: &[Waiting]) -> Markup {
    html! {
        section aria-labelledby="to-coordinate" {
            h2 id="to-coordinate" { (say!("home-to-coordinate")) }
            ul.rows {
                @for invitation in waiting {
                    li {
                        div {
                            p dir="auto" { (invitation.shown_title()) }
                            p.about {
                                @if invitation.hand_over { (phrase!("home-hand-over", name = &invitation.by_name)) }
                                @else { (phrase!("home-together", name = &invitation.by_name)) }
                            }
                        }
                        form method="post" action="/coordinating" {
                            input type="hidden" name="invitation" value=(invitation.id);
                            button aria-label=(say!("home-coordinate-title", title = invitation.shown_title())) { (say!("home-coordinate-it")) }
                        }
                    }
                }
            }
        }
    }
}

fn requests(requests: &[Request]) -> Markup {
    html! {
        section aria-labelledby="requests" {
            h2 id="requests" { (say!("home-requests")) }
            ul.rows {
                @for request in requests {
                    li {
                        div {
                            h3 { a href={ "/organizations/" (request.organization.slug) } { bdi { (request.organization.name) } } }
                            p.about { (phrase!("home-says-member", name = &request.coalition.name)) }
                        }
                        form method="post" action={ "/coalitions/" (request.coalition.slug) "/members/" (request.organization.slug) "/confirmation" } {
                            button { (say!("home-confirm")) }
                        }
                    }
                }
            }
        }
    }
}

fn invited(letters: &[Counted], now: Moment) -> Markup {
    let words = speaking::current();
    html! {
        section aria-labelledby="invited" {
            h2 id="invited" { (say!("home-invited")) }
            ul.rows {
                @for counted in letters {
                    @let letter = &counted.letter;
                    @let standing = letter.standing(now);
                    li {
                        div {
                            h3 lang=(counted.language().tag()) dir="auto" { a href={ "/letters/" (letter.slug) } { (counted.title()) } }
                            p.about {
                                @if standing == Standing::Draft { (say!("home-draft-to-read")) } @else { (standing_in_words(letter, standing, words)) }
                                @if !letter.is_public() { "\u{a0}· " (say!("home-confidential")) }
                            }
                        }
                        @if matches!(standing, Standing::Open { .. }) {
                            a.button href={ "/letters/" (letter.slug) "/sign" } aria-label=(say!("home-read-and-sign-title", title = counted.title())) { (say!("home-read-and-sign")) }
                        } @else if standing == Standing::Draft {
                            a.button href={ "/letters/" (letter.slug) "/comments" } aria-label=(say!("home-read-and-comment-title", title = counted.title())) { (say!("home-read-and-comment")) }
                        }
                    }
                }
            }
        }
    }
}

fn open_letters(letters: &[Counted], now: Moment) -> Markup {
    let words = speaking::current();
    html! {
        section aria-labelledby="open" {
            h2 id="open" { (say!("home-open")) }
            ul.rows {
                @for counted in letters {
                    @let letter = &counted.letter;
                    li {
                        div {
                            h3 lang=(counted.language().tag()) dir="auto" { a href={ "/letters/" (letter.slug) } { (counted.title()) } }
                            p.about { (words.count("organizations", counted.count)) "\u{a0}· " (standing_in_words(letter, letter.standing(now), words)) }
                        }
                        a.button href={ "/letters/" (letter.slug) "/sign" } aria-label=(say!("home-read-and-sign-title", title = counted.title())) { (say!("home-read-and-sign")) }
                    }
                }
            }
        }
    }
}

fn own_letters(letters: &[Counted], imports: &[imports::Waiting], now: Moment) -> Markup {
    let words = speaking::current();
    html! {
        section aria-labelledby="letters" {
            h2 id="letters" { (say!("home-own-letters")) }
            @if letters.is_empty() { p.empty { (say!("home-none-yet")) } }
            ul.rows {
                @for counted in letters {
                    @let letter = &counted.letter;
                    @let standing = letter.standing(now);
                    li { div {
                        h3 lang=(counted.language().tag()) dir="auto" {
                            a href={ "/letters/" (letter.slug) @if standing == Standing::Draft { "/edit" } } { (counted.title()) }
                        }
                        p.about {
                            @if standing == Standing::Draft {
                                @if letter.retracted_at.is_some() { (say!("home-retracted-draft")) } @else { (say!("home-draft")) }
                            } @else {
                                (words.count("organizations", counted.count)) "\u{a0}· "
                                @if letter.retracted_at.is_some() { (say!("home-retracted")) }
                                @else {
                                    @if !letter.is_public() { (say!("home-not-public")) "\u{a0}· " }
                                    (standing_in_words(letter, standing, words))
                                }
                                "\u{a0}· " a href={ "/letters/" (letter.slug) "/edit" } { (say!("home-coordinate-it")) }
                            }
                        }
                    } }
                }
            }
            p.actions { a.button.quiet href="/letters/new" { (say!("home-write")) } a href="/letters/import" { (say!("home-import")) } }
            @for (id, name, _) in imports {
                p { (phrase!("home-to-look-over", name = html! { a href={ "/imports/" (id) } { bdi { (name) } } })) }
            }
        }
    }
}

fn organizations(organizations: &[(Organization, Role)]) -> Markup {
    let language = speaking::current().language();
    html! {
        section aria-labelledby="organizations" {
            h2 id="organizations" { (say!("home-organizations")) }
            @if organizations.is_empty() {
                p.empty { (phrase!("home-no-organizations", register = html! { a href="/register" { (say!("home-register-one")) } })) }
            }
            ul.rows {
                @for (organization, role) in organizations {
                    li { div {
                        h3 { a href={ "/organizations/" (organization.slug) } { bdi { (organization.name) } } }
                        p.about {
                            @if let Some(code) = &organization.country { (country::name(code, &language)) "\u{a0}· " }
                            @match role {
                                Role::Owner => (say!("home-you-own")),
                                Role::Signatory => (say!("home-you-sign")),
                                Role::Member => (say!("home-you-are-member")),
                            }
                            @if organization.verified_at.is_none() { "\u{a0}· " (say!("home-not-verified")) }
                            @if *role == Role::Owner { "\u{a0}· " a href={ "/organizations/" (organization.slug) "/profile" } { (say!("home-profile")) } }
                            "\u{a0}· " a href={ "/organizations/" (organization.slug) "/people" } { (say!("home-people")) }
                            "\u{a0}· " a href={ "/organizations/" (organization.slug) "/letters" } { (say!("home-letters")) }
                            @if organization.is_protected() { "\u{a0}· " (say!("home-protected")) }
                        }
                    } }
                }
            }
        }
    }
}

fn signed(signed: &[(Organization, Vec<SignedLetter>)]) -> Markup {
    html! {
        @if signed.iter().any(|(_, letters)| !letters.is_empty()) {
            section aria-labelledby="signed" {
                h2 id="signed" { (say!("home-signed")) }
                p { a href="/receipts" { (say!("home-receipts")) } }
                ul.rows {
                    @for (organization, letters) in signed {
                        @for letter in letters {
                            li {
                                div {
                                    h3 lang=(Language::of_row(&letter.language).tag()) dir="auto" { a href={ "/letters/" (letter.slug) } { (letter.title) } }
                                    p.about { bdi { (organization.name) } @if letter.withheld { "\u{a0}· " (say!("home-name-withheld")) } @if !letter.public { "\u{a0}· " (say!("home-not-public")) } }
                                }
                                a.button.quiet href={ "/letters/" (letter.slug) "/sign" } { (say!("home-see-or-withdraw")) }
                            }
                        }
                    }
                }
            }
        }
    }
}

fn coalitions(coalitions: &[Coalition]) -> Markup {
    html! {
        section aria-labelledby="coalitions" {
            h2 id="coalitions" { (say!("home-coalitions")) }
            @if coalitions.is_empty() { p.empty { (say!("home-none")) } }
            ul.rows {
                @for coalition in coalitions {
                    li { div { h3 { a href={ "/coalitions/" (coalition.slug) } { bdi { (coalition.name) } @if let Some(acronym) = &coalition.acronym { " " abbr.acronym { (acronym) } } } } } }
                }
            }
            p.actions { a.button.quiet href="/coalitions" { (say!("home-join-coalition")) } " " a href="/coalitions/new" { (say!("home-set-up-coalition")) } }
        }
    }
}

/// What this place is.
pub(super) fn about() -> Markup {
    html! {
        h1 { (say!("home-about")) }
        p.lead { (say!("home-about-lead")) }
        p { (say!("home-about-how")) }
        h2 { (say!("home-about-name")) }
        p { (say!("home-about-name-text")) }
        h2 { (say!("home-about-you")) }
        p { (say!("home-about-you-text")) }
        p { (say!("home-about-free", version = env!("CARGO_PKG_VERSION"))) }
    }
}
