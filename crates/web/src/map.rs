//! The map of the 21 territories by presence.
//!
//! The outlines come from `@svg-maps/italy` (Victor Cazanave, CC BY 4.0), simplified and with the
//! two autonomous provinces parted by a line of our own when the assets are built. Each territory
//! is a link; presence is told by pattern and words as well as by colour.

use askama::{Template, filters::HtmlSafe};
use kernel::Territory;

/// How peer support is present in a territory.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Presence {
    /// There is a reality on record.
    Present,
    /// Something is under way.
    Emerging,
    /// Nothing is on record.
    Absent,
}

impl Presence {
    /// The ending of the classes that dress it.
    pub const fn class(self) -> &'static str {
        match self {
            Presence::Present => "present",
            Presence::Emerging => "emerging",
            Presence::Absent => "absent",
        }
    }
}

/// A territory on the map.
#[derive(Debug, Clone)]
pub struct Place {
    /// Which one.
    pub territory: Territory,
    /// How peer support is present there.
    pub presence: Presence,
    /// How many realities are on record.
    pub count: u64,
    /// The page about it.
    pub href: String,
    /// All of that in words: "Umbria: presente, 3 realtà".
    pub label: String,
}

/// The words that stand around the map.
#[derive(Debug, Clone, Default)]
pub struct Words {
    /// What the map shows.
    pub title: String,
    /// The word for [`Presence::Present`].
    pub present: String,
    /// The word for [`Presence::Emerging`].
    pub emerging: String,
    /// The word for [`Presence::Absent`].
    pub absent: String,
    /// Who drew the outlines, as their licence asks: "Contorni da svg-maps di Victor Cazanave (CC BY 4.0), adattati".
    pub credit: String,
}

/// The map; there may be one on a page.
#[derive(Debug, Template)]
#[template(path = "map.html")]
pub struct Map {
    words: Words,
    drawn: Vec<Drawn>,
}

#[derive(Debug)]
struct Drawn {
    place: Place,
    outline: &'static str,
    x: i32,
    y: i32,
}

/// Code, outline, and the point where a number is read best, of each territory.
const SHAPES: [(&str, &str, i32, i32); 21] = include!(concat!(env!("OUT_DIR"), "/assets/shapes.rs"));

/// Draws the map of Italy; a territory that is not among the places is left out.
pub fn italy(words: Words, places: &[Place]) -> Map {
    let drawn = places.iter().filter_map(|place| {
        let (_, outline, x, y) = SHAPES.iter().find(|(code, ..)| *code == place.territory.code())?;
        Some(Drawn { place: place.clone(), outline, x: *x, y: *y })
    });
    Map { words, drawn: drawn.collect() }
}

impl HtmlSafe for Map {}

#[cfg(test)]
mod tests {
    use super::*;
    use scraper::{Html, Selector};
    use std::collections::BTreeSet;

    fn places() -> Vec<Place> {
        let presences = [Presence::Present, Presence::Emerging, Presence::Absent];
        Territory::ALL
            .iter()
            .zip(presences.into_iter().cycle())
            .map(|(territory, presence)| Place {
                territory: *territory,
                presence,
                count: u64::from(presence == Presence::Present),
                href: format!("/realta?territorio={territory}&p=1"),
                label: format!("{territory} \"<presente>\""),
            })
            .collect()
    }

    #[test]
    fn each_of_the_21_territories_is_a_link_with_a_name_and_an_id_of_its_own() {
        let html = italy(Words::default(), &places()).to_string();
        let page = Html::parse_fragment(&html);
        let links = Selector::parse("svg a[href][aria-label]").unwrap();
        assert_eq!(page.select(&links).count(), 21);
        assert_eq!(page.select(&Selector::parse("svg a > title").unwrap()).count(), 21);
        let with_id = Selector::parse("[id]").unwrap();
        let ids: Vec<_> = page.select(&with_id).filter_map(|element| element.value().attr("id")).collect();
        assert_eq!(ids.iter().collect::<BTreeSet<_>>().len(), ids.len());
        assert!(page.errors.iter().all(|error| !error.contains("attribute")), "{:?}", page.errors);
        assert!(!html.contains("<presente>") && !html.contains("style="));
    }

    #[test]
    fn every_territory_has_an_outline_inside_the_picture() {
        for territory in Territory::ALL {
            let (_, outline, x, y) = SHAPES.iter().find(|(code, ..)| *code == territory.code()).unwrap();
            assert!(outline.starts_with('M') && outline.ends_with('z'), "{territory}");
            assert!((0..610).contains(x) && (0..793).contains(y), "{territory}");
        }
        let whole: usize = SHAPES.iter().map(|(_, outline, ..)| outline.len()).sum();
        assert!(whole < 30_000, "the outlines weigh {whole} bytes");
    }
}
