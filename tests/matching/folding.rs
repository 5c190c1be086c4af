//! What looks the same to a reader is the same.

use super::*;

mod folds {
    use super::*;
    rows! {
        no_break_space_and_line_break: ["Five-Year Plan"], "Five-Year\u{a0}Plan, Five‑Year\n Plan, Five Year Plan" => "Five-Year\u{a0}Plan | Five‑Year\n Plan | Five Year Plan";
        no_term_across_a_dash: ["capital market"], "capital — market, capital—market, capital – market" => "";
        curly_quotes: ["People's Bank"], "People’s Bank" => "People’s Bank";
        oe: ["œuvre", "coeur"], "oeuvre, Œuvre, cœur" => "oeuvre | Œuvre | cœur";
        hebrew_points: ["בנק"], "בַּנְק" => "בַּנְק";
        arabic_vowels: ["بنك", "مُحَمَّد"], "بَنْكٌ محمد" => "بَنْكٌ | محمد";
        stretched_arabic: ["بنك"], "بـــنك" => "بـــنك";
        persian_letters: ["کتاب فارسی"], "كتاب فارسي" => "كتاب فارسي";
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
