//! Handing an organization over, leaving it, and choosing for which one acts.

use maud::{Markup, html};

use crate::ids::PersonId;
use crate::organizations::acting::Acting;
use crate::organizations::colleagues::Team;
use crate::organizations::handing_over::{Afterwards, Offer};
use crate::organizations::model::{Organization, Role};
use crate::people::Person;
use crate::text::complaints::Complaints;
use crate::text::language::language_of_name;
use crate::web::form::{Field, select};

const AFTERWARDS: [(Afterwards, &str); 3] = [
    (Afterwards::Signatory, "sign for it"),
    (Afterwards::Member, "read and prepare signatures"),
    (Afterwards::Leaves, "leave it"),
];

/// What an owner can do to hand the organization over; nothing while there is no colleague.
pub(super) fn handing_over(team: &Team, viewer: PersonId) -> Markup {
    let base = format!("/organizations/{}/ownership", team.organization.slug);
    let others: Vec<&Person> = team
        .people
        .iter()
        .filter(|(person, role)| person.id != viewer && *role != Role::Owner)
        .map(|(person, _)| person)
        .collect();
    let ids: Vec<String> = others.iter().map(|person| person.id.to_string()).collect();
    let mut options = vec![("", "Choose a colleague")];
    options.extend(ids.iter().zip(&others).map(|(id, person)| (id.as_str(), person.name.as_str())));
    let afterwards = AFTERWARDS.map(|(which, words)| (which.as_str(), words));
    let none = Complaints::default();
    html! {
        section aria-labelledby="ownership" {
            h2 id="ownership" { "Hand it over" }
            @if let Some(to) = &team.offered_to {
                p.note { "You have offered it to " bdi { (to.name) } ", who has not answered yet. Until then nothing changes." }
                form method="post" action={ (base) "/withdrawal" } { button.quiet { "Take the offer back" } }
            } @else if others.is_empty() {
                p { "To hand it over, invite a colleague first." }
            } @else {
                p { "A colleague would own it in your place. They get a mail, and nothing changes until they accept." }
                form method="post" action=(base) {
                    div.pair {
                        (select(&Field::line("person", "To", ""), &options, &none))
                        (select(&Field::line("afterwards", "Afterwards you", "signatory"), &afterwards, &none))
                    }
                    div.actions { button.quiet { "Offer it" } }
                }
            }
        }
    }
}

/// What is offered, to the colleague.
pub(in crate::organizations) fn offer(token: &str, offer: &Offer) -> Markup {
    let becomes = match offer.afterwards {
        Afterwards::Signatory => "signs for it and no longer owns it",
        Afterwards::Member => "reads and prepares, and no longer owns it",
        Afterwards::Leaves => "leaves it",
    };
    html! {
        h1 { "Take over " bdi { (offer.organization.name) } "?" }
        p.lead { bdi { (offer.by.name) } " wants to hand it over to you." }
        p { "You would own it: sign for it, look after its people and its profile, and get a mail for what is signed in its name. " bdi { (offer.by.name) } " then " (becomes) "." }
        div.actions {
            form method="post" action={ "/ownership/" (token) } { button { "Take it over" } }
            form method="post" action={ "/ownership/" (token) "/refusal" } { button.quiet { "No" } }
        }
    }
}

/// What it means to leave.
pub(in crate::organizations) fn leaving(team: &Team, viewer: PersonId) -> Markup {
    let base = format!("/organizations/{}", team.organization.slug);
    let only_owner = team.role == Role::Owner
        && !team.people.iter().any(|(person, role)| *role == Role::Owner && person.id != viewer);
    html! {
        h1 { "Leave " bdi lang=(language_of_name(&team.organization.name)) { (team.organization.name) } }
        @if only_owner {
            p.lead { "You are its only owner, and an organization has at least one." }
            p.actions { a.button href={ (base) "/people#ownership" } { "Hand it over first" } }
        } @else {
            p.lead { "You will not act for it any longer." }
            ul {
                li { "What you signed for it stays signed." }
                li { "You no longer see what it is invited to, nor its people." }
                li { "Its owners get a mail. Only they can invite you again." }
                li { "Your account stays yours." }
            }
            div.actions {
                form method="post" action={ (base) "/leaving" } { button { "Leave it" } }
                a href={ (base) "/people" } { "Stay" }
            }
        }
    }
}

/// The organizations of a person, each with a button.
pub(in crate::organizations) fn acting(own: &[(Organization, Role)], acting: &Acting, next: &str) -> Markup {
    html! {
        h1 { "For whom do you act?" }
        @if own.is_empty() {
            p.lead { "Your account acts for no organization." }
            p.actions { a.button href="/register" { "Register one" } }
        } @else {
            p.lead { "Every page says it at its top, and every form that signs names its organization once more." }
        }
        ul.rows {
            @for (organization, _) in own {
                @let is_it = acting.organization().is_some_and(|other| other.id == organization.id);
                li {
                    div { h3 { bdi lang=(language_of_name(&organization.name)) { (organization.name) } } }
                    @if is_it { p.about { "You act for it." } }
                    @else {
                        form method="post" action="/acting" {
                            input type="hidden" name="organization" value=(organization.slug);
                            input type="hidden" name="next" value=(next);
                            button.quiet aria-label={ "Act for " (organization.name) } { "Act for it" }
                        }
                    }
                }
            }
        }
    }
}
