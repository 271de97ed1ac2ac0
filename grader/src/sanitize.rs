//! Text that comes from a learner's code: anything may stand in it.

/// The text as it can be shown anywhere: without terminal escapes, control characters, and
/// characters that reverse or hide what stands beside them; cut after `longest` characters.
///
/// Line ends and tabs stay.
pub fn plain(text: &str, longest: usize) -> String {
    let text = anstream::adapter::strip_str(text).to_string();
    let mut shown = text.chars().filter(|&c| is_harmless(c));
    let mut kept: String = shown.by_ref().take(longest).collect();
    if shown.next().is_some() {
        kept.push_str(" …");
    }
    kept
}

/// The text with everything in it, for somebody who reads what was written: what [`plain`] leaves out
/// is shown by its number, such as `⟨U+202E⟩`.
pub fn spelled_out(text: &str) -> String {
    let mut shown = String::with_capacity(text.len());
    for c in text.chars() {
        match is_harmless(c) {
            true => shown.push(c),
            false => shown += &format!("⟨U+{:04X}⟩", u32::from(c)),
        }
    }
    shown
}

fn is_harmless(c: char) -> bool {
    // Zero-width and directional characters, line and paragraph separators, the byte-order mark, soft
    // hyphens, and the tags in which whole texts can be hidden.
    let invisible = matches!(
        c,
        '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}'
            | '\u{ad}' | '\u{61c}' | '\u{180e}' | '\u{e0000}'..='\u{e007f}'
    );
    matches!(c, '\n' | '\t') || !(c.is_control() || invisible)
}

#[cfg(test)]
mod tests {
    use super::{plain, spelled_out};

    #[test]
    fn what_could_act_on_a_terminal_is_gone_and_the_rest_stays() {
        assert_eq!(plain("\u{1b}[2J\u{1b}[31mred\u{1b}[0m \u{7}bell\r\n\ttab", 99), "red bell\n\ttab");
        assert_eq!(plain("\u{1b}]0;title\u{7}x\u{9b}1A\u{202e}drawkcab\u{200b}", 99), "x1Adrawkcab");
        assert_eq!(plain("naïve ✓ 数", 99), "naïve ✓ 数");
    }

    #[test]
    fn nothing_hides_in_what_is_spelled_out() {
        let text = "if a {\u{202e}\t// \u{1b}[8m\u{ad}naïve 数\r\n";
        assert_eq!(spelled_out(text), "if a {⟨U+202E⟩\t// ⟨U+001B⟩[8m⟨U+00AD⟩naïve 数⟨U+000D⟩\n");
    }

    #[test]
    fn a_flood_is_cut() {
        assert_eq!(plain("abcdef", 3), "abc …");
        assert_eq!(plain("abc", 3), "abc");
    }
}
