//! Which line is which, by colour, width and markers.

use anyhow::Result;
use plotters::element::{Circle, DashedPathElement, PathElement, Rectangle};
use plotters::style::{Color, ShapeStyle};

use super::document::{Area, INK, RANGE, REFERENCE, SCALE, TROUBLE, YOURS, words};

/// How the reference is drawn: broad, so that it can be seen below the learner's.
pub const BROAD: ShapeStyle = line(REFERENCE, 50);
/// How the learner's line is drawn.
pub const NARROW: ShapeStyle = line(YOURS, 18);
/// Length of a dash and of a gap.
pub const DASH: (i32, i32) = (90, 60);
/// Markers on the learner's line.
pub const MARKER: i32 = 34;
/// How strongly the range is shaded.
pub const SHADE: f64 = 0.12;
/// How strongly places are shaded at which there is no number.
pub const BAND: f64 = 0.25;

const fn line(colour: plotters::style::RGBColor, width: u32) -> ShapeStyle {
    let rgba = plotters::style::RGBAColor(colour.0, colour.1, colour.2, 1.0);
    ShapeStyle { color: rgba, filled: false, stroke_width: width }
}

/// A row of samples, each with its name, at this height.
pub fn lines(area: &Area, y: i32, with_yours: bool, with_marks: bool) -> Result<()> {
    let sample = |x: i32| vec![(x * SCALE, y * SCALE), ((x + 36) * SCALE, y * SCALE)];
    if with_yours {
        area.draw(&PathElement::new(sample(16), BROAD))?;
    } else {
        area.draw(&DashedPathElement::new(sample(16), DASH.0, DASH.1, BROAD))?;
    }
    words(area, (58, y), 12, INK, "as it should be")?;
    let shade = [(168 * SCALE, (y - 7) * SCALE), (204 * SCALE, (y + 7) * SCALE)];
    area.draw(&Rectangle::new(shade, RANGE.mix(2.0 * SHADE).filled()))?;
    words(area, (210, y), 12, INK, "its range")?;
    if with_yours {
        area.draw(&PathElement::new(sample(288), NARROW))?;
        area.draw(&Circle::new((306 * SCALE, y * SCALE), MARKER, YOURS.filled()))?;
        words(area, (330, y), 12, INK, "yours")?;
    } else {
        words(area, (288, y), 12, INK, "yours: nothing to draw")?;
    }
    if with_marks {
        let band = [(390 * SCALE, (y - 7) * SCALE), (426 * SCALE, (y + 7) * SCALE)];
        area.draw(&Rectangle::new(band, TROUBLE.mix(BAND).filled()))?;
        words(area, (432, y), 12, INK, "× yours gave no number")?;
    }
    Ok(())
}
