//! On a telephone, in the dark, on paper, by keyboard and by ear.

use serde_json::{Value, json};

use crate::class::page;
use crate::visit::{Visit, browser, on_every_page};

/// Words that stand out too little from what is behind them, by the formula of WCAG 2.2.
const FAINT: &str = include_str!("faint.js");

/// What is missing for somebody who listens.
const UNHEARD: &str = include_str!("unheard.js");

/// What can be used, and is to be seen.
const CONTROLS: &str = "[...document.querySelectorAll('a[href], summary, button, [tabindex=\"0\"]')]\
     .filter((control) => control.checkVisibility())";

/// Writes down which of them has the focus, if that is to be seen.
const WRITE_DOWN: &str = "document.addEventListener('focusin', ({ target }) => window.reached.push(
     getComputedStyle(target).outlineStyle === 'none' ? null : controls.indexOf(target)))";

#[test]
fn it_fits_a_telephone() {
    on_every_page(|name, path, visit| {
        for width in [360, 700, 1100] {
            visit.look(width, "screen", "light");
            let wide = visit.ask("document.documentElement.scrollWidth").as_u64().expect("a width");
            assert!(wide <= width, "{name} is {wide} wide on {width}");
        }
        if name == "class" {
            visit.look(1280, "screen", "light");
            let table = |width: &str| visit.ask(&format!("document.querySelector('.scrolls').{width}"));
            assert_eq!(table("scrollWidth"), table("clientWidth"), "there is room enough for its table");
        }
        visit.look(360, "screen", "light");
        visit.keep_picture(path, "narrow");
    });
}

#[test]
fn letters_stand_out_in_the_light_and_in_the_dark() {
    on_every_page(|name, path, visit| {
        for colours in ["light", "dark"] {
            visit.look(1280, "screen", colours);
            assert_eq!(visit.ask(FAINT), json!([]), "{name}, {colours}");
            visit.keep_picture(path, colours);
        }
    });
}

#[test]
fn on_paper_everything_is_open() {
    on_every_page(|name, path, visit| {
        let seen = "[...document.querySelectorAll('details > :not(summary)')]\
             .filter((inner) => !inner.checkVisibility()).length";
        let closed = visit.ask(seen).as_u64().expect("a number");
        let has_none = ["class", "index.html", "where-next.html", "training.html"];
        assert!(closed > 0 || has_none.iter().any(|page| name.ends_with(page)), "{name} has nothing to open");
        visit.look(800, "print", "dark");
        assert_eq!(visit.ask(seen), json!(0), "{name}");
        assert_eq!(visit.ask("getComputedStyle(document.body).color"), json!("rgb(27, 31, 36)"), "{name}");
        visit.keep_print(path);
    });
}

#[test]
fn every_control_is_reached_by_keyboard_and_seen() {
    let browser = browser();
    // All kinds of controls, and few enough to wait for.
    for name in ["half", "breaks", "class"] {
        let visit = Visit::to(&browser, page(name));
        let controls = visit.ask(&format!("{CONTROLS}.length")).as_u64().expect("a number");
        assert!(controls > 5, "{name}");
        visit.ask(&format!("(() => {{ const controls = {CONTROLS}; window.reached = []; {WRITE_DOWN} }})()"));
        for _ in 0..controls {
            visit.press("Tab");
        }
        let reached = visit.ask("window.reached");
        let in_turn: Vec<u64> = (0..controls).collect();
        assert_eq!(reached, json!(in_turn), "{name}: null is one that nobody sees");
    }
}

#[test]
fn a_check_is_opened_by_keyboard() {
    let browser = browser();
    let visit = Visit::to(&browser, page("half"));
    let open = "document.querySelectorAll('details[open]').length";
    let before = visit.ask(open).as_u64().expect("a number");
    visit.ask("document.querySelector('details:not([open]) summary').focus()");
    visit.press("Enter");
    assert_eq!(visit.ask(open), json!(before + 1));
}

#[test]
fn it_makes_sense_to_somebody_who_listens() {
    on_every_page(|name, _, visit| {
        assert_eq!(visit.ask(UNHEARD), json!([]), "{name}");
    });
}

#[test]
fn a_class_is_sorted_by_any_column_and_by_keyboard() {
    let browser = browser();
    let visit = Visit::to(&browser, page("class"));
    let column = |number: usize| {
        let cells = visit.ask(&format!(
            "[...document.querySelectorAll('.everyone tbody tr')].map((row) => row.cells[{number}].textContent)"
        ));
        let cells = cells.as_array().expect("cells").iter();
        cells.map(|cell| cell.as_str().expect("text").to_owned()).collect::<Vec<String>>()
    };
    let sorted = |number: usize| {
        let of = |what: &str| format!("document.querySelectorAll('.everyone th[scope=col]')[{number}]{what}");
        visit.ask(&of(".querySelector('button').focus()"));
        visit.press("Enter");
        (visit.ask(&of(".ariaSort")), visit.ask("document.querySelectorAll('[aria-sort]').length"))
    };
    let numbers =
        |cells: Vec<String>| cells.iter().map(|cell| cell.parse().expect("a number")).collect::<Vec<u32>>();
    assert_eq!(sorted(1), (json!("ascending"), json!(1)));
    let up = numbers(column(1));
    assert!(up.is_sorted() && up.first() != up.last(), "{up:?}");
    assert_eq!(sorted(1), (json!("descending"), json!(1)));
    assert!(numbers(column(1)).is_sorted_by(|a, b| a >= b));
    assert_eq!(sorted(0).0, json!("ascending"));
    assert_eq!(column(0)[0], "breaks");
    assert_eq!(visit.said(), [""; 0]);
    let Value::Array(rows) = visit.ask("[...document.querySelectorAll('.everyone tbody tr')].map(() => 1)")
    else {
        panic!("no rows")
    };
    assert_eq!(rows.len(), 6);
}
