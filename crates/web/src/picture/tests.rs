//! What the pictures promise.

use super::*;
use proptest::prelude::*;
use scraper::{Html, Selector};

fn count(html: &str, selector: &str) -> usize {
    Html::parse_fragment(html).select(&Selector::parse(selector).unwrap()).count()
}

fn stations() -> [Station; 6] {
    ["Conferenza", "Documento", "Carta", "Registro", "Verifica", "Tavoli"].map(|name| Station {
        name: name.to_owned(),
        value: "12".to_owned(),
        note: "<b>".to_owned(),
        href: Some("/x?a=1&b=2".to_owned()),
    })
}

#[test]
fn the_live_loop_is_a_list_of_six_with_words_for_everybody() {
    let html = Live::new("Il ciclo", "Come gira", stations()).to_string();
    assert_eq!(count(&html, "ol > li"), 6);
    assert_eq!(count(&html, "svg > title"), 1);
    assert_eq!(count(&html, "svg > desc"), 1);
    assert!(!html.contains("<b>") && !html.contains("style="));
}

#[test]
fn the_small_loop_marks_one_station() {
    for place in 0..6 {
        let html = small_loop(&stations().map(|station| station.name), place, "Sei qui: Registro");
        assert_eq!(count(&html, ".ap-here__dot--here"), 1);
        assert_eq!(count(&html, "circle"), 6);
        assert!(html.contains("Sei qui: Registro"));
    }
}

#[test]
fn an_icon_is_passed_over_by_screen_readers() {
    assert_eq!(count(&Icon::Check.to_string(), "svg[aria-hidden=true]"), 1);
}

proptest! {
    #[test]
    fn every_part_of_a_bar_is_drawn_and_written(counts in proptest::array::uniform4(0u64..1_000_000)) {
        let tones = [Tone::Met, Tone::NotMet, Tone::NotKnown, Tone::NotApplicable];
        let parts: Vec<_> = tones.into_iter().zip(counts).map(|(tone, n)| (tone, tone.class().to_owned(), n)).collect();
        let bar = Bar { name: "I1".to_owned(), href: None, parts };
        let html = Bars::new("rules", "Regole", &[bar]).to_string();
        let drawn = counts.iter().filter(|n| **n > 0).count();
        prop_assert_eq!(count(&html, ".ap-bars__line rect"), drawn);
        prop_assert_eq!(count(&html, ".ap-bars__legend > li"), drawn);
        prop_assert!(!html.contains("style="));
        let widths: f64 = Html::parse_fragment(&html)
            .select(&Selector::parse(".ap-bars__line rect").unwrap())
            .filter_map(|rect| rect.value().attr("width")?.trim_end_matches('%').parse::<f64>().ok())
            .sum();
        prop_assert!(widths <= 100.0 && (drawn == 0 || widths > 99.9));
    }
}
