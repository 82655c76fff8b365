//! What the stories are told with.

pub mod at_rest;
pub mod crawl;
pub mod database;
pub mod letters;
pub mod live;
pub mod mail;
pub mod page;
pub mod people;
#[path = "../../postgres/mod.rs"]
pub mod postgres;
pub mod program;
pub mod second_factor;
pub mod secrecy;
pub mod site;
pub mod smtp;
pub mod visitor;
pub mod xml;

use std::path::{Path, PathBuf};
use std::sync::OnceLock;

use tempfile::TempDir;

pub use letters::Letter;
pub use live::Live;
pub use page::Page;
pub use site::{Engine, Site, eventually};
pub use visitor::Visitor;

/// The key that words in all databases of this test program are sealed with.
pub fn key_file() -> &'static Path {
    static FOLDER: OnceLock<TempDir> = OnceLock::new();
    static FILE: OnceLock<PathBuf> = OnceLock::new();
    FILE.get_or_init(|| FOLDER.get_or_init(|| tempfile::tempdir().expect("a folder")).path().join("key"))
}

/// Turns each story into two tests, `sqlite::…` and `postgres::…`. A story that ends well is
/// followed by [`Site::finish`].
macro_rules! stories {
    ($($(#[$meta:meta])* fn $name:ident($site:ident: &Site) $body:block)*) => {
        $($(#[$meta])* fn $name($site: &$crate::support::Site) $body)*

        mod sqlite {
            $(#[test] fn $name() { $crate::support::site::tell($crate::support::Engine::Sqlite, super::$name); })*
        }

        mod postgres {
            $(#[test] fn $name() { $crate::support::site::tell($crate::support::Engine::Postgres, super::$name); })*
        }
    };
}
