//! The report: on what machine, what was asked, what came of it; a table, JSON, a plot.

use std::fmt::Write;
use std::fs;

use serde_json::{Value, json};

use crate::meter::Sum;

/// On what it was measured.
#[derive(Debug, Clone)]
pub struct Machine {
    /// Processors that this program may use; the site has the same.
    pub cores: usize,
    /// The processor's name.
    pub processor: String,
    /// The kernel.
    pub kernel: String,
    /// Whether this program, and so the site beside it, was built to be quick.
    pub release: bool,
}

impl Machine {
    /// This one.
    pub fn here() -> Self {
        let file = |path: &str| fs::read_to_string(path).unwrap_or_default();
        let processors = file("/proc/cpuinfo");
        let model = processors.lines().find_map(|line| line.strip_prefix("model name")?.split_once(": "));
        Self {
            cores: std::thread::available_parallelism().map_or(1, usize::from),
            processor: model.map_or("unknown", |(_, name)| name).trim().to_owned(),
            kernel: file("/proc/sys/kernel/osrelease").trim().to_owned(),
            release: !cfg!(debug_assertions),
        }
    }
}

/// What a run found.
#[derive(Debug, Default)]
pub struct Findings {
    /// The rows of the table.
    pub rows: Vec<Sum>,
    /// Figures that are no latencies: what, and how much.
    pub figures: Vec<(String, String)>,
    /// What is not as it has to be, beside what the rows count.
    pub wrong: Vec<String>,
}

impl Findings {
    /// Adds a figure.
    pub fn figure(&mut self, what: &str, value: impl Into<String>) {
        self.figures.push((what.to_owned(), value.into()));
    }

    /// Whether every answer was right.
    pub fn is_right(&self) -> bool {
        self.wrong.is_empty() && self.rows.iter().all(|row| row.errors == 0)
    }
}

/// A number as people read it: few digits, none of them noise.
pub fn short(value: f64) -> String {
    match value {
        value if value >= 100.0 => format!("{value:.0}"),
        value if value >= 10.0 => format!("{value:.1}"),
        value => format!("{value:.2}"),
    }
}

/// The report as a table.
pub fn table(title: &str, machine: &Machine, findings: &Findings) -> String {
    let mut out = String::new();
    let _ = writeln!(out, "{title}");
    let Machine { cores, processor, kernel, release } = machine;
    let build = if *release { "release build" } else { "DEBUG BUILD: its figures say nothing" };
    let _ = writeln!(out, "{cores} cores, {processor}, Linux {kernel}, {build}\n");
    let heads = ["", "right", "errors", "per s", "p50 ms", "p90", "p99", "p99.9", "max", "MB"];
    let mut lines: Vec<Vec<String>> = vec![heads.map(str::to_owned).to_vec()];
    for row in &findings.rows {
        let mut line = vec![row.name.clone(), row.count.to_string(), row.errors.to_string(), short(row.rate)];
        line.extend(row.latency.iter().map(|value| short(*value)));
        #[allow(clippy::cast_precision_loss)]
        line.push(short(row.bytes as f64 / 1e6));
        lines.push(line);
    }
    let width = |column: usize| {
        lines.iter().filter_map(|line| line.get(column)).map(|cell| cell.chars().count()).max().unwrap_or(0)
    };
    let widths: Vec<usize> = (0..heads.len()).map(width).collect();
    for line in &lines {
        for (column, (cell, width)) in line.iter().zip(&widths).enumerate() {
            let _ = match column {
                0 => write!(out, "{cell:<width$}"),
                _ => write!(out, "  {cell:>width$}"),
            };
        }
        out.push('\n');
    }
    if !findings.figures.is_empty() {
        out.push('\n');
    }
    for (what, value) in &findings.figures {
        let _ = writeln!(out, "{what}: {value}");
    }
    for row in &findings.rows {
        for (wrong, times) in &row.wrong {
            let _ = writeln!(out, "WRONG, {}, {times} times: {wrong}", row.name);
        }
    }
    for wrong in &findings.wrong {
        let _ = writeln!(out, "WRONG: {wrong}");
    }
    let _ = writeln!(out, "\n{}", if findings.is_right() { "Every answer was right." } else { "NOT RIGHT." });
    out
}

/// The same for programs.
pub fn as_json(title: &str, machine: &Machine, findings: &Findings) -> Value {
    let row = |row: &Sum| {
        let [p50, p90, p99, p999, max] = row.latency;
        json!({
            "name": row.name, "right": row.count, "errors": row.errors, "per_second": row.rate, "bytes": row.bytes,
            "milliseconds": {"p50": p50, "p90": p90, "p99": p99, "p99.9": p999, "max": max},
            "wrong": row.wrong,
        })
    };
    let figures: serde_json::Map<String, Value> =
        findings.figures.iter().map(|(what, value)| (what.clone(), Value::from(value.as_str()))).collect();
    json!({
        "title": title,
        "right": findings.is_right(),
        "machine": {"cores": machine.cores, "processor": machine.processor, "kernel": machine.kernel,
            "release": machine.release},
        "rows": findings.rows.iter().map(row).collect::<Vec<_>>(),
        "figures": figures,
        "wrong": findings.wrong,
    })
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::*;

    fn findings(errors: u64) -> Findings {
        let row = Sum {
            name: "page".into(),
            count: 1_000,
            errors,
            rate: 98_765.4,
            latency: [0.123, 1.0, 12.34, 123.4, 1234.5],
            bytes: 5_000_000,
            wrong: BTreeMap::new(),
            over_time: Vec::new(),
        };
        Findings { rows: vec![row], ..Findings::default() }
    }

    #[test]
    fn the_table_says_whether_all_was_right() {
        let table = |errors| table("read", &Machine::here(), &findings(errors));
        assert!(table(0).contains("Every answer was right."), "{}", table(0));
        assert!(table(0).contains("98765    0.12  1.00  12.3    123  1234"), "{}", table(0));
        assert!(table(1).contains("NOT RIGHT."));
        let json = as_json("read", &Machine::here(), &findings(0));
        assert_eq!(json.pointer("/rows/0/milliseconds/p99").and_then(Value::as_f64), Some(12.34));
        assert_eq!(json.pointer("/right"), Some(&Value::Bool(true)));
    }

    #[test]
    fn one_thing_that_is_wrong_is_enough() {
        let mut findings = findings(0);
        assert!(findings.is_right());
        findings.wrong.push("one signature is lost".into());
        assert!(!findings.is_right());
    }
}
