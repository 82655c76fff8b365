pub mod config;
pub mod db;
pub mod error;
pub mod ids;
pub mod schema;
pub mod text;
pub mod web;
