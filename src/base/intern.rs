//! Numbers for byte strings: the first one seen is 0, the next new one 1.
//!
//! An open-addressing table over FNV-1a hashes (Fowler, Noll, Vo), half empty at least. `std`'s `HashMap` would do, with several times the Wasm for each type of
//! key; its protection against chosen collisions is not needed for a glossary that the site itself has chosen, and a bad one costs time, not safety.

/// A set of byte strings that remembers the order of arrival.
#[derive(Debug, Default)]
pub(crate) struct Interner {
    strings: Vec<Vec<u8>>,
    /// Number + 1 of a string, or 0 for an empty slot. The length is a power of two.
    slots: Vec<u32>,
}

impl Interner {
    /// The number of a string, and whether it is new.
    pub(crate) fn add(&mut self, string: &[u8]) -> (usize, bool) {
        if (self.strings.len() + 1) * 2 > self.slots.len() {
            self.grow();
        }
        let slot = self.slot(string);
        let number = self.slots[slot] as usize;
        if number > 0 {
            return (number - 1, false);
        }
        self.strings.push(string.to_vec());
        #[allow(clippy::cast_possible_truncation)] // as many strings as fit into 4 GiB
        let number = self.strings.len() as u32;
        self.slots[slot] = number;
        (self.strings.len() - 1, true)
    }

    /// The number of a string that is there.
    pub(crate) fn get(&self, string: &[u8]) -> Option<usize> {
        if self.slots.is_empty() {
            return None;
        }
        (self.slots[self.slot(string)] as usize).checked_sub(1)
    }

    /// All strings by number.
    pub(crate) fn strings(&self) -> &[Vec<u8>] {
        &self.strings
    }

    /// Where the string is, or the empty slot where it would be.
    fn slot(&self, string: &[u8]) -> usize {
        let mask = self.slots.len() - 1;
        let mut slot = hash(string) & mask;
        loop {
            match (self.slots[slot] as usize).checked_sub(1) {
                Some(number) if self.strings[number] != string => slot = (slot + 1) & mask,
                _ => return slot,
            }
        }
    }

    fn grow(&mut self) {
        let size = (self.slots.len() * 2).max(16);
        self.slots = vec![0; size];
        for number in 0..self.strings.len() {
            let mut slot = hash(&self.strings[number]) & (size - 1);
            while self.slots[slot] > 0 {
                slot = (slot + 1) & (size - 1);
            }
            #[allow(clippy::cast_possible_truncation)] // as in `add`
            let number = number as u32;
            self.slots[slot] = number + 1;
        }
    }
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
        assert_eq!(interner.strings().len(), 1_000);
    }
}
