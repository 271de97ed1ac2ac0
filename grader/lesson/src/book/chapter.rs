//! A chapter's Markdown as HTML, with its figures drawn.
//!
//! A figure is written `<figure data-figure="NAME">CAPTION</figure>`, on lines of its own. Other HTML stands in the page
//! as it is: chapters are the lesson's own.

use anyhow::{Context, Result, bail};
use pulldown_cmark::{CodeBlockKind, CowStr, Event, Options, Parser, Tag, TagEnd, html};

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
    let mut tables = 0;
    while let Some(event) = parser.next() {
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
            Event::Start(Tag::Table(columns)) => {
                tables += 1;
                let region = format!(
                    "<div class=\"scrolls\" tabindex=\"0\" role=\"region\" aria-label=\"Table {tables}\">\n"
                );
                events.extend([Event::Html(region.into()), Event::Start(Tag::Table(columns))]);
            }
            Event::End(TagEnd::Table) => {
                events.extend([Event::End(TagEnd::Table), Event::Html("</div>\n".into())]);
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
    // The page's policy lets no element have a style of its own.
    Ok(written.replace(" style=\"text-align: right\"", " class=\"number\""))
}

/// The text up to the end of a block.
fn text_until<'a>(events: &mut impl Iterator<Item = Event<'a>>, end: TagEnd) -> String {
    let inner = events.take_while(|event| *event != Event::End(end));
    let words = inner.filter_map(|event| match event {
        Event::Text(text) | Event::Html(text) => Some(text.into_string()),
        _ => None,
    });
    words.collect()
}

/// Code as a page shows it: without the lines that only a test needs.
fn block_of_code(code: &str, is_rust: bool) -> String {
    let is_hidden = |line: &&str| is_rust && (*line == "#" || line.starts_with("# "));
    let shown: Vec<&str> = code.lines().filter(|line| !is_hidden(line)).collect();
    let mut escaped = String::new();
    html::push_html(&mut escaped, std::iter::once(Event::Text(shown.join("\n").into())));
    format!(
        "<pre class=\"foreign scrolls\" tabindex=\"0\" role=\"region\" aria-label=\"Code\"><code>{escaped}</code></pre>\n"
    )
}

/// HTML of the chapter's own, with the figure that it names.
fn block_of_html(block: &str, reader: &Reader) -> Result<String> {
    let Some(rest) = block.trim().strip_prefix("<figure data-figure=\"") else { return Ok(block.to_owned()) };
    let parts = rest.split_once("\">").and_then(|(name, rest)| Some((name, rest.split_once("</figure>")?.0)));
    let Some((name, caption)) = parts else { bail!("a figure without an end: {}", block.trim()) };
    let drawn = figures::draw(name, reader).with_context(|| format!("the figure `{name}`"))?;
    Ok(figure(&drawn, caption.trim()))
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
