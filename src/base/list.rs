//! Short word lists, as one text with spaces between the words.
//!
//! A slice of texts costs eight bytes a word beside the letters, and those bytes (addresses) do not compress.

/// Is the word in the list?
pub(crate) fn has(list: &str, word: &str) -> bool {
    // Bytes one by one: a search for the next space by the standard library costs more than a word has letters, and every end of a sentence asks.
    let (list, word) = (list.as_bytes(), word.as_bytes());
    let mut letters = word.iter();
    let mut is_same = !word.is_empty();
    for &byte in list {
        if byte == b' ' {
            if is_same && letters.as_slice().is_empty() {
                return true;
            }
            letters = word.iter();
            is_same = !word.is_empty();
        } else {
            is_same = is_same && letters.next() == Some(&byte);
        }
    }
    is_same && letters.as_slice().is_empty()
}

#[cfg(test)]
mod tests {
    use super::*;

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
