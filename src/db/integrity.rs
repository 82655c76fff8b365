//! What SQLite finds wrong with its own file.

use diesel::sql_types::Text;
use diesel::{QueryableByName, RunQueryDsl, sql_query};

use super::connection::Conn;
use crate::error::Fault;

#[derive(QueryableByName)]
struct Line {
    #[diesel(sql_type = Text)]
    line: String,
}

impl Conn {
    /// See [`super::Tx::integrity_complaints`].
    pub(super) fn integrity_complaints(&mut self) -> Result<Vec<String>, Fault> {
        let Conn::Lite(c) = self else { return Ok(Vec::new()) };
        let damage: Vec<Line> = sql_query(
            "SELECT integrity_check AS line FROM pragma_integrity_check WHERE integrity_check <> 'ok'",
        )
        .load(c)?;
        let astray: Vec<Line> = sql_query(
            "SELECT 'a row of ' || \"table\" || ' refers to a row of ' || parent || ' that is not there' AS line \
             FROM pragma_foreign_key_check",
        )
        .load(c)?;
        Ok(damage.into_iter().chain(astray).map(|found| found.line).collect())
    }
}
