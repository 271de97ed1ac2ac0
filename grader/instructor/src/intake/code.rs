//! What a file's code says of it, without compiling it.

use grader::rubric::Exercise;

/// How far somebody came with a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Work {
    /// Nothing is there but what was handed out, or nothing at all.
    Untouched,
    /// Something is there beside a `todo!`.
    Begun,
    /// No `todo!` is left.
    Written,
}

/// A file's code: no comments, no white space but single blanks.
#[derive(Debug, Clone)]
pub struct Code(String);

impl Code {
    /// Takes comments and layout away. It need not be right Rust.
    pub fn of(text: &str) -> Self {
        let mut code = String::new();
        let mut rest = text;
        while let Some(first) = rest.chars().next() {
            let length = if rest.starts_with("//") {
                rest.find('\n').unwrap_or(rest.len())
            } else if rest.starts_with("/*") {
                block_comment(rest)
            } else if first == '"' {
                let length = string(rest);
                code.push_str(&rest[..length]);
                length
            } else if rest.starts_with("'\"'") {
                code.push_str("'\"'");
                3
            } else {
                let is_blank = first.is_whitespace();
                if !is_blank {
                    code.push(first);
                } else if !code.ends_with(' ') {
                    code.push(' ');
                }
                first.len_utf8()
            };
            rest = &rest[length..];
        }
        Self(code)
    }

    /// Whether an exercise's type is declared here.
    pub fn declares(&self, exercise: &Exercise) -> bool {
        let after = self.0.split("struct ").skip(1).filter_map(|rest| rest.strip_prefix(&*exercise.title));
        after.into_iter().any(|rest| !rest.starts_with(|c: char| c.is_alphanumeric() || c == '_'))
    }

    /// How far it came.
    pub fn work(&self) -> Work {
        const OPEN: [&str; 2] = ["todo!(", "unimplemented!("];
        let code: String = self.0.split_whitespace().collect();
        let body = code.split_once("fnforward(").and_then(|(_, rest)| rest.split_once('{'));
        if code.is_empty() || body.is_some_and(|(_, body)| OPEN.iter().any(|open| body.starts_with(open))) {
            Work::Untouched
        } else if OPEN.iter().any(|open| code.contains(open)) {
            Work::Begun
        } else {
            Work::Written
        }
    }
}

/// The length of a comment at the start, with comments in it.
fn block_comment(text: &str) -> usize {
    let mut depth = 0;
    let mut at = 0;
    while at < text.len() {
        let rest = &text.as_bytes()[at..];
        if rest.starts_with(b"/*") {
            depth += 1;
            at += 2;
        } else if rest.starts_with(b"*/") {
            depth -= 1;
            at += 2;
            if depth == 0 {
                return at;
            }
        } else {
            at += 1;
        }
    }
    text.len()
}

/// The length of a string at the start, with its quotes.
fn string(text: &str) -> usize {
    let mut escaped = false;
    for (at, symbol) in text.char_indices().skip(1) {
        match symbol {
            _ if escaped => escaped = false,
            '\\' => escaped = true,
            '"' => return at + 1,
            _ => {}
        }
    }
    text.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_stub_is_told_from_work_whatever_its_comments_say() {
        let work = |text: &str| Code::of(text).work();
        let stub =
            "struct ReLU; /* my */ fn forward(&self, x: &Tensor) -> Tensor {\n // TODO\n todo!(\"x\")\n}";
        assert_eq!(work(stub), Work::Untouched);
        assert_eq!(work(" \n// only words: todo!()\n/* a /* b */ c */"), Work::Untouched);
        assert_eq!(work("fn forward() -> T { if a { todo!() } else { b } }"), Work::Begun);
        assert_eq!(work("fn forward() -> T { // was: todo!()\n b }"), Work::Written);
        assert_eq!(work("fn forward() -> T { \"// no comment\"; todo!() }"), Work::Begun);
        assert_eq!(work("fn forward() -> T { '\"'; b } // todo!()"), Work::Written);
    }

    #[test]
    fn a_type_is_found_where_it_is_declared_and_nowhere_else() {
        let relu = Exercise { name: "relu".into(), title: "ReLU".into(), ..Exercise::default() };
        let declares = |text: &str| Code::of(text).declares(&relu);
        assert!(declares("pub struct\n  ReLU;") && declares("struct ReLU{x: f32}"));
        assert!(!declares("struct ReLU6;") && !declares("// struct ReLU;") && !declares("use a::ReLU;"));
    }

    #[test]
    fn nothing_upsets_it() {
        for text in ["/*", "/* é", "\"", "\"\\", "'", "/", "é\"é\\é", "struct ", "fn forward(", "/*/*/"] {
            let _ = Code::of(text).work();
        }
    }
}
