//! Seals what an earlier program wrote in the clear, once, and refuses a database that was sealed
//! with another key.

use diesel::connection::SimpleConnection;
use diesel::prelude::*;
use diesel::sql_query;
use diesel::sql_types::{BigInt, Binary, Text};

use super::connection::{Conn, Slot};
use super::sealed::bytes_mark;
use super::sealing::mark;
use super::{Moment, SealKey, Tx, on};
use crate::error::Fault;

/// Columns of words that were written in the clear once.
const WORDS: &[(&str, &[&str])] = &[
    ("people", &["name", "title", "email"]),
    ("operator_invitations", &["email"]),
    ("organizations", &["slug", "name", "acronym", "website", "email"]),
    ("organization_verifications", &["rests_on"]), // copied from the addresses above
    ("registrations", &["email", "person_name", "person_title", "organization_name", "acronym", "website"]),
    (
        "signatures",
        &[
            "representative_name",
            "representative_title",
            "printed_name",
            "printed_acronym",
            "printed_form",
            "sort_name",
        ],
    ),
    ("outbox_mails", &["to_name", "to_address", "subject", "text_part", "html_part", "last_error"]),
    ("letter_log", &["about", "note"]),
    ("press_links", &["label"]),
    ("invitations", &["organization_name", "person_name", "email", "note", "decline_reason"]),
    ("attachments", &["file_name"]),
    ("member_invitations", &["email"]),
    ("prepared_signatures", &["representative_name", "representative_title", "reason"]),
    ("coordinator_invitations", &["email"]),
    ("comments", &["author_name", "author_organization", "body", "answer"]),
    ("imports", &["name", "understood"]),
    ("list_changes", &["what", "difference"]),
    ("deliveries", &["snapshot"]),
    ("signature_evidence", &["said_by", "note", "email", "file_name"]),
];

/// Columns of bytes that were.
const BYTES: &[(&str, &str)] = &[
    ("attachments", "content"),
    ("signature_evidence", "content"),
    ("secrets", "value"),
    ("delivered_files", "content"),
];

/// The row whose value, sealed, says which key a database is sealed with; and what it says.
const CHECK: &str = "seal";
const CHECKED: &[u8] = b"everything above is sealed";

/// How many different words are sealed by one statement's list.
const AT_ONCE: usize = 500;

#[derive(QueryableByName)]
struct Words {
    #[diesel(sql_type = Text)]
    words: String,
}

#[derive(QueryableByName)]
struct Count {
    #[diesel(sql_type = BigInt)]
    found: i64,
}

#[derive(QueryableByName)]
struct Bytes {
    #[diesel(sql_type = Binary)]
    bytes: Vec<u8>,
}

/// Checks that the key is the database's; at the first start with a key, seals what stands.
///
/// # Errors
/// Another key than the one that the database was sealed with; a fault of the database.
pub(super) fn seal_what_stands(slot: &mut Slot, key: &SealKey, now: Moment) -> Result<(), Fault> {
    let done = slot.transaction(Conn::BEGIN_WRITING, |conn| {
        let mut tx = Tx::at(now, conn);
        tx.hold("sealing")?;
        seal_all(&mut tx, key)
    })?;
    match (done, slot.conn()) {
        // Pages and the log still hold the old words until they are written anew.
        (true, Conn::Lite(c)) => Ok(c.batch_execute("VACUUM; PRAGMA wal_checkpoint(TRUNCATE);")?),
        _ => Ok(()),
    }
}

/// Whether anything had to be sealed.
fn seal_all(tx: &mut Tx<'_>, key: &SealKey) -> Result<bool, Fault> {
    let find = format!("SELECT value AS bytes FROM secrets WHERE name = '{CHECK}'");
    let check: Option<Bytes> = on!(tx, c => sql_query(&find).get_result(c).optional())?;
    if let Some(Bytes { bytes }) = check {
        let words = bytes.strip_prefix(bytes_mark()).and_then(|kept| key.unseal_bytes(kept));
        return if words.as_deref() == Some(CHECKED) {
            Ok(false)
        } else {
            Err(Fault::new(
                "this database is sealed with another key than the one in --key-file. Its words cannot be \
                 read without the key file that was beside it when it was made",
            ))
        };
    }
    let mut sealed = false;
    for (table, columns) in WORDS {
        for column in *columns {
            sealed |= seal_words(tx, key, table, column)?;
        }
    }
    for (table, column) in BYTES {
        sealed |= seal_column_of_bytes(tx, key, table, column)?;
    }
    let kept = seal_bytes(key, CHECKED)?;
    let (first, second) = placeholders(tx);
    let insert =
        format!("INSERT INTO secrets (name, value, created_at) VALUES ('{CHECK}', {first}, {second})");
    let now = tx.now().as_micros();
    on!(tx, c => sql_query(&insert).bind::<Binary, _>(&kept).bind::<BigInt, _>(now).execute(c))?;
    Ok(sealed)
}

/// The names are this file's own, so a statement may be put together from them.
fn seal_words(tx: &mut Tx<'_>, key: &SealKey, table: &str, column: &str) -> Result<bool, Fault> {
    let (first, second) = placeholders(tx);
    let find = format!(
        "SELECT DISTINCT {column} AS words FROM {table} WHERE {column} IS NOT NULL AND {column} <> '' \
         AND substr({column}, 1, {}) <> {first} LIMIT {AT_ONCE}",
        mark().chars().count()
    );
    let change = format!("UPDATE {table} SET {column} = {first} WHERE {column} = {second}");
    let mut any = false;
    loop {
        let plain: Vec<Words> = on!(tx, c => sql_query(&find).bind::<Text, _>(mark()).load(c))?;
        for Words { words } in &plain {
            let kept = key.seal(words).ok_or_else(|| Fault::new("too long to be sealed"))?;
            on!(tx, c => sql_query(&change).bind::<Text, _>(kept).bind::<Text, _>(words).execute(c))?;
            any = true;
        }
        if plain.len() < AT_ONCE {
            return Ok(any);
        }
    }
}

/// Says which sealed columns hold words in the clear: this program writes none, so somebody else did.
pub(super) fn written_past_the_seal(tx: &mut Tx<'_>) -> Result<Vec<String>, Fault> {
    let (first, _) = placeholders(tx);
    let mut found = Vec::new();
    for (table, columns) in WORDS {
        for column in *columns {
            let count = format!(
                "SELECT count(*) AS found FROM {table} WHERE {column} <> '' AND substr({column}, 1, {}) <> {first}",
                mark().chars().count()
            );
            let Count { found: many } =
                on!(tx, c => sql_query(&count).bind::<Text, _>(mark()).get_result(c))?;
            if many > 0 {
                found.push(format!("{table}.{column} is not sealed in {many} of its rows"));
            }
        }
    }
    Ok(found)
}

fn seal_column_of_bytes(tx: &mut Tx<'_>, key: &SealKey, table: &str, column: &str) -> Result<bool, Fault> {
    let (first, second) = placeholders(tx);
    // One at a time: these are files.
    let find = format!(
        "SELECT {column} AS bytes FROM {table} WHERE {column} IS NOT NULL AND length({column}) > 0 \
         AND substr({column}, 1, {}) <> {first} LIMIT 1",
        bytes_mark().len()
    );
    let change = format!("UPDATE {table} SET {column} = {first} WHERE {column} = {second}");
    let mut any = false;
    loop {
        let plain: Vec<Bytes> = on!(tx, c => sql_query(&find).bind::<Binary, _>(bytes_mark()).load(c))?;
        let Some(Bytes { bytes }) = plain.first() else { return Ok(any) };
        let kept = seal_bytes(key, bytes)?;
        on!(tx, c => sql_query(&change).bind::<Binary, _>(&kept).bind::<Binary, _>(bytes).execute(c))?;
        any = true;
    }
}

fn seal_bytes(key: &SealKey, plain: &[u8]) -> Result<Vec<u8>, Fault> {
    let kept = key.seal_bytes(plain).ok_or_else(|| Fault::new("too long to be sealed"))?;
    Ok([bytes_mark(), &kept].concat())
}

fn placeholders(tx: &mut Tx<'_>) -> (&'static str, &'static str) {
    match tx.conn() {
        Conn::Lite(_) => ("?", "?"),
        Conn::Pg(_) => ("$1", "$2"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::db::{Db, migrate_url};
    use crate::people::{Email, find_person_by_email};

    /// What an earlier program left: a person in the clear.
    const EARLIER: &str = "INSERT INTO people (id, name, title, email, password_hash, created_at) VALUES \
         (x'00000000000070008000000000000001', 'Nour Haddad', '', 'nour@example.org', '-', 1);
         INSERT INTO secrets (name, value, created_at) VALUES ('signing forms', x'c0ffeec0ffeec0ffee', 1);";

    fn is_in(folder: &std::path::Path, words: &[u8]) -> bool {
        // A log that SQLite takes away meanwhile holds nothing.
        let mut files =
            std::fs::read_dir(folder).unwrap().filter_map(|entry| std::fs::read(entry.unwrap().path()).ok());
        files.any(|bytes| bytes.windows(words.len()).any(|part| part == words))
    }

    #[tokio::test(flavor = "multi_thread")]
    async fn what_an_earlier_program_wrote_in_the_clear_is_sealed_and_read_all_the_same() {
        let folder = tempfile::tempdir().unwrap();
        let url = format!("sqlite://{}", folder.path().join("t.db").display());
        let earlier = url.clone();
        tokio::task::spawn_blocking(move || {
            migrate_url(&earlier).unwrap();
            let mut slot = super::super::connection::Engine::from_url(&earlier).unwrap().open().unwrap();
            let Conn::Lite(c) = slot.conn() else { panic!("another engine") };
            c.batch_execute(EARLIER).unwrap();
        })
        .await
        .unwrap();
        assert!(is_in(folder.path(), b"nour@example.org"), "it is there to be sealed");

        let file = folder.path().join("t.key");
        for _ in 0..2 {
            let db = Db::open(&url, &file).await.unwrap();
            let email = Email::read("nour@example.org").unwrap();
            let found = db.read::<_, Fault, _>(move |tx| find_person_by_email(tx, &email)).await.unwrap();
            assert_eq!(found.unwrap().name, "Nour Haddad");
        }
        for gone in [&b"nour@example.org"[..], b"Nour Haddad", &[0xc0, 0xff, 0xee, 0xc0, 0xff, 0xee]] {
            assert!(!is_in(folder.path(), gone), "{gone:?} is still in a file");
        }
        let refused = Db::open(&url, &folder.path().join("other.key")).await.err().unwrap();
        assert!(refused.to_string().contains("another key"), "{refused}");
    }
}
