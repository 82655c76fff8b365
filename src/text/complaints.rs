//! What is wrong with a filled form: one sentence at each field.

use super::words::say;

/// The complaints about one form, in the order of its fields.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Complaints(Vec<(&'static str, String)>);

impl Complaints {
    /// One complaint about one field.
    pub fn about(field: &'static str, sentence: impl Into<String>) -> Self {
        let mut complaints = Self::default();
        complaints.add(field, sentence);
        complaints
    }

    /// Adds a sentence at a field.
    pub fn add(&mut self, field: &'static str, sentence: impl Into<String>) {
        self.0.push((field, sentence.into()));
    }

    /// The first sentence at a field.
    pub fn at(&self, field: &str) -> Option<&str> {
        self.0.iter().find(|(name, _)| *name == field).map(|(_, sentence)| sentence.as_str())
    }

    /// All of them.
    pub fn iter(&self) -> impl Iterator<Item = (&'static str, &str)> {
        self.0.iter().map(|(name, sentence)| (*name, sentence.as_str()))
    }

    /// Whether the form is in order.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// `value`, if nobody complained.
    ///
    /// # Errors
    /// The complaints.
    pub fn or<T>(self, value: T) -> Result<T, Self> {
        if self.0.is_empty() { Ok(value) } else { Err(self) }
    }

    /// A required line of at most `longest` characters.
    pub fn required(&mut self, field: &'static str, value: &str, longest: usize, missing: &str) {
        if value.is_empty() {
            self.add(field, missing);
        }
        self.at_most(field, value, longest);
    }

    /// A text of at most `longest` characters.
    pub fn at_most(&mut self, field: &'static str, value: &str, longest: usize) {
        let length = value.chars().count();
        if length > longest {
            self.add(field, say!("text-too-long", length = length, longest = longest));
        }
    }
}
