//! The people of an organization.

use maud::{Markup, html};

use super::house::handing_over;
use super::ltr;
use crate::ids::PersonId;
use crate::organizations::Role;
use crate::organizations::colleagues::{Place, Team};
use crate::people::Person;
use crate::text::complaints::Complaints;
use crate::text::language::language_of_name;
use crate::text::words::say;
use crate::web::form::{Field, choices, select, summary};
use crate::web::phrase::phrase;

/// What a role is called and what it may do.
fn in_words(role: Role) -> String {
    match role {
        Role::Owner => say!("organizations-is-owner"),
        Role::Signatory => say!("organizations-is-signatory"),
        Role::Member => say!("organizations-is-member"),
    }
}

/// What somebody is invited as who has not answered yet.
fn waits_as(role: Role) -> String {
    match role {
        Role::Owner => say!("organizations-invited-owner"),
        Role::Signatory => say!("organizations-invited-signatory"),
        Role::Member => say!("organizations-invited-member"),
    }
}

/// As what somebody joins.
fn joins_as(role: Role) -> String {
    match role {
        Role::Owner => say!("organizations-as-owner"),
        Role::Signatory => say!("organizations-as-signatory"),
        Role::Member => say!("organizations-as-member"),
    }
}

const ROLES: [Role; 3] = [Role::Member, Role::Signatory, Role::Owner];

/// The people, and what an owner can do about them. `typed` is the address and role in the form.
pub(in crate::organizations) fn team(
    team: &Team,
    viewer: PersonId,
    typed: (&str, &str),
    complaints: &Complaints,
    note: Option<&str>,
) -> Markup {
    let base = format!("/organizations/{}/people", team.organization.slug);
    let owns = team.role == Role::Owner;
    html! {
        h1 { (say!("organizations-people")) }
        p.lead { a href={ "/organizations/" (team.organization.slug) } { bdi lang=(language_of_name(&team.organization.name)) { (team.organization.name) } } }
        @if let Some(note) = note { p.note role="status" { (note) } }
        (summary(complaints))
        h2.visually-hidden { (say!("organizations-who-acts")) }
        ul.rows {
            @for (person, role) in &team.people {
                li {
                    div {
                        h3 { bdi lang=(language_of_name(&person.name)) { (person.name) } @if person.id == viewer { " " span.meta { (say!("organizations-this-is-you")) } } }
                        p.about { (in_words(*role)) @if owns { br; span dir="ltr" { (person.email) } } }
                    }
                    @if owns || person.id == viewer {
                        details {
                            summary { (say!("organizations-change")) }
                            @if owns { (role_form(&base, person, *role)) }
                            @if person.id == viewer {
                                p.meta { a href={ "/organizations/" (team.organization.slug) "/leaving" } { (say!("organizations-what-leaving-means")) } }
                            }
                            form method="post" action={ (base) "/" (person.id) "/removal" } {
                                button.quiet { @if person.id == viewer { (say!("organizations-leave")) } @else { (say!("organizations-take-out")) } }
                            }
                        }
                    }
                }
            }
            @for (email, role) in &team.waiting {
                @if owns { li { div { h3 { span dir="ltr" { (email) } } p.about { (waits_as(*role)) } } } }
            }
        }
        @if team.role.may_sign() {
            p.meta {
                a href={ "/organizations/" (team.organization.slug) "/tokens" } { (say!("api-tokens-title")) }
                @if owns { " · " a href={ "/organizations/" (team.organization.slug) "/webhooks" } { (say!("webhooks-title")) } }
            }
        }
        @if owns {
            section aria-labelledby="invite" {
                h2 id="invite" { (say!("organizations-invite")) }
                form method="post" action=(base) novalidate {
                    (Field::line("email", &say!("organizations-email"), typed.0).kind("email").show(complaints))
                    (choices("role", &say!("organizations-may-do"), &ROLES.map(|role| (role.as_str(), html! { (in_words(role)) })), typed.1, complaints))
                    div.actions { button { (say!("organizations-send-invitation")) } }
                }
            }
            (steps(&base, team.two_steps))
            p { a href={ "/organizations/" (team.organization.slug) "/protection" } { (say!("organizations-keep-off-link")) } }
            (handing_over(team, viewer))
        }
    }
}

fn role_form(base: &str, person: &Person, role: Role) -> Markup {
    let words = ROLES.map(|role| (role.as_str(), in_words(role)));
    html! {
        form method="post" action={ (base) "/" (person.id) "/role" } {
            div.field {
                label for={ "role-" (person.id) } { (say!("organizations-role")) }
                select id={ "role-" (person.id) } name="role" {
                    @for (value, words) in words { option value=(value) selected[value == role.as_str()] { (words) } }
                }
            }
            button.quiet { (say!("organizations-save-role")) }
        }
    }
}

fn steps(base: &str, two_steps: bool) -> Markup {
    let chosen = if two_steps { "yes" } else { "" };
    let (one, two) = (say!("organizations-one-person"), say!("organizations-two-persons"));
    html! {
        section aria-labelledby="steps" {
            h2 id="steps" { (say!("organizations-two-steps")) }
            p { (say!("organizations-two-steps-text")) }
            form method="post" action={ (base) "/steps" } {
                (select(&Field::line("two_steps", &say!("organizations-signature-needs"), chosen), &[("", one.as_str()), ("yes", two.as_str())], &Complaints::default()))
                div.actions { button.quiet { (say!("organizations-save")) } }
            }
        }
    }
}

/// What a colleague's link offers.
pub(in crate::organizations) fn place(
    token: &str,
    place: &Place,
    visitor: Option<&Person>,
    name: &str,
    complaints: &Complaints,
) -> Markup {
    html! {
        h1 { (phrase!("organizations-join-name", name = &place.organization.name)) }
        p.lead { (joins_as(place.role)) }
        (summary(complaints))
        form method="post" action={ "/colleagues/" (token) } novalidate {
            @match visitor {
                Some(person) => p { (phrase!("organizations-with-your-account", name = &person.name, email = ltr(&person.email))) },
                None => {
                    p {
                        (phrase!(
                            "organizations-for-address",
                            email = ltr(&place.email),
                            sign_in = html! { a href={ "/sign-in?next=/colleagues/" (token) } { (say!("organizations-sign-in")) } },
                        ))
                    }
                    (Field::line("person_name", &say!("organizations-your-name"), name).fills("name").show(complaints))
                    (Field::line("password", &say!("organizations-password"), "").kind("password").fills("new-password")
                        .hint(&say!("organizations-password-hint")).show(complaints))
                }
            }
            div.actions { button { (say!("organizations-join")) } }
        }
        p.meta { (say!("organizations-unknown-close")) }
    }
}
