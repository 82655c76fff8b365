//! Names of countries, in the languages letters are written in, and their codes.

use std::collections::HashMap;
use std::sync::LazyLock;

use super::folding::fold;
use crate::text::country;
use crate::text::language::{Language, OFFERED};

/// What people write instead.
const OTHERWISE: &[(&str, &str)] = &[
    ("usa", "US"),
    ("us", "US"),
    ("u s a", "US"),
    ("u s", "US"),
    ("united states of america", "US"),
    ("the united states", "US"),
    ("eeuu", "US"),
    ("ee uu", "US"),
    ("eua", "US"),
    ("etats unis", "US"),
    ("estados unidos", "US"),
    ("estados unidos de america", "US"),
    ("امريكا", "US"),
    ("الولايات المتحدة", "US"),
    ("الولايات المتحدة الامريكية", "US"),
    ("uk", "GB"),
    ("u k", "GB"),
    ("great britain", "GB"),
    ("england", "GB"),
    ("scotland", "GB"),
    ("wales", "GB"),
    ("northern ireland", "GB"),
    ("بريطانيا", "GB"),
    ("grande bretagne", "GB"),
    ("gran bretana", "GB"),
    ("gra bretanha", "GB"),
    ("reino unido", "GB"),
    ("the united kingdom", "GB"),
    ("drc", "CD"),
    ("dr congo", "CD"),
    ("d r congo", "CD"),
    ("rdc", "CD"),
    ("democratic republic of congo", "CD"),
    ("democratic republic of the congo", "CD"),
    ("republique democratique du congo", "CD"),
    ("republica democratica del congo", "CD"),
    ("congo drc", "CD"),
    ("congo kinshasa", "CD"),
    ("republic of congo", "CG"),
    ("republic of the congo", "CG"),
    ("congo brazzaville", "CG"),
    ("congo", "CG"),
    ("opt", "PS"),
    ("palestine", "PS"),
    ("state of palestine", "PS"),
    ("occupied palestinian territory", "PS"),
    ("occupied palestinian territories", "PS"),
    ("gaza", "PS"),
    ("west bank", "PS"),
    ("palestina", "PS"),
    ("palastina", "PS"),
    ("فلسطين", "PS"),
    ("غزة", "PS"),
    ("palestine opt", "PS"),
    ("turkey", "TR"),
    ("turquie", "TR"),
    ("turquia", "TR"),
    ("turkei", "TR"),
    ("turkiye", "TR"),
    ("تركيا", "TR"),
    ("ivory coast", "CI"),
    ("cote divoire", "CI"),
    ("costa de marfil", "CI"),
    ("costa do marfim", "CI"),
    ("elfenbeinkuste", "CI"),
    ("burma", "MM"),
    ("myanmar", "MM"),
    ("birmanie", "MM"),
    ("myanmar burma", "MM"),
    ("syria", "SY"),
    ("syrian arab republic", "SY"),
    ("سورية", "SY"),
    ("سوريا", "SY"),
    ("the netherlands", "NL"),
    ("holland", "NL"),
    ("pays bas", "NL"),
    ("paises bajos", "NL"),
    ("holanda", "NL"),
    ("czech republic", "CZ"),
    ("czechia", "CZ"),
    ("russia", "RU"),
    ("south korea", "KR"),
    ("republic of korea", "KR"),
    ("korea", "KR"),
    ("north korea", "KP"),
    ("uae", "AE"),
    ("united arab emirates", "AE"),
    ("emirats arabes unis", "AE"),
    ("الامارات", "AE"),
    ("ksa", "SA"),
    ("السعودية", "SA"),
    ("المملكة العربية السعودية", "SA"),
    ("car", "CF"),
    ("central african republic", "CF"),
    ("rca", "CF"),
    ("swaziland", "SZ"),
    ("cape verde", "CV"),
    ("east timor", "TL"),
    ("timor leste", "TL"),
    ("macedonia", "MK"),
    ("north macedonia", "MK"),
    ("bosnia", "BA"),
    ("bosnia and herzegovina", "BA"),
    ("vatican", "VA"),
    ("hong kong", "HK"),
    ("hong kong sar", "HK"),
    ("macau", "MO"),
    ("taiwan", "TW"),
    ("viet nam", "VN"),
    ("vietnam", "VN"),
    ("lao pdr", "LA"),
    ("laos", "LA"),
    ("brasil", "BR"),
    ("brunei", "BN"),
    ("the gambia", "GM"),
    ("gambia", "GM"),
    ("the philippines", "PH"),
    ("philippines", "PH"),
    ("the bahamas", "BS"),
    ("moldova", "MD"),
    ("tanzania", "TZ"),
    ("bolivia", "BO"),
    ("venezuela", "VE"),
    ("iran", "IR"),
    ("kurdistan region of iraq", "IQ"),
    ("kurdistan", "IQ"),
    ("zimbabwe", "ZW"),
    ("kosovo", "XK"),
    ("western sahara", "EH"),
    ("aotearoa", "NZ"),
    ("aotearoa new zealand", "NZ"),
    ("mexico", "MX"),
    ("republica dominicana", "DO"),
    ("trinidad", "TT"),
    ("south sudan", "SS"),
    ("الاردن", "JO"),
    ("المانيا", "DE"),
    ("فرنسا", "FR"),
    ("مصر", "EG"),
    ("تونس", "TN"),
    ("المغرب", "MA"),
    ("اليمن", "YE"),
    ("ليبيا", "LY"),
];

/// Two letters that are words, or other things' names, where a country may stand.
const READ_AS_WORDS: [&str; 2] = ["us", "uk"];

static NAMES: LazyLock<HashMap<String, &'static str>> = LazyLock::new(|| {
    let mut names = HashMap::new();
    for (tag, _) in OFFERED {
        let Ok(language) = tag.parse::<Language>() else { continue };
        for (code, name) in country::all(&language) {
            let folded = fold(&name);
            if folded.chars().count() > 2 {
                names.entry(folded).or_insert(code);
            }
        }
    }
    for (name, code) in OTHERWISE {
        names.insert(fold(name), *code);
    }
    names
});

/// The longest name of a country has fewer.
const LONGEST: usize = 80;

/// The code of a country by its name in any of the languages, or a flag; `None` for other words.
pub(super) fn read(text: &str) -> Option<&'static str> {
    if text.len() > LONGEST {
        return None;
    }
    let folded = fold(text);
    let short = text.trim().chars().all(|c| c.is_uppercase() || c == '.')
        || !READ_AS_WORDS.contains(&folded.as_str());
    NAMES
        .get(&folded)
        .copied()
        .filter(|_| short)
        .or_else(|| flag(text.trim()).and_then(|code| country::read(&code)))
}

/// The code that a flag stands for, where a text is nothing else.
fn flag(text: &str) -> Option<String> {
    let letter =
        |c: char| u32::from(c).checked_sub(0x1f1e6).filter(|n| *n < 26).and_then(|n| char::from_u32(65 + n));
    let code: Option<String> = text.chars().map(letter).collect();
    code.filter(|code| code.len() == 2)
}

/// A text without flags, and the country of the first.
pub(super) fn without_flags(text: &str) -> (String, Option<&'static str>) {
    let is_flag = |c: &char| (0x1f1e6..=0x1f1ff).contains(&u32::from(*c));
    let flags: String = text.chars().filter(is_flag).take(2).collect();
    let rest: String = text.chars().filter(|c| !is_flag(c)).collect();
    let code = flag(&flags).and_then(|code| country::read(&code));
    (super::folding::trimmed(&rest).to_owned(), code)
}

const REGIONS: &[&str] = &[
    "global",
    "global south",
    "international",
    "regional",
    "worldwide",
    "africa",
    "east africa",
    "west africa",
    "southern africa",
    "asia",
    "south asia",
    "southeast asia",
    "asia pacific",
    "europe",
    "european union",
    "eu",
    "latin america",
    "latin america and the caribbean",
    "caribbean",
    "mena",
    "middle east",
    "middle east and north africa",
    "pacific",
    "oceania",
    "americas",
    "america latina",
    "afrique",
    "دولي",
    "اقليمي",
    "mundial",
    "internacional",
    "weltweit",
];

/// Whether a text is a part of the world that stands where others have a country.
pub(super) fn is_region(text: &str) -> bool {
    text.len() <= LONGEST && REGIONS.iter().any(|region| fold(region) == fold(text))
}

/// Cities that letters print between a name and its country.
const CITIES: &[&str] = &[
    "paris",
    "london",
    "berlin",
    "geneva",
    "geneve",
    "genf",
    "brussels",
    "bruxelles",
    "new york",
    "washington",
    "washington dc",
    "nairobi",
    "kampala",
    "johannesburg",
    "cape town",
    "dakar",
    "accra",
    "lagos",
    "abuja",
    "cairo",
    "beirut",
    "amman",
    "damascus",
    "aleppo",
    "idlib",
    "gaziantep",
    "istanbul",
    "ankara",
    "baghdad",
    "erbil",
    "sanaa",
    "aden",
    "tunis",
    "rabat",
    "algiers",
    "khartoum",
    "gaza",
    "ramallah",
    "jerusalem",
    "delhi",
    "new delhi",
    "mumbai",
    "dhaka",
    "kathmandu",
    "colombo",
    "karachi",
    "lahore",
    "islamabad",
    "kabul",
    "manila",
    "jakarta",
    "bangkok",
    "tokyo",
    "sydney",
    "melbourne",
    "toronto",
    "ottawa",
    "montreal",
    "bogota",
    "lima",
    "quito",
    "santiago",
    "buenos aires",
    "montevideo",
    "sao paulo",
    "rio de janeiro",
    "brasilia",
    "mexico city",
    "madrid",
    "barcelona",
    "lisbon",
    "lisboa",
    "rome",
    "roma",
    "milan",
    "vienna",
    "wien",
    "bern",
    "zurich",
    "hamburg",
    "munich",
    "koln",
    "amsterdam",
    "the hague",
    "stockholm",
    "oslo",
    "copenhagen",
    "helsinki",
    "athens",
    "دمشق",
    "حلب",
    "ادلب",
    "بيروت",
    "عمان",
    "القاهرة",
    "بغداد",
    "غازي عنتاب",
    "اسطنبول",
];

/// Whether a text is one of the cities that stand between names and countries.
pub(super) fn is_city(text: &str) -> bool {
    text.len() <= LONGEST && CITIES.iter().any(|city| fold(city) == fold(text))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn countries_are_known_by_their_names_in_many_languages() {
        for (name, code) in [
            ("Uganda", "UG"),
            ("Italia", "IT"),
            ("México", "MX"),
            ("Türkei", "TR"),
            ("سوريا", "SY"),
            ("سورية", "SY"),
            ("Allemagne", "DE"),
            ("USA", "US"),
            ("U.S.", "US"),
            ("UK", "GB"),
            ("DRC", "CD"),
            ("oPt", "PS"),
            ("Côte d’Ivoire", "CI"),
            ("Alemanha", "DE"),
            ("Schweiz", "CH"),
            ("🇸🇾", "SY"),
        ] {
            assert_eq!(read(name), Some(code), "{name}");
        }
        for other in ["us", "Atlantis", "IT", "Global South", "", "Kesh Malek"] {
            assert_eq!(read(other), None, "{other}");
        }
        assert_eq!(without_flags("🇰🇪 Kenya"), ("Kenya".to_owned(), Some("KE")));
        assert!(is_region("Global South") && is_city("Paris"));
    }
}
