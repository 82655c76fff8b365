//! The profile, its logo and its address, as owners change them.

use maud::{Markup, html};

use super::shown::logo;
use crate::organizations::addresses::WantedAddress;
use crate::organizations::model::Organization;
use crate::organizations::profile::{LANGUAGE_FIELDS, LanguageFields, Profile};
use crate::text::complaints::Complaints;
use crate::text::country;
use crate::text::language::{Language, language_of_name};
use crate::web::form::{Field, select, summary, textarea};
use crate::web::uploaded::Uploaded;

/// What stands in the forms.
pub(in crate::organizations) enum Typed<'a> {
    /// What is saved.
    Standing,
    /// What was sent and needs another look.
    Form(&'a Uploaded<1>),
    /// What was sent while another owner changed the profile; its sender is told.
    Late(&'a Uploaded<1>),
    /// An address that was typed.
    Address(String),
}

/// The languages whose fields are always there.
const ALWAYS: [&str; 2] = ["en", "ar"];

/// The page.
pub(in crate::organizations) fn profile(
    profile: &Profile,
    typed: &Typed<'_>,
    complaints: &Complaints,
    note: Option<&str>,
) -> Markup {
    let base = format!("/organizations/{}", profile.organization.slug);
    html! {
        h1 { "Profile" }
        p.lead.of-letter { a href=(base) { bdi lang=(language_of_name(&profile.organization.name)) { (profile.organization.name) } } }
        p.meta { "What stands here, anybody can read." }
        @if let Some(note) = note { p.note role="status" { (note) } }
        (summary(complaints))
        (words(&base, profile, typed, complaints))
        (picture(&base, profile, complaints))
        (address(&base, profile, typed, complaints))
    }
}

/// What stands in a field of the large form.
fn value<'a>(profile: &'a Profile, typed: &'a Typed<'_>, field: &str) -> &'a str {
    if let Typed::Form(form) | Typed::Late(form) = typed {
        return form.text(field);
    }
    let organization = &profile.organization;
    let of = |found: &'a Option<String>| found.as_deref().unwrap_or("");
    match field {
        "organization_name" => &organization.name,
        "acronym" => of(&organization.acronym),
        "sort_name" => of(&organization.sort_name),
        "slug" => &organization.slug,
        "website" => of(&organization.website),
        "country" => of(&organization.country),
        _ => profile
            .words
            .iter()
            .find_map(|words| {
                let fields = LANGUAGE_FIELDS.iter().find(|fields| fields.tag == words.language.tag())?;
                match field {
                    _ if field == fields.name => Some(words.name.as_str()),
                    _ if field == fields.description => Some(words.description.as_str()),
                    _ => None,
                }
            })
            .unwrap_or(""),
    }
}

fn words(base: &str, profile: &Profile, typed: &Typed<'_>, complaints: &Complaints) -> Markup {
    let english = Language::english();
    let countries = country::all(&english);
    let mut options = vec![("", "Choose a country")];
    options.extend(countries.iter().map(|(code, name)| (*code, name.as_str())));
    let of = |field: &str| value(profile, typed, field);
    let is_there = |fields: &&LanguageFields| {
        ALWAYS.contains(&fields.tag) || !of(&fields.name).is_empty() || !of(&fields.description).is_empty()
    };
    let there: Vec<&LanguageFields> = LANGUAGE_FIELDS.iter().filter(is_there).collect();
    let mut more = vec![("", "Choose a language")];
    let others = LANGUAGE_FIELDS.iter().filter(|fields| there.iter().all(|other| other.tag != fields.tag));
    more.extend(others.map(|fields| (fields.tag, fields.called)));
    html! {
        form method="post" action={ (base) "/profile" } novalidate {
            // Whoever saves once more after a conflict has been told of it, and replaces what stands.
            @if let Typed::Form(form) = typed { input type="hidden" name="version" value=(form.text("version")); }
            @else { input type="hidden" name="version" value=(profile.version); }
            (Field::line("organization_name", "Name", of("organization_name")).fills("organization")
                .hint("As it stands under letters. Those that were delivered keep the name they were delivered with.").show(complaints))
            div.pair {
                (Field::line("acronym", "Acronym", of("acronym")).optional().show(complaints))
                (Field::line("sort_name", "Sorted as", of("sort_name")).optional().show(complaints))
            }
            div.pair {
                (Field::line("website", "Website", of("website")).kind("url").fills("url").optional().show(complaints))
                (select(&Field::line("country", "Country", country::read(of("country")).unwrap_or(of("country"))).optional(), &options, complaints))
            }
            (Field::line("slug", "Address of your page", of("slug"))
                .hint("After /organizations/. The one you have now will lead to the new one.").show(complaints))
            @for fields in there { (language(fields, &of, complaints)) }
            details open[!of("other_name").is_empty() || !of("other_description").is_empty() || complaints.at("other_language").is_some()] {
                summary { "Another language" }
                (select(&Field::line("other_language", "Language", of("other_language")).optional(), &more, complaints))
                (Field::line("other_name", "Name in this language", of("other_name")).optional().show(complaints))
                (textarea(&Field::line("other_description", "A few words in this language", of("other_description")).optional(), 3, complaints))
            }
            div.actions { button { "Save the profile" } a href=(base) { "See the page" } }
        }
    }
}

fn language<'a>(
    fields: &'static LanguageFields,
    of: &impl Fn(&str) -> &'a str,
    complaints: &Complaints,
) -> Markup {
    html! {
        fieldset {
            legend { h2.language { bdi lang=(fields.tag) { (fields.called) } } }
            (Field::line(&fields.name, "Name", of(&fields.name)).optional().show(complaints))
            (textarea(&Field::line(&fields.description, "A few words about it, at most 300 characters", of(&fields.description)).optional(), 3, complaints))
        }
    }
}

fn picture(base: &str, profile: &Profile, complaints: &Complaints) -> Markup {
    let wrong = complaints.at("logo");
    html! {
        section aria-labelledby="logo-title" {
            h2 id="logo-title" { "Logo" }
            @if let Some(found) = &profile.logo { (logo(&profile.organization, found)) }
            form method="post" action={ (base) "/logo" } enctype="multipart/form-data" {
                div.field {
                    label for="logo" { "A picture: PNG, JPEG or WebP" }
                    span.hint id="logo-hint" { "At most two megabytes. We keep a small copy of the picture alone, without what a camera wrote into it." }
                    @if let Some(wrong) = wrong { span.error id="logo-error" { (wrong) } }
                    input id="logo" name="logo" type="file" accept="image/png,image/jpeg,image/webp"
                        aria-invalid=[wrong.map(|_| "true")] aria-describedby=[Some(if wrong.is_some() { "logo-hint logo-error" } else { "logo-hint" })];
                }
                div.actions {
                    button.quiet { "Save the logo" }
                    @if profile.logo.is_some() { button.quiet name="then" value="remove" { "Take it away" } }
                }
            }
        }
    }
}

fn address(base: &str, profile: &Profile, typed: &Typed<'_>, complaints: &Complaints) -> Markup {
    let wanted = match typed {
        Typed::Address(wanted) => wanted.as_str(),
        Typed::Standing | Typed::Form(_) | Typed::Late(_) => "",
    };
    html! {
        section aria-labelledby="address" {
            h2 id="address" { "Email address" }
            p { "The organization is verified by " strong dir="ltr" { (profile.email) } ". Only its owners and the people who run this place see it." }
            @if let Some(wanted) = &profile.wanted_email {
                p.note { "A mail has gone to " span dir="ltr" { (wanted) } ". The address changes once it is answered; the link in it works for 24 hours." }
            }
            p { "Another address has to be confirmed from its own mailbox. What rests on the earlier one, such as being verified by the web domain, then rests on the new one or falls." }
            form method="post" action={ (base) "/address" } novalidate {
                (Field::line("email", "New address", wanted).kind("email").show(complaints))
                div.actions { button.quiet { "Send the mail" } }
            }
        }
    }
}

/// The page of the link to a new address: one button.
pub(in crate::organizations) fn confirm_address(token: &str, wanted: &WantedAddress) -> Markup {
    html! {
        h1 { "Confirm the address of " bdi { (wanted.organization.name) } }
        p.lead { "It would have the address " span dir="ltr" { (wanted.email) } " on Undersigned, and be verified by it." }
        form.actions method="post" action={ "/organization-address/" (token) } { button { "Confirm the address" } }
        p.meta { "If you do not know this organization, close this page, and nothing will come of it." }
    }
}

/// After the button.
pub(in crate::organizations) fn address_is_confirmed(organization: &Organization) -> Markup {
    html! {
        h1 { "The address is confirmed" }
        p.lead { bdi { (organization.name) } " has this address from now on, and is verified by it." }
        p.actions { a.button.quiet href={ "/organizations/" (organization.slug) } { "See its page" } }
    }
}
