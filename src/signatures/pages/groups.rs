//! The form of a heading.

use maud::{Markup, html};

use super::base;
use crate::letters::Letter;
use crate::signatures::groups::NewGroup;
use crate::signatures::list::Group;
use crate::text::complaints::Complaints;
use crate::text::words::say;
use crate::web::form::{Field, select, summary};

/// What was typed into the form of a group.
#[derive(Default)]
pub(in crate::signatures) struct GroupTyped {
    pub name: String,
    pub acronym: String,
    pub kind: String,
    pub coalition: String,
}

impl GroupTyped {
    /// What the form of a group that stands there says.
    pub(in crate::signatures) fn of(group: &Group) -> Self {
        Self {
            name: group.name.clone(),
            acronym: group.acronym.clone().unwrap_or_default(),
            kind: group.kind.as_str().to_owned(),
            coalition: group.coalition.clone().unwrap_or_default(),
        }
    }

    /// The group that it describes.
    ///
    /// # Errors
    /// What is wrong, field by field.
    pub(in crate::signatures) fn read(&self) -> Result<NewGroup, Complaints> {
        NewGroup::read(&self.name, &self.acronym, &self.kind, &self.coalition)
    }
}

/// The page of a group: a new one, or one that stands there with how many signatories.
pub(in crate::signatures) fn group_form(
    letter: &Letter,
    standing: Option<(&Group, usize)>,
    coalitions: &[(String, String)],
    typed: &GroupTyped,
    complaints: &Complaints,
) -> Markup {
    let base = base(letter);
    let action = match standing {
        Some((group, _)) => format!("{base}/list/groups/{}", group.id),
        None => format!("{base}/list/groups"),
    };
    let none = say!("signatures-heading-free");
    let mut linked: Vec<(&str, &str)> = vec![("", &none)];
    linked.extend(coalitions.iter().map(|(slug, name)| (slug.as_str(), name.as_str())));
    html! {
        h1 { @if standing.is_some() { (say!("signatures-heading-title")) } @else { (say!("signatures-heading-new-title")) } }
        (summary(complaints))
        form method="post" action=(action) novalidate {
            div.pair {
                (Field::line("name", &say!("signatures-name"), &typed.name).optional().hint(&say!("signatures-heading-name-hint")).show(complaints))
                (Field::line("acronym", &say!("signatures-acronym"), &typed.acronym).optional().show(complaints))
            }
            (select(&Field::line("kind", &say!("signatures-heading-kind"), &typed.kind), &[
                ("signatories", &say!("signatures-heading-signatories")),
                ("late", &say!("signatures-heading-late")),
                ("observers", &say!("signatures-heading-observers")),
            ], complaints))
            (select(&Field::line("coalition", &say!("signatures-coalition"), &typed.coalition).hint(&say!("signatures-heading-coalition-hint")), &linked, complaints))
            div.actions { button { (say!("signatures-save")) } a href={ (base) "/list" } { (say!("signatures-back-to-list")) } }
        }
        @if let Some((group, signatories)) = standing {
            section aria-labelledby="removal" {
                h2 id="removal" { (say!("signatures-heading-remove-this")) }
                form method="post" action={ (base) "/list/groups/" (group.id) "/removal" } {
                    @if signatories > 0 {
                        label.choice {
                            input type="checkbox" name="signatories" value="move";
                            " " span { (say!("signatures-heading-signatories-stay", count = signatories)) }
                        }
                    }
                    button.quiet { (say!("signatures-heading-remove")) }
                }
            }
        }
    }
}
