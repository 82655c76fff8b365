//! Lines that hold more than an entry's name: the group before its names ("Kenya: A, B, C"), and who
//! signs for an organization, in a line above or below it.

use super::features::Line;
use super::layout::Layout;
use super::markers::Marker;
use super::understanding::Role;
use super::{entries, headings, splitting};

impl Layout<'_, '_> {
    /// "Kenya: River Trust, Hill Trust".
    pub(super) fn group_in_line(&mut self, place: usize, line: &Line<'_>) -> Option<Role> {
        let (head, names) = line.rest.split_once([':', '：'])?;
        let names = super::folding::trimmed(names);
        if line.marker.number().is_some() || !names.chars().any(char::is_alphabetic) || line.words > 400 {
            return None;
        }
        let source = super::source::SourceLine::plain(head);
        let head = Line::of(&source);
        if !head.names_a_part_of_the_world() || names.contains("://") || line.is_prose() && line.pieces() < 3
        {
            return None;
        }
        self.give_heading(place, headings::read(head.rest));
        let parts = splitting::by_signs(names, true);
        self.several(place, &parts);
        Some(Role::Entry)
    }

    /// Whether a line is the country of the entry right above it, in a list that sets them so.
    pub(super) fn is_country_of_entry(&self, line: &Line<'_>) -> bool {
        self.state.countries_below
            && self.state.gap == 0
            && line.marker == Marker::None
            && matches!(self.state.last, Some((_, Role::Entry)))
            && line.names_a_country()
    }

    /// Reads it; it is no part of the printed name, and no entry.
    pub(super) fn country_of_entry(&mut self, place: usize, line: &Line<'_>) -> Role {
        let country = entries::read(&format!("A, {}", line.rest.trim_matches(['(', ')', '[', ']'])), None);
        let above = self.state.last_entry.and_then(|above| self.read.get_mut(above));
        if let Some(entry) = above.and_then(|line| line.entries.last_mut()) {
            entry.country = country.country.or(entry.country.take());
            entry.country_printed = Some(line.rest.to_owned());
        }
        self.has_read(place, Role::Note);
        Role::Note
    }

    /// "Jane Doe, Director" in a line of its own, or "Jane Doe" and "Director" in two, beside the
    /// organization that she signs for.
    pub(super) fn person_in_line(&mut self, place: usize, line: &Line<'_>) -> Option<Role> {
        if line.marker != Marker::None || self.state.marked || self.state.individuals {
            return None;
        }
        let next_to = place.checked_sub(1).filter(|_| self.state.gap == 0);
        let above = next_to.filter(|above| self.state.last == Some((*above, Role::Entry)));
        if entries::is_only_a_job(line.rest) {
            let job = line.rest.trim_end_matches([',', '،']);
            // "Dr. Jane Doe" was known for a person already.
            if let Some(person) = self.state.representative.take_if(|_| next_to.is_some() && above.is_none())
            {
                self.state.representative = Some(format!("{person}, {job}"));
                return Some(Role::Note);
            }
            self.person_above(above?, job)?;
            return Some(Role::Note);
        }
        // "Jane Doe" and below her "Chair, River Trust".
        if let Some((job, organization)) = line.rest.split_once([',', '،'])
            && let Some(above) = above
            && entries::is_only_a_job(job)
            && self.person_above(above, job).is_some()
        {
            self.add(place, super::folding::trimmed(organization), None);
            return Some(Role::Entry);
        }
        if !entries::only_a_person(line.rest) {
            return None;
        }
        let organization_above = above.is_some_and(|above| {
            self.read.get(above).and_then(|line| line.entries.last()).is_some_and(|entry| {
                entry.representative.is_none() && !entries::only_a_person(&entry.printed)
            })
        });
        let first = *self.state.people_first.get_or_insert(!organization_above);
        let person = line.rest.trim_end_matches([',', ';', '،']).to_owned();
        if !first && organization_above {
            let entry = self.read.get_mut(above?)?.entries.last_mut()?;
            entry.representative = Some(person);
            return Some(Role::Note);
        }
        let below = self.lines.at(place + 1)?;
        let organization_below = first
            && !below.blank
            && below.marker == Marker::None
            && below.name >= 0.4
            && !entries::only_a_person(below.rest)
            && !below.ends_the_list();
        organization_below.then(|| {
            self.state.representative = Some(person);
            Role::Note
        })
    }
}

impl Layout<'_, '_> {
    /// What was read of the line above is no organization but who signs for the one to come.
    fn person_above(&mut self, above: usize, job: &str) -> Option<()> {
        let person = self.read.get(above)?.entries.first().map(|entry| entry.printed.clone())?;
        if !entries::is_person(&person) {
            return None;
        }
        self.state.people_first = Some(true);
        self.state.representative = Some(format!("{person}, {job}"));
        let before = self.read.get_mut(above)?;
        before.entries.clear();
        before.marks.clear();
        self.set(above, Role::Note);
        Some(())
    }
}

/// The names behind a country in one part of a line.
pub(super) fn of_a_country(part: &str) -> Option<Vec<String>> {
    let (head, names) = part.split_once([':', '：'])?;
    let bare = ["from ", "From ", "de ", "De ", "من "]
        .iter()
        .find_map(|from| head.strip_prefix(from))
        .unwrap_or(head);
    super::countries::read(bare).filter(|_| names.chars().any(char::is_alphabetic))?;
    Some(splitting::by_signs(names, true))
}
