//! When requests are due that do not wait for each other.

use std::time::Duration;

use crate::meter::Meter;

/// The moments, in microseconds after the beginning, at which one of several connections has to ask.
#[derive(Debug)]
pub struct Due {
    every: f64,
    at: f64,
    end: f64,
}

impl Due {
    /// For connection `nth` of `connections`, which together ask `rate` times a second for so long.
    #[allow(clippy::cast_precision_loss)] // some thousand connections
    pub fn new(rate: f64, connections: usize, nth: usize, length: Duration) -> Self {
        let one = 1e6 / rate;
        Self { every: one * connections as f64, at: one * nth as f64, end: length.as_secs_f64() * 1e6 }
    }
}

impl Iterator for Due {
    type Item = u64;

    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)] // between 0 and ten minutes
    fn next(&mut self) -> Option<u64> {
        let at = self.at;
        self.at += self.every;
        (at < self.end).then_some(at as u64)
    }
}

/// Waits until so many microseconds after the beginning; not at all if they are over.
pub async fn until(meter: &Meter, micros: u64) {
    let now = meter.now();
    if micros > now {
        tokio::time::sleep(Duration::from_micros(micros - now)).await;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn together_the_connections_ask_as_often_as_they_should() {
        let length = Duration::from_secs(2);
        let mut all: Vec<u64> = (0..7).flat_map(|nth| Due::new(100.0, 7, nth, length)).collect();
        all.sort_unstable();
        assert_eq!(all.len(), 200);
        assert!(all.windows(2).all(|pair| pair[1] - pair[0] <= 10_001));
        assert!(all.iter().all(|at| *at < 2_000_000));
    }

    #[test]
    fn a_slow_rate_asks_at_least_once() {
        assert_eq!(Due::new(0.1, 1, 0, Duration::from_secs(1)).count(), 1);
    }
}
