//! What went wrong, in words; alike ones are counted together.

use std::fmt;

/// Something that is not as it has to be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Wrong(String);

impl Wrong {
    /// In these words.
    pub fn new(words: impl Into<String>) -> Self {
        Self(words.into())
    }
}

impl fmt::Display for Wrong {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for Wrong {}

macro_rules! from_errors {
    ($($error:ty),* $(,)?) => {$(
        impl From<$error> for Wrong {
            fn from(error: $error) -> Self {
                Self(error.to_string())
            }
        }
    )*};
}

from_errors!(
    std::io::Error,
    undersigned::error::Fault,
    serde_json::Error,
    tokio::task::JoinError,
    hdrhistogram::CreationError,
    rustix::io::Errno,
);
