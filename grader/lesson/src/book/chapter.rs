//! A chapter's Markdown as HTML, with its figures drawn.
//!
//! A figure is written `<figure data-figure="NAME">CAPTION</figure>`, on lines of its own. Other HTML stands in the page
//! as it is: chapters are the lesson's own.

use anyhow::{Result, bail};
use pulldown_cmark::{Alignment, CodeBlockKind, CowStr, Event, Options, Parser, Tag, TagEnd, html};

use super::summary::page;
use crate::figures::{self, Drawn};
use crate::reader::Reader;

/// The chapter as HTML.
///
/// # Errors
/// Where it names a figure that there is not.
pub fn html(text: &str, reader: &Reader) -> Result<String> {
    let mut events = Vec::new();
    let mut parser = Parser::new_ext(text, Options::ENABLE_TABLES);
    let mut heading = String::new();
    let mut table = Table::default();
    while let Some(event) = parser.next() {
        if let Some(html) = table.html(&event, &heading) {
            events.push(Event::Html(html.into()));
            continue;
        }
        match event {
            Event::Start(Tag::HtmlBlock) => {
                let block = text_until(&mut parser, TagEnd::HtmlBlock);
                events.push(Event::Html(block_of_html(&block, reader)?.into()));
            }
            Event::Start(Tag::CodeBlock(kind)) => {
                let is_rust =
                    matches!(&kind, CodeBlockKind::Fenced(language) if language.starts_with("rust"));
                let code = text_until(&mut parser, TagEnd::CodeBlock);
                events.push(Event::Html(block_of_code(&code, is_rust).into()));
            }
            Event::Start(Tag::Heading { level, .. }) => {
                heading = text_until(&mut parser, TagEnd::Heading(level));
                events.push(Event::Html(format!("<{level}>{}</{level}>\n", escaped(&heading)).into()));
            }
            Event::Start(Tag::Link { link_type, dest_url, title, id }) => {
                let dest_url = CowStr::from(page(&dest_url));
                events.push(Event::Start(Tag::Link { link_type, dest_url, title, id }));
            }
            other => events.push(other),
        }
    }
    let mut written = String::new();
    html::push_html(&mut written, events.into_iter());
    Ok(written)
}

/// A table whose first column says what each row is about. Its columns' alignment is a class: the page's policy lets no
/// element have a style of its own.
#[derive(Default)]
struct Table {
    alignments: Vec<Alignment>,
    column: usize,
    is_head: bool,
}

impl Table {
    /// What stands in the page for an event of a table; none for other events.
    fn html(&mut self, event: &Event, heading: &str) -> Option<String> {
        Some(match event {
            Event::Start(Tag::Table(alignments)) => {
                self.alignments.clone_from(alignments);
                let caption = escaped(heading);
                format!(
                    "<div class=\"scrolls\" tabindex=\"0\" role=\"region\" aria-label=\"{caption}: table\">\n\
                     <table><caption class=\"heard\">{caption}</caption>\n"
                )
            }
            Event::End(TagEnd::Table) => "</tbody></table></div>\n".to_owned(),
            Event::Start(Tag::TableHead) => {
                (self.is_head, self.column) = (true, 0);
                "<thead><tr>".to_owned()
            }
            Event::End(TagEnd::TableHead) => {
                self.is_head = false;
                "</tr></thead>\n<tbody>\n".to_owned()
            }
            Event::Start(Tag::TableRow) => {
                self.column = 0;
                "<tr>".to_owned()
            }
            Event::End(TagEnd::TableRow) => "</tr>\n".to_owned(),
            Event::Start(Tag::TableCell) => {
                let class = match self.alignments.get(self.column) {
                    Some(Alignment::Right) => " class=\"number\"",
                    _ => "",
                };
                match (self.is_head, self.column) {
                    (true, _) => format!("<th scope=\"col\"{class}>"),
                    (false, 0) => format!("<th scope=\"row\"{class}>"),
                    _ => format!("<td{class}>"),
                }
            }
            Event::End(TagEnd::TableCell) => {
                self.column += 1;
                if self.is_head || self.column == 1 { "</th>".to_owned() } else { "</td>".to_owned() }
            }
            _ => return None,
        })
    }
}

/// Text as it may stand in an element, or between an attribute's quotation marks.
fn escaped(text: &str) -> String {
    let mut escaped = String::new();
    html::push_html(&mut escaped, std::iter::once(Event::Text(text.into())));
    escaped.replace('"', "&quot;")
}

/// The text up to the end of a block.
fn text_until<'a>(events: &mut impl Iterator<Item = Event<'a>>, end: TagEnd) -> String {
    let inner = events.take_while(|event| *event != Event::End(end));
    let words = inner.filter_map(|event| match event {
        Event::Text(text) | Event::Code(text) | Event::Html(text) => Some(text.into_string()),
        _ => None,
    });
    words.collect()
}

/// Code as a page shows it: without the lines that only a test needs.
fn block_of_code(code: &str, is_rust: bool) -> String {
    let is_hidden = |line: &&str| is_rust && (*line == "#" || line.starts_with("# "));
    let shown: Vec<&str> = code.lines().filter(|line| !is_hidden(line)).collect();
    let escaped = escaped(&shown.join("\n"));
    format!(
        "<pre class=\"foreign scrolls\" tabindex=\"0\" role=\"region\" aria-label=\"Code\"><code>{escaped}</code></pre>\n"
    )
}

/// HTML of the chapter's own, with the figure that it names.
fn block_of_html(block: &str, reader: &Reader) -> Result<String> {
    let Some(rest) = block.trim().strip_prefix("<figure data-figure=\"") else { return Ok(block.to_owned()) };
    let parts = rest.split_once("\">").and_then(|(name, rest)| Some((name, rest.split_once("</figure>")?.0)));
    let Some((name, caption)) = parts else { bail!("a figure without an end: {}", block.trim()) };
    let drawn = figures::draw(name, reader)?;
    Ok(drawn.map(|drawn| figure(&drawn, caption.trim())).unwrap_or_default())
}

/// A figure, with its caption and which line is which.
fn figure(drawn: &Drawn, caption: &str) -> String {
    let legend: String =
        drawn.legend.iter().map(|(class, words)| format!("<li class=\"{class}\">{words}</li>")).collect();
    let own =
        if drawn.own.is_empty() { String::new() } else { format!("<p class=\"own\">{}</p>\n", drawn.own) };
    format!(
        "<figure class=\"curve drawn\">\n{}\n<figcaption>\n<p>{caption}</p>\n<ul>{legend}</ul>\n{own}</figcaption>\n</figure>\n",
        drawn.pictures
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_for_the_test_alone_are_not_shown() {
        let shown = block_of_code("# use nn::Layer;\nlet a = &x < &y;\n#\n#[derive(Debug)]", true);
        assert!(shown.contains("<code>let a = &amp;x &lt; &amp;y;\n#[derive(Debug)]</code>"), "{shown}");
        assert!(block_of_code("# a comment", false).contains("# a comment"));
    }

    #[test]
    fn a_table_says_what_its_rows_and_columns_are_about() {
        let mut table = Table::default();
        let text = "| x | -1 |\n|---|---:|\n| ReLU | 0 |\n";
        let html: String = Parser::new_ext(text, Options::ENABLE_TABLES)
            .map(|event| {
                table
                    .html(&event, "A & B")
                    .unwrap_or_else(|| text_until(&mut [event].into_iter(), TagEnd::Table))
            })
            .collect();
        assert_eq!(
            html.replace('\n', ""),
            "<div class=\"scrolls\" tabindex=\"0\" role=\"region\" aria-label=\"A &amp; B: table\"><table>\
             <caption class=\"heard\">A &amp; B</caption><thead><tr><th scope=\"col\">x</th><th scope=\"col\" class=\"number\">-1</th></tr></thead>\
             <tbody><tr><th scope=\"row\">ReLU</th><td class=\"number\">0</td></tr></tbody></table></div>"
        );
    }

    #[test]
    fn a_figure_has_its_caption_and_says_which_line_is_which() {
        let drawn = Drawn {
            pictures: "<svg></svg>".into(),
            legend: vec![("first", "f(x)".into())],
            own: "Yours is exact.".into(),
        };
        let html = figure(&drawn, "A curve.");
        assert!(html.contains("<svg></svg>") && html.contains("<li class=\"first\">f(x)</li>"), "{html}");
        assert!(
            html.contains("<p>A curve.</p>") && html.contains("<p class=\"own\">Yours is exact.</p>"),
            "{html}"
        );
    }
}
