//! What is wrong with a glossary, and how it is said: each row has a name, the file, and the message that its author reads.

use glossator::Glossary;

macro_rules! refused {
    ($($name:ident: $json:expr => $message:expr;)*) => {
        $(#[test]
        fn $name() {
            let error = Glossary::from_json($json).expect_err("a bad glossary");
            assert_eq!(error.to_string(), $message);
            assert_eq!(error.code(), "glossary-invalid");
        })*
    };
}

refused! {
    nothing: "" => "not JSON, line 1 column 0: EOF while parsing a value";
    only_blanks: "   \n  " => "not JSON, line 2 column 2: EOF while parsing a value";
    not_json: "{entries: []}" => "not JSON, line 1 column 2: key must be a string";
    a_list: "[]" => "the glossary: expected an object with \"entries\", found an array";
    no_entries: "{}" => "entries: missing; expected an array of entries";
    entries_is_an_object: r#"{"entries": {}}"# => "entries: expected an array of entries, found an object";
    name_is_a_number: r#"{"name": 5, "entries": []}"# => "name: expected a text, found a number";
    entry_is_a_text: r#"{"entries": ["KPMG"]}"# => "entries[0]: expected an object with \"term\" and \"definition\", found a text";
    no_term: r#"{"entries": [{"id": "kpmg", "definition": "d"}]}"# => "entries[0].term (entry \"kpmg\"): missing; expected the term as a text";
    no_definition: r#"{"entries": [{"term": "A", "definition": "d"}, {"term": "KPMG"}]}"#
        => "entries[1].definition (entry \"KPMG\"): missing; expected a text that explains the term";
    blank_definition: r#"{"entries": [{"term": "KPMG", "definition": " \n"}]}"#
        => "entries[0].definition (entry \"KPMG\"): expected a text that explains the term, found \"\"";
    blank_term: r#"{"entries": [{"term": " ", "definition": "d"}]}"# => "entries[0].term (entry \" \"): expected a label that is not empty, found \" \"";
    aliases_is_a_text: r#"{"entries": [{"term": "A", "definition": "d", "aliases": "B"}]}"#
        => "entries[0].aliases (entry \"A\"): expected an array of texts or of {label, case, inflect}, found a text";
    alias_without_label: r#"{"entries": [{"term": "A", "definition": "d", "aliases": ["B", {"case": "exact"}]}]}"#
        => "entries[0].aliases[1].label (entry \"A\"): missing; expected the alias as a text";
    duplicate_id: r#"{"entries": [{"id": "a", "term": "A", "definition": "d"}, {"id": "b", "term": "B", "definition": "d"}, {"id": "a", "term": "C", "definition": "d"}]}"#
        => "entries[2].id (entry \"a\"): the id \"a\" is taken by entries[0]; ids are unique in a glossary";
    case_rule: r#"{"entries": [{"term": "A", "definition": "d", "case": "upper"}]}"#
        => "entries[0].case (entry \"A\"): expected \"auto\", \"exact\" or \"ignore\", found \"upper\"";
    priority_is_a_fraction: r#"{"entries": [{"term": "A", "definition": "d", "priority": 0.5}]}"#
        => "entries[0].priority (entry \"A\"): expected a whole number from -1,000,000 to 1,000,000, found \"another number\"";
    script_address: r#"{"entries": [{"term": "A", "definition": "d", "url": " java\nscript:alert(1)"}]}"#
        => "entries[0].url (entry \"A\"): expected an http, https or relative address, found \" java\nscript:alert(1)\"";
    data_address: r#"{"entries": [{"term": "A", "definition": "d", "url": "data:text/html,x"}]}"#
        => "entries[0].url (entry \"A\"): expected an http, https or relative address, found \"data:text/html,x\"";
}

fn good(json: &str) -> Glossary {
    Glossary::from_json(json).expect("a good glossary")
}

#[test]
fn addresses_that_may_stay() {
    for url in [
        "https://example.org/a",
        "HTTP://example.org",
        "/terms/a",
        "terms/a:b",
        "?a=b:c",
        "#a",
        "//example.org",
        "a",
    ] {
        good(&format!(
            r#"{{"entries": [{{"term": "A", "definition": "d", "url": "{url}"}}]}}"#
        ));
    }
}

#[test]
fn ids_are_made_and_never_collide() {
    let glossary = good(
        r#"{"entries": [{"term": "Big Four", "definition": "auditors"}, {"term": "Big Four", "definition": "banks"},
                        {"id": "big-four-2", "term": "C", "definition": "d"}]}"#,
    );
    let ids: Vec<_> = glossary
        .entries()
        .iter()
        .map(|entry| entry.id.as_str())
        .collect();
    assert_eq!(ids, ["big-four", "big-four-3", "big-four-2"]);
}

#[test]
fn null_is_not_given_and_a_byte_order_mark_is_nothing() {
    let glossary = good(
        "\u{feff}{\"name\": null, \"entries\": [{\"id\": null, \"term\": \"A\", \"definition\": \"d\", \"aliases\": null}]}",
    );
    assert_eq!(glossary.entries()[0].id, "a");
}

#[test]
fn odd_things_are_tolerated_and_said() {
    let glossary = good(
        r#"{"$comment": "x", "entries": [{"term": "A", "definition": "d", "alias": ["B"], "x-note": 1, "related": ["z"]}]}"#,
    );
    assert_eq!(
        glossary.warnings(),
        [
            "entries[0].alias: this field is not known to the format; did you mean \"aliases\"?",
            "entries[0].related[0] (entry \"a\"): no entry has the id \"z\"",
        ]
    );
}

#[test]
fn the_built_in_glossary_is_good() {
    let glossary = good(include_str!("../glossary/fintech-policy.json"));
    assert!(glossary.entries().len() >= 200);
    assert!(glossary.warnings().is_empty(), "{:?}", glossary.warnings());
}
