//! Acronyms that an article uses: words of two to ten letters and digits, most of the letters capitals ("CSRC", "IoT", "2D", "GPUs").
//!
//! What the article defines is in [`abbreviations`](super::abbreviations); these are the others, which a reader may have to look up elsewhere.

use std::ops::Range;

use super::abbreviations::Abbreviation;
use super::align::character_at;
use crate::base::letter::is_capital;
use crate::text::blocks::Blocks;
use crate::text::class::Class;

const LONGEST: usize = 10;
/// Of its letters, so many in ten are capitals.
const CAPITALS: u32 = 6;
/// So many are kept: a text of nothing but acronyms is a table.
const MOST: usize = 1_000;

/// The places of acronyms that the text does not define, in its order, in UTF-16 code units.
#[must_use]
pub fn acronyms(text: &[u16], blocks: &Blocks, defined: &[Abbreviation]) -> Vec<Range<u32>> {
    let mut out: Vec<Range<u32>> = Vec::new();
    for (start, end, _) in blocks.iter() {
        let end = (end as usize).min(text.len());
        let mut at = start as usize;
        while at < end {
            let from = at;
            let (mut capitals, mut letters) = (0, 0);
            while at < end && (is_word(text, at) || (at > from && joins(text, at, end))) {
                let c = character_at(text, at);
                capitals += u32::from(is_capital(c));
                letters += u32::from(is_word(text, at) && !c.is_ascii_digit());
                at += 1;
            }
            if from == at {
                at += 1;
                continue;
            }
            let is_plural = letters > 2 && text[at - 1] == 0x73;
            letters -= u32::from(is_plural);
            let is_acronym = (2..=LONGEST).contains(&(at - from))
                && letters > 0
                && capitals * 10 >= letters * CAPITALS;
            if is_acronym && out.len() < MOST {
                #[allow(clippy::cast_possible_truncation)] // offsets in a block table are u32
                let place = from as u32..at as u32;
                if !is_defined(text, &place, defined) {
                    out.push(place);
                }
            }
        }
    }
    out
}

/// Does the character at `at` join two parts of one word?
fn joins(text: &[u16], at: usize, end: usize) -> bool {
    matches!(character_at(text, at), '-' | '&' | '/') && at + 1 < end && is_word(text, at + 1)
}

fn is_word(text: &[u16], at: usize) -> bool {
    Class::of(character_at(text, at)) == Class::Word
}

fn is_defined(text: &[u16], place: &Range<u32>, defined: &[Abbreviation]) -> bool {
    let surface = |range: &Range<u32>| text.get(range.start as usize..range.end as usize);
    let own = surface(place);
    defined.iter().any(|one| {
        (one.long.start <= place.start && place.end <= one.long.end) || surface(&one.short) == own
    })
}
