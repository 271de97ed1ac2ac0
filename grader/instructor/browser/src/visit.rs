//! Opens a page, and writes down whatever the browser has to say of it.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex};
use std::thread;
use std::time::Duration;

use headless_chrome::browser::default_executable;
use headless_chrome::protocol::cdp::Page::CaptureScreenshotFormatOption;
use headless_chrome::protocol::cdp::types::Event;
use headless_chrome::protocol::cdp::{Emulation, Log, Network, Runtime};
use headless_chrome::types::PrintToPdfOptions;
use headless_chrome::{Browser, LaunchOptions, Tab};
use serde_json::{Value, from_value, json};
use url::Url;

use crate::{book, class};

/// A browser in which nobody has been anywhere.
pub fn browser() -> Browser {
    let path = default_executable()
        .expect("no browser was found\nhint: install Chromium or Chrome, or name one in CHROME");
    let options = LaunchOptions {
        path: Some(path),
        // Root has no sandbox there. The pages are our own.
        sandbox: false,
        idle_browser_timeout: Duration::from_secs(300),
        ..LaunchOptions::default()
    };
    Browser::new(options).expect("the browser starts\nhint: CHROME names another")
}

/// Opens every page.
pub fn on_every_page(look: impl Fn(&str, &Path, &Visit) + Sync) {
    on_pages(&class::PAGES, &look);
    on_pages(&book::PAGES, &look);
}

/// Opens these, side by side because most of it is waiting.
pub fn on_pages(pages: &[(String, PathBuf)], look: impl Fn(&str, &Path, &Visit) + Sync) {
    let browser = browser();
    thread::scope(|scope| {
        for (name, path) in pages {
            let (browser, look) = (&browser, &look);
            scope.spawn(move || look(name, path, &Visit::to(browser, path)));
        }
    });
}

/// A page that has been opened.
pub struct Visit {
    pub tab: Arc<Tab>,
    pub url: Url,
    said: Arc<Mutex<Vec<String>>>,
    asked_for: Arc<Mutex<Vec<String>>>,
}

impl Visit {
    /// Opens it.
    pub fn to(browser: &Browser, page: &Path) -> Self {
        let url = Url::from_file_path(page).expect("an absolute path");
        let tab = browser.new_tab().expect("a tab");
        let (said, asked_for) = <(Arc<Mutex<Vec<String>>>, Arc<Mutex<Vec<String>>>)>::default();
        let (say, ask) = (Arc::clone(&said), Arc::clone(&asked_for));
        tab.call_method(Log::Enable(None)).expect("a log");
        tab.call_method(Runtime::Enable(None)).expect("exceptions");
        tab.call_method(from_value::<Network::Enable>(json!({})).expect("as it is")).expect("requests");
        tab.add_event_listener(Arc::new(move |event: &Event| {
            let line = match event {
                Event::LogEntryAdded(event) => format!("log: {:?}", event.params.entry),
                Event::RuntimeConsoleAPICalled(event) => format!("console: {:?}", event.params.args),
                Event::RuntimeExceptionThrown(event) => {
                    format!("thrown: {:?}", event.params.exception_details)
                }
                Event::PageJavascriptDialogOpening(event) => format!("dialog: {}", event.params.message),
                Event::NetworkRequestWillBeSent(event) => {
                    return ask.lock().expect("whole").push(event.params.request.url.clone());
                }
                _ => return,
            };
            say.lock().expect("whole").push(line);
        }))
        .expect("listened to");
        let visit = Self { tab, url, said, asked_for };
        visit.look(1280, "screen", "light");
        visit.tab.navigate_to(visit.url.as_str()).and_then(|tab| tab.wait_until_navigated()).expect("a page");
        visit
    }

    /// What the browser had to say: errors, warnings, what was printed, dialogs.
    pub fn said(&self) -> Vec<String> {
        // The browser answers in turn, so whatever was on its way is here.
        self.ask("document.readyState");
        self.said.lock().expect("whole").clone()
    }

    /// Everything that was asked for, the page itself first.
    pub fn asked_for(&self) -> Vec<String> {
        self.asked_for.lock().expect("whole").clone()
    }

    /// How wide the window is, what is looked at, and in which colours.
    pub fn look(&self, width: u64, medium: &str, colours: &str) {
        self.size(width, 800);
        let features = json!([{ "name": "prefers-color-scheme", "value": colours }]);
        let look: Emulation::SetEmulatedMedia =
            from_value(json!({ "media": medium, "features": features })).expect("a medium");
        self.tab.call_method(look).expect("it looks like that");
    }

    fn size(&self, width: u64, height: u64) {
        let size =
            json!({ "width": width, "height": height, "deviceScaleFactor": 1.0, "mobile": width < 600 });
        let size: Emulation::SetDeviceMetricsOverride = from_value(size).expect("a size");
        self.tab.call_method(size).expect("it has that size");
    }

    /// What an expression is.
    pub fn ask(&self, expression: &str) -> Value {
        let text = format!("JSON.stringify({expression})");
        let found = self.tab.evaluate(&text, false).unwrap_or_else(|error| panic!("{expression}: {error}"));
        let text = found.value.as_ref().and_then(Value::as_str).unwrap_or("null").to_owned();
        serde_json::from_str(&text).expect("JSON")
    }

    /// Presses a key.
    pub fn press(&self, key: &str) {
        self.tab.press_key(key).expect("pressed");
    }

    /// Keeps a picture of the whole page beside it.
    pub fn keep_picture(&self, page: &Path, name: &str) {
        let number = |what: &str| self.ask(what).as_u64().expect("a number");
        let (width, height) = (number("innerWidth"), number("document.documentElement.scrollHeight"));
        self.size(width, height);
        let png = self.tab.capture_screenshot(CaptureScreenshotFormatOption::Png, None, None, true);
        fs::write(page.with_extension(format!("{name}.png")), png.expect("a picture")).expect("written");
    }

    /// Keeps it as it is printed.
    pub fn keep_print(&self, page: &Path) {
        let pdf = self.tab.print_to_pdf(Some(PrintToPdfOptions {
            print_background: Some(false),
            ..PrintToPdfOptions::default()
        }));
        fs::write(page.with_extension("pdf"), pdf.expect("printed")).expect("written");
    }
}
