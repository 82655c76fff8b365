//! The fonts inside the program, so that a letter looks the same wherever it is printed.

use std::borrow::Cow;
use std::sync::Arc;

use parley::fontique::{Blob, Collection, CollectionOptions, FontInfoOverride, SourceCache};
use parley::{FontContext, FontFamily, FontFamilyName};

use crate::text::language::Language;

const SERIF: &str = "Undersigned Serif";
const NASKH: &str = "Undersigned Naskh";

/// Subsets: Latin, Greek and Cyrillic; Arabic. A sign that none of them has is shown as a box.
const FILES: [(&str, &[u8]); 5] = [
    (SERIF, include_bytes!("../fonts/NotoSerif-Regular.ttf")),
    (SERIF, include_bytes!("../fonts/NotoSerif-Bold.ttf")),
    (SERIF, include_bytes!("../fonts/NotoSerif-Italic.ttf")),
    (NASKH, include_bytes!("../fonts/NotoNaskhArabic-Regular.ttf")),
    (NASKH, include_bytes!("../fonts/NotoNaskhArabic-Bold.ttf")),
];

/// The languages that are offered and written in a script which these fonts do not have.
const UNREADABLE: [&str; 9] = ["am", "bn", "he", "hi", "ja", "ko", "my", "ne", "zh"];

/// Whether a letter in this language can be read when it is printed.
pub fn are_there_for(language: &Language) -> bool {
    !UNREADABLE.contains(&language.tag())
}

/// These fonts and no others: what a machine happens to have must not change a delivered letter.
pub fn context() -> FontContext {
    let mut collection = Collection::new(CollectionOptions { shared: false, system_fonts: false });
    for (family, bytes) in FILES {
        let named = FontInfoOverride { family_name: Some(family), ..FontInfoOverride::default() };
        collection.register_fonts(Blob::new(Arc::new(bytes)), Some(named));
    }
    FontContext { collection, source_cache: SourceCache::default() }
}

/// The families in the order in which a sign is looked for.
pub fn families() -> FontFamily<'static> {
    const FAMILIES: &[FontFamilyName<'static>] =
        &[FontFamilyName::Named(Cow::Borrowed(SERIF)), FontFamilyName::Named(Cow::Borrowed(NASKH))];
    FontFamily::List(Cow::Borrowed(FAMILIES))
}
