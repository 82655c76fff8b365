//! The plot of a report: requests a second and latency over time, as SVG. Pure.
//!
//! It is read on light pages and on dark ones. Every colour is an attribute that plotters writes; a style
//! in the file, which is stronger than attributes, gives each another value where the reader's page is dark.

use plotters::prelude::*;
use plotters::style::RGBColor;

use crate::meter::Sum;
use crate::wrong::Wrong;

const SIZE: (u32, u32) = (960, 640);

/// A colour on light paper and on dark.
struct Ink(RGBColor, &'static str);

const PAPER: Ink = Ink(RGBColor(255, 255, 255), "#14171a");
const WORDS: Ink = Ink(RGBColor(31, 35, 40), "#e6e9ec");
const GRID: Ink = Ink(RGBColor(222, 226, 230), "#343a40");
/// Told apart also by those who see fewer colours, and each four and a half times as dark (light) as the paper.
const LINES: [Ink; 5] = [
    Ink(RGBColor(0, 92, 175), "#6cb2ff"),
    Ink(RGBColor(176, 58, 0), "#ff9b5e"),
    Ink(RGBColor(0, 112, 74), "#4fd1a0"),
    Ink(RGBColor(140, 20, 120), "#f08be0"),
    Ink(RGBColor(96, 96, 0), "#d8cf5a"),
];

fn hex(RGBColor(red, green, blue): RGBColor) -> String {
    format!("#{red:02X}{green:02X}{blue:02X}")
}

/// What makes the plot fit for dark pages, and its words those of the page.
fn style() -> String {
    let mut dark = String::new();
    for Ink(light, other) in [PAPER, WORDS, GRID].iter().chain(&LINES) {
        let light = hex(*light);
        dark.push_str(&format!("[fill=\"{light}\"]{{fill:{other}}}[stroke=\"{light}\"]{{stroke:{other}}}"));
    }
    format!(
        "<style>text{{font-family:system-ui,sans-serif}}@media (prefers-color-scheme:dark){{{dark}}}</style>\n"
    )
}

fn broken(error: impl std::fmt::Display) -> Wrong {
    Wrong::new(format!("the plot: {error}"))
}

/// Draws those rows that have anything over time.
///
/// # Errors
/// None that can be reached: it is drawn into memory.
pub fn draw(title: &str, rows: &[Sum]) -> Result<String, Wrong> {
    let rows: Vec<&Sum> = rows.iter().filter(|row| row.count > 0).take(LINES.len()).collect();
    let mut svg = String::new();
    {
        let root = SVGBackend::with_string(&mut svg, SIZE).into_drawing_area();
        root.fill(&PAPER.0).map_err(broken)?;
        let caption = ("sans-serif", 20).into_font().color(&WORDS.0);
        let area = root.titled(title, caption).map_err(broken)?;
        let [upper, lower] = <[_; 2]>::try_from(area.split_evenly((2, 1))).map_err(|_| broken("no room"))?;
        let rate = |[at, rate, ..]: &[f64; 4]| Some((*at, *rate));
        panel(&upper, "requests a second", &rows, &[("", &rate)])?;
        let middle = |[at, rate, p50, _]: &[f64; 4]| (*rate > 0.0).then_some((*at, *p50));
        let tail = |[at, rate, _, p99]: &[f64; 4]| (*rate > 0.0).then_some((*at, *p99));
        panel(&lower, "milliseconds", &rows, &[(" p50", &middle), (" p99", &tail)])?;
        root.present().map_err(broken)?;
    }
    let head = svg.find('>').map_or(0, |end| end + 1);
    svg.insert_str(head, &style());
    Ok(svg)
}

type Point<'a> = &'a dyn Fn(&[f64; 4]) -> Option<(f64, f64)>;
type Area<'a, 'b> = DrawingArea<SVGBackend<'a>, plotters::coord::Shift>;

fn panel(area: &Area<'_, '_>, what: &str, rows: &[&Sum], lines: &[(&str, Point<'_>)]) -> Result<(), Wrong> {
    let points = |row: &Sum, point: Point<'_>| row.over_time.iter().filter_map(point).collect::<Vec<_>>();
    let all: Vec<(f64, f64)> =
        rows.iter().flat_map(|row| lines.iter().flat_map(|(_, point)| points(row, *point))).collect();
    let end = all.iter().map(|(at, _)| *at).fold(1.0, f64::max);
    let top = all.iter().map(|(_, value)| *value).fold(1.0, f64::max) * 1.1;
    let words = ("sans-serif", 14).into_font().color(&WORDS.0);
    let mut chart = ChartBuilder::on(area)
        .margin(10)
        .margin_right(24)
        .x_label_area_size(32)
        .y_label_area_size(72)
        .build_cartesian_2d(0.0..end, 0.0..top)
        .map_err(broken)?;
    chart
        .configure_mesh()
        .axis_style(WORDS.0)
        .bold_line_style(GRID.0)
        .light_line_style(PAPER.0)
        .label_style(words.clone())
        .x_desc("seconds")
        .y_desc(what)
        .draw()
        .map_err(broken)?;
    for (row, Ink(colour, _)) in rows.iter().zip(LINES) {
        for (nth, (of, point)) in lines.iter().enumerate() {
            // The tail is drawn thinner than the middle.
            let style = colour.stroke_width(if nth == 0 { 3 } else { 1 });
            let line = LineSeries::new(points(row, *point), style);
            let drawn = chart.draw_series(line).map_err(broken)?;
            let name = format!("{}{of}", row.name);
            drawn.label(name).legend(move |(x, y)| PathElement::new([(x, y), (x + 22, y)], style));
        }
    }
    chart
        .configure_series_labels()
        .position(SeriesLabelPosition::UpperRight)
        .background_style(PAPER.0)
        .border_style(GRID.0)
        .label_font(words)
        .draw()
        .map_err(broken)
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::*;

    fn row(name: &str, points: usize) -> Sum {
        #[allow(clippy::cast_precision_loss)]
        let over_time = (0..points).map(|n| [n as f64, 100.0, 1.0, 3.0]).collect();
        Sum {
            name: name.into(),
            count: u64::try_from(points).unwrap(),
            errors: 0,
            rate: 100.0,
            latency: [1.0; 5],
            bytes: 0,
            wrong: BTreeMap::new(),
            over_time,
        }
    }

    /// Reads all of it, as strictly as XML is read.
    fn elements(svg: &str) -> Vec<String> {
        let mut reader = quick_xml::Reader::from_str(svg);
        let mut names = Vec::new();
        loop {
            match reader.read_event().unwrap() {
                quick_xml::events::Event::Eof => return names,
                quick_xml::events::Event::Start(tag) | quick_xml::events::Event::Empty(tag) => {
                    for attribute in tag.attributes() {
                        attribute.unwrap();
                    }
                    names.push(String::from_utf8(tag.name().as_ref().to_vec()).unwrap());
                }
                _ => {}
            }
        }
    }

    #[test]
    fn the_plot_is_valid_xml_with_a_line_for_each_row() {
        let svg = draw("read <fast> & right", &[row("page", 20), row("304", 20), row("none", 0)]).unwrap();
        let names = elements(&svg);
        assert_eq!(names.first().map(String::as_str), Some("svg"));
        assert_eq!(names.iter().filter(|name| *name == "style").count(), 1);
        for Ink(colour, dark) in &LINES[..2] {
            assert!(svg.contains(&format!("stroke=\"{}\"", hex(*colour))), "{}", hex(*colour));
            assert!(svg.contains(dark));
        }
        assert!(!svg.contains("none p50"));
        assert!(svg.contains("&lt;fast&gt; &amp; right"));
    }

    #[test]
    fn nothing_is_a_plot_too() {
        assert!(elements(&draw("nothing", &[]).unwrap()).contains(&"text".to_owned()));
    }

    #[test]
    fn every_colour_that_is_drawn_has_one_for_dark_pages() {
        let svg = draw("all", &["a", "b", "c", "d", "e", "f"].map(|name| row(name, 3))).unwrap();
        let known: Vec<String> =
            [PAPER, WORDS, GRID].iter().chain(&LINES).map(|Ink(light, _)| hex(*light)).collect();
        let body = svg.split("</style>").nth(1).unwrap();
        for attribute in ["fill=\"#", "stroke=\"#"] {
            for (at, _) in body.match_indices(attribute) {
                let colour = &body[at + attribute.len() - 1..at + attribute.len() + 6];
                assert!(known.iter().any(|known| known == colour), "{colour}");
            }
        }
    }
}
