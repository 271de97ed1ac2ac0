//! Points in time, as people and course systems write them.

use anyhow::{Context, Result, bail, ensure};
use jiff::civil::DateTime;
use jiff::tz::TimeZone;
use jiff::{Timestamp, ZonedDateTime};

/// A zone by its name, such as `Europe/Berlin`.
///
/// # Errors
/// Where there is none of this name.
pub fn zone(name: &str) -> Result<TimeZone> {
    TimeZone::get(name).ok().with_context(|| {
        format!("there is no zone `{name}`\nhint: zones have names such as `Europe/Berlin` or `UTC`")
    })
}

/// Reads a date with a time of the day. Where it says no zone and no offset, it is in `zone`.
///
/// # Errors
/// Where it is none, says no time of the day, has neither an offset nor a zone, or is no single point in time: when
/// clocks change, an hour is left out, or comes twice.
pub fn instant(text: &str, zone: Option<&TimeZone>) -> Result<ZonedDateTime> {
    let text = close_up(text.trim());
    let has_time = text.contains(':');
    ensure!(
        has_time || text.parse::<DateTime>().is_err(),
        "`{text}` says no time of the day\nhint: write `{text} 23:59`"
    );
    let shown_in = |time: Timestamp| time.to_zoned_datetime(zone.cloned().unwrap_or(TimeZone::UTC));
    if let Ok(zoned) = text.parse::<ZonedDateTime>() {
        return Ok(zoned);
    }
    if let Ok(time) = text.parse::<Timestamp>() {
        return Ok(shown_in(time));
    }
    let Ok(local) = text.parse::<DateTime>() else {
        bail!(
            "`{text}` is no time\nhint: write it as `2026-10-12 23:59`, or with an offset, `2026-10-12 23:59+02:00`"
        )
    };
    let zone = zone.with_context(|| {
        format!(
            "`{text}` is in no zone\nhint: `zone = \"Europe/Berlin\"`, or an offset behind it, `{text}+02:00`"
        )
    })?;
    zone.to_ambiguous_zoned_datetime(local).unambiguous().ok().with_context(|| {
        format!(
            "`{text}` is no single point in time in {}, because clocks change then\n\
             hint: write an offset behind it, such as `{text}+02:00`",
            zone.iana_name().unwrap_or("this zone")
        )
    })
}

/// Systems write blanks before `Z` and before offsets, and `UTC` for `Z`.
fn close_up(text: &str) -> String {
    let text = text.strip_suffix("UTC").map_or(text.to_owned(), |time| format!("{}Z", time.trim_end()));
    match text.rsplit_once(' ') {
        Some((time, end)) if end == "Z" || end.starts_with(['+', '-']) => format!("{}{end}", time.trim_end()),
        _ => text,
    }
}

/// A point in time for people, with its zone.
pub fn shown(time: &ZonedDateTime) -> String {
    let zone = time.time_zone().iana_name().map_or_else(|| time.offset().to_string(), str::to_owned);
    format!("{}, {zone}", time.strftime("%-d %B %Y, %H:%M"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_are_read_as_systems_and_people_write_them() {
        let berlin = zone("Europe/Berlin").expect("a zone");
        for (text, wanted) in [
            ("2026-10-12 23:59", "2026-10-12T21:59:00Z"),
            ("2026-12-12T23:59:30", "2026-12-12T22:59:30Z"),
            ("2026-10-12 23:59+00:00", "2026-10-12T23:59:00Z"),
            ("2026-10-12 23:59[America/New_York]", "2026-10-13T03:59:00Z"),
            ("2024-09-01 12:00:00.123 Z", "2024-09-01T12:00:00.123Z"),
            ("2024-09-01 12:00:00.123456000 UTC", "2024-09-01T12:00:00.123456Z"),
            ("2018-07-01T14:22:32.365935-07:00", "2018-07-01T21:22:32.365935Z"),
            ("2018-07-01 14:22:32 -0700", "2018-07-01T21:22:32Z"),
        ] {
            let read = instant(text, Some(&berlin)).unwrap_or_else(|error| panic!("{text}: {error}"));
            assert_eq!(read.timestamp().to_string(), wanted, "{text}");
        }
    }

    #[test]
    fn what_is_no_single_point_in_time_is_refused() {
        let berlin = zone("Europe/Berlin").expect("a zone");
        for (text, zone, says) in [
            ("2026-10-12", Some(&berlin), "hint: write `2026-10-12 23:59`"),
            ("12.10.2026 23:59", Some(&berlin), "is no time"),
            ("2026-13-12 23:59", Some(&berlin), "is no time"),
            ("", Some(&berlin), "is no time"),
            ("2026-10-12 23:59", None, "is in no zone"),
            ("2026-03-29 02:30", Some(&berlin), "no single point in time in Europe/Berlin"),
            ("2026-10-25 02:30", Some(&berlin), "no single point in time in Europe/Berlin"),
        ] {
            let error = instant(text, zone).expect_err("it is refused").to_string();
            assert!(error.contains(says), "{text}: {error}");
        }
        assert!(zone("Europe/Atlantis").is_err());
    }
}
