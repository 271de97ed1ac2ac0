//! What is drawn between the axes of a panel.

use anyhow::Result;
use plotters::element::{Circle, DashedPathElement, PathElement, Rectangle, Text};
use plotters::style::text_anchor::{HPos, Pos, VPos};
use plotters::style::{Color, RGBColor};

use super::clip::visible;
use super::document::{INK, RANGE, TROUBLE, YOURS, font};
use super::legend::{BAND, BROAD, DASH, MARKER, NARROW, SHADE};
use super::panel::{Chart, Panel, power};
use student::curves::{Curve, REACH, State, Trouble};

/// One of so many points has a marker.
const BETWEEN_MARKERS: usize = 20;

impl Panel {
    /// Range, marks, and both lines.
    pub fn whole_curve(&self, chart: &mut Chart, curve: &Curve) -> Result<()> {
        let (low, high) = (curve.range.0.max(self.y.start), curve.range.1.min(self.y.end));
        chart
            .plotting_area()
            .draw(&Rectangle::new([(-REACH, low), (REACH, high)], RANGE.mix(SHADE).filled()))?;
        for mark in curve.marks() {
            self.band(chart, mark.from, mark.to)?;
        }
        self.reference(chart, &curve.reference(), curve.state == State::Written)?;
        self.yours(chart, &curve.yours())?;
        match curve.state {
            State::Written => Ok(()),
            _ => {
                let y = self.y.start + (self.y.end - self.y.start) * 0.7;
                self.say(chart, (-REACH / 2.0, y), HPos::Center, INK, &curve.summary())
            }
        }
    }

    /// The first mark of each kind, by its name.
    pub fn name_marks(&self, chart: &mut Chart, curve: &Curve) -> Result<()> {
        let mut named: Vec<Trouble> = Vec::new();
        for mark in curve.marks() {
            if !named.contains(&mark.trouble) {
                let right = f64::midpoint(mark.from, mark.to) > 0.0;
                let (x, side) = if right { (mark.to, HPos::Right) } else { (mark.from, HPos::Left) };
                let step = (self.y.end - self.y.start) * 0.07;
                #[expect(clippy::cast_precision_loss, reason = "a handful")]
                let y = self.y.start + step * named.len() as f64;
                self.say(chart, (x, y), side, TROUBLE, &format!("× {}", mark.trouble.name()))?;
                named.push(mark.trouble);
            }
        }
        Ok(())
    }

    /// How far the curve is off, and how far it may be.
    pub fn whole_error(&self, chart: &mut Chart, curve: &Curve) -> Result<()> {
        let allowed = power(curve.tolerance.slack(1.0));
        let line = [(-REACH, allowed), (REACH, allowed)];
        chart.plotting_area().draw(&DashedPathElement::new(line, 30, 30, INK.stroke_width(14)))?;
        let says = match curve.tolerance.words() {
            None => "tolerance: none, has to be exact".to_owned(),
            Some(tolerance) => format!("tolerance {tolerance}"),
        };
        self.say(chart, (REACH - 0.05, allowed + 0.2), HPos::Right, INK, &says)?;
        for mark in curve.marks() {
            self.band(chart, mark.from, mark.to)?;
        }
        for piece in curve.errors() {
            let powers: Vec<(f64, f64)> = piece.into_iter().map(|(x, error)| (x, power(error))).collect();
            self.yours(chart, &[powers])?;
        }
        match curve.state {
            State::Written => Ok(()),
            _ => self.say(chart, (-REACH / 2.0, -4.6), HPos::Center, INK, &curve.summary()),
        }
    }

    /// What should be: dashed where there is nothing beside it.
    pub fn reference(&self, chart: &mut Chart, line: &[(f64, f64)], solid: bool) -> Result<()> {
        let area = chart.plotting_area();
        if solid {
            area.draw(&PathElement::new(line.to_vec(), BROAD))?;
        } else {
            area.draw(&DashedPathElement::new(line.to_vec(), DASH.0, DASH.1, BROAD))?;
        }
        Ok(())
    }

    /// The learner's line with its markers, as far as it is between the axes.
    pub fn yours(&self, chart: &mut Chart, pieces: &[Vec<(f64, f64)>]) -> Result<()> {
        let area = chart.plotting_area();
        for piece in pieces.iter().flat_map(|piece| visible(piece, &self.y)) {
            for &point in piece.iter().step_by(BETWEEN_MARKERS) {
                area.draw(&Circle::new(point, MARKER, YOURS.filled()))?;
            }
            area.draw(&PathElement::new(piece, NARROW))?;
        }
        Ok(())
    }

    fn band(&self, chart: &mut Chart, from: f64, to: f64) -> Result<()> {
        // As wide as the gap in the line: half a step more at either end.
        let half = 0.0125;
        let corners = [((from - half).max(-REACH), self.y.start), ((to + half).min(REACH), self.y.end)];
        let area = chart.plotting_area();
        area.draw(&Rectangle::new(corners, TROUBLE.mix(BAND).filled()))?;
        Ok(())
    }

    /// Words at a place.
    pub fn say(
        &self,
        chart: &mut Chart,
        at: (f64, f64),
        side: HPos,
        colour: RGBColor,
        text: &str,
    ) -> Result<()> {
        let style = font(12, colour).pos(Pos::new(side, VPos::Bottom));
        Ok(chart.plotting_area().draw(&Text::new(text.to_owned(), at, style))?)
    }
}
