//! The twin migrations, on both engines: up on an empty database, on one with rows in it, down and
//! up again; and that the twins and `src/schema.rs` describe the same tables.

mod postgres;

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use diesel::connection::SimpleConnection;
use diesel::sql_types::Text;
use diesel::{Connection, QueryableByName, RunQueryDsl, SqliteConnection, sql_query};

/// A database under test, spoken to by its own connection, not by the program's.
enum Database {
    Sqlite { url: String, _folder: tempfile::TempDir },
    Postgres { url: String },
}

impl Database {
    fn sqlite() -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        let url = format!("sqlite://{}/test.db", folder.path().display());
        Self::Sqlite { url, _folder: folder }
    }

    /// Both engines, or the one there is.
    fn both() -> Vec<Self> {
        let postgres = postgres::database().map(|url| Self::Postgres { url });
        std::iter::once(Self::sqlite()).chain(postgres).collect()
    }

    fn url(&self) -> String {
        match self {
            Self::Sqlite { url, .. } | Self::Postgres { url } => url.clone(),
        }
    }

    fn engine(&self) -> &'static str {
        match self {
            Self::Sqlite { .. } => "sqlite",
            Self::Postgres { .. } => "postgres",
        }
    }

    /// What the program does at its start.
    fn migrate(&self) {
        let url = self.url();
        on_a_blocking_thread(move || undersigned::db::migrate_url(&url))
            .unwrap_or_else(|e| panic!("up on {}: {e}", self.engine()));
    }

    fn revert(&self) {
        let url = self.url();
        on_a_blocking_thread(move || undersigned::db::revert_url(&url))
            .unwrap_or_else(|e| panic!("down on {}: {e}", self.engine()));
    }

    /// Runs statements.
    fn execute(&self, sql: &str) -> Result<(), String> {
        match self {
            Self::Sqlite { url, .. } => lite(url).batch_execute(sql).map_err(|e| e.to_string()),
            Self::Postgres { url } => postgres::run(async {
                let said = postgres::connect(url).await.batch_execute(sql).await;
                said.map_err(|e| e.as_db_error().map_or(e.to_string(), |e| e.message().to_owned()))
            }),
        }
    }

    /// The answers of a query with one column of text.
    fn lines(&self, sql: &str) -> BTreeSet<String> {
        match self {
            Self::Sqlite { url, .. } => {
                let lines: Vec<Line> =
                    sql_query(sql).load(&mut lite(url)).unwrap_or_else(|e| panic!("{sql}: {e}"));
                lines.into_iter().map(|line| line.line).collect()
            }
            Self::Postgres { url } => postgres::run(async {
                let rows = postgres::connect(url).await.simple_query(sql).await;
                let rows = rows.unwrap_or_else(|e| panic!("{sql}: {e}"));
                rows.into_iter()
                    .filter_map(|message| match message {
                        tokio_postgres::SimpleQueryMessage::Row(row) => {
                            Some(row.get(0).unwrap_or("").to_owned())
                        }
                        _ => None,
                    })
                    .collect()
            }),
        }
    }

    fn of_engine(&self, sqlite: &str, postgres: &str) -> BTreeSet<String> {
        match self {
            Self::Sqlite { .. } => self.lines(sqlite),
            Self::Postgres { .. } => self.lines(postgres),
        }
    }

    fn tables(&self) -> BTreeSet<String> {
        self.of_engine(
            "SELECT name AS line FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' \
             AND name NOT LIKE '\\_\\_diesel%' ESCAPE '\\'",
            "SELECT table_name FROM information_schema.tables WHERE table_schema = 'public' \
             AND table_name NOT LIKE '\\_\\_diesel%'",
        )
    }

    /// Everything else that a migration can leave behind.
    fn things(&self) -> BTreeSet<String> {
        self.of_engine(
            "SELECT type || ' ' || name AS line FROM sqlite_master WHERE tbl_name NOT LIKE '\\_\\_diesel%' ESCAPE '\\' \
             AND name NOT LIKE 'sqlite_%'",
            "SELECT 'relation ' || relname FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relname NOT LIKE '\\_\\_diesel%' \
             UNION SELECT 'function ' || proname FROM pg_proc WHERE pronamespace = 'public'::regnamespace \
             UNION SELECT 'type ' || typname FROM pg_type WHERE typnamespace = 'public'::regnamespace AND typname !~ '^_?__diesel'",
        )
    }

    /// `table.column: Kind`, as `src/schema.rs` says it; SQLite keeps ids and bytes alike, as `Bytes`.
    fn columns(&self) -> BTreeSet<String> {
        let found = self.of_engine(
            "SELECT t.name || '.' || c.name || ': ' || c.type || CASE c.\"notnull\" WHEN 0 THEN '?' ELSE '' END AS line \
             FROM sqlite_master t, pragma_table_info(t.name) c WHERE t.type = 'table' AND t.name NOT LIKE 'sqlite_%'",
            "SELECT table_name || '.' || column_name || ': ' || data_type || CASE is_nullable WHEN 'YES' THEN '?' ELSE '' END \
             FROM information_schema.columns WHERE table_schema = 'public'",
        );
        let kind = |of_engine: &str| match of_engine {
            "uuid" => "Id",
            "bytea" => "Binary",
            "BLOB" => "Bytes",
            "BIGINT" | "bigint" => "BigInt",
            "INTEGER" | "integer" => "Integer",
            "TEXT" | "text" => "Text",
            "BOOLEAN" | "boolean" => "Bool",
            other => panic!("a kind of column that the twins do not share: {other}"),
        };
        let found = found.into_iter().filter(|line| !line.starts_with("__diesel"));
        found
            .map(|line| {
                let (column, of_engine) = line.split_once(": ").expect("a kind");
                match of_engine.strip_suffix('?') {
                    Some(of_engine) => format!("{column}: Nullable<{}>", kind(of_engine)),
                    None => format!("{column}: {}", kind(of_engine)),
                }
            })
            .collect()
    }

    /// Primary keys, unique keys, indexes and references, each as a sentence.
    fn keys(&self) -> BTreeSet<String> {
        let indexes = self.of_engine(
            "SELECT t.name || CASE i.origin WHEN 'pk' THEN ' primary key' WHEN 'u' THEN ' unique' ELSE ' index ' || i.name || CASE i.\"unique\" WHEN 1 THEN ' unique' ELSE '' END END \
               || ' (' || (SELECT group_concat(name, ', ') FROM (SELECT name FROM pragma_index_info(i.name) ORDER BY seqno)) || ')' \
               || CASE i.partial WHEN 1 THEN ' partial' ELSE '' END AS line \
             FROM sqlite_master t, pragma_index_list(t.name) i WHERE t.type = 'table' AND t.name NOT LIKE '\\_\\_diesel%' ESCAPE '\\'",
            "SELECT t.relname || CASE WHEN i.indisprimary THEN ' primary key' WHEN k.oid IS NOT NULL THEN ' unique' ELSE ' index ' || n.relname || CASE WHEN i.indisunique THEN ' unique' ELSE '' END END \
               || ' (' || (SELECT string_agg(a.attname, ', ' ORDER BY o.place) FROM unnest(i.indkey) WITH ORDINALITY o(number, place) JOIN pg_attribute a ON a.attrelid = t.oid AND a.attnum = o.number) || ')' \
               || CASE WHEN i.indpred IS NULL THEN '' ELSE ' partial' END \
             FROM pg_index i JOIN pg_class t ON t.oid = i.indrelid JOIN pg_class n ON n.oid = i.indexrelid \
             LEFT JOIN pg_constraint k ON k.conindid = i.indexrelid AND k.contype = 'u' \
             WHERE t.relnamespace = 'public'::regnamespace AND t.relname NOT LIKE '\\_\\_diesel%'",
        );
        let references = self.of_engine(
            "SELECT t.name || '.' || f.\"from\" || ' references ' || f.\"table\" || '.' || f.\"to\" || ' on delete ' || lower(f.on_delete) AS line \
             FROM sqlite_master t, pragma_foreign_key_list(t.name) f WHERE t.type = 'table'",
            "SELECT t.relname || '.' || a.attname || ' references ' || o.relname || '.' || b.attname || ' on delete ' || \
               CASE f.confdeltype WHEN 'a' THEN 'no action' WHEN 'c' THEN 'cascade' WHEN 'n' THEN 'set null' WHEN 'r' THEN 'restrict' ELSE 'set default' END \
             FROM pg_constraint f JOIN pg_class t ON t.oid = f.conrelid JOIN pg_class o ON o.oid = f.confrelid \
             CROSS JOIN LATERAL unnest(f.conkey, f.confkey) k(own, theirs) \
             JOIN pg_attribute a ON a.attrelid = t.oid AND a.attnum = k.own JOIN pg_attribute b ON b.attrelid = o.oid AND b.attnum = k.theirs \
             WHERE f.contype = 'f'",
        );
        indexes.union(&references).cloned().collect()
    }

    fn count(&self, table: &str) -> usize {
        let count = self.of_engine(
            &format!("SELECT '' || count(*) AS line FROM {table}"),
            &format!("SELECT count(*)::text FROM {table}"),
        );
        count.first().and_then(|count| count.parse().ok()).expect("a number")
    }

    /// A statement that puts a row into `table`, made from its columns.
    ///
    /// Every id is the same, so that every reference finds its row; `instead` replaces single values.
    fn row(&self, table: &str, instead: &[(&str, &str)]) -> String {
        const ID: &str = "01900000000070008000000000000001";
        let schema = tables_of_the_schema();
        let columns = self.columns();
        let of_table: Vec<(&str, &str)> = columns
            .iter()
            .filter_map(|line| line.split_once(": "))
            .filter_map(|(column, kind)| Some((column.strip_prefix(table)?.strip_prefix('.')?, kind)))
            .collect();
        let value = |column: &str, kind: &str| {
            if let Some((_, value)) = instead.iter().find(|(of, _)| *of == column) {
                return (*value).to_owned();
            }
            // In the schema ids and bytes differ; a column that it does not know yet is guessed.
            let known =
                schema.get(table).and_then(|columns| columns.get(column)).map_or(kind, String::as_str);
            match (table, column) {
                ("organizations", "verified_by") => return "'email'".into(),
                ("memberships", "role") => return "'owner'".into(),
                ("organization_keys", "kind") => return "'name'".into(),
                ("likeness_flags", "reason") => return "'name'".into(),
                ("likeness_flags", "outcome") => return "'different'".into(),
                ("organization_claims", "kind") => return "'act'".into(),
                ("organization_claims", "outcome") => return "'joined'".into(),
                ("reports", "reason") => return "'other'".into(),
                ("reports", "letter_id") => return "NULL".into(),
                ("organization_verifications", "method") => return "'vouched'".into(),
                ("ownership_offers", "afterwards") => return "'signatory'".into(),
                ("evidence_receipts", "key_id") => return "'id'".into(), // as that of evidence_keys
                ("letters", "grouping") => return "'coalition'".into(),
                ("letters", "ordering") => return "'name'".into(),
                ("letters", "numbering") => return "'through'".into(),
                ("letters", "verification") => return "'email'".into(),
                ("revisions", "kind") => return "'first'".into(),
                ("revisions", "silence") => return "'stay'".into(),
                ("reconsents", "answer") => return "'keep'".into(),
                ("letter_groups", "kind") => return "'signatories'".into(),
                _ => {}
            }
            let kind = known.trim_start_matches("Nullable<").trim_end_matches('>');
            match (kind, self) {
                ("Id" | "Bytes", Self::Sqlite { .. }) => format!("X'{ID}'"),
                ("Id", Self::Postgres { .. }) => format!("'{ID}'"),
                ("Binary", Self::Sqlite { .. }) => "X'c0ffee'".into(),
                ("Binary", Self::Postgres { .. }) => "'\\xc0ffee'".into(),
                ("BigInt" | "Integer", _) => "1".into(),
                ("Bool", _) => "true".into(),
                _ => format!("'{column}'"),
            }
        };
        let names: Vec<&str> = of_table.iter().map(|(column, _)| *column).collect();
        let values: Vec<String> = of_table.iter().map(|(column, kind)| value(column, kind)).collect();
        format!("INSERT INTO {table} ({}) VALUES ({})", names.join(", "), values.join(", "))
    }

    /// Puts a row into each of the empty tables.
    fn fill(&self) {
        let mut waiting: Vec<String> =
            self.tables().into_iter().filter(|table| self.count(table) == 0).collect();
        while !waiting.is_empty() {
            let before = waiting.len();
            let mut refusals = Vec::new();
            // A row that refers to one that is not there yet is refused, and its turn comes again.
            waiting.retain(|table| match self.execute(&self.row(table, &[])) {
                Ok(()) => false,
                Err(refusal) => {
                    refusals.push(format!("{table}: {refusal}"));
                    true
                }
            });
            assert!(waiting.len() < before, "no row on {}: {refusals:?}", self.engine());
        }
    }
}

#[derive(QueryableByName)]
struct Line {
    #[diesel(sql_type = Text)]
    line: String,
}

fn lite(url: &str) -> SqliteConnection {
    let mut connection =
        SqliteConnection::establish(url.trim_start_matches("sqlite://")).expect("SQLite opens");
    connection.batch_execute("PRAGMA foreign_keys = ON; PRAGMA busy_timeout = 5000").expect("pragmas");
    connection
}

fn on_a_blocking_thread<T: Send + 'static>(work: impl FnOnce() -> T + Send + 'static) -> T {
    postgres::run(async { tokio::task::spawn_blocking(work).await.expect("it does not panic") })
}

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).to_path_buf()
}

/// The tables of `src/schema.rs`: column → kind.
fn tables_of_the_schema() -> BTreeMap<String, BTreeMap<String, String>> {
    let text = fs::read_to_string(root().join("src/schema.rs")).expect("the schema");
    let mut tables = BTreeMap::new();
    for block in text.split("table! {").skip(1) {
        let mut columns = BTreeMap::new();
        let mut name = None;
        for line in block.lines().map(str::trim) {
            if let Some((column, kind)) = line.split_once(" -> ").filter(|_| name.is_some()) {
                // What is sealed lies there as text and as bytes.
                let kind =
                    kind.trim_end_matches(',').replace("SealedBytes", "Binary").replace("Sealed", "Text");
                columns.insert(column.to_owned(), kind);
            } else if name.is_none() && line.ends_with(") {") {
                name = line.split_once(" (").map(|(name, _)| name.to_owned());
            } else if line == "}" && name.is_some() {
                break;
            }
        }
        tables.insert(name.expect("a table has a name"), columns);
    }
    tables
}

fn columns_of_the_schema() -> BTreeSet<String> {
    let tables = tables_of_the_schema();
    let columns = tables.iter().flat_map(|(table, columns)| {
        columns.iter().map(move |(column, kind)| format!("{table}.{column}: {kind}"))
    });
    columns.collect()
}

fn primary_keys_of_the_schema() -> BTreeSet<String> {
    let text = fs::read_to_string(root().join("src/schema.rs")).expect("the schema");
    let heads = text.lines().map(str::trim).filter(|line| line.ends_with(") {"));
    heads.map(|head| head.trim_end_matches(" {").replacen(" (", " primary key (", 1)).collect()
}

/// The folders of one engine's migrations, in order.
fn migrations(engine: &str) -> Vec<PathBuf> {
    let folders = fs::read_dir(root().join("migrations").join(engine)).expect("migrations");
    let mut folders: Vec<PathBuf> = folders.map(|entry| entry.expect("an entry").path()).collect();
    folders.sort();
    folders
}

fn same(what: &str, one: &BTreeSet<String>, other: &BTreeSet<String>) {
    let only_one: Vec<_> = one.difference(other).collect();
    let only_other: Vec<_> = other.difference(one).collect();
    assert!(
        only_one.is_empty() && only_other.is_empty(),
        "{what}\n  only the first: {only_one:#?}\n  only the second: {only_other:#?}"
    );
    assert!(!one.is_empty(), "{what}: nothing was found to compare");
}

/// SQLite has one kind for ids and bytes.
fn as_sqlite_keeps_them(columns: &BTreeSet<String>) -> BTreeSet<String> {
    let bytes = |line: &String| {
        let (column, kind) = line.split_once(": ").expect("a kind");
        let kind = kind.replace("Id", "Bytes").replace("Binary", "Bytes");
        format!("{column}: {kind}")
    };
    columns.iter().map(bytes).collect()
}

#[test]
fn migrations_go_up_and_down_and_up_again_on_a_database_in_use() {
    for database in Database::both() {
        database.migrate();
        let (columns, keys) = (database.columns(), database.keys());
        database.fill();
        database.migrate(); // with nothing to do
        for table in database.tables() {
            assert_eq!(database.count(&table), 1, "{table} on {}", database.engine());
        }

        database.revert();
        assert_eq!(database.things(), BTreeSet::new(), "left behind on {}", database.engine());

        database.migrate();
        same("the tables after going down and up again", &columns, &database.columns());
        same("the keys after going down and up again", &keys, &database.keys());
        database.fill();
    }
}

#[test]
fn each_migration_goes_up_over_the_rows_of_those_before_it_and_down_again() {
    for database in Database::both() {
        let mut before = Vec::new();
        for folder in migrations(database.engine()) {
            before.push((database.tables(), folder.clone()));
            let up = fs::read_to_string(folder.join("up.sql")).expect("up.sql");
            database.execute(&up).unwrap_or_else(|e| panic!("{}: {e}", folder.display()));
            database.fill();
        }
        for (tables, folder) in before.into_iter().rev() {
            let down = fs::read_to_string(folder.join("down.sql")).expect("down.sql");
            database.execute(&down).unwrap_or_else(|e| panic!("{}: {e}", folder.display()));
            assert_eq!(database.tables(), tables, "after {} went down", folder.display());
        }
        assert_eq!(database.things(), BTreeSet::new(), "left behind on {}", database.engine());
    }
}

#[test]
fn the_twins_have_the_same_names() {
    let names = |engine| {
        migrations(engine).iter().map(|path| path.file_name().expect("a name").to_owned()).collect::<Vec<_>>()
    };
    assert_eq!(names("sqlite"), names("postgres"));
}

#[test]
fn the_twins_and_the_schema_describe_the_same_tables() {
    let schema = columns_of_the_schema();
    for database in Database::both() {
        database.migrate();
        let columns = database.columns();
        match database {
            Database::Sqlite { .. } => {
                same("SQLite and src/schema.rs", &columns, &as_sqlite_keeps_them(&schema))
            }
            Database::Postgres { .. } => same("PostgreSQL and src/schema.rs", &columns, &schema),
        }
        let keys = database.keys().into_iter().filter(|key| key.contains(" primary key ")).collect();
        same("primary keys", &keys, &primary_keys_of_the_schema());
    }
}

#[test]
fn the_twins_have_the_same_keys_indexes_and_references() {
    let [sqlite, postgres] = Database::both().try_into().unwrap_or_else(|mut found: Vec<Database>| {
        let only = found.pop().expect("SQLite is always there");
        [only, Database::sqlite()] // without PostgreSQL (said aloud) there is nothing to compare with
    });
    sqlite.migrate();
    postgres.migrate();
    same("the keys of SQLite and PostgreSQL", &sqlite.keys(), &postgres.keys());
}

#[test]
fn both_engines_refuse_what_no_row_may_say() {
    let refused: [(&str, &[(&str, &str)]); 10] = [
        ("organizations", &[("verified_by", "'hearsay'")]),
        ("organizations", &[("verified_by", "NULL")]),
        ("organizations", &[("verified_at", "NULL")]),
        ("memberships", &[("role", "'emperor'")]),
        ("letters", &[("grouping", "'mood'")]),
        ("letters", &[("ordering", "'chance'")]),
        ("letters", &[("numbering", "'roman'")]),
        ("letters", &[("deadline", "NULL")]),
        ("letters", &[("verification", "'hearsay'")]),
        ("revisions", &[("kind", "'second'")]),
    ];
    for database in Database::both() {
        database.migrate();
        // Whatever these rows refer to is there, so that nothing else can be the reason.
        for table in ["people", "organizations", "letters"] {
            database.execute(&database.row(table, &[])).expect("a row");
        }
        for (table, instead) in refused {
            let other: &[(&str, &str)] = match &database {
                Database::Sqlite { .. } => {
                    &[("id", "X'01900000000070008000000000000002'"), ("slug", "'other'")]
                }
                Database::Postgres { .. } => {
                    &[("id", "'01900000000070008000000000000002'"), ("slug", "'other'")]
                }
            };
            let said = database.execute(&database.row(table, &[other, instead].concat()));
            let said = said.expect_err(&format!("{table} took {instead:?} on {}", database.engine()));
            assert!(
                said.to_lowercase().contains("check"),
                "{table} {instead:?} on {}: {said}",
                database.engine()
            );
        }
    }
}

#[test]
fn the_log_of_operators_can_be_neither_changed_nor_deleted() {
    for database in Database::both() {
        database.migrate();
        database.execute(&database.row("operator_log", &[])).expect("a line");
        for change in ["UPDATE operator_log SET why = 'other words'", "DELETE FROM operator_log"] {
            let said = database.execute(change).expect_err(&format!("{change} on {}", database.engine()));
            assert!(said.contains("is never changed"), "{change} on {}: {said}", database.engine());
        }
        assert_eq!(database.count("operator_log"), 1);
    }
}

#[test]
fn a_revision_can_be_neither_changed_nor_deleted() {
    for database in Database::both() {
        database.migrate();
        database.fill();
        for change in [
            "UPDATE revisions SET body = 'other words'",
            "UPDATE revisions SET number = number",
            "DELETE FROM revisions",
            "DELETE FROM evidence_receipts; DELETE FROM reconsents; DELETE FROM signatures; DELETE FROM revisions; DELETE FROM letters",
        ] {
            let said = database.execute(change).expect_err(&format!("{change} on {}", database.engine()));
            assert!(said.contains("a revision is never"), "{change} on {}: {said}", database.engine());
        }
        assert_eq!(database.count("revisions"), 1);
        let body = database.of_engine("SELECT body AS line FROM revisions", "SELECT body FROM revisions");
        assert_eq!(body, BTreeSet::from(["body".to_owned()]));
    }
}
