//! In which language a text is, and the words of a language that carry no topic.
//!
//! Where nobody says it, the function words do: in a text of ten words two or three are among the commonest of its language. What the page says is not
//! believed where the words clearly say otherwise (`lang="en"` is left on many a page in other languages).

use crate::base::map::Map;
use crate::text::words;

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

    /// Is it one of these, with a space between them?
    #[inline(never)]
    pub(crate) fn is_any(self, codes: &str) -> bool {
        codes.split(' ').any(|code| self.is(code))
    }

    /// Does it name one of these regions, each of two capitals, with a space between them?
    #[inline(never)]
    pub(crate) fn is_in(self, regions: &str) -> bool {
        let mut regions = regions.split(' ');
        regions.any(|region| self.0[2..] == *region.as_bytes())
    }
}

/// Words without a topic: the language, then its words. Those of three letters and fewer are among the commonest words and tell languages apart.
const FUNCTION_WORDS: &[(&str, &str)] = &[
    (
        "en",
        "the of and to in is it that was for on are as with his they at be this from have or by but not he she we has had an which will its \
        about above after again against also although among another around because been before being between both \
        could does down during each even ever every further having here however into itself just like \
        made make many might more most much must never only other over said same says shall should since some still \
        such than their them then there these those through under until upon very well were what \
        when where whether while within without would your you who how can may all any new one two our out up so if no do",
    ),
    (
        "de",
        "der die das und ist von zu den mit auf für im dem nicht ein eine als auch es an er hat aus bei sie nach wird sich einer um am sind noch wie \
        einem über einen so zum war haben nur oder aber vor zur bis mehr durch man sein wurde sei werden diese dieser dieses wenn kann kein keine \
        gegen schon seit ihre ihrer ihren seine seiner seinen unter wegen sowie jedoch dass damit dann doch hier mehrere sollen soll würde wurden zwischen ohne",
    ),
    (
        "fr",
        "le la les de des du un une et est en que qui dans pour par sur pas plus au aux avec il elle ce se son sa ses ne sont ont été cette mais ou \
        nous vous leur leurs ils elles même aussi comme entre sans après avant depuis selon dont ainsi être avoir fait peut très tout tous toutes ces \
        cela donc encore lors alors quand sous chez notre votre autres autre deux deja était avait",
    ),
    (
        "es",
        "el la los las de del un una y es en que por para con no se su sus al lo como más pero ha han fue son este esta estos estas entre sin sobre \
        también hasta desde cuando muy ya todo todos donde según durante después antes porque ser sido está están tiene tienen así otro otra otros \
        otras esto eso había parte cada ante bajo contra hacia mientras aunque",
    ),
];

/// The lists, each with a bit of its own.
const FUNCTION_LISTS: [(&str, u32); FUNCTION_WORDS.len()] = {
    let mut lists = [("", 0); FUNCTION_WORDS.len()];
    let mut at = 0;
    while at < lists.len() {
        lists[at] = (FUNCTION_WORDS[at].1, 1 << at);
        at += 1;
    }
    lists
};

/// So many function words have to be found, and twice as many as of what the page says, for the page not to be believed.
const SURE: u32 = 8;

/// As many words are looked at.
const MOST_WORDS: u32 = 400;

/// The function words of a language, with spaces between them; English ones where it is none of those that are known.
pub(crate) fn function_list(language: Language) -> &'static str {
    let own = FUNCTION_WORDS.iter().find(|(code, _)| language.is(code));
    own.unwrap_or(&FUNCTION_WORDS[0]).1
}

/// What words are known as, by their keys: the bits of all lists that have them.
pub(crate) fn known(lists: &[(&str, u32)]) -> Map {
    let letters: usize = lists.iter().map(|(list, _)| list.len()).sum();
    // Each but the last has a space behind it.
    let mut known = Map::with_room(letters / 2 + lists.len());
    for &(list, bits) in lists {
        let mut key = words::EMPTY;
        for c in list.chars().chain([' ']) {
            if c == ' ' {
                known.set(key, 0, &|own| own | bits);
                key = words::EMPTY;
            } else {
                key = words::longer(key, c);
            }
        }
    }
    known
}

/// The language of a text that is said to be in `stated`.
pub(crate) fn language_of(text: &[u16], stated: Language) -> Language {
    let known = known(&FUNCTION_LISTS);
    let mut counts = [0_u32; FUNCTION_WORDS.len()];
    let (mut seen, mut han) = (0, 0);
    // Some eight code units a word: no need to walk to the end of a book.
    let head = text.get(..MOST_WORDS as usize * 8).unwrap_or(text);
    words::each(head, |key, _| {
        seen += 1;
        let languages = known.get(key).unwrap_or_default();
        for (count, language) in counts.iter_mut().zip(0..) {
            *count += languages >> language & 1;
        }
    });
    for &unit in head {
        han += u32::from((0x4E00..0xA000).contains(&unit));
    }
    let (mut best, mut own) = (0, 0);
    for (index, &count) in counts.iter().enumerate() {
        if count > counts[best] {
            best = index;
        }
        if stated.is(FUNCTION_WORDS[index].0) {
            own = count;
        }
    }
    let found = Language::new(FUNCTION_WORDS[best].0);
    let is_unknown = stated == Language::default();
    if is_unknown && han * 2 > seen {
        return Language::new("zh");
    }
    let is_clear = counts[best] >= SURE && counts[best] > 2 * own;
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
            let found = language_of(&utf16(text), Language::new(stated));
            assert_eq!(found, Language::new(expected), "{text}");
        }
    }
}
