//! Icons: always beside words, so that a screen reader passes them over.

use askama::filters::HtmlSafe;
use std::fmt;

include!(concat!(env!("OUT_DIR"), "/assets/icons.rs"));

impl fmt::Display for Icon {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            r#"<svg class="ap-icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false"><path d="{}"/></svg>"#,
            self.path()
        )
    }
}

impl HtmlSafe for Icon {}
