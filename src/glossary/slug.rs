//! Ids for entries that have none: the term in lower case, its words joined by hyphens.

use crate::base::intern::Interner;
use crate::base::letter::lower;

/// `"S&P 500"` becomes `s-p-500`; letters of every script stay. Never empty.
pub(super) fn slug(term: &str) -> String {
    let mut slug = String::new();
    let mut gap = false;
    for c in term.chars() {
        if c.is_alphanumeric() {
            if gap && !slug.is_empty() {
                slug.push('-');
            }
            gap = false;
            slug.push(lower(c));
        } else {
            gap = true;
        }
    }
    if slug.is_empty() {
        slug.push_str("entry");
    }
    slug
}

/// Hands out `csrc`, `csrc-2`, `csrc-3` … and never an id that the file gives to another entry.
pub(super) fn unique(slug: String, taken: &Interner) -> String {
    if taken.get(slug.as_bytes()).is_none() {
        return slug;
    }
    let mut number = 2_usize;
    loop {
        let candidate = format!("{slug}-{number}");
        if taken.get(candidate.as_bytes()).is_none() {
            return candidate;
        }
        number += 1;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn slugs() {
        for (term, expected) in [
            ("Metaverse", "metaverse"),
            ("S&P 500", "s-p-500"),
            (" .NET ", "net"),
            ("Année fiscale", "année-fiscale"),
            ("区块链", "区块链"),
            ("№", "entry"),
            ("***", "entry"),
        ] {
            assert_eq!(slug(term), expected, "{term}");
        }
    }
}
