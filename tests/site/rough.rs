//! Clients that mean harm: half-open connections, readers that never read, heads without end. What they get is
//! bounded, is logged a few times, and nobody else notices.
//!
//! Each story speaks to the program itself over TCP, as a process, so that its log, its open files and the time of
//! its processor can be looked at.

use std::collections::HashMap;
use std::fs;
use std::io::{ErrorKind, Read, Write};
use std::net::TcpStream;
use std::time::{Duration, Instant};

use crate::support::program::Program;
use crate::support::{Engine, Letter, Live, Site};

/// What is logged where nobody says otherwise; see `src/main.rs`.
const USUAL: &str = "info,actix_server=warn,r2d2=off";
/// So long the site waits at most for a form and then for whatever follows its refusal, and some.
const IN_THE_END: Duration = Duration::from_secs(30 + 60 + 20);
/// What everybody else is answered within, also while other tests run.
const PROMPTLY: Duration = Duration::from_secs(3);

/// A site that runs as a process, with a letter that one organization has signed.
fn with_program(story: fn(&Site, &Program, &Letter)) {
    let mut site = Site::start(Engine::Sqlite, |_| {});
    let letter = {
        let river = site.organization("River Trust");
        let letter = river.publish(&[]);
        river.sign(&letter);
        letter
    };
    site.read_all_mail();
    let program = site.go_on_as_program(USUAL);
    site.reader().ask(&letter.path).is(200);
    story(&site, &program, &letter);
    site.reader().ask(&letter.path).is(200);
    let log = program.log();
    let panics: Vec<&str> = log.lines().filter(|line| line.contains("panicked at")).collect();
    assert!(panics.iter().all(|line| line.contains(NAME_TOO_LONG)), "{log}");
    assert!(panics.len() <= 30, "{log}");
}

/// Where actix-http 3.20 panics when a header's name is longer than 64 kB, which ends that connection and nothing else.
const NAME_TOO_LONG: &str = "/h1/decoder.rs:";

fn connect(site: &Site) -> TcpStream {
    let stream = TcpStream::connect(site.url.trim_start_matches("http://")).expect("a connection");
    stream.set_read_timeout(Some(Duration::from_millis(20))).expect("a timeout");
    stream.set_write_timeout(Some(Duration::from_millis(500))).expect("a timeout");
    stream
}

fn open_files(program: &Program) -> usize {
    fs::read_dir(format!("/proc/{}/fd", program.id())).expect("a process").count()
}

/// Seconds of the processor's time that the program has used.
fn seconds_of_work(program: &Program) -> f64 {
    let stat = fs::read_to_string(format!("/proc/{}/stat", program.id())).expect("a process");
    let fields: Vec<&str> = stat.rsplit(')').next().expect("fields").split_whitespace().collect();
    let ticks = |at: usize| fields[at].parse::<f64>().expect("a number");
    (ticks(11) + ticks(12)) / 100.0
}

/// Megabytes of memory that the program has.
fn megabytes(program: &Program) -> u64 {
    let status = fs::read_to_string(format!("/proc/{}/status", program.id())).expect("a process");
    let line = status.lines().find(|line| line.starts_with("VmRSS:")).expect("a line");
    let kilobytes: u64 = line.split_whitespace().nth(1).and_then(|n| n.parse().ok()).expect("a number");
    kilobytes / 1024
}

/// What comes on a connection until it is closed, or for a moment nothing does: the bytes, and whether it is closed.
fn listen(stream: &mut TcpStream, heard: &mut Vec<u8>) -> bool {
    let mut part = [0; 16_384];
    loop {
        match stream.read(&mut part) {
            Ok(0) => return true,
            Ok(read) => heard.extend_from_slice(&part[..read]),
            Err(error) if [ErrorKind::WouldBlock, ErrorKind::TimedOut].contains(&error.kind()) => {
                return false;
            }
            Err(_) => return true,
        }
    }
}

/// The whole answer to a request that closes its connection.
fn answer(site: &Site, request: &[u8]) -> Vec<u8> {
    let mut stream = connect(site);
    let _ = stream.write_all(request); // it may be closed before it was read to the end
    let (mut heard, began) = (Vec::new(), Instant::now());
    while !listen(&mut stream, &mut heard) && began.elapsed() < PROMPTLY {}
    heard
}

fn statuses(answer: &[u8]) -> Vec<u16> {
    let text = String::from_utf8_lossy(answer);
    text.split("HTTP/1.1 ").skip(1).filter_map(|head| head.get(..3)?.parse().ok()).collect()
}

/// Others read, and send a form, and are answered at once.
fn nobody_else_notices(site: &Site, letter: &Letter) {
    for _ in 0..20 {
        let began = Instant::now();
        site.reader().ask(&letter.path).is(200);
        let form =
            site.reader().press("/sign-in", &[("email", "nobody@example.org"), ("password", "a guess")]);
        assert!([422, 429].contains(&form.status), "{}", form.status);
        assert!(began.elapsed() < PROMPTLY, "{:?}", began.elapsed());
    }
}

const FORM: &str = "Host: x\r\nContent-Type: application/x-www-form-urlencoded\r\n";

#[test]
fn whoever_leaves_something_half_said_is_let_go_and_nobody_else_notices() {
    with_program(|site, program, letter| {
        let before = open_files(program);
        let post = format!("POST /sign-in HTTP/1.1\r\n{FORM}");
        let files = "POST /sign-in HTTP/1.1\r\nHost: x\r\nContent-Type: multipart/form-data; boundary=b\r\n";
        // What is said, and as what it is answered; the second half of some is said later.
        let kinds: [(&str, String, &[u16]); 7] = [
            ("nothing", String::new(), &[408]),
            ("half a line", "GET /lett".into(), &[408]),
            ("half a head", "GET / HTTP/1.1\r\nHost: x\r\nX-Lang".into(), &[408]),
            ("half a body", format!("{post}Content-Length: 100\r\n\r\nemail=a"), &[408]),
            ("half a chunk", format!("{post}Transfer-Encoding: chunked\r\n\r\n50\r\nemail=a"), &[408]),
            ("half a file", format!("{files}Content-Length: 1000\r\n\r\n--b\r\nContent-Dis"), &[400, 408]),
            // A body behind an answer that did not wait for it.
            (
                "endless chunks",
                "GET /healthz HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n".into(),
                &[200],
            ),
        ];
        let began = Instant::now();
        let mut open: Vec<(&str, &[u16], TcpStream, Vec<u8>)> = Vec::new();
        for _ in 0..40 {
            for (kind, said, status) in &kinds {
                let mut stream = connect(site);
                stream.write_all(said.as_bytes()).expect("it is sent");
                open.push((kind, status, stream, Vec::new()));
            }
        }
        for _ in 0..20 {
            let mut stream = connect(site);
            stream.write_all(b"GET /healthz HTTP/1.1\r\nHost: x\r\n\r\n").expect("it is sent");
            let mut heard = Vec::new();
            while heard.is_empty() {
                assert!(!listen(&mut stream, &mut heard));
            }
            stream.write_all(b"GET /hea").expect("it is sent");
            open.push(("a second head", &[200], stream, heard));
            let mut stream = connect(site);
            stream
                .write_all(format!("{post}Content-Length: 5000\r\n\r\nemail=").as_bytes())
                .expect("it is sent");
            open.push(("drops", &[408], stream, Vec::new()));
        }
        assert_eq!(open.len(), 320);
        nobody_else_notices(site, letter);
        assert!(open_files(program) >= before + 300, "they are held, and that is what others do not notice");

        let mut ended: HashMap<&str, Duration> = HashMap::new();
        let mut dripped = Instant::now();
        while !open.is_empty() && began.elapsed() < IN_THE_END {
            let drips = dripped.elapsed() > Duration::from_secs(1);
            if drips {
                dripped = Instant::now();
            }
            open.retain_mut(|(kind, status, stream, heard)| {
                if drips && *kind == "drops" {
                    let _ = stream.write_all(b"x");
                }
                stream.set_read_timeout(Some(Duration::from_millis(1))).expect("a timeout");
                if !listen(stream, heard) {
                    return true;
                }
                let said = statuses(heard);
                assert!(said.iter().all(|one| status.contains(one)) && said.len() <= 1, "{kind}: {said:?}");
                ended.insert(kind, began.elapsed());
                false
            });
        }
        let left: Vec<&str> = open.iter().map(|(kind, ..)| *kind).collect();
        assert!(left.is_empty(), "{left:?} are open after {IN_THE_END:?}; {ended:?}");
        for (kind, seconds) in
            [("half a line", 20), ("half a body", 45), ("drops", 45), ("a second head", 75)]
        {
            assert!(ended[kind] < Duration::from_secs(seconds), "{kind}: {ended:?}");
        }
        let log = program.log();
        assert!(
            log.contains("refused, and not written each time route=\"/sign-in\" status=408 lines="),
            "{log}"
        );
        assert!(log.lines().count() < 130, "{} lines for 320 requests: {log}", log.lines().count());
        assert!(open_files(program) < before + 20, "{} and {before} files", open_files(program));
    });
}

#[test]
fn whoever_asks_for_much_and_reads_none_of_it_costs_no_work_and_is_let_go() {
    with_program(|site, program, letter| {
        let before = open_files(program);
        let request = format!("GET {} HTTP/1.1\r\nHost: x\r\n\r\n", letter.path).repeat(2000);
        let mut open: Vec<TcpStream> = (0..10)
            .map(|_| {
                let mut stream = connect(site);
                while stream.write(request.as_bytes()).is_ok() {}
                stream
            })
            .collect();
        std::thread::sleep(Duration::from_secs(1));
        let (work, began) = (seconds_of_work(program), Instant::now());
        std::thread::sleep(Duration::from_secs(3));
        let share = (seconds_of_work(program) - work) / began.elapsed().as_secs_f64();
        assert!(share < 0.3, "it works {share:.2} of the time for those who read nothing");
        assert!(megabytes(program) < 700, "{} MB", megabytes(program));
        nobody_else_notices(site, letter);
        while !open.is_empty() && began.elapsed() < IN_THE_END {
            std::thread::sleep(Duration::from_secs(1));
            open.retain_mut(|stream| match stream.write(b"GET") {
                Ok(_) => true,
                Err(error) => [ErrorKind::WouldBlock, ErrorKind::TimedOut].contains(&error.kind()),
            });
        }
        assert_eq!(open.len(), 0, "they are held after {IN_THE_END:?}");
        assert!(open_files(program) < before + 15, "{} and {before} files", open_files(program));
        let log = program.log();
        assert!(log.lines().count() < 100, "{log}");
    });
}

#[test]
fn two_hundred_readers_of_a_live_letter_who_never_read_keep_it_from_nobody() {
    with_program(|site, program, letter| {
        let before = open_files(program);
        let river = site.visitor();
        river.sign_in("river-trust@example.org", crate::support::people::PASSWORD).is(200);
        // What signing and comparing passwords takes by itself.
        let sign_and_withdraw = || {
            river.withdraw(letter);
            river.fill(&letter.sign(), &letter.sign(), &[("authority", "yes")]).is(200);
            river.mail();
        };
        (0..10).for_each(|_| sign_and_withdraw());
        nobody_else_notices(site, letter);
        let memory = megabytes(program);
        let deaf: Vec<TcpStream> = (0..200)
            .map(|_| {
                let mut stream = connect(site);
                let ask = format!("GET {} HTTP/1.1\r\nHost: x\r\n\r\n", letter.at("/live"));
                stream.write_all(ask.as_bytes()).expect("it is sent");
                stream
            })
            .collect();
        let live = Live::open(site.runtime(), &format!("{}{}", site.url, letter.at("/live")), None);
        let began_at = crate::live::reached(site, letter);
        for nth in 1..=30 {
            sign_and_withdraw();
            // In a burst several changes are told at once.
            let heard =
                std::iter::repeat_with(|| live.next()).find(|event| event.id == Some(began_at + 2 * nth));
            let heard = heard.expect("they go on for ever");
            assert_eq!((heard.name.as_str(), &heard.data["count"]), ("count", &serde_json::json!(1)));
        }
        nobody_else_notices(site, letter);
        let grown = megabytes(program).saturating_sub(memory);
        assert!(grown < 60, "{grown} MB more");
        assert!(open_files(program) >= before + 200);
        drop(deaf);
        let began = Instant::now();
        while open_files(program) > before + 20 {
            assert!(began.elapsed() < Duration::from_secs(60), "{} and {before} files", open_files(program));
            std::thread::sleep(Duration::from_millis(200));
        }
        assert_eq!(live.so_far().len(), 0);
        site.read_all_mail();
    });
}

/// Requests whose heads nobody sends who means well.
fn odd_heads() -> Vec<(&'static str, String)> {
    let lines: String = (0..10_000).map(|n| format!("X-{n}: a\r\n")).collect();
    let close = "Host: x\r\nConnection: close\r\n";
    vec![
        ("a header of 200 kB", format!("GET / HTTP/1.1\r\n{close}X-A: {}\r\n\r\n", "a".repeat(200_000))),
        ("10,000 headers", format!("GET / HTTP/1.1\r\n{close}{lines}\r\n")),
        ("a name of 100 kB", format!("GET / HTTP/1.1\r\n{close}{}: a\r\n\r\n", "a".repeat(100_000))),
        ("an address of 64 kB", format!("GET /{} HTTP/1.1\r\n{close}\r\n", "a".repeat(65_536))),
        ("an address of 60 kB", format!("GET /letters/{} HTTP/1.1\r\n{close}\r\n", "a".repeat(60_000))),
        ("a query of 60 kB", format!("GET /letters/none?q={} HTTP/1.1\r\n{close}\r\n", "%41".repeat(20_000))),
        ("a control character in a name", format!("GET / HTTP/1.1\r\n{close}X\u{1}Y: a\r\n\r\n")),
        ("a control character in a value", format!("GET / HTTP/1.1\r\n{close}X-Y: \u{7}\r\n\r\n")),
        (
            "two lengths",
            format!("POST /sign-in HTTP/1.1\r\n{close}Content-Length: 1\r\nContent-Length: 2\r\n\r\nab"),
        ),
        (
            "a length and chunks",
            format!(
                "POST /sign-in HTTP/1.1\r\n{close}Content-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n"
            ),
        ),
        (
            "a length of 20 digits",
            format!("POST /sign-in HTTP/1.1\r\n{close}Content-Length: 99999999999999999999\r\n\r\nab"),
        ),
        (
            "chunks of no length",
            format!(
                "POST /sign-in HTTP/1.1\r\n{FORM}Connection: close\r\nTransfer-Encoding: chunked\r\n\r\nxyz\r\nab\r\n"
            ),
        ),
        (
            "a chunk of 20 digits",
            format!(
                "POST /sign-in HTTP/1.1\r\n{FORM}Connection: close\r\nTransfer-Encoding: chunked\r\n\r\nffffffffffffffffffff\r\nab\r\n"
            ),
        ),
        ("no host", "GET / HTTP/1.1\r\nConnection: close\r\n\r\n".into()),
        ("two hosts", format!("GET / HTTP/1.1\r\n{close}Host: y\r\n\r\n")),
        ("another version", format!("GET / HTTP/3.7\r\n{close}\r\n")),
        ("nonsense", "\u{0}\u{1}\u{2}\r\n\r\n".into()),
        ("TLS", "\u{16}\u{3}\u{1}\u{2}\u{0}\u{1}\u{0}\u{1}\u{fc}\u{3}\u{3}".into()),
    ]
}

#[test]
fn heads_without_end_and_without_sense_are_refused_and_logged_a_few_times() {
    with_program(|site, program, letter| {
        for _ in 0..20 {
            for (kind, request) in odd_heads() {
                let all = statuses(&answer(site, request.as_bytes()));
                assert!(all.iter().all(|status| (400..500).contains(status)), "{kind}: {all:?}");
            }
        }
        // Somebody who knows only one word, and somebody who comes from elsewhere.
        for _ in 0..300 {
            answer(site, b"hello\r\n\r\n");
            let foreign = answer(site, b"POST /sign-in HTTP/1.1\r\nHost: x\r\nSec-Fetch-Site: cross-site\r\nConnection: close\r\nContent-Length: 0\r\n\r\n");
            assert_eq!(statuses(&foreign), [403]);
        }
        nobody_else_notices(site, letter);
        let log = program.log();
        let lines = log.lines().filter(|line| line.starts_with("20")).count(); // a panic has several more
        assert!(lines < 200, "{lines} lines: {log}");
        let refused = log.lines().filter(|line| line.contains("status=403")).count();
        assert!((1..=60).contains(&refused), "{refused}");
        for secret in ["127.0.0.1", "nobody@", "aaaaaaaa", letter.slug()] {
            assert!(!log.contains(secret), "{secret} is in the log");
        }
    });
}

/// The body as it was before it was packed, by what it is and not by what it is said to be.
fn unpacked(kind: &str, body: &[u8]) -> Vec<u8> {
    let mut plain = Vec::new();
    match kind {
        "" | "identity" => plain.extend_from_slice(body),
        "gzip" => {
            assert_eq!(body.get(..2), Some(&[0x1f, 0x8b][..]), "that is no gzip");
            flate2::read::GzDecoder::new(body).read_to_end(&mut plain).expect("gzip");
        }
        "br" => brotli::BrotliDecompress(&mut &body[..], &mut plain).expect("brotli"),
        other => panic!("nobody asked for {other}"),
    }
    plain
}

stories! {
    fn whatever_packing_is_asked_for_the_answer_is_what_it_says_it_is(site: &Site) {
        let river = site.organization("River Trust");
        let letter = river.publish(&[]);
        river.sign(&letter);
        let commas = ",".repeat(10_000);
        let many = (0..2000).map(|n| format!("x{n};q=0.{n}")).collect::<Vec<_>>().join(", ");
        // What is asked for, and what may come of it.
        let asked: [(&str, &[&str]); 22] = [
            ("gzip, deflate, br, zstd, compress, identity, *", &["gzip", "br", ""]),
            ("gzip", &["gzip", ""]), ("GZIP", &["gzip", ""]), ("br", &["br", ""]), ("zstd, dcb, dcz", &[""]), ("deflate, compress", &[""]),
            ("*", &["gzip", "br", ""]), ("*;q=0", &[""]), ("identity;q=0", &["gzip", "br", ""]), ("identity;q=0, *;q=0", &["gzip", "br", ""]),
            ("br;q=0, gzip;q=0", &[""]), ("br;q=0, gzip", &["gzip", ""]), ("gzip;q=0, br", &["br", ""]), ("gzip;q=0.001, br;q=0", &["gzip", ""]),
            ("br;q=0.000, gzip;q=1.000", &["gzip", ""]), ("gzip;q=nonsense, br;q=-1", &["gzip", "br", ""]), ("gzip;q=99999999999999999999", &["gzip", ""]),
            (";;;q=,,", &[""]), ("", &[""]), (&commas, &[""]), (&many, &[""]), ("gzip;q=NaN;q=inf;x=\"", &["gzip", ""]),
        ];
        let style = site.reader().get(&letter.path).attributes("link[rel=stylesheet]", "href").remove(0);
        for path in [letter.path.as_str(), &letter.json(), &style, "/", &letter.at(".txt")] {
            let plain = site.reader().send(reqwest::Method::GET, path, &[("accept-encoding", "identity")], None);
            assert_eq!(plain.header("content-encoding"), "");
            for (wish, may) in asked {
                let page = site.reader().send(reqwest::Method::GET, path, &[("accept-encoding", wish)], None);
                let kind = page.is(200).header("content-encoding");
                let short: String = wish.chars().take(60).collect();
                assert!(may.contains(&kind), "{path} with {short}: {kind}");
                assert_eq!(unpacked(kind, &page.bytes), plain.bytes, "{path} with {short}: {kind}");
                assert!(page.header("vary").to_lowercase().contains("accept-encoding") || kind.is_empty(), "{path}");
            }
        }
        // In bytes that are no text.
        let url = site.url.trim_start_matches("http://").to_owned();
        let mut stream = TcpStream::connect(url).expect("a connection");
        stream.set_read_timeout(Some(Duration::from_secs(2))).expect("a timeout");
        stream.write_all(&[format!("GET {} HTTP/1.1\r\nHost: x\r\nConnection: close\r\nAccept-Encoding: ", letter.path).as_bytes(), b"gz\xff\xfeip, \x80\r\n\r\n"].concat()).expect("it is sent");
        let mut heard = Vec::new();
        let _ = stream.read_to_end(&mut heard);
        assert!(statuses(&heard).iter().all(|status| *status < 500), "{}", String::from_utf8_lossy(&heard));
    }
}
