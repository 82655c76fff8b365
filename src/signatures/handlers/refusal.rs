//! Why a form of the list was not saved.

use crate::error::{Error, Fault};

/// A complaint at a field of the form, whose words are kept, or an answer of its own.
pub(super) enum Refusal {
    Complaint(&'static str, String),
    Error(Error),
}

impl From<Fault> for Refusal {
    fn from(fault: Fault) -> Self {
        Self::Error(fault.into())
    }
}

impl From<Error> for Refusal {
    fn from(error: Error) -> Self {
        Self::Error(error)
    }
}
