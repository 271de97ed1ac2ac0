//! What is to be said of a run that goes on with an earlier one.

use super::grades::entry::Status;
use super::grading::Graded;
use super::verdicts::ran::Ran;

/// How many names are listed in a sentence; more are counted.
const MOST_NAMED: usize = 8;

/// Says whose earlier grades were moved away.
pub fn withdrawn_remark(withdrawn: &[String]) -> Option<String> {
    if withdrawn.is_empty() {
        return None;
    }
    Some(format!("No longer handed in, and moved to `withdrawn`: {}.", some_of(withdrawn)))
}

/// Some of these names, and how many more there are.
pub fn some_of(names: &[String]) -> String {
    let more = names.len().saturating_sub(MOST_NAMED);
    let more = if more > 0 { format!(" and {more} more") } else { String::new() };
    format!("{}{more}", names[..names.len().min(MOST_NAMED)].join(", "))
}

/// What became of students who were graded in an earlier run, under other conditions.
#[derive(Default)]
pub struct Anew {
    students: usize,
    ran: Ran,
    alarms: Vec<String>,
    /// Who had something to grade, and has nothing by now.
    emptied: Vec<String>,
}

impl Anew {
    /// Counts one student.
    pub fn count(&mut self, graded: &Graded) {
        if graded.is_known && graded.made.is_some() {
            self.students += 1;
            self.ran += graded.ran;
        }
        if graded.was_graded && graded.entry.status == Status::Empty {
            self.emptied.push(graded.entry.person.name.clone());
        }
        self.alarms.extend(graded.alarms.iter().map(|alarm| alarm.words(&graded.entry.person)));
    }

    /// What is in doubt: verdicts that are others for no reason, and a folder that may be another.
    pub fn alarms(&self) -> Vec<String> {
        let emptied = (!self.emptied.is_empty()).then(|| {
            format!(
                "Had exercises to grade before, and nothing now: {}. Is this the right folder of submissions?",
                some_of(&self.emptied)
            )
        });
        self.alarms.iter().cloned().chain(emptied).collect()
    }

    /// How much was run again; none where nobody was graded anew.
    pub fn remark(&self) -> Option<String> {
        (self.students > 0)
            .then(|| format!("Graded anew: {} of the earlier run. {}", self.students, self.ran.words()))
    }
}
