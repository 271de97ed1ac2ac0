//! Lines end at the edge of their panel.

use std::ops::Range;

/// A place in a panel.
type Place = (f64, f64);

/// The parts of a line whose values lie in the panel, each up to the very edge.
pub fn visible(line: &[Place], shown: &Range<f64>) -> Vec<Vec<Place>> {
    let inside = |place: &Place| shown.contains(&place.1);
    let mut parts = vec![Vec::new()];
    for (number, place) in line.iter().enumerate() {
        let before = number.checked_sub(1).map(|number| &line[number]);
        let open = parts.last_mut().expect("never empty");
        match (before.filter(|before| inside(before) != inside(place)), inside(place)) {
            (Some(before), true) => open.extend([crossing(*before, *place, shown), *place]),
            (None, true) => open.push(*place),
            (Some(before), false) => {
                open.push(crossing(*before, *place, shown));
                parts.push(Vec::new());
            }
            (None, false) => {}
        }
    }
    parts.retain(|part| !part.is_empty());
    parts
}

fn crossing(a: Place, b: Place, shown: &Range<f64>) -> Place {
    let edge = if a.1.max(b.1) > shown.end { shown.end } else { shown.start };
    (a.0 + (b.0 - a.0) * (edge - a.1) / (b.1 - a.1), edge)
}

#[cfg(test)]
mod tests {
    use super::visible;

    #[test]
    fn a_line_leaves_and_comes_back_at_the_edge() {
        let line = [(0.0, 0.5), (1.0, 2.5), (2.0, 2.5), (3.0, 0.5), (4.0, -1.5)];
        let parts = visible(&line, &(0.0..1.5));
        assert_eq!(parts, [vec![(0.0, 0.5), (0.5, 1.5)], vec![(2.5, 1.5), (3.0, 0.5), (3.25, 0.0)]]);
    }
}
