//! Bullets, dashes and letters at the start of a line.

/// What marks the items of a list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Marker {
    /// A round or square bullet; also the private characters that symbol fonts leave in a text.
    Bullet,
    /// A hyphen, a dash, a minus.
    Dash,
    /// A letter or number with a bracket: `a)`, `1)`.
    Label,
}

/// The marker at the start of a line, its letter or number, and the rest of the line.
pub(super) fn marker(line: &str) -> Option<(Marker, Option<String>, &str)> {
    let first = line.chars().next()?;
    let after = line[first.len_utf8()..].trim_start();
    match first {
        '•' | '▪' | '■' | '◦' | '●' | '‣' | '·' | '*' | '\u{f000}'..='\u{f0ff}' if !after.is_empty() => {
            Some((Marker::Bullet, None, after))
        }
        '-' | '–' | '—' | '−' if line[first.len_utf8()..].starts_with(' ') && !after.is_empty() => {
            Some((Marker::Dash, None, after))
        }
        _ => label(line),
    }
}

fn label(line: &str) -> Option<(Marker, Option<String>, &str)> {
    let (label, rest) = line.split_once(") ")?;
    let letter = label.len() == 1 && label.chars().all(|c| c.is_ascii_lowercase());
    let number = (1..=2).contains(&label.len()) && label.chars().all(|c| c.is_ascii_digit());
    (letter || number).then(|| (Marker::Label, Some(format!("{label})")), rest))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_source_has_bullets_dashes_and_letters() {
        for bullet in ["• produrre", "\u{f0a7} è frutto", "\u{f0b7}è frutto"] {
            assert_eq!(marker(bullet).unwrap().0, Marker::Bullet);
        }
        for dash in ["- danno vita", "− definizione", "– altro"] {
            assert_eq!(marker(dash).unwrap().0, Marker::Dash);
        }
        assert_eq!(marker("a) proposte"), Some((Marker::Label, Some("a)".into()), "proposte")));
        for none in ["-programma statale", "(etc.) altro", "Una parola", "742 PSW lavorano", ""] {
            assert!(marker(none).is_none(), "{none}");
        }
    }
}
