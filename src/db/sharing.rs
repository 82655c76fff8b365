//! Changes that share a commit: each is done in a savepoint of its own, so that the refusal of one leaves the others
//! as they are, and all are answered after the one commit, which is what takes the time on a disk that keeps its word.
//!
//! Nobody waits for company: who comes alone is committed alone, at once.

use std::time::{Duration, Instant};

use tokio::sync::oneshot;

use super::connection::Slot;
use crate::error::{Away, Fault};

/// Does a change, and says how to answer once it is known whether it was committed. Where there is no transaction to
/// do it in, it is told why.
pub(super) type Job = Box<dyn FnOnce(Result<&mut Slot, Lost>) -> Answer + Send>;
pub(super) type Answer = Box<dyn FnOnce(Result<(), Lost>) + Send>;

/// Why a change was not committed: whether the database is away, and what that means for it.
pub(super) type Lost = Option<Away>;

/// So many changes share a commit at most, and none is begun after so long: the first of them waits for
/// its answer as long as all of them take.
const TOGETHER: usize = 256;
const NO_LONGER_THAN: Duration = Duration::from_millis(10);

/// The job of doing `work`, which has to take a savepoint ([`Slot::share`]), and where its [`answer`] comes.
pub(super) fn job<T, F>(work: F) -> (Job, oneshot::Receiver<Result<T, Lost>>)
where
    T: Send + 'static,
    F: FnOnce(&mut Slot) -> T + Send + 'static,
{
    let (answer, done) = oneshot::channel();
    let job: Job = Box::new(move |slot| {
        let value = slot.map(work);
        Box::new(move |committed| {
            let value = committed.and(value);
            let _ = answer.send(value); // whoever asked may have gone; the change stays
        })
    });
    (job, done)
}

/// What a [`job`] gives, after its commit.
///
/// # Errors
/// When what it did was not committed.
pub(super) async fn answer<T>(done: oneshot::Receiver<Result<T, Lost>>) -> Result<T, Fault> {
    let lost = || Fault::new("the change was not committed");
    match done.await.map_err(|_| lost())? {
        Ok(value) => Ok(value),
        Err(Some(away)) => Err(Fault::of_away(away, Some(lost()))),
        Err(None) => Err(lost()),
    }
}

/// Does `first` and those that `next` has while there is time, commits them, and answers all.
///
/// # Errors
/// When they could not be committed; all are told so.
pub(super) fn commit_together(
    slot: &mut Slot,
    first: Job,
    mut next: impl FnMut() -> Option<Job>,
) -> Result<(), Fault> {
    let began = Instant::now();
    if let Err(fault) = slot.begin_shared() {
        first(Err(fault.away()))(Ok(()));
        return Err(fault);
    }
    let mut answers = vec![first(Ok(slot))];
    while slot.is_open() && answers.len() < TOGETHER && began.elapsed() < NO_LONGER_THAN {
        let Some(job) = next() else { break };
        answers.push(job(Ok(slot)));
    }
    let committed = slot.commit_shared();
    for answer in answers {
        answer(committed.as_ref().copied().map_err(Fault::away));
    }
    committed
}
