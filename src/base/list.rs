//! Short word lists, as one text with spaces between the words.
//!
//! A slice of texts costs eight bytes a word beside the letters, and those bytes (addresses) do not compress.

/// Is the word in the list?
pub(crate) fn has(list: &str, word: &str) -> bool {
    // Not by `str::split`: its search for the next space costs more than a word has letters, and every end of a sentence asks.
    let (list, word) = (list.as_bytes(), word.as_bytes());
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
