//! Form fields: plain, large, labelled, with errors in words beside them.

use maud::{Markup, html};

use crate::text::complaints::Complaints;
use crate::text::words::say;

/// A field of one line.
pub struct Field<'a> {
    /// The name it is posted under; also its id.
    pub name: &'static str,
    /// What a person reads above it.
    pub label: &'a str,
    /// A sentence of help.
    pub hint: Option<&'a str>,
    /// HTML's input type.
    pub kind: &'static str,
    /// What is in it.
    pub value: &'a str,
    /// HTML's autocomplete token; `off` where no browser can help.
    pub autocomplete: &'static str,
    /// Whether it may stay empty.
    pub required: bool,
    /// What tells its id, and what is complained of, from those of the same field in other forms of
    /// the page.
    pub apart: Option<String>,
}

impl<'a> Field<'a> {
    /// A required line of text.
    pub fn line(name: &'static str, label: &'a str, value: &'a str) -> Self {
        Self {
            name,
            label,
            hint: None,
            kind: "text",
            value,
            autocomplete: "off",
            required: true,
            apart: None,
        }
    }

    /// Helps the browser to fill it in.
    pub fn fills(mut self, autocomplete: &'static str) -> Self {
        self.autocomplete = autocomplete;
        self
    }

    /// Another input type.
    pub fn kind(mut self, kind: &'static str) -> Self {
        self.kind = kind;
        self
    }

    /// A sentence of help.
    pub fn hint(mut self, hint: &'a str) -> Self {
        self.hint = Some(hint);
        self
    }

    /// May stay empty.
    pub fn optional(mut self) -> Self {
        self.required = false;
        self
    }

    /// One of several forms of the page with this field; none for the one that complaints are about.
    pub fn apart(mut self, key: Option<String>) -> Self {
        self.apart = key;
        self
    }

    fn id(&self) -> String {
        match &self.apart {
            Some(key) => format!("{}-{key}", self.name),
            None => self.name.to_owned(),
        }
    }

    /// The field, with what is wrong with it.
    pub fn show(&self, complaints: &Complaints) -> Markup {
        let id = self.id();
        let wrong = complaints.at(&id);
        let words = self.kind != "file"; // a file has no words to keep or to fill in
        let direction = if matches!(self.kind, "text") { "auto" } else { "ltr" };
        html! {
            div.field {
                (label(&id, self.label, self.required, self.hint, wrong))
                input id=(id) name=(self.name) type=(self.kind) dir=(direction) value=[words.then_some(self.value)]
                    autocomplete=[words.then_some(self.autocomplete)] required[self.required]
                    aria-invalid=[wrong.map(|_| "true")] aria-describedby=[described_by(&id, self.hint, wrong)];
            }
        }
    }
}

fn label(name: &str, text: &str, required: bool, hint: Option<&str>, wrong: Option<&str>) -> Markup {
    html! {
        label for=(name) { (text) @if !required { " " span.meta { (say!("web-optional")) } } }
        @if let Some(hint) = hint { span.hint id={ (name) "-hint" } { (hint) } }
        @if let Some(wrong) = wrong { span.error id={ (name) "-error" } { (wrong) } }
    }
}

fn described_by(name: &str, hint: Option<&str>, wrong: Option<&str>) -> Option<String> {
    let ids = [hint.map(|_| format!("{name}-hint")), wrong.map(|_| format!("{name}-error"))];
    let ids: Vec<String> = ids.into_iter().flatten().collect();
    (!ids.is_empty()).then(|| ids.join(" "))
}

/// A field of several lines.
pub fn textarea(field: &Field<'_>, rows: u8, complaints: &Complaints) -> Markup {
    let id = field.id();
    let wrong = complaints.at(&id);
    html! {
        div.field {
            (label(&id, field.label, field.required, field.hint, wrong))
            textarea.body[rows > 8] id=(id) name=(field.name) dir="auto" rows=(rows) required[field.required]
                aria-invalid=[wrong.map(|_| "true")] aria-describedby=[described_by(&id, field.hint, wrong)] {
                // HTML drops one line end at the beginning of a textarea.
                "\n" (field.value)
            }
        }
    }
}

/// A choice out of many: value and words.
pub fn select(field: &Field<'_>, options: &[(&str, &str)], complaints: &Complaints) -> Markup {
    let id = field.id();
    let wrong = complaints.at(&id);
    html! {
        div.field {
            (label(&id, field.label, field.required, field.hint, wrong))
            select id=(id) name=(field.name)
                aria-invalid=[wrong.map(|_| "true")] aria-describedby=[described_by(&id, field.hint, wrong)] {
                @for (value, words) in options {
                    option value=(value) selected[*value == field.value] { (words) }
                }
            }
        }
    }
}

/// A choice out of few: value, words, and whether it is chosen.
pub fn choices(
    name: &'static str,
    legend: &str,
    options: &[(&str, Markup)],
    chosen: &str,
    complaints: &Complaints,
) -> Markup {
    html! {
        fieldset id=(name) {
            legend { (legend) }
            @if let Some(wrong) = complaints.at(name) { span.error { (wrong) } }
            @for (value, words) in options {
                label.choice {
                    input type="radio" name=(name) value=(value) checked[*value == chosen];
                    " " span { (words) }
                }
            }
        }
    }
}

/// The summary at the head of a form that needs another look; nothing where nothing is wrong.
pub fn summary(complaints: &Complaints) -> Markup {
    let how_many = complaints.iter().count();
    html! {
        @if how_many > 0 {
            div.problem role="alert" aria-labelledby="problem-title" {
                h2 id="problem-title" {
                    (say!("web-problems", count = how_many))
                }
                ul {
                    @for (field, sentence) in complaints.iter() {
                        li { a href={ "#" (field) } { (sentence) } }
                    }
                }
            }
        }
    }
}
