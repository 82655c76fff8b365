//! Where in a source the list of signatories is.

use std::collections::HashMap;

use super::features::Line;
use super::markers::Marker;
use super::source::Hint;

/// How many lines behind a cue are looked at; so that a thousand cues take no longer than one each.
const FAR: usize = 30;

/// The lines of a source, with what is asked of many of them counted beforehand.
pub(super) struct Lines<'a> {
    /// All lines.
    pub all: Vec<Line<'a>>,
    /// For each line the next one that is neither empty nor furniture, after it.
    next: Vec<usize>,
    /// How many of the lines before are marked, shown, prose, empty.
    sums: Vec<[usize; 4]>,
}

impl<'a> Lines<'a> {
    /// Looks at all lines.
    pub(super) fn of(source: &'a [super::source::SourceLine]) -> Self {
        let mut all: Vec<Line<'a>> = source.iter().map(Line::of).collect();
        mark_running_heads(&mut all);
        let next = following(&all);
        settle_loose_numbers(&mut all, &next);
        let mut sums = Vec::with_capacity(all.len() + 1);
        let mut sum = [0_usize; 4];
        sums.push(sum);
        for line in &all {
            let shown = !line.blank && !line.furniture;
            let here = [shown && line.marker != Marker::None, shown, shown && line.is_prose(), line.blank];
            for (total, is) in sum.iter_mut().zip(here) {
                *total += usize::from(is);
            }
            sums.push(sum);
        }
        Self { all, next, sums }
    }

    /// The line at a place.
    pub(super) fn at(&self, place: usize) -> Option<&Line<'a>> {
        self.all.get(place)
    }

    /// The place of the next line that says something.
    pub(super) fn after(&self, place: usize) -> Option<usize> {
        self.next.get(place).copied().filter(|next| *next < self.all.len())
    }

    fn between(&self, from: usize, to: usize) -> [usize; 4] {
        let (Some(before), Some(after)) = (self.sums.get(from), self.sums.get(to.min(self.all.len()))) else {
            return [0; 4];
        };
        let mut counts = [0; 4];
        for (count, (after, before)) in counts.iter_mut().zip(after.iter().zip(before)) {
            *count = after.saturating_sub(*before);
        }
        counts
    }

    /// How many lines of a stretch are marked.
    pub(super) fn marked(&self, from: usize, to: usize) -> usize {
        self.between(from, to)[0]
    }

    /// How many say something.
    pub(super) fn shown(&self, from: usize, to: usize) -> usize {
        self.between(from, to)[1]
    }

    /// How many are running text.
    pub(super) fn prose(&self, from: usize, to: usize) -> usize {
        self.between(from, to)[2]
    }

    /// How many are empty.
    pub(super) fn blank(&self, from: usize, to: usize) -> usize {
        self.between(from, to)[3]
    }

    /// How much the lines after a place look like names.
    fn follows_a_list(&self, cue: usize) -> f32 {
        let (mut score, mut seen) = (0.0_f32, 0.0_f32);
        let mut place = cue;
        let mut looked_at = 0;
        while let Some(next) = self.after(place).filter(|_| seen < 8.0 && looked_at < FAR) {
            place = next;
            looked_at += 1;
            let Some(line) = self.at(next) else { break };
            if line.is_surely_heading() || line.is_withheld() {
                continue;
            }
            if line.ends_the_list() && seen > 0.0 && line.pieces() < 4 {
                break;
            }
            seen += 1.0;
            score += if line.source.hint == Hint::Row { 0.9 } else { line.name };
        }
        if seen == 0.0 { 0.0 } else { score / seen }
    }

    /// Whether several names follow the close of a letter, and not only who wrote it.
    fn names_follow(&self, place: usize) -> bool {
        let (mut names, mut at) = (0, place);
        for _ in 0..8 {
            let Some(next) = self.after(at) else { break };
            let Some(line) = self.at(next) else { break };
            at = next;
            let person = super::entries::is_only_a_job(line.rest)
                || super::entries::only_a_person(line.rest)
                || self.stands_over_a_job(next);
            if line.ends_the_list() && line.pieces() < 4 {
                break;
            }
            if (line.name >= 0.5 || line.pieces() >= 4) && !person {
                names += if line.pieces() >= 3 { 3 } else { 1 };
            }
        }
        names >= 3 || (names >= 2 && self.follows_a_list(place) >= 0.8)
    }

    /// Whether what somebody does stands right below a line, which is then their name.
    fn stands_over_a_job(&self, place: usize) -> bool {
        self.at(place + 1).is_some_and(|next| super::entries::is_only_a_job(next.rest))
    }

    /// Whether references begin at this numbered line: most of those that count on from it read so.
    pub(super) fn references_begin(&self, place: usize) -> bool {
        let (mut seen, mut references, mut at) = (0, 0, Some(place));
        while let Some(line) = at.and_then(|at| self.at(at)).filter(|_| seen < 6) {
            if line.marker.number() != Some(seen + 1) {
                break;
            }
            seen += 1;
            references += u32::from(line.is_reference());
            at = at.and_then(|at| self.after(at));
        }
        references > 0 && references * 2 >= seen
    }

    /// Whether a list of signatories follows this line.
    pub(super) fn is_cue(&self, place: usize) -> bool {
        let Some(line) = self.at(place).filter(|line| line.cue) else { return false };
        if line.behind_cue().is_some_and(|names| {
            !line.leads_to_demands() && names.split([',', ';', '،', '؛', '|']).count() > 1
        }) && !line.rest.contains(". ")
        {
            return true;
        }
        if line.closes() || line.names_senders() {
            let text_first = self.prose(0, place) > 0;
            return (line.closes() == text_first || line.closes()) && self.names_follow(place);
        }
        // A title that speaks of signatories stands over the text, not over the list.
        let next = self.after(place).and_then(|next| self.at(next));
        if self.shown(0, place) == 0 && (next.is_some_and(Line::is_prose) || line.behind_cue().is_some()) {
            return false;
        }
        let enough = if line.leads_to_demands() { 0.85 } else { 0.5 };
        self.follows_a_list(place) >= enough
    }

    /// Where the list begins: at the line that announces it, its first heading or its first entry.
    pub(super) fn beginning(&self) -> Option<usize> {
        if self.all.iter().all(|line| line.blank || line.source.hint == Hint::Row) {
            return Some(0);
        }
        self.announced()
            .or_else(|| self.marked_run())
            .or_else(|| self.rows())
            .or_else(|| self.last_names())
            .or_else(|| self.run_in())
    }

    /// "The alliance includes: A; B; C", where nothing else is a list.
    fn run_in(&self) -> Option<usize> {
        (0..self.all.len()).rev().find(|place| {
            self.at(*place).is_some_and(|line| line.lists_behind_colon() || line.behind_by().is_some())
        })
    }

    fn announced(&self) -> Option<usize> {
        let cues: Vec<usize> = (0..self.all.len()).filter(|place| self.is_cue(*place)).collect();
        let mut start = *cues.last()?;
        // Who closes a letter and then says whose names follow has closed the text, not begun the list.
        let only_closes = |cue: usize| {
            let next = cues.get(cues.partition_point(|next| *next <= cue)).copied();
            self.at(cue).is_some_and(Line::closes) && next.is_some_and(|next| self.shown(cue, next) <= 4)
        };
        for cue in cues.iter().rev().filter(|cue| !only_closes(**cue)) {
            if self.prose(*cue, start) >= 2 {
                break;
            }
            start = *cue;
        }
        Some(start)
    }

    /// The last numbered or bulleted lines that look like names, with those before them that do.
    fn marked_run(&self) -> Option<usize> {
        let runs = self.runs();
        let mut start = None;
        for run in runs.iter().rev() {
            let led_by = run.before.and_then(|place| self.at(place));
            let demands = led_by.is_some_and(|line| {
                line.leads_to_demands() || super::words::NOTES.contains(&line.folded.as_str())
            });
            let fits = run.items >= 2 && run.score / run.items as f32 >= 0.5 && !demands;
            match start {
                None if fits => start = Some(run),
                Some(later) if fits && self.prose(run.last, later.first) == 0 => start = Some(run),
                Some(_) => break,
                None => {}
            }
        }
        let run = start?;
        let heading = run
            .before
            .filter(|place| self.at(*place).is_some_and(|line| line.may_be_heading() && line.words <= 14));
        let after_text = heading.is_none_or(|place| self.shown(0, place) > 0);
        Some(heading.filter(|_| after_text).unwrap_or(run.first))
    }

    fn runs(&self) -> Vec<Run> {
        let mut runs: Vec<Run> = Vec::new();
        let mut before = None;
        let mut last_shown = None;
        for (place, line) in self.all.iter().enumerate().filter(|(_, line)| !line.blank && !line.furniture) {
            if line.marker != Marker::None {
                let goes_on = runs.last().is_some_and(|run: &Run| {
                    let directly = last_shown == Some(run.last);
                    let heading = before.is_some_and(|place| {
                        place > run.last
                            && self.prose(run.last + 1, place + 1) == 0
                            && self.shown(run.last + 1, place + 1) == 1
                    });
                    let same = matches!(
                        (run.marker, line.marker),
                        (Marker::Bullet, Marker::Bullet) | (Marker::Number(_), Marker::Number(_))
                    );
                    let restarts = line.marker == Marker::Number(1);
                    same && !restarts && (directly || heading)
                });
                match runs.last_mut().filter(|_| goes_on) {
                    Some(run) => {
                        run.last = place;
                        run.items += 1;
                        run.score += line.name;
                    }
                    None => runs.push(Run {
                        first: place,
                        last: place,
                        items: 1,
                        score: line.name,
                        marker: line.marker,
                        before,
                    }),
                }
            } else {
                before = Some(place);
            }
            last_shown = Some(place);
        }
        runs
    }

    fn rows(&self) -> Option<usize> {
        let rows: Vec<usize> = self
            .all
            .iter()
            .enumerate()
            .filter(|(_, line)| line.source.hint == Hint::Row)
            .map(|(place, _)| place)
            .collect();
        (rows.len() >= 2).then(|| rows.first().copied()).flatten()
    }

    /// Short lines after the last running text.
    fn last_names(&self) -> Option<usize> {
        let mut stretch: Option<(usize, usize, f32)> = None;
        let mut found = None;
        let mut prose_seen = false;
        for (place, line) in self.all.iter().enumerate().filter(|(_, line)| !line.blank && !line.furniture) {
            if line.ends_the_list() || line.words > 20 {
                prose_seen |= line.is_prose();
                stretch = None;
                continue;
            }
            if prose_seen && line.name >= 0.3 {
                let (first, items, score) = stretch.unwrap_or((place, 0, 0.0));
                // A letter that one person signs has a name, what she does, and for whom.
                if super::entries::is_only_a_job(line.rest) || self.stands_over_a_job(place) {
                    stretch = Some((first, items, score));
                    continue;
                }
                stretch = Some((first, items + 1, score + line.name));
                if items + 1 >= 3 && (score + line.name) / (items + 1) as f32 >= 0.6 {
                    found = Some(first);
                }
            }
        }
        found
    }
}

struct Run {
    first: usize,
    last: usize,
    items: usize,
    score: f32,
    marker: Marker,
    before: Option<usize>,
}

/// Lines that stand on every page are furniture: the same words with the number of the page, or the
/// same line with the same date in it. "Local 79" and "Local 416" are two unions.
fn mark_running_heads(all: &mut [Line<'_>]) {
    let key = |line: &Line<'_>| -> Option<String> {
        let fits = line.marker == Marker::None && (2..=20).contains(&line.words);
        let is_number = |word: &&str| word.chars().all(|c| super::folding::digit(c).is_some());
        let (numbers, words): (Vec<&str>, Vec<&str>) = line.folded.split(' ').partition(is_number);
        if !fits || numbers.is_empty() || words.len() < 2 {
            return None;
        }
        let of_page =
            ["page", "pagina", "seite", "صفحة", "الصفحة", "pag"].iter().any(|page| words.contains(page));
        Some(if of_page { format!("page {}", words.join(" ")) } else { line.folded.clone() })
    };
    let mut seen: HashMap<String, usize> = HashMap::new();
    for key in all.iter().filter_map(key) {
        let weight = if key.starts_with("page ") { 3 } else { 2 };
        *seen.entry(key).or_default() += weight;
    }
    for line in all.iter_mut() {
        line.furniture |= key(line).and_then(|key| seen.get(&key).copied()).is_some_and(|often| often >= 6);
    }
}

fn following(all: &[Line<'_>]) -> Vec<usize> {
    let mut next = vec![all.len(); all.len()];
    let mut seen = all.len();
    for ((place, line), kept) in all.iter().enumerate().zip(next.iter_mut()).rev() {
        *kept = seen;
        if !line.blank && !line.furniture {
            seen = place;
        }
    }
    next
}

/// Numbers without a sign behind them are marks where they count on; elsewhere they are part of the
/// name.
fn settle_loose_numbers(all: &mut [Line<'_>], next: &[usize]) {
    let markers: Vec<Marker> = all.iter().map(|line| line.marker).collect();
    let mut last: Option<u32> = None;
    let mut since = 0;
    for (place, line) in all.iter_mut().enumerate() {
        if line.marker == Marker::None && !line.blank && !line.furniture {
            // What counts on stands right below, or below a heading.
            since += 1;
            last = last.filter(|_| since <= 2 && !line.is_prose());
        }
        match line.marker {
            Marker::Number(number) => (last, since) = (Some(number), 0),
            Marker::Loose(number) => {
                let follower = next.get(place).and_then(|next| markers.get(*next));
                let counts_on = matches!(follower, Some(Marker::Loose(n) | Marker::Number(n)) if *n == number.saturating_add(1));
                // A few may be missing; 350 after 3 is part of a name.
                let continues = last
                    .is_some_and(|last| (last.saturating_add(1)..=last.saturating_add(4)).contains(&number));
                if continues || (number == 1 && counts_on) {
                    line.marker = Marker::Number(number);
                    line.loose = true;
                    let inside = super::splitting::by_numbers(line, number, None);
                    (last, since) = (inside.last().map(|(number, _)| *number), 0);
                } else {
                    line.marker = Marker::None;
                    line.rest = super::folding::trimmed(&line.source.text);
                    line.folded = super::folding::fold(&line.rest.chars().take(600).collect::<String>());
                    line.name = line.name.max(0.5);
                }
            }
            Marker::None | Marker::Bullet => {}
        }
    }
}
