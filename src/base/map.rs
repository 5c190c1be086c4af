//! A number for each of some 32-bit keys: words by their hashes, terms by their indices.
//!
//! One table for all, without types to be made anew for: keys and numbers lie side by side, twice as many places as there can be keys, and who finds a place taken goes on to the next. It is smaller than
//! sorted lists with their searches, and takes one look where those take ten.

/// What no number is: the place is free.
const FREE: u32 = 0;

#[derive(Clone)]
pub(crate) struct Map {
    /// A key and the complement of its number: what is zero was never written.
    places: Vec<[u32; 2]>,
}

impl Map {
    /// For so many keys at most.
    pub(crate) fn with_room(keys: usize) -> Self {
        let places = (2 * keys + 2).next_power_of_two();
        Self {
            places: vec![[0; 2]; places],
        }
    }

    /// Where the key is, or would be.
    #[inline(never)]
    fn place(&self, key: u32) -> usize {
        // Through slices here and below: `Vec` has functions for that, which are called.
        let places = self.places.as_slice();
        let mask = places.len().wrapping_sub(1);
        // Hashes have all their bits in the low ones by this, and small numbers stay apart.
        let mut place = (key ^ key >> 15) as usize & mask;
        while let Some(&[other, number]) = places.get(place)
            && number != FREE
            && other != key
        {
            place = (place + 1) & mask;
        }
        place
    }

    /// The number of a key that has one.
    pub(crate) fn get(&self, key: u32) -> Option<u32> {
        let [_, number] = self.places.as_slice()[self.place(key)];
        (number != FREE).then_some(!number)
    }

    /// Gives a key the number that `change` makes of its own one, or of `initial`. No number is the highest there is.
    pub(crate) fn set(&mut self, key: u32, initial: u32, change: &dyn Fn(u32) -> u32) {
        let number = self.number(key, initial);
        *number = !change(!*number);
    }

    /// The complement of the number of a key, which is `initial` where it had none.
    #[inline(never)]
    fn number(&mut self, key: u32, initial: u32) -> &mut u32 {
        let place = self.place(key);
        let [own, number] = &mut self.places.as_mut_slice()[place];
        if *number == FREE {
            (*own, *number) = (key, !initial);
        }
        number
    }
}

/// Numbers in the order of arrival: the first key is 0, the next new one 1. It grows.
#[derive(Clone)]
pub(crate) struct Numbers {
    map: Map,
    count: u32,
}

impl Numbers {
    /// None yet; it does not grow before it has so many.
    pub(crate) fn with_room(keys: usize) -> Self {
        Self {
            map: Map::with_room(keys),
            count: 0,
        }
    }

    /// The number of a key that has one.
    pub(crate) fn get(&self, key: u32) -> Option<u32> {
        self.map.get(key)
    }

    /// The number of a key, a new one if it has none.
    pub(crate) fn add(&mut self, key: u32) -> u32 {
        let number = !*self.map.number(key, self.count);
        if number == self.count {
            self.count += 1;
            // Every second place is free at least.
            if self.count as usize * 2 > self.map.places.len() {
                self.grow();
            }
        }
        number
    }

    fn grow(&mut self) {
        let mut larger = Map::with_room(self.map.places.len());
        for &[key, number] in &self.map.places {
            if number != FREE {
                larger.number(key, !number);
            }
        }
        self.map = larger;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn new_keys_get_the_next_number() {
        let keys = || (0..500).map(|n: u32| n.wrapping_mul(0x0100_0193) ^ n << 28);
        let mut numbers = Numbers::with_room(0);
        for _ in 0..2 {
            for (key, number) in keys().zip(0..) {
                assert_eq!(numbers.add(key), number);
            }
        }
        assert_eq!(numbers.get(keys().nth(499).unwrap()), Some(499));
        assert_eq!(numbers.get(7), None);
    }

    #[test]
    fn keys_have_their_numbers() {
        let keys = (0..500).map(|n: u32| n.wrapping_mul(0x0100_0193) ^ n << 28);
        let mut map = Map::with_room(500);
        for (key, number) in keys.clone().zip(0..) {
            assert_eq!(map.get(key), None);
            map.set(key, number, &|own| own);
            // What is there stays.
            map.set(key, 1_000, &|own| own);
        }
        for (key, number) in keys.zip(0..) {
            assert_eq!(map.get(key), Some(number), "{key}");
        }
    }

    #[test]
    fn the_same_low_bits_are_different_keys() {
        let mut map = Map::with_room(3);
        for key in [0, 1 << 31, 1 << 30] {
            map.set(key, 0, &|own| own + key);
        }
        for key in [0, 1 << 31, 1 << 30] {
            assert_eq!(map.get(key), Some(key));
        }
        assert_eq!(map.get(1 << 29), None);
    }

    #[test]
    fn nothing_has_room_for_nothing() {
        assert_eq!(Map::with_room(0).get(7), None);
    }
}
