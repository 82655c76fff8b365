//! Pairs of names that may be one organization's, and pairs that are not.

use super::*;

fn named(text: &'static str) -> Named<'static> {
    match text.split_once(" | ") {
        Some((name, acronym)) => Named { name, acronym: Some(acronym) },
        None => Named { name: text, acronym: None },
    }
}

/// Names and, after a bar, acronyms.
const SAME: &[(&str, &str)] = &[
    ("Big Heart", "BIG HEART"),
    ("Big Heart Foundation", "Big Heart"),
    ("The Big Heart Organization", "Big Heart Organisation"),
    ("Émissa", "Emissa"),
    ("Emissa", "Emisa"),
    ("Hand in Hand for Syria", "Syria: Hand in Hand"),
    ("Syrian NGO Alliance (SNA)", "Syrian NGO Alliance | SNA"),
    ("Syrian American Medical Society | SAMS", "SAMS"),
    ("Médecins Sans Frontières", "MSF"),
    ("Ärzte der Welt e.V.", "Arzte der Welt"),
    ("Al Ameen for Humanitarian Support", "Alameen for Humanitarian Support"),
    ("Idlib Relief", "Idleb Relief"),
    ("Syria Relief", "Syrian Relief"),
    ("مؤسسة الأمين", "الامين"),
    ("منظمة بنفسج", "بنفســج"),
    ("جمعية عطاء", "عطاء"),
    ("مؤسسة رؤية", "مؤسسه رؤيه"),
    ("L’Étape", "Étape"),
    ("Violet", "Violet Organization"),
    ("White Helmets", "Helmets, White"),
    ("Vzw Vrede", "Vrede"),
    ("N.G.O. Forum", "Forum NGO"),
    ("Ash Trust", "Аsh Тrust"),                 // with a Cyrillic А and Т
    ("Orient", "Οrient"),                       // with a Greek Ο
    ("Ash Trust", "A\u{200d}sh Tru\u{200c}st"), // with joiners between the letters
    ("Union of Relief Organizations | UOSSM", "U.O.S.S.M."),
    ("Women\u{2019}s Refuge", "Womens Refuge"),
    ("Takaful Al-Sham", "Takaful Alsham"),
    ("Basmeh & Zeitooneh", "Basmeh and Zeitooneh"),
    ("Fundación Alba", "Alba"),
    ("İnsani Yardım Vakfı", "Insani Yardim"),
    ("Straße der Hilfe", "Strasse der Hilfe"),
    ("الجمعية الطبية السورية", "الجمعيه الطبيه السوريه"),
    ("هيئة إحسان", "هيئة احسان"),
    ("مُؤَسَّسَة بَسْمَة", "مؤسسة بسمة"),
    ("یاران کودک", "ياران كودك"), // Persian and Arabic forms of two letters
    ("جمعية عطاء للإغاثة", "عطاء الإغاثة"),
    ("اتحاد منظمات الإغاثة الطبية (أوسم)", "أوسم"),
];

const DIFFERENT: &[(&str, &str)] = &[
    ("Save the Children Norway", "Save the Children Sweden"),
    ("River Trust", "Hill Trust"),
    ("South Syria Relief", "North Syria Relief"),
    ("Hand in Hand for Syria", "Hand in Hand for Aid"),
    ("Doctors of the World", "Doctors without Borders"),
    ("Syria Relief", "Syria Relief and Development"),
    ("Trust 1", "Trust 2"),
    ("Committee 12", "Committee 21"),
    ("Syrian NGO Alliance | SNA", "Syrian National Army | SNA"),
    ("Iran Watch", "Iraq Watch"),
    ("Ash", "Ask"),
    ("بسمة", "نسمة"),
    ("مؤسسة الشام", "مؤسسة السلام"),
    ("Women Now", "Youth Now"),
    ("Homs League", "Hama League"),
    ("Big Heart", "Big Hearts United"),
    ("Relief International", "Relief Syria"),
    ("Médecins Sans Frontières Belgique", "Médecins Sans Frontières Suisse"),
    ("Médecins du Monde", "Médecins Sans Frontières"),
    ("Union 1948", "Union 1949"),
    ("Center for Civil Society | CCS", "Center for Child Support | CCS"),
    ("Al Amal", "Al Iman"),
    ("Alba", "Alda"),
    ("Peace Now", "Peace Later"),
    ("Doctors of Aleppo", "Teachers of Aleppo"),
    ("Мост", "Лист"),
    ("منظمة بنفسج", "منظمة بنيان"),
    ("جمعية الأمل", "جمعية العمل"),
    ("هيئة شام", "هيئة سام"),
    ("أطباء حلب", "معلمو حلب"),
    ("اتحاد النساء السوريات", "اتحاد الطلاب السوريين"),
    ("نور", "نار"),
];

#[test]
fn the_tables_are_long_enough_to_mean_something() {
    let arabic = |pairs: &[(&str, &str)]| {
        pairs.iter().filter(|(one, _)| one.chars().any(|c| matches!(c, '\u{600}'..='\u{6ff}'))).count()
    };
    assert!(SAME.len() >= 25 && DIFFERENT.len() >= 25);
    assert!(arabic(SAME) >= 8 && arabic(DIFFERENT) >= 6);
}

#[test]
fn what_may_be_the_same_is_proposed_and_what_is_not_is_not() {
    let proposed = |one, other| !propose(&[named(one), named(other)]).is_empty();
    let both = |(one, other): &&(&'static str, &'static str)| [proposed(one, other), proposed(other, one)];
    let missed: Vec<_> = SAME.iter().filter(|pair| both(pair) != [true, true]).collect();
    let invented: Vec<_> = DIFFERENT.iter().filter(|pair| both(pair) != [false, false]).collect();
    assert!(missed.is_empty() && invented.is_empty(), "missed {missed:#?}, invented {invented:#?}");
}

fn two_thousand() -> Vec<String> {
    let first = ["Syrian", "Hope", "River", "Olive", "Cedar", "Bridge", "Light", "Dawn", "Peace", "Home"];
    let second =
        ["Relief", "Women", "Youth", "Health", "Water", "Justice", "Press", "Schools", "Bread", "Law"];
    let third =
        ["Homs", "Hama", "Idlib", "Aleppo", "Daraa", "Gaziantep", "Beirut", "Amman", "Berlin", "Paris"];
    let fourth = ["Network", "Committee"];
    let mut names = Vec::new();
    for (a, b) in first.iter().flat_map(|a| second.iter().map(move |b| (a, b))) {
        for (c, d) in third.iter().flat_map(|c| fourth.iter().map(move |d| (c, d))) {
            names.push(format!("{a} {b} {d} {c}"));
        }
    }
    names
}

#[test]
fn a_list_of_two_thousand_is_looked_through_at_once() {
    let mut names = two_thousand();
    names.push("Syrian Relief Network Homss".to_owned());
    let lines: Vec<Named<'_>> = names.iter().map(|name| Named { name, acronym: None }).collect();
    let found = propose(&lines);
    assert!(found.contains(&(0, 2000)), "{found:?}");
    assert!(found.len() < 20, "{found:?}");
    // The work is what shares a block: far from the two million pairs that there are.
    let mut blocked: HashMap<String, usize> = HashMap::new();
    for block in lines.iter().flat_map(|line| blocks(&Known::of(line.name, line.acronym))) {
        *blocked.entry(block).or_default() += 1;
    }
    let compared: usize = blocked.values().map(|lines| lines * (lines - 1) / 2).sum();
    assert!(compared < 60_000, "{compared} comparisons");
}
