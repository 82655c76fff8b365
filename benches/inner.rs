//! What the inner parts cost: `cargo bench --bench inner`. One of them: `cargo bench --bench inner -- arrange`.
//!
//! The parts that touch the database do so in a SQLite file of their own, fully synced as the site's is.

use std::sync::{Arc, LazyLock};

use divan::{Bencher, black_box};
use tempfile::TempDir;
use tokio::runtime::Runtime;
use undersigned::db::{Db, Moment, Tx};
use undersigned::error::Fault;
use undersigned::evidence;
use undersigned::ids::{LetterId, PersonId, SignatureId};
use undersigned::letters::{self, Draft, DraftForm, EventKind, Grouping, ListRule, Numbering, Ordering};
use undersigned::people::{self, Email, NewPerson, Passwords};
use undersigned::reading::Snapshot;
use undersigned::signatures::list::{Entry, Status, arrange};
use undersigned::signatures::{self, NewListed};
use undersigned::text::language::Language;
use undersigned::web::prerendered::Prerendered;
use url::Url;

const SIZES: [usize; 3] = [25, 1_000, 10_000];
const ADDRESS: &str = "https://letters.example.org/letters/many";

const ENGLISH: [&str; 8] =
    ["River", "Olive", "The Harbour", "Cedar", "A Bridge", "Lantern", "Orchard", "Anchor"];
const ARABIC: [&str; 8] = ["النهر", "الزيتون", "المرفأ", "الأرز", "الجسر", "القنديل", "البستان", "مرساة"];

/// No two alike, and not in their order.
fn name(language: &str, number: usize) -> String {
    let at = number * 5 % ENGLISH.len();
    match language {
        "ar" => format!("جمعيّة {} للإغاثة والتنمية رقم {number}", ARABIC[at]),
        _ => format!("{} Association No. {number} for Relief and Development", ENGLISH[at]),
    }
}

static RUNTIME: LazyLock<Runtime> = LazyLock::new(|| Runtime::new().expect("a runtime"));

/// A database with a public letter of each size.
struct Filled {
    db: Db,
    letters: Vec<LetterId>,
    coordinator: PersonId,
    _folder: TempDir,
}

static READ: LazyLock<Filled> = LazyLock::new(|| RUNTIME.block_on(fill(false)));
/// For what changes a letter, with the logs behind each change and without.
static LOGGED: LazyLock<Filled> = LazyLock::new(|| RUNTIME.block_on(fill(true)));
static UNLOGGED: LazyLock<Filled> = LazyLock::new(|| RUNTIME.block_on(fill(false)));

async fn fill(logged: bool) -> Filled {
    let folder = tempfile::tempdir().expect("a folder");
    let url = format!("sqlite://{}/bench.db", folder.path().display());
    let db = Db::open(&url, &folder.path().join("key")).await.expect("a database");
    let password = Passwords::default().hash("a river runs through it".into()).await.expect("a hash");
    let (letters, coordinator) = db
        .write::<_, Fault, _>(move |tx| {
            let email = Email::read("nour@example.org").expect("an address");
            let new = NewPerson { name: "Nour Haddad".into(), title: String::new(), email, password };
            let coordinator = people::add_person(tx, &new)?.expect("a new address").id;
            let letters = SIZES.iter().map(|size| letter(tx, coordinator, *size));
            Ok((letters.collect::<Result<_, _>>()?, coordinator))
        })
        .await
        .expect("letters");
    if logged {
        let origin = Url::parse("https://letters.example.org/").expect("an address");
        let own = origin.clone();
        db.before_commit(move |tx| evidence::keep_up(tx, &own));
        db.write(move |tx| evidence::begin_logs(tx, &origin)).await.expect("logs");
    }
    Filled { db, letters, coordinator, _folder: folder }
}

fn letter(tx: &mut Tx<'_>, coordinator: PersonId, size: usize) -> Result<LetterId, Fault> {
    let paragraph =
        "The road out of the city has been closed for nine days. Ambulances wait where it begins.";
    let form = DraftForm {
        title: "We, the undersigned {{count}} organizations".into(),
        body: [paragraph; 8].join("\n\n"),
        language: "en".into(),
        ordering: "name".into(),
        numbering: "through".into(),
        ..DraftForm::default()
    };
    let draft = Draft::read(&form).expect("a letter in order");
    let slug = format!("many-{size}").parse().expect("an address");
    letters::add_letter(tx, &draft, &slug, coordinator)?;
    letters::publish(tx, coordinator, &slug).expect("it is published");
    let id = letters::find_any(tx, &slug)?.expect("the letter").id;
    for number in 0..size {
        enter(tx, id, coordinator, number)?;
    }
    Ok(id)
}

fn enter(tx: &mut Tx<'_>, letter: LetterId, by: PersonId, number: usize) -> Result<SignatureId, Fault> {
    let listed = NewListed { name: name("en", number), country: Some("SY".into()), ..NewListed::default() };
    signatures::enter_listed(tx, letter, by, &listed)
}

impl Filled {
    fn letter(&self, size: usize) -> LetterId {
        let at = SIZES.iter().position(|known| *known == size).expect("a size");
        self.letters[at]
    }

    fn snapshot(&self, letter: LetterId) -> Snapshot {
        self.snapshot_since(letter, None)
    }

    fn snapshot_since(&self, letter: LetterId, before: Option<Arc<Snapshot>>) -> Snapshot {
        let taken = self.db.read(move |tx| Snapshot::take(tx, letter, before.as_deref()));
        RUNTIME.block_on(taken).expect("a database").expect("a public letter")
    }

    /// One more signatory, as one transaction.
    fn one_more(&self, size: usize, number: usize) {
        let (letter, by) = (self.letter(size), self.coordinator);
        let change = self.db.write::<_, Fault, _>(move |tx| {
            letters::hold(tx, letter)?;
            let signature = enter(tx, letter, by, 1_000_000 + number)?;
            letters::record(tx, letter, EventKind::Signed, Some(signature))
        });
        RUNTIME.block_on(change).expect("a change");
    }
}

/// Order and numbers of 10,000 names.
#[divan::bench(args = ["en", "ar"], sample_count = 20)]
fn arrange_10000(bencher: Bencher, language: &str) {
    let entry = |number| Entry {
        signature: SignatureId::new(),
        status: Status::Confirmed,
        slug: Some(format!("organization-{number}")),
        name: name(language, number),
        names: Vec::new(),
        sort_name: None,
        acronym: None,
        country: Some("SY".into()),
        verified_by: None,
        verified_at: None,
        group: None,
        representative: None,
        members: None,
        footnote: None,
        revision: Some(1),
        signed_at: Moment::from_micros(i64::try_from(number).expect("a small number")),
        hand_position: None,
        delivered: None,
    };
    let entries: Vec<Entry> = (0..10_000).map(entry).collect();
    let language = Language::of_row(language);
    let rule = ListRule { grouping: Grouping::None, ordering: Ordering::Name, numbering: Numbering::Through };
    bencher
        .with_inputs(|| entries.clone())
        .bench_values(|entries| arrange(entries, &[], &[], Vec::new(), rule, &language, None));
}

/// A letter and its list out of SQLite, arranged.
#[divan::bench(args = SIZES, sample_count = 20)]
fn snapshot_from_sqlite(bencher: Bencher, size: usize) {
    let letter = READ.letter(size);
    bencher.bench(|| READ.snapshot(letter));
}

/// The same where one line has changed since it was read.
#[divan::bench(args = SIZES, sample_count = 20)]
fn snapshot_after_a_line(bencher: Bencher, size: usize) {
    let letter = UNLOGGED.letter(size);
    let before = Arc::new(UNLOGGED.snapshot(letter));
    UNLOGGED.one_more(size, 0);
    bencher.bench(|| UNLOGGED.snapshot_since(letter, Some(before.clone())));
}

/// Its page as HTML.
#[divan::bench(args = SIZES, sample_count = 20)]
fn page(bencher: Bencher, size: usize) {
    let snapshot = READ.snapshot(READ.letter(size));
    bencher.bench(|| black_box(&snapshot).page(ADDRESS));
}

/// The page in all its encodings.
#[divan::bench(args = SIZES, sample_count = 20)]
fn page_packed(bencher: Bencher, size: usize) {
    let page = READ.snapshot(READ.letter(size)).page(ADDRESS);
    bencher
        .with_inputs(|| page.clone().into_bytes())
        .bench_values(|page| Prerendered::changing("text/html; charset=utf-8", page));
}

/// Its JSON.
#[divan::bench(args = SIZES, sample_count = 20)]
fn json(bencher: Bencher, size: usize) {
    let snapshot = READ.snapshot(READ.letter(size));
    bencher.bench(|| black_box(&snapshot).json(ADDRESS).expect("JSON"));
}

/// The bytes that tell all readers of one new line.
#[divan::bench(args = SIZES, sample_count = 20)]
fn event(bencher: Bencher, size: usize) {
    let letter = UNLOGGED.letter(size);
    let before = Arc::new(UNLOGGED.snapshot(letter));
    UNLOGGED.one_more(size, 0);
    let snapshot = UNLOGGED.snapshot_since(letter, Some(before.clone()));
    bencher.bench(|| black_box(&snapshot).news_since(before.seq));
}

/// A signatory entered and committed, and the same with a leaf of the letter's Merkle tree and a signed
/// checkpoint: the difference is what the log costs.
#[divan::bench(args = SIZES, sample_count = 50)]
fn commit(bencher: Bencher, size: usize) {
    let mut number = 0;
    bencher.bench_local(|| {
        number += 1;
        UNLOGGED.one_more(size, number);
    });
}

#[divan::bench(args = SIZES, sample_count = 50)]
fn commit_with_merkle_append(bencher: Bencher, size: usize) {
    let mut number = 0;
    bencher.bench_local(|| {
        number += 1;
        LOGGED.one_more(size, number);
    });
}

fn main() {
    divan::main();
}
