//! Arabic and Hebrew: a word and the small words that are written on to its front.
//!
//! "والتضخم" is "and the inflation", and "בבורסה" is "at the stock exchange". A label begins there as behind a space, where the front of the word is one of those below. The match is the
//! whole word: a mark in the midst of one would cut joined letters in two.
//!
//! A word may begin with the same letters by itself: "بطاقة" is a card, and not "with energy". So the label must have some letters: few behind an article, which words hardly have by themselves, more
//! behind one letter. How many was asked of the nouns of the Hunspell dictionaries of Debian (24,600 of Arabic, 54,400 of Hebrew): which of them are another one of them with such a front? Behind an
//! Arabic article 2 are, of any length. Behind one letter 109 of 7,100 nouns of four letters are, of those of five 2 of 9,900. In Hebrew one noun in fifty is another one behind ה; those are read as the
//! noun with its article just as often ("התרבות"). Behind ב, ל, כ and ש one in a hundred of those of four and five letters is, and of those of six one in a thousand or (ש) four hundred. The letter מ is left out, which begins a participle of
//! most verbs: a fourteenth of all nouns of six letters.
//!
//! Which words of a label have an article themselves is [`inflect::arabic`](super::inflect)'s.

use super::scan::is_boundary;
use crate::base::list::has_bytes;

/// With an article, and the fewest bytes of a label behind them: three letters.
const ARTICLES: &str = "ال وال فال بال كال لل ولل فلل وبال ה וה שה כשה מה";
const FEWEST: usize = 6;

/// Without one. A label has five letters in Arabic, and six in Hebrew, of whose words more begin so.
const LETTERS: &str = "و ف ب ل ك وب ول وك ב ל ו כ ש וב ול וכ וש של שב";
const ARABIC: usize = 10;
const HEBREW: usize = 12;

/// The longest of them, in bytes: four letters.
const LONGEST: usize = 8;

/// Where the word begins that has one of them before `at`, and how many bytes a label at `at` must have; `None` where it has none. Of folded bytes.
#[inline]
pub(super) fn front(bytes: &[u8], at: usize) -> Option<(usize, usize)> {
    // Letters of Arabic and Hebrew have two bytes.
    match bytes.get(at.wrapping_sub(2)) {
        Some(0xD7..=0xD9) => find(bytes, at),
        _ => None,
    }
}

#[inline(never)]
fn find(bytes: &[u8], at: usize) -> Option<(usize, usize)> {
    // Before a sign, such as that of a currency, the letters are a word of their own.
    if is_boundary(bytes, at) {
        return None;
    }
    let mut front = at;
    while at - front < LONGEST && matches!(bytes.get(front.wrapping_sub(2)), Some(0xD7..=0xD9)) {
        front -= 2;
    }
    let own = bytes.get(front..at)?;
    let fewest = if has_bytes(ARTICLES, own) {
        FEWEST
    } else if !has_bytes(LETTERS, own) {
        return None;
    } else if own.starts_with(&[0xD7]) {
        HEBREW
    } else {
        ARABIC
    };
    is_boundary(bytes, front).then_some((front, fewest))
}
