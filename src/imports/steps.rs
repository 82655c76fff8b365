//! Corrections, one by one, so that each can be undone.

use serde::{Deserialize, Serialize};

use super::understanding::{ReadLine, Typed, Understood};

/// Who goes back further reads the letter again.
const MOST_STEPS: usize = 50;

/// What a correction changed, as it was before.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Step {
    /// The lines, by their numbers.
    lines: Vec<(usize, ReadLine)>,
    /// What was typed over the text.
    typed: Typed,
    /// The language.
    language: String,
}

impl Understood {
    /// Notes what a correction changed, if it changed anything.
    pub(super) fn remember(&mut self, before: &Self) {
        let pairs = (1..).zip(before.lines.iter().zip(&self.lines));
        let lines: Vec<(usize, ReadLine)> = pairs
            .filter(|(_, (before, after))| before != after)
            .map(|(number, (before, _))| (number, before.clone()))
            .collect();
        if lines.is_empty() && before.typed == self.typed && before.language == self.language {
            return;
        }
        self.steps.push(Step { lines, typed: before.typed.clone(), language: before.language.clone() });
        let too_many = self.steps.len().saturating_sub(MOST_STEPS);
        self.steps.drain(..too_many);
    }

    /// Takes back the last correction. Returns its line; 0 for the letter's own parts.
    pub(super) fn undo(&mut self) -> Option<usize> {
        let step = self.steps.pop()?;
        let first = step.lines.iter().map(|(number, _)| *number).max().unwrap_or(0);
        for (number, before) in step.lines {
            if let Some(line) = self.line_mut(number) {
                *line = before;
            }
        }
        (self.typed, self.language) = (step.typed, step.language);
        Some(first)
    }

    /// The line of the last correction, if there is one; 0 for the letter's own parts.
    pub(super) fn last_corrected(&self) -> Option<usize> {
        self.steps.last().map(|step| step.lines.iter().map(|(number, _)| *number).max().unwrap_or(0))
    }
}
