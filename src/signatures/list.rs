//! The signatory list's rule: group, order, number, count. Pure: rows in, list out.

use std::collections::HashMap;

use crate::ids::GroupId;
use crate::letters::{Grouping, ListRule, Numbering, Ordering};
use crate::text::country;
use crate::text::language::Language;
use crate::text::order::NameOrder;

pub use super::entry::{Entry, Footnote, Group, GroupKind, Status};

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
    /// Its signatories, in order; never empty.
    pub signatories: Vec<Signatory>,
}

/// A line of the list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Signatory {
    /// Its number, if the list has numbers.
    pub number: Option<usize>,
    /// What stands on it.
    pub entry: Entry,
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
        let counted = self.groups.iter().filter(|group| group.kind != GroupKind::Observers);
        counted.map(|group| group.signatories.len()).sum()
    }

    /// All signatories in order, each with its group.
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
/// A `delivered` letter's lines stay where they stood and keep their numbers, whatever is done to
/// the rule afterwards; whoever signs later stands under a heading of their own, numbered on.
pub fn arrange(
    entries: Vec<Entry>,
    groups: &[Group],
    footnotes: Vec<Footnote>,
    rule: ListRule,
    language: &Language,
    delivered: bool,
) -> SignatoryList {
    let mut by_place: HashMap<Place, Vec<Entry>> = HashMap::new();
    for entry in entries {
        let place = if delivered && entry.delivered.is_none() {
            Place::AfterDelivery
        } else {
            place_of(&entry, groups, rule.grouping)
        };
        by_place.entry(place).or_default().push(entry);
    }
    let order = NameOrder::of(language);
    let mut listed: Vec<ListedGroup> = by_place
        .into_iter()
        .map(|(place, mut entries)| {
            match place {
                Place::AfterDelivery => sort(&mut entries, Ordering::Time, &order),
                _ if delivered => entries.sort_by_key(|entry| entry.delivered.map(|(position, _)| position)),
                _ => sort(&mut entries, rule.ordering, &order),
            }
            let signatories = entries.into_iter().map(|entry| Signatory { number: None, entry }).collect();
            headed(place, groups, language, signatories)
        })
        .collect();
    listed.sort_by_cached_key(|group| {
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
        let stood =
            group.signatories.first().and_then(|line| line.entry.delivered).map(|(position, _)| position);
        (rank, stood, position, group.name.as_deref().map(|name| order.key(name)))
    });
    number(&mut listed, rule.numbering);
    let has = |sign: &str| {
        let lines = listed.iter().flat_map(|group| &group.signatories);
        lines.into_iter().any(|line| line.entry.footnote.as_deref() == Some(sign))
    };
    let footnotes = footnotes.into_iter().filter(|footnote| has(&footnote.sign)).collect();
    SignatoryList { groups: listed, numbering: rule.numbering, footnotes }
}

fn place_of(entry: &Entry, groups: &[Group], grouping: Grouping) -> Place {
    let group = entry.group.and_then(|id| groups.iter().find(|group| group.id == id));
    match (grouping, group) {
        // Late signers and observers stand apart whatever the other headings are.
        (_, Some(group)) if group.kind != GroupKind::Signatories => Place::Group(group.id),
        (Grouping::Coalition, Some(group)) => Place::Group(group.id),
        (Grouping::Country, _) => entry.country.clone().map_or(Place::Rest, Place::Country),
        (Grouping::Coalition, None) | (Grouping::None, _) => Place::Rest,
    }
}

fn headed(place: Place, groups: &[Group], language: &Language, signatories: Vec<Signatory>) -> ListedGroup {
    let mut listed = ListedGroup {
        place,
        kind: GroupKind::Signatories,
        name: None,
        acronym: None,
        coalition: None,
        signatories,
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

fn sort(entries: &mut [Entry], ordering: Ordering, order: &NameOrder) {
    let by = |entry: &Entry| order.key(entry.sort_name.as_deref().unwrap_or(&entry.name));
    match ordering {
        Ordering::Name => entries.sort_by_cached_key(|e| (by(e), e.signed_at, e.signature)),
        Ordering::Time => entries.sort_by_key(|e| (e.signed_at, e.signature)),
        // Who was never put anywhere stands after those who were, in the order they came.
        Ordering::Hand => {
            entries.sort_by_key(|e| (e.hand_position.unwrap_or(i32::MAX), e.signed_at, e.signature));
        }
    }
}

fn number(groups: &mut [ListedGroup], numbering: Numbering) {
    let mut next = 1;
    for group in groups {
        if group.kind == GroupKind::Observers || numbering == Numbering::None {
            continue;
        }
        if numbering == Numbering::Restart {
            next = 1;
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
mod tests {
    use super::*;
    use crate::db::Moment;
    use crate::ids::SignatureId;
    use crate::organizations::VerifiedBy;
    use proptest::prelude::*;
    use std::collections::HashSet;

    const NAMES: [&str; 8] = ["Zebra", "The Élan", "eden", "Eden", "بسمة", "زيتونة", "الهلال", "Émissa"];
    const COUNTRIES: [Option<&str>; 4] = [None, Some("SY"), Some("TR"), Some("LB")];

    #[derive(Debug, Clone)]
    struct Raw {
        name: usize,
        country: usize,
        group: Option<usize>,
        signed: i64,
        hand: Option<i32>,
    }

    fn raw() -> impl Strategy<Value = Raw> {
        (0..8_usize, 0..4_usize, proptest::option::of(0..4_usize), 0..5_i64, proptest::option::of(0..6))
            .prop_map(|(name, country, group, signed, hand)| Raw { name, country, group, signed, hand })
    }

    fn rule() -> impl Strategy<Value = ListRule> {
        (
            prop_oneof![Just(Grouping::Coalition), Just(Grouping::Country), Just(Grouping::None)],
            prop_oneof![Just(Ordering::Name), Just(Ordering::Time), Just(Ordering::Hand)],
            prop_oneof![Just(Numbering::Through), Just(Numbering::Restart), Just(Numbering::None)],
        )
            .prop_map(|(grouping, ordering, numbering)| ListRule { grouping, ordering, numbering })
    }

    /// Three groups of the letter; the fourth index is a group that is gone.
    fn groups() -> (Vec<Group>, Vec<GroupId>) {
        let ids: Vec<GroupId> = (0..4).map(|_| GroupId::new()).collect();
        let positions = [2, 0, 1];
        let groups = ids.iter().zip(positions).map(|(id, position)| Group {
            kind: GroupKind::Signatories,
            id: *id,
            name: format!("Group {position}"),
            acronym: None,
            coalition: None,
            position,
        });
        (groups.collect(), ids)
    }

    fn entries(raws: &[Raw], ids: &[GroupId]) -> Vec<Entry> {
        raws.iter()
            .map(|raw| Entry {
                signature: SignatureId::new(),
                status: Status::Confirmed,
                slug: None,
                sort_name: None,
                members: None,
                footnote: None,
                delivered: None,
                name: NAMES[raw.name].to_owned(),
                acronym: None,
                country: COUNTRIES[raw.country].map(str::to_owned),
                verified_by: Some(VerifiedBy::Email),
                verified_at: None,
                group: raw.group.map(|g| ids[g]),
                representative: None,
                revision: Some(1),
                signed_at: Moment::from_micros(raw.signed),
                hand_position: raw.hand,
            })
            .collect()
    }

    proptest! {
        #[test]
        fn nobody_is_lost_nobody_is_twice(raws in proptest::collection::vec(raw(), 0..40), rule in rule()) {
            let (groups, ids) = groups();
            let entries = entries(&raws, &ids);
            let list = arrange(entries.clone(), &groups, vec![], rule, &Language::english(), false);
            let before: HashSet<_> = entries.iter().map(|e| e.signature).collect();
            let after: Vec<_> = list.lines().map(|(_, line)| line.entry.signature).collect();
            prop_assert_eq!(after.len(), entries.len());
            prop_assert_eq!(list.count(), entries.len());
            prop_assert_eq!(after.into_iter().collect::<HashSet<_>>(), before);
            prop_assert!(list.groups.iter().all(|group| !group.signatories.is_empty()));
        }

        #[test]
        fn numbers_have_no_gaps(raws in proptest::collection::vec(raw(), 0..40), rule in rule()) {
            let (groups, ids) = groups();
            let list = arrange(entries(&raws, &ids), &groups, vec![], rule, &Language::english(), false);
            match rule.numbering {
                Numbering::Through => {
                    let numbers: Vec<_> = list.lines().filter_map(|(_, line)| line.number).collect();
                    prop_assert_eq!(numbers, (1..=list.count()).collect::<Vec<_>>());
                }
                Numbering::Restart => for group in &list.groups {
                    let numbers: Vec<_> = group.signatories.iter().filter_map(|line| line.number).collect();
                    prop_assert_eq!(numbers, (1..=group.signatories.len()).collect::<Vec<_>>());
                },
                Numbering::None => prop_assert!(list.lines().all(|(_, line)| line.number.is_none())),
            }
        }

        #[test]
        fn the_order_in_which_rows_are_read_does_not_matter(raws in proptest::collection::vec(raw(), 0..30), rule in rule(), seed in any::<u64>()) {
            let (groups, ids) = groups();
            let entries = entries(&raws, &ids);
            let mut shuffled = entries.clone();
            let mut state = seed | 1;
            for i in (1..shuffled.len()).rev() {
                state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
                shuffled.swap(i, (state >> 33) as usize % (i + 1));
            }
            let language = "ar".parse().unwrap();
            prop_assert_eq!(arrange(entries, &groups, vec![], rule, &language, false), arrange(shuffled, &groups, vec![], rule, &language, false));
        }

        #[test]
        fn one_more_signatory_moves_nobody_past_another(raws in proptest::collection::vec(raw(), 1..30), rule in rule()) {
            let (groups, ids) = groups();
            let entries = entries(&raws, &ids);
            let newest = entries.last().unwrap().signature;
            let without = arrange(entries[..entries.len() - 1].to_vec(), &groups, vec![], rule, &Language::english(), false);
            let with = arrange(entries, &groups, vec![], rule, &Language::english(), false);
            let order = |list: &SignatoryList| list.lines().map(|(_, l)| l.entry.signature).filter(|s| *s != newest).collect::<Vec<_>>();
            prop_assert_eq!(order(&without), order(&with));
        }
    }

    #[test]
    fn groups_stand_in_their_order_and_the_rest_comes_last() {
        let (groups, ids) = groups();
        let raws: Vec<Raw> = [Some(0), Some(1), None, Some(2), Some(3)]
            .into_iter()
            .map(|group| Raw { name: 0, country: 0, group, signed: 0, hand: None })
            .collect();
        let rule = ListRule {
            grouping: Grouping::Coalition,
            ordering: Ordering::Name,
            numbering: Numbering::Through,
        };
        let list = arrange(entries(&raws, &ids), &groups, vec![], rule, &Language::english(), false);
        let names: Vec<_> = list.groups.iter().map(|group| group.name.clone().unwrap_or_default()).collect();
        assert_eq!(names, ["Group 0", "Group 1", "Group 2", ""]);
        assert_eq!(list.groups[3].signatories.len(), 2, "of no group, and of one that is gone");
    }

    #[test]
    fn countries_stand_by_their_names_in_the_letters_language() {
        let (groups, ids) = groups();
        let raws: Vec<Raw> = [1, 2, 3, 0]
            .into_iter()
            .map(|country| Raw { name: 0, country, group: None, signed: 0, hand: None })
            .collect();
        let rule =
            ListRule { grouping: Grouping::Country, ordering: Ordering::Name, numbering: Numbering::Restart };
        let list = arrange(entries(&raws, &ids), &groups, vec![], rule, &"ar".parse().unwrap(), false);
        let names: Vec<_> = list.groups.iter().map(|group| group.name.clone().unwrap_or_default()).collect();
        assert_eq!(names, ["تركيا", "سوريا", "لبنان", ""]);
    }
}
