//! Dresses the pages: style sheet, scripts, fonts, icons, the outlines of the map.

fn main() {
    npm::embed("assets", &["icons.json", "scss", "js", "svg"]);
}
