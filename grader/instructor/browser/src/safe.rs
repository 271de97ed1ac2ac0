//! Nothing is asked of anybody, and what a student wrote is text.

use serde_json::json;

use crate::class::{HOSTILE, PAGES, page};
use crate::visit::{Visit, browser, on_every_page, on_pages};

/// Where a script or another page could come in.
const WAYS_IN: &str = "[...document.querySelectorAll('*')].flatMap((element) => [...element.attributes])\
     .filter(({ name, value }) => /^on/.test(name) || /^\\s*(javascript|data|https?|file):/i.test(value)\
     && name !== 'xmlns').map(({ name, value }) => name + '=' + value)";

/// Elements that a page has no use for.
const UNWANTED: &str = "[...document.querySelectorAll('img, iframe, object, embed, form, input, link, base, \
     audio, video, image, foreignObject, animate, use, script')].map((element) => element.outerHTML.slice(0, 99))";

/// Puts into the page what is escaped there.
const INTRUDER: &str = "(() => {
    const intruder = document.createElement('div');
    intruder.innerHTML = '<img src=x.png><b style=color:red onclick=\"window.owned = 1\">b</b>';
    const script = document.createElement('script');
    script.textContent = 'window.owned = 2';
    const style = document.createElement('style');
    style.textContent = 'body { background: url(y.png) }';
    document.body.append(intruder, script, style);
    intruder.querySelector('b').click();
})()";

#[test]
fn a_page_loads_without_a_word_and_asks_for_nothing_but_itself() {
    on_every_page(|name, _, visit| {
        assert_eq!(visit.said(), [""; 0], "{name}");
        assert_eq!(visit.asked_for(), [visit.url.as_str()], "{name}");
    });
}

#[test]
fn whatever_got_in_would_load_nothing_and_run_nothing() {
    on_every_page(|name, _, visit| {
        visit.ask(INTRUDER);
        let refused = visit.said();
        assert!(refused.iter().all(|line| line.contains("Content Security Policy")), "{name}: {refused:?}");
        assert!(refused.len() >= 4, "{name}: {refused:?}");
        assert_eq!(visit.ask("typeof window.owned"), json!("undefined"), "{name}");
    });
}

#[test]
fn what_a_student_wrote_is_text_and_nothing_else() {
    on_pages(&PAGES, |name, _, visit| {
        let unwanted = visit.ask(UNWANTED);
        match name {
            // Its own script, which sorts.
            "class" => assert_eq!(unwanted.as_array().map(Vec::len), Some(1), "{unwanted}"),
            _ => assert_eq!(unwanted, json!([]), "{name}"),
        }
        assert_eq!(visit.ask(WAYS_IN), json!([]), "{name}");
        assert_eq!(visit.ask("document.styleSheets.length"), json!(1), "{name}");
    });
    // It is there, as it was written: in the source, in what rustc and the code said, in the name.
    let browser = browser();
    let visit = Visit::to(&browser, page("Dee"));
    let payload = HOSTILE.trim_end_matches('\u{202e}');
    let count = format!("document.body.textContent.split({}).length - 1", json!(payload));
    let count = visit.ask(&count).as_u64().expect("a number");
    assert!(count >= 6, "only {count} times");
    assert_eq!(visit.ask("document.body.textContent.includes('⟨U+202E⟩')"), json!(true));
    assert_eq!(visit.ask("/[\\u202a-\\u202e\\u2066-\\u2069]/.test(document.body.textContent)"), json!(false));
    if cfg!(not(windows)) {
        assert!(visit.ask("document.title").as_str().expect("a title").contains("{{7*7}}]]>&amp; 100%"));
        let visit = Visit::to(&browser, page("class"));
        let hostile = visit.ask("[...document.querySelectorAll('.everyone bdi')].some((name) => name.textContent.includes('<img src=x'))");
        assert_eq!(hostile, json!(true));
    }
}

#[test]
fn the_class_is_linked_with_what_lies_beside_it() {
    let browser = browser();
    let visit = Visit::to(&browser, page("class"));
    let links = visit.ask("[...document.querySelectorAll('.everyone a')].map((link) => link.href)");
    let links = links.as_array().expect("links");
    assert_eq!(links.len(), 12);
    for link in links {
        let link = url::Url::parse(link.as_str().expect("a link")).expect("a link");
        assert!(link.to_file_path().is_ok_and(|path| path.is_file()), "{link} leads nowhere");
    }
}
