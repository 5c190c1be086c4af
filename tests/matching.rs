//! What is found in a text, as a table of behaviour: each row has a name, the glossary's labels, a text, and what a careful reader would mark.

use glossator::text::blocks::{BLOCK, Blocks};
use glossator::text::utf16;
use glossator::{Glossary, Matcher};

/// Surfaces found, in order, joined by " | ".
fn found(entries: &str, text: &str) -> String {
    let glossary =
        Glossary::from_json(&format!("{{\"entries\": [{entries}]}}")).expect("a good glossary");
    let matcher = Matcher::compile(&glossary).expect("compiles");
    let units = utf16(text);
    let surface =
        |m: &glossator::Match| String::from_utf16_lossy(&units[m.start as usize..m.end as usize]);
    matcher
        .find_in(&units)
        .iter()
        .map(surface)
        .collect::<Vec<_>>()
        .join(" | ")
}

/// Entries with nothing but a term.
fn plain(terms: &[&str]) -> String {
    let entry = |term: &&str| serde_json::json!({"term": term, "definition": "d"}).to_string();
    terms.iter().map(entry).collect::<Vec<_>>().join(",")
}

macro_rules! rows {
    ($($name:ident: $terms:expr, $text:expr => $expected:expr;)*) => {
        $(#[test]
        fn $name() {
            assert_eq!(found(&plain(&$terms), $text), $expected);
        })*
    };
}

mod whole_words {
    use super::*;
    rows! {
        a_word_alone: ["bank"], "A bank." => "bank";
        no_part_of_a_word: ["bank"], "bankrupt embankment" => "";
        no_glued_digit: ["Web3", "Basel III"], "Web30 and Basel IIIb" => "";
        no_part_of_an_identifier: ["token"], "my_token tokenize" => "";
        hyphenated_neighbour: ["blockchain", "AI"], "blockchain-based, AI-powered" => "blockchain | AI";
        no_letter_of_a_compound: ["X", "D"], "X-Men in 3-D" => "";
        two_hyphens_are_a_dash: ["X"], "said--X--he" => "X";
        a_han_character_is_a_word: ["该"], "计算机\"--该计算机, AI-该" => "该 | 该";
        hashtag_and_slash: ["blockchain", "merger", "acquisition"], "#blockchain mergers/acquisitions" => "blockchain | mergers | acquisitions";
        possessive: ["KPMG"], "KPMG's and KPMG’s" => "KPMG | KPMG";
        elision: ["économie"], "l’économie" => "économie";
        symbols_in_labels: ["C++", ".NET", "S&P 500", "24/7"], "C++, .NET, S&P 500, 24/7" => "C++ | .NET | S&P 500 | 24/7";
        symbols_inside_labels: ["P/E ratio", "A/B test", "AT&T", "№"], "a P/E ratio, A/B tests, AT&T’s № 5" => "P/E ratio | A/B tests | AT&T | №";
        digits_and_letters: ["5G", "Basel III", "24/7"], "5G, not 15G; Basel III’s, 24/7." => "5G | Basel III | 24/7";
        no_letter_beside_a_symbol: ["C", "AT"], "C++ C# AT&T" => "";
        han_needs_no_space: ["区块链", "技术"], "上海区块链技术" => "区块链 | 技术";
        latin_beside_han: ["KPMG", "AI"], "KPMG华振的AI技术" => "KPMG | AI";
        thai_needs_no_space: ["ธนาคาร"], "ที่ธนาคารกลาง" => "ธนาคาร";
        greek_words: ["λόγος"], "ΛΌΓΟΣ λόγος διάλογος" => "ΛΌΓΟΣ | λόγος";
        arabic_words: ["بنك"], "بنك، بنكي" => "بنك";
        hebrew_words: ["בנק"], "בנק, הבנקים" => "בנק";
        devanagari_words: ["बैंक"], "बैंक। बैंकों" => "बैंक";
        hangul_words: ["은행"], "은행, 중앙은행" => "은행";
        kana_needs_no_space: ["ブロックチェーン"], "新しいブロックチェーンの" => "ブロックチェーン";
        lao_khmer_burmese: ["ທະນາຄານ", "ធនាគារ", "ဘဏ်"], "ຂອງທະນາຄານ នៃធនាគារ၊ ဗဟိုဘဏ်" => "ທະນາຄານ | ធនាគារ | ဘဏ်";
        cyrillic_words: ["банк"], "банк банкрот Банк" => "банк | Банк";
        combining_mark_continues: ["cafe"], "cafe\u{301} cafe" => "cafe";
        hebrew_abbreviation: ["ארה", "ב", "בנק"], "ארה\"ב, ארה״ב, ו\"בנק\"" => "בנק";
        no_half_syllable: ["ก", "က"], "กิ ကို ก က" => "ก | က";
        repeat_mark_of_kana: ["bank"], "〱bank" => "bank";
        full_stop_of_the_label: ["U.S.", ".NET", "Ph.D."], "U.S.A., ASP.NET, the U.S.-based Ph.D.s of .NET, the U.S.It" => "U.S. | Ph.D. | .NET | U.S.";
        slash_of_the_label: ["24/7", "HTTP/2"], "24/7/365, 24/7. HTTP/2/3, HTTP/2" => "24/7 | HTTP/2";
        raised_digits: ["ECB", "m", "m²"], "the ECB² on 5 m² of land, x m" => "ECB | m² | m";
    }
}

mod addresses {
    use super::*;
    rows! {
        url: ["blockchain"], "https://example.org/blockchain/" => "";
        host: ["kpmg"], "kpmg.com and www.kpmg.com" => "";
        path_of_a_host: ["blockchain"], "example.org/blockchain" => "";
        mail: ["kpmg", "info"], "info@kpmg.example" => "";
        handle: ["metaverse"], "@metaverse" => "";
        lost_space_after_a_stop: ["yuan", "Metaverse"], "352 billion yuan.With it the end.Metaverse" => "yuan | Metaverse";
        lost_space_after_an_acronym: ["CSRC", "It"], "the CSRC.It said" => "CSRC | It";
        word_before_a_stop: ["yuan"], "A yuan. (yuan.) “yuan.”" => "yuan | yuan | yuan";
    }
}

mod numbers {
    use super::*;
    rows! {
        alone: ["88", "100"], "88 of 100, No. 88." => "88 | 100 | 88";
        inside_a_larger_one: ["1", "5", "500", "000"], "1,500 and 1.5 and 1’000" => "";
        time_range_and_fraction: ["11", "13", "12", "2", "4"], "11:13, 2011–12, 2/4" => "";
        chain_of_numbers: ["5", "12", "14", "20", "4"], "2019-05-12, 14–20–4" => "";
        both_ends_of_a_range: ["9", "10"], "9–10 mm, 9-10 mm" => "9 | 10 | 9 | 10";
        numbered_by_a_letter: ["88", "100", "5"], "K 88 hauled it, an R&D 100 Award; 88 K, Plan B, 5 men, part 32°″N 5" => "88 | 5 | 5";
        year_of_a_date: ["2018", "1991"], "March 27, 2018, and December 4, 1991; in 1991, 4, 2018" => "1991 | 2018";
        numbered_by_a_year: ["4", "12"], "version 2015-4, 2011–12, 4-12" => "4 | 12";
        date: ["15", "4"], "15 May 1999, March 15, on 4. Mai, le 4 juillet, el 4 de mayo, 4月15日" => "";
        no_date: ["15"], "15 marches, 15 Mayors, March of the 15" => "15 | 15 | 15";
        with_letters: ["Web3", "G20", "S&P 500", "24/7"], "Web3, G20, May: S&P 500, 24/7 June" => "Web3 | G20 | S&P 500 | 24/7";
    }
}

mod folding {
    use super::*;
    rows! {
        no_break_space_and_line_break: ["Five-Year Plan"], "Five-Year\u{a0}Plan, Five‑Year\n Plan, Five Year Plan" => "Five-Year\u{a0}Plan | Five‑Year\n Plan | Five Year Plan";
        no_term_across_a_dash: ["capital market"], "capital — market, capital—market, capital – market" => "";
        curly_quotes: ["People's Bank"], "People’s Bank" => "People’s Bank";
        letters_that_are_apostrophes: ["Hawai'i", "צ'ק"], "Hawaiʻi, צ׳ק" => "Hawaiʻi | צ׳ק";
        hebrew_marks_of_abbreviation: ["ארה\"ב"], "ארה״ב ארה”ב" => "ארה״ב | ארה”ב";
        hebrew_hyphen: ["בית ספר"], "בית־ספר" => "בית־ספר";
        soft_hyphen: ["blockchain"], "block\u{ad}chain block\u{200b}chain" => "block\u{ad}chain | block\u{200b}chain";
        nothing_hidden_at_the_ends: ["bank"], "\u{ad}bank\u{ad} x" => "bank";
        ligature: ["finance"], "ﬁnance" => "ﬁnance";
        fullwidth: ["CSRC"], "ＣＳＲＣ" => "ＣＳＲＣ";
        sharp_s: ["Straße"], "STRASSE Straße" => "STRASSE | Straße";
        one_code_point_or_two: ["café", "señor"], "cafe\u{301} CAFE\u{301} sen\u{303}or café" => "cafe\u{301} | CAFE\u{301} | sen\u{303}or | café";
        a_label_in_two_code_points: ["cafe\u{301}"], "café cafe\u{301}" => "café | cafe\u{301}";
        marks_in_any_order: ["Việt Nam"], "Vie\u{323}\u{302}t Nam, Vie\u{302}\u{323}t Nam, Việt Nam" => "Vie\u{323}\u{302}t Nam | Vie\u{302}\u{323}t Nam | Việt Nam";
        hangul_in_letters: ["은행"], "\u{110B}\u{1173}\u{11AB}\u{1112}\u{1162}\u{11BC}" => "\u{110B}\u{1173}\u{11AB}\u{1112}\u{1162}\u{11BC}";
        halfwidth_kana: ["ボード"], "ﾎﾞｰﾄﾞ" => "ﾎﾞｰﾄﾞ";
        subscript_digits: ["CO2"], "CO₂" => "CO₂";
        final_sigma: ["ΟΔΟΣ"], "οδός οδος ΟΔΟΣ" => "ΟΔΟΣ";
        variation_selector_and_joiner: ["bank"], "ba\u{fe0f}nk\u{200d} 👩‍💻bank❤️" => "ba\u{fe0f}nk | bank";
        after_an_emoji: ["bank"], "🏦bank 👩🏽‍💻 bank" => "bank | bank";
        accents_count: ["résumé"], "resume résumé" => "résumé";
    }
}

/// Every character that looks like one of these is one.
mod look_alikes {
    use super::*;

    fn all_join(label: &str, signs: &str) {
        for sign in signs.chars() {
            let text = label.replace('?', &sign.to_string());
            assert_eq!(
                found(&plain(&[&label.replace('?', " ")]), &text),
                text,
                "{:x}",
                u32::from(sign)
            );
        }
    }

    #[test]
    fn hyphens() {
        all_join(
            "Five?Year Plan",
            "-\u{2010}\u{2011}\u{2012}\u{2013}\u{2212}\u{58A}\u{5BE}\u{FE63}\u{FF0D}",
        );
    }

    #[test]
    fn spaces() {
        all_join(
            "capital?market",
            " \t\n\r\u{b}\u{c}\u{85}\u{a0}\u{1680}\u{2000}\u{2001}\u{2002}\u{2003}\u{2004}\u{2005}\u{2006}\u{2007}\u{2008}\u{2009}\u{200a}\u{2028}\u{2029}\u{202f}\u{205f}\u{3000}",
        );
    }

    #[test]
    fn quotes() {
        for sign in "'’‘‛‚′ʼʻ´`＇".chars() {
            let text = format!("the People{sign}s Bank");
            assert_eq!(
                found(&plain(&["People's Bank"]), &text),
                text[4..],
                "{:x}",
                u32::from(sign)
            );
        }
        for sign in "“”„‟″«»＂".chars() {
            let text = format!("{sign}Belt and Road{sign}");
            assert_eq!(
                found(&plain(&["\"Belt and Road\""]), &text),
                text,
                "{:x}",
                u32::from(sign)
            );
        }
    }

    #[test]
    fn dashes_separate() {
        for sign in "\u{2014}\u{2015}\u{2e3a}\u{2e3b}\u{fe58}\u{fe31}".chars() {
            let text = format!("capital{sign}market");
            assert_eq!(
                found(&plain(&["capital market"]), &text),
                "",
                "{:x}",
                u32::from(sign)
            );
        }
    }

    #[test]
    fn nothing() {
        for sign in "\u{ad}\u{34f}\u{180e}\u{200b}\u{200c}\u{200d}\u{200e}\u{2060}\u{fe0e}\u{fe0f}\u{feff}\u{e0100}".chars() {
            let text = format!("block{sign}chain");
            assert_eq!(found(&plain(&["blockchain"]), &text), text, "{:x}", u32::from(sign));
        }
    }
}

mod accents {
    use super::*;

    const IGNORE: &str = r#"{"term": "résumé", "definition": "d", "diacritics": "ignore"}"#;

    #[test]
    fn ignored_on_request() {
        let text = "resume résumé RÉSUMÉ re\u{301}sume\u{301} resumes";
        assert_eq!(found(IGNORE, text), text.replace(' ', " | "));
    }

    #[test]
    fn by_that_entry_alone() {
        let entries = format!("{IGNORE}, {}", plain(&["rose", "Pokémon"]));
        let text = "resume rose rosé Pokémon Pokemon";
        assert_eq!(found(&entries, text), "resume | rose | Pokémon");
    }

    #[test]
    fn case_still_counts() {
        let entries = r#"{"term": "ÉNA", "definition": "d", "diacritics": "ignore"}"#;
        assert_eq!(found(entries, "ENA ÉNA ena éna Ena"), "ENA | ÉNA");
    }

    #[test]
    fn a_plain_label_finds_accents_too() {
        let entries = r#"{"term": "Sao Paulo", "definition": "d", "diacritics": "ignore"}"#;
        assert_eq!(
            found(entries, "São Paulo, Sao Paulo"),
            "São Paulo | Sao Paulo"
        );
    }

    #[test]
    fn senses_with_and_without() {
        let entries = r#"{"id": "loose", "term": "rose", "definition": "d", "diacritics": "ignore"},
                         {"id": "strict", "term": "rosé", "definition": "d", "priority": 5}"#;
        let glossary = Glossary::from_json(&format!("{{\"entries\": [{entries}]}}")).expect("good");
        let matcher = Matcher::compile(&glossary).expect("compiles");
        let entries: Vec<u32> = matcher
            .find_in(&utf16("rose rosé"))
            .iter()
            .map(|m| m.entry)
            .collect();
        assert_eq!(entries, [0, 1]);
    }
}

mod turkish {
    use super::*;

    fn surfaces(language: &str, term: &str, text: &str) -> usize {
        let glossary = format!(
            "{{\"language\": {language:?}, \"entries\": [{{\"term\": {term:?}, \"definition\": \"d\", \"case\": \"ignore\"}}]}}"
        );
        let glossary = Glossary::from_json(&glossary).expect("good");
        Matcher::compile(&glossary)
            .expect("compiles")
            .find_in(&utf16(text))
            .len()
    }

    #[test]
    fn the_language_decides_about_i() {
        for (language, term, text, expected) in [
            ("tr", "ısı", "ISI ısı", 2),
            ("tr", "ısı", "isi İSİ", 0),
            ("tr-TR", "izmir", "İZMİR izmir I\u{307}ZMI\u{307}R", 3),
            ("tr", "izmir", "IZMIR", 0),
            ("az", "ılıq", "ILIQ", 1),
            ("en", "izmir", "İZMİR IZMIR Izmir", 3),
            ("en", "ısı", "ISI", 0),
        ] {
            assert_eq!(
                surfaces(language, term, text),
                expected,
                "{language} {term} in {text}"
            );
        }
    }
}

mod letter_case {
    use super::*;
    rows! {
        acronym_as_written: ["WHO", "US", "IT"], "who told us it works" => "";
        acronym: ["WHO"], "The WHO." => "WHO";
        mixed_case: ["DeFi"], "DeFi defi" => "DeFi";
        word_in_any_case: ["blockchain"], "Blockchain BLOCKCHAIN" => "Blockchain | BLOCKCHAIN";
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
        one_letter_is_no_name: WORDS, "reports of Bank X, what Blockchain I know" => "Bank | Blockchain";
        another_script: ["leader", "банк"], "сообщает Альфа Банк сегодня; 上海 Leader" => "Leader";
        state_behind_a_place: ["TX", "IL", "CT"], "Houston, TX. Chicago, IL 60601; Uncasville, CT July 3; St. Louis, IL @ home" => "";
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
        assert_eq!(short_name(3, false, text), in_any_case, "too few to tell");
        assert_eq!(
            short_name(20, true, text),
            in_any_case,
            "every headword has a capital"
        );
    }
}

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
        singular_of_a_word_in_small_letters: ["bonds", "wages", "NFTs"], "a bond, the wage, an NFT" => "bond | wage | NFT";
        of_an_acronym_as_written: ["NFT"], "NFTs nfts" => "NFTs";
        of_a_designation: ["MP3", "F-16", "Layer 2"], "MP3s, F‑16s, mp3s, Layer 2s" => "MP3s | F‑16s";
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

mod overlap {
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
        let entries = r#"{"term": "a b", "definition": "d"}, {"term": "b c", "definition": "d", "priority": 1}"#;
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
}
