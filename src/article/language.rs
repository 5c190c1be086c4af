//! In which language a text is, and the words of a language that carry no topic.
//!
//! Where nobody says it, the function words do: in a text of ten words two or three are among the commonest of its language. What the page says is not
//! believed where the words clearly say otherwise (`lang="en"` is left on many a page in other languages).

use super::lists;
use super::tokens::{Kind, Tokens};
use super::vocabulary::Words;
use crate::text::sentences::Sentence;
use std::ops::Range;

/// A language tag, as far as it matters here: a language and a region, two letters each. [`Language::default`] is one that nobody named.
///
/// ```
/// use glossator::article::Language;
///
/// let swiss = Language::new("de-CH");
/// assert!(swiss.is("de"));
/// assert_eq!(Language::from_number(swiss.to_number()), swiss);
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Language([u8; 4]);

impl Language {
    /// From the beginning of a BCP 47 tag: `de`, `en-GB`.
    #[must_use]
    pub fn new(tag: &str) -> Self {
        let mut letters = [0; 4];
        let bytes = tag.bytes().filter(u8::is_ascii_alphabetic);
        for ((letter, byte), at) in letters.iter_mut().zip(bytes).zip(0..) {
            *letter = if at < 2 {
                byte.to_ascii_lowercase()
            } else {
                byte.to_ascii_uppercase()
            };
        }
        Self(letters)
    }

    /// From a code of two small letters, where nothing has to be checked.
    fn of(code: &str) -> Self {
        match *code.as_bytes() {
            [first, second] => Self([first, second, 0, 0]),
            _ => Self::default(),
        }
    }

    /// From four ASCII letters in a number, the first in the lowest byte: `enGB`. 0 is no language.
    #[must_use]
    pub fn from_number(number: u32) -> Self {
        Self(number.to_le_bytes())
    }

    /// The number that [`from_number`](Self::from_number) takes.
    #[must_use]
    pub fn to_number(self) -> u32 {
        u32::from_le_bytes(self.0)
    }

    /// Is it this one, a code of two small letters?
    #[must_use]
    pub fn is(self, code: &str) -> bool {
        self.0[..2] == *code.as_bytes()
    }

    /// The list of words without a topic: Spanish ones where most are the same, English ones where it is none of those that are known.
    pub(super) fn function_words(self) -> u64 {
        if self.is_any("pt it") {
            return lists::SPANISH;
        }
        let own = KNOWN.iter().find(|(code, _)| self.is(code));
        own.unwrap_or(&KNOWN[0]).1
    }

    /// Are its words without a topic known? Also where nobody has said which language it is: most likely it is one of those that are.
    pub(super) fn is_known(self) -> bool {
        self == Self::default()
            || self.is_any("pt it")
            || KNOWN.iter().any(|(code, _)| self.is(code))
    }

    /// Is it one of these, with a space between them?
    #[inline(never)]
    pub(crate) fn is_any(self, codes: &str) -> bool {
        has(codes, &self.0[..2])
    }

    /// Does it name one of these regions, each of two capitals, with a space between them?
    #[inline(never)]
    pub(crate) fn is_in(self, regions: &str) -> bool {
        has(regions, &self.0[2..])
    }
}

/// Is a code of two letters in a list of such codes?
fn has(codes: &str, code: &[u8]) -> bool {
    codes.as_bytes().chunks(3).any(|own| own.starts_with(code))
}

/// The languages whose words without a topic are known. Those of three letters and fewer are among the commonest words and tell languages apart.
const KNOWN: [(&str, u64); 4] = [
    ("en", lists::ENGLISH),
    ("de", lists::GERMAN),
    ("fr", lists::FRENCH),
    ("es", lists::SPANISH),
];

/// So many function words have to be found, and twice as many as of what the page says, for the page not to be believed.
const SURE: u32 = 8;

/// As far as the words are looked at, in code units: some 400 of them.
const HEAD: usize = 3_200;

/// The language of a text that is said to be in `stated`. `tokens` become those of its first sentences.
pub(super) fn language_of(
    text: &[u16],
    sentences: &[Sentence],
    stated: Language,
    words: &mut Words,
    tokens: &mut Tokens,
) -> Language {
    let mut counts = [0_u32; KNOWN.len()];
    let (mut seen, mut han) = (0, 0);
    for sentence in sentences {
        let Range { start, end } = sentence.range();
        if start >= HEAD {
            break;
        }
        tokens.read_on(text, start, end, words);
    }
    for token in tokens.from(0) {
        if token.start >= HEAD {
            break;
        }
        seen += u32::from(token.kind != Kind::Mark);
        for (count, (_, list)) in counts.iter_mut().zip(KNOWN) {
            *count += u32::from(token.known.lists & list != 0);
        }
    }
    for &unit in text.get(..HEAD).unwrap_or(text) {
        han += u32::from((0x4E00..0xA000).contains(&unit));
    }
    let (mut best, mut own) = (0, 0);
    for (index, &count) in counts.iter().enumerate() {
        if count > counts[best] {
            best = index;
        }
        if stated.is(KNOWN[index].0) {
            own = count;
        }
    }
    let found = Language::of(KNOWN[best].0);
    let is_unknown = stated == Language::default();
    if is_unknown && han * 2 > seen {
        return Language::of("zh");
    }
    // "en" is left on many a page; who says Portuguese means it, though most of its small words are Spanish as well.
    let is_listed = KNOWN.iter().any(|(code, _)| stated.is(code));
    let is_clear = is_listed && counts[best] >= SURE && counts[best] > 2 * own;
    let is_other = found.0[..2] != stated.0[..2];
    if (is_unknown && counts[best] > 0) || (is_clear && is_other) {
        found
    } else {
        stated
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::article::vocabulary::Session;
    use crate::text::blocks::Blocks;
    use crate::text::sentences::sentences;
    use crate::text::utf16;

    #[test]
    fn the_words_say_the_language() {
        for (text, stated, expected) in [
            ("Der Umsatz stieg auf 1.234 Euro.", "", "de"),
            ("Le chiffre d’affaires a atteint 3 millions.", "", "fr"),
            ("Los ingresos de la empresa", "", "es"),
            ("The sales of the company", "", "en"),
            ("区块链技术的发展", "", "zh"),
            ("Der Umsatz", "en-GB", "enGB"),
            ("12.5 %", "", ""),
            (
                "Der Umsatz der Bank ist auf den Wert gestiegen, der für das Jahr nicht zu erwarten war, und die Aktie auch.",
                "en",
                "de",
            ),
        ] {
            let text_units = utf16(text);
            let all = sentences(&text_units, &Blocks::prose(text_units.len()));
            let found = Session::new(&text_units, &all, Language::new(stated), None).language;
            assert_eq!(found, Language::new(expected), "{text}");
        }
    }
}
