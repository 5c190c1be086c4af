//! The forms in which a label meets a reader: the plural of its head word, and the singular of a plural label.
//!
//! The head of an English noun phrase is its last word ("central banks"), or the one before "of", "in", "for" … ("proofs of stake",
//! "indices of prices"). Rules make regular plurals; a short table holds irregular ones. They are made when a glossary is compiled. A wrong form
//! costs a little memory and is harmless unless it is *another word*; those are listed in [`OTHER_WORDS`].
//! Languages other than English are not inflected yet: their labels match as written, possessives and case aside.

use crate::base::letter::{is_capital, lower_text};
use crate::base::list;

/// English nouns whose plural no rule makes.
const IRREGULAR: &str = "analysis analyses appendix appendices basis bases child children crisis crises criterion criteria foot feet \
    half halves hypothesis hypotheses index indices leaf leaves life lives man men matrix matrices medium media \
    person people phenomenon phenomena quiz quizzes shelf shelves synthesis syntheses thesis theses vertex \
    vertices wife wives woman women";

/// A rule would make the second from the first (or the first from the second), and it is a different word.
const OTHER_WORDS: &str = "a as custom customs good goods i is it its new news u us reuter reuters saving savings thank thanks";

/// Words that part a head noun from what follows it.
const PREPOSITIONS: &str = "of in for to at on by with from as";

/// Forms of a label besides itself, in the label's own spelling. `language` is a BCP 47 tag.
pub(super) fn forms(label: &str, language: &str) -> Vec<String> {
    let is_english = language == "en" || language.starts_with("en-");
    if !is_english {
        return Vec::new();
    }
    let (start, end) = head(label);
    let word = cut(label, start, end);
    let with = |form: String| [cut(label, 0, start), &form, cut(label, end, label.len())].concat();
    let mut forms: Vec<String> = plurals(word).into_iter().map(with).collect();
    forms.extend(singular(word).map(with));
    forms
}

/// A part of a text, by bytes; all callers cut between characters.
fn cut(text: &str, start: usize, end: usize) -> &str {
    text.get(start..end).unwrap_or_default()
}

/// The byte range of the head word.
fn head(label: &str) -> (usize, usize) {
    let mut start = 0;
    let mut previous = None;
    for word in label.split_inclusive([' ', '-', '\u{2010}', '\u{2011}']) {
        let bare = word.trim_end_matches([' ', '-', '\u{2010}', '\u{2011}']);
        if list::has(PREPOSITIONS, bare)
            && let Some(range) = previous
        {
            return range;
        }
        previous = Some((start, start + bare.len()));
        start += word.len();
    }
    previous.unwrap_or((0, label.len()))
}

fn plurals(word: &str) -> Vec<String> {
    let Some(last) = word.chars().next_back().filter(|&c| is_latin(c)) else {
        return Vec::new();
    };
    let lower = lower_text(word);
    if let Some(plural) = list::second(IRREGULAR, &lower) {
        // "index" has both plurals.
        let regular = if lower.ends_with('x') {
            Some(format!("{word}es"))
        } else {
            None
        };
        return std::iter::once(like(word, plural)).chain(regular).collect();
    }
    if is_other_word(&lower, &format!("{lower}s")) {
        return Vec::new();
    }
    let stem = |length: usize| cut(word, 0, word.len() - length);
    let vowel_before = |n: usize| {
        lower
            .chars()
            .rev()
            .nth(n)
            .is_some_and(|c| matches!(c, 'a' | 'e' | 'i' | 'o' | 'u'))
    };
    if is_capital(last) && word.chars().count() > 1 {
        // An acronym: NFTs, and where it ends in S also SMSes.
        return vec![format!("{word}s")];
    }
    if lower.ends_with('y') && !vowel_before(1) {
        return vec![format!("{}ies", stem(1))];
    }
    if ["s", "x", "z", "ch", "sh"]
        .iter()
        .any(|end| lower.ends_with(end))
    {
        return if looks_plural(&lower) || is_uncountable(&lower) {
            Vec::new()
        } else {
            vec![format!("{word}es")]
        };
    }
    if lower.ends_with('o') && !vowel_before(1) {
        return vec![format!("{word}s"), format!("{word}es")];
    }
    vec![format!("{word}s")]
}

/// The singular of a word that looks like a plural.
fn singular(word: &str) -> Option<String> {
    let lower = lower_text(word);
    if let Some(singular) = list::first(IRREGULAR, &lower) {
        return Some(like(word, singular));
    }
    if !looks_plural(&lower) {
        return None;
    }
    let stem = |length: usize| cut(word, 0, word.len() - length);
    let form = if lower.ends_with("ies") && lower.len() > 4 {
        format!("{}y", stem(3))
    } else if ["ches", "shes", "xes", "sses", "zzes"]
        .iter()
        .any(|end| lower.ends_with(end))
    {
        stem(2).to_owned()
    } else {
        stem(1).to_owned()
    };
    (!is_other_word(&lower_text(&form), &lower)).then_some(form)
}

/// Ends in a plural s: not "status", "analysis", "business", "economics", nor a word so short that the s belongs to it.
fn looks_plural(lower: &str) -> bool {
    let end = ["ss", "us", "is", "ics", "os", "as"];
    lower.ends_with('s')
        && lower.len() > 3
        && !end.iter().any(|end| lower.ends_with(end))
        && !is_uncountable(lower)
}

/// A letter of the scripts that English words are written in: 区块链 has no English plural.
fn is_latin(c: char) -> bool {
    c.is_alphabetic() && u32::from(c) < 0x250
}

fn is_other_word(singular: &str, plural: &str) -> bool {
    list::second(OTHER_WORDS, singular) == Some(plural)
}

/// Ends in s and has no plural: "economics", "news", "series".
fn is_uncountable(lower: &str) -> bool {
    lower.ends_with("ics") || matches!(lower, "news" | "series" | "species")
}

/// `form` with the capitals of `word`: all, the first, or none.
fn like(word: &str, form: &str) -> String {
    let mut capitals = word.chars().filter(|c| c.is_alphabetic()).map(is_capital);
    match (capitals.next(), capitals.next()) {
        (Some(true), Some(true)) => form.to_ascii_uppercase(),
        (Some(true), _) => {
            let mut chars = form.chars();
            chars.next().map_or_else(String::new, |first| {
                std::iter::once(first.to_ascii_uppercase())
                    .chain(chars)
                    .collect()
            })
        }
        _ => form.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn english_forms() {
        for (label, expected) in [
            ("central bank", &["central banks"][..]),
            ("cryptocurrency", &["cryptocurrencies"]),
            ("key", &["keys"]),
            ("non-fungible token", &["non-fungible tokens"]),
            ("digital collections", &["digital collection"]),
            ("proof of stake", &["proofs of stake"]),
            ("proof-of-stake", &["proofs-of-stake"]),
            ("stock index", &["stock indices", "stock indexes"]),
            ("Indices", &["Index"]),
            ("NFT", &["NFTs"]),
            ("CBDC", &["CBDCs"]),
            ("tax", &["taxes"]),
            ("branch", &["branches"]),
            ("branches", &["branch"]),
            ("companies", &["company"]),
            ("status", &["statuses"]),
            ("business", &["businesses"]),
            ("economics", &[]),
            ("crisis", &["crises"]),
            ("news", &[]),
            ("new", &[]),
            ("good", &[]),
            ("goods", &[]),
            ("Reuters", &[]),
            ("US", &["USs"]),
            ("5G", &["5Gs"]),
            ("Web3", &[]),
            ("区块链", &[]),
        ] {
            assert_eq!(forms(label, "en"), expected, "{label}");
        }
        assert!(forms("Aktie", "de").is_empty());
    }
}
