//! Short forms, looked up by what is written at a place.
//!
//! An article may define some hundred abbreviations, and a glossary may have thousands of matches in it: to compare each with each would take longer than to find them all. So the
//! short forms lie in a small table, by a hash.

use crate::text::words::{EMPTY, mix};

/// Slots of the table: an article defines no more than 500.
const SLOTS: usize = 1_024;

/// Some short forms. Those that are the same are known by the number of the first of them.
pub(super) struct Forms<'a> {
    forms: Vec<&'a [u16]>,
    /// One more than a number; 0 is an empty slot. A form lies in the slot of its hash or behind it.
    slots: [u16; SLOTS],
    longest: usize,
}

impl<'a> Forms<'a> {
    pub(super) fn new() -> Self {
        Self {
            forms: Vec::new(),
            slots: [0; SLOTS],
            longest: 0,
        }
    }

    /// Gives the number of the first form that is the same as this one, which may be itself.
    pub(super) fn add(&mut self, form: &'a [u16]) -> usize {
        let form = singular(form);
        self.longest = self.longest.max(form.len() + 1);
        let slot = self.slot(form);
        self.forms.push(form);
        if self.slots[slot] == 0 {
            #[allow(clippy::cast_possible_truncation)] // no more than 500
            let number = self.forms.len() as u16;
            self.slots[slot] = number;
        }
        usize::from(self.slots[slot]) - 1
    }

    /// The number of the first form that is the same.
    pub(super) fn find(&self, form: &[u16]) -> Option<usize> {
        // Most matches are longer.
        if form.len() > self.longest {
            return None;
        }
        usize::from(self.slots[self.slot(singular(form))]).checked_sub(1)
    }

    /// Where the form is, or would be.
    fn slot(&self, form: &[u16]) -> usize {
        let mut hash = EMPTY;
        for &unit in form {
            hash = mix(hash, unit.into());
        }
        let mut slot = hash as usize;
        loop {
            slot %= SLOTS;
            let known = usize::from(self.slots[slot]).checked_sub(1);
            if known.is_none_or(|known| self.forms[known] == form) {
                return slot;
            }
            slot += 1;
        }
    }
}

/// A short form without its plural: "NFTs" were defined, and one "NFT" comes.
pub(super) fn singular(form: &[u16]) -> &[u16] {
    match form {
        [rest @ .., 0x73] if rest.len() > 1 => rest,
        _ => form,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::utf16;

    #[test]
    fn forms_are_found_with_their_plurals() {
        let texts = ["NFT", "SM", "NFTs", "As", "NFT"].map(utf16);
        let mut forms = Forms::new();
        let first: Vec<usize> = texts.iter().map(|text| forms.add(text)).collect();
        assert_eq!(first, [0, 1, 0, 3, 0]);
        for (form, expected) in [
            ("NFT", Some(0)),
            ("NFTs", Some(0)),
            ("SM", Some(1)),
            ("SMS", None),
            ("SMs", Some(1)),
            ("As", Some(3)),
            ("A", None),
            ("much longer", None),
            ("", None),
        ] {
            assert_eq!(forms.find(&utf16(form)), expected, "{form:?}");
        }
    }
}
