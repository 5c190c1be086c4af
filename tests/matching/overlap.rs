//! Labels over one another.

use super::*;
rows! {
    longest_wins: ["capital", "capital market"], "a capital market" => "capital market";
    shorter_inside_a_longer_that_is_no_word: ["central bank", "central bank digital"], "the central bank digitalised" => "central bank";
    second_word_of_a_longer_that_fails: ["new york stock", "york"], "new york stocking" => "york";
    longest_wins_wherever_it_begins: ["central bank", "bank digital currency"], "a central bank digital currency" => "bank digital currency";
    what_the_longest_leaves_is_found: ["central", "central bank", "bank digital currency"], "a central bank digital currency" => "central | bank digital currency";
    a_longer_one_gives_way_to_one_longer_still: ["ab cd", "cd efg", "efg hijk"], "ab cd efg hijk" => "ab cd | efg hijk";
    of_equal_length_the_first_of_the_glossary: ["b c", "a b"], "a b c" => "b c";
}

#[test]
fn of_equal_length_the_higher_priority() {
    let entries =
        r#"{"term": "a b", "definition": "d"}, {"term": "b c", "definition": "d", "priority": 1}"#;
    assert_eq!(found(entries, "a b c"), "b c");
}

#[test]
fn length_before_priority() {
    let entries = r#"{"term": "capital", "definition": "d", "priority": 9}, {"term": "capital market", "definition": "d"}"#;
    assert_eq!(found(entries, "a capital market"), "capital market");
}

#[test]
fn a_veto_leaves_the_shorter_term() {
    let entries = r#"{"id": "cn", "term": "CSRC", "definition": "d", "not": ["NIST CSRC"]},
                     {"id": "us", "term": "NIST", "definition": "d"}"#;
    assert_eq!(found(entries, "NIST CSRC, CSRC"), "NIST | CSRC");
}

#[test]
fn a_veto_has_its_plural() {
    let entries = r#"{"term": "python", "definition": "d", "not": ["python skin"]},
                     {"term": "boa", "definition": "d", "inflect": false, "not": ["boa skin"]}"#;
    let text = "python skins, python skin; boa skins, boa skin; python";
    assert_eq!(found(entries, text), "boa | python");
}

#[test]
fn senses_stay_in_the_match() {
    let entries = r#"{"id": "a", "term": "CSRC", "definition": "d"},
                     {"id": "b", "term": "Centre", "aliases": ["CSRC"], "definition": "d", "priority": 5}"#;
    let glossary = Glossary::from_json(&format!("{{\"entries\": [{entries}]}}")).expect("good");
    let found = Matcher::compile(&glossary)
        .expect("compiles")
        .find_in(&utf16("the CSRC"));
    assert_eq!((found[0].entry, &found[0].alternatives[..]), (1, &[0][..]));
}
