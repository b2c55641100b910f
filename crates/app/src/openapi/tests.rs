//! The description says what the API does, for every operation.

use super::{TAGS, description};
use serde_json::Value;
use std::collections::HashSet;

fn operations() -> Vec<(String, Value)> {
    let whole: Value = serde_json::from_str(&description().to_json().unwrap()).unwrap();
    let paths = whole["paths"].as_object().unwrap().clone();
    let each = |(path, item): (String, Value)| {
        let methods = item.as_object().unwrap().clone().into_iter();
        methods.map(move |(method, operation)| (format!("{method} {path}"), operation)).collect::<Vec<_>>()
    };
    paths.into_iter().flat_map(each).collect()
}

#[test]
fn every_route_of_the_api_is_described_and_nothing_else() {
    let described: HashSet<String> = operations().into_iter().map(|(name, _)| name).collect();
    let slices = crate::slices();
    let table = slices.iter().flat_map(|slice| slice.routes.table());
    let api = table.filter(|route| route.path.starts_with("/api/v1/") && route.path != "/api/v1/openapi.json");
    let served: HashSet<String> = api.map(|route| format!("{} {}", route.method.to_lowercase(), route.path)).collect();
    assert_eq!(described, served);
}

#[test]
fn every_operation_has_a_name_of_its_own_a_part_and_a_summary() {
    let mut names = HashSet::new();
    for (which, operation) in operations() {
        let name = operation["operationId"].as_str().unwrap().to_owned();
        assert!(name.starts_with("get") || name.starts_with("list"), "{which}: {name} says what it does");
        assert!(names.insert(name), "{which}: the name stands twice");
        let tag = operation["tags"][0].as_str().unwrap();
        assert!(TAGS.iter().any(|(known, _)| *known == tag), "{which}: {tag} is described");
        assert!(operation["summary"].as_str().is_some_and(|summary| !summary.is_empty()), "{which}");
    }
}

#[test]
fn what_goes_wrong_is_described_as_a_problem() {
    for (which, operation) in operations() {
        assert!(operation["responses"]["401"].is_object(), "{which} may meet a token that is not valid");
        for (status, answer) in operation["responses"].as_object().unwrap() {
            let content = answer["content"].as_object().unwrap();
            let kind = if status.starts_with('2') { "application/json" } else { "application/problem+json" };
            assert!(content.len() == 1 && content.contains_key(kind), "{which} {status}: {content:?}");
        }
        assert!(operation["security"].as_array().is_some_and(|ways| !ways.is_empty()), "{which}");
    }
}
