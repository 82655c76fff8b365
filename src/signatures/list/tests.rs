//! What always holds of a list, whatever is on it.

use super::*;
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
    (0..8_usize, 0..4_usize, proptest::option::of(0..6_usize), 0..5_i64, proptest::option::of(0..6))
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

/// Three groups of signatories, one of late ones, one of observers; the sixth index is a group that
/// is gone.
fn groups() -> (Vec<Group>, Vec<GroupId>) {
    use GroupKind::{Late, Observers, Signatories};
    let ids: Vec<GroupId> = (0..6).map(|_| GroupId::new()).collect();
    let known = [(2, Signatories), (0, Signatories), (1, Signatories), (0, Late), (0, Observers)];
    let groups = ids.iter().zip(known).map(|(id, (position, kind))| Group {
        kind,
        id: *id,
        name: format!("Group {position}"),
        acronym: None,
        coalition: None,
        position,
    });
    (groups.collect(), ids)
}

fn observes(entry: &Entry, ids: &[GroupId]) -> bool {
    entry.group == Some(ids[4])
}

fn entries(raws: &[Raw], ids: &[GroupId]) -> Vec<Entry> {
    raws.iter()
        .map(|raw| Entry {
            signature: SignatureId::new(),
            status: Status::Confirmed,
            slug: None,
            sort_name: None,
            names: Vec::new(),
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
        let list = arrange(entries.clone(), &[], &groups, vec![], rule, &Language::english(), None);
        let before: HashSet<_> = entries.iter().map(|e| e.signature).collect();
        let after: Vec<_> = list.lines().map(|(_, line)| line.entry.signature).collect();
        prop_assert_eq!(after.len(), entries.len());
        prop_assert_eq!(list.count(), entries.iter().filter(|entry| !observes(entry, &ids)).count());
        prop_assert_eq!(after.into_iter().collect::<HashSet<_>>(), before);
        prop_assert!(list.groups.iter().all(|group| !group.signatories.is_empty()));
    }

    #[test]
    fn numbers_have_no_gaps(raws in proptest::collection::vec(raw(), 0..40), rule in rule()) {
        let (groups, ids) = groups();
        let list = arrange(entries(&raws, &ids), &[], &groups, vec![], rule, &Language::english(), None);
        match rule.numbering {
            Numbering::Through => {
                let numbers: Vec<_> = list.lines().filter_map(|(_, line)| line.number).collect();
                prop_assert_eq!(numbers, (1..=list.count()).collect::<Vec<_>>());
            }
            Numbering::Restart => for group in list.groups.iter().filter(|g| g.kind != GroupKind::Observers) {
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
        prop_assert_eq!(arrange(entries, &[], &groups, vec![], rule, &language, None), arrange(shuffled, &[], &groups, vec![], rule, &language, None));
    }

    #[test]
    fn withheld_names_are_counted_and_change_nothing_else(
        raws in proptest::collection::vec(raw(), 0..20),
        hidden in proptest::collection::vec(proptest::option::of(0..6_usize), 0..8),
        rule in rule(),
    ) {
        let (groups, ids) = groups();
        let entries = entries(&raws, &ids);
        let withheld: Vec<Withheld> = hidden
            .iter()
            .map(|group| Withheld { signature: SignatureId::new(), group: group.map(|g| ids[g]), delivered: None })
            .collect();
        let english = Language::english();
        let without = arrange(entries.clone(), &[], &groups, vec![], rule, &english, None);
        let with = arrange(entries, &withheld, &groups, vec![], rule, &english, None);
        let lines = |list: &SignatoryList| list.lines()
            .map(|(group, line)| (group.place.clone(), line.number, line.entry.signature))
            .collect::<Vec<_>>();
        prop_assert_eq!(lines(&without), lines(&with), "no line, no place and no number is another");
        prop_assert_eq!(with.groups.iter().map(|group| group.withheld.len()).sum::<usize>(), withheld.len());
        let counted = withheld.iter().filter(|hidden| hidden.group != Some(ids[4])).count();
        prop_assert_eq!((with.withheld(), with.count()), (counted, without.count() + counted));
        for group in &with.groups {
            prop_assert!(!group.signatories.is_empty() || !group.withheld.is_empty());
            let by_country = matches!(group.place, Place::Country(_));
            prop_assert!(!by_country || group.withheld.is_empty(), "under no country's heading");
        }
        let mut backwards = withheld.clone();
        backwards.reverse();
        let again = arrange(with.lines().map(|(_, line)| line.entry.clone()), &backwards, &groups, vec![], rule, &english, None);
        prop_assert_eq!(again, with);
    }

    #[test]
    fn one_more_signatory_moves_nobody_past_another(raws in proptest::collection::vec(raw(), 1..30), rule in rule()) {
        let (groups, ids) = groups();
        let entries = entries(&raws, &ids);
        let newest = entries.last().unwrap().signature;
        let without = arrange(entries[..entries.len() - 1].to_vec(), &[], &groups, vec![], rule, &Language::english(), None);
        let with = arrange(entries, &[], &groups, vec![], rule, &Language::english(), None);
        let order = |list: &SignatoryList| list.lines().map(|(_, l)| l.entry.signature).filter(|s| *s != newest).collect::<Vec<_>>();
        prop_assert_eq!(order(&without), order(&with));
    }

    #[test]
    fn what_was_delivered_keeps_its_place_and_number_and_no_number_is_given_twice(
        raws in proptest::collection::vec(raw(), 1..30),
        gone in proptest::collection::vec(any::<bool>(), 30),
        later in proptest::collection::vec(raw(), 0..8),
        rules in (rule(), rule()),
    ) {
        let (groups, ids) = groups();
        let english = Language::english();
        let handed_over = arrange(entries(&raws, &ids), &[], &groups, vec![], rules.0, &english, None);
        let frozen: Vec<Entry> = (0..).zip(handed_over.lines()).map(|(position, (_, line))| Entry {
            delivered: Some((position, line.number.and_then(|number| i32::try_from(number).ok()))),
            ..Entry::clone(&line.entry)
        }).collect();
        let highest = handed_over.lines().filter_map(|(_, line)| line.number).max().unwrap_or(0);
        let stay: Vec<Entry> = frozen.iter().zip(&gone).filter(|(_, gone)| !**gone).map(|(e, _)| e.clone()).collect();
        // Whatever happens to the order afterwards; the headings and the kind of numbers stay.
        let rule = ListRule { ordering: rules.1.ordering, ..rules.0 };
        let all: Vec<Entry> = stay.iter().cloned().chain(entries(&later, &ids)).collect();
        let list = arrange(all, &[], &groups, vec![], rule, &english, Some(highest));

        let known: HashSet<_> = frozen.iter().map(|e| e.signature).collect();
        let stands = |list: &SignatoryList| list.lines()
            .filter(|(_, line)| known.contains(&line.entry.signature))
            .map(|(_, line)| (line.entry.signature, line.number))
            .collect::<Vec<_>>();
        let left: HashSet<_> = stay.iter().map(|e| e.signature).collect();
        let before: Vec<_> = stands(&handed_over).into_iter().filter(|(id, _)| left.contains(id)).collect();
        prop_assert_eq!(stands(&list), before);
        let after = list.lines().filter(|(_, line)| !known.contains(&line.entry.signature));
        for (group, line) in after {
            prop_assert!(group.place == Place::AfterDelivery || group.kind == GroupKind::Observers);
            if rule.numbering == Numbering::Through {
                prop_assert!(line.number.is_none_or(|number| number > highest));
            }
        }
        let counted = list.lines().filter(|(_, line)| !observes(&line.entry, &ids)).count();
        prop_assert_eq!(list.count(), counted);
        if rule.numbering == Numbering::Through {
            let numbers: Vec<_> = list.lines().filter_map(|(_, line)| line.number).collect();
            prop_assert_eq!(numbers.iter().collect::<HashSet<_>>().len(), numbers.len());
        }
    }
}

#[test]
fn a_heading_keeps_its_place_when_all_names_under_it_are_withheld() {
    let (groups, ids) = groups();
    let rule =
        ListRule { grouping: Grouping::Coalition, ordering: Ordering::Name, numbering: Numbering::Through };
    let hidden = |group: usize, delivered| Withheld {
        signature: SignatureId::new(),
        group: Some(ids[group]),
        delivered,
    };
    let named = [Raw { name: 0, country: 0, group: Some(0), signed: 0, hand: None }];
    let mut named = entries(&named, &ids);
    named[0].delivered = Some((1, Some(1)));
    let withheld = [hidden(1, Some(0)), hidden(2, None)];
    let list = arrange(named, &withheld, &groups, vec![], rule, &Language::english(), Some(1));
    let places: Vec<_> =
        list.groups.iter().map(|group| (group.place.clone(), group.withheld.len())).collect();
    let expected = [(Place::Group(ids[1]), 1), (Place::Group(ids[0]), 0), (Place::AfterDelivery, 1)];
    assert_eq!(places, expected, "as delivered, and who came later apart");
    assert_eq!((list.count(), list.withheld()), (3, 2));
}

#[test]
fn groups_stand_in_their_order_and_the_rest_comes_last() {
    let (groups, ids) = groups();
    let raws: Vec<Raw> = [Some(0), Some(1), None, Some(2), Some(5), Some(4), Some(3)]
        .into_iter()
        .map(|group| Raw { name: 0, country: 0, group, signed: 0, hand: None })
        .collect();
    let rule =
        ListRule { grouping: Grouping::Coalition, ordering: Ordering::Name, numbering: Numbering::Through };
    let list = arrange(entries(&raws, &ids), &[], &groups, vec![], rule, &Language::english(), None);
    let names: Vec<_> = list.groups.iter().map(|group| group.name.clone().unwrap_or_default()).collect();
    assert_eq!(names, ["Group 0", "Group 1", "Group 2", "", "Group 0", "Group 0"]);
    let kinds = list.groups[4..].iter().map(|group| group.kind).collect::<Vec<_>>();
    assert_eq!(kinds, [GroupKind::Late, GroupKind::Observers], "apart, and after the others");
    assert_eq!(list.groups[5].signatories[0].number, None);
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
    let list = arrange(entries(&raws, &ids), &[], &groups, vec![], rule, &"ar".parse().unwrap(), None);
    let names: Vec<_> = list.groups.iter().map(|group| group.name.clone().unwrap_or_default()).collect();
    assert_eq!(names, ["تركيا", "سوريا", "لبنان", ""]);
}
