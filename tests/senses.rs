//! Which entry is meant where several share a label.

use glossator::text::{blocks::Blocks, utf16};
use glossator::{Engine, Glossary, ReadOptions, Reading, Reason};
use proptest::prelude::*;

const GLOSSARY: &str = r#"{"entries": [
    {"id": "nist", "term": "Computer Security Resource Center", "aliases": ["CSRC"], "category": "Computing",
     "definition": "NIST's site for its publications on cryptography, privacy and secure software.", "related": ["fips"]},
    {"id": "china", "term": "China Securities Regulatory Commission", "aliases": ["CSRC"], "category": "Regulator",
     "definition": "The body that supervises the stock exchanges of Shanghai and Shenzhen and the companies listed there.", "context": ["Beijing", "yuan"]},
    {"id": "fips", "term": "FIPS 140", "category": "Computing", "definition": "A standard of the United States."},
    {"id": "pboc", "term": "People's Bank", "category": "Regulator", "definition": "A central bank."},
    {"id": "cnn-network", "term": "Cable News Network", "aliases": ["CNN"], "definition": "A television channel from Atlanta."},
    {"id": "cnn", "term": "convolutional neural network", "aliases": ["CNN"], "definition": "A kind of network for images."},
    {"id": "rnn", "term": "recurrent neural network", "aliases": ["RNN"], "definition": "A kind of network for sequences."},
    {"id": "rnn-nurses", "term": "registered nurses' news", "aliases": ["RNN"], "definition": "A paper."},
    {"id": "sar-radar", "term": "synthetic aperture radar", "aliases": ["SAR"], "definition": "Pictures that a satellite makes by radio waves."},
    {"id": "sar-rescue", "term": "search and rescue team", "aliases": ["SAR"], "definition": "Helpers who look for the missing."},
    {"id": "sar-robots", "term": "socially assistive robot team", "aliases": ["SAR"], "definition": "Machines that keep people company."},
    {"id": "bank-river", "term": "bank", "definition": "The land beside a river.", "priority": 5},
    {"id": "bank-money", "term": "bank", "definition": "A firm that takes deposits and makes loans."}
]}"#;

fn read(text: &str) -> (Engine, Vec<u16>, Reading) {
    let engine = Engine::new(Glossary::from_json(GLOSSARY).unwrap()).unwrap();
    let units = utf16(text);
    let reading = engine.read(&units, &Blocks::prose(units.len()), &ReadOptions::default());
    (engine, units, reading)
}

/// The entry and the reason of each match that has alternatives.
fn senses(text: &str) -> Vec<(String, Reason)> {
    let (engine, _, reading) = read(text);
    let open = reading
        .matches
        .iter()
        .filter(|found| !found.alternatives.is_empty());
    open.map(|found| {
        (
            engine.glossary().entries()[found.entry as usize].id.clone(),
            found.reason,
        )
    })
    .collect()
}

macro_rules! means {
    ($($name:ident: $text:expr => [$($id:literal, $reason:ident);*];)*) => {$(
        #[test]
        fn $name() {
            let text: &str = &$text;
            let expected: Vec<(String, Reason)> = vec![$(($id.to_owned(), Reason::$reason)),*];
            assert_eq!(senses(text), expected, "{text}");
        }
    )*};
}

means! {
    words_of_the_definition: "The CSRC warned companies that are listed in Shenzhen." => ["china", Context];
    words_of_the_context_field: "Fined a million yuan by the CSRC." => ["china", Context];
    words_of_another_label: "The CSRC is a regulatory authority." => ["china", Context];
    the_other_one: "The CSRC publishes guidelines on cryptography and software." => ["nist", Context];
    plurals_and_other_forms: "An exchange, supervised by the CSRC." => ["china", Context];
    a_related_entry: "The CSRC keeps FIPS 140." => ["nist", Context];
    an_entry_of_the_same_category: "The CSRC and the People's Bank agreed." => ["china", Context];
    another_open_label: "We compare an RNN with a CNN." => ["rnn", Context; "cnn", Context];
    nothing_to_go_by: "The CSRC did it." => ["nist", Priority];
    what_speaks_for_two_rules_out_the_third: "The SAR team left." => ["sar-rescue", Priority];
    what_speaks_for_one_of_three: "The SAR team took its robot along." => ["sar-robots", Context];
    nothing_to_go_by_for_three: "The SAR left." => ["sar-radar", Priority];
    priority_where_nothing_speaks: "The bank was long." => ["bank-river", Priority];
    the_article_against_priority: "The bank makes loans and takes deposits." => ["bank-money", Context];
    one_sense_for_an_article: "The CSRC of Beijing met. It said that the companies were listed. The CSRC left." => ["china", Context; "china", Context];
    what_is_defined: "Computer Security Resource Center (CSRC) and the exchanges in Shanghai. The CSRC." => ["nist", Defined; "nist", Defined];
    a_place_that_contradicts: format!("The CSRC of Beijing supervises companies that are listed in Shanghai and Shenzhen, for a million yuan. {} \
        NIST's CSRC publishes cryptography, privacy and secure software. {} The CSRC of Beijing supervises the stock exchanges of Shanghai.", "And so on. ".repeat(40), "And so on. ".repeat(40)) =>
        ["china", Context; "nist", Place; "china", Context];
}

#[test]
fn the_chosen_one_comes_first_and_says_how_sure_it_is() {
    let (_, _, reading) = read("The CSRC warned companies that are listed in Shenzhen.");
    let found = &reading.matches[0];
    assert_eq!((found.entry, &found.alternatives[..]), (1, &[0][..]));
    assert!((51..100).contains(&found.score), "{}", found.score);
    let (_, _, reading) = read("The CSRC did it.");
    assert_eq!(reading.matches[0].score, 50);
    let (_, _, reading) = read("The People's Bank did it.");
    assert_eq!(
        (reading.matches[0].score, reading.matches[0].reason),
        (100, Reason::Only)
    );
}

#[test]
fn terms_are_counted_by_what_they_mean() {
    let (_, _, reading) = read("The CSRC of Beijing. The CSRC.");
    let counts: Vec<_> = reading
        .report
        .terms
        .iter()
        .map(|term| (term.entry, term.count))
        .collect();
    assert_eq!(counts, [(1, 2)]);
}

/// Short texts, and definitions as glossaries have them. What is decided has to be right; where nothing speaks, it is as right as the glossary's order.
#[test]
fn made_up_texts() {
    let file: serde_json::Value =
        serde_json::from_str(include_str!("senses/made-up.json")).unwrap();
    let glossary = serde_json::json!({"entries": file["entries"]});
    let engine = Engine::new(Glossary::from_json(&glossary.to_string()).unwrap()).unwrap();
    let (mut right, mut decided, mut wrong) = (0, 0, Vec::new());
    let rows = file["texts"].as_array().unwrap();
    for row in rows {
        let [label, wanted, text] = [0, 1, 2].map(|at| row[at].as_str().unwrap());
        let units = utf16(text);
        let reading = engine.read(&units, &Blocks::prose(units.len()), &ReadOptions::default());
        let surface = |found: &glossator::Match| {
            String::from_utf16_lossy(&units[found.start as usize..found.end as usize])
        };
        let found = reading.matches.iter().find(|found| surface(found) == label);
        let found = found.unwrap_or_else(|| panic!("{label} is not found: {text}"));
        let chosen = &engine.glossary().entries()[found.entry as usize].id;
        right += usize::from(chosen == wanted);
        if found.reason != Reason::Priority {
            decided += 1;
            if chosen != wanted {
                wrong.push(format!("{chosen} for {wanted}: {text}"));
            }
        }
    }
    // "tax" stands in the definition of the pension and not in that of the act.
    assert!(wrong.len() <= 1, "{wrong:#?}");
    assert!(decided >= 28, "{decided} of {} are decided", rows.len());
    assert!(right >= 43, "{right} of {} are right", rows.len());
}

proptest! {
    /// Whatever is chosen, no entry gets lost and none comes twice.
    #[test]
    fn senses_are_only_put_in_another_order(words in prop::collection::vec(prop::sample::select(
        "CSRC CNN RNN bank banks Beijing cryptography network neural loans river FIPS 140 . , 😀".split(' ').collect::<Vec<_>>()), 0..60)) {
        let (engine, units, reading) = read(&words.join(" "));
        let before = engine.matcher().find(&units, &Blocks::prose(units.len()));
        prop_assert_eq!(before.len(), reading.matches.len());
        for (before, after) in before.iter().zip(&reading.matches) {
            let all = |found: &glossator::Match| {
                let mut entries = found.alternatives.clone();
                entries.push(found.entry);
                entries.sort_unstable();
                entries
            };
            prop_assert_eq!((before.start, before.end, all(before)), (after.start, after.end, all(after)));
            prop_assert!(after.score <= 100);
        }
    }
}
