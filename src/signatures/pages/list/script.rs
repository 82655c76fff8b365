//! The sentences of the list's script (`static/list.js`), which speaks the language of the page: it takes
//! them from here, and puts in what stands in braces.

use maud::{Markup, html};

use crate::text::words::say;

pub(super) fn sentences() -> Markup {
    html! {
        div id="words" hidden
            data-comma=(say!("signatures-script-comma"))
            data-place=(say!("signatures-script-place", at = "{at}", all = "{all}", heading = "{heading}"))
            data-moved=(say!("signatures-script-moved", name = "{name}", place = "{place}"))
            data-saved=(say!("signatures-script-saved", name = "{name}", place = "{place}"))
            data-undone=(say!("signatures-note-undone"))
            data-lost-one=(say!("signatures-script-lost-one", names = "{names}"))
            data-lost-many=(say!("signatures-script-lost-many", count = "{count}", names = "{names}"))
            data-again-one=(say!("signatures-script-again-one"))
            data-again-many=(say!("signatures-script-again-many"))
            data-leave=(say!("signatures-script-leave"))
            data-gone=(say!("signatures-script-gone", names = "{names}"))
            data-no-connection=(say!("signatures-script-no-connection"))
            data-signed-out=(say!("signatures-script-signed-out"))
            data-could-not=(say!("signatures-script-could-not"))
            data-not-saved-yours=(say!("signatures-script-not-saved-yours", why = "{why}"))
            data-save-now=(say!("signatures-script-save-now"))
            data-handle=(say!("signatures-script-handle", name = "{name}"))
            data-not-done=(say!("signatures-script-not-done"))
            data-not-saved=(say!("signatures-script-not-saved"))
            data-not-undone=(say!("signatures-script-not-undone"))
            data-load=(say!("signatures-script-load"))
            data-not-undone-connection=(say!("signatures-script-not-undone-connection")) {}
    }
}
