//! Kinds of letters, imitated with invented names: what is read, and what must not be.

use proptest::prelude::*;
use undersigned::imports::{Format, GroupOfEntries, Understood, as_json, evaluate, understand};

#[track_caller]
fn read(text: &str) -> Understood {
    understand(text.as_bytes(), None, None).unwrap()
}

/// Each group as "name: entry | entry".
fn list(understood: &Understood) -> Vec<String> {
    let line = |group: &GroupOfEntries<'_>| {
        let names: Vec<&str> = group.entries.iter().map(|(_, entry)| entry.name.as_str()).collect();
        format!("{}: {}", group.heading.name, names.join(" | "))
    };
    understood.groups().iter().map(line).collect()
}

fn kinds(understood: &Understood) -> Vec<&'static str> {
    understood.doubts().iter().map(|doubt| doubt.kind).collect()
}

const BODY: &str = "Save our rivers\n\nThe rivers of our country are drying up, and those who live from them are leaving their homes every day.\n\nWe call for:\n1. Protect the springs and stop the drilling at once.\n2. Release the measurements of the last ten years.\n\n";

#[test]
fn numbered_lists_in_every_digit_and_style() {
    for list_of in [
        "1. River Trust\n2. Hill Trust\n3. Sea Trust",
        "1) River Trust\n2) Hill Trust\n3) Sea Trust",
        "(1) River Trust\n(2) Hill Trust\n(3) Sea Trust",
        "1- River Trust\n2- Hill Trust\n3- Sea Trust",
        "• River Trust\n• Hill Trust\n• Sea Trust",
        "- River Trust\n- Hill Trust\n- Sea Trust",
        "River Trust\nHill Trust\nSea Trust",
        "River Trust;\nHill Trust;\nSea Trust.",
        "River Trust, Hill Trust, Sea Trust",
        "River Trust | Hill Trust | Sea Trust",
        "River Trust; Hill Trust; Sea Trust",
        "1 River Trust\n2 Hill Trust\n3 Sea Trust",
        "1. River Trust\n\n2. Hill Trust\n\n3. Sea Trust",
    ] {
        let understood = read(&format!(
            "{BODY}Signed by:\n{list_of}\n\nNotes:\n1. See the report of 2019.\n2. As above.\n"
        ));
        assert_eq!(list(&understood), [": River Trust | Hill Trust | Sea Trust"], "{list_of}");
        assert!(understood.body().contains("Protect the springs"));
    }
}

#[test]
fn an_arabic_letter_with_its_own_digits() {
    let text = "أنقذوا أنهارنا\n\nدمشق، ٣ آذار ٢٠٢٦\n\nنحن ٤ منظمات موقعة أدناه ندعو المجتمع الدولي إلى التحرك الفوري لحماية الأنهار والسكان الذين يعيشون على ضفافها منذ سنوات طويلة.\n\nنطالب بما يلي:\n١- وقف الحفر فوراً\n٢- حماية المدنيين\n\nالمنظمات الموقعة:\n\nتحالف النهر:\n١- منظمة النهر للتنمية\n٢- جمعية الجبل\nتحالف البحر:\n٣- مؤسسة البحر\n٥- شبكة السهل\n\nللتواصل: press@example.org\n";
    let understood = read(text);
    assert_eq!(
        list(&understood),
        ["تحالف النهر: منظمة النهر للتنمية | جمعية الجبل", "تحالف البحر: مؤسسة البحر | شبكة السهل"]
    );
    assert_eq!(
        (understood.language.as_str(), understood.place_and_date().as_str()),
        ("ar", "دمشق، ٣ آذار ٢٠٢٦")
    );
    assert_eq!(kinds(&understood), ["numbering-gap"]);
    assert_eq!(understood.claimed.map(|(count, _)| count), Some(4));
}

#[test]
fn headings_of_many_kinds() {
    for (one, two) in [
        ("River Alliance (RA) – 2 organizations:", "SEA ALLIANCE"),
        ("**River Alliance**", "**Sea Alliance**"),
        ("## River Alliance", "## Sea Alliance"),
        ("🇰🇪 Kenya:", "🇵🇪 Peru:"),
        ("Kenya", "Peru"),
        ("International (2)", "National (1)"),
    ] {
        for marks in [["1. ", "2. ", "3. "], ["- ", "- ", "- "], ["", "", ""]] {
            let text = format!(
                "{BODY}Signatories\n\n{one}\n{}River Trust\n{}Hill Trust\n\n{two}\n{}Sea Trust\n",
                marks[0], marks[1], marks[2]
            );
            let groups: Vec<String> = list(&read(&text))
                .iter()
                .map(|group| group.split(": ").nth(1).unwrap_or_default().to_owned())
                .collect();
            assert_eq!(groups, ["River Trust | Hill Trust", "Sea Trust"], "{text}");
        }
    }
}

#[test]
fn cues_of_many_languages() {
    for cue in [
        "Signatories",
        "We, the undersigned organizations:",
        "Organisations endorsing this statement:",
        "Signataires :",
        "Les organisations signataires",
        "Firmantes:",
        "Organizaciones firmantes",
        "Assinam:",
        "Unterzeichner:",
        "Unterzeichnende Organisationen",
        "الموقعون:",
        "المنظمات الموقعة",
    ] {
        let understood = read(&format!("{BODY}{cue}\nRiver Trust\nHill Trust\nSea Trust\n"));
        assert_eq!(list(&understood), [": River Trust | Hill Trust | Sea Trust"], "{cue}");
    }
}

#[test]
fn individuals_and_withheld_names_are_no_signatories() {
    let text = format!(
        "{BODY}Signatories:\nRiver Trust\nOrganization (name withheld)\nHill Trust\n3 organizations wish to remain anonymous\n\nIndividuals:\nJane Doe, Director\nJohn Roe\n"
    );
    let understood = read(&text);
    assert_eq!(list(&understood), [": River Trust | Hill Trust"]);
    assert_eq!((understood.count(), understood.withheld()), (2, 4));
    assert!(kinds(&understood).contains(&"individuals") && kinds(&understood).contains(&"withheld"));
}

#[test]
fn broken_lines_and_pages_are_put_together() {
    let text = format!(
        "{BODY}Signatories:\n1. The Association for the Protection of\nRivers and Springs\nPage 3 of 5\n2. Hill Trust (an alliance of\nthe hills)\n3. Sea Trust\n"
    );
    let understood = read(&text);
    assert_eq!(understood.count(), 3);
    assert!(
        list(&understood)[0].starts_with(": The Association for the Protection of Rivers and Springs | "),
        "{:?}",
        list(&understood)
    );
}

#[test]
fn every_gap_and_repetition_is_reported() {
    let understood = read(&format!(
        "{BODY}Signatories:\n1. River Trust\n3. Hill Trust\n3. Sea Trust\n7. Plain Trust\n1. Delta Trust\n2. River Trust\n"
    ));
    assert_eq!(understood.count(), 6);
    assert_eq!(
        kinds(&understood),
        ["numbering-gap", "number-repeated", "numbering-gap", "lost-heading", "duplicate"]
    );
}

#[test]
fn a_letter_without_a_list_has_none() {
    assert_eq!(read(BODY).count(), 0);
    assert_eq!(
        kinds(&read(
            "Dear all,\n\nThe rivers are drying up and we must act at once to save them.\n\nSincerely\n"
        )),
        ["no-list"]
    );
}

#[test]
fn tables_are_read_by_their_heads() {
    let csv = "No,Organization,Acronym,Country,Representative,Coalition\n1,River Trust,RT,Kenya,Jane Doe,River Alliance\n2,\"Hill, Sons & Trust\",,Atlantis,,Sea Alliance\n3,Sea Trust,,PE,,River Alliance\n";
    let understood = read(csv);
    assert_eq!(
        list(&understood),
        ["River Alliance: River Trust | Sea Trust", "Sea Alliance: Hill, Sons & Trust"]
    );
    assert!(kinds(&understood).contains(&"unknown-country"));
    let markdown = format!(
        "# Save our rivers\n\n{BODY}## Signatories\n\n| Name | Country |\n|---|---|\n| River Trust | Kenya |\n| Hill Trust | Peru |\n"
    );
    assert_eq!(list(&read(&markdown)), [": River Trust | Hill Trust"]);
}

#[test]
fn numbers_in_names_are_no_page_numbers() {
    let locals =
        ["Union Local 79", "Union Local 416", "Union Local 1281", "Union Local 2316", "Union Local 4400"];
    let understood = read(&format!("{BODY}Signed by:\n{}\n", locals.join("\n")));
    assert_eq!(list(&understood), [format!(": {}", locals.join(" | "))]);
}

#[test]
fn a_megabyte_is_read_in_time() {
    for line in [
        "1. a\n",
        "Signed by:\n",
        "River Trust, Kenya; Hill\n",
        "[x](",
        "((((",
        "a - b - c – d, e ",
        "Signatories: a, b\n\n",
    ] {
        let text = line.repeat(100_000 / line.len());
        let begun = std::time::Instant::now();
        let _ = understand(text.as_bytes(), None, None).map(|understood| understood.doubts().len());
        assert!(begun.elapsed().as_secs() < 20, "{line:?}: {:?}", begun.elapsed());
    }
}

/// `tests/letters` holds a letter of every kind of quirk, with what a reader finds in it.
#[test]
fn every_kind_of_letter_is_read_as_a_person_reads_it() {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/letters");
    let figures = evaluate(&folder).unwrap();
    assert!(figures.len() > 90, "the letters are there");
    for letter in figures {
        let name = &letter.letter;
        assert!(letter.missed.is_empty(), "{name} lacks {:?}", letter.missed);
        assert!(letter.invented.is_empty(), "{name} has {:?} too much", letter.invented);
        assert_eq!(letter.right_group, letter.expected, "{name} puts some into a wrong group");
        assert_eq!(letter.reported, letter.gaps, "{name}: gaps reported, and gaps");
        if let Some(apart) = letter.apart {
            assert_eq!(letter.found_apart, apart, "{name}: names withheld, individuals");
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn any_bytes_are_read_or_refused(bytes in prop::collection::vec(any::<u8>(), 0..400)) {
        for format in [None, Some(Format::Text), Some(Format::Markdown), Some(Format::Csv), Some(Format::Docx)] {
            if let Ok(understood) = understand(&bytes, format, None) { let _ = as_json(&understood); }
        }
    }

    #[test]
    fn what_was_found_is_printed_there(lines in prop::collection::vec("([0-9]{1,2}[.)] )?[A-Z][a-z]{2,8}( [A-Z][a-z]{2,8}){0,3}(, Kenya|;| \\(AB\\))?", 1..30)) {
        let text = format!("{BODY}Signatories:\n{}", lines.join("\n"));
        let understood = read(&text);
        for group in understood.all_groups() {
            for (line, entry) in group.entries {
                let there: String = understood.lines.iter().skip(line - 1).map(|line| line.text.clone()).collect::<Vec<_>>().join(" ");
                prop_assert!(there.contains(&entry.printed), "{} not from line {line}", entry.printed);
            }
        }
    }
}
