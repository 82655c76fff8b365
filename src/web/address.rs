//! Where a request comes from, if anybody trustworthy says so.

use std::net::IpAddr;

use actix_web::HttpRequest;
use ipnet::IpNet;

/// The client's address: the peer's own, or, if the peer is a trusted proxy, the last address in
/// `X-Forwarded-For` that is not one (what stands further left was written by whoever sent it).
///
/// `None` when a proxy on this machine is not declared: all visitors would share one address, and
/// a limit on it would shut everybody out.
pub fn of_client(request: &HttpRequest, trusted: &[IpNet]) -> Option<IpAddr> {
    let peer = request.peer_addr()?.ip();
    let is_trusted = |ip: &IpAddr| trusted.iter().any(|net| net.contains(ip));
    if !is_trusted(&peer) {
        return Some(peer).filter(|ip| !ip.is_loopback());
    }
    let headers = request.headers().get_all("x-forwarded-for");
    let hops: Vec<&str> = headers.filter_map(|v| v.to_str().ok()).flat_map(|v| v.split(',')).collect();
    for hop in hops.iter().rev() {
        let address: IpAddr = hop.trim().parse().ok()?;
        if !is_trusted(&address) {
            return Some(address);
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;
    use actix_web::test::TestRequest;

    fn seen(peer: &str, forwarded: Option<&str>, trusted: &[&str]) -> Option<String> {
        let trusted: Vec<IpNet> = trusted.iter().map(|net| net.parse().unwrap()).collect();
        let mut request = TestRequest::default().peer_addr(format!("{peer}:4000").parse().unwrap());
        if let Some(forwarded) = forwarded {
            request = request.insert_header(("X-Forwarded-For", forwarded));
        }
        of_client(&request.to_http_request(), &trusted).map(|ip| ip.to_string())
    }

    #[test]
    fn only_a_trusted_proxy_is_believed() {
        assert_eq!(seen("198.51.100.7", Some("203.0.113.1"), &[]).unwrap(), "198.51.100.7");
        assert_eq!(
            seen("10.0.0.1", Some("203.0.113.9, 203.0.113.1, 10.0.0.2"), &["10.0.0.0/8"]).unwrap(),
            "203.0.113.1"
        );
        assert_eq!(seen("127.0.0.1", Some("203.0.113.1"), &[]), None);
        assert_eq!(seen("10.0.0.1", Some("nonsense"), &["10.0.0.0/8"]), None);
    }
}
