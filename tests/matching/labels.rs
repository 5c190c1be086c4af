//! Forms of a label: inflections, brackets, and how many there may be.

use super::*;

/// What some glossaries write into one label.
mod brackets {
    use super::*;
    rows! {
        long_and_short: ["Annual Percentage Rate (APR)"], "annual percentage rates, the APR, apr; Annual Percentage Rate (APR)" => "annual percentage rates | APR | Annual Percentage Rate (APR)";
        short_and_long: ["LLM (Large Language Model)"], "LLMs, large language models" => "LLMs | large language models";
        plural_in_brackets: ["stakeholder(s)"], "stakeholders, a stakeholder" => "stakeholders | stakeholder";
        no_other_bracket: ["Mercury (planet)", "pension (UK)"], "Mercury, a pension in the UK" => "";
    }
}

/// Other spellings than the label's own.
mod variants {
    use super::*;
    rows! {
        full_stops: ["AI", "IPO", "US dollar"], "A.I. and A.I.-made I.P.O.s for U.S. dollars; a.i." => "A.I. | A.I. | I.P.O.s | U.S. dollars";
        no_full_stops: ["U.S.", "Ph.D.", "J.P. Morgan"], "the US, a PhD, two PhDs at JP Morgan; us" => "US | PhD | PhDs | JP Morgan";
        without_a_hyphen: ["non-fungible token"], "Nonfungible tokens, non fungible tokens" => "Nonfungible tokens | non fungible tokens";
        words_and_words_of_letters: ["NASDAQ", "AT&T"], "N.A.S.D.A.Q. A.T.&T." => "";
        in_a_longer_one: ["US", "AI"], "the U.S.A. and the A.I.S." => "";
        initials: ["CS", "AI", "EU"], "C.S. Lewis read C.S. in an A.I. Act, an E.U. Commission" => "C.S. | A.I. | E.U.";
        states: ["DC", "AI"], "in Washington, D.C., and with D.C. motors" => "D.C.";
    }

    /// A noun that German inflects has its capital; without it, it is a verb.
    #[test]
    fn german_nouns() {
        for (term, text, expected) in [
            (
                "Haben",
                "Ich habe des Habens genug, haben",
                "Habens | haben",
            ),
            (
                "Unternehmen",
                "ich unternehme etwas des Unternehmens",
                "Unternehmens",
            ),
            ("Markt", "die Märkte, MÄRKTE, märkte", "Märkte | MÄRKTE"),
            ("Amt", "die Ämter, des Amts", "Ämter | Amts"),
            (
                "dezentral",
                "Dezentrale und dezentrale",
                "Dezentrale | dezentrale",
            ),
            (
                "digitale Währung",
                "digitaler Währungen",
                "digitaler Währungen",
            ),
        ] {
            assert_eq!(found_in("de", &plain(&[term]), text), expected, "{term}");
        }
    }

    /// Many French newspapers leave accents off capitals.
    #[test]
    fn french_capitals() {
        for (terms, text, expected) in [
            (
                &["État"][..],
                "L’Etat, un état, des Etats; etat",
                "Etat | état | Etats",
            ),
            (
                &["énergie éolienne"],
                "Energie éolienne, ENERGIE ÉOLIENNE, energie éolienne",
                "Energie éolienne | ENERGIE ÉOLIENNE",
            ),
            (
                &["Conseil d’État"],
                "le conseil d’Etat; le conseil d’etat",
                "conseil d’Etat",
            ),
            (&["œuvre"], "une oeuvre, des Œuvres", "oeuvre | Œuvres"),
        ] {
            assert_eq!(found_in("fr", &plain(terms), text), expected, "{text}");
        }
        assert_eq!(found_in("es", &plain(&["África"]), "Africa"), "");
    }
}

mod inflection {
    use super::*;
    rows! {
        plurals: ["central bank", "cryptocurrency", "NFT", "proof of stake", "index"],
            "central banks, cryptocurrencies, NFTs, proofs of stake, indices"
            => "central banks | cryptocurrencies | NFTs | proofs of stake | indices";
        singular_of_a_plural: ["digital collections"], "a digital collection" => "digital collection";
        never_another_word: ["new", "good", "Reuters", "security", "work"], "news goods reuter securities works" => "";
        possessives: ["KPMG", "bank", "NFT"], "KPMG’s offices, the banks' rules, the NFTs’ owners, an NFT's owner"
            => "KPMG | banks | NFTs | NFT";
        plural_with_an_apostrophe: ["CBDC"], "CBDC's and CBDCs" => "CBDC | CBDCs";
        of_a_label_in_any_case: ["bond", "Companies", "Central Banks"], "Bonds, a company, a central bank" => "Bonds | company | central bank";
        no_singular_of_a_name: ["Bonds", "the Soviets", "The Samples"], "a bond, the Soviet army, the sample, Bonds, the Soviets" => "Bonds | the Soviets";
        one_of_its_kind: ["The Galaxy", "the solar system"], "galaxies, the galaxies, the solar systems, the galaxy, the Solar System" => "the galaxy | the Solar System";
        singular_of_a_word_in_small_letters: ["bonds", "wages", "NFTs"], "a bond, the wage, an NFT" => "bond | wage | NFT";
        of_an_acronym_as_written: ["NFT"], "NFTs nfts" => "NFTs";
        of_a_designation: ["MP3", "F-16", "Layer 2", "10-K"], "MP3s, F‑16s, mp3s, Layer 2s, 10-Ks" => "MP3s | F‑16s | 10-Ks";
        of_a_label_with_punctuation: ["i.e.", "Yahoo!", "Jeopardy!", "№ 5", "401(k)"], "I.e., Yahoo!'s Jeopardy!, № 5, 401(k)s" => "I.e. | Yahoo! | Jeopardy! | № 5 | 401(k)";
    }

    #[test]
    fn off_on_request() {
        assert_eq!(
            found(
                r#"{"term": "bank", "definition": "d", "inflect": false}"#,
                "bank banks"
            ),
            "bank"
        );
    }

    /// The way out where a label is a name: "Bonds" is a person, and "bonds" are none.
    #[test]
    fn exact_forms_of_an_exact_label() {
        assert_eq!(
            found(
                r#"{"term": "Bond", "definition": "d", "case": "exact"}"#,
                "Bond, Bonds, bonds"
            ),
            "Bond | Bonds"
        );
    }

    /// How often a label is found in a text of its language.
    fn count(language: &str, term: &str, text: &str) -> usize {
        let glossary = format!(
            r#"{{"language": {language:?}, "entries": [{{"term": {term:?}, "definition": "d"}}]}}"#
        );
        let matcher =
            Matcher::compile(&Glossary::from_json(&glossary).expect("good")).expect("compiles");
        matcher.find_in(&utf16(text)).len()
    }

    #[test]
    fn by_the_language_of_the_glossary() {
        for (language, term, text, expected) in [
            (
                "de",
                "digitale Währung",
                "Digitale Währungen und der Kurs der digitalen Währung",
                2,
            ),
            (
                "de-CH",
                "Europäische Zentralbank",
                "Chef der Europäischen Zentralbank",
                1,
            ),
            (
                "fr",
                "monnaie numérique",
                "Les monnaies numériques et l’idée d’une monnaie numérique",
                2,
            ),
            ("fr", "économie", "l’économie, d’économies", 2),
            ("es", "cadena de bloques", "Las cadenas de bloques", 1),
            ("it", "banca centrale", "Le banche centrali", 1),
            ("pt-BR", "transação", "Transações", 1),
            ("nl", "bank", "bank banken banks", 1),
        ] {
            assert_eq!(count(language, term, text), expected, "{term}");
        }
    }
}

mod size {
    use super::*;

    /// Every label is the beginning of the next: a walk passes a hundred hits at each word, and only one place's may be held.
    #[test]
    fn nested_labels_cost_no_memory() {
        let labels: Vec<String> = (1..=100)
            .map(|length| vec!["a"; length].join(" "))
            .collect();
        let labels: Vec<&str> = labels.iter().map(String::as_str).collect();
        let glossary =
            Glossary::from_json(&format!("{{\"entries\": [{}]}}", plain(&labels))).expect("good");
        let text = utf16(&"a ".repeat(100_000));
        let found = Matcher::compile(&glossary)
            .expect("compiles")
            .find_in(&text);
        assert_eq!(found.len(), 1_000);
    }

    #[test]
    fn many_senses_of_a_word() {
        let entries: Vec<String> = (0..5_000)
            .map(|n| format!("{{\"term\": \"bank\", \"definition\": \"{n}\"}}"))
            .collect();
        let glossary = Glossary::from_json(&format!("{{\"entries\": [{}]}}", entries.join(",")))
            .expect("good");
        assert_eq!(glossary.entries()[4_999].id, "bank-5000");
        let found = Matcher::compile(&glossary)
            .expect("compiles")
            .find_in(&utf16("a bank"));
        assert_eq!((found[0].entry, found[0].alternatives.len()), (0, 16));
    }

    #[test]
    fn many_vetoes() {
        let entry = "{\"term\": \"bank\", \"definition\": \"d\", \"not\": [\"river bank\"]}";
        assert_eq!(found(entry, &"river bank ".repeat(20_000)), "");
    }
}
