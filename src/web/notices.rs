use maud::{Markup, html};
pub fn notice(h: &str, p: &[&str], n: Option<(&str,&str)>) -> Markup { html!{ (h) (p.len()) (n.is_some()) } }
pub fn not_found() -> Markup { html!{} }
pub fn too_large() -> Markup { html!{} }
pub fn fault(r:&str) -> Markup { html!{ (r) } }
