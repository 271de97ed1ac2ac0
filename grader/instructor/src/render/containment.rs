//! What came of each hostile specimen, as a table.

use std::time::Duration;

use anstyle::{AnsiColor, Style};

use super::matrix::{Summary, labelled};

const BOLD: Style = Style::new().bold();
const FAINT: Style = Style::new().dimmed();
const BAD: Style = AnsiColor::Red.on_default();

/// A hostile specimen that has been graded.
#[derive(Debug)]
pub struct Contained {
    /// Its name.
    pub name: String,
    /// What it tries.
    pub tries: String,
    /// How its checks ended, in words.
    pub ends: String,
    /// How long building it took, honest neighbours included.
    pub building: Duration,
    /// How long grading it took, honest neighbours included.
    pub grading: Duration,
    /// What came of it and must not.
    pub complaints: Vec<String>,
}

/// A line for each attack, then the figure; `complaints` are about all of them together.
pub fn containment(attacks: &[Contained], complaints: &[String]) -> Summary {
    let mut text = String::new();
    if !attacks.is_empty() {
        text += &format!("{BOLD}{:34} {:24} {:>6} {:>6}{BOLD:#}\n", "Hostile", "ends", "build", "grade");
    }
    for attack in attacks {
        let (building, grading) = (attack.building.as_secs_f64(), attack.grading.as_secs_f64());
        text += &format!("{:34} {:24} {building:5.1}s {grading:5.1}s", attack.name, attack.ends);
        text += &format!("  {FAINT}{}{FAINT:#}\n", attack.tries);
        for complaint in &attack.complaints {
            text += &format!("{BAD}    ! {complaint}{BAD:#}\n");
        }
    }
    let contained = attacks.iter().filter(|attack| attack.complaints.is_empty()).count();
    let missed = attacks.iter().flat_map(|attack| labelled(&attack.name, &attack.complaints));
    let missed = missed.chain(complaints.iter().cloned()).collect();
    if !attacks.is_empty() {
        let longest = |took: fn(&Contained) -> Duration| {
            attacks.iter().map(took).max().unwrap_or_default().as_secs_f64()
        };
        text += &format!(
            "\nhostile contained {contained}/{} · longest build {:.1} s, longest grading {:.1} s\n",
            attacks.len(),
            longest(|attack| attack.building),
            longest(|attack| attack.grading),
        );
    }
    for complaint in complaints {
        text += &format!("{BAD}! {complaint}{BAD:#}\n");
    }
    Summary { text, missed }
}
