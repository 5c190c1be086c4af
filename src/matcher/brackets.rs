//! Labels that say two things at once: "Annual Percentage Rate (APR)", "stakeholder(s)".
//!
//! No text writes such a label again and again, so its parts are labels too: the long form and the short one, where one is short for the other by its
//! letters. Any other bracket belongs to its label: in "Mercury (planet)" or "pension (UK)" what is in it is no name of the thing.

use crate::base::letter::{is_capital, lower};
use crate::text::class::is_in_word;

/// An acronym is no longer than this, in bytes.
const LONGEST: usize = 12;

/// Capitals of an acronym at least.
const FEWEST_CAPITALS: usize = 2;

/// The labels that a label holds besides itself.
pub(super) fn parts(label: &str) -> Vec<&str> {
    let Some(label) = label.strip_suffix(')') else {
        return Vec::new();
    };
    let Some((front, inside)) = label.split_once('(') else {
        return Vec::new();
    };
    if matches!(inside, "s" | "es") && front.ends_with(is_letter) {
        return vec![front];
    }
    let (front, inside) = (front.trim_end(), inside.trim());
    if is_short_for(inside, front) || is_short_for(front, inside) {
        vec![front, inside]
    } else {
        Vec::new()
    }
}

fn is_letter(c: char) -> bool {
    is_in_word(c) && !c.is_ascii_digit()
}

/// Are these the letters of the other, in order, and the first of them begins it?
fn is_short_for(short: &str, long: &str) -> bool {
    let is_acronym = short.len() <= LONGEST
        && !short.contains(' ')
        && short.chars().filter(|&c| is_capital(c)).count() >= FEWEST_CAPITALS;
    let mut rest = long.chars().map(lower);
    let mut letters = short.chars().filter(|&c| is_letter(c)).map(lower);
    is_acronym
        && long.len() > short.len()
        && letters.next() == rest.next()
        && letters.all(|letter| rest.any(|c| c == letter))
}

#[cfg(test)]
mod tests {
    use super::parts;

    #[test]
    fn labels_in_labels() {
        for (label, expected) in [
            (
                "Annual Percentage Rate (APR)",
                &["Annual Percentage Rate", "APR"][..],
            ),
            (
                "APR (annual percentage rate)",
                &["APR", "annual percentage rate"],
            ),
            (
                "Non-Fungible Tokens (NFTs)",
                &["Non-Fungible Tokens", "NFTs"],
            ),
            ("Bitcoin (BTC)", &["Bitcoin", "BTC"]),
            (
                "business-to-business (B2B)",
                &["business-to-business", "B2B"],
            ),
            ("stakeholder(s)", &["stakeholder"]),
            ("tax(es)", &["tax"]),
            ("Mercury (planet)", &[]),
            ("pension (UK)", &[]),
            ("growth (GDP)", &[]),
            ("401(k)", &[]),
            ("(s)", &[]),
            ("f(x)", &[]),
            ("APR", &[]),
            ("(APR)", &[]),
        ] {
            assert_eq!(parts(label), expected, "{label}");
        }
    }
}
