//! Numbers for byte strings: the first one seen is 0, the next new one 1.
//!
//! An open-addressing table over FNV-1a hashes (Fowler, Noll, Vo), half empty at least. `std`'s `HashMap` would do, with several times the Wasm for each type of
//! key; its protection against chosen collisions is not needed for a glossary that the site itself has chosen, and a bad one costs time, not safety.
//! The strings lie one after the other in one piece of memory: 100,000 small ones would cost as much again in the allocator's headers.

use std::ops::Range;

/// A set of byte strings that remembers the order of arrival.
#[derive(Clone, Debug, Default)]
pub(crate) struct Interner {
    bytes: Vec<u8>,
    /// Where each string ends in `bytes`; it starts where the one before it ends.
    ends: Vec<u32>,
    /// Number + 1 of a string, or 0 for an empty slot. The length is a power of two.
    slots: Vec<u32>,
}

impl Interner {
    /// The number of a string, and whether it is new.
    pub(crate) fn add(&mut self, string: &[u8]) -> (usize, bool) {
        if (self.len() + 1) * 2 > self.slots.len() {
            self.grow();
        }
        let slot = self.slot(string);
        let number = self.slots[slot] as usize;
        if number > 0 {
            return (number - 1, false);
        }
        self.bytes.extend_from_slice(string);
        self.ends.push(narrow(self.bytes.len()));
        self.slots[slot] = narrow(self.len());
        (self.len() - 1, true)
    }

    /// The number of a string that is there.
    pub(crate) fn get(&self, string: &[u8]) -> Option<usize> {
        if self.slots.is_empty() {
            return None;
        }
        (self.slots[self.slot(string)] as usize).checked_sub(1)
    }

    /// How many strings there are.
    pub(crate) fn len(&self) -> usize {
        self.ends.len()
    }

    /// All strings, one after the other.
    pub(crate) fn bytes(&self) -> &[u8] {
        &self.bytes
    }

    /// Where a string lies in [`bytes`](Self::bytes).
    pub(crate) fn range(&self, number: usize) -> Range<usize> {
        let start = number.checked_sub(1).map_or(0, |before| self.ends[before]);
        start as usize..self.ends[number] as usize
    }

    /// Where the string is, or the empty slot where it would be.
    fn slot(&self, string: &[u8]) -> usize {
        let mask = self.slots.len() - 1;
        let mut slot = hash(string) & mask;
        loop {
            match (self.slots[slot] as usize).checked_sub(1) {
                Some(number) if &self.bytes[self.range(number)] != string => {
                    slot = (slot + 1) & mask;
                }
                _ => return slot,
            }
        }
    }

    fn grow(&mut self) {
        let size = (self.slots.len() * 2).max(16);
        self.slots = vec![0; size];
        for number in 0..self.len() {
            let mut slot = hash(&self.bytes[self.range(number)]) & (size - 1);
            while self.slots[slot] > 0 {
                slot = (slot + 1) & (size - 1);
            }
            self.slots[slot] = narrow(number + 1);
        }
    }
}

/// All strings together are shorter than 4 GiB: Wasm memory is.
#[allow(clippy::cast_possible_truncation)]
fn narrow(value: usize) -> u32 {
    value as u32
}

fn hash(string: &[u8]) -> usize {
    let mut hash = 0x811C_9DC5_u32;
    for &byte in string {
        hash = (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193);
    }
    // The low bits of FNV are its weaker ones.
    (hash ^ hash >> 15) as usize
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_in_order_of_arrival_and_survive_growth() {
        let mut interner = Interner::default();
        assert_eq!(interner.get(b"0"), None);
        for round in [true, false] {
            for number in 0..1_000_usize {
                let string = number.to_string();
                assert_eq!(interner.add(string.as_bytes()), (number, round));
            }
        }
        assert_eq!(interner.get(b"999"), Some(999));
        assert_eq!(interner.get(b"1000"), None);
        assert_eq!(interner.len(), 1_000);
        assert_eq!(&interner.bytes()[interner.range(0)], b"0");
        assert_eq!(&interner.bytes()[interner.range(999)], b"999");
    }
}
