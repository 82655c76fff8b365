//! What is found, and that nothing of what is withheld is.

use super::*;
use crate::db::Moment;
use crate::ids::{GroupId, SignatureId};
use crate::letters::{Grouping, ListRule, Numbering, Ordering};
use crate::organizations::VerifiedBy;
use crate::signatures::list::{Group, GroupKind, Withheld, arrange};
use crate::text::language::Language;

fn entry(name: &str, acronym: Option<&str>, country: &str, group: Option<GroupId>) -> Entry {
    Entry {
        signature: SignatureId::new(),
        status: Status::Confirmed,
        slug: None,
        sort_name: None,
        names: Vec::new(),
        members: None,
        footnote: None,
        delivered: None,
        name: name.into(),
        acronym: acronym.map(str::to_owned),
        country: Some(country.into()),
        verified_by: Some(VerifiedBy::Email),
        verified_at: None,
        group,
        representative: None,
        revision: Some(1),
        signed_at: Moment::from_micros(0),
        hand_position: None,
    }
}

/// One coalition with two of five, two that are withheld; one line is only listed.
fn list() -> (SignatoryList, GroupId) {
    let sna = GroupId::new();
    let mut entries = vec![
        entry("Union of Relief and Medical Care Organizations", None, "FR", Some(sna)),
        entry("İnsani Yardım Vakfı", Some("İHH"), "TR", Some(sna)),
        entry("جمعيّة الإغاثة", None, "SY", None),
        entry("Émissaires sans frontières", None, "FR", None),
        entry("Big Heart", None, "TR", None),
    ];
    entries[4].status = Status::Listed;
    let group = Group {
        kind: GroupKind::Signatories,
        id: sna,
        name: "Syrian NGO Alliance".into(),
        acronym: None,
        coalition: None,
        position: 0,
    };
    let hidden = |group| Withheld { signature: SignatureId::new(), group, delivered: None };
    let rule =
        ListRule { grouping: Grouping::Coalition, ordering: Ordering::Name, numbering: Numbering::Through };
    let withheld = [hidden(Some(sna)), hidden(None)];
    (arrange(entries, &withheld, &[group], vec![], rule, &Language::english(), None), sna)
}

fn names(found: &SignatoryList) -> Vec<&str> {
    found.lines().map(|(_, line)| line.entry.name.as_str()).collect()
}

#[test]
fn a_name_is_found_however_it_is_typed() {
    let (list, _) = list();
    let index = Index::default();
    let find = |q: &str| {
        let wanted = Wanted { q: q.into(), ..Wanted::default() }.tidied();
        let found = found(&list, &index, &wanted);
        assert_eq!(found.withheld(), 0, "{q}: a name that is withheld was found");
        names(&found).join("; ")
    };
    let union = "Union of Relief and Medical Care Organizations";
    for typed in ["relief care", "RELIEF", "  union ", "uor", "u.o.r.", "UORAMCO"] {
        assert_eq!(find(typed), union, "{typed}");
    }
    for typed in ["ihh", "İHH", "insani", "yardim vakfi"] {
        assert_eq!(find(typed), "İnsani Yardım Vakfı", "{typed}");
    }
    for typed in ["جمعية", "جمعيه الاغاثه", "الإغَاثة"] {
        assert_eq!(find(typed), "جمعيّة الإغاثة", "{typed}");
    }
    assert_eq!(find("emissaires FRONTIERES"), "Émissaires sans frontières");
    assert_eq!((find("nobody"), find("relief heart")), (String::new(), String::new()));
    assert_eq!(find(&"x".repeat(5_000)), "");
}

#[test]
fn questions_are_answered_together_and_numbers_stay() {
    let (list, sna) = list();
    let index = Index::default();
    let ask = |country: &str, group: &str, verified: &str| {
        let wanted = Wanted {
            q: String::new(),
            country: country.into(),
            group: group.into(),
            verified: verified.into(),
        };
        found(&list, &index, &wanted)
    };
    assert_eq!(names(&ask("TR", "", "")), ["İnsani Yardım Vakfı", "Big Heart"]);
    assert_eq!(names(&ask("TR", "", "listed")), ["Big Heart"]);
    assert_eq!(names(&ask("TR", &sna.to_string(), "email")), ["İnsani Yardım Vakfı"]);
    assert_eq!(names(&ask("ZZ", "", "")), [] as [&str; 0]);
    let number = |list: &SignatoryList, name: &str| {
        list.lines().find(|(_, line)| line.entry.name == name).and_then(|(_, line)| line.number)
    };
    assert_eq!(number(&ask("TR", "", ""), "Big Heart"), number(&list, "Big Heart"));

    let of_group = ask("", &sna.to_string(), "");
    assert_eq!((of_group.count(), of_group.withheld()), (3, 1), "under its heading, as on the letter");
    for (country, group, verified) in
        [("FR", sna.to_string(), ""), ("", sna.to_string(), "email"), ("FR", String::new(), "")]
    {
        assert_eq!(ask(country, &group, verified).withheld(), 0, "an answer that says something of them");
    }
}

#[test]
fn only_what_stands_on_the_list_can_be_asked_for() {
    let (list, _) = list();
    let mut choices = Choices::of(&list);
    choices.countries.sort();
    assert_eq!(choices.countries, ["FR", "SY", "TR"]);
    assert_eq!(choices.verified, ["email", "listed"]);
    let (group, line) = (1, 2);
    let there = &list.groups[group].signatories[line].entry;
    assert_eq!(line_of(&list, &fragment(there.signature)), Some((group, line)));
    assert_eq!(line_of(&list, "signatory-1"), None);
}
