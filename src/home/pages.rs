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
use crate::text::words::Words;
use crate::text::{country, dates, markdown};

/// A letter with the number of its signatories.
pub(super) struct Counted {
    pub letter: Letter,
    pub count: usize,
}

impl Counted {
    fn title(&self) -> String {
        if self.letter.opened_at.is_none() {
            return self.letter.shown_title();
        }
        self.letter.title.replace(markdown::COUNT, &self.letter.language().number(self.count))
    }
}

/// The front page.
pub(super) fn index(letters: &[Counted], older_than: Option<Moment>, first_visit: bool) -> Markup {
    html! {
        h1 { "Letters that organizations sign together" }
        p.lead { "Here organizations put their names to a text together, and anyone can read who signed. Every name was given by someone who declared to be authorised, at an address that was confirmed." }
        @if first_visit {
            p.note { "This installation is new and nobody has an account yet. Whoever started it finds a link in the terminal that makes the first operator." }
        }
        p.actions { a.button href="/register" { "Register your organization" } " " a href="/sign-in" { "Sign in" } }
        section aria-labelledby="letters" {
            h2 id="letters" { "Public letters" }
            @if letters.is_empty() { p.empty { "None yet." } }
            ul.rows { @for counted in letters { (public_letter(counted)) } }
            @if let Some(moment) = older_than {
                p.actions { a href={ "/?before=" (moment.as_micros()) } { "Older letters" } }
            }
        }
    }
}

fn public_letter(counted: &Counted) -> Markup {
    let letter = &counted.letter;
    let language = letter.language();
    let words = Words::of(&language);
    html! {
        li lang=(language.tag()) dir=(language.direction()) {
            div {
                h3 { a href={ "/letters/" (letter.slug) } { (counted.title()) } }
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
        h1 { "Your desk" }
        @if let Some(organization) = desk.welcome {
            p.note role="status" { bdi { (organization.name) } " is verified, and you are signed in. It can sign letters now." }
        }
        @for (organization, suspension) in desk.suspended {
            aside.note role="note" {
                p { strong { bdi { (organization.name) } " is suspended by the operator." } " It cannot sign, and its name stands on no list until this is lifted." }
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
            h2 id="account" { "Your account" }
            p { bdi { (desk.person.name) } ", " (desk.person.email) }
            div.actions {
                a.button.quiet href="/account" { "Account and sessions" }
                form method="post" action="/sign-out" { button.quiet { "Sign out" } }
            }
        }
    }
}

fn questions(questions: &[OpenQuestion]) -> Markup {
    html! {
        section aria-labelledby="questions" {
            h2 id="questions" { "Your answer is asked for" }
            ul.rows {
                @for question in questions {
                    @let letter = &question.letter;
                    li {
                        div {
                            h3 lang=(letter.language().tag()) dir="auto" { a href={ "/letters/" (letter.slug) } { (letter.shown_title()) } }
                            p.about {
                                "The text has changed since " bdi { (question.organization.name) } " signed."
                                @if let Some(by) = question.answer_by {
                                    " Until " (dates::time_in_words(by.to_timestamp(), question.zone.as_deref().unwrap_or("UTC"), &Language::english())) "."
                                }
                            }
                        }
                        a.button href={ "/letters/" (letter.slug) "/reconsent?organization=" (question.organization.slug) } { "Keep or withdraw" }
                    }
                }
            }
        }
    }
}

fn off_the_list(signatures: &[OffTheList]) -> Markup {
    html! {
        section aria-labelledby="off-the-list" {
            h2 id="off-the-list" { "Given, and not on the list" }
            ul.rows {
                @for off in signatures {
                    @let letter = &off.letter;
                    li {
                        div {
                            h3 lang=(letter.language().tag()) dir="auto" { a href={ "/letters/" (letter.slug) "/sign" } { (letter.shown_title()) } }
                            p.about {
                                bdi { (off.organization.name) }
                                @match off.stands {
                                    Stands::Suspended(_) => ": an owner said that the signature was not authorised; the letter’s coordinators decide",
                                    Stands::Awaiting(_) | Stands::Listed => ": the signature waits for a look of the letter’s coordinators",
                                }
                            }
                        }
                        a.button.quiet href={ "/letters/" (letter.slug) "/sign?organization=" (off.organization.slug) "#signing" } { "See it" }
                    }
                }
            }
        }
    }
}

fn waits(waits: &[Waits]) -> Markup {
    html! {
        section aria-labelledby="waits" {
            h2 id="waits" { "Waiting for you as a coordinator" }
            ul.rows {
                @for waits in waits {
                    @let letter = &waits.letter;
                    li {
                        div {
                            h3 lang=(letter.language().tag()) dir="auto" { a href={ "/letters/" (letter.slug) "/queue" } { (letter.shown_title()) } }
                            p.about { (waits.in_words()) }
                        }
                        a.button href={ "/letters/" (letter.slug) "/queue" } aria-label={ "Look at what waits: " (letter.shown_title()) } { "Look" }
                    }
                }
            }
        }
    }
}

fn to_coordinate(waiting: &[Waiting]) -> Markup {
    html! {
        section aria-labelledby="to-coordinate" {
            h2 id="to-coordinate" { "Letters to coordinate" }
            ul.rows {
                @for invitation in waiting {
                    li {
                        div {
                            p dir="auto" { (invitation.shown_title()) }
                            p.about {
                                bdi { (invitation.by_name) }
                                @if invitation.hand_over { " wants to hand it over to you" } @else { " asks you to coordinate it together" }
                            }
                        }
                        form method="post" action="/coordinating" {
                            input type="hidden" name="invitation" value=(invitation.id);
                            button aria-label={ "Coordinate it: " (invitation.shown_title()) } { "Coordinate it" }
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
            h2 id="requests" { "Members to confirm" }
            ul.rows {
                @for request in requests {
                    li {
                        div {
                            h3 { a href={ "/organizations/" (request.organization.slug) } { bdi { (request.organization.name) } } }
                            p.about { "Says it is a member of " bdi { (request.coalition.name) } }
                        }
                        form method="post" action={ "/coalitions/" (request.coalition.slug) "/members/" (request.organization.slug) "/confirmation" } {
                            button { "Confirm" }
                        }
                    }
                }
            }
        }
    }
}

fn invited(letters: &[Counted], now: Moment) -> Markup {
    let english = Words::of(&Language::english());
    html! {
        section aria-labelledby="invited" {
            h2 id="invited" { "You are invited" }
            ul.rows {
                @for counted in letters {
                    @let letter = &counted.letter;
                    @let standing = letter.standing(now);
                    li {
                        div {
                            h3 lang=(letter.language().tag()) dir="auto" { a href={ "/letters/" (letter.slug) } { (counted.title()) } }
                            p.about {
                                @if standing == Standing::Draft { "A draft to read" } @else { (standing_in_words(letter, standing, english)) }
                                @if !letter.is_public() { "\u{a0}· confidential" }
                            }
                        }
                        @if matches!(standing, Standing::Open { .. }) {
                            a.button href={ "/letters/" (letter.slug) "/sign" } aria-label={ "Read and sign " (counted.title()) } { "Read and sign" }
                        } @else if standing == Standing::Draft {
                            a.button href={ "/letters/" (letter.slug) "/comments" } aria-label={ "Read and comment: " (counted.title()) } { "Read and comment" }
                        }
                    }
                }
            }
        }
    }
}

fn open_letters(letters: &[Counted], now: Moment) -> Markup {
    let english = Words::of(&Language::english());
    html! {
        section aria-labelledby="open" {
            h2 id="open" { "Open for signatures" }
            ul.rows {
                @for counted in letters {
                    @let letter = &counted.letter;
                    li {
                        div {
                            h3 lang=(letter.language().tag()) dir="auto" { a href={ "/letters/" (letter.slug) } { (counted.title()) } }
                            p.about { (english.count("organizations", counted.count)) "\u{a0}· " (standing_in_words(letter, letter.standing(now), english)) }
                        }
                        a.button href={ "/letters/" (letter.slug) "/sign" } aria-label={ "Read and sign " (counted.title()) } { "Read and sign" }
                    }
                }
            }
        }
    }
}

fn own_letters(letters: &[Counted], imports: &[imports::Waiting], now: Moment) -> Markup {
    let english = Words::of(&Language::english());
    html! {
        section aria-labelledby="letters" {
            h2 id="letters" { "Letters you coordinate" }
            @if letters.is_empty() { p.empty { "None yet." } }
            ul.rows {
                @for counted in letters {
                    @let letter = &counted.letter;
                    @let standing = letter.standing(now);
                    li { div {
                        h3 lang=(letter.language().tag()) dir="auto" {
                            a href={ "/letters/" (letter.slug) @if standing == Standing::Draft { "/edit" } } { (counted.title()) }
                        }
                        p.about {
                            @if standing == Standing::Draft {
                                @if letter.retracted_at.is_some() { "Retracted draft" } @else { "Draft" }
                            } @else {
                                (english.count("organizations", counted.count)) "\u{a0}· "
                                @if letter.retracted_at.is_some() { "retracted" }
                                @else {
                                    @if !letter.is_public() { "not public yet\u{a0}· " }
                                    (standing_in_words(letter, standing, english))
                                }
                                "\u{a0}· " a href={ "/letters/" (letter.slug) "/edit" } { "Coordinate it" }
                            }
                        }
                    } }
                }
            }
            p.actions { a.button.quiet href="/letters/new" { "Write a letter" } a href="/letters/import" { "Import a letter" } }
            @for (id, name, _) in imports { p { "Still to be looked over: " a href={ "/imports/" (id) } { bdi { (name) } } } }
        }
    }
}

fn organizations(organizations: &[(Organization, Role)]) -> Markup {
    let english = Language::english();
    html! {
        section aria-labelledby="organizations" {
            h2 id="organizations" { "Your organizations" }
            @if organizations.is_empty() {
                p.empty { "None. " a href="/register" { "Register one" } " to sign letters." }
            }
            ul.rows {
                @for (organization, role) in organizations {
                    li { div {
                        h3 { a href={ "/organizations/" (organization.slug) } { bdi { (organization.name) } } }
                        p.about {
                            @if let Some(code) = &organization.country { (country::name(code, &english)) "\u{a0}· " }
                            @match role {
                                Role::Owner => "you are an owner",
                                Role::Signatory => "you are a signatory",
                                Role::Member => "you are a member",
                            }
                            @if organization.verified_at.is_none() { "\u{a0}· not verified: confirm its address on its profile" }
                            @if *role == Role::Owner { "\u{a0}· " a href={ "/organizations/" (organization.slug) "/profile" } { "Profile" } }
                            "\u{a0}· " a href={ "/organizations/" (organization.slug) "/people" } { "People" }
                            "\u{a0}· " a href={ "/organizations/" (organization.slug) "/letters" } { "Letters" }
                            @if organization.is_protected() { "\u{a0}· protected: not on public pages" }
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
                h2 id="signed" { "What they signed" }
                p { a href="/receipts" { "The receipts for these signatures" } }
                ul.rows {
                    @for (organization, letters) in signed {
                        @for letter in letters {
                            li {
                                div {
                                    h3 lang=(Language::of_row(&letter.language).tag()) dir="auto" { a href={ "/letters/" (letter.slug) } { (letter.title) } }
                                    p.about { bdi { (organization.name) } @if letter.withheld { "\u{a0}· its name is withheld" } @if !letter.public { "\u{a0}· not public yet" } }
                                }
                                a.button.quiet href={ "/letters/" (letter.slug) "/sign" } { "See or withdraw" }
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
            h2 id="coalitions" { "Coalitions you coordinate" }
            @if coalitions.is_empty() { p.empty { "None." } }
            ul.rows {
                @for coalition in coalitions {
                    li { div { h3 { a href={ "/coalitions/" (coalition.slug) } { bdi { (coalition.name) } @if let Some(acronym) = &coalition.acronym { " " abbr.acronym { (acronym) } } } } } }
                }
            }
            p.actions { a.button.quiet href="/coalitions" { "Join a coalition" } " " a href="/coalitions/new" { "Set one up" } }
        }
    }
}

/// What this place is.
pub(super) fn about() -> Markup {
    html! {
        h1 { "About this place" }
        p.lead { "Undersigned is where organizations put their names to a text together." }
        p { "Coordinators write an open letter. Organizations register, answer a mail, and sign. The public reads the letter with the list of signatories as it stands at this moment, under the coalitions they belong to." }
        h2 { "What a name on a list means" }
        p { "An organization that signs has confirmed an email address. A person with the right to do so in its account declared to be authorised and put its name under exactly one text, which is named by its SHA-256. It stands under a coalition only if the coalition’s coordinators have confirmed it as a member. It can withdraw at any time." }
        h2 { "What we know of you" }
        p { "Readers get no cookie and are not counted. People with an account have one cookie, which keeps them signed in. Nothing is loaded from anywhere else." }
        p { "Undersigned " (env!("CARGO_PKG_VERSION")) " is free software under the GNU Affero General Public License, version 3 or later: whoever runs it gives you its source when you ask. The letters are set in a modified subset of Adobe’s Source Serif 4, under the SIL Open Font License 1.1." }
    }
}
