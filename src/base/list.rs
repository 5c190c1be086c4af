//! Short word lists, as one text with spaces between the words.
//!
//! A slice of texts costs eight bytes a word beside the letters, and those bytes (addresses) do not compress.

/// Is the word in the list?
pub(crate) fn has(list: &str, word: &str) -> bool {
    list.split(' ').any(|known| known == word)
}

/// The second word of the pair whose first is `word`, in a list of pairs.
pub(crate) fn second(list: &'static str, word: &str) -> Option<&'static str> {
    partner(list, word, 0)
}

/// The first word of the pair whose second is `word`, in a list of pairs.
pub(crate) fn first(list: &'static str, word: &str) -> Option<&'static str> {
    partner(list, word, 1)
}

fn partner(list: &'static str, word: &str, side: usize) -> Option<&'static str> {
    let mut words = list.split(' ');
    while let (Some(first), Some(second)) = (words.next(), words.next()) {
        let pair = [first, second];
        if pair[side] == word {
            return Some(pair[1 - side]);
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_and_pairs() {
        assert!(has("a bc d", "bc") && !has("a bc d", "b") && !has("a", ""));
        let pairs = "child children foot feet";
        assert_eq!(
            (second(pairs, "foot"), first(pairs, "feet")),
            (Some("feet"), Some("foot"))
        );
        assert_eq!((second(pairs, "children"), first(pairs, "x")), (None, None));
    }
}
