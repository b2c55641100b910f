//! What the engine says, in the reader's language.

use charter::{Parameter, Phrase, Rule, RuleId, Value};
use web::{Arg, T};

/// A sentence of the engine in words.
pub fn say(t: &T, phrase: &Phrase) -> String {
    let args: Vec<(&str, Arg)> = phrase.args.iter().map(|(name, value)| (name.as_str(), arg(t, value))).collect();
    t.args(&phrase.key, &args)
}

fn arg(t: &T, value: &Value) -> Arg {
    match value {
        Value::Number(number) => (*number).into(),
        Value::Hundredths(hundredths) => Arg::Number(*hundredths as f64 / 100.0),
        Value::Day(day) => t.date(*day).into(),
        Value::Text(text) => text.into(),
        Value::Key(key) => t.get(key).into(),
        Value::Keys(keys) => keys.iter().map(|key| t.get(key)).collect::<Vec<_>>().join(", ").into(),
    }
}

/// A rule's name in words.
pub fn rule_title(t: &T, rule: RuleId) -> String {
    t.get(&format!("charter-{}-title", rule.slug()))
}

/// What a rule asks, with its values.
pub fn rule_sentence(t: &T, rule: &Rule) -> String {
    let args: Vec<(&str, Arg)> = rule.parameters.iter().map(|p| (p.name.code(), p.value.into())).collect();
    t.args(&format!("charter-{}-sentence", rule.id.slug()), &args)
}

/// What a parameter sets, in words.
pub(in crate::charter) fn parameter_label(t: &T, rule: RuleId, parameter: &Parameter) -> String {
    t.get(&format!("charter-{}-{}", rule.slug(), parameter.name.code()))
}

/// A parameter's value with its unit: "30 giorni".
pub fn parameter_value(t: &T, parameter: &Parameter) -> String {
    t.arg(&format!("charter-unit-{}", parameter.unit().code()), "n", parameter.value)
}
