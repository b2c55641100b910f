//! All that is held, as lines that anybody can read.

use serde_json::Value;

/// A line of the readable export: how deep it stands, the name of the field, what stands in it
/// (nothing where further lines follow).
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Line {
    pub(crate) depth: usize,
    pub(crate) name: String,
    pub(crate) value: Option<String>,
}

/// A value as lines, in the order of its fields. Empty fields are left out.
pub(crate) fn lines(value: &Value) -> Vec<Line> {
    let mut all = Vec::new();
    if let Value::Object(fields) = value {
        fields.iter().for_each(|(name, value)| add(&mut all, 0, name, value));
    }
    all
}

fn add(all: &mut Vec<Line>, depth: usize, name: &str, value: &Value) {
    let line = |value: Option<String>| Line { depth, name: name.replace('_', " "), value };
    match value {
        Value::Null => {}
        Value::Array(items) if items.is_empty() => {}
        Value::Object(fields) if fields.is_empty() => {}
        Value::String(text) => all.push(line(Some(text.clone()))),
        Value::Bool(_) | Value::Number(_) => all.push(line(Some(value.to_string()))),
        Value::Object(fields) => {
            all.push(line(None));
            fields.iter().for_each(|(name, value)| add(all, depth + 1, name, value));
        }
        Value::Array(items) => {
            all.push(line(None));
            for (n, item) in items.iter().enumerate() {
                add(all, depth + 1, &(n + 1).to_string(), item);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn all_that_is_held_becomes_lines_and_nothing_is_left_out() {
        let value = json!({"people": {"display_name": "Ada", "email": null, "roles": ["expert"], "passkeys": []}});
        let all = lines(&value);
        let words: Vec<_> = all.iter().map(|l| (l.depth, l.name.as_str(), l.value.as_deref())).collect();
        assert_eq!(
            words,
            [(0, "people", None), (1, "display name", Some("Ada")), (1, "roles", None), (2, "1", Some("expert"))]
        );
    }
}
