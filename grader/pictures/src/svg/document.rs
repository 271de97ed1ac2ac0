//! What stands around a drawing: its words for those who listen, its colours in the dark.

use anyhow::Result;
use plotters::backend::SVGBackend;
use plotters::coord::Shift;
use plotters::drawing::{DrawingArea, IntoDrawingArea};
use plotters::element::Text;
use plotters::style::text_anchor::{HPos, Pos, VPos};
use plotters::style::{Color, IntoFont, RGBColor, TextStyle};

/// A place to draw in.
pub type Area<'a> = DrawingArea<SVGBackend<'a>, Shift>;

/// The crate that draws rounds to whole units, so there are several to a pixel.
pub const SCALE: i32 = 10;

/// Okabe and Ito's colours, which most people can tell apart.
pub const PAPER: RGBColor = RGBColor(0xff, 0xff, 0xff);
pub const INK: RGBColor = RGBColor(0x1b, 0x1f, 0x24);
pub const GRID: RGBColor = RGBColor(0xd9, 0xdd, 0xe2);
pub const REFERENCE: RGBColor = RGBColor(0x00, 0x72, 0xb2);
pub const YOURS: RGBColor = RGBColor(0xd5, 0x5e, 0x00);
pub const RANGE: RGBColor = RGBColor(0x00, 0x9e, 0x73);
pub const TROUBLE: RGBColor = RGBColor(0xa6, 0x4d, 0x79);

/// Colours in the light, and what they are in the dark.
const DARK: [(RGBColor, &str); 6] = [
    (PAPER, "#15181C"),
    (INK, "#E8EAED"),
    (GRID, "#363C43"),
    (REFERENCE, "#56B4E9"),
    (YOURS, "#F0803C"),
    (TROUBLE, "#E39CC3"),
];

/// Draws a picture of this size, in pixels, with words that are read aloud in its place. Its colours in
/// the dark are added by whoever shows it: see [`rules`].
pub fn document(
    id: &str,
    (width, height): (i32, i32),
    title: &str,
    description: &str,
    draw: impl FnOnce(&Area) -> Result<()>,
) -> String {
    let mut drawn = String::new();
    let size = (width * SCALE, height * SCALE);
    {
        let units = (size.0.unsigned_abs(), size.1.unsigned_abs());
        let page = SVGBackend::with_string(&mut drawn, units).into_drawing_area();
        let finished = super::fill(&page).and_then(|()| draw(&page)).and_then(|()| Ok(page.present()?));
        finished.expect("there is always room for a picture in memory");
    }
    let (_, body) = drawn.split_once(">\n").expect("a picture has a beginning");
    format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" id=\"{id}\" role=\"img\" \
         aria-labelledby=\"{id}-title {id}-desc\" width=\"{width}\" height=\"{height}\" \
         viewBox=\"0 0 {} {}\">\n<title id=\"{id}-title\">{}</title>\n<desc id=\"{id}-desc\">{}</desc>\n{}",
        size.0,
        size.1,
        escaped(title),
        escaped(description),
        body.trim_start()
    )
}

/// A picture that brings its rules along.
pub fn with_rules(picture: &str, id: &str) -> String {
    picture.replacen("</desc>\n", &format!("</desc>\n<style>{}</style>\n", rules(&format!("#{id}"))), 1)
}

/// Rules that win against the colours in the drawings that this selector finds.
pub fn rules(pictures: &str) -> String {
    let mut rules = format!(
        "{pictures} polyline{{stroke-linejoin:round}}@media screen and (prefers-color-scheme:dark){{"
    );
    for (light, dark) in DARK {
        let light = format!("#{:02X}{:02X}{:02X}", light.0, light.1, light.2);
        rules += &format!(
            "{pictures} [fill=\"{light}\"]{{fill:{dark}}}{pictures} [stroke=\"{light}\"]{{stroke:{dark}}}"
        );
    }
    rules + "}"
}

/// Text as it may stand in an element.
pub fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}

/// Words as [`words`], in as many lines as this width takes.
pub fn paragraph(area: &Area, (x, y): (i32, i32), width: i32, size: i32, text: &str) -> Result<()> {
    // A letter is about half as wide as it is high.
    let most = usize::try_from(width * 2 / size).unwrap_or_default();
    for (line, y) in textwrap::wrap(text, most).iter().zip((y..).step_by(15)) {
        words(area, (x, y), size, INK, line)?;
    }
    Ok(())
}

/// Words of this size whose left end is in the middle of their height at this place, in pixels.
pub fn words(area: &Area, (x, y): (i32, i32), size: i32, colour: RGBColor, text: &str) -> Result<()> {
    let style = font(size, colour).pos(Pos::new(HPos::Left, VPos::Center));
    Ok(area.draw(&Text::new(text.to_owned(), (x * SCALE, y * SCALE), style))?)
}

/// Letters of this size in pixels.
pub fn font(size: i32, colour: RGBColor) -> TextStyle<'static> {
    // The crate that draws makes them smaller by this.
    let units = f64::from(size * SCALE) * 1.24;
    TextStyle { color: colour.to_backend_color(), ..TextStyle::from(("sans-serif", units).into_font()) }
}
