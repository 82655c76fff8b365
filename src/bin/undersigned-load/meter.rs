//! What is measured: how many, how long, over time. One row of the report for each kind of request.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

use hdrhistogram::Histogram;

use crate::wrong::Wrong;

/// The longest latency that is told from longer ones: two minutes.
const LONGEST_MICROS: u64 = 120_000_000;
/// A plot has no more points than this.
const SLICES: usize = 120;
/// Nor is a slice of time shorter.
const SHORTEST_SLICE: Duration = Duration::from_millis(100);
/// So many measurements are kept by whoever makes them before they are handed in.
const AT_HAND: usize = 64;

/// All rows of a run, which have one beginning.
pub struct Meter {
    began: Instant,
    slice: Duration,
    rows: Mutex<Vec<Arc<Row>>>,
}

/// One kind of request.
pub struct Row {
    /// What it is called.
    pub name: String,
    state: Mutex<State>,
}

struct State {
    all: Histogram<u64>,
    slices: Vec<Histogram<u64>>,
    empty: Histogram<u64>,
    bytes: u64,
    wrong: BTreeMap<String, u64>,
    /// From when the first was asked to when the last was answered.
    span: Option<(u64, u64)>,
}

/// What a row comes to.
#[derive(Debug, Clone)]
pub struct Sum {
    /// What it is called.
    pub name: String,
    /// How many were answered rightly.
    pub count: u64,
    /// How many were not.
    pub errors: u64,
    /// How many a second, from when the first was asked to when the last was answered.
    pub rate: f64,
    /// Latencies in milliseconds: p50, p90, p99, p99.9 and the longest.
    pub latency: [f64; 5],
    /// Bytes of bodies.
    pub bytes: u64,
    /// What was wrong, and how often.
    pub wrong: BTreeMap<String, u64>,
    /// Over time: seconds, requests a second, and p50 and p99 in milliseconds.
    pub over_time: Vec<[f64; 4]>,
}

fn locked<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

impl Meter {
    /// For a run of about this length, which begins now.
    pub fn over(length: Duration) -> Self {
        let slice = (length / u32::try_from(SLICES).unwrap_or(1)).max(SHORTEST_SLICE);
        Self { began: Instant::now(), slice, rows: Mutex::default() }
    }

    /// Microseconds since the beginning.
    pub fn now(&self) -> u64 {
        micros(self.began.elapsed())
    }

    /// A row of this name.
    ///
    /// # Errors
    /// None that can be reached: the histogram's bounds are constants.
    pub fn row(&self, name: &str) -> Result<Arc<Row>, Wrong> {
        let mut rows = locked(&self.rows);
        if let Some(row) = rows.iter().find(|row| row.name == name) {
            return Ok(row.clone());
        }
        let all = Histogram::new_with_bounds(1, LONGEST_MICROS, 3)?;
        let empty = Histogram::new_with_bounds(1, LONGEST_MICROS, 2)?;
        let state = State { all, slices: Vec::new(), empty, bytes: 0, wrong: BTreeMap::new(), span: None };
        let row = Arc::new(Row { name: name.to_owned(), state: Mutex::new(state) });
        rows.push(row.clone());
        Ok(row)
    }

    /// A pen that writes into the row of this name.
    ///
    /// # Errors
    /// See [`Meter::row`].
    pub fn pen(self: &Arc<Self>, name: &str) -> Result<Pen, Wrong> {
        Ok(Pen { meter: self.clone(), row: self.row(name)?, kept: Vec::new(), bytes: 0 })
    }

    /// What all rows come to, in the order in which they were begun.
    pub fn sums(&self) -> Vec<Sum> {
        locked(&self.rows).iter().map(|row| row.sum(self.slice)).collect()
    }

    /// What one row comes to.
    pub fn sum(&self, name: &str) -> Option<Sum> {
        locked(&self.rows).iter().find(|row| row.name == name).map(|row| row.sum(self.slice))
    }
}

fn micros(duration: Duration) -> u64 {
    u64::try_from(duration.as_micros()).unwrap_or(u64::MAX)
}

impl Row {
    fn hand_in(&self, kept: &mut Vec<(u64, u64)>, bytes: u64, slice: Duration) {
        let mut state = locked(&self.state);
        for (at, latency) in kept.drain(..) {
            state.all.saturating_record(latency);
            let asked = at.saturating_sub(latency);
            let (first, last) = state.span.unwrap_or((asked, at));
            state.span = Some((first.min(asked), last.max(at)));
            let nth = usize::try_from(at / micros(slice).max(1)).unwrap_or(0).min(SLICES * 4);
            while state.slices.len() <= nth {
                let empty = state.empty.clone();
                state.slices.push(empty);
            }
            if let Some(slice) = state.slices.get_mut(nth) {
                slice.saturating_record(latency);
            }
        }
        state.bytes += bytes;
    }

    /// Counts something that is wrong.
    pub fn is_wrong(&self, wrong: &Wrong) {
        *locked(&self.state).wrong.entry(wrong.to_string()).or_default() += 1;
    }

    #[allow(clippy::cast_precision_loss)] // figures of a report
    fn sum(&self, slice: Duration) -> Sum {
        let state = locked(&self.state);
        let at = |histogram: &Histogram<u64>, quantile: f64| match histogram.is_empty() {
            true => 0.0,
            false => histogram.value_at_quantile(quantile) as f64 / 1000.0,
        };
        let longest = if state.all.is_empty() { 0.0 } else { state.all.max() as f64 / 1000.0 };
        let spanned = state.span.map_or(0.0, |(first, last)| last.saturating_sub(first) as f64 / 1e6);
        let over_time = state.slices.iter().enumerate().map(|(nth, histogram)| {
            let seconds = (nth as f64 + 0.5) * slice.as_secs_f64();
            let rate = histogram.len() as f64 / slice.as_secs_f64();
            [seconds, rate, at(histogram, 0.5), at(histogram, 0.99)]
        });
        Sum {
            name: self.name.clone(),
            count: state.all.len(),
            errors: state.wrong.values().sum(),
            rate: if spanned > 0.0 { state.all.len() as f64 / spanned } else { 0.0 },
            latency: [
                at(&state.all, 0.5),
                at(&state.all, 0.9),
                at(&state.all, 0.99),
                at(&state.all, 0.999),
                longest,
            ],
            bytes: state.bytes,
            wrong: state.wrong.clone(),
            over_time: over_time.collect(),
        }
    }
}

/// With which one task writes into a row, without holding up others at every line.
pub struct Pen {
    meter: Arc<Meter>,
    row: Arc<Row>,
    kept: Vec<(u64, u64)>,
    bytes: u64,
}

impl Pen {
    /// Something that was due at `since` (microseconds since the beginning) is answered rightly now, with so
    /// many bytes.
    pub fn answered(&mut self, since: u64, bytes: usize) {
        let now = self.meter.now();
        self.took(now, now.saturating_sub(since), bytes);
    }

    /// Something took so many microseconds and was over at `at`.
    pub fn took(&mut self, at: u64, micros: u64, bytes: usize) {
        self.kept.push((at, micros));
        self.bytes += u64::try_from(bytes).unwrap_or(0);
        if self.kept.len() >= AT_HAND {
            self.hand_in();
        }
    }

    /// Something is wrong.
    pub fn is_wrong(&self, wrong: &Wrong) {
        self.row.is_wrong(wrong);
    }

    fn hand_in(&mut self) {
        self.row.hand_in(&mut self.kept, std::mem::take(&mut self.bytes), self.meter.slice);
    }
}

impl Drop for Pen {
    fn drop(&mut self) {
        self.hand_in();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_is_counted_once_its_pen_is_down() {
        let meter = Arc::new(Meter::over(Duration::from_secs(1)));
        let mut pen = meter.pen("page").unwrap();
        for at in 0..100 {
            pen.took((at + 1) * 10_000, 1_000 * (at + 1), 10);
        }
        pen.is_wrong(&Wrong::new("late"));
        pen.is_wrong(&Wrong::new("late"));
        drop(pen);
        let sum = meter.sum("page").unwrap();
        assert_eq!((sum.count, sum.errors, sum.bytes), (100, 2, 1_000));
        assert_eq!(sum.wrong["late"], 2);
        assert!((sum.rate - 100.0 / 0.991).abs() < 0.01, "{}", sum.rate);
        let close = |value: f64, expected: f64| (value - expected).abs() <= expected / 500.0;
        assert!(close(sum.latency[0], 50.0) && close(sum.latency[2], 99.0) && close(sum.latency[4], 100.0));
        assert_eq!(sum.over_time.len(), 11, "the last is due as a slice begins");
        assert!(sum.over_time[1..10].iter().all(|[_, rate, ..]| (rate - 100.0).abs() < 0.01));
        assert_eq!(meter.sums().len(), 1);
        assert!(meter.sum("another").is_none());
    }

    #[test]
    fn a_row_with_nothing_in_it_has_no_numbers_that_are_none() {
        let meter = Arc::new(Meter::over(Duration::from_secs(600)));
        drop(meter.pen("nothing").unwrap());
        let sum = meter.sum("nothing").unwrap();
        assert_eq!((sum.count, sum.rate, sum.latency), (0, 0.0, [0.0; 5]));
    }
}
