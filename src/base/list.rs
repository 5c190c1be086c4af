//! Short word lists, as one text with spaces between the words.
//!
//! A slice of texts costs eight bytes a word beside the letters, and those bytes (addresses) do not compress.

/// Is the word in the list?
pub(crate) fn has(list: &str, word: &str) -> bool {
    has_bytes(list, word.as_bytes())
}

/// The same of a word in UTF-8 that nobody has checked.
#[inline(never)]
pub(crate) fn has_bytes(list: &str, word: &[u8]) -> bool {
    // Not by `str::split`: its search for the next space costs more than a word has letters, and every end of a sentence asks.
    let list = list.as_bytes();
    let Some(first) = word.first() else {
        return false;
    };
    let mut start = 0;
    for end in 0..=list.len() {
        if list.get(end).is_none_or(|&byte| byte == b' ') {
            if end > start && list[start] == *first && list[start..end] == *word {
                return true;
            }
            start = end + 1;
        }
    }
    false
}

/// A list that is asked for words that it seldom has: nearly all of those are known by a look at three bits.
pub(crate) struct Rare {
    list: &'static str,
    /// Some bits for each word of the list, by a hash of its letters of ASCII.
    bits: [u32; ROWS],
}

const ROWS: usize = 16;

/// So many for each: with a hundred words eleven of twelve others miss one of theirs.
const TIMES: u32 = 3;

impl Rare {
    pub(crate) const fn new(list: &'static str) -> Self {
        let bytes = list.as_bytes();
        let mut bits = [0; ROWS];
        let (mut hash, mut at) = (0, 0);
        while at <= bytes.len() {
            if at == bytes.len() || bytes[at] == b' ' {
                let mut time = 0;
                while time < TIMES {
                    let (row, bit) = place(hash, time);
                    bits[row] |= bit;
                    time += 1;
                }
                hash = 0;
            } else {
                hash = mix(hash, bytes[at] as u32);
            }
            at += 1;
        }
        Self { list, bits }
    }

    /// May a word of these characters, all of them small, be in the list?
    pub(crate) fn may_have(&self, word: impl Iterator<Item = char>) -> bool {
        let mut hash = 0;
        for c in word {
            hash = mix(hash, c.into());
        }
        (0..TIMES).all(|time| {
            let (row, bit) = place(hash, time);
            self.bits[row] & bit != 0
        })
    }

    /// Is the word in the list?
    pub(crate) fn has(&self, word: &str) -> bool {
        has(self.list, word)
    }
}

const fn mix(hash: u32, letter: u32) -> u32 {
    if letter > 0x7F {
        return hash;
    }
    (hash ^ letter).wrapping_mul(0x9E37_79B1).rotate_left(13)
}

const fn place(hash: u32, time: u32) -> (usize, u32) {
    let hash = hash >> (10 * time);
    ((hash / 32) as usize % ROWS, 1 << (hash % 32))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_rare_list_has_what_the_list_has() {
        const WORDS: &str = "a bc d.e févr";
        const LIST: Rare = Rare::new(WORDS);
        for word in "a bc d.e févr d b fév".split(' ') {
            assert_eq!(LIST.has(word), has(WORDS, word), "{word}");
            assert!(LIST.may_have(word.chars()) || !has(WORDS, word), "{word}");
        }
    }

    #[test]
    fn words() {
        for (list, word, expected) in [
            ("a bc d", "bc", true),
            ("a bc d", "a", true),
            ("a bc d", "d", true),
            ("a bc d", "b", false),
            ("a bc d", "bcd", false),
            ("a bc d", "c", false),
            ("a", "", false),
            ("a  b", "", false),
        ] {
            assert_eq!(has(list, word), expected, "{word:?} in {list:?}");
        }
    }
}
