//! Which layer of the sandbox stops which attack, as a table.

use anstyle::{AnsiColor, Style};

use super::matrix::Summary;

const BOLD: Style = Style::new().bold();
const FAINT: Style = Style::new().dimmed();
const BAD: Style = AnsiColor::Red.on_default();

/// A hostile specimen, and what stops it.
#[derive(Debug)]
pub struct Stopped {
    /// Its name, and what it tries.
    pub tries: String,
    /// Whether it comes to nothing without any layer: the judge, the compiler or a look at its words is enough.
    pub by_none: bool,
    /// The layers each of which stops it by itself.
    pub by: Vec<String>,
}

/// A line for each attack with a column for each layer, then the figures. What no layer stops is missed.
pub fn stopped(layers: &[String], attacks: &[Stopped]) -> Summary {
    let heads: String = layers.iter().map(|layer| format!("{layer:^12}")).collect();
    let mut text = format!("{BOLD}{:^12}{heads} Attack{BOLD:#}\n", "none");
    for attack in attacks {
        let mark = |is_stopped: bool| if is_stopped { "stops" } else { "·" };
        let marks: String =
            layers.iter().map(|layer| format!("{:^12}", mark(attack.by.contains(layer)))).collect();
        let style = if attack.is_open() { BAD } else { FAINT };
        text += &format!("{:^12}{marks} {style}{}{style:#}\n", mark(attack.by_none), attack.tries);
    }
    let count = |which: &dyn Fn(&Stopped) -> bool| attacks.iter().filter(|attack| which(attack)).count();
    let open = attacks.iter().filter(|attack| attack.is_open());
    let missed: Vec<String> = open.map(|attack| attack.tries.clone()).collect();
    text += &format!(
        "\n{} attacks · {} come to nothing without a layer · {} are stopped by two layers or more, {} by one, {} by \
         none\n",
        attacks.len(),
        count(&|attack| attack.by_none),
        count(&|attack| !attack.by_none && attack.by.len() > 1),
        count(&|attack| !attack.by_none && attack.by.len() == 1),
        missed.len(),
    );
    Summary { text, missed }
}

impl Stopped {
    fn is_open(&self) -> bool {
        !self.by_none && self.by.is_empty()
    }
}
