//! Whose a web domain is: what of a host somebody registered, and which domains are everybody's.
//!
//! An address at the domain of the organization's website says more than an address: who has it was
//! given it by whoever runs the site. It says nothing at a domain that hands out addresses or pages to
//! anyone, so those never count.

use std::collections::HashSet;
use std::sync::LazyLock;

use url::Url;

/// Providers of free and of disposable mail: `free-email-domains` 1.12.6 of the npm registry (MIT, see
/// the licence beside it), one domain a line.
const FREE_MAIL: &str = include_str!("free_mail/domains.txt");

/// Providers that the list leaves out.
const MORE_FREE_MAIL: [&str; 14] = [
    "tutanota.com",
    "tutanota.de",
    "tutamail.com",
    "tuta.com",
    "tuta.io",
    "keemail.me",
    "riseup.net",
    "hey.com",
    "mailbox.org",
    "disroot.org",
    "startmail.com",
    "autistici.org",
    "runbox.com",
    "skiff.com",
];

/// Sites that give pages to anyone without being public suffixes: a page there is nobody's domain.
const SHARED_SITES: [&str; 32] = [
    "wordpress.com",
    "squarespace.com",
    "weebly.com",
    "tumblr.com",
    "medium.com",
    "substack.com",
    "wix.com",
    "jimdo.com",
    "strikingly.com",
    "facebook.com",
    "instagram.com",
    "twitter.com",
    "x.com",
    "linkedin.com",
    "youtube.com",
    "tiktok.com",
    "telegram.me",
    "t.me",
    "vk.com",
    "linktr.ee",
    "about.me",
    "patreon.com",
    "google.com",
    "github.com",
    "gitlab.com",
    "notion.so",
    "notion.site",
    "livejournal.com",
    "change.org",
    "wikipedia.org",
    "archive.org",
    "whatsapp.com",
];

static OF_EVERYBODY: LazyLock<HashSet<&'static str>> =
    LazyLock::new(|| FREE_MAIL.lines().chain(MORE_FREE_MAIL).chain(SHARED_SITES).collect());

/// The part of a host that somebody registered, by the public suffix list with its private part: of
/// `www.example.org` it is `example.org`, of `hope.github.io` it is `hope.github.io`. None for a public
/// suffix itself, for an address in numbers and for what is no host. IDNA is folded to ASCII.
pub(super) fn registered_part(host: &str) -> Option<String> {
    let url::Host::Domain(host) = url::Host::parse(host).ok()? else { return None };
    let host = host.trim_end_matches('.').to_ascii_lowercase();
    // A name without a dot is a machine of a local network.
    psl::domain_str(&host).filter(|part| part.contains('.')).map(str::to_owned)
}

/// Whether anybody can have an address or a page at this domain.
fn is_everybodys(registered: &str) -> bool {
    OF_EVERYBODY.contains(registered)
}

/// The registered domain of a website, if it is not everybody's.
pub(super) fn of_website(website: &str) -> Option<String> {
    let url = Url::parse(website).ok()?;
    registered_part(url.host_str()?).filter(|domain| !is_everybodys(domain))
}

/// The registered domain of an address, if it is not everybody's.
pub(super) fn of_address(email: &str) -> Option<String> {
    let (_, host) = email.rsplit_once('@')?;
    let whole = host.trim_end_matches('.').to_ascii_lowercase();
    registered_part(host).filter(|domain| !is_everybodys(domain) && !is_everybodys(&whole))
}

/// The domain by which this confirmed address proves that its organization is whose website this is:
/// what was registered of both hosts is the same, and not everybody's.
pub(super) fn proven(email: &str, website: &str) -> Option<String> {
    let (of_mail, of_site) = (of_address(email)?, of_website(website)?);
    (of_mail == of_site).then_some(of_mail)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn an_address_at_the_websites_domain_proves_it() {
        let proves = |email: &str, website: &str| proven(email, website);
        assert_eq!(proves("amal@river.org", "https://www.river.org/about").unwrap(), "river.org");
        assert_eq!(proves("amal@mail.river.org", "https://river.org").unwrap(), "river.org");
        assert_eq!(proves("amal@river.org.uk", "https://river.org.uk").unwrap(), "river.org.uk");
        assert_eq!(proves("amal@river.org.sy", "https://ar.river.org.sy").unwrap(), "river.org.sy");
        assert_eq!(
            proves("amal@xn--bcher-kva.example", "https://bücher.example").unwrap(),
            "xn--bcher-kva.example"
        );
        assert_eq!(proves("a@hope.github.io", "https://hope.github.io").unwrap(), "hope.github.io");
    }

    #[test]
    fn what_only_looks_like_it_proves_nothing() {
        for (email, website) in [
            ("amal@example.org", "https://example.org.evil.com"),
            ("amal@evil.com", "https://example.org@evil.com.example"),
            ("amal@hill.org", "https://river.org"),
            ("amal@river.org.uk", "https://hill.org.uk"), // they share a public suffix only
            ("amal@co.uk", "https://river.co.uk"),        // the suffix itself
            ("amal@github.io", "https://river.github.io"), // a private suffix
            ("amal@hill.github.io", "https://river.github.io"),
            ("amal@blogspot.com", "https://river.blogspot.com"),
            ("amal@wordpress.com", "https://river.wordpress.com"), // no suffix, and everybody's
            ("amal@gmail.com", "https://gmail.com"),
            ("amal@tuta.com", "https://tuta.com"),
            ("amal@mailinator.com", "https://www.mailinator.com"),
            ("amal@google.com", "https://sites.google.com/river"),
            ("amal@facebook.com", "https://facebook.com/river"),
            ("amal@еxample.org", "https://example.org"), // the first letter is Cyrillic
            ("amal@127.0.0.1", "https://127.0.0.1"),
            ("amal@localhost", "https://localhost"),
            ("amal", "https://river.org"),
            ("amal@river.org", "river.org"),
            ("amal@river.org", ""),
        ] {
            assert_eq!(proven(email, website), None, "{email} {website}");
        }
    }

    #[test]
    fn the_list_of_free_mail_is_whole_and_folded() {
        assert!(OF_EVERYBODY.len() > 14_000, "{}", OF_EVERYBODY.len());
        for domain in OF_EVERYBODY.iter() {
            assert!(
                domain.is_ascii() && domain.contains('.') && domain.to_lowercase() == **domain,
                "{domain}"
            );
        }
        for domain in
            ["gmail.com", "yahoo.fr", "proton.me", "mail.ru", "web.de", "outlook.com", "maktoob.com"]
        {
            assert!(is_everybodys(domain), "{domain}");
        }
        for domain in ["example.org", "un.org", "icrc.org"] {
            assert!(!is_everybodys(domain), "{domain}");
        }
    }

    proptest! {
        #[test]
        fn nothing_typed_makes_it_fall_over(host in ".{0,40}", other in ".{0,40}") {
            let _ = registered_part(&host);
            let _ = proven(&format!("a@{host}"), &format!("https://{other}/"));
        }

        #[test]
        fn a_registered_part_is_its_own(host in "[a-z]{1,8}(\\.[a-z]{1,8}){1,4}") {
            if let Some(part) = registered_part(&host) {
                prop_assert!(host.ends_with(&part));
                prop_assert_eq!(registered_part(&part), Some(part));
            }
        }
    }
}
