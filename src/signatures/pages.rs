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

use self::declared::moment;
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
    Grouping, Letter, Level, LockedLetter, NO_COUNT, Standing, TextDifference, article, difference_markup,
    verified_in_words,
};
use crate::organizations::{Organization, Role};
use crate::people::Person;
use crate::signatures::list::fragment;
use crate::signatures::standing::Stands;
use crate::text::complaints::Complaints;
use crate::text::words::say;
use crate::web::form::{Field, choices, summary};
use crate::web::phrase::phrase;

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
    let text = page.letter.revision().text();
    let count = match page.count {
        0 if !letter.is_public() => NO_COUNT.to_owned(),
        count => page.letter.revision().language().number(count),
    };
    let standing = standing::line(page.letter, page.standing, Some(&base(letter)));
    let all_signed = !page.own.is_empty() && page.own.iter().all(|own| own.signature.is_some());
    let heading =
        if all_signed { say!("signatures-your-signature") } else { say!("signatures-sign-heading") };
    html! {
        (article(&text, &count, Level::Page, &standing))
        section aria-labelledby="signing" {
            h2 id="signing" { (heading) }
            @if let Some(note) = page.note { p.note role="status" { (note) } }
            @if let Some(moved) = page.moved {
                div.problem role="alert" { p { (say!("signatures-text-moved")) } }
                (difference_markup(moved))
            }
            @for own in page.own.iter().filter(|own| own.signature.is_some()) { (given(page, own)) }
            @for (name, since) in page.waiting {
                p.note { (phrase!("signatures-was-prepared", name = name, time = html! { (moment(*since)) })) }
            }
            @match (&page.form, page.standing) {
                (_, Standing::Closed { .. } | Standing::Draft) => p.empty { (say!("signatures-no-longer-signed")) },
                (Some(form), Standing::Open { .. }) => (signing_form(page.letter, form)),
                (None, Standing::Open { .. }) => (which(page)),
            }
            p.meta.retention { (page.retention) " " a href="/privacy" { (say!("signatures-what-is-kept")) } }
        }
    }
}

fn given(page: &SignPage<'_>, own: &OwnSignature) -> Markup {
    let letter = page.letter.letter();
    html! {
        div.note {
            p {
                (phrase!("signatures-has-signed", name = &own.organization.name))
                @if own.withholding.is_some() { " " (say!("signatures-is-counted-only")) }
            }
            @if own.is_asked {
                p {
                    strong { (say!("signatures-answer-asked-lead")) } " " (say!("signatures-answer-asked")) " "
                    a.button href={ (base(letter)) "/reconsent?organization=" (own.organization.slug) } { (say!("signatures-keep-or-withdraw")) }
                }
            }
            @if let Some(standing) = &own.standing { (standing::kept_off(letter, standing)) }
            @if let Some(id) = own.signature.filter(|_| own.is_named()) {
                @if letter.is_public() { p { a href={ (base(letter)) "/signatories?signatory=" (fragment(id)) } { (say!("signatures-see-on-list")) } } }
                @else { p { (say!("signatures-shown-once-public")) } }
            }
            @if let Some(id) = own.signature.filter(|_| own.is_on_the_list()) {
                p { a href=(receipt_address(id)) { (say!("signatures-receipt")) } }
            }
            @if matches!(page.standing, Standing::Open { .. }) && letter.delivered_at.is_none() && own.is_named() { (appearing(letter, own, page.appears)) }
            (withheld::choice(letter, own))
            form method="post" action={ (base(letter)) "/withdrawal" } {
                input type="hidden" name="organization" value=(own.organization.slug);
                button.quiet { (say!("signatures-withdraw")) }
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
            summary { (say!("signatures-appear")) }
            (summary(complaints))
            form method="post" action={ (base(letter)) "/printed-name" } {
                input type="hidden" name="organization" value=(own.organization.slug);
                div.pair {
                    (Field::line("name", &say!("signatures-name-in-letter"), name).optional().hint(&say!("signatures-name-in-letter-hint")).show(complaints))
                    (Field::line("acronym", &say!("signatures-acronym"), acronym).optional().show(complaints))
                }
                (Field::line("members", &say!("signatures-members"), members).optional().show(complaints))
                button.quiet { (say!("signatures-save")) }
            }
        }
    }
}

/// Which organization to sign for, or how to have one.
fn which(page: &SignPage<'_>) -> Markup {
    let open: Vec<_> = page.own.iter().filter(|own| own.signature.is_none()).collect();
    html! {
        @if page.own.is_empty() {
            p { (say!("signatures-signs-for-none")) }
            p.actions { a.button href="/register" { (say!("signatures-register")) } }
        } @else if !open.is_empty() {
            p { (say!("signatures-for-which")) }
            ul.rows {
                @for own in open {
                    li {
                        div { h3 { bdi { (own.organization.name) } } }
                        a.button href={ (base(page.letter.letter())) "/sign?organization=" (own.organization.slug) } { (say!("signatures-sign")) }
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
    let none =
        if form.line.is_some() { say!("signatures-for-line-or-none") } else { say!("signatures-for-none") };
    groups.push(("", html! { (none) }));
    html! {
        (summary(form.complaints))
        form method="post" action={ (base(letter.letter())) @if form.prepares { "/preparation" } @else { "/sign" } } novalidate {
            input type="hidden" name="organization" value=(organization.slug);
            input type="hidden" name="revision" value=(letter.revision().sha256());
            input type="hidden" name="opened" value=(form.typed.opened);
            p.lead {
                (phrase!("signatures-for", name = &organization.name))
                @if form.has_others { " · " a href={ "/acting?next=" (base(letter.letter())) "/sign" } { (say!("signatures-another-one")) } }
            }
            @if !letter.letter().verification.is_met_by(organization.verified_by) {
                p.note {
                    (phrase!(
                        "signatures-verification-asked",
                        asks = html! { (letter.letter().verification.in_words()) },
                        verified = html! { (verified_in_words(organization.verified_by)) },
                    ))
                }
            }
            div.pair {
                (Field::line("representative_name", &say!("signatures-signed-by"), form.typed.representative_name).fills("name").show(form.complaints))
                (Field::line("representative_title", &say!("signatures-title"), form.typed.representative_title).fills("organization-title").optional().show(form.complaints))
            }
            @if let Some(line) = form.line { (the_line(line, form)) }
            // Without a coalition there is nothing to choose.
            @if form.coalitions.is_empty() && form.complaints.at("group").is_none() {
                input type="hidden" name="group" value="";
            } @else if letter.letter().grouping == Grouping::Coalition {
                (choices("group", &say!("signatures-stand-under"), &groups, form.typed.group, form.complaints))
            }
            (choices("display", &say!("signatures-shown-to-public"), &[
                ("organization", html! { (say!("signatures-shows-organization")) }),
                ("representative", html! { (say!("signatures-shows-representative")) }),
                ("withheld", html! { (say!("signatures-shows-nothing")) (withheld::what_it_does()) }),
            ], form.typed.display, form.complaints))
            @if organization.is_protected() { p.meta { (say!("signatures-ends-protection")) } }
            @if form.prepares {
                p { (say!("signatures-prepare-what")) }
                div.actions { button.large { (say!("signatures-prepare")) } }
            } @else {
                @if let Some(wrong) = form.complaints.at("authority") { span.error { (wrong) } }
                label.choice {
                    input id="authority" type="checkbox" name="authority" value="yes" required;
                    " " span { (declared::words(Giving::Signed, "", &organization.name)) }
                }
                (declared::in_this_language())
                @let (person, role) = form.declares;
                p.meta {
                    (phrase!(
                        "signatures-you-declare",
                        name = &person.name,
                        role = html! { (role_in_words(role)) },
                        email = html! { bdi dir="ltr" { (person.email) } },
                    ))
                }
                div.actions { button.large { (say!("signatures-sign-this")) } }
                p.meta { (say!("signatures-can-withdraw")) }
            }
        }
    }
}

/// Whether the line that the coordinators entered is this organization's.
fn the_line(line: &WaitingLine, form: &SignForm<'_>) -> Markup {
    let name =
        html! { bdi { (line.name) } @if let Some(acronym) = &line.acronym { " (" bdi { (acronym) } ")" } };
    html! {
        (choices("listed", &say!("signatures-line-waits"), &[
            ("ours", phrase!("signatures-line-ours", name = name.clone())),
            ("another", phrase!("signatures-line-another", name = name)),
        ], form.typed.listed, form.complaints))
    }
}

fn coalition_words(coalition: &Coalition) -> Markup {
    html! { bdi { (coalition.name) } @if let Some(acronym) = &coalition.acronym { " " abbr.acronym { bdi { (acronym) } } } }
}
