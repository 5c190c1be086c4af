//! Short forms, looked up by what is written at a place.
//!
//! An article may define some hundred abbreviations, and a glossary may have thousands of matches in it: to compare each with each would take longer than to find them all. So the
//! forms are sorted by a hash once. A form and its plural ("NFT", "NFTs") are the same here.

use crate::base::order;
use crate::text::words::{EMPTY, mix};

/// Some texts as hash and number: by hash, and those of one hash in the order they came in.
pub(super) struct Forms(Vec<(u32, u32)>);

impl Forms {
    /// Of the texts that are no longer than `longest` code units: short forms are, and most matches are not.
    pub(super) fn new<'a>(texts: impl Iterator<Item = &'a [u16]>, longest: usize) -> Self {
        let mut forms = Vec::new();
        for (text, number) in texts.zip(0..) {
            if text.len() <= longest {
                forms.push((hash(text), number));
            }
        }
        Self(order::by_key(forms, |&(hash, _)| hash.into()))
    }

    /// The numbers of those that may be the same form: [`is_form`] decides.
    pub(super) fn like(&self, form: &[u16]) -> impl Iterator<Item = usize> {
        let hash = hash(form);
        let from = self.0.partition_point(|&(other, _)| other < hash);
        let like = self.0.get(from..).unwrap_or_default().iter();
        like.take_while(move |&&(other, _)| other == hash)
            .map(|&(_, number)| number as usize)
    }
}

/// Some short forms that are looked for in a whole text.
pub(super) struct Sought<'a> {
    all: Vec<&'a [u16]>,
    /// What they begin with.
    pub firsts: Vec<u16>,
    /// By the lowest bits of a first code unit and of a second one: a bit for each that may have it there.
    heads: [[u64; SORTS]; 2],
}

/// Sorts of code units. Letters of one script are all of different ones.
const SORTS: usize = 64;

impl Default for Sought<'_> {
    fn default() -> Self {
        Self {
            all: Vec::new(),
            firsts: Vec::new(),
            heads: [[0; SORTS]; 2],
        }
    }
}

impl<'a> Sought<'a> {
    /// Adds one that is not there yet. There is a bit for each of 64: of a page that defines more, the first ones are looked for.
    pub(super) fn add(&mut self, short: &'a [u16]) {
        let Some(&first) = short.first() else { return };
        let number = self.all.len();
        if number == 64 || self.all.contains(&short) {
            return;
        }
        self.all.push(short);
        if !self.firsts.contains(&first) {
            self.firsts.push(first);
        }
        for (at, heads) in self.heads.iter_mut().enumerate() {
            for (sort, bits) in heads.iter_mut().enumerate() {
                let is_its = short.get(at).is_none_or(|&unit| sort_of(unit) == sort);
                *bits |= u64::from(is_its) << number;
            }
        }
    }

    /// Those that may stand at a place of a text, in the order they came in.
    pub(super) fn likely(&self, text: &[u16], at: usize) -> impl Iterator<Item = &'a [u16]> {
        let unit = |at: usize| text.get(at).copied().unwrap_or_default();
        let [first, second] = &self.heads;
        let mut likely = first[sort_of(unit(at))] & second[sort_of(unit(at + 1))];
        std::iter::from_fn(move || {
            let number = likely.trailing_zeros() as usize;
            likely &= likely.wrapping_sub(1);
            self.all.get(number).copied()
        })
    }
}

fn sort_of(unit: u16) -> usize {
    usize::from(unit) % SORTS
}

/// Of a form without its plural.
fn hash(mut form: &[u16]) -> u32 {
    while let [rest @ .., PLURAL] = form {
        form = rest;
    }
    form.iter()
        .fold(EMPTY, |hash, &unit| mix(hash, unit.into()))
}

/// An "s".
const PLURAL: u16 = 0x73;

/// Is it the short form, or one of the two the plural of the other?
pub(super) fn is_form(surface: &[u16], short: &[u16]) -> bool {
    let plural = |more: &[u16], less: &[u16]| matches!(more.split_last(), Some((&PLURAL, rest)) if rest == less);
    surface == short || plural(surface, short) || plural(short, surface)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::utf16;

    #[test]
    fn what_is_sought_is_told_by_two_units() {
        let forms = ["CSRC", "IMF", "CSI", "CSRC", "I"].map(utf16);
        let mut sought = Sought::default();
        for form in &forms {
            sought.add(form);
        }
        assert_eq!(sought.firsts, [u16::from(b'C'), u16::from(b'I')]);
        let text = utf16("CSX, IMF, CI");
        for (at, expected) in [
            (0, &[0, 2][..]),
            (1, &[]),
            (5, &[1, 4]),
            (10, &[]),
            (11, &[4]),
            (12, &[]),
        ] {
            let expected = expected.iter().map(|&number: &usize| &forms[number][..]);
            assert!(sought.likely(&text, at).eq(expected), "{at}");
        }
    }

    #[test]
    fn forms_are_found_with_their_plurals() {
        let texts: Vec<Vec<u16>> = ["NFT", "SMS", "NFTs", "a longer one", "SM", "NFT"]
            .map(utf16)
            .into();
        let forms = Forms::new(texts.iter().map(Vec::as_slice), 10);
        for (form, expected) in [
            ("NFT", &[0, 2, 5][..]),
            ("NFTs", &[0, 2, 5]),
            ("SM", &[4]),
            ("SMS", &[1]),
            ("SMs", &[4]),
            ("a longer one", &[]),
            ("", &[]),
        ] {
            let form = utf16(form);
            let found: Vec<usize> = forms
                .like(&form)
                .filter(|&number| is_form(&form, &texts[number]))
                .collect();
            assert_eq!(found, expected, "{form:?}");
        }
    }
}
