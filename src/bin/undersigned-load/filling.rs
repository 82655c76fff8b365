//! Fills an empty database through the program's own verbs: letters with their lists, and organizations whose
//! people are signed in. Nothing here writes SQL.

use std::time::{Duration, Instant};

use undersigned::config::Accounts;
use undersigned::db::{Db, Tx};
use undersigned::error::Fault;
use undersigned::ids::{PersonId, Slug};
use undersigned::letters::{self, Draft, DraftForm, PublishError};
use undersigned::organizations::{self, NewOrganization, VerifiedBy};
use undersigned::people::{self, Email, NewPerson, PasswordHash, Passwords, SessionLimits};
use undersigned::signatures::{self, NewListed};

use crate::progress;
use crate::wrong::Wrong;

/// Rows of one transaction: a few megabytes of a write-ahead log.
const AT_ONCE: usize = 500;
/// As `people::session_cookie` names it on a loopback address, where no https is.
const COOKIE: &str = "undersigned";
/// How long single commits are counted, and how many at most.
const COMMITTING: Duration = Duration::from_millis(1_500);
const MOST_COMMITS: u32 = 20_000;

/// What a database is to be filled with.
#[derive(Debug, Clone)]
pub struct Wanted {
    /// For each letter how many signatories stand on it.
    pub letters: Vec<usize>,
    /// Organizations that can sign.
    pub organizations: usize,
    /// Whether the rate of single commits is to be measured first.
    pub commits: bool,
}

/// Somebody who can sign.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Account {
    /// The session's cookie, as a browser sends it.
    pub cookie: String,
    /// The organization's address under `/organizations/`.
    pub organization: String,
    /// Its name, as it stands on a list.
    pub name: String,
}

/// What a database was filled with.
#[derive(Debug, Default)]
pub struct Filled {
    /// The letters, by the ends of their addresses.
    pub letters: Vec<String>,
    /// Who can sign them.
    pub accounts: Vec<Account>,
    /// How many transactions of one row it committed a second, one after the other.
    pub commits: Option<f64>,
}

/// What letters are called.
pub fn slug(nth: usize) -> String {
    format!("load-{}", nth + 1)
}

fn fault(what: &str) -> Fault {
    Fault::new(format!("filling the database: {what}"))
}

/// Fills the database that `db` is, which has to be empty.
///
/// # Errors
/// A database with somebody in it; a fault of it.
pub async fn fill(db: &Db, wanted: &Wanted) -> Result<Filled, Wrong> {
    if !db.read(people::is_nobody_here).await? {
        return Err(Wrong::new(
            "the database is not empty; give one that is, for it is filled with thousands of rows",
        ));
    }
    let password = Passwords::default().hash("a river runs through it".to_owned()).await;
    let password = password.map_err(|error| Wrong::new(error.to_string()))?;
    let mut filled = Filled::default();
    if wanted.commits {
        filled.commits = Some(single_commits(db, &password).await?);
    }
    let hash = password.clone();
    let coordinator = db.write(move |tx| person(tx, "coordinator@load.example", &hash)).await?;
    let lines = wanted.letters.iter().sum::<usize>();
    let bar = progress::steps("Filling: signatories", lines);
    for (nth, count) in wanted.letters.iter().enumerate() {
        let own = slug(nth);
        let at: Slug = own.parse().map_err(|()| Wrong::new("an address that is none"))?;
        let address = at.clone();
        db.write(move |tx| publish(tx, &address, coordinator)).await?;
        for from in (0..*count).step_by(AT_ONCE) {
            let (address, range) = (at.clone(), from..count.min(&(from + AT_ONCE)).to_owned());
            bar.inc(u64::try_from(range.len()).unwrap_or(0));
            db.write(move |tx| {
                let letter = letters::find_any(tx, &address)?.ok_or_else(|| fault("no letter"))?.id;
                letters::hold(tx, letter)?;
                for number in range {
                    let country = ["FR", "LB", "SY", "TR"].get(number % 4).map(|code| (*code).to_owned());
                    let listed = NewListed { name: name("Trust", number), country, ..NewListed::default() };
                    signatures::enter_listed(tx, letter, coordinator, &listed)?;
                }
                Ok::<_, Fault>(())
            })
            .await?;
        }
        filled.letters.push(own);
    }
    bar.finish_and_clear();
    let bar = progress::steps("Filling: organizations", wanted.organizations);
    for from in (0..wanted.organizations).step_by(AT_ONCE) {
        let (hash, range) = (password.clone(), from..wanted.organizations.min(from + AT_ONCE));
        bar.inc(u64::try_from(range.len()).unwrap_or(0));
        let some =
            db.write(move |tx| range.map(|number| account(tx, number, &hash)).collect::<Result<Vec<_>, _>>());
        filled.accounts.extend(some.await?);
    }
    bar.finish_and_clear();
    Ok(filled)
}

/// How many transactions of one row are committed in a second by somebody who waits for each: what a
/// signature each would come to if that row were all, and none shared its commit.
async fn single_commits(db: &Db, password: &PasswordHash) -> Result<f64, Wrong> {
    let bar = progress::time("Single commits", COMMITTING);
    let began = Instant::now();
    let mut commits = 0;
    while began.elapsed() < COMMITTING && commits < MOST_COMMITS {
        let (hash, address) = (password.clone(), format!("commit-{commits}@load.example"));
        db.write(move |tx| person(tx, &address, &hash)).await?;
        commits += 1;
    }
    bar.finish_and_clear();
    Ok(f64::from(commits) / began.elapsed().as_secs_f64())
}

fn person(tx: &mut Tx<'_>, address: &str, password: &PasswordHash) -> Result<PersonId, Fault> {
    let new = NewPerson {
        name: "Nour Haddad".to_owned(),
        title: "Director".to_owned(),
        email: Email::read(address).ok_or_else(|| fault("an address that is none"))?,
        password: password.clone(),
    };
    people::add_person(tx, &new)?.map(|person| person.id).ok_or_else(|| fault("an address twice"))
}

fn publish(tx: &mut Tx<'_>, slug: &Slug, coordinator: PersonId) -> Result<(), Fault> {
    let paragraph = "The road out of the city has been closed for nine days. Ambulances wait where it begins, \
        and those who could leave on foot have left. We ask what the law of war already owes them.";
    let form = DraftForm {
        title: "Open the road: a call of {{count}} organizations".into(),
        addressees: "To the heads of state and government".into(),
        place_and_date: "Gaziantep, December 2016".into(),
        body: format!(
            "We, the undersigned {{{{count}}}} organizations, ask for one thing.\n\n{}",
            [paragraph; 6].join("\n\n")
        ),
        language: "en".into(),
        grouping: "coalition".into(),
        ordering: "name".into(),
        numbering: "through".into(),
        ..DraftForm::default()
    };
    let draft = Draft::read(&form).map_err(|wrong| fault(&format!("{wrong:?}")))?;
    letters::add_letter(tx, &draft, slug, coordinator)?;
    match letters::publish(tx, coordinator, slug) {
        Ok(()) => Ok(()),
        Err(PublishError::Fault(fault)) => Err(fault),
        Err(refusal) => Err(fault(&format!("{refusal:?}"))),
    }
}

/// An organization with a person who is signed in.
fn account(tx: &mut Tx<'_>, number: usize, password: &PasswordHash) -> Result<Account, Fault> {
    let owner = person(tx, &format!("person-{number}@load.example"), password)?;
    let new = NewOrganization {
        name: name("Network", number),
        acronym: None,
        website: None,
        country: Some("SY".to_owned()),
    };
    // A domain of its own for each: one that they share would flag every one for all others.
    let address = format!("office@network-{number}.example");
    let address = Email::read(&address).ok_or_else(|| fault("an address that is none"))?;
    let organization = organizations::add_organization(tx, &new, &address, VerifiedBy::Email, owner)?;
    let limits = SessionLimits::of(&Accounts::default());
    let session = people::open_session(tx, owner, "undersigned-load", None, &limits)?;
    Ok(Account {
        cookie: format!("{COOKIE}={}", session.token.as_str()),
        organization: organization.slug,
        name: new.name,
    })
}

const WORDS: [&str; 16] = [
    "River", "Olive", "Harbour", "Cedar", "Bridge", "Lantern", "Orchard", "Meadow", "Anchor", "Almond",
    "Valley", "Beacon", "Willow", "Summit", "Jasmine", "Quarry",
];
const PURPOSES: [&str; 5] = ["Relief", "Education", "Development", "Health", "Human Rights"];

/// The name of an organization: no two alike, and not in the order in which they are made.
fn name(kind: &str, number: usize) -> String {
    let word = WORDS.get(number.wrapping_mul(7) % WORDS.len()).copied().unwrap_or_default();
    let purpose = PURPOSES.get(number % PURPOSES.len()).copied().unwrap_or_default();
    format!("{word} {kind} {number} for {purpose}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test(flavor = "multi_thread")]
    async fn an_empty_database_is_filled_and_a_full_one_is_left_alone() {
        let folder = tempfile::tempdir().unwrap();
        let url = format!("sqlite://{}/load.db", folder.path().display());
        let db = Db::open(&url, &folder.path().join("key")).await.unwrap();
        let wanted = Wanted { letters: vec![3, 0], organizations: 5, commits: false };
        let filled = fill(&db, &wanted).await.unwrap();
        assert_eq!(filled.letters, ["load-1", "load-2"]);
        let names: std::collections::HashSet<_> =
            filled.accounts.iter().map(|account| &account.organization).collect();
        assert_eq!(names.len(), 5);
        let slug: Slug = "load-1".parse().unwrap();
        let listed = db.read::<_, Fault, _>(move |tx| {
            let letter = letters::find_public(tx, &slug)?.unwrap();
            signatures::count_signatories(tx, letter.letter().id)
        });
        assert_eq!(listed.await.unwrap(), 3);
        assert!(fill(&db, &wanted).await.is_err());
    }
}
