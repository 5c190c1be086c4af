//! How much a term matters in one article.
//!
//! The score joins how often the term occurs (logarithm of the count), against how often one would expect it anywhere, with signs between 0 and 1: whether a heading
//! names it, how early it comes, and how much of the article it is spread over. A term that the article itself defines or explains ("China Securities Regulatory Commission
//! (CSRC)") counts more. The weights are judgements, not learned; the
//! order they give is what matters. Scores are scaled so that the most salient term has 1.
//!
//! What to expect is told by the length alone: words are the shorter the commoner they are (Zipf, *The Psycho-Biology of Language*, 1935), and phrases are rarer than their words. Three mentions of
//! "bank" say less than three of "non-fungible token". A capital inside a word stands for a word of its own, so "CSRC" is as long as four; and so do letters of Han, Kana and Hangul.
//! A table of frequencies would know better, and be for one language.

use std::f32::consts::LN_2;

use super::align::is_capital_at;
use crate::base::log::ln_1p;
use crate::base::order;
use crate::matcher::{Match, Reason};
use crate::text::blocks::HEADING;

const HEADING_WEIGHT: f32 = 0.6;
const EARLY_WEIGHT: f32 = 0.4;
const SPREAD_WEIGHT: f32 = 0.6;
/// For what the article defines.
const DEFINED_WEIGHT: f32 = 0.5;
/// Letters that a capital inside a word counts for, and one of Han, Kana or Hangul: those of a short word.
const WORD: u32 = 4;
/// Where these begin in Unicode.
const FIRST_WIDE: u16 = 0x2E80;
/// The last sign of ASCII before digits and letters: behind those up to here another word of a term begins.
const LAST_SIGN: u16 = 0x2F;
/// Letters of a term that comes in no article by chance; longer ones are no rarer.
const RARE: u32 = 16;
/// What a term of one letter counts for.
const LEAST: f32 = 0.1;
/// The spread of a term is the share of this many equal parts of the text that it occurs in.
const PARTS: usize = 10;

/// A term that the article uses.
#[derive(Clone, Debug, PartialEq)]
pub struct Term {
    /// Index of the entry.
    pub entry: u32,
    /// How often it was found, in markable text or not.
    pub count: u32,
    /// Where it was found first, in UTF-16 code units.
    pub first: u32,
    /// From 0 to 1.
    pub salience: f32,
}

/// The terms of an article in UTF-16 code units whose title names the entries `title` (ascending), most salient first; equal ones in the order of the article.
/// `flags` are those of the text at each match.
#[must_use]
pub fn terms(matches: &[Match], flags: &[u32], text: &[u16], title: &[u32]) -> Vec<Term> {
    // Those of one entry stay in the order of the text.
    let order = order::order(matches.iter().map(|found| u64::from(found.entry)));
    let mut terms: Vec<Term> = order
        .chunk_by(|&a, &b| matches[a].entry == matches[b].entry)
        .map(|own| term(own, matches, flags, text, title))
        .collect();
    let highest = terms.iter().map(|term| term.salience).fold(0.0, f32::max);
    for term in &mut terms {
        term.salience /= highest;
    }
    order::by_key(terms, |term| {
        order::pair(order::highest_first(term.salience), term.first)
    })
}

/// One term from the numbers of its matches in order, with an unscaled score.
fn term(own: &[usize], matches: &[Match], flags: &[u32], text: &[u16], title: &[u32]) -> Term {
    let Match {
        start: first,
        end,
        entry,
        ..
    } = matches[own[0]];
    let length = text.len().max(1);
    let mut parts = [false; PARTS];
    let mut in_heading = title.binary_search(&entry).is_ok();
    let mut is_defined = false;
    #[allow(clippy::cast_possible_truncation)] // at most PARTS
    for &number in own {
        let part = u64::from(matches[number].start) * PARTS as u64 / length as u64;
        parts[(part as usize).min(PARTS - 1)] = true;
        in_heading |= flags[number] & HEADING != 0;
        is_defined |= matches[number].reason == Reason::Defined;
    }
    // Counts and lengths are far below 2^24, where f32 stops being exact.
    #[allow(clippy::cast_precision_loss)]
    let (early, spread) = (
        1.0 - first as f32 / length as f32,
        parts.iter().filter(|part| **part).count() as f32 / PARTS as f32,
    );
    let heading = if in_heading { HEADING_WEIGHT } else { 0.0 };
    let defined = if is_defined { DEFINED_WEIGHT } else { 0.0 };
    let signs = heading + defined + EARLY_WEIGHT * early + SPREAD_WEIGHT * spread;
    #[allow(clippy::cast_possible_truncation)] // a text of u32 length has no more matches than that
    let count = own.len() as u32;
    // Half of the letters: the shortest words have two.
    let surface = text.get(first as usize..end as usize).unwrap_or_default();
    let rarity = ln_1p(letters(surface).min(RARE)) - LN_2;
    let salience = ln_1p(count) * (1.0 + signs) * rarity.max(LEAST);
    Term {
        entry,
        count,
        first,
        salience,
    }
}

/// How many letters a term has, and more where they say more.
fn letters(term: &[u16]) -> u32 {
    let mut before = 0;
    let mut letters = 0;
    for (at, &unit) in term.iter().enumerate() {
        let is_word = unit >= FIRST_WIDE || before > LAST_SIGN && is_capital_at(term, at);
        letters += if is_word { WORD } else { 1 };
        before = unit;
    }
    letters
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_the_article_is_about_comes_first() {
        let at = |entry, start| Match {
            start,
            end: start + 5,
            entry,
            ..Match::default()
        };
        // 7 in the heading and throughout; 3 as often but at one place; 5 once, late.
        let matches: Vec<_> = [
            (7, 2),
            (7, 300),
            (3, 500),
            (3, 510),
            (3, 520),
            (7, 900),
            (5, 950),
        ]
        .map(|(entry, start)| at(entry, start))
        .into();
        let flags = [HEADING, 0, 0, 0, 0, 0, 0];
        let text = vec![u16::from(b'a'); 1_000];
        let found = terms(&matches, &flags, &text, &[]);
        let order: Vec<_> = found.iter().map(|t| (t.entry, t.count, t.first)).collect();
        assert_eq!(order, [(7, 3, 2), (3, 3, 500), (5, 1, 950)]);
        // The title lifts what is in it.
        let titled = terms(&matches, &flags, &text, &[3]);
        assert!(titled[1].entry == 3 && titled[1].salience > found[1].salience);
        assert!((found[0].salience - 1.0).abs() < f32::EPSILON && found[2].salience > 0.0);
        assert!(terms(&[], &[], &[], &[]).is_empty());
    }

    #[test]
    fn what_the_article_defines_counts_more() {
        let at = |entry, start, length, reason| Match {
            start,
            end: start + length,
            entry,
            reason,
            ..Match::default()
        };
        let found = |second: [Match; 2]| {
            let [a, b] = second;
            let matches = [
                at(0, 10, 4, Reason::Only),
                a,
                at(0, 500, 4, Reason::Only),
                b,
            ];
            let terms = terms(&matches, &[0; 4], &[u16::from(b'a'); 1_000], &[]);
            terms.iter().map(|term| term.entry).collect::<Vec<_>>()
        };
        let (same, defined) = (Reason::Only, Reason::Defined);
        // The first one is first, unless the other is defined.
        assert_eq!(found([at(1, 20, 4, same), at(1, 510, 4, same)]), [0, 1]);
        assert_eq!(
            found([at(1, 20, 4, defined), at(1, 510, 4, defined)]),
            [1, 0]
        );
    }

    #[test]
    fn what_one_would_expect_anywhere_counts_less() {
        for (first, second) in [
            ("non-fungible token", "bank"),
            ("CSRC", "yuan"),
            ("元宇宙", "IT"),
            ("blockchain", "cloud"),
        ] {
            // As often, and the commoner one a little earlier.
            let text: Vec<u16> =
                format!("{second} {first} {second} {first} and so on, for a while")
                    .encode_utf16()
                    .collect();
            let place = |name: &str, entry, from: u32| Match {
                start: from,
                end: from + u32::try_from(name.encode_utf16().count()).unwrap(),
                entry,
                ..Match::default()
            };
            let a = place(second, 0, 0);
            let b = place(first, 1, a.end + 1);
            let c = place(second, 0, b.end + 1);
            let d = place(first, 1, c.end + 1);
            let found = terms(&[a, b, c, d], &[0; 4], &text, &[]);
            assert_eq!(found[0].entry, 1, "{first}, {second}");
        }
    }
}
