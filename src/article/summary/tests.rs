use super::*;
use crate::article::Language;
use crate::text::blocks::{BLOCK, Blocks};
use crate::text::{sentences::sentences, utf16};

fn summary(parts: &[(&str, u32)]) -> Vec<String> {
    let mut text = Vec::new();
    let mut rows = Vec::new();
    for (part, flags) in parts {
        rows.extend([u32::try_from(text.len()).unwrap(), BLOCK | flags]);
        text.extend(utf16(part));
        text.push(10);
    }
    let blocks = Blocks::from_flat(&rows, text.len()).unwrap();
    let found = sentences(&text, &blocks);
    let keys = summarise(&text, &found, &[], &[], &[], Language::default());
    keys.iter()
        .map(|k| String::from_utf16_lossy(&text[k.start as usize..k.end as usize]))
        .collect()
}

#[test]
fn the_topic_wins_over_the_aside() {
    let found = summary(&[
        ("Shanghai plans blockchain research", HEADING),
        (
            "Shanghai will fund blockchain research at three universities over the next five years.",
            0,
        ),
        (
            "The weather on the day of the announcement was unusually mild for the season.",
            0,
        ),
        (
            "Blockchain research has lacked stable money, and Shanghai wants its universities to lead.",
            0,
        ),
        (
            "Shanghai and its blockchain research in a photograph taken on the day itself.",
            ASIDE,
        ),
        ("Yes.", 0),
    ]);
    assert_eq!(
        found,
        [
            "Shanghai will fund blockchain research at three universities over the next five years.",
            "Blockchain research has lacked stable money, and Shanghai wants its universities to lead.",
        ]
    );
}

#[test]
fn where_a_report_is_from() {
    for (front, expected) in [
        ("SHANGHAI (Reuters) - The bank", 21),
        ("LONDON, Jan. 5 (AP) — “The bank", 22),
        ("PARIS, 3 mai (AFP) - La banque", 21),
        ("WASHINGTON — The bank’s 10—12 branches", 13),
        ("(Reuters) - The bank", 12),
        ("MADRID (EFE).- El banco", 15),
        ("The bank - it is small - grew", 0),
        ("ECB - Europe's central bank - raised rates", 0),
        ("AI - and nothing else", 0),
        ("Bank of China – The largest", 0),
        ("Five-Year Plan", 0),
        ("", 0),
    ] {
        assert_eq!(dateline(&utf16(front)), expected, "{front}");
    }
    let found = summary(&[
        (
            "BERLIN (dpa) - The central bank kept its lending rates steady on Thursday for the third month.",
            0,
        ),
        (
            "Lending rates of the central bank have been steady since the spring of last year, it said.",
            0,
        ),
    ]);
    assert_eq!(
        found[0],
        "The central bank kept its lending rates steady on Thursday for the third month."
    );
}

#[test]
fn nothing_is_said_twice() {
    let sentence = "The central bank of the city published its plan for digital money today.";
    let other = "Merchants in the old town were told nothing about any of these plans.";
    let found = summary(&[(sentence, 0), (sentence, 0), (other, 0)]);
    assert_eq!(found, [sentence, other]);
}

#[test]
fn what_does_not_end_is_no_sentence() {
    for (text, expected) in [
        ("It grew.", false),
        ("“It grew.”", false),
        ("It grew (see there.)", false),
        ("It grew.[81]", false),
        ("它增长了。", false),
        ("It grew …", false),
        ("Photo: Jane Doe", true),
        ("6) A film (two discs)", true),
        ("The dates are:", true),
        ("Beef [two cups]", true),
    ] {
        assert_eq!(is_open(&utf16(text)), expected, "{text}");
    }
}

#[test]
fn small_print_and_lists_are_left_out() {
    let topic =
        "The harbour of the town grows every year, and the harbour pays for the town’s schools.";
    let other = "A second quay for the harbour of the town was opened in the spring of this year.";
    let found = summary(&[
        (
            "Sign up for the newsletter of the harbour and the town today.",
            0,
        ),
        (topic, 0),
        (
            "Harbour and town, harbour and town, one cup of the harbour (in the town)",
            0,
        ),
        (
            "Our newsletter about the harbour and the town comes twice every week.",
            0,
        ),
        (other, 0),
    ]);
    assert_eq!(found, [topic, other]);
}

#[test]
fn the_first_sentence_of_an_article_says_what_it_is_about() {
    let lead = "Parliament adopted the budget for schools in the north on Tuesday evening.";
    let rest: Vec<String> = (0..12)
        .map(|number| format!("Budget, schools, north: speaker {number} of the members told parliament what schools need."))
        .collect();
    let mut parts = vec![(lead, 0)];
    parts.extend(rest.iter().map(|text| (text.as_str(), 0)));
    assert!(summary(&parts).contains(&lead.to_owned()));
}

#[test]
fn one_of_what_was_named_before_leans_on_that() {
    for (begins, is_leaning) in [
        ("One opens a", true),
        ("One is a", true),
        ("One bank opens a", false),
        ("One boss opens a", false),
        ("One of them opens a", false),
        ("Oneness opens a", false),
        ("Bonds: one opens a", false),
    ] {
        let text = utf16(&format!(
            "{begins} pilot for financial technology in the market of capital."
        ));
        let mut session = Session::of(Language::new("en"), None);
        let sentence = sentences(&text, &Blocks::prose(text.len()))[0];
        session.read(&text, sentence);
        assert_eq!(
            is_one_of_them(&text, &session.tokens),
            is_leaning,
            "{begins}"
        );
    }
}

#[test]
fn a_text_without_sentences_has_no_summary() {
    assert!(summary(&[("Menu", 0), ("Home", HEADING)]).is_empty());
    assert!(summary(&[]).is_empty());
}
