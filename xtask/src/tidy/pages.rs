//! Pages carry no style and no script of their own: the content security policy refuses them.

use super::{Finding, Tree, pattern};

/// No inline style, script or handler in templates or in components written in Rust.
pub fn no_inline(tree: &Tree) -> Vec<Finding> {
    let tag = pattern(r"(?i)<(script|style)\b([^>]*)>");
    let attribute = pattern(r#"(?i)\s(style|on[a-z]+)\s*=\s*\\?["']"#);
    let address = pattern(r"(?i)javascript:");
    let mut findings = Vec::new();
    let templates = tree.under("crates/", ".html").flat_map(|file| file.lines().map(move |(n, line)| (file, n, line)));
    let components = tree.under("crates/", ".rs").filter(|f| f.path.contains("/src/") && !f.is_test());
    let components = components.flat_map(|file| file.program_lines().map(move |(n, line)| (file, n, line)));
    let components = components.filter(|(_, _, line)| line.contains('<') || line.contains("=\\\""));
    for (file, line, text) in templates.chain(components) {
        let inline = tag.captures(text).is_some_and(|t| &t[1].to_lowercase() == "style" || !t[2].contains("src="));
        if inline || attribute.is_match(text) || address.is_match(text) {
            let mend = "a class in the style sheet, or a script file that only enhances";
            findings.push(Finding::error(&file.path, line, "style or script inside the page", mend));
        }
    }
    findings
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(html: &str) -> usize {
        no_inline(&Tree::of(&[("crates/network/src/organisation/page.html", html)])).len()
    }

    #[test]
    fn style_and_script_inside_a_page_are_found() {
        for wrong in [
            "<p style=\"color:red\">",
            "<script>go()</script>",
            "<style>p{}</style>",
            "<a onclick=\"go()\">",
            "<a href=\"javascript:go()\">",
        ] {
            assert_eq!(found(wrong), 1, "{wrong}");
        }
        for right in [
            "<script src=\"/assets/app.js\" defer></script>",
            "<p class=\"lead\">on = style</p>",
            "<link rel=\"stylesheet\">",
        ] {
            assert_eq!(found(right), 0, "{right}");
        }
    }

    #[test]
    fn components_in_rust_are_read_as_well() {
        let code = "write!(f, \"<p style=\\\"color:red\\\">\")";
        assert_eq!(no_inline(&Tree::of(&[("crates/web/src/component.rs", code)])).len(), 1);
    }
}
