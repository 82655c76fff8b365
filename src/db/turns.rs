//! Turns on PostgreSQL: changes of one thing, which would only wait for each other's locks, each on a connection of its
//! own, until nobody has one to look up a session with. Here those that wait on this node stand in a queue, and one
//! connection does them in their turn; they share a commit ([`super::sharing`]), as all changes do on SQLite.

use std::collections::{HashMap, VecDeque};
use std::sync::{Mutex, PoisonError};

use super::connection::Slot;
use super::sharing::{Job, commit_together};
use crate::error::Fault;

/// The queues, by what is changed. One is there while somebody is seeing to it.
#[derive(Default)]
pub(super) struct Turns(Mutex<HashMap<String, VecDeque<Job>>>);

impl Turns {
    /// Puts a job at the end of the queue for `what`. Whether the caller has to [`Turns::do_all`] of it.
    pub fn join(&self, what: &str, job: Job) -> bool {
        let mut queues = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        match queues.get_mut(what) {
            Some(queue) => {
                queue.push_back(job);
                false
            }
            None => {
                queues.insert(what.to_owned(), VecDeque::from([job]));
                true
            }
        }
    }

    fn next(&self, what: &str) -> Option<Job> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).get_mut(what)?.pop_front()
    }

    /// The same; if there is none the queue is over.
    fn next_or_over(&self, what: &str) -> Option<Job> {
        let mut queues = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let job = queues.get_mut(what).and_then(VecDeque::pop_front);
        if job.is_none() {
            queues.remove(what);
        }
        job
    }

    /// Does what stands in the queue for `what` until nothing does, on whatever `connect` gives.
    pub fn do_all<C: std::ops::DerefMut<Target = Slot>>(
        &self,
        what: &str,
        connect: impl Fn() -> Result<C, Fault>,
    ) {
        /// However it ends: whoever stands in a queue that nobody sees to would wait for ever.
        struct Over<'a>(&'a Turns, &'a str);
        impl Drop for Over<'_> {
            fn drop(&mut self) {
                self.0.0.lock().unwrap_or_else(PoisonError::into_inner).remove(self.1);
            }
        }
        let over = Over(self, what);
        // Kept from one commit to the next: what the server knows of the statements it knows for one connection.
        let mut kept: Option<C> = None;
        while let Some(first) = self.next_or_over(what) {
            let connected = match kept.take() {
                Some(slot) => Ok(slot),
                None => connect(),
            };
            match connected {
                Ok(mut slot) => {
                    // Each of them is told; and the way to the database has its own line in the log.
                    let committed = commit_together(&mut slot, first, || self.next(what));
                    kept = committed.is_ok().then_some(slot);
                }
                Err(fault) => {
                    first(Err(fault.away()))(Ok(()));
                }
            }
        }
        std::mem::forget(over); // the queue is another's already, if there is one
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::sync::Arc;
    use std::sync::atomic::{AtomicUsize, Ordering};

    /// A job that counts whether it was done, or told that it could not be.
    fn counts(told: &Arc<AtomicUsize>) -> Job {
        let told = told.clone();
        Box::new(move |slot| {
            assert!(slot.is_err());
            told.fetch_add(1, Ordering::SeqCst);
            Box::new(|_| {})
        })
    }

    #[test]
    fn everybody_in_a_queue_is_told_also_if_there_is_no_connection_and_the_next_begins_another() {
        let (turns, told) = (Turns::default(), Arc::new(AtomicUsize::new(0)));
        assert!(turns.join("one", counts(&told)));
        assert!(!turns.join("one", counts(&told)));
        assert!(turns.join("other", counts(&told)));
        turns.do_all("one", || Err::<Box<Slot>, _>(Fault::new("no connection")));
        assert_eq!(told.load(Ordering::SeqCst), 2);
        assert!(turns.join("one", counts(&told)), "nobody sees to it any more");
        assert!(!turns.join("other", counts(&told)));
    }

    #[test]
    fn a_queue_that_its_keeper_left_in_a_panic_is_over() {
        let (turns, told) = (Turns::default(), Arc::new(AtomicUsize::new(0)));
        assert!(turns.join("one", Box::new(|_| panic!("a job that panics, as this test wants it"))));
        assert!(!turns.join("one", counts(&told)));
        let all = || turns.do_all("one", || Err::<Box<Slot>, _>(Fault::new("no connection")));
        assert!(std::panic::catch_unwind(std::panic::AssertUnwindSafe(all)).is_err());
        assert!(turns.join("one", counts(&told)));
    }
}
