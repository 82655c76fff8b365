//! The form of a heading.

use maud::{Markup, html};

use super::base;
use crate::letters::Letter;
use crate::signatures::groups::NewGroup;
use crate::signatures::list::Group;
use crate::text::complaints::Complaints;
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
    let mut linked: Vec<(&str, &str)> = vec![("", "None: a free heading")];
    linked.extend(coalitions.iter().map(|(slug, name)| (slug.as_str(), name.as_str())));
    html! {
        h1 { @if standing.is_some() { "A heading of the list" } @else { "A new heading of the list" } }
        (summary(complaints))
        form method="post" action=(action) novalidate {
            div.pair {
                (Field::line("name", "Name", &typed.name).optional().hint("Empty for a group without a heading, or for the coalition’s own name.").show(complaints))
                (Field::line("acronym", "Acronym", &typed.acronym).optional().show(complaints))
            }
            (select(&Field::line("kind", "What stands under it", &typed.kind), &[
                ("signatories", "Signatories"),
                ("late", "Late signatories, after the others"),
                ("observers", "Observers, last and not counted"),
            ], complaints))
            (select(&Field::line("coalition", "Coalition", &typed.coalition).hint("Its members who sign choose to stand under this heading."), &linked, complaints))
            div.actions { button { "Save" } a href={ (base) "/list" } { "Back to the list" } }
        }
        @if let Some((group, signatories)) = standing {
            section aria-labelledby="removal" {
                h2 id="removal" { "Remove this heading" }
                form method="post" action={ (base) "/list/groups/" (group.id) "/removal" } {
                    @if signatories > 0 {
                        label.choice {
                            input type="checkbox" name="signatories" value="move";
                            " " span { "Its " (signatories) " signatories stay on the list and stand without a heading." }
                        }
                    }
                    button.quiet { "Remove the heading" }
                }
            }
        }
    }
}
