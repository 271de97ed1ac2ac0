//! The lesson before anything is written, and when all is; and networks as they learn.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::LazyLock;
use std::thread;
use std::time::{Duration, Instant};

use grader::project::Project;
use lesson::book::Book;
use lesson::reader::Reader;
use lesson::training::{MAP, page, with_stages};
use serde_json::json;
use student::run::Crate;
use student::training::{Plan, Problem, Straight, train};

use crate::visit::{Visit, browser};

/// A page by its name, and where it is.
pub static PAGES: LazyLock<Vec<(String, PathBuf)>> = LazyLock::new(|| {
    let project = Project::find().expect("this is the workspace");
    let top = project.target().join("browser-lesson");
    drop(fs::remove_dir_all(&top));
    let book = Book::read(&project.solutions().join("lesson")).expect("a book");
    let mut pages = Vec::new();
    for (state, subject) in [("fresh", Crate::Exercises), ("finished", Crate::Solutions)] {
        let reader = Reader::of(&project, subject).expect("built");
        let mut written = book.pages(&reader).expect("drawn");
        let figures = |text: &str| text.matches("<figure").count();
        for (name, text) in &written {
            let chapter =
                if name == "index.html" { "README.md".into() } else { name.replace(".html", ".md") };
            let source =
                fs::read_to_string(project.solutions().join("lesson").join(chapter)).expect("a chapter");
            assert_eq!(figures(text), figures(&source), "{name} lacks a figure");
        }
        written.push(("training.html".into(), training(&reader)));
        let out = top.join(state);
        fs::create_dir_all(&out).expect("made");
        for (name, text) in written {
            fs::write(out.join(&name), text).expect("written");
            pages.push((format!("{state} {name}"), out.join(name)));
        }
    }
    pages
});

fn training(reader: &Reader) -> String {
    let plan = with_stages(Plan::new(Problem::Xor, 1, MAP));
    let own = reader.own("relu").map(|mut own| train("ReLU", &plan, &mut own));
    let all = [Some(train("none", &plan, &mut Straight)), own];
    page(&all.into_iter().flatten().collect::<Vec<_>>(), &plan)
}

/// Of these pages one.
fn page_of(name: &str) -> &'static Path {
    &PAGES.iter().find(|(other, _)| other == name).unwrap_or_else(|| panic!("no page `{name}`")).1
}

#[test]
fn chapters_are_turned_by_keyboard() {
    let browser = browser();
    let visit = Visit::to(&browser, page_of("finished index.html"));
    visit.ask("document.querySelector('.turn a[rel=next]').focus()");
    visit.press("Enter");
    // While the next page is on its way, there may be no heading at all.
    let until = Instant::now() + Duration::from_secs(10);
    let heading = || visit.ask("document.querySelector('h1')?.textContent");
    while heading() != json!("Two layers are one") {
        assert!(Instant::now() < until, "the next page does not come: {}", heading());
        thread::sleep(Duration::from_millis(50));
    }
}

#[test]
fn stages_are_gone_through_by_keyboard() {
    let browser = browser();
    let visit = Visit::to(&browser, page_of("finished training.html"));
    let seen = "[...document.querySelectorAll('.stage')].filter((stage) => stage.checkVisibility())\
         .map((stage) => stage.getAttribute('aria-label'))";
    assert_eq!(visit.ask(seen), json!(["After 500 steps"]));
    visit.ask("document.querySelector('[name=stage]:checked').focus()");
    visit.press("ArrowLeft");
    assert_eq!(visit.ask(seen), json!(["After 350 steps"]));
}

/// What a browser's reader view, which follows the main part's paragraphs, is left with: the words, and where a figure is.
#[test]
fn a_chapter_is_one_article_of_words() {
    let browser = browser();
    let visit = Visit::to(&browser, page_of("fresh relu.html"));
    let words = "document.querySelector('main > article').innerText.split(/\\s+/).length";
    assert!(visit.ask(words).as_u64().is_some_and(|words| words > 250));
    assert_eq!(visit.ask("document.querySelectorAll('article figure figcaption').length"), json!(2));
}
