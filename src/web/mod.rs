//! HTML and HTTP furniture that knows no concept.

pub mod acting;
pub mod address;
pub mod assets;
pub mod changes;
pub mod components;
pub mod connection;
pub mod download;
pub mod form;
pub mod frame;
pub mod given_back;
pub mod guard;
pub mod languages;
pub mod limits;
pub mod notices;
pub mod phrase;
pub mod posted;
pub mod prerendered;
pub mod problem;
pub mod redirect;
pub mod sent;
pub mod sparing;
pub mod uploaded;
