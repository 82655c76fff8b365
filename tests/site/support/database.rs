//! A database for one site, gone with it.

use tempfile::TempDir;

use super::postgres;
use super::site::Engine;

/// An empty database of its own.
pub struct Database {
    pub engine: Engine,
    pub url: String,
    name: String,
    _directory: Option<TempDir>,
}

impl Database {
    pub fn create(engine: Engine) -> Self {
        match engine {
            Engine::Sqlite => {
                let directory = tempfile::tempdir().expect("a directory for the database");
                let url = format!("sqlite://{}", directory.path().join("undersigned.db").display());
                Self { engine, url, name: String::new(), _directory: Some(directory) }
            }
            Engine::Postgres => {
                let server = postgres::server().expect("the story is not told without PostgreSQL");
                let (name, url) = postgres::database_on(server);
                Self { engine, url, name, _directory: None }
            }
        }
    }
}

impl Drop for Database {
    fn drop(&mut self) {
        if let (Engine::Postgres, Some(server)) = (self.engine, postgres::server()) {
            let sql = format!("DROP DATABASE IF EXISTS {} WITH (FORCE)", self.name);
            if let Err(error) = postgres::run_sql(&server.admin_url, &sql) {
                eprintln!("the database {} stays behind: {error}", self.name);
            }
        }
    }
}
