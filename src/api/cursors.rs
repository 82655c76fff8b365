//! Lists in pages: where the next one begins, in words that only this program reads.

use data_encoding::BASE64URL_NOPAD;
use serde::Deserialize;
use utoipa::IntoParams;

use crate::web::problem::Problem;

/// How many lines a page has, if nobody asks for more or less.
const USUAL: usize = 30;
/// How many it has at most.
const MOST: usize = 100;

/// Which page of a list.
#[derive(Debug, Default, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
#[serde(default)]
pub struct PageQuery {
    /// Where the page begins: `next` of the page before it. What is in it is nobody's but ours.
    #[param(max_length = 200)]
    cursor: Option<String>,
    /// How many to a page: 30, if it is left out.
    #[param(value_type = Option<u32>, minimum = 1, maximum = 100)]
    limit: Option<String>,
}

/// A page that was asked for.
#[derive(Debug, Clone)]
pub struct Wanted {
    list: char,
    after: Vec<String>,
    /// How many lines it has at most.
    pub limit: usize,
}

impl PageQuery {
    /// The page that is asked for of the list that has this letter.
    ///
    /// # Errors
    /// 400 for a limit that is none, and for a cursor that is none of this list's.
    pub fn of(self, list: char) -> Result<Wanted, Problem> {
        let limit = match self.limit {
            None => USUAL,
            Some(typed) => typed
                .parse()
                .ok()
                .filter(|limit| (1..=MOST).contains(limit) && !typed.starts_with('+'))
                .ok_or_else(|| Problem::bad_field("limit", "This is a number from 1 to 100."))?,
        };
        let after = match self.cursor {
            None => Vec::new(),
            Some(cursor) => read(list, &cursor).ok_or_else(not_ours)?,
        };
        Ok(Wanted { list, after, limit })
    }
}

fn not_ours() -> Problem {
    Problem::bad_field("cursor", "This is no cursor of this list. Begin without one.")
}

fn read(list: char, cursor: &str) -> Option<Vec<String>> {
    let text = String::from_utf8(BASE64URL_NOPAD.decode(cursor.as_bytes()).ok()?).ok()?;
    let parts = text.strip_prefix(list)?;
    Some(parts.split(' ').map(str::to_owned).collect())
}

impl Wanted {
    /// The part of the cursor at this place, if there is a cursor.
    ///
    /// # Errors
    /// 400 if there is one, and it has no such part.
    pub fn part<T: std::str::FromStr>(&self, at: usize) -> Result<Option<T>, Problem> {
        if self.after.is_empty() {
            return Ok(None);
        }
        self.after.get(at).and_then(|part| part.parse().ok()).map(Some).ok_or_else(not_ours)
    }

    /// How many lines are to be looked for: one more than are shown tells that there is another page.
    pub fn looked_for(&self) -> i64 {
        i64::try_from(self.limit).unwrap_or(i64::MAX).saturating_add(1)
    }

    /// The lines of this page, and where the next begins, which the last line says.
    pub fn cut<T>(&self, mut found: Vec<T>, place: impl Fn(&T) -> String) -> (Vec<T>, Option<String>) {
        let more = found.len() > self.limit;
        found.truncate(self.limit);
        let next = found.last().filter(|_| more).map(|last| self.cursor(&place(last)));
        (found, next)
    }

    /// The cursor for what comes after this place.
    pub fn cursor(&self, place: &str) -> String {
        BASE64URL_NOPAD.encode(format!("{}{place}", self.list).as_bytes())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn asked(cursor: Option<&str>, limit: Option<&str>) -> Result<Wanted, Problem> {
        PageQuery { cursor: cursor.map(str::to_owned), limit: limit.map(str::to_owned) }.of('l')
    }

    #[test]
    fn a_cursor_leads_on_and_is_no_other_lists() {
        let wanted = asked(None, Some("2")).unwrap();
        let (page, next) = wanted.cut(vec![1, 2, 3], |line| format!("{line} x"));
        assert_eq!(page, [1, 2]);
        let next = next.unwrap();
        let on = asked(Some(&next), None).unwrap();
        assert_eq!((on.part::<i64>(0).unwrap(), on.part::<String>(1).unwrap()), (Some(2), Some("x".into())));
        assert!(on.part::<i64>(1).is_err() && on.part::<i64>(7).is_err());
        assert!(PageQuery { cursor: Some(next), limit: None }.of('o').is_err());
        assert_eq!(wanted.cut(vec![1, 2], i32::to_string).1, None);
    }

    #[test]
    fn a_limit_is_a_number_that_fits() {
        assert_eq!(asked(None, None).unwrap().limit, 30);
        for wrong in ["0", "101", "-1", "", "+5", "1.0", "ten", "99999999999999999999999"] {
            assert!(asked(None, Some(wrong)).is_err(), "{wrong}");
        }
    }

    proptest! {
        #[test]
        fn no_cursor_makes_us_fall_over(text in any::<String>()) {
            let encoded = BASE64URL_NOPAD.encode(format!("l{text}").as_bytes());
            for cursor in [text.as_str(), encoded.as_str()] {
                if let Ok(wanted) = asked(Some(cursor), None) {
                    let _ = wanted.part::<i64>(0);
                    let _ = wanted.part::<i64>(1);
                }
            }
        }
    }
}
