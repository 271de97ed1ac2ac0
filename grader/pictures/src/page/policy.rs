//! What a browser is told to load and to run: nothing from anywhere, and of what stands in the page
//! only what the grader wrote.

use std::sync::LazyLock;

use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use hmac_sha256::Hash as Sha256;

use crate::svg::svg_rules;

/// Rules for every page, with those for pictures.
static STYLE: LazyLock<String> =
    LazyLock::new(|| include_str!("../../templates/page.css").to_owned() + &svg_rules(".curve svg"));

/// A Content-Security-Policy.
pub struct Policy(String);

impl Policy {
    /// For a page that only looks like something.
    pub fn without_scripts() -> Self {
        Self::with_style(&STYLE)
    }

    /// For one that looks like this.
    pub fn with_style(style: &str) -> Self {
        let style = allowed(style);
        Self(format!("default-src 'none'; base-uri 'none'; form-action 'none'; style-src {style}"))
    }

    /// For one that holds this script.
    pub fn with_script(script: &str) -> Self {
        Self(format!("{}; script-src {}", Self::without_scripts().0, allowed(script)))
    }
}

impl std::fmt::Display for Policy {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.0)
    }
}

/// Rules for every page.
pub fn style() -> &'static str {
    &STYLE
}

/// The one text that may stand in an element, by its sum.
fn allowed(text: &str) -> String {
    format!("'sha256-{}'", BASE64_STANDARD.encode(Sha256::hash(text.as_bytes())))
}
