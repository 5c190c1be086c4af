//! Lists of phrases, and whether one of them stands at a place of a text.
//!
//! A list is one text with a `|` behind each phrase, as a person would write it down. How long they are is worked out when the crate is compiled: most phrases are then passed over by a look
//! at their first byte.

use super::align::character_at;
use crate::base::letter::lower;

/// Some phrases in lower case. A longer one has to come before those that it begins with.
pub(super) struct Phrases {
    text: &'static str,
    /// The length of each in bytes.
    lengths: &'static [u8],
    /// What they begin with: bits by the lowest five bits of the first bytes. Most places of a text begin with none.
    firsts: u32,
}

impl Phrases {
    pub(super) const fn new(text: &'static str, lengths: &'static [u8]) -> Self {
        let (mut firsts, mut start, mut number) = (0, 0, 0);
        while number < lengths.len() {
            firsts |= bit(text.as_bytes()[start]);
            start += lengths[number] as usize + 1;
            number += 1;
        }
        Self {
            text,
            lengths,
            firsts,
        }
    }

    /// The length in code units of the phrase that stands at a place of the text, in any case.
    pub(super) fn at(&self, text: &[u16], at: usize) -> Option<usize> {
        let mut utf8 = [0; 4];
        let first = lower(character_at(text, at)).encode_utf8(&mut utf8);
        let first = first.as_bytes().first();
        if first.is_none_or(|&first| self.firsts & bit(first) == 0) {
            return None;
        }
        let mut start = 0;
        for &length in self.lengths {
            let end = start + usize::from(length);
            let phrase = self.text.get(start..end).unwrap_or_default();
            start = end + 1;
            if phrase.as_bytes().first() != first {
                continue;
            }
            let mut place = at;
            let stands = phrase.chars().all(|c| {
                place += 1;
                lower(character_at(text, place - 1)) == c
            });
            if stands {
                return Some(place - at);
            }
        }
        None
    }
}

const fn bit(byte: u8) -> u32 {
    1 << (byte % 32)
}

/// The number of phrases in a list.
pub(super) const fn count(list: &str) -> usize {
    let (mut at, mut found) = (0, 0);
    while at < list.len() {
        found += (list.as_bytes()[at] == b'|') as usize;
        at += 1;
    }
    found
}

/// The lengths of the phrases of a list.
pub(super) const fn lengths<const N: usize>(list: &str) -> [u8; N] {
    let mut lengths = [0; N];
    let (mut at, mut found) = (0, 0);
    while at < list.len() {
        if list.as_bytes()[at] == b'|' {
            found += 1;
        } else {
            lengths[found] += 1;
        }
        at += 1;
    }
    lengths
}

/// [`Phrases`] from a list that is known when the crate is compiled.
macro_rules! phrases {
    ($list:expr) => {{
        const LIST: &str = $list;
        const LENGTHS: [u8; $crate::article::phrases::count(LIST)] =
            $crate::article::phrases::lengths(LIST);
        $crate::article::phrases::Phrases::new(LIST, &LENGTHS)
    }};
}
pub(super) use phrases;

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::utf16;

    #[test]
    fn phrases_are_found_in_any_case() {
        const LIST: Phrases = phrases!("known as the |known as |以下简称|für |");
        let text = utf16("Known as THE für 以下简称CSRC, known as");
        for (at, expected) in [
            (0, Some(13)),
            (1, None),
            (6, None),
            (13, Some(4)),
            (17, Some(4)),
            (27, Some(9)), // a space is behind the end
            (99, None),
        ] {
            assert_eq!(LIST.at(&text, at), expected, "{at}");
        }
    }
}
