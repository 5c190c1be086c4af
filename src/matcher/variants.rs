//! Other spellings of a form, which are neither its inflection nor a matter of folding.
//!
//! | label | also written |
//! | --- | --- |
//! | an acronym of two to four letters: "AI", "US dollar", "IPOs" | with full stops: "A.I.", "U.S. dollar", "I.P.O.s" |
//! | one with full stops: "U.S.", "Ph.D." | without: "US", "PhD" |
//! | "non-fungible token" | without the hyphen: "nonfungible token" |
//! | a French word that begins with an accent: "État", "Conseil d'État" | its capital without it: "Etat", "Conseil d'Etat", not "etat" |
//!
//! Newspapers have house styles for the first three. Many French ones leave accents off capitals. A form has one such variant at most.

use crate::base::letter::{is_capital, upper};
use crate::text::{char_at, without_accent};

/// Letters of an acronym that is written with full stops: longer ones are spoken as words ("NATO", "UNESCO").
const LETTERS: std::ops::RangeInclusive<usize> = 2..=4;

/// The form with full stops in its acronyms, or without them; and without the hyphen of "non-".
pub(super) fn respelled(form: &str) -> Option<String> {
    // "the US" names one thing in one way, as for inflection; it would hide "U.S." in "the U.S.".
    if matches!(form.as_bytes(), [b't' | b'T', b'h', b'e', b' ', ..]) {
        return None;
    }
    let has_stops = form.bytes().any(|byte| byte == b'.');
    let mut out = String::new();
    let mut begins = true;
    let (mut end, mut is_other) = (0, false);
    for (at, c) in form.char_indices() {
        let rest = form.as_bytes().get(at..).unwrap_or_default();
        if begins {
            end = at + acronym(rest, has_stops);
        }
        if let [b'-', b'a'..=b'z', ..] = rest
            && matches!(
                out.as_bytes(),
                [b'n' | b'N', b'o', b'n'] | [.., b' ', b'n' | b'N', b'o', b'n']
            )
        {
            is_other = true;
            continue;
        }
        let is_letter = at < end;
        if !(is_letter && c == '.') {
            out.push(c);
        }
        if is_letter && !has_stops {
            out.push('.');
        }
        is_other |= is_letter;
        begins = matches!(c, ' ' | '-');
    }
    is_other.then_some(out)
}

/// The length of the acronym that begins here, without the ending of its plural: capitals, or capitals with at most one small letter and a full stop behind each ("Ph.D.").
fn acronym(form: &[u8], has_stops: bool) -> usize {
    let mut rest = form;
    let mut letters = 0;
    loop {
        rest = match rest {
            [b'A'..=b'Z', b'.', rest @ ..] | [b'A'..=b'Z', b'a'..=b'z', b'.', rest @ ..]
                if has_stops =>
            {
                rest
            }
            [b'A'..=b'Z', rest @ ..] if !has_stops => rest,
            _ => break,
        };
        letters += 1;
    }
    match rest.strip_prefix(b"s").unwrap_or(rest) {
        [] | [b' ' | b'-', ..] if LETTERS.contains(&letters) => form.len() - rest.len(),
        _ => 0,
    }
}

/// A French form, folded but for its case, with plain capitals in place of the accented letters that begin it or are capitals at the front of a word; and where those stand,
/// in bytes: there the text must have a capital too.
pub(super) fn plain_capitals(form: &[u8]) -> Option<(String, Vec<(usize, usize)>)> {
    let mut out = String::new();
    let mut places = Vec::new();
    let mut before = ' ';
    let mut at = 0;
    while let Some((c, length)) = char_at(form, at) {
        let may_be_plain = at == 0 || matches!(before, ' ' | '\'') && is_capital(c);
        let plain = without_accent(c).filter(|_| may_be_plain).map(upper);
        if plain.is_some() {
            places.push((out.len(), out.len() + 1));
        }
        out.push(plain.unwrap_or(c));
        before = c;
        at += length;
    }
    (!places.is_empty()).then_some((out, places))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn full_stops() {
        for (form, expected) in [
            ("AI", Some("A.I.")),
            ("US dollar", Some("U.S. dollar")),
            ("IPOs", Some("I.P.O.s")),
            ("anti-US policy", Some("anti-U.S. policy")),
            ("U.S.", Some("US")),
            ("J.P. Morgan", Some("JP Morgan")),
            ("Ph.D.s", Some("PhDs")),
            ("non-fungible token", Some("nonfungible token")),
            ("a Non-performing loan", Some("a Nonperforming loan")),
            ("non-EU bank", Some("non-E.U. bank")),
            ("canon-like", None),
            ("the US", None),
            ("NASDAQ", None),
            ("AT&T", None),
            ("B2B", None),
            ("DeFi", None),
            ("X", None),
            ("A. Smith", None),
            ("e.g.", None),
            (".NET", None),
            ("Node.js API", None),
            ("bank", None),
        ] {
            assert_eq!(respelled(form).as_deref(), expected, "{form}");
        }
    }

    #[test]
    fn capitals_without_accents() {
        for (form, expected) in [
            ("état", Some(("Etat", &[(0, 1)][..]))),
            ("Conseil d'État", Some(("Conseil d'Etat", &[(10, 11)]))),
            ("Énergie éolienne", Some(("Energie éolienne", &[(0, 1)]))),
            ("À l'École", Some(("A l'Ecole", &[(0, 1), (4, 5)]))),
            ("économie", Some(("Economie", &[(0, 1)]))),
            ("banque", None),
            ("le marché", None),
        ] {
            let found = plain_capitals(form.as_bytes());
            let found = found
                .as_ref()
                .map(|(text, places)| (&text[..], &places[..]));
            assert_eq!(found, expected, "{form}");
        }
    }
}
