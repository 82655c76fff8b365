//! A mail server that answers as a test wants it to.

use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::mpsc::{Receiver, channel};
use std::time::Duration;

use tempfile::TempDir;

use super::postgres::skip;

/// How the server speaks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mode {
    Plain,
    StartTls,
    Tls,
}

/// A message that somebody tried to deliver.
#[derive(Debug, serde::Deserialize)]
pub struct Attempt {
    pub answer: u16,
    pub tls: bool,
    pub from: String,
    pub to: Vec<String>,
    pub message: String,
}

/// A running mail server; it ends when dropped.
pub struct MailServer {
    pub port: u16,
    attempts: Receiver<Attempt>,
    greetings: Receiver<()>,
    child: Child,
}

impl MailServer {
    /// Starts one that answers DATA as planned ("451,250"); `None` where Python's aiosmtpd is
    /// missing, which is said loudly.
    pub fn start(mode: Mode, answers: &str, certificate: Option<&Certificate>) -> Option<Self> {
        let script = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/site/support/smtp_server.py");
        let mode = match mode {
            Mode::Plain => "plain",
            Mode::StartTls => "starttls",
            Mode::Tls => "tls",
        };
        let mut command = Command::new("python3");
        command.args([script, mode, answers]);
        if let Some(certificate) = certificate {
            command.arg(certificate.file("server.pem")).arg(certificate.file("server.key"));
        }
        let started = command.stdin(Stdio::piped()).stdout(Stdio::piped()).spawn();
        let mut child = match started {
            Ok(child) => child,
            Err(error) => {
                skip("a mail server", &format!("python3: {error}"));
                return None;
            }
        };
        let mut lines = BufReader::new(child.stdout.take().expect("its output")).lines();
        let first = lines.next().expect("a first line").expect("text");
        if first == "MISSING" {
            let _ = child.wait();
            skip("a mail server", "Python has no aiosmtpd");
            return None;
        }
        let ((greeted, greetings), (attempted, attempts)) = (channel(), channel());
        std::thread::spawn(move || {
            for line in lines.map_while(Result::ok) {
                let _ = match line.as_str() {
                    "GREETED" => greeted.send(()).is_ok(),
                    line => attempted.send(serde_json::from_str(line).expect("an attempt")).is_ok(),
                };
            }
        });
        Some(Self { port: first.parse().expect("a port"), attempts, greetings, child })
    }

    /// The next attempt. The worker looks every five seconds for mails whose pause is over.
    #[track_caller]
    pub fn attempt(&self) -> Attempt {
        self.attempts.recv_timeout(Duration::from_secs(20)).expect("somebody delivers a mail")
    }

    /// The next attempt, while `wait` lets time pass: again and again, because a failure may be
    /// written down only after the clock was moved, and the pause counts from there.
    #[track_caller]
    pub fn attempt_after(&self, wait: impl Fn()) -> Attempt {
        for _ in 0..5 {
            wait();
            if let Ok(attempt) = self.attempts.recv_timeout(Duration::from_secs(6)) {
                return attempt;
            }
        }
        panic!("nobody delivers a mail")
    }

    /// Waits until somebody has connected and said who they are.
    #[track_caller]
    pub fn is_greeted(&self) {
        self.greetings.recv_timeout(Duration::from_secs(20)).expect("somebody greets");
    }

    /// The attempts nobody has asked about.
    pub fn more(&self) -> Vec<Attempt> {
        self.attempts.try_iter().collect()
    }
}

impl Drop for MailServer {
    fn drop(&mut self) {
        drop(self.child.stdin.take());
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// A certificate authority of this test, and a certificate for `localhost` signed by it.
pub struct Certificate {
    directory: TempDir,
}

impl Certificate {
    /// Makes both with `openssl`; `None` where it is missing, which is said loudly.
    pub fn make() -> Option<Self> {
        let directory = tempfile::tempdir().expect("a directory");
        let certificate = Self { directory };
        let extensions = "subjectAltName=DNS:localhost,IP:127.0.0.1\nbasicConstraints=CA:FALSE\n";
        std::fs::write(certificate.file("extensions"), extensions).expect("a file");
        let key = "-newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes";
        let steps = [
            format!("req -x509 {key} -keyout ca.key -out ca.pem -days 2 -subj /CN=Test-Authority"),
            format!("req {key} -keyout server.key -out server.csr -subj /CN=localhost"),
            "x509 -req -in server.csr -CA ca.pem -CAkey ca.key -CAcreateserial -days 2 -extfile extensions -out server.pem".to_owned(),
        ];
        for step in steps {
            let mut command = Command::new("openssl");
            command.args(step.split(' ')).current_dir(certificate.directory.path());
            match command.output() {
                Ok(output) => assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr)),
                Err(error) => {
                    skip("TLS for a mail server", &format!("openssl: {error}"));
                    return None;
                }
            }
        }
        Some(certificate)
    }

    pub fn file(&self, name: &str) -> PathBuf {
        Path::new(self.directory.path()).join(name)
    }

    pub fn authority(&self) -> PathBuf {
        self.file("ca.pem")
    }
}
