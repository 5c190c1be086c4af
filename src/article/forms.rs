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
