//! Canonical equivalence: é is é, in however many characters it comes.
//!
//! A letter and its marks (a *cluster*) have one composed form, Normalization Form C of the Unicode Standard (chapter 3.11), and the standard defines it by three steps:
//! [take everything apart](take_apart), [put the marks in order](put_in_order), [put together](put_together) what goes together. Hangul goes by arithmetic
//! (chapter 3.12), everything else by one table of 690 pairs; capitals go by their small letters.
//!
//! Tables and tests are of Unicode 18.0. The tests compare every character, alone and taken apart, with the `unicode-normalization`
//! crate. Two things are left out: CJK compatibility ideographs (U+F900–U+FAFF, U+2F800–U+2FA1F), each a variant of one other ideograph, and musical
//! symbols (U+1D15E–U+1D1C0).

use super::marks::class;
use super::pairs;
use crate::base::letter::{is_capital, lower, upper};
use crate::base::order;

/// A character that has no decomposition, with its combining class.
pub(super) type Part = (char, u8);

/// Pushes the character's full canonical decomposition (NFD, but for the order of marks).
pub(super) fn take_apart(c: char, parts: &mut Vec<Part>) {
    match halves(c) {
        Some((base, mark)) => {
            take_apart(base, parts);
            if let Some(mark) = mark {
                take_apart(mark, parts);
            }
        }
        None => parts.push((c, class(c))),
    }
}

/// Marks by class, each run of them behind its starter; marks of one class keep their order.
pub(super) fn put_in_order(parts: &mut Vec<Part>) {
    if parts.is_sorted_by(|before, after| after.1 == 0 || before.1 <= after.1) {
        return;
    }
    let mut starters = 0;
    *parts = order::by_key(std::mem::take(parts), |&(_, class)| {
        starters += u32::from(class == 0);
        order::pair(starters, class.into())
    });
}

/// Appends what parts in canonical order compose to (NFC).
pub(super) fn put_together(parts: &[Part], out: &mut Vec<char>) {
    let mut starter = None;
    let mut last_class = 0;
    for &(c, class) in parts {
        // A mark is cut off from the starter by one of its own class or a higher one, anything else by any mark.
        if (last_class == 0 || last_class < class)
            && let Some(before) = starter.and_then(|at: usize| out.get_mut(at))
            && let Some(composed) = pair(*before, c)
        {
            *before = composed;
            continue;
        }
        if class == 0 {
            starter = Some(out.len());
        }
        last_class = class;
        out.push(c);
    }
}

/// Is the character known to be its own composed form? All are, except for some in blocks of old letters and signs (the unit Å, the oxia letters of Greek, Hebrew
/// presentation forms …), and of their neighbours nothing is said.
#[inline]
pub(super) fn is_composed(c: char) -> bool {
    matches!(
        c,
        ..'\u{340}'
            | '\u{388}'..'\u{958}'
            | '\u{B5E}'..'\u{F43}'
            | '\u{FBA}'..'\u{1F71}'
            | '\u{2002}'..'\u{2126}'
            | '\u{2ADD}'..'\u{FB1D}'
            | '\u{FB4F}'..
    )
}

/// Hangul syllables lie in the order of their parts: leading consonant, vowel, trailing consonant or none.
mod hangul {
    pub(super) const SYLLABLE: u32 = 0xAC00;
    pub(super) const LEADING: u32 = 0x1100;
    pub(super) const VOWEL: u32 = 0x1161;
    /// Stands for no trailing consonant; the first one follows.
    pub(super) const TRAILING: u32 = 0x11A7;
    pub(super) const LEADINGS: u32 = 19;
    pub(super) const VOWELS: u32 = 21;
    pub(super) const TRAILINGS: u32 = 28;
    pub(super) const SYLLABLES: u32 = LEADINGS * VOWELS * TRAILINGS;
}

/// What a character is composed of. Some consist of one other character.
pub(super) fn halves(c: char) -> Option<(char, Option<char>)> {
    if c < '\u{C0}' {
        return None;
    }
    let code = u32::from(c);
    let syllable = code.wrapping_sub(hangul::SYLLABLE);
    if syllable < hangul::SYLLABLES {
        let trailing = syllable % hangul::TRAILINGS;
        let both = syllable / hangul::TRAILINGS;
        let (first, second) = if trailing == 0 {
            (
                hangul::LEADING + both / hangul::VOWELS,
                hangul::VOWEL + both % hangul::VOWELS,
            )
        } else {
            (code - trailing, hangul::TRAILING + trailing)
        };
        return Some((char::from_u32(first)?, char::from_u32(second)));
    }
    if let Some(halves) = pairs::halves(c) {
        return Some(halves);
    }
    let small = lower(c);
    if small == c {
        return None;
    }
    let (base, mark) = pairs::halves(small)?;
    Some((upper(base), mark))
}

/// What two characters compose to.
fn pair(base: char, mark: char) -> Option<char> {
    let (first, second) = (u32::from(base), u32::from(mark));
    let leading = first.wrapping_sub(hangul::LEADING);
    let vowel = second.wrapping_sub(hangul::VOWEL);
    if leading < hangul::LEADINGS && vowel < hangul::VOWELS {
        return char::from_u32(
            hangul::SYLLABLE + (leading * hangul::VOWELS + vowel) * hangul::TRAILINGS,
        );
    }
    let syllable = first.wrapping_sub(hangul::SYLLABLE);
    let trailing = second.wrapping_sub(hangul::TRAILING);
    if syllable < hangul::SYLLABLES
        && syllable % hangul::TRAILINGS == 0
        && (1..hangul::TRAILINGS).contains(&trailing)
    {
        return char::from_u32(first + trailing);
    }
    let mark = pairs::mark(mark)?;
    if let Some(composed) = pairs::composed(base, mark) {
        return Some(composed);
    }
    // The small form of İ is i, which has lost the dot that is on İ already.
    if !is_capital(base) || base == 'İ' {
        return None;
    }
    // Some small letters with marks have no capital: ẖ, ǰ, ΐ.
    let composed = pairs::composed(lower(base), mark)?;
    Some(upper(composed)).filter(|&capital| capital != composed)
}

#[cfg(test)]
mod tests {
    use unicode_normalization::UnicodeNormalization;
    use unicode_normalization::char::{
        canonical_combining_class, compose as standard_pair, decompose_canonical,
    };

    use super::super::marks::continues;
    use super::*;

    /// Characters left alone though the standard has another form for them.
    fn is_left_out(c: char) -> bool {
        matches!(c, '\u{F900}'..='\u{FAFF}' | '\u{2F800}'..='\u{2FA1F}' | '\u{1D15E}'..='\u{1D1C0}')
    }

    fn all() -> impl Iterator<Item = char> {
        (0..=u32::from(char::MAX)).filter_map(char::from_u32)
    }

    fn nfc(text: &[char]) -> Vec<char> {
        text.iter().copied().nfc().collect()
    }

    fn nfd(c: char) -> Vec<char> {
        let mut out = Vec::new();
        decompose_canonical(c, |part| out.push(part));
        out
    }

    fn composed(cluster: &[char]) -> Vec<char> {
        let mut parts = Vec::new();
        for &c in cluster {
            take_apart(c, &mut parts);
        }
        put_in_order(&mut parts);
        let mut out = Vec::new();
        put_together(&parts, &mut out);
        out
    }

    /// The same numbers on every run.
    struct Numbers(u64);

    impl Numbers {
        fn below(&mut self, end: usize) -> usize {
            self.0 = self
                .0
                .wrapping_mul(6_364_136_223_846_793_005)
                .wrapping_add(1);
            usize::try_from(self.0 >> 33).unwrap() % end
        }

        fn shuffle<T>(&mut self, list: &mut [T]) {
            for at in (1..list.len()).rev() {
                list.swap(at, self.below(at + 1));
            }
        }
    }

    #[test]
    fn the_tests_and_the_tables_are_of_one_unicode_version() {
        assert_eq!(unicode_normalization::UNICODE_VERSION, (18, 0, 0));
    }

    #[test]
    fn every_character_composes_alone_and_from_its_parts() {
        let mut left_out = 0;
        for c in all() {
            let expected = nfc(&[c]);
            let parts = nfd(c);
            if is_left_out(c) && expected != [c] {
                left_out += 1;
                assert_eq!(composed(&[c]), [c], "{c:?}");
            } else {
                assert_eq!(composed(&[c]), expected, "{c:?} alone");
            }
            assert_eq!(composed(&parts), expected, "{c:?} from its parts");
            assert_eq!(composed(&expected), expected, "{c:?} composed");
        }
        assert_eq!(left_out, 1015);
    }

    #[test]
    fn what_is_called_composed_is() {
        for c in all().filter(|&c| is_composed(c) && !is_left_out(c)) {
            assert_eq!(nfc(&[c]), [c], "{c:?}");
        }
    }

    #[test]
    fn what_continues_is_a_mark_or_a_second_half() {
        let mut seconds: Vec<char> = all()
            .map(nfd)
            .filter(|parts| parts.len() > 1)
            .filter_map(|parts| parts.last().copied())
            .collect();
        seconds.sort_unstable();
        seconds.dedup();
        let composing: Vec<char> = seconds
            .into_iter()
            .filter(|&second| all().any(|first| standard_pair(first, second).is_some()))
            .collect();
        assert!(composing.len() > 100);
        for c in all() {
            let expected = canonical_combining_class(nfd(c)[0]) != 0 || composing.contains(&c);
            assert_eq!(continues(c), expected, "{c:?}");
            assert_eq!(class(c), canonical_combining_class(c), "{c:?}");
        }
    }

    #[test]
    fn marks_in_any_order() {
        let starters: Vec<char> = all()
            .filter(|&c| !continues(c) && !is_left_out(c) && c < '\u{20000}')
            .filter(|&c| c < '\u{2000}' || nfd(c).len() > 1)
            .collect();
        let marks: Vec<char> = all().filter(|&c| continues(c) && !is_left_out(c)).collect();
        let latin: Vec<char> = marks.iter().copied().filter(|&c| c < '\u{346}').collect();
        let mut numbers = Numbers(7);
        let mut composing = 0;
        for _ in 0..200_000 {
            let mut cluster = vec![starters[numbers.below(starters.len())]];
            for _ in 0..numbers.below(6) {
                let list = if numbers.below(4) == 0 {
                    &marks
                } else {
                    &latin
                };
                cluster.push(list[numbers.below(list.len())]);
            }
            let expected = nfc(&cluster);
            composing += usize::from(expected != cluster);
            assert_eq!(composed(&cluster), expected, "{cluster:?}");
            // Marks of different classes may trade places.
            let mut other: Vec<char> = cluster.iter().flat_map(|&c| nfd(c)).collect();
            numbers.shuffle(&mut other[1..]);
            assert_eq!(composed(&other), nfc(&other), "{other:?}");
        }
        assert!(composing > 50_000, "{composing}");
    }

    #[test]
    fn a_text_is_composed_cluster_by_cluster() {
        let alphabet: Vec<char> = "eEoşệ\u{301}\u{323}\u{302}\u{308}\u{31B}ᄀ가각\u{1161}\u{11A8}か\u{3099}ে\u{9BE}\u{9D7}\u{F71}\u{F72}\u{F73}\u{5D1}\u{5BC}\u{FB31}\u{344}Å="
            .chars()
            .collect();
        let mut numbers = Numbers(3);
        for _ in 0..50_000 {
            let text: Vec<char> = (0..12)
                .map(|_| alphabet[numbers.below(alphabet.len())])
                .collect();
            let clusters = text.chunk_by(|_, &after| continues(after));
            let ours: Vec<char> = clusters.flat_map(composed).collect();
            assert_eq!(ours, nfc(&text), "{text:?}");
        }
    }

    #[test]
    fn clusters() {
        for (name, cluster, expected) in [
            ("a small letter", "e\u{301}", "é"),
            ("a capital", "E\u{301}", "É"),
            ("two marks of Vietnamese", "e\u{302}\u{323}", "ệ"),
            ("… the other way about", "e\u{323}\u{302}", "ệ"),
            ("… on a letter that has one", "ê\u{323}", "ệ"),
            ("… on a capital", "Ơ\u{301}", "Ớ"),
            (
                "marks of one class keep their order",
                "e\u{301}\u{302}",
                "é\u{302}",
            ),
            ("the dotted capital", "I\u{307}", "İ"),
            ("no dotted small letter", "i\u{307}", "i\u{307}"),
            ("a small letter without capital", "h\u{331}", "ẖ"),
            ("… so the capital stays in two", "H\u{331}", "H\u{331}"),
            ("ß has nothing", "ß\u{301}", "ß\u{301}"),
            ("the long s has its own", "ſ\u{307}", "ẛ"),
            ("the unit ångström", "\u{212B}", "Å"),
            ("… with an accent", "\u{212B}\u{301}", "Ǻ"),
            ("the unit ohm", "\u{2126}\u{313}", "Ὠ"),
            ("a digraph in title case", "ǅ\u{30C}", "ǅ\u{30C}"),
            ("Greek with iota below", "Α\u{313}\u{345}", "ᾈ"),
            ("Hebrew points", "ש\u{5C1}\u{5BC}", "ש\u{5BC}\u{5C1}"),
            (
                "Arabic shadda and vowel",
                "ب\u{651}\u{64E}",
                "ب\u{64E}\u{651}",
            ),
            ("Hangul", "ᄒ\u{1161}\u{11AB}", "한"),
            ("Hangul in two", "하\u{11AB}", "한"),
            ("kana", "か\u{3099}", "が"),
            ("a mark alone", "\u{301}", "\u{301}"),
            ("nothing", "", ""),
        ] {
            let cluster: Vec<char> = cluster.chars().collect();
            let ours: String = composed(&cluster).into_iter().collect();
            assert_eq!(ours, expected, "{name}");
        }
    }
}
