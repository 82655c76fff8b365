//! The list, line by line: headings, entries, lines that go on, notes; and where it ends.

use super::completion::{claimed, name_lost_groups, text_behind_the_list};
use super::features::Line;
use super::markers::Marker;
use super::region::Lines;
use super::shape::State;
use super::source::{Hint, SourceLine};
use super::splitting;
use super::understanding::{Entry, Heading, Mark, ReadLine, Role, Typed, Understood};
use super::{body, entries, headings};

/// Understands a source.
pub(super) fn understand(source: &[SourceLine]) -> Understood {
    let lines = Lines::of(source);
    let start = lines.beginning().unwrap_or(lines.all.len());
    let read: Vec<ReadLine> = lines
        .all
        .iter()
        .map(|line| ReadLine {
            text: line.source.text.clone(),
            written: line.source.written.clone(),
            role: Role::Ignored,
            heading: None,
            entries: Vec::new(),
            marks: Vec::new(),
        })
        .collect();
    let mut layout = Layout { lines: &lines, read, state: State::default() };
    for (place, role) in body::roles(&lines.all, start).into_iter().enumerate() {
        layout.set(place, role);
    }
    layout.read_list(start);
    text_behind_the_list(&mut layout.read, &lines, start);
    let mut understood = Understood {
        language: String::new(),
        claimed: None,
        lines: layout.read,
        typed: Typed::default(),
        steps: Vec::new(),
    };
    let text = format!("{}\n{}", understood.title(), understood.body());
    let listed = || lines.all.iter().map(|line| line.rest).take(200).collect::<Vec<_>>().join("\n");
    understood.language = body::language(&if text.trim().is_empty() { listed() } else { text }).to_owned();
    understood.claimed = claimed(&understood, start);
    name_lost_groups(&mut understood, &lines);
    understood
}

/// The list while it is read.
pub(super) struct Layout<'l, 's> {
    pub(super) lines: &'l Lines<'s>,
    pub(super) read: Vec<ReadLine>,
    pub(super) state: State,
}

impl Layout<'_, '_> {
    /// Notes what the last line was.
    pub(super) fn has_read(&mut self, place: usize, role: Role) {
        self.state.last = Some((place, role));
    }

    pub(super) fn set(&mut self, place: usize, role: Role) {
        if let Some(line) = self.read.get_mut(place) {
            line.role = role;
        }
    }

    pub(super) fn mark(&mut self, place: usize, mark: Mark) {
        if let Some(line) = self.read.get_mut(place).filter(|line| !line.marks.contains(&mark)) {
            line.marks.push(mark);
        }
    }

    fn read_list(&mut self, start: usize) {
        let lines = self.lines;
        self.begin(start);
        let mut place = start;
        while let Some(line) = lines.at(place) {
            if line.blank {
                self.state.gap += 1;
            } else if line.furniture {
                self.state.page_ended = true;
                // How a mail sets apart what its sender is.
                self.state.ended |= line.source.text.trim_end() == "--" && self.state.last_entry.is_some();
            } else if line.source.hint == Hint::Row && !self.state.ended {
                place = self.table(place);
                continue;
            } else {
                let role = self.line(place, line);
                self.set(place, role);
                if role == Role::Entry {
                    self.state.last_entry = Some(place);
                }
                if role != Role::Note {
                    self.state.last = Some((place, role));
                }
                self.state.gap = 0;
                self.state.page_ended = false;
            }
            place += 1;
        }
    }

    fn line(&mut self, place: usize, line: &Line<'_>) -> Role {
        if line.cue && self.lines.is_cue(place)
            || self.state.last.is_none() && (line.lists_behind_colon() || line.behind_by().is_some())
        {
            if self.state.last.is_some() || self.state.ended {
                self.begin(place);
            }
            return self.cue(place, line);
        }
        let counts_on = line.marker.number().is_some_and(|number| {
            self.state.last_number.is_some_and(|last| number == last.saturating_add(1))
        });
        if self.state.ended && !(counts_on && line.name >= 0.4) {
            return Role::Note;
        }
        self.state.ended = false;
        if line.is_withheld() {
            self.mark(place, Mark::Withheld(line.withheld()));
            if let Some(number) = line.marker.number() {
                self.state.last_number = Some(number);
            }
            return Role::Note;
        }
        if self.is_footnote(line) {
            self.state.ended = true;
            return Role::Note;
        }
        if line.marker != Marker::None {
            return self.marked_entry(place, line);
        }
        if let Some(role) = self.group_in_line(place, line) {
            return role;
        }
        if line.ends_the_list() && (line.pieces() < 4 || line.is_prose()) {
            let goes_on = self.state.marked
                && self.next_number(place).is_some_and(|next| {
                    Some(next) == self.state.last_number.map(|last| last.saturating_add(1))
                });
            // What stands between the heading of a list and its first name does not end it.
            let begun = self.state.last_entry.is_some() || !line.is_prose();
            self.state.ended = begun && !goes_on;
            return Role::Note;
        }
        if self.goes_on(place, line) {
            return self.continuation(place, line);
        }
        if self.is_country_of_entry(line) {
            return self.country_of_entry(place, line);
        }
        if self.state.marked { self.unmarked(place, line) } else { self.plain(place, line) }
    }

    fn next_number(&self, place: usize) -> Option<u32> {
        self.lines.after(place).and_then(|next| self.lines.at(next)).and_then(|next| next.marker.number())
    }

    fn cue(&mut self, place: usize, line: &Line<'_>) -> Role {
        let names = line.behind_cue().or_else(|| line.behind_by());
        let Some(names) = names else {
            if line.closes() || line.names_senders() {
                self.give_heading(place, Heading::default());
                return Role::Heading;
            }
            return self.heading(place, line);
        };
        let cue = line.rest.split_once([':', '：']).map_or("", |(cue, _)| cue);
        self.give_heading(place, headings::read_cue(cue));
        let parts = splitting::by_signs(names, true);
        self.several(place, &parts);
        Role::Entry
    }

    /// Whether a line is the footnote of an entry that ended with the same sign, or says what a sign means.
    fn is_footnote(&self, line: &Line<'_>) -> bool {
        let explains = line.marker == Marker::None && line.words >= 5 && line.capitals() < 0.5;
        let of_an_entry = self.state.signed
            && (line.rest.ends_with(['.', '!']) || line.capitals() < 0.6 || self.state.gap > 0)
            && self.state.last_entry.and_then(|entry| self.lines.at(entry)).is_some_and(|entry| {
                entry.footnote_sign().is_none() // where stars are bullets they are none
            });
        line.footnote_sign().is_some_and(|sign| {
            explains || of_an_entry || sign.starts_with(super::notes::SMALL_NUMBERS) && line.words >= 3
        })
    }

    /// `[1] …` where the entries are numbered in another way.
    fn numbers_a_reference(&self, line: &Line<'_>) -> bool {
        let opens = |line: &Line<'_>| super::folding::trimmed(&line.source.text).starts_with('[');
        let entry = self.state.last_entry.and_then(|entry| self.lines.at(entry));
        opens(line) && self.state.gap > 0 && entry.is_some_and(|entry| !opens(entry))
    }

    pub(super) fn several(&mut self, place: usize, parts: &[String]) {
        if parts.len() > 1 {
            self.mark(place, Mark::SeveralInOneLine);
        }
        for part in parts {
            // "from Kenya: River Trust, Hill Trust; from Peru: …"
            match super::people_lines::of_a_country(part) {
                Some(names) => names.iter().for_each(|name| self.add(place, name, None)),
                None => self.add(place, part, None),
            }
        }
    }

    pub(super) fn add(&mut self, place: usize, printed: &str, number: Option<u32>) {
        let mut entry = entries::read(printed, number);
        if let Some(person) = self.state.representative.take() {
            entry.representative = entry.representative.or(Some(person));
        }
        self.state.signed |= printed.trim_end().ends_with(super::notes::FOOTNOTE_SIGNS);
        let person = entries::only_a_person(printed);
        self.push(place, entry);
        if person {
            self.mark(place, Mark::PossiblePerson);
        }
    }

    pub(super) fn push(&mut self, place: usize, entry: Entry) {
        if let Some(line) = self.read.get_mut(place) {
            line.entries.push(entry);
        }
        self.state.heading_since_entry = false;
    }

    pub(super) fn give_heading(&mut self, place: usize, mut heading: Heading) {
        // "Individuals", then "Affiliations are for identification only", or "Kenya".
        let goes_on = self.state.heading_since_entry || heading.country.is_some();
        heading.individuals |=
            self.state.individuals && goes_on && !headings::of_organizations(&heading.name);
        self.state.named_group |= !heading.name.is_empty();
        self.state.heading_since_entry = true;
        self.state.individuals = heading.individuals;
        if let Some(line) = self.read.get_mut(place) {
            line.heading = Some(heading);
        }
    }

    fn heading(&mut self, place: usize, line: &Line<'_>) -> Role {
        let mut heading = headings::read(line.rest);
        // A second list has the words over it for a name: "Signatures added after 1 June"; and where its
        // siblings have names, so has "NGOs".
        let tells = line.cue || (self.state.named_group && !self.state.individuals);
        if heading.name.is_empty() && tells && self.state.last_entry.is_some() {
            heading.name = headings::in_its_words(line.rest);
        }
        self.give_heading(place, heading);
        Role::Heading
    }

    fn marked_entry(&mut self, place: usize, line: &Line<'_>) -> Role {
        let restarts = line.marker == Marker::Number(1) && self.state.last_number.is_some();
        let begins = restarts || (!self.state.marked && self.state.last_entry.is_some());
        let new_list = begins
            && line.marker.number() == Some(1)
            && self.state.gap > 0
            && !self.state.heading_since_entry
            && (line.name < 0.35 || self.lines.references_begin(place));
        if new_list || self.numbers_a_reference(line) {
            self.state.ended = true; // notes that nothing announces
            return Role::Note;
        }
        let numbered_heading = line.marker.number().is_some()
            && line.words <= 10
            && self.state.bullets
            && self
                .lines
                .after(place)
                .and_then(|next| self.lines.at(next))
                .is_some_and(|next| next.marker == Marker::Bullet);
        if numbered_heading {
            return self.heading(place, line);
        }
        if line.marker == Marker::Bullet && line.is_surely_heading() && self.next_number(place).is_some() {
            return self.heading(place, line);
        }
        self.find_lost_heading(place, restarts);
        match line.marker.number() {
            Some(number) => {
                let parts = splitting::by_numbers(line, number, self.state.step);
                if parts.len() > 1 {
                    self.mark(place, Mark::SeveralInOneLine);
                }
                for (number, part) in parts {
                    self.add(place, part, Some(number));
                    self.state.last_number = Some(number);
                }
            }
            None => {
                let parts = splitting::by_signs(line.rest, false);
                self.several(place, &parts);
            }
        }
        Role::Entry
    }

    /// A line without a mark in a list that has marks: a heading, the rest of the line above, or
    /// where the list ends.
    fn unmarked(&mut self, place: usize, line: &Line<'_>) -> Role {
        let next = self
            .lines
            .after(place)
            .filter(|next| *next < self.state.until)
            .and_then(|next| self.lines.at(next));
        let next_is_marked = next.is_some_and(|next| next.marker != Marker::None);
        let after_heading = matches!(self.state.last, Some((_, Role::Heading))) || self.follows_plain_entry();
        if next_is_marked {
            return self.before_a_marked_line(place, line);
        }
        let next_is_name = next.is_some_and(|next| next.name >= 0.5 && !next.ends_the_list());
        if line.is_surely_heading() && next_is_name {
            return self.heading(place, line);
        }
        if after_heading && line.name >= 0.5 && line.may_be_heading() {
            self.add(place, line.rest, None);
            return Role::Entry;
        }
        if self.lines.marked(place, self.state.until) > 0 && line.may_be_heading() {
            return self.heading(place, line);
        }
        self.state.ended = self.lines.marked(place, self.state.until) == 0;
        Role::Note
    }

    fn follows_plain_entry(&self) -> bool {
        let Some((last, Role::Entry)) = self.state.last else { return false };
        self.lines.at(last).is_some_and(|line| line.marker == Marker::None) && self.state.gap <= 1
    }

    fn before_a_marked_line(&mut self, place: usize, line: &Line<'_>) -> Role {
        let after_entry = matches!(self.state.last, Some((_, Role::Entry | Role::Continuation)));
        let restarts = self.next_number(place) == Some(1);
        let apart = self.state.gap > 0 || !matches!(line.source.hint, Hint::Plain) || line.shouts();
        if !line.may_be_heading() && !line.is_surely_heading() {
            return Role::Note;
        }
        if !after_entry || restarts || apart || line.is_surely_heading() || line.names_a_part_of_the_world() {
            return self.heading(place, line);
        }
        let above = self.state.last.and_then(|(last, _)| self.lines.at(last));
        let full = self.is_right_below(place)
            && above.is_some_and(|above| {
                above.rest.chars().count() * 10 >= self.state.longest * 8 && above.rest.chars().count() >= 40
            });
        if full {
            return self.continuation(place, line);
        }
        self.mark(place, Mark::PossibleHeading);
        self.heading(place, line)
    }

    /// A line in a list without marks.
    fn plain(&mut self, place: usize, line: &Line<'_>) -> Role {
        let next = self.lines.after(place).filter(|next| *next < self.state.until);
        let next_line = next.and_then(|next| self.lines.at(next));
        let followed = next_line.is_some_and(|next| {
            (next.name >= 0.4 || next.is_surely_heading()) && !next.ends_the_list() || next.pieces() >= 3
        });
        if followed && self.is_plain_heading(line, next_line, next == Some(place + 1)) {
            return self.heading(place, line);
        }
        let first = self.state.last.is_none();
        if line.name < 0.3 && line.words > 9 || (first && line.rest.ends_with([':', '：'])) {
            return Role::Note;
        }
        if let Some(role) = self.person_in_line(place, line) {
            return role;
        }
        self.find_lost_heading_in_plain(place);
        let parts = splitting::by_signs(
            line.rest,
            self.state.commas && !self.state.individuals || (line.pieces() >= 6 && line.words > 24),
        );
        self.several(place, &parts);
        Role::Entry
    }

    fn is_plain_heading(&self, line: &Line<'_>, next: Option<&Line<'_>>, next_is_close: bool) -> bool {
        let begins = !matches!(self.state.last, Some((_, Role::Entry | Role::Continuation)));
        let apart = begins || self.state.gap > usize::from(self.state.double_spaced);
        let bold = line.source.hint == Hint::Bold && next.is_some_and(|next| next.source.hint != Hint::Bold);
        if line.is_surely_heading() || bold || line.has_ordinal() {
            return true;
        }
        if line.names_a_part_of_the_world() {
            // "AFRICA" over "Kenya": a part of the world may head another, a country none.
            let below = next.is_some_and(Line::names_a_part_of_the_world);
            return (apart || line.words <= 3) && (!below || !line.names_a_country());
        }
        let alone = apart && next_is_close && !self.state.double_spaced;
        let shouts = line.shouts() && next.is_some_and(|next| !next.shouts());
        let alliance = super::folding::has_any(
            &line.folded,
            &[
                "alliance",
                "coalition",
                "coalicion",
                "coalizao",
                "platform",
                "plateforme",
                "bundnis",
                "تحالف",
                "ايتلاف",
            ],
        );
        let announced_before = self.state.named_group || begins;
        alone && line.may_be_heading() && (shouts || (alliance && announced_before && self.state.parted > 0))
    }
}
