use super::*;
use crate::text::utf16;

fn folded(text: &str) -> String {
    String::from_utf8(fold(&utf16(text), &[]).bytes).unwrap()
}

#[test]
fn what_looks_the_same_is_the_same() {
    for (text, expected) in [
        ("Metaverse", "metaverse"),
        ("STRASSE Straße", "strasse strasse"),
        ("ΛΌΓΟΣ λόγος", "λόγοσ λόγοσ"),
        ("İstanbul", "istanbul"),
        ("ﬁnance ＣＳＲＣ", "finance csrc"),
        ("KPMG’s “rules”", "kpmg's \"rules\""),
        ("a \u{a0}\u{202f}\n\t b", "a b"),
        (
            "Five-Year Five–Year Five‑Year",
            "five year five year five year",
        ),
        ("a - b", "a - b"),
        ("a – b—c", "a - b-c"),
        ("pre- and post-", "pre- and post-"),
        ("block\u{ad}\u{200b}chain", "blockchain"),
        (
            "résumé re\u{301}sume\u{301} RE\u{301}SUME\u{301}",
            "résumé résumé résumé",
        ),
        ("Tiê\u{323}ng Tie\u{323}\u{302}ng", "tiệng tiệng"),
        ("\u{1112}\u{1161}\u{11AB}글 한글", "한글 한글"),
        ("ﾎﾞｰﾄﾞ は\u{309A}", "ボード ぱ"),
        ("CO₂", "co2"),
        ("I\u{307}\u{307}", "i"),
        ("ﬅ\u{307} ﬁ\u{301}", "sṫ fí"),
        ("\u{3B1}\u{345} ᾳ \u{345}\u{355}", "ᾳ ᾳ \u{355}ι"),
        ("\u{301}a", "\u{301}a"),
        ("בַּנְק \u{FB2A}", "בנק ש"),
        ("بَنْكٌ بـــنك", "بنك بنك"),
        ("بـَنك", "بنك"),
        ("کتاب فارسی", "كتاب فارسي"),
        ("区块链", "区块链"),
        ("C++ .NET S&P 500", "c++ .net s&p 500"),
        ("💡 idea", "💡 idea"),
    ] {
        assert_eq!(folded(text), expected, "{text}");
    }
}

#[test]
fn a_label_folds_as_a_text_does() {
    for label in [
        "Central Bank",
        "KPMG",
        "a  b",
        " a",
        "a ",
        "Five-Year",
        "5G",
        "",
    ] {
        let mut as_text = fold(&utf16(label), &[]).bytes;
        while as_text.last() == Some(&b' ') {
            as_text.pop();
        }
        assert_eq!(fold_label(label), as_text, "{label:?}");
    }
}

#[test]
fn every_character_is_folded_once_and_for_all() {
    for c in '\u{0}'..=char::MAX {
        let once = folded(&format!("x{c}x"));
        // An em dash is a dash, and a dash between letters a space.
        if once != "x-x" {
            assert_eq!(folded(&once), once, "{c} {:x}", u32::from(c));
        }
    }
}

#[test]
fn case_is_kept_on_request() {
    let folding = Folding {
        keep_case: true,
        ..Folding::default()
    };
    let folded = |text: &str| String::from_utf8(folding.fold_label(text)).unwrap();
    assert_eq!(folded(" DeFi’s Five-Year "), "DeFi's Five Year");
    assert_eq!(folded("E\u{301}cole ﬁn"), "École fin");
}

#[test]
fn accents_go_on_request() {
    let folding = Folding {
        drop_accents: true,
        ..Folding::default()
    };
    for (text, expected) in [
        ("Résumé re\u{301}sume\u{301}", "resume resume"),
        ("Łódź Ørsted Straße", "lodz orsted strasse"),
        ("ёлка йод", "елка йод"),
        ("が", "が"),
    ] {
        let found = String::from_utf8(folding.fold_label(text)).unwrap();
        assert_eq!(found, expected, "{text}");
    }
}

#[test]
fn the_turkish_i() {
    let folding = Folding {
        dotless_i: true,
        ..Folding::default()
    };
    let folded = |text: &str| String::from_utf8(folding.fold_label(text)).unwrap();
    assert_eq!(
        folded("IĞDIR ISPARTA İzmir I\u{307}zmir"),
        "ığdır ısparta izmir izmir"
    );
}

/// What no capital tells apart is the same: the definition of case folding, asked of the standard library for every character there is.
#[test]
fn every_letter_folds_like_its_capital() {
    // Iota under a vowel has a form of its own as a capital (ᾼ) and another in all capitals (ΑΙ); the texts that need it are older than our pages.
    let is_left_out = |c: char| {
        c == 'ı'
            || matches!(
                u32::from(c),
                0x1F80
                    ..=0x1FAF
                        | 0x1FB3
                        | 0x1FBC
                        | 0x1FC3
                        | 0x1FCC
                        | 0x1FF3
                        | 0x1FFC
                        | 0x1FB2
                        | 0x1FB4
                        | 0x1FB7
                        | 0x1FC2
                        | 0x1FC4
                        | 0x1FC7
                        | 0x1FF2
                        | 0x1FF4
                        | 0x1FF7
            )
    };
    for c in ('\u{0}'..=char::MAX).filter(|&c| !is_left_out(c)) {
        let capital: String = c.to_uppercase().collect();
        let small: String = c.to_lowercase().collect();
        let found = folded(&c.to_string());
        assert_eq!(found, folded(&capital), "{c} {capital}");
        assert_eq!(found, folded(&small), "{c} {small}");
    }
}

#[test]
fn blocks_are_separated_and_breaks_stand_for_nothing() {
    let text = utf16("capital\nmarket");
    let out = fold(&text, &[0, 8]);
    assert_eq!(out.bytes, b"capital \nmarket");
    assert_eq!(out.source(9..15), 8..14);
    assert_eq!(out.source(0..7), 0..7);
}

#[test]
fn lone_surrogates_keep_their_place() {
    let mut text = utf16("a ");
    text.push(0xD800);
    text.extend(utf16(" Metaverse"));
    let out = fold(&text, &[]);
    let at = out
        .bytes
        .windows(9)
        .position(|w| w == b"metaverse")
        .unwrap();
    assert_eq!(out.source(at..at + 9), 4..13);
}
