//! Sorting, once.
//!
//! The standard library's sort is made anew for every type it sorts: about 4 KB of Wasm before compression each time, and this crate sorts a dozen
//! things. All of them have a key that fits into 64 bits, so there is one sort, of keys with positions, and everything else follows its order.

use crate::base::gather;

/// The positions of `keys` in ascending order of the keys; equal keys keep their order.
pub(crate) fn order(keys: impl IntoIterator<Item = u64>) -> Vec<usize> {
    // Loops that push, here and below: `collect` is made anew for each kind of keys.
    let mut pairs = Vec::new();
    for key in keys {
        pairs.push((key, pairs.len()));
    }
    positions(pairs)
}

#[inline(never)]
fn positions(mut pairs: Vec<(u64, usize)>) -> Vec<usize> {
    sort(&mut pairs);
    let mut positions = Vec::with_capacity(pairs.len());
    for (_, position) in pairs {
        positions.push(position);
    }
    positions
}

/// Sorts a list by a key; equal keys keep their order.
pub(crate) fn by_key<T>(mut list: Vec<T>, key: impl FnMut(&T) -> u64) -> Vec<T> {
    let mut order = order(list.iter().map(key));
    // Each cycle of the permutation is followed once round; what is in its place says so.
    for start in 0..order.len() {
        let mut at = start;
        loop {
            let from = std::mem::replace(&mut order[at], at);
            if from == start || from == at {
                break;
            }
            list.swap(at, from);
            at = from;
        }
    }
    list
}

/// Sorts numbers and drops repeated ones.
pub(crate) fn distinct(numbers: &mut Vec<u32>) {
    if numbers.len() <= FEW {
        for end in 1..numbers.len() {
            let mut at = end;
            while at > 0 && numbers[at - 1] > numbers[at] {
                numbers.swap(at - 1, at);
                at -= 1;
            }
        }
        numbers.dedup();
        return;
    }
    let order = order(numbers.iter().map(|&number| u64::from(number)));
    *numbers = gather(order.into_iter().map(|position| numbers[position]));
    numbers.dedup();
}

/// Two 32-bit keys as one: `first` decides, then `second`.
pub(crate) fn pair(first: u32, second: u32) -> u64 {
    u64::from(first) << 32 | u64::from(second)
}

/// A key that puts the highest of some numbers that are not negative first.
pub(crate) fn highest_first(number: f32) -> u32 {
    // The bits of such numbers are in the numbers' own order.
    !number.max(0.0).to_bits()
}

/// Up to this many pairs are sorted by insertion: counting bytes pays off above it.
const FEW: usize = 40;

/// Stable. Few pairs by insertion; more by their bytes, from the lowest to the highest, one counting pass for each byte that is not the same in all keys (Knuth,
/// "The Art of Computer Programming", 5.2.5). Most keys are small numbers: two or three passes.
#[inline(never)]
fn sort(pairs: &mut Vec<(u64, usize)>) {
    if pairs.len() <= FEW {
        for end in 1..pairs.len() {
            let mut at = end;
            while at > 0 && pairs[at - 1].0 > pairs[at].0 {
                pairs.swap(at - 1, at);
                at -= 1;
            }
        }
        return;
    }
    let first = pairs[0].0;
    let differing = pairs.iter().fold(0, |bits, &(key, _)| bits | (key ^ first));
    let mut from = std::mem::take(pairs);
    let mut to = from.clone();
    for shift in (0..u64::BITS).step_by(8) {
        if differing >> shift & 0xFF == 0 {
            continue;
        }
        let byte = |key: u64| (key >> shift & 0xFF) as usize;
        let mut places = [0_usize; 256];
        for &(key, _) in &from {
            places[byte(key)] += 1;
        }
        let mut before = 0;
        for place in &mut places {
            before += std::mem::replace(place, before);
        }
        for &pair in &from {
            let place = &mut places[byte(pair.0)];
            to[*place] = pair;
            *place += 1;
        }
        std::mem::swap(&mut from, &mut to);
    }
    *pairs = from;
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sorts_as_the_standard_library_does() {
        let mut seed = 7_u64;
        for length in 0..70 {
            let keys: Vec<u64> = (0..length)
                .map(|_| {
                    seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
                    seed >> 59
                })
                .collect();
            let mut expected: Vec<usize> = (0..keys.len()).collect();
            expected.sort_by_key(|&at| keys[at]);
            assert_eq!(order(keys), expected);
        }
    }

    #[test]
    fn orders() {
        assert_eq!(order([3, 1, 2, 1]), [1, 3, 2, 0]);
        assert_eq!(
            by_key(vec!["b", "a", "c", "a!"], |s| s.as_bytes()[0].into()),
            ["a", "a!", "b", "c"]
        );
        let mut numbers = vec![5, 1, 5, 0];
        distinct(&mut numbers);
        assert_eq!(numbers, [0, 1, 5]);
        assert_eq!(
            by_key(vec![0.5, 2.0, 0.0, 1.0], |&n| u64::from(highest_first(n))),
            [2.0, 1.0, 0.5, 0.0]
        );
    }
}
