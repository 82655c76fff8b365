//! The signatory list's rule: group, order, number, count. Pure: rows in, list out.

use std::cmp::Ordering as Order;
use std::collections::HashMap;
use std::sync::Arc;

use sha2::{Digest, Sha256};

use crate::db::Moment;
use crate::ids::{GroupId, SignatureId};
use crate::letters::{Grouping, ListRule, Numbering, Ordering};
use crate::text::country;
use crate::text::language::Language;
use crate::text::order::NameOrder;

pub use super::entry::{Entry, Footnote, Group, GroupKind, Status, Withheld};

/// Which heading of the list something stands under.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Place {
    /// A group of the letter.
    Group(GroupId),
    /// A country.
    Country(String),
    /// No heading: those outside every group or country, or all of them where there are none.
    Rest,
    /// Signed after the delivery.
    AfterDelivery,
}

impl Place {
    /// What it is called in pages, in the stream and in what they send back.
    pub fn key(&self) -> String {
        match self {
            Place::Group(id) => id.to_string(),
            Place::Country(code) => code.clone(),
            Place::Rest => "rest".to_owned(),
            Place::AfterDelivery => "after-delivery".to_owned(),
        }
    }

    /// The place of that [`Place::key`], if it is one.
    pub fn read(key: &str) -> Option<Self> {
        match key {
            "rest" => Some(Place::Rest),
            "after-delivery" => Some(Place::AfterDelivery),
            code if code.len() == 2 => Some(Place::Country(code.to_owned())),
            id => id.parse().ok().map(Place::Group),
        }
    }
}

/// What the line of a signature is called in the address of its page (`#signatory-408215137944`), so that
/// one can link to it: the same for ever, whatever its place and number become, also if it is withdrawn,
/// withheld for a time and given again.
///
/// It is drawn out of the signature's id by a hash and no number in the order of signing: whose number is
/// missing there would be known to have been withdrawn before the publication, to wait, or to be withheld,
/// and when that signature was given. Twelve digits: that two of 5,000 lines have the same is a chance of one
/// in 70,000.
pub fn fragment(signature: SignatureId) -> String {
    let digest = Sha256::digest(format!("signatory {signature}"));
    let drawn = digest.iter().take(8).fold(0_u64, |drawn, byte| drawn << 8 | u64::from(*byte));
    format!("signatory-{}", 100_000_000_000 + drawn % 900_000_000_000)
}

/// A heading with its signatories.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ListedGroup {
    /// Which heading.
    pub place: Place,
    /// What those under it are.
    pub kind: GroupKind,
    /// Its words, if it has any.
    pub name: Option<String>,
    /// Its acronym.
    pub acronym: Option<String>,
    /// The coalition it stands for.
    pub coalition: Option<String>,
    /// Its signatories with their names, in order; empty only where all names under it are withheld.
    pub signatories: Vec<Signatory>,
    /// Those whose names are withheld. Readers learn how many there are: no id leaves the program,
    /// for it would tell them apart.
    pub withheld: Vec<SignatureId>,
}

/// A line of the list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Signatory {
    /// Its number, if the list has numbers.
    pub number: Option<usize>,
    /// What stands on it; the same in the next list if nothing of it has changed.
    pub entry: Arc<Entry>,
}

/// The list of a letter.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SignatoryList {
    /// The headings in order.
    pub groups: Vec<ListedGroup>,
    /// How its signatories are numbered.
    pub numbering: Numbering,
    /// Its footnotes, in order, as far as somebody on the list has them.
    pub footnotes: Vec<Footnote>,
}

impl SignatoryList {
    /// How many signatories there are; observers are none. Counted from the list, so that it cannot
    /// differ from it.
    pub fn count(&self) -> usize {
        self.counted().map(|group| group.signatories.len() + group.withheld.len()).sum()
    }

    /// How many of them are withheld.
    pub fn withheld(&self) -> usize {
        self.counted().map(|group| group.withheld.len()).sum()
    }

    fn counted(&self) -> impl Iterator<Item = &ListedGroup> {
        self.groups.iter().filter(|group| group.kind != GroupKind::Observers)
    }

    /// All signatories that are named, in order, each with its group.
    pub fn lines(&self) -> impl Iterator<Item = (&ListedGroup, &Signatory)> {
        self.groups.iter().flat_map(|group| group.signatories.iter().map(move |line| (group, line)))
    }
}

/// Arranges signatures into the list.
///
/// Groups stand by their kind and position, countries by their name in the letter's language; what
/// belongs to none comes after those, without a heading. Under a heading the order is the rule's;
/// equal names stand by time of signing, and equal times by the signature's id, so that the order of
/// two lines never changes unless one of them does.
///
/// A delivered letter's lines stay where they stood and keep their numbers, whatever is done to the
/// rule afterwards; whoever signs later stands under a heading of their own, numbered on from
/// `delivered`, the highest number that was handed over: no number is ever given to another, also
/// when the line that had it has gone. (Observers have no numbers and are not counted; one who comes
/// later stands after the others.)
///
/// Those whose names are `withheld` have no line, no number and no place of their own, so nothing
/// of their names is in what comes out: they are counted at the end of the group they chose. Under
/// a country's heading they would be looked for among its organizations, of which there may be two;
/// so by that rule they are counted among those without a heading.
pub fn arrange(
    entries: impl IntoIterator<Item = impl Into<Arc<Entry>>>,
    withheld: &[Withheld],
    groups: &[Group],
    footnotes: Vec<Footnote>,
    rule: ListRule,
    language: &Language,
    delivered: Option<usize>,
) -> SignatoryList {
    let mut by_place: HashMap<Place, (Vec<Arc<Entry>>, Vec<&Withheld>)> = HashMap::new();
    let late = |place: Place, was_delivered: bool| {
        let observes = matches!(&place, Place::Group(id) if is_of_observers(groups, *id));
        if delivered.is_some() && !was_delivered && !observes { Place::AfterDelivery } else { place }
    };
    for entry in entries {
        let entry: Arc<Entry> = entry.into();
        let place = place_of(entry.group, entry.country.as_deref(), groups, rule.grouping);
        let place = late(place, entry.delivered.is_some());
        by_place.entry(place).or_default().0.push(entry);
    }
    for hidden in withheld {
        let place = late(place_of(hidden.group, None, groups, rule.grouping), hidden.delivered.is_some());
        by_place.entry(place).or_default().1.push(hidden);
    }
    let order = NameOrder::of(language);
    let mut listed: Vec<(Option<i32>, ListedGroup)> = by_place
        .into_iter()
        .map(|(place, (mut entries, hidden))| {
            let first = entries.iter().filter_map(|entry| entry.delivered.map(|(position, _)| position));
            let first = first.chain(hidden.iter().filter_map(|hidden| hidden.delivered)).min();
            match place {
                Place::AfterDelivery => sort(&mut entries, Ordering::Time, &order),
                _ if delivered.is_some() => entries.sort_by_key(|entry| stood(entry)),
                _ => sort(&mut entries, rule.ordering, &order),
            }
            let signatories = entries.into_iter().map(|entry| Signatory { number: None, entry }).collect();
            let mut withheld: Vec<SignatureId> = hidden.iter().map(|hidden| hidden.signature).collect();
            withheld.sort_unstable();
            (first, headed(place, groups, language, signatories, withheld))
        })
        .collect();
    listed.sort_by_cached_key(|(first, group)| {
        let (rank, position) = match &group.place {
            Place::Group(id) => (
                match group.kind {
                    GroupKind::Signatories => 0,
                    GroupKind::Late => 2,
                    GroupKind::Observers => 4,
                },
                groups.iter().find(|g| g.id == *id).map_or(i32::MAX, |g| g.position),
            ),
            Place::Country(_) => (0, 0),
            Place::Rest => (1, 0),
            Place::AfterDelivery => (3, 0),
        };
        (rank, *first, position, group.name.as_deref().map(|name| order.key(name)))
    });
    let mut listed: Vec<ListedGroup> = listed.into_iter().map(|(_, group)| group).collect();
    number(&mut listed, rule.numbering, delivered);
    let has = |sign: &str| {
        let lines = listed.iter().flat_map(|group| &group.signatories);
        lines.into_iter().any(|line| line.entry.footnote.as_deref() == Some(sign))
    };
    let footnotes = footnotes.into_iter().filter(|footnote| has(&footnote.sign)).collect();
    SignatoryList { groups: listed, numbering: rule.numbering, footnotes }
}

/// Where an entry of a delivered letter stood; who came since stands after those who stood there.
fn stood(entry: &Entry) -> (bool, Option<i32>, Moment, SignatureId) {
    let position = entry.delivered.map(|(position, _)| position);
    (position.is_none(), position, entry.signed_at, entry.signature)
}

fn is_of_observers(groups: &[Group], id: GroupId) -> bool {
    groups.iter().any(|group| group.id == id && group.kind == GroupKind::Observers)
}

fn place_of(group: Option<GroupId>, country: Option<&str>, groups: &[Group], grouping: Grouping) -> Place {
    let group = group.and_then(|id| groups.iter().find(|group| group.id == id));
    match (grouping, group) {
        // Late signers and observers stand apart whatever the other headings are.
        (_, Some(group)) if group.kind != GroupKind::Signatories => Place::Group(group.id),
        (Grouping::Coalition, Some(group)) => Place::Group(group.id),
        (Grouping::Country, _) => country.map_or(Place::Rest, |code| Place::Country(code.to_owned())),
        (Grouping::Coalition, None) | (Grouping::None, _) => Place::Rest,
    }
}

fn headed(
    place: Place,
    groups: &[Group],
    language: &Language,
    signatories: Vec<Signatory>,
    withheld: Vec<SignatureId>,
) -> ListedGroup {
    let mut listed = ListedGroup {
        place,
        kind: GroupKind::Signatories,
        name: None,
        acronym: None,
        coalition: None,
        signatories,
        withheld,
    };
    match &listed.place {
        Place::Group(id) => {
            if let Some(group) = groups.iter().find(|group| group.id == *id) {
                listed.kind = group.kind;
                listed.name = Some(group.name.clone()).filter(|name| !name.is_empty());
                listed.acronym.clone_from(&group.acronym);
                listed.coalition.clone_from(&group.coalition);
            }
        }
        Place::Country(code) => listed.name = Some(country::name(code, language)),
        Place::Rest => {}
        Place::AfterDelivery => listed.kind = GroupKind::Late,
    }
    listed
}

fn sort(entries: &mut [Arc<Entry>], ordering: Ordering, order: &NameOrder) {
    let compare = |a: &Arc<Entry>, b: &Arc<Entry>| {
        let names = order.compare(a.sorted_by(), b.sorted_by());
        names.then_with(|| (a.signed_at, a.signature).cmp(&(b.signed_at, b.signature)))
    };
    match ordering {
        // Those that stood in order before, with some more at their end, need one comparison each.
        Ordering::Name if is_nearly_sorted(entries, compare) => entries.sort_by(compare),
        Ordering::Name => {
            entries.sort_by_cached_key(|e| (order.key(e.sorted_by()), e.signed_at, e.signature))
        }
        Ordering::Time => entries.sort_by_key(|e| (e.signed_at, e.signature)),
        // Who was never put anywhere stands after those who were, in the order they came.
        Ordering::Hand => {
            entries.sort_by_key(|e| (e.hand_position.unwrap_or(i32::MAX), e.signed_at, e.signature));
        }
    }
}

/// Whether most lines stand in order already, as far as some of them tell.
fn is_nearly_sorted<T>(lines: &[T], compare: impl Fn(&T, &T) -> Order) -> bool {
    const LOOKED_AT: usize = 32;
    let pairs = lines.windows(2).step_by((lines.len() / LOOKED_AT).max(1));
    pairs.filter(|pair| matches!(pair, [a, b] if compare(a, b) == Order::Greater)).count() <= 1
}

fn number(groups: &mut [ListedGroup], numbering: Numbering, delivered: Option<usize>) {
    let mut next = 1;
    for group in groups {
        if group.kind == GroupKind::Observers || numbering == Numbering::None {
            continue;
        }
        if numbering == Numbering::Restart {
            next = 1;
        } else if group.place == Place::AfterDelivery {
            next = next.max(delivered.unwrap_or(0) + 1);
        }
        for signatory in &mut group.signatories {
            let kept = signatory.entry.delivered.and_then(|(_, number)| usize::try_from(number?).ok());
            let number = kept.unwrap_or(next);
            signatory.number = Some(number);
            next = number + 1;
        }
    }
}

#[cfg(test)]
mod tests;
