//! The twin migrations, embedded in the binary and run at start.

use diesel::connection::SimpleConnection;
use diesel_migrations::{EmbeddedMigrations, MigrationHarness, embed_migrations};

use super::connection::{Conn, Engine, Slot};
use crate::error::Fault;

const SQLITE: EmbeddedMigrations = embed_migrations!("migrations/sqlite");
const POSTGRES: EmbeddedMigrations = embed_migrations!("migrations/postgres");

/// "undersigned" on a telephone keypad: any number nobody else takes would do.
const MIGRATION_LOCK: &str = "8633774";

/// Runs what has not been run. Two nodes that start together take turns.
///
/// # Errors
/// When a migration fails; PostgreSQL and SQLite both undo the failed one.
pub(super) fn migrate(slot: &mut Slot) -> Result<(), Fault> {
    match slot.conn() {
        Conn::Lite(c) => c.run_pending_migrations(SQLITE).map(drop).map_err(Fault::boxed),
        Conn::Pg(c) => {
            c.batch_execute(&format!("SELECT pg_advisory_lock({MIGRATION_LOCK})"))?;
            let done = c.run_pending_migrations(POSTGRES).map(drop).map_err(Fault::boxed);
            c.batch_execute(&format!("SELECT pg_advisory_unlock({MIGRATION_LOCK})"))?;
            done
        }
    }
}

/// Runs what has not been run on the database of `url`, and closes it. Blocks: not for
/// an async task.
///
/// # Errors
/// See [`super::Db::open`].
pub fn migrate_url(url: &str) -> Result<(), Fault> {
    migrate(&mut Engine::from_url(url)?.open()?)
}

/// Takes every migration of the database of `url` back, newest first; for the tests of the
/// migrations. Blocks: not for an async task.
///
/// # Errors
/// When a migration cannot be taken back.
pub fn revert_url(url: &str) -> Result<(), Fault> {
    match Engine::from_url(url)?.open()?.conn() {
        Conn::Lite(c) => c.revert_all_migrations(SQLITE).map(drop).map_err(Fault::boxed),
        Conn::Pg(c) => c.revert_all_migrations(POSTGRES).map(drop).map_err(Fault::boxed),
    }
}
