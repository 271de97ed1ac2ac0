//! What one student's score becomes.

use jiff::{SignedDuration, Timestamp, ZonedDateTime};

use super::instant::{instant, shown};
use super::{Extension, Per, Policy, is_named};
use crate::class::students::label::System;
use crate::class::students::person::Person;

const DAY: i64 = 24 * 60 * 60;
const HOUR: i64 = 60 * 60;

/// What a policy makes of a score.
#[derive(Debug, Clone, PartialEq)]
pub enum Standing {
    /// What is taken off, which may be nothing.
    Settled(Applied),
    /// Why that can't be said.
    Open(String),
}

/// What is taken off.
#[derive(Debug, Clone, PartialEq)]
pub struct Applied {
    /// How many late days are used up.
    pub late_days: u32,
    /// Points that are taken off.
    pub penalty: f64,
    /// Points that are left.
    pub score: f64,
    /// Why, in words for the student; empty where nothing is to be said.
    pub says: String,
}

impl Policy {
    /// What becomes of a score out of `most` points.
    pub fn standing(&self, person: &Person, score: u32, most: u32) -> Standing {
        match self.submitted(person) {
            Ok(Some(time)) => Standing::Settled(self.applied(person, time, score, most)),
            Ok(None) => Standing::Settled(Applied {
                late_days: 0,
                penalty: 0.0,
                score: f64::from(score),
                says: String::new(),
            }),
            Err(why) => Standing::Open(why),
        }
    }

    /// When somebody handed in; none where the time is not known, but that it was early enough is.
    fn submitted(&self, person: &Person) -> Result<Option<Timestamp>, String> {
        if let Some(time) = self.times.of(|name| is_named(person, name)) {
            // Another assignment's table, perhaps.
            if person.late && self.extension(person).is_none() && time <= self.due.timestamp() {
                return Err(
                    "it is marked as LATE, and the table of times says that it was early enough".into()
                );
            }
            return Ok(Some(time));
        }
        if !person.submitted.is_empty() {
            let read = instant(&person.submitted, self.zone.as_ref());
            return read.map(|time| Some(time.timestamp())).map_err(|error| format!("{error:#}"));
        }
        match person.system {
            Some(System::Canvas) if person.late => {
                Err("Canvas marks it as LATE, and does not say by how much: a table of times can".into())
            }
            Some(System::Canvas) => Ok(None),
            _ => Err("nothing says when it was handed in: a table of times can".into()),
        }
    }

    fn extension(&self, person: &Person) -> Option<&Extension> {
        let is_for = |extension: &&Extension| extension.students.iter().any(|name| is_named(person, name));
        self.extensions.iter().find(is_for)
    }

    fn applied(&self, person: &Person, submitted: Timestamp, score: u32, most: u32) -> Applied {
        let extension = self.extension(person);
        let due: &ZonedDateTime = extension.and_then(|extension| extension.due.as_ref()).unwrap_or(&self.due);
        let free = extension.and_then(|extension| extension.late_days).unwrap_or(self.late_days);
        let late = submitted.duration_since(due.timestamp());
        if late <= SignedDuration::ZERO {
            return Applied { late_days: 0, penalty: 0.0, score: f64::from(score), says: String::new() };
        }
        let used = u32::try_from(begun(late, DAY)).unwrap_or(u32::MAX).min(free);
        let counted = late - SignedDuration::from_secs(i64::from(used) * DAY);
        let (unit, name) = match self.penalty.per {
            Per::Day => (DAY, "day"),
            Per::Hour => (HOUR, "hour"),
        };
        let steps = begun(counted, unit);
        let (amount, whole) = match (self.penalty.percent, self.penalty.points) {
            (Some(percent), _) => (percent, f64::from(most) / 100.0),
            (_, points) => (points.unwrap_or_default(), 1.0),
        };
        let wanted = amount * steps as f64;
        let capped = self.penalty.cap.map_or(wanted, |cap| wanted.min(cap));
        // To a hundredth of a point, and never more than there is.
        let penalty = (capped * whole * 100.0).round().min(f64::from(score) * 100.0) / 100.0;
        let left = ((f64::from(score) - penalty) * 100.0).round() / 100.0;
        let mut says = format!("Handed in {} after it was due ({}).", span(late), shown(due));
        if used > 0 {
            says += &format!(" {used} of your late days {} used.", if used == 1 { "is" } else { "are" });
        }
        if steps > 0 {
            let plural = if steps == 1 { "" } else { "s" };
            let each = match self.penalty.percent {
                Some(percent) => format!("{percent} % of {most} points"),
                None => format!("{amount} points"),
            };
            let cap =
                if capped < wanted { format!(", up to {}", self.cap_in_words()) } else { String::new() };
            says += &format!(
                " For {steps} {name}{plural} begun, at {each} each{cap}, {penalty} points are taken off {score}: {left} are left."
            );
        } else {
            says += " Nothing is taken off.";
        }
        Applied { late_days: used, penalty, score: left, says }
    }

    fn cap_in_words(&self) -> String {
        let cap = self.penalty.cap.unwrap_or_default();
        if self.penalty.percent.is_some() { format!("{cap} %") } else { format!("{cap} points") }
    }
}

/// How many units have begun within a time.
fn begun(time: SignedDuration, unit: i64) -> i64 {
    let whole = time.as_secs().div_euclid(unit);
    let is_exact = time.as_secs().rem_euclid(unit) == 0 && time.subsec_nanos() == 0;
    (if is_exact { whole } else { whole + 1 }).max(0)
}

/// A time in words, by its two largest units.
fn span(time: SignedDuration) -> String {
    let seconds = time.as_secs();
    let units = [(seconds / DAY, "day"), (seconds % DAY / HOUR, "hour"), (seconds % HOUR / 60, "minute")];
    let words: Vec<String> = units
        .into_iter()
        .filter(|(count, _)| *count > 0)
        .take(2)
        .map(|(count, unit)| format!("{count} {unit}{}", if count == 1 { "" } else { "s" }))
        .collect();
    if words.is_empty() { "less than a minute".into() } else { words.join(" ") }
}

#[cfg(test)]
mod tests {
    use super::super::{Policy, Written};
    use super::*;

    fn policy(more: &str) -> Policy {
        let text = format!("due = \"2026-10-23 23:59\"\nzone = \"Europe/Berlin\"\n{more}");
        let written: Written = toml::from_str(&text).expect("TOML");
        Policy::new(written).expect("a policy")
    }

    fn at(submitted: &str) -> Person {
        Person { submitted: submitted.into(), id: "7".into(), ..Person::new("ada".into()) }
    }

    /// Late days, penalty, and what is left of 90 out of 100.
    fn left(policy: &Policy, submitted: &str) -> (u32, f64, f64) {
        match policy.standing(&at(submitted), 90, 100) {
            Standing::Settled(Applied { late_days, penalty, score, .. }) => (late_days, penalty, score),
            Standing::Open(why) => panic!("{why}"),
        }
    }

    #[test]
    fn each_day_or_hour_that_has_begun_counts_after_the_late_days() {
        let days = policy("late_days = 1\n[penalty]\nper = \"day\"\npercent = 10\ncap = 25");
        for (submitted, wanted) in [
            ("2026-10-23 23:59", (0, 0.0, 90.0)),
            ("2026-10-23 21:59:00 Z", (0, 0.0, 90.0)),
            ("2026-10-23 21:59:00.5 Z", (1, 0.0, 90.0)),
            ("2026-10-24 23:59", (1, 0.0, 90.0)),
            ("2026-10-24 23:59:01", (1, 10.0, 80.0)),
            // Clocks went back: the day after it is due has 25 hours, and a day is 24.
            ("2026-10-25 22:59", (1, 10.0, 80.0)),
            ("2026-10-25 23:00", (1, 20.0, 70.0)),
            ("2026-11-30 12:00", (1, 25.0, 65.0)),
        ] {
            assert_eq!(left(&days, submitted), wanted, "{submitted}");
        }
        let hours = policy("[penalty]\nper = \"hour\"\npoints = 0.75");
        assert_eq!(left(&hours, "2026-10-24 01:59"), (0, 1.5, 88.5));
        assert_eq!(left(&hours, "2026-10-24 02:00"), (0, 2.25, 87.75));
        assert_eq!(left(&hours, "2027-10-24 02:00"), (0, 90.0, 0.0));
    }

    #[test]
    fn whoever_is_named_has_other_terms() {
        let extended = "[penalty]\nper = \"day\"\npoints = 5\n[[extension]]\nstudents = [\"7\"]\ndue = \"2026-10-26 12:00\"\n\
                        [[extension]]\nstudents = [\"bob\", \"eve@uni.example\"]\nlate_days = 2";
        let extended = policy(extended);
        assert_eq!(left(&extended, "2026-10-26 12:00"), (0, 0.0, 90.0));
        assert_eq!(left(&extended, "2026-10-26 12:01"), (0, 5.0, 85.0));
        let bob = Person { submitted: "2026-10-26 12:00".into(), ..Person::new("bob".into()) };
        let eve = Person { email: "Eve@uni.example".into(), ..Person::new("submission_1".into()) };
        let eve = Person { submitted: bob.submitted.clone(), ..eve };
        for person in [&bob, &eve] {
            let Standing::Settled(applied) = extended.standing(person, 90, 100) else {
                panic!("a time is there")
            };
            assert_eq!((applied.late_days, applied.penalty), (2, 5.0));
            assert_eq!(
                applied.says,
                "Handed in 2 days 13 hours after it was due (23 October 2026, 23:59, Europe/Berlin). 2 of your late days \
                 are used. For 1 day begun, at 5 points each, 5 points are taken off 90: 85 are left."
            );
        }
        let remarks = extended.remarks(&[&bob, &eve, &Person::new("bob".into())]);
        assert!(remarks[0].starts_with("In the policy, and handed nothing in: 7. "), "{remarks:?}");
        assert_eq!(remarks[1..], ["In the policy by a name that several have: bob. Write the id."]);
        // What Canvas makes of a name.
        let ada = Person { name: "lovelaceada".into(), ..Person::new("lovelaceada_7".into()) };
        let ada = |system| Person { system, ..ada.clone() };
        assert!(is_named(&ada(Some(System::Canvas)), "Lovelace, Ada"));
        assert!(
            !is_named(&ada(None), "Lovelace, Ada") && !is_named(&ada(Some(System::Canvas)), "Lovelace, A")
        );
        // A comma stands between members of a group, and in other systems between last and first name.
        let named = |system| Person { system, name: "Lee, bob".into(), ..Person::new("1".into()) };
        assert!(is_named(&named(Some(System::Gradescope)), "bob") && !is_named(&named(None), "bob"));
    }

    #[test]
    fn without_a_time_nothing_is_guessed() {
        let policy = policy("[penalty]\nper = \"day\"\npercent = 10");
        let canvas = |late| Person { late, system: Some(System::Canvas), ..at("") };
        let open = |person: &Person| match policy.standing(person, 90, 100) {
            Standing::Open(why) => why,
            Standing::Settled(applied) => format!("{}", applied.score),
        };
        assert_eq!(open(&canvas(false)), "90");
        assert!(open(&canvas(true)).contains("LATE, and does not say by how much"));
        assert!(open(&at("")).contains("nothing says when"));
        assert!(open(&at("Monday, 12 October 2026, 11:59 PM")).contains("is no time"));
    }
}
