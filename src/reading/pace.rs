//! How soon a change is rendered: at once, and in a burst of them ten times a second.
//!
//! Whoever changes a letter is answered when its readers see the change, at once. When so many do that a rendering
//! is late they are not made to wait for it: a rendering every [`STEP`] takes all changes before it. Whoever reads
//! meanwhile waits for it ([`Pace::caught_up`]), so that what was answered is seen; only where many do already they get
//! what is there ([`Pace::is_worth_waiting`]).

use std::sync::atomic::{AtomicBool, AtomicI64, AtomicUsize, Ordering};
use std::sync::{Mutex, PoisonError};
use std::time::Duration;

use tokio::sync::watch;
use tokio::time::Instant;

/// In a burst a letter is rendered so often.
pub(super) const STEP: Duration = Duration::from_millis(100);
/// So many renderings may follow each other at once even then: a room full of people that signs is no spike.
const AT_ONCE: u32 = 10;
/// So many readers wait for a late rendering at a time. A spike of them is answered with the one before.
const MOST_WAITING: usize = 64;

/// Renderings that may begin without waiting; one more every [`STEP`].
#[derive(Debug)]
struct Allowance {
    left: u32,
    since: Instant,
}

impl Allowance {
    fn full(now: Instant) -> Self {
        Self { left: AT_ONCE, since: now }
    }

    /// Takes one. How long to wait before it may be used.
    fn take(&mut self, now: Instant) -> Duration {
        let steps = now.saturating_duration_since(self.since).as_millis() / STEP.as_millis();
        let steps = u32::try_from(steps).unwrap_or(u32::MAX);
        self.left = self.left.saturating_add(steps).min(AT_ONCE);
        self.since = if self.left == AT_ONCE { now } else { self.since + STEP * steps };
        if self.left > 0 {
            self.left -= 1;
            return Duration::ZERO;
        }
        self.since += STEP;
        self.since.saturating_duration_since(now)
    }
}

/// How far the renderings of a letter are.
#[derive(Debug, Clone, Copy)]
struct Progress {
    /// Everything up to this number is rendered, or could not be.
    done: i64,
    /// Whether the next one waits for its turn.
    late: bool,
}

/// The renderings of one letter.
#[derive(Debug)]
pub(super) struct Pace {
    wanted: AtomicI64,
    /// Whether somebody renders until nothing more is wanted.
    driven: AtomicBool,
    progress: watch::Sender<Progress>,
    /// Whether a change may have been answered that is not rendered yet, for those who read.
    late: AtomicBool,
    readers: AtomicUsize,
    allowance: Mutex<Allowance>,
}

impl Pace {
    /// Of a letter that is rendered up to number `seq`.
    pub fn at(seq: i64) -> Self {
        Self {
            wanted: AtomicI64::new(seq),
            driven: AtomicBool::new(false),
            progress: watch::Sender::new(Progress { done: seq, late: false }),
            late: AtomicBool::new(false),
            readers: AtomicUsize::new(0),
            allowance: Mutex::new(Allowance::full(Instant::now())),
        }
    }

    /// Says that number `seq` has been committed. Whether the caller has to see to it that [`Pace::drive`] runs.
    pub fn want(&self, seq: i64) -> bool {
        self.wanted.fetch_max(seq, Ordering::AcqRel);
        self.progress.borrow().done < seq && !self.driven.swap(true, Ordering::AcqRel)
    }

    /// Renders until nothing more is wanted. `render` is told up to which number; its faults are its own.
    pub async fn drive<F: Future<Output = ()>>(&self, render: impl Fn(i64) -> F) {
        loop {
            while self.progress.borrow().done < self.wanted.load(Ordering::Acquire) {
                let wait = self.wait();
                if !wait.is_zero() {
                    self.late.store(true, Ordering::Release);
                    self.progress.send_modify(|progress| progress.late = true);
                    tokio::time::sleep(wait).await;
                }
                let seq = self.wanted.load(Ordering::Acquire);
                render(seq).await;
                self.progress.send_modify(|progress| *progress = Progress { done: seq, late: false });
            }
            // Not before: who was answered while one was late may have to wait for the next, which is not.
            self.late.store(false, Ordering::Release);
            self.driven.store(false, Ordering::Release);
            // Wanted between the last look and the line above, by somebody who left it to us.
            let more = self.progress.borrow().done < self.wanted.load(Ordering::Acquire);
            if !more || self.driven.swap(true, Ordering::AcqRel) {
                return;
            }
        }
    }

    /// How long the next rendering has to wait.
    fn wait(&self) -> Duration {
        self.allowance.lock().unwrap_or_else(PoisonError::into_inner).take(Instant::now())
    }

    /// Returns when number `seq` is rendered, or at once if that is late.
    pub async fn reached(&self, seq: i64) {
        let _ = self.progress.subscribe().wait_for(|now| now.done >= seq || now.late).await; // ends with the site
    }

    /// Returns when everything that is committed at this moment is rendered.
    pub async fn caught_up(&self) {
        let seq = self.wanted.load(Ordering::Acquire);
        if self.progress.borrow().done < seq {
            let _one_more = Reader::of(self);
            let _ = self.progress.subscribe().wait_for(|now| now.done >= seq).await; // ends with the site
        }
    }

    /// Whether something may have been answered that is not rendered yet, and so few wait for it that another reader
    /// may. No lock.
    pub fn is_worth_waiting(&self) -> bool {
        self.late.load(Ordering::Acquire) && self.readers.load(Ordering::Relaxed) < MOST_WAITING
    }
}

/// One who waits, until they have their answer or go away.
struct Reader<'a>(&'a Pace);

impl<'a> Reader<'a> {
    fn of(pace: &'a Pace) -> Self {
        pace.readers.fetch_add(1, Ordering::Relaxed);
        Self(pace)
    }
}

impl Drop for Reader<'_> {
    fn drop(&mut self) {
        self.0.readers.fetch_sub(1, Ordering::Relaxed);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::sync::Arc;

    /// Changes a letter, as the shelf does; counts the renderings.
    async fn change(pace: &Arc<Pace>, seq: i64, rendered: &Arc<AtomicUsize>) {
        if pace.want(seq) {
            let (pace, rendered) = (pace.clone(), rendered.clone());
            tokio::spawn(async move {
                let render = |_| async {
                    tokio::time::sleep(Duration::from_millis(3)).await;
                    rendered.fetch_add(1, Ordering::SeqCst);
                };
                pace.drive(render).await;
            });
        }
        pace.reached(seq).await;
    }

    #[tokio::test(start_paused = true)]
    async fn a_burst_is_rendered_ten_times_a_second_and_holds_nobody_up() {
        let (pace, rendered) = (Arc::new(Pace::at(0)), Arc::new(AtomicUsize::default()));
        let began = Instant::now();
        let signers: Vec<_> = (0..50)
            .map(|signer| {
                let (pace, rendered) = (pace.clone(), rendered.clone());
                tokio::spawn(async move {
                    let mut slow = 0;
                    for round in 0..40 {
                        tokio::time::sleep(Duration::from_millis(50)).await;
                        let asked = Instant::now();
                        change(&pace, round * 50 + signer + 1, &rendered).await;
                        slow += usize::from(asked.elapsed() > Duration::from_millis(10));
                    }
                    slow
                })
            })
            .collect();
        for signer in signers {
            assert_eq!(signer.await.unwrap(), 0, "nobody waits longer than a rendering");
        }
        pace.caught_up().await;
        let most = began.elapsed().as_millis() / STEP.as_millis() + u128::from(AT_ONCE) + 1;
        let rendered = rendered.load(Ordering::SeqCst) as u128;
        assert!(rendered <= most, "{rendered} renderings, {most} at most");
        assert!(rendered >= 10, "{rendered} renderings");
        assert_eq!(pace.progress.borrow().done, 2000);
        assert!(!pace.is_worth_waiting());
    }

    #[tokio::test(start_paused = true)]
    async fn whoever_changes_alone_is_answered_when_it_is_rendered() {
        let (pace, rendered) = (Arc::new(Pace::at(7)), Arc::new(AtomicUsize::default()));
        for seq in 8..40 {
            tokio::time::sleep(STEP).await;
            change(&pace, seq, &rendered).await;
            assert!(pace.progress.borrow().done >= seq);
        }
        assert_eq!(rendered.load(Ordering::SeqCst), 32);
        change(&pace, 8, &rendered).await; // long done
        assert_eq!(rendered.load(Ordering::SeqCst), 32);
    }

    #[tokio::test(start_paused = true)]
    async fn who_reads_while_a_rendering_is_late_waits_for_it_if_few_do() {
        let (pace, rendered) = (Arc::new(Pace::at(0)), Arc::new(AtomicUsize::default()));
        for seq in 1..=12 {
            change(&pace, seq, &rendered).await;
        }
        let began = Instant::now();
        assert!(pace.progress.borrow().done < 12 && pace.is_worth_waiting());
        let readers: Vec<_> = (0..100)
            .map(|_| {
                let pace = pace.clone();
                tokio::spawn(async move {
                    let waits = pace.is_worth_waiting();
                    if waits {
                        pace.caught_up().await;
                        assert!(pace.progress.borrow().done >= 12);
                    }
                    waits
                })
            })
            .collect();
        let gone = tokio::spawn({
            let pace = pace.clone();
            async move { pace.caught_up().await }
        });
        tokio::task::yield_now().await;
        gone.abort();
        let mut waited = 0;
        for reader in readers {
            waited += usize::from(reader.await.unwrap());
        }
        assert_eq!(waited, MOST_WAITING);
        assert!(began.elapsed() <= STEP * 2, "{:?}", began.elapsed());
        assert_eq!(pace.readers.load(Ordering::SeqCst), 0);
    }

    /// Renderings that take longer than a step: the second finds an allowance, and is not late itself.
    #[tokio::test(start_paused = true)]
    async fn what_was_answered_while_a_rendering_was_late_is_worth_waiting_for_until_it_is_rendered() {
        let pace = Arc::new(Pace::at(0));
        for seq in 1..=11 {
            assert!(pace.want(seq));
            let driving = pace.clone();
            let slow = if seq == 11 { STEP * 3 } else { Duration::ZERO };
            tokio::spawn(async move { driving.drive(|_| tokio::time::sleep(slow)).await });
            pace.reached(seq).await;
        }
        tokio::time::sleep(STEP * 2).await; // number 11 is being rendered
        assert!(!pace.want(12), "somebody renders");
        pace.reached(12).await;
        while pace.progress.borrow().done < 12 {
            assert!(pace.is_worth_waiting(), "answered, and not to be seen");
            tokio::time::sleep(STEP / 10).await;
        }
        assert!(!pace.is_worth_waiting());
    }

    #[test]
    fn an_allowance_fills_up_again_and_not_over() {
        let start = Instant::now();
        let mut allowance = Allowance::full(start);
        let burst: Vec<_> = (0..13).map(|_| allowance.take(start)).collect();
        assert!(burst[..10].iter().all(Duration::is_zero), "{burst:?}");
        assert_eq!(burst[10..], [STEP, STEP * 2, STEP * 3]);
        let later = start + STEP * 1000;
        assert!((0..10).all(|_| allowance.take(later).is_zero()));
        assert_eq!(allowance.take(later), STEP);
    }
}
