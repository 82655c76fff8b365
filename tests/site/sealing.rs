//! What somebody learns who has the database, and not the key that lies outside it.

use crate::support::program::run;

stories! {
    fn the_database_alone_names_nobody(site: &Site) {
        let river = site.organization_in("Quiet River Trust", "SY");
        let letter = river.publish(&[("title", "A title that is public")]);
        river.sign_with(&letter, &[("representative_name", "Samar Unheard"), ("display", "representative")]).is(200);
        river.mail();
        site.reader().read(&letter).sees("Quiet River Trust").sees("Samar Unheard");
        assert!(site.keeps_in_the_clear("A title that is public"), "what is looked into is the database");
        for words in ["Quiet River", "quiet-river-trust", "Samar Unheard", "Amal Haddad"] {
            assert!(!site.keeps_in_the_clear(words), "{words}");
        }
    }

    fn a_database_does_not_open_with_another_key(site: &Site) {
        let folder = tempfile::tempdir().expect("a folder");
        let other = folder.path().join("other.key");
        let with = |key: &str| run(&["migrate", "--database-url", site.database_url(), "--key-file", key]);
        let refused = with(other.to_str().expect("a path"));
        let words = String::from_utf8_lossy(&refused.stderr).into_owned();
        assert!(!refused.status.success() && words.contains("sealed with another key"), "{words}");
        std::fs::write(&other, "no key at all").expect("a file");
        let words = String::from_utf8_lossy(&with(other.to_str().expect("a path")).stderr).into_owned();
        assert!(words.contains("64 hexadecimal digits") && !words.contains("panicked"), "{words}");
        assert!(with(crate::support::key_file().to_str().expect("a path")).status.success());
    }
}
