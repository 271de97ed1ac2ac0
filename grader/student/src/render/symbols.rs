//! Which characters a terminal can show.

/// Which characters the terminal can show.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Symbols {
    /// All of them.
    Unicode,
    /// Only ASCII.
    Ascii,
}

impl Symbols {
    /// Those that this terminal can be trusted with: its locale says so, where it has one.
    pub fn here() -> Self {
        let locale = ["LC_ALL", "LC_CTYPE", "LANG"]
            .iter()
            .find_map(|name| std::env::var(name).ok().filter(|value| !value.is_empty()));
        let speaks_unicode = match locale {
            Some(locale) => locale.to_ascii_lowercase().replace('-', "").contains("utf8"),
            None => cfg!(target_os = "macos") || std::env::var_os("WT_SESSION").is_some(),
        };
        if speaks_unicode { Self::Unicode } else { Self::Ascii }
    }

    /// A text in these; in ASCII, what has no counterpart becomes a question mark.
    pub fn write(self, text: &str) -> String {
        match self {
            Self::Unicode => text.to_owned(),
            Self::Ascii => ascii(text),
        }
    }
}

fn ascii(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    for symbol in text.chars() {
        match symbol {
            '█' => plain.push('#'),
            '░' => plain.push('.'),
            '✗' => plain.push('x'),
            '✓' => plain += "ok",
            '−' | '–' => plain.push('-'),
            '…' => plain += "...",
            '≈' => plain.push('~'),
            '∞' => plain += "inf",
            '→' => plain += "->",
            '‘' | '’' => plain.push('\''),
            _ if symbol.is_ascii() => plain.push(symbol),
            _ => plain.push('?'),
        }
    }
    plain
}
