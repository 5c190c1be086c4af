//! Letters without their accents, for entries that ask for it, and for comparing words.

use super::compose::halves;
use super::marks::is_accent;
use crate::base::letter::{lower, upper};

/// The letter without its accents and strokes, if it has any; letter case stays. Letters of their own stay whole: those of Cyrillic alphabets
/// (й, ї, ў, ѓ; but ё, which Russian may write е, does not, nor do the stressed ѐ and ѝ), and kana with voicing marks.
pub(crate) fn without_accent(c: char) -> Option<char> {
    if matches!(c, ..'\u{C0}' | '\u{400}'..='\u{52F}' | '\u{2200}'..='\u{FB1C}' | '\u{FB4F}'..='\u{FFFF}')
        && !matches!(c, 'ѐ' | 'ё' | 'ѝ' | 'Ѐ' | 'Ё' | 'Ѝ')
    {
        return None;
    }
    // Hamza on an alef is left out as often as it is written; on other letters it is another word.
    if matches!(c, 'آ' | 'أ' | 'إ') {
        return Some('ا');
    }
    let mut base = c;
    loop {
        base = match halves(base) {
            Some((letter, None)) => letter,
            Some((letter, Some(mark))) if is_accent(mark) => letter,
            _ => match without_stroke(base) {
                Some(letter) => letter,
                None => break,
            },
        };
    }
    Some(base).filter(|&base| base != c)
}

fn without_stroke(c: char) -> Option<char> {
    let small = lower(c);
    let mut letters = "øołlđdħhŧtıi".chars();
    letters.find(|&letter| letter == small && small > '\u{7F}')?;
    let base = letters.next()?;
    Some(if small == c { base } else { upper(base) })
}

#[cfg(test)]
mod tests {
    use unicode_normalization::char::decompose_canonical;

    use super::*;

    #[test]
    fn letters_without_accents() {
        for (with, without) in [
            ("éÉếẾöñşçå", "eEeEonsca"),
            ("øØłŁđĐħĦŧŦıǿǾ", "oOlLdDhHtTioO"),
            ("ёЁѐѝ", "еЕеи"),
            ("άΆΐᾈ\u{1F71}", "αΑιΑα"),
            ("\u{212B}", "A"),
            ("\u{FB31}", "ב"),
            ("أإآ", "ااا"),
        ] {
            for (c, expected) in with.chars().zip(without.chars()) {
                assert_eq!(without_accent(c), Some(expected), "{c}");
            }
        }
        for c in "aZ0ßæðijйЙїўѓќӥгがガ한字≠न\u{958}ئ ".chars() {
            assert_eq!(without_accent(c), None, "{c}");
        }
        // Compatibility ideographs and musical symbols are left alone (see `compose`).
        let is_left_out =
            |c| matches!(c, '\u{F900}'..='\u{FAFF}' | '\u{1D15E}'..='\u{1D1C0}' | '\u{2F800}'..);
        for c in ('\u{531}'..=char::MAX).filter(|&c| !is_left_out(c)) {
            let mut parts = Vec::new();
            decompose_canonical(c, |part| parts.push(part));
            if parts.len() > 1 && parts[1..].iter().all(|&mark| is_accent(mark)) {
                assert_eq!(without_accent(c), Some(parts[0]), "{c:?}");
            }
        }
    }

    #[test]
    fn accents() {
        for (c, expected) in [
            ('\u{301}', true),
            ('\u{323}', true),
            ('\u{5BC}', true),
            ('\u{64E}', true),
            ('\u{338}', false),
            ('\u{3099}', false),
            ('\u{93C}', false),
            ('\u{654}', false),
            ('e', false),
        ] {
            assert_eq!(is_accent(c), expected, "{c:?}");
        }
    }
}
