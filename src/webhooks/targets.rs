//! Where a webhook may be sent: to an address of the public internet over https, and nowhere that only this
//! machine can reach. What the obvious way would give away is everything behind our own firewall, asked
//! by us on behalf of whoever typed its address.
//!
//! A site that itself runs on a loopback address, to be tried out, may also send to this machine.

use std::net::{IpAddr, Ipv4Addr, Ipv6Addr};

use url::{Host, Url};

/// Networks that are nobody's to be reached in from outside (the special-purpose registries of IANA).
const NOT_PUBLIC_V4: [([u8; 4], u8); 15] = [
    ([0, 0, 0, 0], 8),
    ([10, 0, 0, 0], 8),
    ([100, 64, 0, 0], 10),
    ([127, 0, 0, 0], 8),
    ([169, 254, 0, 0], 16), // link-local, where clouds keep their secrets
    ([172, 16, 0, 0], 12),
    ([192, 0, 0, 0], 24),
    ([192, 0, 2, 0], 24),
    ([192, 88, 99, 0], 24),
    ([192, 168, 0, 0], 16),
    ([198, 18, 0, 0], 15),
    ([198, 51, 100, 0], 24),
    ([203, 0, 113, 0], 24),
    ([224, 0, 0, 0], 4),
    ([240, 0, 0, 0], 4),
];

/// Inside 2000::/3, outside of which nothing is public.
const NOT_PUBLIC_V6: [(u128, u8); 4] = [
    (0x2001_0000 << 96, 23), // protocol assignments, Teredo among them, which carries IPv4 addresses
    (0x2001_0db8 << 96, 32),
    (0x2002_0000 << 96, 16), // 6to4, which carries them too
    (0x3fff_0000 << 96, 20),
];

fn is_in_v4(ip: Ipv4Addr, network: [u8; 4], length: u8) -> bool {
    let mask = u32::MAX.checked_shl(32_u32.saturating_sub(u32::from(length))).unwrap_or(0);
    u32::from(ip) & mask == u32::from_be_bytes(network)
}

fn is_in_v6(ip: Ipv6Addr, network: u128, length: u8) -> bool {
    let mask = u128::MAX.checked_shl(128_u32.saturating_sub(u32::from(length))).unwrap_or(0);
    u128::from(ip) & mask == network
}

fn is_public(ip: IpAddr) -> bool {
    match ip {
        IpAddr::V4(ip) => !NOT_PUBLIC_V4.iter().any(|(network, length)| is_in_v4(ip, *network, *length)),
        IpAddr::V6(ip) => match ip.to_ipv4_mapped() {
            Some(ip) => is_public(IpAddr::V4(ip)),
            None => {
                is_in_v6(ip, 0x2000 << 112, 3)
                    && !NOT_PUBLIC_V6.iter().any(|(network, length)| is_in_v6(ip, *network, *length))
            }
        },
    }
}

/// Whether something may be sent to this address; `local` if the site itself runs on this machine alone.
/// Without https only to this machine: nobody is between.
pub(super) fn may_be_reached(ip: IpAddr, https: bool, local: bool) -> bool {
    let own = local && ip.to_canonical().is_loopback();
    own || (https && is_public(ip))
}

/// Why an address is none to send to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum NoTarget {
    /// It is no web address.
    NoAddress,
    /// It is not https.
    NotHttps,
    /// It leads into a network that is not public.
    NotPublic,
}

/// No address that we know of is longer.
const LONGEST: usize = 500;

/// The address that somebody typed.
pub(super) fn read_target(typed: &str, local: bool) -> Result<Url, NoTarget> {
    if typed.len() > LONGEST {
        return Err(NoTarget::NoAddress);
    }
    let url = Url::parse(typed).map_err(|_| NoTarget::NoAddress)?;
    let bare = url.username().is_empty() && url.password().is_none() && url.fragment().is_none();
    let https = url.scheme() == "https";
    if !bare || !(https || url.scheme() == "http") {
        return Err(NoTarget::NoAddress);
    }
    let names_this_machine = match url.host() {
        Some(Host::Domain(name)) => name == "localhost" || name.ends_with(".localhost"),
        Some(Host::Ipv4(ip)) => ip.is_loopback(),
        Some(Host::Ipv6(ip)) => ip.to_canonical().is_loopback(),
        None => return Err(NoTarget::NoAddress),
    };
    if names_this_machine && local {
        return Ok(url);
    }
    if !https {
        return Err(NoTarget::NotHttps);
    }
    let public = match url.host() {
        // Where the name leads is looked at each time it is sent to.
        Some(Host::Domain(name)) => !names_this_machine && name.trim_end_matches('.').contains('.'),
        Some(Host::Ipv4(ip)) => is_public(ip.into()),
        Some(Host::Ipv6(ip)) => is_public(ip.into()),
        None => false,
    };
    // The ports below are those of other protocols, which a request could be taken for.
    let port = url.port().is_none_or(|port| port >= 1024);
    if public && port { Ok(url) } else { Err(NoTarget::NotPublic) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn nothing_is_sent_where_only_we_can_reach() {
        for inside in [
            "0.0.0.0",
            "10.1.2.3",
            "100.64.0.1",
            "127.0.0.1",
            "127.255.0.9",
            "169.254.169.254",
            "172.31.255.1",
            "192.168.1.1",
            "198.19.0.1",
            "203.0.113.7",
            "224.0.0.1",
            "255.255.255.255",
            "::",
            "::1",
            "::ffff:127.0.0.1",
            "::ffff:169.254.169.254",
            "fe80::1",
            "fd00::1",
            "fec0::1",
            "ff02::1",
            "64:ff9b::7f00:1",
            "2002:7f00:1::",
            "2001::1",
            "2001:db8::1",
            "::127.0.0.1",
        ] {
            let ip: IpAddr = inside.parse().unwrap();
            assert!(!may_be_reached(ip, true, false), "{inside}");
        }
        for outside in
            ["1.1.1.1", "172.32.0.1", "100.128.0.1", "192.0.1.1", "2606:4700::1111", "2001:4860::8"]
        {
            let ip: IpAddr = outside.parse().unwrap();
            assert!(may_be_reached(ip, true, false) && !may_be_reached(ip, false, true), "{outside}");
        }
        let own: IpAddr = "::ffff:127.0.0.1".parse().unwrap();
        assert!(may_be_reached(own, false, true));
        assert!(
            !may_be_reached("10.0.0.1".parse().unwrap(), true, true),
            "a trial is no reason to look around"
        );
    }

    #[test]
    fn an_address_is_public_and_https() {
        assert!(read_target("https://example.org/hook?a=b", false).is_ok());
        assert!(read_target("https://example.org:8443/", false).is_ok());
        assert!(
            read_target("http://127.0.0.1:9000/x", true).is_ok()
                && read_target("http://localhost:1/", true).is_ok()
        );
        let cases = [
            ("ftp://example.org/", NoTarget::NoAddress),
            ("https://user:pw@example.org/", NoTarget::NoAddress),
            ("https://example.org/#a", NoTarget::NoAddress),
            ("nonsense", NoTarget::NoAddress),
            ("http://example.org/", NoTarget::NotHttps),
            ("http://127.0.0.1/", NoTarget::NotHttps),
            ("https://127.0.0.1/", NoTarget::NotPublic),
            ("https://2130706433/", NoTarget::NotPublic), // 127.0.0.1 as one number
            ("https://0x7f.1/", NoTarget::NotPublic),
            ("https://[::ffff:10.0.0.1]/", NoTarget::NotPublic),
            ("https://localhost/", NoTarget::NotPublic),
            ("https://intranet/", NoTarget::NotPublic),
            ("https://example.org:25/", NoTarget::NotPublic),
        ];
        for (typed, refusal) in cases {
            assert_eq!(read_target(typed, false), Err(refusal), "{typed}");
        }
    }

    proptest! {
        #[test]
        fn an_address_of_ipv4_is_the_same_inside_ipv6(bytes in any::<[u8; 4]>()) {
            let plain = Ipv4Addr::from(bytes);
            prop_assert_eq!(is_public(plain.into()), is_public(plain.to_ipv6_mapped().into()));
        }

        #[test]
        fn whatever_is_typed_is_answered(typed in any::<String>()) {
            let _ = read_target(&typed, false);
        }
    }
}
