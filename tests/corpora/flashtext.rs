//! flashtext's cases: keywords, a sentence, and the names of what is found in order, without and with regard to case.
//!
//! A keyword's clean name is an entry, its spellings are the labels. Keywords that a case removes are left out of the glossary, which is what removing means for a
//! glossary that is compiled once.

use serde_json::{Value, json};

use crate::support;

#[test]
fn extractor() {
    let Some(cases) = support::read_json("peer-tests/flashtext/keyword_extractor_test_cases.json")
    else {
        return;
    };
    assert_eq!(run(&cases), 49 * 2);
}

#[test]
fn remover() {
    let Some(cases) = support::read_json("peer-tests/flashtext/keyword_remover_test_cases.json")
    else {
        return;
    };
    assert_eq!(run(&cases), 9 * 2);
}

/// Checks all cases, each with both rules; returns how many there were.
fn run(cases: &Value) -> usize {
    let mut count = 0;
    for case in cases.as_array().expect("an array") {
        for (rule, expected) in [("ignore", "keywords"), ("exact", "keywords_case_sensitive")] {
            let found = names(case, rule);
            assert_eq!(json!(found), case[expected], "case: {rule}, {case}");
            count += 1;
        }
    }
    count
}

fn names(case: &Value, rule: &str) -> Vec<String> {
    let keywords = case["keyword_dict"].as_object().expect("keywords");
    let removed = |name: &str, label: &Value| {
        let labels = case["remove_keyword_dict"][name].as_array();
        labels.is_some_and(|labels| labels.contains(label))
    };
    let entries = keywords.iter().filter_map(|(name, labels)| {
        let labels = labels.as_array().expect("labels").iter();
        let labels: Vec<&Value> = labels.filter(|label| !removed(name, label)).collect();
        let (term, aliases) = labels.split_first()?;
        Some(json!({"id": name, "term": term, "aliases": aliases, "definition": "d", "case": rule, "inflect": false}))
    });
    let entries: Vec<Value> = entries.collect();
    let matcher = support::compile(&json!({ "entries": entries }));
    let sentence = case["sentence"].as_str().expect("a sentence");
    let found = support::spans(&matcher, sentence);
    found
        .iter()
        .map(|&(_, _, entry)| entries[entry]["id"].as_str().expect("an id").to_owned())
        .collect()
}
