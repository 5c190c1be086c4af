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

/// A list that is asked for words that it seldom has: most of those are known by a look at one bit.
pub(crate) struct Rare {
    list: &'static str,
    /// A bit for each hash that a word of the list has.
    bits: [u32; BITS],
}

/// With a hundred words four of five others meet no bit.
const BITS: usize = 16;

impl Rare {
    pub(crate) const fn new(list: &'static str) -> Self {
        let bytes = list.as_bytes();
        let mut bits = [0; BITS];
        let (mut hash, mut at) = (0, 0);
        while at < bytes.len() {
            if bytes[at] == b' ' {
                bits[place(hash)] |= 1 << (hash % 32);
                hash = 0;
            } else {
                hash = mix(hash, bytes[at]);
            }
            at += 1;
        }
        bits[place(hash)] |= 1 << (hash % 32);
        Self { list, bits }
    }

    /// Is the word in the list?
    pub(crate) fn has(&self, word: &str) -> bool {
        let hash = word.bytes().fold(0, mix);
        self.bits[place(hash)] >> (hash % 32) & 1 != 0 && has(self.list, word)
    }
}

const fn mix(hash: u32, byte: u8) -> u32 {
    (hash ^ byte as u32)
        .wrapping_mul(0x9E37_79B1)
        .rotate_left(13)
}

const fn place(hash: u32) -> usize {
    (hash / 32) as usize % BITS
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
