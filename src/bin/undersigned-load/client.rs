//! A connection that is kept alive, and a stream that is listened to. One task each, no pool: a
//! measurement has to know which connection waited.

use std::io;
use std::net::{IpAddr, Ipv4Addr, SocketAddr};
use std::time::Duration;

use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpSocket, TcpStream};
use tokio::time::timeout;
use url::Url;

use crate::message::{self, Head};
use crate::wrong::Wrong;

/// Nobody waits longer for an answer; what takes longer is lost to its reader.
pub const PATIENCE: Duration = Duration::from_secs(30);
/// Connections from one loopback address: a quarter of its ports, for those of a minute ago are not free yet.
const FROM_ONE_ADDRESS: usize = 4_000;

/// Where a site is.
#[derive(Debug, Clone)]
pub struct Place {
    address: SocketAddr,
    /// As the `Host` field says it.
    pub host: String,
}

impl Place {
    /// The place of a URL.
    ///
    /// # Errors
    /// What is not plain HTTP: TLS is measured in front of the site, by its proxy.
    pub async fn of(url: &Url) -> Result<Self, Wrong> {
        let host = url.host_str().filter(|_| url.scheme() == "http");
        let host = host.ok_or_else(|| Wrong::new(format!("{url} is no http:// address")))?;
        let port = url.port_or_known_default().unwrap_or(80);
        let bare = host.trim_start_matches('[').trim_end_matches(']').to_owned();
        let address = tokio::net::lookup_host((bare, port)).await?.next();
        let address = address.ok_or_else(|| Wrong::new(format!("nobody knows where {host} is")))?;
        let host = url.port().map_or_else(|| host.to_owned(), |port| format!("{host}:{port}"));
        Ok(Self { address, host })
    }

    /// A place of this machine.
    pub fn local(address: SocketAddr) -> Self {
        Self { address, host: address.to_string() }
    }

    async fn connect(&self, nth: usize) -> io::Result<TcpStream> {
        let socket = if self.address.is_ipv4() { TcpSocket::new_v4()? } else { TcpSocket::new_v6()? };
        if let IpAddr::V4(to) = self.address.ip()
            && to.is_loopback()
        {
            socket.bind(SocketAddr::new(IpAddr::V4(source(nth)), 0))?;
        }
        let connecting = timeout(PATIENCE, socket.connect(self.address));
        let stream = connecting.await.map_err(|_| io::Error::from(io::ErrorKind::TimedOut))??;
        stream.set_nodelay(true)?;
        Ok(stream)
    }
}

/// From which of the loopback addresses connection number `nth` comes.
fn source(nth: usize) -> Ipv4Addr {
    let block = nth / FROM_ONE_ADDRESS;
    let byte = |n: usize| u8::try_from(n % 250 + 1).unwrap_or(1);
    Ipv4Addr::new(127, 1, byte(block / 250), byte(block))
}

/// An answer, whole.
#[derive(Debug)]
pub struct Answer<'a> {
    /// Its head.
    pub head: Head,
    /// Its body as it came.
    pub body: &'a [u8],
}

/// A connection on which one request follows another.
pub struct Connection {
    stream: TcpStream,
    bytes: Vec<u8>,
}

impl Connection {
    /// Opens one; `nth` chooses the address it comes from.
    ///
    /// # Errors
    /// When nobody answers.
    pub async fn open(place: &Place, nth: usize) -> Result<Self, Wrong> {
        Ok(Self { stream: place.connect(nth).await?, bytes: Vec::new() })
    }

    /// Sends a request and reads its answer. After an error the connection is of no use.
    ///
    /// # Errors
    /// An answer that is none, that does not come, or that is longer or shorter than it says.
    pub async fn ask(&mut self, request: &[u8]) -> Result<Answer<'_>, Wrong> {
        let head = match timeout(PATIENCE, self.exchange(request)).await {
            Ok(head) => head?,
            Err(_) => return Err(Wrong::new("no answer in half a minute")),
        };
        let body = self.bytes.get(head.bytes..).unwrap_or_default();
        Ok(Answer { head, body })
    }

    async fn exchange(&mut self, request: &[u8]) -> Result<Head, Wrong> {
        self.bytes.clear();
        self.stream.write_all(request).await?;
        let head = read_head(&mut self.stream, &mut self.bytes).await?;
        let length = match (head.status, head.length) {
            (204 | 304, _) => 0,
            (_, Some(length)) => length,
            (_, None) => return Err(Wrong::new("an answer does not say how long it is")),
        };
        let end = head.bytes + length;
        self.bytes.reserve(end.saturating_sub(self.bytes.len()));
        while self.bytes.len() < end {
            if self.stream.read_buf(&mut self.bytes).await? == 0 {
                return Err(Wrong::new("an answer ended before its end"));
            }
        }
        if self.bytes.len() > end {
            return Err(Wrong::new("an answer is longer than it says"));
        }
        Ok(head)
    }
}

async fn read_head(stream: &mut TcpStream, bytes: &mut Vec<u8>) -> Result<Head, Wrong> {
    loop {
        if let Some(head) = message::head(bytes)? {
            return Ok(head);
        }
        if stream.read_buf(bytes).await? == 0 {
            return Err(Wrong::new("the connection was closed instead of an answer"));
        }
    }
}

/// A stream of events.
pub struct Stream {
    stream: TcpStream,
    bytes: Vec<u8>,
    /// Where the first chunk that was not handed out begins.
    at: usize,
}

impl Stream {
    /// Opens the stream that `request` asks for; `nth` chooses the address it comes from.
    ///
    /// # Errors
    /// Whatever is no stream.
    pub async fn open(place: &Place, nth: usize, request: &[u8]) -> Result<Self, Wrong> {
        let opening = async {
            let mut stream = place.connect(nth).await?;
            stream.write_all(request).await?;
            let mut bytes = Vec::new();
            let head = read_head(&mut stream, &mut bytes).await?;
            match (head.status, head.chunked) {
                (200, true) => Ok(Self { stream, at: head.bytes, bytes }),
                (200, false) => Err(Wrong::new("the live stream is not one")),
                (status, _) => Err(Wrong::new(format!("{status} instead of the live stream"))),
            }
        };
        timeout(PATIENCE, opening).await.map_err(|_| Wrong::new("no live stream in half a minute"))?
    }

    /// The next bytes, as the site handed them on; `None` at the end. May be dropped while it waits:
    /// nothing is lost.
    ///
    /// # Errors
    /// A connection that breaks, or bytes that are no chunk.
    pub async fn next(&mut self) -> Result<Option<&[u8]>, Wrong> {
        self.bytes.drain(..self.at.min(self.bytes.len()));
        self.at = 0;
        loop {
            if let Some(chunk) = message::chunk(&self.bytes)? {
                self.at = chunk.end;
                if chunk.data.is_empty() {
                    return Ok(None);
                }
                return Ok(Some(self.bytes.get(chunk.data).unwrap_or_default()));
            }
            if self.stream.read_buf(&mut self.bytes).await? == 0 {
                return Ok(None);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn connections_come_from_as_many_addresses_as_they_need() {
        assert_eq!(source(0), source(FROM_ONE_ADDRESS - 1));
        assert_ne!(source(0), source(FROM_ONE_ADDRESS));
        let all: std::collections::HashSet<_> = (0..1_000).map(|n| source(n * FROM_ONE_ADDRESS)).collect();
        assert_eq!(all.len(), 1_000);
        assert!(all.iter().all(|address| address.is_loopback()));
    }
}
