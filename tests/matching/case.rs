//! Capitals: acronyms, names and shouting headlines.

use super::*;

mod letter_case {
    use super::*;
    rows! {
        acronym_as_written: ["WHO", "US", "IT"], "who told us it works" => "";
        acronym: ["WHO"], "The WHO." => "WHO";
        mixed_case: ["DeFi"], "DeFi defi" => "DeFi";
        word_in_any_case: ["blockchain"], "Blockchain BLOCKCHAIN" => "Blockchain | BLOCKCHAIN";
        behind_an_apostrophe: ["l’Oréal", "d'Artagnan"], "L’Oréal, D'Artagnan, D'ARTAGNAN" => "L’Oréal | D'Artagnan | D'ARTAGNAN";
        title_case_name: ["Capital Market"], "capital market" => "capital market";
        sentence_start_title_case_and_capitals: ["money laundering"], "Money laundering, Money Laundering, MONEY LAUNDERING" => "Money laundering | Money Laundering | MONEY LAUNDERING";
        // A headline in capitals is read as it is written; docs/matching.md says why.
        shouting_headline: ["CSRC", "WHO", "DeFi", "bank"], "CSRC TELLS WHO TO PAY THE BANK FOR DEFI" => "CSRC | WHO | BANK";
    }

    #[test]
    fn exact_and_ignore() {
        let entries = r#"{"term": "Bonds", "definition": "d", "case": "exact", "inflect": false},
                         {"term": "KPMG", "definition": "d", "case": "ignore"}"#;
        assert_eq!(found(entries, "bonds Bonds kpmg"), "Bonds | kpmg");
    }

    #[test]
    fn an_alias_has_its_own_rule() {
        let entries = r#"{"term": "fintech", "definition": "d", "aliases": [{"label": "FIN", "case": "exact"}]}"#;
        assert_eq!(found(entries, "FinTech fin FIN"), "FinTech | FIN");
    }
}

/// An ordinary word with a capital beside another one is part of a name.
mod names {
    use super::*;

    const WORDS: [&str; 5] = ["leader", "bank", "red", "agency", "blockchain"];

    rows! {
        behind_a_name: WORDS, "a report in the Argus Leader said" => "";
        before_a_name: WORDS, "the IUCN Red List of threatened species" => "";
        inside_a_name: WORDS, "reported near the European Space Agency Headquarters" => "";
        of_an_acronym: WORDS, "PNC Bank reported a loss" => "";
        a_plural: WORDS, "fans of the Hanover Leaders cheered" => "";
        in_small_letters: WORDS, "Argus leader Smith, the Argus agency" => "leader | agency";
        without_a_name_beside_it: WORDS, "about the Blockchain and the Bank" => "Blockchain | Bank";
        across_punctuation: WORDS, "about Argus, Leader of nothing; (Argus) Bank" => "Leader | Bank";
        behind_a_possessive: WORDS, "according to China’s Bank there" => "Bank";
        start_of_a_sentence: WORDS, "It ended. Leader Smith was asked: “Bank Smith”" => "Leader | Bank";
        first_word_and_a_term: WORDS, "The Bank reported a loss. A Leader resigned." => "Bank | Leader";
        a_title_is_no_start: WORDS, "called the “Red Revenue Programme”" => "";
        a_long_title: WORDS, "issued the “Notice on the Pilot Project of Blockchain Innovation in the Market (Shanghai)”, it said" => "Blockchain";
        a_sentence_in_quotes: WORDS, "he said “the Argus Leader reported it when nobody else had”" => "";
        beside_a_term: ["wallet", "Bitcoin"], "people with Bitcoin Wallets, Wallet Bitcoin" => "Bitcoin | Wallets | Wallet | Bitcoin";
        heading: WORDS, "What Blockchain Means for Your Bank" => "Blockchain | Bank";
        heading_with_small_words: WORDS, "A New Leader in the City with No Bank" => "Leader | Bank";
        no_heading_with_a_full_stop: WORDS, "It is at the Argus Leader." => "";
        line_of_capitals: WORDS, "ARGUS LEADER TO BUY BANK, readers hear" => "LEADER | BANK";
        labels_with_capitals: ["Leader", "Argus"], "readers of the Sioux Leader Argus" => "Leader | Argus";
        labels_of_several_words: ["supply chain"], "about the Global Supply Chain Forum" => "Supply Chain";
        behind_a_title: WORDS, "this was said about Dr. Maria Bank when somebody asked; she has never been there. Maria Bank" => "Bank";
        one_letter_is_no_name: WORDS, "reports of Bank X, what Blockchain I know" => "Bank | Blockchain";
        another_script: ["leader", "банк"], "сообщает Альфа Банк сегодня; 上海 Leader" => "Leader";
        state_behind_a_place: ["TX", "IL", "CT"], "Houston, TX. Chicago, IL 60601; Uncasville, CT July 3; St. Louis, IL @ home; a man in Hartford, CT, was here" => "";
        no_place_before_it: ["TX", "IL", "AR", "VR"], "A TX, IL (no place), KPMG, TX" => "TX | IL | TX";
        no_state: ["TX", "AR", "VR"], "In Solana, TX fees fall; Second Life, AR, VR and XR; Metaverse, AR and VR" => "TX | AR | VR | AR | VR";
        a_term_is_no_place: ["Metaverse", "AR"], "Metaverse, AR." => "Metaverse | AR";
    }

    #[test]
    fn a_state_only_by_the_auto_rule() {
        let entry = |case: &str| {
            let term = format!(r#"{{"term": "TX", "definition": "d", "case": "{case}"}}"#);
            found(&term, "Houston, TX.")
        };
        assert_eq!(
            [entry("auto"), entry("exact"), entry("ignore")],
            ["", "TX", "TX"]
        );
    }

    #[test]
    fn only_by_the_auto_rule() {
        let text = "readers of the Argus Leader";
        for (case, expected) in [("auto", ""), ("ignore", "Leader"), ("exact", "")] {
            let entry = format!(r#"{{"term": "leader", "definition": "d", "case": "{case}"}}"#);
            assert_eq!(found(&entry, text), expected, "{case}");
        }
    }

    /// In German every noun has a capital.
    #[test]
    fn not_in_german() {
        let glossary =
            r#"{"language": "de-AT", "entries": [{"term": "währung", "definition": "d"}]}"#;
        let matcher = Matcher::compile(&Glossary::from_json(glossary).expect("good"));
        let text = utf16("seither ist die Währung Euro bekannt");
        assert_eq!(matcher.expect("compiles").find_in(&text).len(), 1);
    }

    #[test]
    fn a_name_ends_with_its_block() {
        let glossary = Glossary::from_json(&format!("{{\"entries\": [{}]}}", plain(&["leader"])));
        let matcher = Matcher::compile(&glossary.expect("good")).expect("compiles");
        let text = utf16("reported by the Leader Smith Jones");
        let starts = |blocks: &[u32]| {
            let blocks = Blocks::from_flat(blocks, text.len()).expect("a good table");
            matcher.find(&text, &blocks).len()
        };
        assert_eq!(starts(&[0, BLOCK]), 0);
        assert_eq!(starts(&[0, BLOCK, 23, BLOCK]), 1);
    }

    /// A glossary with so many ordinary words in small letters, and an entry for a company with a short name.
    fn short_name(words: usize, capital: bool, text: &str) -> String {
        let word = |n: usize| {
            let letters: String = [n / 26, n % 26]
                .iter()
                .map(|&n| char::from(b'a' + n as u8))
                .collect();
            if capital {
                format!("Q{letters}")
            } else {
                format!("q{letters}")
            }
        };
        let words: Vec<String> = (0..words).map(word).collect();
        let words: Vec<&str> = words.iter().map(String::as_str).collect();
        let company = r#"{"term": "Total Energies", "definition": "d", "aliases": ["Total", "the West", "Big Total", "Metaverse"]},
            {"term": "Bitcoin", "definition": "d", "aliases": ["Bitcoin", "bit"]}"#;
        found(&format!("{company}, {}", plain(&words)), text)
    }

    /// Where ordinary words are in small letters, a capital means a name.
    #[test]
    fn short_forms_of_names() {
        let text = "Total and TOTAL, a total, Totals and totals; to the west, the West; total energies, big total; bitcoin";
        let by_case =
            "Total | TOTAL | Totals | the west | the West | total energies | big total | bitcoin";
        let in_any_case = "Total | TOTAL | total | Totals | totals | the west | the West | total energies | big total | bitcoin";
        assert_eq!(short_name(20, false, text), by_case, "a convention");
        assert_eq!(short_name(8, false, text), by_case, "of a short glossary");
        assert_eq!(short_name(3, false, text), in_any_case, "too few to tell");
        assert_eq!(
            short_name(20, true, text),
            in_any_case,
            "every headword has a capital"
        );
    }
}
