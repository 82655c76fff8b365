//! The program itself, as an operator starts it.

use std::io::{BufRead, BufReader};
use std::process::{Child, Command, ExitStatus, Output, Stdio};
use std::sync::mpsc::{Receiver, channel};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use super::site::{eventually, locked};

/// A run of `undersigned` that prints, as lines.
pub struct Program {
    child: Child,
    lines: Receiver<String>,
    log: Arc<Mutex<String>>,
}

fn command(arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_undersigned"));
    for (name, _) in std::env::vars().filter(|(name, _)| name.starts_with("UNDERSIGNED_")) {
        command.env_remove(name);
    }
    command.env("UNDERSIGNED_KEY_FILE", super::key_file());
    command.args(arguments);
    command
}

/// Runs the program to its end.
pub fn run(arguments: &[&str]) -> Output {
    command(arguments).stdin(Stdio::null()).output().expect("the program runs")
}

impl Program {
    pub fn start(arguments: &[&str]) -> Self {
        Self::start_logging(arguments, "warn")
    }

    /// The same, logging at this level.
    pub fn start_logging(arguments: &[&str], level: &str) -> Self {
        let mut command = command(arguments);
        command.env("RUST_LOG", level).stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped());
        let mut child = command.spawn().expect("the program starts");
        let output = BufReader::new(child.stdout.take().expect("its output"));
        let (sender, lines) = channel();
        std::thread::spawn(move || {
            output.lines().map_while(Result::ok).all(|line| sender.send(line).is_ok())
        });
        // Read to the end, or the program would wait for somebody to read.
        let errors = BufReader::new(child.stderr.take().expect("its log"));
        let log = Arc::new(Mutex::new(String::new()));
        let written = log.clone();
        std::thread::spawn(move || {
            for line in errors.lines().map_while(Result::ok) {
                let mut log = locked(&written);
                log.push_str(&line);
                log.push('\n');
            }
        });
        Self { child, lines, log }
    }

    /// The number of its process.
    pub fn id(&self) -> u32 {
        self.child.id()
    }

    /// What it has logged so far.
    pub fn log(&self) -> String {
        locked(&self.log).clone()
    }

    /// What stands behind `words` in the next line that has them.
    #[track_caller]
    pub fn prints(&mut self, words: &str) -> String {
        loop {
            let Ok(line) = self.lines.recv_timeout(Duration::from_secs(60)) else {
                let _ = self.child.kill();
                panic!("the program never printed {words:?}: {}", self.log());
            };
            if let Some((_, rest)) = line.split_once(words) {
                return rest.trim().to_owned();
            }
        }
    }

    /// Asks it to stop, as a service manager does, and waits.
    pub fn terminate(mut self) -> ExitStatus {
        let id = self.child.id().to_string();
        let asked = Command::new("kill").args(["-TERM", &id]).status().expect("kill runs");
        assert!(asked.success());
        eventually("the program to end", || self.child.try_wait().expect("a status"))
    }
}

impl Drop for Program {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}
