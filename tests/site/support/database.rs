//! A database for one site, gone with it.

use std::sync::atomic::{AtomicU32, Ordering};

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
                static NEXT: AtomicU32 = AtomicU32::new(0);
                let server = postgres::server().expect("the story is not told without PostgreSQL");
                let number = NEXT.fetch_add(1, Ordering::Relaxed);
                let name = format!("undersigned_test_{}_{number}", std::process::id());
                postgres::run_sql(&server.admin_url, &format!("CREATE DATABASE {name}"))
                    .expect("a database of its own");
                let mut url: url::Url = server.admin_url.parse().expect("the admin URL is one");
                url.set_path(&name);
                Self { engine, url: url.into(), name, _directory: None }
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
