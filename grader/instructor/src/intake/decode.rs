//! A file's bytes as text: editors on Windows still write more than UTF-8.

/// The text, with `\n` at the end of each line, and the encoding's name where it is not UTF-8.
pub fn decode(bytes: &[u8]) -> (String, Option<&'static str>) {
    let (text, encoding) = match bytes {
        [0xff, 0xfe, rest @ ..] => (utf16(rest, u16::from_le_bytes), Some("UTF-16")),
        [0xfe, 0xff, rest @ ..] => (utf16(rest, u16::from_be_bytes), Some("UTF-16")),
        // Code is mostly ASCII, so in UTF-16 nearly every other byte of it is zero.
        _ if zeros(bytes, 1) && !zeros(bytes, 0) => (utf16(bytes, u16::from_le_bytes), Some("UTF-16")),
        _ if zeros(bytes, 0) && !zeros(bytes, 1) => (utf16(bytes, u16::from_be_bytes), Some("UTF-16")),
        _ => match std::str::from_utf8(bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes)) {
            Ok(text) => (text.to_owned(), None),
            Err(_) => (bytes.iter().copied().map(windows_1252).collect(), Some("Windows-1252")),
        },
    };
    (text.replace("\r\n", "\n").replace('\r', "\n"), encoding)
}

fn utf16(bytes: &[u8], unit: fn([u8; 2]) -> u16) -> String {
    let units: Vec<u16> =
        bytes.chunks(2).map(|pair| unit([pair[0], *pair.get(1).unwrap_or(&0xff)])).collect();
    String::from_utf16_lossy(&units)
}

/// Whether three in four bytes are zero, of every other one from `first`.
fn zeros(bytes: &[u8], first: usize) -> bool {
    let every_other = || bytes.iter().skip(first).step_by(2);
    let zeros = every_other().filter(|&&byte| byte == 0).count();
    bytes.len() >= 4 && zeros * 4 >= every_other().count() * 3
}

/// Windows-1252 is Latin-1 with letters where that has control characters.
fn windows_1252(byte: u8) -> char {
    const LETTERS: &str = "€\u{81}‚ƒ„…†‡ˆ‰Š‹Œ\u{8d}Ž\u{8f}\u{90}‘’“”•–—˜™š›œ\u{9d}žŸ";
    match byte {
        0x80..=0x9f => LETTERS.chars().nth(usize::from(byte - 0x80)).unwrap_or('\u{fffd}'),
        byte => char::from(byte),
    }
}

#[cfg(test)]
mod tests {
    use super::decode;

    #[test]
    fn what_windows_writes_is_read_and_named() {
        let text = "fn é() {}\n// “x”\n";
        let le: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
        let be: Vec<u8> = text.encode_utf16().flat_map(u16::to_be_bytes).collect();
        let utf16 = (text.to_owned(), Some("UTF-16"));
        assert_eq!(decode(&[&[0xff, 0xfe], &le[..]].concat()), utf16);
        assert_eq!(decode(&[&[0xfe, 0xff], &be[..]].concat()), utf16);
        assert_eq!((decode(&le), decode(&be)), (utf16.clone(), utf16));
        assert_eq!(decode(b"fn \xe9() {}\n// \x93x\x94\n"), (text.to_owned(), Some("Windows-1252")));
        assert_eq!(decode(text.as_bytes()), (text.to_owned(), None));
        assert_eq!(decode(&[b"\xef\xbb\xbf", text.as_bytes()].concat()), (text.to_owned(), None));
    }

    #[test]
    fn every_line_ends_in_one_way() {
        assert_eq!(decode(b"a\r\nb\rc\n\r\n").0, "a\nb\nc\n\n");
    }

    #[test]
    fn anything_is_some_text() {
        assert_eq!(decode(b""), (String::new(), None));
        assert_eq!(decode(b"\xff\xfe\x00").0, "\u{ff00}");
        assert_eq!(decode(&[0; 8]).1, None);
        for length in 0..40 {
            let bytes: Vec<u8> = (0..length).map(|n| (n * 37 + length) as u8).collect();
            let _ = decode(&bytes);
        }
    }
}
