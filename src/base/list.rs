//! Short word lists, as one text with spaces between the words.
//!
//! A slice of texts costs eight bytes a word beside the letters, and those bytes (addresses) do not compress.

/// Is the word in the list?
pub(crate) fn has(list: &str, word: &str) -> bool {
    list.split(' ').any(|known| known == word)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words() {
        assert!(has("a bc d", "bc") && !has("a bc d", "b") && !has("a", ""));
    }
}
