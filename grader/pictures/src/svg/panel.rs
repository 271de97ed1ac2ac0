//! A pair of axes.

use std::ops::Range;

use anyhow::Result;
use plotters::backend::SVGBackend;
use plotters::chart::{ChartBuilder, ChartContext};
use plotters::coord::cartesian::Cartesian2d;
use plotters::coord::types::RangedCoordf64;
use plotters::style::Color;

use super::document::{Area, GRID, INK, SCALE, font};
use student::curves::{Curve, REACH, short};

/// A pair of axes with something drawn between them.
pub type Chart<'a, 'b> = ChartContext<'b, SVGBackend<'a>, Cartesian2d<RangedCoordf64, RangedCoordf64>>;

/// Errors are drawn by their power of ten; the least of them stands for none at all.
const EXACT: f64 = -10.0;
const WORST: f64 = 2.0;

/// One pair of axes of a picture.
pub struct Panel {
    /// The inputs that it shows.
    pub x: Range<f64>,
    /// The values that it shows.
    pub y: Range<f64>,
    says: (&'static str, &'static str),
    labels: (usize, usize),
    label: fn(&f64) -> String,
    top: i32,
}

impl Panel {
    /// For these inputs and values, whose axes say what they are, and have about so many numbers.
    pub fn new(
        (x, y): (Range<f64>, Range<f64>),
        says: (&'static str, &'static str),
        labels: (usize, usize),
    ) -> Self {
        Self { x, y, says, labels, label: |y| short(*y), top: 6 }
    }

    /// For values of a function, as far as pictures reach.
    fn of_function(y: Range<f64>, says: &'static str, labels: usize) -> Self {
        Self::new((-REACH..REACH, y), ("input x", says), (13, labels))
    }

    /// For a curve and what it should be.
    pub fn curve(curve: &Curve) -> Self {
        let (low, high) = curve.window();
        Self::of_function(low..high, "output f(x)", 7)
    }

    /// For the slopes of both.
    pub fn slope(wanted: &[(f64, f64)], yours: &[Vec<(f64, f64)>]) -> Self {
        let ends = |(low, high): (f64, f64), &(_, y): &(f64, f64)| (low.min(y), high.max(y));
        let (low, high) = wanted.iter().fold((0.0, 0.0), ends);
        let span = high - low;
        let clamped: Vec<(f64, f64)> =
            yours.concat().into_iter().map(|(x, y)| (x, y.clamp(low - span, high + span))).collect();
        let (low, high) = clamped.iter().fold((low, high), ends);
        Self::of_function(low - span * 0.1..high + span * 0.1, "slope f′(x)", 4)
    }

    /// For how far the curve is off.
    pub fn error(curve: &Curve) -> Self {
        let worst = curve.errors().concat().into_iter().map(|(_, error)| power(error));
        let high = worst.fold(0.0, f64::max);
        Self { label: named_power, ..Self::of_function(EXACT - 0.4..high + 0.4, "absolute error", 7) }
    }

    /// With values that are powers of ten.
    pub fn of_powers(self) -> Self {
        Self { label: named_power, ..self }
    }

    /// With more room above, in pixels.
    pub fn below(self, top: i32) -> Self {
        Self { top: self.top + top, ..self }
    }

    /// Draws the axes, and lets `inside` draw between them.
    pub fn draw(&self, area: &Area, inside: impl FnOnce(&mut Chart, &Self) -> Result<()>) -> Result<()> {
        let mut chart = ChartBuilder::on(area)
            .margin_top(self.top * SCALE)
            .margin_left(14 * SCALE)
            .margin_right(20 * SCALE)
            .margin_bottom(4 * SCALE)
            .x_label_area_size(36 * SCALE)
            .y_label_area_size(58 * SCALE)
            .build_cartesian_2d(self.x.clone(), self.y.clone())?;
        chart
            .configure_mesh()
            .bold_line_style(GRID.stroke_width(8))
            .light_line_style(GRID.mix(0.0))
            .axis_style(INK.stroke_width(10))
            .set_all_tick_mark_size(4 * SCALE)
            .x_labels(self.labels.0)
            .y_labels(self.labels.1)
            .x_label_formatter(&|x| short(*x))
            .y_label_formatter(&self.label)
            .label_style(font(11, INK))
            .axis_desc_style(font(12, INK))
            .x_desc(self.says.0)
            .y_desc(self.says.1)
            .draw()?;
        inside(&mut chart, self)
    }
}

/// The power of ten of an error, as far as it can be drawn.
pub fn power(error: f64) -> f64 {
    error.log10().clamp(EXACT, WORST)
}

fn named_power(power: &f64) -> String {
    if *power == EXACT { "exact".to_owned() } else { format!("1e{power}") }
}
