//! The exact text and the form under which a name is put to it.

mod declared;
pub(super) mod groups;
pub(super) mod leaving;
pub(super) mod line;
pub(super) mod list;
pub(super) mod listed;
pub(super) mod preparing;
pub(super) mod queue;
pub(super) mod reconsenting;
pub(super) mod standing;
pub(super) mod withheld;

use maud::{Markup, html};

use self::standing::OwnStanding;
use super::confirming::WaitingLine;
use super::declaring::{Giving, role_in_words};
use super::printed::Appearance;
use super::withholding::Withholding;
use crate::coalitions::Coalition;
use crate::db::Moment;
use crate::evidence::receipt_address;
use crate::ids::SignatureId;
use crate::letters::{
    Grouping, Letter, LockedLetter, Standing, TextDifference, Translation, article_to_sign,
    difference_markup, standing_in_words, verified_in_words,
};
use crate::organizations::{Organization, Role};
use crate::people::Person;
use crate::signatures::standing::Stands;
use crate::text::complaints::Complaints;
use crate::text::dates;
use crate::text::language::Language;
use crate::text::speaking;
use crate::text::words::Words;
use crate::web::form::{Field, choices, summary};

/// What was typed into the signing form.
pub(super) struct Typed<'a> {
    pub representative_name: &'a str,
    pub representative_title: &'a str,
    pub group: &'a str,
    pub display: &'a str,
    /// Whether the line that waits for its organization is this one.
    pub listed: &'a str,
    /// The stamp that says when the form was opened.
    pub opened: &'a str,
}

/// An organization of the visitor, and whether its name stands under the letter.
pub(super) struct OwnSignature {
    pub organization: Organization,
    pub signature: Option<SignatureId>,
    pub appearance: Appearance,
    /// How its name is withheld, if it is.
    pub withholding: Option<Withholding>,
    /// Whether it is asked to keep or withdraw.
    pub is_asked: bool,
    /// Where the signature stands, if there is one.
    pub standing: Option<OwnStanding>,
}

impl OwnSignature {
    /// Whether it is on the list, named or not.
    fn is_on_the_list(&self) -> bool {
        self.standing.as_ref().is_some_and(|own| own.stands == Stands::Listed)
    }

    /// Whether the name is on the list.
    fn is_named(&self) -> bool {
        self.is_on_the_list() && self.withholding.is_none()
    }
}

/// The page on which one signs: the text, where the visitor's organizations stand, and the form.
pub(super) struct SignPage<'a> {
    pub letter: &'a LockedLetter,
    /// The translation in which the visitor reads it.
    pub translation: Option<&'a Translation>,
    pub count: usize,
    pub standing: Standing,
    pub own: &'a [OwnSignature],
    pub form: Option<SignForm<'a>>,
    pub note: Option<&'a str>,
    /// The organizations whose signature waits for approval, and since when.
    pub waiting: &'a [(String, Moment)],
    /// What changed since the text that the person had been shown.
    pub moved: Option<&'a TextDifference>,
    /// How long the contacts are kept.
    pub retention: &'a str,
    /// How a name is to appear, if what was typed needs another look.
    pub appears: Option<&'a AppearanceTyped<'a>>,
}

/// What was typed of how an organization's name is to appear, and what is wrong with it.
pub(super) struct AppearanceTyped<'a> {
    /// Its address.
    pub organization: &'a str,
    pub name: &'a str,
    pub acronym: &'a str,
    pub members: &'a str,
    pub complaints: &'a Complaints,
}

/// The form, for one organization.
pub(super) struct SignForm<'a> {
    pub organization: &'a Organization,
    /// Whether the visitor could sign for others.
    pub has_others: bool,
    pub coalitions: &'a [Coalition],
    /// Whether it is sent to somebody with authority instead of being signed at once.
    pub prepares: bool,
    /// The listed signatory that the visitor was asked to confirm.
    pub line: Option<&'a WaitingLine>,
    /// Who declares, and in which role.
    pub declares: (&'a Person, Role),
    pub typed: &'a Typed<'a>,
    pub complaints: &'a Complaints,
}

fn base(letter: &Letter) -> String {
    format!("/letters/{}", letter.slug)
}

pub(super) fn sign(page: &SignPage<'_>) -> Markup {
    let letter = page.letter.letter();
    let words = Words::of(&page.letter.revision().language());
    let count = Some(page.count).filter(|count| *count > 0 || letter.is_public());
    let standing = html! {
        div.standing { p { (standing_in_words(letter, page.standing, words)) } a href=(base(letter)) { "Back to the letter" } }
    };
    let all_signed = !page.own.is_empty() && page.own.iter().all(|own| own.signature.is_some());
    let heading = if all_signed { "Your signature" } else { "Sign for your organization" };
    html! {
        (article_to_sign(page.letter.revision(), page.translation, count, &standing, speaking::current()))
        section aria-labelledby="signing" {
            h2 id="signing" { (heading) }
            @if let Some(note) = page.note { p.note role="status" { (note) } }
            @if let Some(moved) = page.moved {
                div.problem role="alert" { p { "The text was revised while you were reading. Nothing is signed. This is what changed:" } }
                (difference_markup(moved))
            }
            @for own in page.own.iter().filter(|own| own.signature.is_some()) { (given(page, own)) }
            @for (name, since) in page.waiting {
                p.note { "The signature of " bdi { (name) } " was prepared on " (dates::time_in_words(since.to_timestamp(), "UTC", &Language::english())) " and waits for somebody with authority to approve it from the mail they got." }
            }
            @match (&page.form, page.standing) {
                (_, Standing::Closed { .. } | Standing::Draft) => p.empty { "This letter can no longer be signed." },
                (Some(form), Standing::Open { .. }) => (signing_form(page.letter, form)),
                (None, Standing::Open { .. }) => (which(page)),
            }
            p.meta.retention { (page.retention) " " a href="/privacy" { "What is kept of you" } }
        }
    }
}

fn given(page: &SignPage<'_>, own: &OwnSignature) -> Markup {
    let letter = page.letter.letter();
    html! {
        div.note {
            p { bdi { (own.organization.name) } " has signed this letter." @if own.withholding.is_some() { " Its name is withheld: it is counted, and not named." } }
            @if own.is_asked {
                p { strong { "Your answer is asked for: " } "the text has changed since. " a.button href={ (base(letter)) "/reconsent?organization=" (own.organization.slug) } { "Keep or withdraw" } }
            }
            @if let Some(standing) = &own.standing { (standing::kept_off(letter, standing)) }
            @if let Some(id) = own.signature.filter(|_| own.is_named()) {
                @if letter.is_public() { p { a href={ (base(letter)) "#s-" (id) } { "See it on the list" } } }
                @else { p { "The letter is not public yet. The name is shown once it is." } }
            }
            @if let Some(id) = own.signature.filter(|_| own.is_on_the_list()) {
                p { a href=(receipt_address(id)) { "The receipt for this signature" } }
            }
            @if matches!(page.standing, Standing::Open { .. }) && letter.delivered_at.is_none() && own.is_named() { (appearing(letter, own, page.appears)) }
            (withheld::choice(letter, own))
            form method="post" action={ (base(letter)) "/withdrawal" } {
                input type="hidden" name="organization" value=(own.organization.slug);
                button.quiet { "Withdraw the signature" }
            }
            @if let Some(standing) = &own.standing { (standing::authority(letter, &own.organization.slug, standing)) }
        }
    }
}

/// How the name is to appear in this letter.
fn appearing(letter: &Letter, own: &OwnSignature, again: Option<&AppearanceTyped<'_>>) -> Markup {
    let appears = &own.appearance;
    let stands = appears.name.as_deref().unwrap_or(&own.organization.name);
    let acronym = match appears.name {
        Some(_) => appears.acronym.as_deref(),
        None => own.organization.acronym.as_deref(),
    };
    let members = appears.members.map(|members| members.to_string()).unwrap_or_default();
    let none = Complaints::default();
    let again =
        again.filter(|typed| typed.organization.is_empty() || typed.organization == own.organization.slug);
    let (name, acronym, members, complaints) = match again {
        Some(typed) => (typed.name, typed.acronym, typed.members, typed.complaints),
        None => (stands, acronym.unwrap_or(""), members.as_str(), &none),
    };
    html! {
        details open[again.is_some()] {
            summary { "As you would like it to appear" }
            (summary(complaints))
            form method="post" action={ (base(letter)) "/printed-name" } {
                input type="hidden" name="organization" value=(own.organization.slug);
                div.pair {
                    (Field::line("name", "Name in this letter", name).optional().hint("Empty for your organization’s own name.").show(complaints))
                    (Field::line("acronym", "Acronym", acronym).optional().show(complaints))
                }
                (Field::line("members", "On behalf of how many members", members).optional().show(complaints))
                button.quiet { "Save" }
            }
        }
    }
}

/// Which organization to sign for, or how to have one.
fn which(page: &SignPage<'_>) -> Markup {
    let open: Vec<_> = page.own.iter().filter(|own| own.signature.is_none()).collect();
    html! {
        @if page.own.is_empty() {
            p { "Your account signs for no organization yet." }
            p.actions { a.button href="/register" { "Register your organization" } }
        } @else if !open.is_empty() {
            p { "For which organization?" }
            ul.rows {
                @for own in open {
                    li {
                        div { h3 { bdi { (own.organization.name) } } }
                        a.button href={ (base(page.letter.letter())) "/sign?organization=" (own.organization.slug) } { "Sign" }
                    }
                }
            }
        }
    }
}

fn signing_form(letter: &LockedLetter, form: &SignForm<'_>) -> Markup {
    let organization = form.organization;
    let mut groups: Vec<(&str, Markup)> = form
        .coalitions
        .iter()
        .map(|coalition| (coalition.slug.as_str(), coalition_words(coalition)))
        .collect();
    let none = if form.line.is_some() { "Where the line stands, or no coalition" } else { "No coalition" };
    groups.push(("", html! { (none) }));
    html! {
        (summary(form.complaints))
        form method="post" action={ (base(letter.letter())) @if form.prepares { "/preparation" } @else { "/sign" } } novalidate {
            input type="hidden" name="organization" value=(organization.slug);
            input type="hidden" name="revision" value=(letter.revision().sha256());
            input type="hidden" name="opened" value=(form.typed.opened);
            p.lead {
                "For " bdi { (organization.name) }
                @if form.has_others { " · " a href={ "/acting?next=" (base(letter.letter())) "/sign" } { "another one" } }
            }
            @if !letter.letter().verification.is_met_by(organization.verified_by) {
                p.note { "This letter asks for " (letter.letter().verification.in_words()) ". Your organization is " (verified_in_words(organization.verified_by)) ", so its signature waits for a look of the coordinators before it is listed." }
            }
            div.pair {
                (Field::line("representative_name", "Signed by", form.typed.representative_name).fills("name").show(form.complaints))
                (Field::line("representative_title", "Title", form.typed.representative_title).fills("organization-title").optional().show(form.complaints))
            }
            @if let Some(line) = form.line { (the_line(line, form)) }
            // Without a coalition there is nothing to choose.
            @if form.coalitions.is_empty() && form.complaints.at("group").is_none() {
                input type="hidden" name="group" value="";
            } @else if letter.letter().grouping == Grouping::Coalition {
                (choices("group", "Stand under", &groups, form.typed.group, form.complaints))
            }
            (choices("display", "Shown to the public", &[
                ("organization", html! { "The organization only" }),
                ("representative", html! { "The organization and who signed for it" }),
                ("withheld", html! { "Count us, and do not name us" (withheld::what_it_does()) }),
            ], form.typed.display, form.complaints))
            @if organization.is_protected() { p.meta { "Your organization is kept off this site’s public pages. To sign with its name ends that." } }
            @if form.prepares {
                p { "Somebody with authority in your organization gets a mail, reads the text and approves. Nothing is signed before." }
                div.actions { button.large { "Prepare the signature" } }
            } @else {
                @if let Some(wrong) = form.complaints.at("authority") { span.error { (wrong) } }
                label.choice {
                    input id="authority" type="checkbox" name="authority" value="yes" required;
                    " " span { (declared::words(Giving::Signed.words(), "", &organization.name)) }
                }
                @let (person, role) = form.declares;
                p.meta { "You declare it as " bdi { (person.name) } " (" (role_in_words(role)) "), from " bdi dir="ltr" { (person.email) } ". The organization’s people and the letter’s coordinators can read that, and every owner gets a mail; the public sees what you chose above." }
                div.actions { button.large { "Sign this letter" } }
                p.meta { "You can withdraw at any time, on this page." }
            }
        }
    }
}

/// Whether the line that the coordinators entered is this organization's.
fn the_line(line: &WaitingLine, form: &SignForm<'_>) -> Markup {
    let name =
        html! { bdi { (line.name) } @if let Some(acronym) = &line.acronym { " (" bdi { (acronym) } ")" } };
    html! {
        (choices("listed", "The list has a line that waits to be confirmed", &[
            ("ours", html! { (name) " is us: confirm it. It keeps its place, and its name as it stands; you can change that afterwards." }),
            ("another", html! { (name) " is another organization: sign beside it." }),
        ], form.typed.listed, form.complaints))
    }
}

fn coalition_words(coalition: &Coalition) -> Markup {
    html! { bdi { (coalition.name) } @if let Some(acronym) = &coalition.acronym { " " abbr.acronym { bdi { (acronym) } } } }
}
