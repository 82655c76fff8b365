//! The database as somebody finds it who has the machine's disk, and not the key.

use diesel::sql_types::Text;
use diesel::{Connection, QueryableByName, RunQueryDsl, SqliteConnection, sql_query};

use super::site::{Engine, Site};

impl Site {
    /// All that the database keeps: the files of SQLite, or every row of every table of PostgreSQL as text.
    pub fn at_rest(&self) -> Vec<u8> {
        let url = self.database_url();
        match self.engine() {
            Engine::Sqlite => {
                let file = url.trim_start_matches("sqlite://");
                let all =
                    ["", "-wal", "-shm"].map(|end| std::fs::read(format!("{file}{end}")).unwrap_or_default());
                all.concat()
            }
            Engine::Postgres => self.runtime().block_on(async {
                let (client, connection) =
                    tokio_postgres::connect(url, tokio_postgres::NoTls).await.expect("a connection");
                let connection = tokio::spawn(connection);
                let tables =
                    "SELECT table_name::text FROM information_schema.tables WHERE table_schema = 'public'";
                let mut all = Vec::new();
                for table in client.query(tables, &[]).await.expect("the tables") {
                    let rows = format!("SELECT t::text FROM {} t", table.get::<_, String>(0));
                    for row in client.query(&rows, &[]).await.expect("rows") {
                        all.extend_from_slice(row.get::<_, String>(0).as_bytes());
                    }
                }
                drop(client);
                let _ = connection.await;
                all
            }),
        }
    }

    /// Runs a statement on the database, past the program.
    pub fn execute(&self, sql: &str) {
        let url = self.database_url();
        match self.engine() {
            Engine::Sqlite => {
                use diesel::connection::SimpleConnection;
                use diesel::{Connection, SqliteConnection};
                let mut connection =
                    SqliteConnection::establish(url.trim_start_matches("sqlite://")).expect("SQLite opens");
                let wait = "PRAGMA busy_timeout = 5000; ";
                connection.batch_execute(&format!("{wait}{sql}")).expect("a statement");
            }
            Engine::Postgres => self.runtime().block_on(async {
                let (client, connection) =
                    tokio_postgres::connect(url, tokio_postgres::NoTls).await.expect("a connection");
                let connection = tokio::spawn(connection);
                client.batch_execute(sql).await.expect("a statement");
                drop(client);
                let _ = connection.await;
            }),
        }
    }

    /// Whether the database keeps these words so that they can be read without its key, in whatever case,
    /// as UTF-8, UTF-16 or in hexadecimal.
    pub fn keeps_in_the_clear(&self, words: &str) -> bool {
        let kept = self.at_rest().to_ascii_lowercase();
        let words = words.to_lowercase();
        let wide = |order: fn(u16) -> [u8; 2]| words.encode_utf16().flat_map(order).collect::<Vec<u8>>();
        let hex = words.bytes().map(|byte| format!("{byte:02x}")).collect::<String>();
        let forms =
            [words.clone().into_bytes(), wide(u16::to_le_bytes), wide(u16::to_be_bytes), hex.into_bytes()];
        forms.iter().any(|form| kept.windows(form.len()).any(|part| part == form))
    }

    /// What a query finds, a line each: its one column is called `line` and is text.
    pub fn rows(&self, sql: &str) -> Vec<String> {
        let url = self.database_url();
        match self.engine() {
            Engine::Sqlite => {
                let mut c =
                    SqliteConnection::establish(url.trim_start_matches("sqlite://")).expect("a connection");
                let rows: Vec<Line> = sql_query(sql).load(&mut c).unwrap_or_else(|e| panic!("{sql}: {e}"));
                rows.into_iter().map(|row| row.line).collect()
            }
            Engine::Postgres => self.runtime().block_on(async {
                let (client, connection) =
                    tokio_postgres::connect(url, tokio_postgres::NoTls).await.expect("a connection");
                let connection = tokio::spawn(connection);
                let rows = client.query(sql, &[]).await.unwrap_or_else(|e| panic!("{sql}: {e}"));
                let lines = rows.iter().map(|row| row.get::<_, String>(0)).collect();
                drop(client);
                let _ = connection.await;
                lines
            }),
        }
    }
}

#[derive(QueryableByName)]
struct Line {
    #[diesel(sql_type = Text)]
    line: String,
}
