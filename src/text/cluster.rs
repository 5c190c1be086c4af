//! Folding a letter together with the marks on it.
//!
//! Case, marks and composition depend on each other: Ḁ has a small form, an i loses its dot to the marks above it, ß becomes two letters of which the last one carries the
//! mark. So they are folded in the one order that makes them independent, that of Unicode's caseless matching (chapter 3.13): everything is taken apart first, each
//! part is folded by itself, and what has come of it is put in order and together again. Then it does not matter in which of its forms a letter came,
//! and what is folded stays as it is when it is folded again.

use super::Folding;
use super::compose::{Part, is_composed, put_in_order, put_together, take_apart};
use super::kind::folded_variant;
use crate::base::letter::lower;

/// Characters of a cluster. No word has more than a few; where somebody piles up marks, what is beyond this is a cluster of its own, so that the bytes of one
/// fit into the [offset map](super::OffsetMap).
pub(super) const LONGEST: usize = 4_096;

/// The combining class of marks above.
const ABOVE: u8 = 230;
const DOT_ABOVE: char = '\u{307}';
const IOTA_BELOW: char = '\u{345}';

/// Folds a character and those after it that [continue](super::marks::continues) it. Accents stay.
pub(super) fn fold_cluster(cluster: &mut Vec<char>, folding: Folding) {
    // The usual case beside letters that are simple: one character with one small form.
    if let [c] = &mut cluster[..]
        && is_composed(*c)
        && (folding.keep_case || *c != IOTA_BELOW && folded_variant(*c).is_none())
    {
        if !folding.keep_case {
            *c = small(*c, folding);
        }
        return;
    }
    let mut parts = Vec::with_capacity(cluster.len() + 4);
    for &c in &*cluster {
        take_apart(c, &mut parts);
    }
    if !folding.keep_case {
        fold_parts(&mut parts, folding);
    }
    put_in_order(&mut parts);
    if !folding.keep_case {
        drop_dots(&mut parts);
    }
    cluster.clear();
    put_together(&parts, cluster);
    if !folding.keep_case {
        // A letter where it stands alone, and a mark as long as marks are put in order.
        for c in cluster.iter_mut().filter(|c| **c == IOTA_BELOW) {
            *c = 'ι';
        }
    }
}

/// Folds the case of each part.
fn fold_parts(parts: &mut Vec<Part>, folding: Folding) {
    let mut at = 0;
    while let Some((c, _)) = parts.get_mut(at) {
        if let Some(text) = folded_variant(*c) {
            // All of them are letters.
            parts.remove(at);
            for letter in text.chars() {
                parts.insert(at, (letter, 0));
                at += 1;
            }
        } else {
            *c = small(*c, folding);
            at += 1;
        }
    }
}

fn small(c: char, folding: Folding) -> char {
    match c {
        'I' if folding.dotless_i => 'ı',
        _ => lower(c),
    }
}

/// An i has a dot already: İ in two characters, or what other programs make of it in small letters. Any number of dots goes, as long as no other mark lies
/// between them and the letter; what is below the letter does not.
fn drop_dots(parts: &mut Vec<Part>) {
    let mut on_i: Option<usize> = None;
    let mut at = 0;
    while let Some(&(c, class)) = parts.get(at) {
        if let (Some(i), DOT_ABOVE) = (on_i, c) {
            parts[i].0 = 'i';
            parts.remove(at);
            continue;
        }
        if class == 0 {
            on_i = matches!(c, 'i' | 'ı').then_some(at);
        } else if class == ABOVE {
            on_i = None;
        }
        at += 1;
    }
}

#[cfg(test)]
mod tests {
    use unicode_normalization::UnicodeNormalization;

    use super::*;

    fn folded(text: &str, folding: Folding) -> String {
        let mut cluster: Vec<char> = text.chars().collect();
        fold_cluster(&mut cluster, folding);
        cluster.into_iter().collect()
    }

    #[test]
    fn clusters() {
        for (name, text, expected) in [
            ("a capital", "E\u{301}", "é"),
            ("a capital with one mark of two", "Ễ\u{323}", "ệ\u{303}"),
            ("ß under a mark is two letters", "ß\u{301}", "sś"),
            ("the dotted I", "İ", "i"),
            ("… in two characters", "I\u{307}", "i"),
            ("… with an accent", "İ\u{301}", "í"),
            ("… with a dot below", "Ị\u{307}", "ị"),
            ("a dotted small i with an accent", "i\u{307}\u{301}", "í"),
            ("a dot above an accent stays", "í\u{307}", "í\u{307}"),
            ("dots, however many", "i\u{307}\u{307}\u{307}", "i"),
            ("a dotless i with a dot", "ı\u{307}", "i"),
            ("a capital whose accents have no capital", "Ϊ\u{301}", "ΐ"),
            ("iota below", "ᾈ", "ᾀ"),
            ("iota below, alone", "\u{345}", "ι"),
            ("the unit of temperature", "\u{212A}", "k"),
            ("a Hebrew presentation form", "\u{FB2A}", "ש\u{5C1}"),
        ] {
            assert_eq!(folded(text, Folding::default()), expected, "{name}");
        }
    }

    #[test]
    fn case_stays_on_request() {
        let folding = Folding {
            keep_case: true,
            ..Folding::default()
        };
        for (text, expected) in [
            ("E\u{301}", "É"),
            ("I\u{307}", "İ"),
            ("i\u{307}", "i\u{307}"),
            ("ß", "ß"),
            ("\u{345}", "\u{345}"),
        ] {
            assert_eq!(folded(text, folding), expected, "{text}");
        }
    }

    /// Whatever form a letter comes in, and however often it is folded.
    #[test]
    fn forms_of_one_letter_fold_alike() {
        let marks = [
            "",
            "\u{301}",
            "\u{323}",
            "\u{307}",
            "\u{307}\u{301}",
            "\u{345}",
            "\u{338}",
        ];
        for c in ('\u{C0}'..='\u{2FFF}').chain('\u{FB00}'..='\u{FB4F}') {
            for mark in marks {
                let text = format!("{c}{mark}");
                let once = folded(&text, Folding::default());
                let composed: String = text.nfc().collect();
                let apart: String = text.nfd().collect();
                assert_eq!(folded(&composed, Folding::default()), once, "{text:?}");
                assert_eq!(folded(&apart, Folding::default()), once, "{text:?}");
                assert_eq!(folded(&once, Folding::default()), once, "{text:?} again");
            }
        }
    }
}
