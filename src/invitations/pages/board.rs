//! The board of a letter's invitations.

use maud::{Markup, html};

use crate::coalitions::Coalition;
use crate::ids::InvitationId;
use crate::invitations::addresses::Guests;
use crate::invitations::board::Line;
use crate::invitations::handlers::asking::AskingForm;
use crate::invitations::model::Stage;
use crate::letters::{Letter, Place, Standing, coordinating_nav};
use crate::text::complaints::Complaints;
use crate::text::language::language_of_name;
use crate::text::words::say;
use crate::text::{dates, speaking};
use crate::web::form::{Field, select, summary, textarea};
use crate::web::phrase::phrase;

/// How many stand at each stage.
pub(in crate::invitations) struct Tally(Vec<(Stage, usize)>);

impl Tally {
    pub fn of(stages: impl Iterator<Item = Stage>) -> Self {
        let mut tally = Self(Stage::ALL.iter().map(|stage| (*stage, 0)).collect());
        for stage in stages {
            if let Some((_, count)) = tally.0.iter_mut().find(|(s, _)| *s == stage) {
                *count += 1;
            }
        }
        tally
    }

    fn at(&self, stage: Stage) -> usize {
        self.0.iter().find(|(s, _)| *s == stage).map_or(0, |(_, count)| *count)
    }

    fn all(&self) -> usize {
        self.0.iter().map(|(_, count)| count).sum()
    }
}

/// Which lines are shown.
pub(in crate::invitations) struct Filter<'a> {
    pub stage: Option<Stage>,
    pub typed: &'a str,
    pub page: usize,
    pub pages: usize,
    pub found: usize,
}

/// Everything the page shows.
pub(in crate::invitations) struct Board<'a> {
    pub letter: &'a Letter,
    pub standing: Standing,
    pub tally: &'a Tally,
    pub filter: Filter<'a>,
    pub lines: &'a [Line],
    pub coalitions: &'a [Coalition],
    pub form: &'a AskingForm,
    pub complaints: &'a Complaints,
    /// What was read of the form that was just sent.
    pub guests: Option<&'a Guests>,
    /// How many would be invited, and how many of them are already.
    pub understood: Option<(usize, usize)>,
    pub note: Option<String>,
    /// The line whose address needs another look.
    pub wrong: Option<&'a Wrong<'a>>,
}

/// An address that cannot be written to, as it was typed into a line of the board.
pub(in crate::invitations) struct Wrong<'a> {
    pub id: InvitationId,
    pub typed: &'a str,
    pub sentence: &'a str,
}

impl Board<'_> {
    fn base(&self) -> String {
        format!("/letters/{}/invitations", self.letter.slug)
    }

    fn is_over(&self) -> bool {
        matches!(self.standing, Standing::Closed { .. })
    }
}

pub(in crate::invitations) fn board(board: &Board<'_>) -> Markup {
    let anybody = board.tally.all() > 0;
    html! {
        h1 { (say!("invitations-board")) }
        (coordinating_nav(board.letter, Place::Invitations))
        @if let Some(note) = &board.note { p.note role="status" { (note) } }
        (summary(board.complaints))
        @if let Some(wrong) = board.wrong {
            div.problem role="alert" aria-labelledby="problem-title" {
                h2 id="problem-title" { (say!("invitations-one-thing")) }
                ul { li { a href={ "#email-" (wrong.id) } { (wrong.sentence) } } }
            }
        }
        @if let Some(guests) = board.guests { (understood(board, guests)) }
        @if !anybody || board.guests.is_some() { (asking(board, true)) }
        @if anybody {
            (tally(board))
            (lines(board))
            @if board.guests.is_none() { (asking(board, false)) }
        }
    }
}

/// What was understood, before anything is sent.
fn understood(board: &Board<'_>, guests: &Guests) -> Markup {
    html! {
        @if let Some((all, already)) = board.understood {
            section.note aria-labelledby="understood" {
                h2 id="understood" { (say!("invitations-understood", count = all)) }
                @if already > 0 { p { (say!("invitations-understood-already", count = already)) } }
                @if guests.twice > 0 { p { (say!("invitations-understood-twice", count = guests.twice)) } }
                ol.guests {
                    @for guest in guests.guests.iter().take(8) {
                        li {
                            @if !guest.organization.is_empty() { bdi lang=(language_of_name(&guest.organization)) { (guest.organization) } ", " }
                            @if !guest.person.is_empty() { bdi lang=(language_of_name(&guest.person)) { (guest.person) } ", " }
                            span dir="ltr" { (guest.email) }
                        }
                    }
                }
                @if guests.guests.len() > 8 { p.meta { (say!("invitations-and-more", count = guests.guests.len() - 8)) } }
            }
        }
        @if !guests.unreadable.is_empty() {
            section.problem aria-labelledby="unreadable" {
                h2 id="unreadable" { (say!("invitations-unreadable", count = guests.unreadable.len())) }
                p { (say!("invitations-unreadable-text")) }
                ul {
                    @for line in guests.unreadable.iter().take(100) {
                        li { (phrase!("invitations-line", line = line.line, words = &line.words, why = html! { (line.why) })) }
                    }
                }
                @if guests.unreadable.len() > 100 { p { (say!("invitations-and-more", count = guests.unreadable.len() - 100)) } }
            }
        }
    }
}

/// The form; folded away once there is a board.
fn asking(board: &Board<'_>, unfolded: bool) -> Markup {
    html! {
        @if board.is_over() {
            @if unfolded { p.empty { (say!("invitations-nobody-more")) } }
        } @else if unfolded {
            section aria-labelledby="invite" { h2 id="invite" { (say!("invitations-invite")) } (asking_forms(board)) }
        } @else {
            section aria-labelledby="invite" {
                h2 id="invite" { (say!("invitations-invite-more")) }
                details { summary { (say!("invitations-invite-more-summary")) } (asking_forms(board)) }
            }
        }
    }
}

fn asking_forms(board: &Board<'_>) -> Markup {
    let none = say!("invitations-none");
    let mut coalitions = vec![("", none.as_str())];
    coalitions.extend(board.coalitions.iter().map(|c| (c.slug.as_str(), c.name.as_str())));
    let readable = board.understood.map_or(0, |(all, already)| all.saturating_sub(already));
    let some_unreadable = board.guests.is_some_and(|guests| !guests.unreadable.is_empty());
    let draft = board.standing == Standing::Draft;
    html! {
        p {
            (say!("invitations-about"))
            @if draft { " " (say!("invitations-about-draft")) }
        }
        form method="post" action=(board.base()) novalidate {
            (textarea(&Field::line("addresses", &say!("invitations-field-addresses"), &board.form.addresses).optional()
                .hint(&say!("invitations-field-addresses-hint")), 5, board.complaints))
            (textarea(&Field::line("csv", &say!("invitations-field-csv"), &board.form.csv).optional()
                .hint(&say!("invitations-field-csv-hint")), 5, board.complaints))
            @if !board.coalitions.is_empty() {
                (select(&Field::line("coalition", &say!("invitations-field-coalition"), &board.form.coalition).optional()
                    .hint(&say!("invitations-field-coalition-hint")), &coalitions, board.complaints))
            }
            div.actions {
                @if some_unreadable && readable > 0 {
                    button name="then" value="send" { (say!("invitations-try-again")) }
                    button.quiet name="then" value="readable" { (say!("invitations-invite-readable", count = readable)) }
                } @else {
                    button name="then" value="send" { @if readable > 0 { (say!("invitations-invite-count", count = readable)) } @else { (say!("invitations-invite")) } }
                    button.quiet name="then" value="preview" { (say!("invitations-look-first")) }
                }
            }
        }
        form method="post" action={ (board.base()) "/file" } enctype="multipart/form-data" {
            div.field {
                label for="file" { (say!("invitations-field-file")) " " span.meta { (say!("invitations-field-file-hint")) } }
                @if let Some(wrong) = board.complaints.at("file") { span.error id="file-error" { (wrong) } }
                input id="file" name="file" type="file" accept=".csv,.tsv,.txt,text/csv,text/plain" required;
            }
            div.actions { button.quiet { (say!("invitations-read-file")) } }
        }
    }
}

/// How many are where; each number is a filter.
fn tally(board: &Board<'_>) -> Markup {
    let base = board.base();
    let current = |stage: Option<Stage>| (board.filter.stage == stage).then_some("true");
    let language = speaking::current().language();
    let strong = |count: usize| html! { strong { (language.number(count)) } };
    html! {
        nav.tally aria-label=(say!("invitations-stages")) {
            a href=(base) aria-current=[current(None)] { (phrase!("invitations-in-all", count = strong(board.tally.all()))) }
            @for stage in Stage::ALL {
                @let count = board.tally.at(stage);
                @if count > 0 || board.filter.stage == Some(stage) {
                    a href={ (base) "?stage=" (stage.as_str()) } aria-current=[current(Some(stage))] { (phrase!("invitations-at-stage", count = strong(count), stage = html! { (stage.in_words()) })) }
                }
            }
        }
        @if !board.is_over() {
            form.actions method="post" action={ (base) "/reminders" } {
                button.quiet { (say!("invitations-remind-all")) }
                span.meta { (say!("invitations-remind-all-hint")) }
            }
        }
    }
}

fn lines(board: &Board<'_>) -> Markup {
    let base = board.base();
    let filter = &board.filter;
    let pages = |page: usize| {
        let mut query = url::form_urlencoded::Serializer::new(String::new());
        if let Some(stage) = filter.stage {
            query.append_pair("stage", stage.as_str());
        }
        if !filter.typed.is_empty() {
            query.append_pair("q", filter.typed);
        }
        query.append_pair("page", &page.to_string());
        format!("{base}?{}", query.finish())
    };
    html! {
        section aria-labelledby="who" {
            h2.visually-hidden id="who" { (say!("invitations-who")) }
            form.search method="get" action=(base) role="search" {
                @if let Some(stage) = filter.stage { input type="hidden" name="stage" value=(stage.as_str()); }
                div.field {
                    label for="q" { (say!("invitations-search-for")) }
                    input id="q" name="q" type="search" dir="auto" value=(filter.typed) autocomplete="off";
                }
                div.actions { button.quiet { (say!("invitations-search")) } a href={ (base) ".csv" } { (say!("invitations-csv")) } }
            }
            @if filter.found == 0 { p.empty { (phrase!("invitations-nobody-found", everyone = html! { a href=(base) { (say!("invitations-show-everyone")) } })) } }
            @if filter.pages > 1 { p.meta { (say!("invitations-page-of", page = filter.page, pages = filter.pages, found = filter.found)) } }
            ul.rows.board { @for line in board.lines { (line_of(board, line)) } }
            @if filter.pages > 1 {
                nav.actions aria-label=(say!("invitations-pages")) {
                    @if filter.page > 1 { a.button.quiet href=(pages(filter.page - 1)) { (say!("invitations-page-earlier")) } }
                    @if filter.page < filter.pages { a.button.quiet href=(pages(filter.page + 1)) { (say!("invitations-page-next")) } }
                }
            }
        }
    }
}

fn line_of(board: &Board<'_>, line: &Line) -> Markup {
    let invitation = &line.invitation;
    let named = [line.organization(), &invitation.person_name, line.address().unwrap_or("")];
    let owner = say!("invitations-owner-of-member");
    let heading = named.iter().find(|name| !name.is_empty()).copied().unwrap_or(&owner);
    let person = Some(invitation.person_name.as_str()).filter(|name| !name.is_empty() && *name != heading);
    let address = line.address().filter(|address| *address != heading);
    html! {
        li id={ "i-" (invitation.id) } {
            div {
                h3 { bdi lang=(language_of_name(heading)) { (heading) } }
                p.about {
                    @if let Some(person) = person { bdi lang=(language_of_name(person)) { (person) } @if address.is_some() || invitation.by_membership { " · " } }
                    @if let Some(address) = address { span dir="ltr" { (address) } }
                    @if invitation.by_membership { span { (say!("invitations-as-member")) } }
                    @if let Some(coalition) = &line.coalition { " · " bdi { (coalition) } }
                }
                @if let (Stage::Declined, Some(reason)) = (line.stage, &invitation.decline_reason) {
                    @if !reason.is_empty() { p.said { (phrase!("invitations-said", words = reason)) } }
                }
                @if !invitation.note.is_empty() { p.said { bdi { (invitation.note) } } }
            }
            p.stage data-stage=(line.stage.as_str()) { (line.stage.in_words()) span.meta { (when(board, line)) } }
            details open[board.wrong.is_some_and(|wrong| wrong.id == invitation.id)] { summary { (say!("invitations-change")) } (changes(board, line)) }
        }
    }
}

/// Since when it stands where it stands.
fn when(board: &Board<'_>, line: &Line) -> String {
    let invitation = &line.invitation;
    let at = match line.stage {
        Stage::Opened => invitation.opened_at,
        Stage::Preparing => invitation.preparing_at,
        Stage::Signed => invitation.signed_at,
        Stage::Declined => invitation.declined_at,
        Stage::Revoked => invitation.revoked_at,
        Stage::Invited | Stage::Bounced => invitation.last_mailed_at,
    };
    let zone = board.letter.deadline_zone.as_deref().unwrap_or("UTC");
    at.map(|at| dates::date_in_words(at.to_timestamp(), zone, &speaking::current().language()))
        .unwrap_or_default()
}

fn changes(board: &Board<'_>, line: &Line) -> Markup {
    let invitation = &line.invitation;
    let base = format!("{}/{}", board.base(), invitation.id);
    let wrong = board.wrong.filter(|wrong| wrong.id == invitation.id);
    // Whoever declined is not written to again; another address is somebody else.
    let address = line.address().filter(|_| line.stage != Stage::Declined).unwrap_or("");
    let waits = matches!(line.stage, Stage::Invited | Stage::Opened | Stage::Preparing);
    html! {
        form method="post" action={ (base) "/note" } {
            div.field {
                label for={ "note-" (invitation.id) } { (say!("invitations-field-note")) }
                input id={ "note-" (invitation.id) } name="note" dir="auto" value=(invitation.note) autocomplete="off" maxlength="1000";
            }
            button.quiet { (say!("invitations-keep-note")) }
        }
        @if !board.is_over() && line.stage != Stage::Signed {
            form method="post" action={ (base) "/address" } {
                div.field {
                    label for={ "email-" (invitation.id) } { @if line.stage == Stage::Declined { (say!("invitations-field-somebody-else")) } @else { (say!("invitations-field-address")) } }
                    @if let Some(wrong) = wrong { span.error id={ "email-" (invitation.id) "-error" } { (wrong.sentence) } }
                    input id={ "email-" (invitation.id) } name="email" type="email" dir="ltr" value=(wrong.map_or(address, |wrong| wrong.typed)) autocomplete="off" required
                        aria-invalid=[wrong.map(|_| "true")] aria-describedby=[wrong.map(|_| format!("email-{}-error", invitation.id))];
                }
                button.quiet { (say!("invitations-send-there")) }
            }
        }
        @if !board.is_over() && waits {
            form method="post" action={ (base) "/reminder" } { button.quiet { (say!("invitations-remind")) } }
        }
        @if !matches!(line.stage, Stage::Signed | Stage::Revoked) {
            form method="post" action={ (base) "/revocation" } { button.quiet { (say!("invitations-take-back")) } }
        }
    }
}
