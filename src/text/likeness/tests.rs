//! Names that may be taken for each other, and names that may not.

use super::*;
use proptest::prelude::*;

fn alike(one: &str, other: &str) -> Option<Alike> {
    let keys = |text: &str| match text.split_once(" | ") {
        Some((name, acronym)) => NameKeys::of(name, Some(acronym)),
        None => NameKeys::of(text, None),
    };
    let (one, other) = (keys(one), keys(other));
    assert_eq!(one.alike(&other), other.alike(&one));
    one.alike(&other)
}

#[test]
fn what_looks_or_reads_the_same_is_alike() {
    for (one, other) in [
        ("Amnesty International", "Аmnеsty Internаtional"), // Cyrillic А, е, а
        ("Amnesty International", "AMNESTY INTERNATIONAL"),
        ("Amnesty International", "Amnesty lnternational"), // an l for the I
        ("Amnesty International", "Arnnesty International"),
        ("Amnesty International", "Am\u{200d}nesty Inter\u{ad}national"),
        ("Amnesty International", "Ａｍｎｅｓｔｙ Ｉｎｔｅｒｎａｔｉｏｎａｌ"),
        ("Amnesty International", "International Amnesty"),
        ("Big Heart", "Вig Нeart"), // Cyrillic capitals that only look alike as capitals
        ("Big Heart", "BigHeart"),
        ("Big Heart", "The Big Heart Foundation"),
        ("Oxfam", "0xfam"),
        ("Médecins sans frontières", "Medecins Sans Frontieres"),
        ("Les Restos du Cœur", "Restos du Cœur"),
        ("مؤسسة الأمل", "مؤسسة أمل"),
        ("الهلال", "الھلال"),
    ] {
        assert_eq!(alike(one, other), Some(Alike::Name), "{one} {other}");
    }
    for (one, other) in [
        ("Syrian American Medical Society", "Saad Medical | SAMS"),
        ("Syrian American Medical Society | SAMS", "SAMS"),
        ("الجمعية الطبية | SAMS", "Society of Friends | S.A.M.S."),
        ("Syrian American Medical Society | SAMS", "Other | SАMS"), // Cyrillic А
    ] {
        assert_eq!(alike(one, other), Some(Alike::Short), "{one} {other}");
    }
}

#[test]
fn what_differs_in_a_word_is_another() {
    for (one, other) in [
        ("Save the Children Norway", "Save the Children Sweden"),
        ("River Trust", "Hill Trust"),
        ("River Trust", "Road Table"), // the same two initials
        ("Syria Relief", "Syria Relief and Development"),
        ("حلب", "حمص"),
    ] {
        assert_eq!(alike(one, other), None, "{one} {other}");
    }
}

#[test]
fn mixed_scripts_and_hidden_characters_are_seen() {
    for name in ["Аmnesty", "Big Нeart", "pаypal trust"] {
        assert!(mixes_scripts(name), "{name}");
    }
    for name in [
        "Amnesty",
        "Амнистия",
        "مؤسسة SAMS",
        "日本のNPO 支援",
        "Ärzte 2000",
        "می\u{200c}خواهم",
        "हिन्दी",
        "한국어 단체",
        "COVID-19",
    ] {
        assert!(!mixes_scripts(name), "{name}");
    }
    for typed in ["Am\u{200d}nesty", "Big\u{202e}traeH", "Hope\u{ad}Fund", "A\u{e0041}", "Ri\u{2060}ver"] {
        assert!(conceals(typed), "{typed:?}");
    }
    for typed in ["می\u{200c}خواهم", "Amnesty", "\u{200f}منظمة\u{200f}", "\u{feff}River Trust", "क्\u{200d}ष"]
    {
        assert!(!conceals(typed), "{typed:?}");
    }
}

#[test]
fn the_same_name_is_exact_and_a_longer_one_is_not() {
    let exact = |name: &str| NameKeys::of(name, None).exact;
    assert_eq!(exact("The River-Trust"), exact("river trust"));
    assert_eq!(exact("River Trust"), exact("Rivеr Trust")); // Cyrillic е
    assert_ne!(exact("River Trust"), exact("River Trust Foundation"));
}

proptest! {
    #[test]
    fn a_name_is_like_itself_and_likeness_is_mutual(one in "\\PC{1,40}", other in "\\PC{1,40}") {
        let (one, other) = (NameKeys::of(&one, None), NameKeys::of(&other, None));
        prop_assert!(one.names.is_empty() || one.alike(&one).is_some());
        prop_assert_eq!(one.alike(&other), other.alike(&one));
    }

    #[test]
    fn what_looks_like_something_looks_like_itself(text in "\\PC{0,40}") {
        prop_assert_eq!(look(&look(&text)), look(&text));
    }

    #[test]
    fn case_and_order_do_not_matter(words in proptest::collection::vec("[a-z]{5,9}", 1..5)) {
        let name = words.join(" ");
        let mut turned = words.clone();
        turned.reverse();
        let turned = turned.join(" ").to_uppercase();
        prop_assert_eq!(NameKeys::of(&name, None).alike(&NameKeys::of(&turned, None)), Some(Alike::Name));
    }
}
