//! Points in a plane, each of one of two kinds: what a network is to tell apart.

use std::f32::consts::{PI, TAU};

use clap::ValueEnum;
use fastrand::Rng;

/// The plane reaches from -`REACH` to `REACH` in both directions.
pub const REACH: f32 = 1.2;

/// How many points there are.
const COUNT: usize = 200;

/// A point, and its kind.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Point {
    /// Where it is.
    pub at: [f32; 2],
    /// Whether it is of the first kind.
    pub is_first: bool,
}

/// How the two kinds lie.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Problem {
    /// Two opposite corners against the other two
    Xor,
    /// A disc within a ring
    Ring,
    /// Two half-moons that reach into each other
    Moons,
    /// Two arms of a spiral
    Spiral,
}

impl Problem {
    /// What it is called on the command line.
    pub fn name(self) -> &'static str {
        match self {
            Self::Xor => "xor",
            Self::Ring => "ring",
            Self::Moons => "moons",
            Self::Spiral => "spiral",
        }
    }

    /// The points to which the network should say yes.
    pub fn yes(self) -> &'static str {
        match self {
            Self::Xor => "points in two opposite corners",
            Self::Ring => "points in the disc",
            Self::Moons => "points of the upper moon",
            Self::Spiral => "points of one arm",
        }
    }

    /// Its points, half of them of each kind.
    pub fn points(self, rng: &mut Rng) -> Vec<Point> {
        let point = |number: usize| {
            let is_first = number.is_multiple_of(2);
            Point { at: self.place(rng, is_first), is_first }
        };
        (0..COUNT).map(point).collect()
    }

    fn place(self, rng: &mut Rng, is_first: bool) -> [f32; 2] {
        let around = |angle: f32, radius: f32| [radius * angle.cos(), radius * angle.sin()];
        match self {
            Self::Xor => {
                let (x, y) = (0.1 + 0.9 * rng.f32(), 0.1 + 0.9 * rng.f32());
                let side = if rng.bool() { 1.0 } else { -1.0 };
                if is_first { [side * x, side * y] } else { [side * x, -side * y] }
            }
            Self::Ring => {
                let radius = if is_first { 0.5 * rng.f32().sqrt() } else { 0.75 + 0.25 * rng.f32() };
                around(TAU * rng.f32(), radius)
            }
            Self::Moons => {
                let [x, y] = around(PI * rng.f32(), 0.65);
                let (x, y) = if is_first { (x - 0.32, y - 0.16) } else { (0.32 - x, 0.16 - y) };
                [x + 0.06 * (rng.f32() - 0.5), y + 0.06 * (rng.f32() - 0.5)]
            }
            Self::Spiral => {
                let along = rng.f32();
                let turn = 1.5 * PI * along + if is_first { 0.0 } else { PI };
                around(turn, 0.15 + 0.85 * along)
            }
        }
    }
}
