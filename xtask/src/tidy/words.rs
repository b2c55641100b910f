//! The words on the screen: respectful, and easy to read.

use super::{Finding, Tree, pattern, texts};
use kernel::gulpease;

/// Words that make a person a diagnosis, or an office of a house; what to write instead.
const NEVER: &[(&str, &str)] = &[
    (r"malat[oaie]", "chi vive un disagio, chi usa i servizi"),
    (r"malattia mentale", "disagio, salute mentale"),
    (r"pazient[ei]( psichiatric[oaih]+)?", "chi usa i servizi"),
    (r"soggett[oi]", "persona, persone"),
    (r"cas[oi] clinic[oi]", "storia, situazione"),
    (r"affett[oaie] da", "che vive con"),
    (r"pazz[oaie]|follia|squilibrat[oaie]", "say what happens, not what somebody is"),
    (r"schizofrenic[oaih]+|psicotic[oaih]+|bipolari|borderline", "a person is not a diagnosis"),
    (r"handicappat[oaie]|ricoverat[oaie]", "persona con disabilità; persona in cura"),
    (r"nome utente|profilo utente|account utente", "il tuo indirizzo, il tuo profilo"),
    (r"mentally ill|mental patients?|mental illness", "people who live with distress"),
    (r"patients?", "people who use the services"),
    (r"suffer(s|ing|ers?)? from|sufferers?|afflicted", "lives with, live with"),
    (r"lunatics?|insane|crazy|madness", "say what happens, not what somebody is"),
    (r"schizophrenics?|psychotics?|the disabled|handicapped", "a person is not a diagnosis"),
];

/// No word on a screen makes a person a diagnosis. Texts, templates, built-in texts and what the
/// program says of itself (made-up records, articles of the Charter) are read; the source Document is
/// quoted as it is and does not stand in the repository.
pub fn respectful(tree: &Tree) -> Vec<Finding> {
    let never: Vec<_> =
        NEVER.iter().map(|(words, better)| (pattern(&format!(r"(?i)\b(?:{words})\b")), *better)).collect();
    let literal = pattern(r#""((?:[^"\\]|\\.)*)""#);
    let mut findings = Vec::new();
    let mut look = |path: &str, line: usize, text: &str| {
        for (words, better) in &never {
            if let Some(found) = words.find(text) {
                let what = format!("“{}” never stands on a screen", found.as_str());
                findings.push(Finding::error(path, line, what, format!("instead: {better}")));
            }
        }
    };
    let built_in = tree.under("crates/", ".txt").filter(|file| file.path.contains("/texts/"));
    for file in tree.under("crates/", ".ftl").chain(tree.under("crates/", ".html")).chain(built_in) {
        // In a built-in text such a line is a heading; elsewhere nobody sees it.
        let seen = |line: &str| file.is(".txt") || (!line.starts_with('#') && !line.contains("{#"));
        let said = file.lines().filter(|(_, line)| seen(line));
        said.for_each(|(line, text)| look(&file.path, line, text));
    }
    for file in tree.under("crates/", ".rs").filter(|f| f.path.contains("/src/") && !f.is_test()) {
        for (line, text) in file.program_lines() {
            literal.captures_iter(text).for_each(|found| look(&file.path, line, &found[1]));
        }
    }
    findings
}

/// The endings of the keys of texts that explain.
const HELP: &[&str] = &["-hint", "-lead", "-help", "-text"];

/// What the Gulpease index of help texts must reach on average: 60 and more reads easily with a
/// lower-secondary education.
const EASY: f64 = 60.0;

/// Italian help texts read easily.
pub fn readable(tree: &Tree) -> Vec<Finding> {
    let mut findings = Vec::new();
    let (mut sum, mut count) = (0.0, 0.0);
    for file in texts::files(tree, "it") {
        for (key, message) in texts::read(file).all {
            if !HELP.iter().any(|ending| key.ends_with(ending)) {
                continue;
            }
            let Some(index) = gulpease(&message.words) else { continue };
            sum += index;
            count += 1.0;
            if index < EASY - 20.0 {
                let what = format!("`{key}` reads with difficulty (Gulpease {index:.0})");
                findings.push(Finding::warning(&file.path, message.line, what, "shorter sentences, shorter words"));
            }
        }
    }
    if count > 0.0 && sum / count < EASY {
        let what = format!("help texts have a Gulpease index of {:.1} on average; {EASY} is needed", sum / count);
        findings.push(Finding::error("crates", 0, what, "`cargo xtask tidy --all` names the hardest ones"));
    }
    findings
}

#[cfg(test)]
mod tests {
    use super::*;

    fn said(text: &str) -> usize {
        respectful(&Tree::of(&[("crates/network/texts/organisation.it.ftl", text)])).len()
    }

    #[test]
    fn words_that_make_a_person_a_diagnosis_are_named() {
        assert_eq!(said("a = Chi usa i servizi racconta.\n# soggetto\n"), 0);
        for wrong in
            ["Un soggetto", "il paziente psichiatrico", "affetta da", "mentally ill people", "Nome utente", "I malati"]
        {
            assert!(said(&format!("a = {wrong}\n")) > 0, "{wrong}");
        }
        assert_eq!(said("a = Una passione, un assoggettamento, l'oggetto del messaggio\n"), 0);
    }

    #[test]
    fn built_in_texts_are_read_as_well() {
        let found = |path: &str| respectful(&Tree::of(&[(path, "# I malati\n> la-parte\nIl paziente.\n")])).len();
        assert_eq!(found("crates/consensus/texts/easy-2021.it.txt"), 2);
        assert_eq!(found("crates/app/src/demo/documento.txt"), 0);
    }

    #[test]
    fn made_up_records_are_read_as_well() {
        let code = "// il soggetto\nlet name = \"Il soggetto\";\n#[cfg(test)]\nlet x = \"malato\";\n";
        assert_eq!(respectful(&Tree::of(&[("crates/app/src/demo.rs", code)])).len(), 1);
    }

    #[test]
    fn help_that_reads_like_an_office_fails() {
        let easy = "a-hint = Scrivi come ti chiami. Puoi cambiare il nome quando vuoi.\n";
        let hard = "a-hint = L'amministrazione responsabile dell'autorizzazione all'accreditamento provvederà all'identificazione.\n";
        let path = "crates/people/texts/account.it.ftl";
        assert!(readable(&Tree::of(&[(path, easy)])).is_empty());
        assert!(readable(&Tree::of(&[(path, hard)])).iter().any(|f| f.path == "crates"));
    }
}
