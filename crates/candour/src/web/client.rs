//! From which address somebody asks, where proxies stand in between (ADR 0034).
//!
//! SECURITY: a header is believed only as far as proxies of ours have written it: from the right, until an address that is
//! none of them. What stands further left anybody can have written.

use axum::{
    extract::{ConnectInfo, Request, State},
    http::{Extensions, HeaderMap},
    middleware::Next,
    response::Response,
};
use serde::Deserialize;
use std::{
    net::{IpAddr, Ipv6Addr, SocketAddr},
    str::FromStr,
    sync::Arc,
};

/// Most proxies that one request is believed to have passed.
const HOPS_MAX: usize = 16;

/// From which address a request came: what [`Proxies::client`] found.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Client(pub IpAddr);

/// Finds it once, for whoever counts.
pub async fn find(State(proxies): State<Arc<Proxies>>, mut request: Request, next: Next) -> Response {
    let client = Client(proxies.client(request.headers(), request.extensions()));
    request.extensions_mut().insert(client);
    next.run(request).await
}

/// A network, such as `10.1.0.0/16`; an address alone is one of its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(try_from = "String")]
pub struct Network {
    address: IpAddr,
    bits: u8,
}

impl FromStr for Network {
    type Err = &'static str;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        const EXPECTED: &str = "expected an address or a network, such as 10.1.0.0/16";
        let (address, bits) = match text.split_once('/') {
            Some((address, bits)) => (address, Some(bits.parse::<u8>().map_err(|_| EXPECTED)?)),
            None => (text, None),
        };
        let address: IpAddr = address.parse().map_err(|_| EXPECTED)?;
        let most = if address.is_ipv4() { 32 } else { 128 };
        let bits = bits.unwrap_or(most);
        // Everybody is nobody's proxy.
        if bits == 0 || bits > most { Err(EXPECTED) } else { Ok(Self { address, bits }) }
    }
}

impl TryFrom<String> for Network {
    type Error = &'static str;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        text.parse()
    }
}

impl Network {
    fn has(&self, address: IpAddr) -> bool {
        match (self.address, address) {
            (IpAddr::V4(ours), IpAddr::V4(theirs)) => {
                let mask = u32::MAX.checked_shl(32 - u32::from(self.bits)).unwrap_or(0);
                (ours.to_bits() ^ theirs.to_bits()) & mask == 0
            }
            (IpAddr::V6(ours), IpAddr::V6(theirs)) => {
                let mask = u128::MAX.checked_shl(128 - u32::from(self.bits)).unwrap_or(0);
                (ours.to_bits() ^ theirs.to_bits()) & mask == 0
            }
            (IpAddr::V4(_), IpAddr::V6(_)) | (IpAddr::V6(_), IpAddr::V4(_)) => false,
        }
    }
}

/// In which header the proxies write. Only one is believed: one that they do not write is whatever somebody sent.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum ForwardedBy {
    /// `X-Forwarded-For`.
    #[default]
    XForwardedFor,
    /// `Forwarded` (RFC 7239).
    Forwarded,
}

/// The proxies in front of us.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Proxies {
    /// Where they are.
    pub trusted: Vec<Network>,
    /// Where they write.
    pub header: ForwardedBy,
}

impl Proxies {
    fn is_one(&self, address: IpAddr) -> bool {
        self.trusted.iter().any(|network| network.has(address))
    }

    /// From which address a request came; the unspecified one where that is not known. An IPv6 address counts with its 64
    /// bits of network, since whoever has one has them all.
    #[must_use]
    pub fn client(&self, headers: &HeaderMap, extensions: &Extensions) -> IpAddr {
        let peer = extensions.get::<ConnectInfo<SocketAddr>>().map(|info| info.0.ip().to_canonical());
        of_network(self.behind(peer.unwrap_or(IpAddr::V6(Ipv6Addr::UNSPECIFIED)), headers))
    }

    fn behind(&self, peer: IpAddr, headers: &HeaderMap) -> IpAddr {
        let name = match self.header {
            ForwardedBy::XForwardedFor => "x-forwarded-for",
            ForwardedBy::Forwarded => "forwarded",
        };
        let said: Vec<&str> = headers
            .get_all(name)
            .iter()
            .map(|value| value.to_str().unwrap_or(""))
            .flat_map(|value| value.split(','))
            .collect();
        let mut client = peer;
        for hop in said.iter().rev().take(HOPS_MAX) {
            if !self.is_one(client) {
                break;
            }
            let text = match self.header {
                ForwardedBy::XForwardedFor => Some(hop.trim()),
                ForwardedBy::Forwarded => for_of(hop),
            };
            // What does not read comes from our own proxy at best: it is the client then.
            let Some(address) = text.and_then(address) else { break };
            client = address;
        }
        client
    }
}

/// The address of `for=` (RFC 7239, 4).
fn for_of(element: &str) -> Option<&str> {
    element.split(';').find_map(|pair| {
        let (name, value) = pair.trim().split_once('=')?;
        name.eq_ignore_ascii_case("for").then(|| value.trim_matches('"'))
    })
}

/// An address, with or without brackets and a port.
fn address(text: &str) -> Option<IpAddr> {
    let plain = text.parse::<IpAddr>().ok();
    let bracketed = || text.strip_prefix('[')?.strip_suffix(']')?.parse().ok();
    let with_port = || text.parse::<SocketAddr>().ok().map(|both| both.ip());
    plain.or_else(bracketed).or_else(with_port).map(|address: IpAddr| address.to_canonical())
}

fn of_network(address: IpAddr) -> IpAddr {
    match address {
        IpAddr::V4(_) => address,
        IpAddr::V6(six) => IpAddr::V6(Ipv6Addr::from_bits(six.to_bits() & (u128::MAX << 64))),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use axum::http::HeaderValue;

    fn from(header: ForwardedBy, peer: &str, said: &[&'static str]) -> String {
        let proxies = Proxies {
            trusted: ["127.0.0.1", "10.1.0.0/16", "2001:db8:1::/48"]
                .map(|text| text.parse().unwrap())
                .to_vec(),
            header,
        };
        let mut headers = HeaderMap::new();
        for value in said {
            for name in ["x-forwarded-for", "forwarded"] {
                headers.append(name, HeaderValue::from_static(value));
            }
        }
        let mut extensions = Extensions::new();
        extensions.insert(ConnectInfo(SocketAddr::new(peer.parse().unwrap(), 9)));
        proxies.client(&headers, &extensions).to_string()
    }

    #[test]
    fn a_header_is_believed_as_far_as_proxies_of_ours_wrote_it() {
        for (peer, said, expected) in [
            ("192.0.2.1", &[][..], "192.0.2.1"),
            // Not from a proxy: whatever it says.
            ("192.0.2.1", &["198.51.100.7"], "192.0.2.1"),
            ("127.0.0.1", &["198.51.100.7"], "198.51.100.7"),
            // What the client wrote itself stands further left.
            ("127.0.0.1", &["203.0.113.5, 198.51.100.7"], "198.51.100.7"),
            ("127.0.0.1", &["203.0.113.5", "198.51.100.7, 10.1.2.3"], "198.51.100.7"),
            ("127.0.0.1", &["203.0.113.5, 10.2.0.1"], "10.2.0.1"),
            ("127.0.0.1", &["nonsense"], "127.0.0.1"),
            ("127.0.0.1", &["198.51.100.7, nonsense"], "127.0.0.1"),
            ("127.0.0.1", &[""], "127.0.0.1"),
            ("127.0.0.1", &["198.51.100.7:4711"], "198.51.100.7"),
            ("::ffff:127.0.0.1", &["::ffff:198.51.100.7"], "198.51.100.7"),
            ("2001:db8:1::9", &["2001:db8:2:3:4:5:6:7"], "2001:db8:2:3::"),
            ("127.0.0.1", &["[2001:db8:2:3:4:5:6:7]:80"], "2001:db8:2:3::"),
            ("127.0.0.1", &["127.0.0.1, 127.0.0.1"], "127.0.0.1"),
        ] {
            assert_eq!(from(ForwardedBy::XForwardedFor, peer, said), expected, "{peer} {said:?}");
        }
    }

    #[test]
    fn the_other_header_reads_as_rfc_7239_says() {
        for (said, expected) in [
            (&["for=198.51.100.7;proto=https;by=203.0.113.43"][..], "198.51.100.7"),
            (&["For=\"[2001:db8:cafe::17]:4711\""], "2001:db8:cafe::"),
            (&["for=203.0.113.5, proto=https; for=\"198.51.100.7:80\""], "198.51.100.7"),
            (&["for=_hidden"], "127.0.0.1"),
            (&["198.51.100.7"], "127.0.0.1"),
        ] {
            assert_eq!(from(ForwardedBy::Forwarded, "127.0.0.1", said), expected, "{said:?}");
        }
    }

    #[test]
    fn everybody_is_nobodys_proxy() {
        for bad in ["", "0.0.0.0/0", "::/0", "10.0.0.0/33", "10.0.0.0/x", "proxy.example", "10.0.0.0/"] {
            assert!(bad.parse::<Network>().is_err(), "{bad}");
        }
        let one: Network = "10.1.2.3".parse().unwrap();
        assert!(one.has("10.1.2.3".parse().unwrap()) && !one.has("10.1.2.4".parse().unwrap()));
    }
}
