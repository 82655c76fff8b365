//! Organizations that sign, and the account of what they were told: at the end acknowledged = stored.

use std::collections::{HashMap, HashSet};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

use crate::checks::{Letter, Stored};
use crate::client::{Connection, Place};
use crate::filling::Account;
use crate::message::{self, Head};
use crate::site::Site;
use crate::wrong::Wrong;

/// A page is rendered some tenths of a second after the last of many signatures.
const SETTLING: Duration = Duration::from_secs(5);

/// One signature that is to be given: which account signs which letter.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Ballot {
    /// The account's number.
    pub account: usize,
    /// The letter's number.
    pub letter: usize,
}

impl Ballot {
    /// Its place among all that could be given.
    pub fn place(self, accounts: usize) -> usize {
        self.letter * accounts + self.account
    }
}

/// What was answered about one letter.
#[derive(Debug, Default)]
struct Ledger {
    acknowledged: HashSet<String>,
    unanswered: HashSet<String>,
}

/// Everybody who can sign, and what they were told.
pub struct Signers {
    place: Place,
    letters: Vec<String>,
    accounts: Vec<Account>,
    /// Each letter before the first of them signed.
    before: Vec<Letter>,
    ledgers: Vec<Mutex<Ledger>>,
    next: AtomicUsize,
    /// Whether letter follows letter, or one is signed by all before the next.
    in_turn: bool,
}

/// What an answer to a signature says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Told {
    /// It is given.
    Acknowledged,
    /// It stood there already.
    AlreadyThere,
    /// It is not, and the page says why.
    Refused,
}

fn told(head: &Head, letter: &str, organization: &str) -> Result<Told, Wrong> {
    let page = format!("/letters/{letter}/sign");
    match (head.status, head.location.strip_prefix(&page)) {
        (303, Some(rest)) if rest == format!("?organization={organization}#signing") => {
            Ok(Told::Acknowledged)
        }
        (303, Some("#signing")) => Ok(Told::AlreadyThere),
        (303, _) => Err(Wrong::new(format!("a signature leads to {}", head.location))),
        (403 | 409 | 422, _) => Ok(Told::Refused),
        (status, _) => Err(Wrong::new(format!("status {status} instead of a signature"))),
    }
}

fn locked<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

/// A letter as its JSON tells it, checked.
///
/// # Errors
/// A letter that does not agree with itself.
pub async fn look_at(place: &Place, letter: &str) -> Result<Letter, Wrong> {
    let mut connection = Connection::open(place, 0).await?;
    let request = message::get(&place.host, &format!("/letters/{letter}.json"), &[]);
    let answer = connection.ask(&request).await?;
    if answer.head.status != 200 {
        return Err(Wrong::new(format!("{} instead of the JSON of {letter}", answer.head.status)));
    }
    let read = Letter::read(answer.body)?;
    read.check_numbers()?;
    Ok(read)
}

impl Signers {
    /// Those of a site. `in_turn` says whether letter follows letter, or one is signed by all before the next.
    ///
    /// # Errors
    /// A letter that is not there, or on which somebody stands who is to sign it.
    pub async fn of(site: &Site, in_turn: bool) -> Result<Arc<Self>, Wrong> {
        if site.accounts.is_empty() {
            return Err(Wrong::new("nobody can sign: `fill --sessions FILE`, then `--sessions FILE`"));
        }
        let mut before = Vec::new();
        for letter in &site.letters {
            let letter = look_at(&site.place, letter).await?;
            let stand: HashSet<&String> = letter.organizations.iter().collect();
            if site.accounts.iter().any(|account| stand.contains(&account.organization)) {
                return Err(Wrong::new("these organizations have signed already; fill another database"));
            }
            before.push(letter);
        }
        Ok(Arc::new(Self {
            place: site.place.clone(),
            letters: site.letters.clone(),
            accounts: site.accounts.clone(),
            ledgers: before.iter().map(|_| Mutex::default()).collect(),
            before,
            next: AtomicUsize::new(0),
            in_turn,
        }))
    }

    /// A connection to the site; `nth` chooses the address it comes from.
    ///
    /// # Errors
    /// When nobody answers.
    pub async fn connect(&self, nth: usize) -> Result<Connection, Wrong> {
        Connection::open(&self.place, nth).await
    }

    /// How many accounts there are.
    pub fn accounts(&self) -> usize {
        self.accounts.len()
    }

    /// How many signatures can be given.
    pub fn total(&self) -> usize {
        self.accounts.len() * self.letters.len()
    }

    /// Where a name has its account.
    pub fn by_name(&self) -> HashMap<String, usize> {
        self.accounts.iter().enumerate().map(|(nth, account)| (account.name.clone(), nth)).collect()
    }

    /// The next signature that nobody has begun, of the first `most`.
    pub fn next(&self, most: usize) -> Option<Ballot> {
        let claimed = self.next.fetch_update(Ordering::Relaxed, Ordering::Relaxed, |next| {
            (next < most.min(self.total())).then_some(next + 1)
        });
        let nth = claimed.ok()?;
        Some(match self.in_turn {
            true => Ballot { letter: nth % self.letters.len(), account: nth / self.letters.len() },
            false => Ballot { letter: nth / self.accounts.len(), account: nth % self.accounts.len() },
        })
    }

    fn request(&self, ballot: Ballot, revision: Option<&str>) -> Option<Vec<u8>> {
        let (letter, before) = (self.letters.get(ballot.letter)?, self.before.get(ballot.letter)?);
        let account = self.accounts.get(ballot.account)?;
        let form = [
            ("organization", account.organization.as_str()),
            ("representative_name", "Nour Haddad"),
            ("representative_title", "Director"),
            ("group", ""),
            ("authority", "yes"),
            ("revision", revision.unwrap_or(&before.revision)),
            ("display", "organization"),
            ("language", "en"),
        ];
        let path = format!("/letters/{letter}/sign");
        Some(message::post(&self.place.host, &path, Some(&account.cookie), &form))
    }

    /// Signs, and writes down what was answered.
    ///
    /// # Errors
    /// Anything but the acknowledgement. If there was no answer, nobody knows whether it is stored.
    pub async fn sign(&self, connection: &mut Connection, ballot: Ballot) -> Result<usize, Wrong> {
        let there = (self.letters.get(ballot.letter), self.accounts.get(ballot.account));
        let (Some(letter), Some(account)) = there else { return Err(Wrong::new("no such signature")) };
        let request = self.request(ballot, None).ok_or_else(|| Wrong::new("no such signature"))?;
        let answer = connection.ask(&request).await;
        let Some(ledger) = self.ledgers.get(ballot.letter) else { return Err(Wrong::new("no such letter")) };
        let organization = account.organization.clone();
        match answer {
            Err(wrong) => {
                locked(ledger).unanswered.insert(organization);
                Err(wrong)
            }
            Ok(answer) => match told(&answer.head, letter, &organization) {
                Ok(Told::Acknowledged) => {
                    let bytes = answer.body.len();
                    locked(ledger).acknowledged.insert(organization);
                    Ok(bytes)
                }
                Ok(Told::AlreadyThere) => Err(Wrong::new("a first signature is told that it stood there")),
                Ok(Told::Refused) => {
                    Err(Wrong::new(format!("a signature is refused: {}", answer.head.status)))
                }
                Err(wrong) => {
                    locked(ledger).unanswered.insert(organization); // a 500 may have come after its commit
                    Err(wrong)
                }
            },
        }
    }

    /// Sends a signature under another text than the one that stands there, which has to be refused with words,
    /// and, if `ballot` was given already, presses its button once more, which has to change nothing.
    ///
    /// # Errors
    /// If either is answered in another way.
    pub async fn misuse(&self, connection: &mut Connection, ballot: Ballot) -> Result<(), Wrong> {
        let letter = self.letters.get(ballot.letter).map_or("", String::as_str);
        let organization = self.accounts.get(ballot.account).map_or("", |account| &account.organization);
        let other = "0".repeat(64);
        for (revision, expected) in [(Some(other.as_str()), Told::Refused), (None, Told::AlreadyThere)] {
            let request = self.request(ballot, revision).ok_or_else(|| Wrong::new("no such signature"))?;
            let answer = connection.ask(&request).await?;
            let got = told(&answer.head, letter, organization)?;
            if got != expected {
                return Err(Wrong::new(format!("{got:?} where {expected:?} was due")));
            }
            if got == Told::Refused && (answer.head.status != 409 || answer.body.len() < 500) {
                return Err(Wrong::new(format!("refused with {} and hardly a word", answer.head.status)));
            }
        }
        Ok(())
    }

    /// How many signatures of a letter were acknowledged.
    pub fn acknowledged(&self, letter: usize) -> usize {
        self.ledgers.get(letter).map_or(0, |ledger| locked(ledger).acknowledged.len())
    }

    /// Compares every letter with what was answered: acknowledged = stored, none twice, the count that of the list,
    /// the numbers without gaps.
    ///
    /// # Errors
    /// A letter that is not there any more.
    pub async fn compare(&self) -> Result<(Stored, Vec<String>), Wrong> {
        let (mut all, mut wrong) = (Stored::default(), Vec::new());
        for (nth, letter) in self.letters.iter().enumerate() {
            let began = Instant::now();
            let stored = loop {
                let looked = look_at(&self.place, letter).await;
                let stored = looked.as_ref().ok().map(|letter| self.stored(nth, letter));
                let right = stored.as_ref().is_some_and(Stored::is_right);
                if right || began.elapsed() > SETTLING {
                    if let Err(why) = looked {
                        wrong.push(format!("{letter}: {why}"));
                    }
                    break stored.unwrap_or_default();
                }
                tokio::time::sleep(Duration::from_millis(100)).await;
            };
            if !stored.is_right() {
                wrong.push(format!("{letter}: {stored:?}"));
            }
            all.kept += stored.kept;
            all.lost += stored.lost;
            all.twice += stored.twice;
            all.unasked += stored.unasked;
            all.unanswered += stored.unanswered;
        }
        Ok((all, wrong))
    }

    fn stored(&self, nth: usize, letter: &Letter) -> Stored {
        let Some((before, ledger)) = self.before.get(nth).zip(self.ledgers.get(nth)) else {
            return Stored::default();
        };
        let before = before.organizations.iter().cloned().collect();
        let ledger = locked(ledger);
        Stored::compare(&letter.organizations, &before, &ledger.acknowledged, &ledger.unanswered)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn leads_to(status: u16, location: &str) -> Result<Told, Wrong> {
        told(&Head { status, location: location.into(), ..Head::default() }, "aleppo", "river")
    }

    #[test]
    fn an_answer_to_a_signature_is_read_to_the_letter() {
        assert_eq!(leads_to(303, "/letters/aleppo/sign?organization=river#signing"), Ok(Told::Acknowledged));
        assert_eq!(leads_to(303, "/letters/aleppo/sign#signing"), Ok(Told::AlreadyThere));
        for refused in [403, 409, 422] {
            assert_eq!(leads_to(refused, ""), Ok(Told::Refused));
        }
        assert!(leads_to(303, "/letters/aleppo/sign?organization=another#signing").is_err());
        assert!(leads_to(303, "/sign-in?next=%2Fletters%2Faleppo%2Fsign").is_err());
        assert!(leads_to(200, "").is_err() && leads_to(500, "").is_err() && leads_to(429, "").is_err());
    }

    fn signers(in_turn: bool) -> Signers {
        let account =
            |n: usize| Account { cookie: n.to_string(), organization: n.to_string(), name: n.to_string() };
        Signers {
            place: Place::local(([127, 0, 0, 1], 1).into()),
            letters: vec!["a".into(), "b".into()],
            accounts: (0..3).map(account).collect(),
            before: vec![Letter::default(), Letter::default()],
            ledgers: vec![Mutex::default(), Mutex::default()],
            next: AtomicUsize::new(0),
            in_turn,
        }
    }

    #[test]
    fn every_signature_is_given_out_once() {
        for in_turn in [true, false] {
            let signers = signers(in_turn);
            let first: Vec<Ballot> = std::iter::from_fn(|| signers.next(2)).collect();
            assert_eq!(first.len(), 2);
            assert_eq!(first[0].letter == first[1].letter, !in_turn);
            let rest: Vec<Ballot> = std::iter::from_fn(|| signers.next(usize::MAX)).collect();
            let places: HashSet<usize> = first.iter().chain(&rest).map(|ballot| ballot.place(3)).collect();
            assert_eq!(places, (0..6).collect());
            assert_eq!(first.len() + rest.len(), 6);
        }
    }
}
