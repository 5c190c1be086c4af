//! Ids for entries that have none: the term in lower case, its words joined by hyphens.

use crate::base::digits::decimal;
use crate::base::intern::Interner;
use crate::base::letter::lower;
use crate::text::class::{is_in_word, is_superscript};

/// `"S&P 500"` becomes `s-p-500`; letters of every script stay. Never empty.
pub(super) fn slug(term: &str) -> String {
    let mut slug = String::new();
    let mut gap = false;
    for c in term.chars() {
        if is_in_word(c) || is_superscript(c) {
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

/// The ids of a glossary. Makes `csrc`, `csrc-2`, `csrc-3` … and never one that is taken.
#[derive(Default)]
pub(super) struct Ids {
    taken: Interner,
    /// The last number that was given to each id, by its number in `taken`: the thousandth sense of a word is made as fast as the second.
    numbers: Vec<usize>,
}

impl Ids {
    pub(super) fn has(&self, id: &str) -> bool {
        self.taken.get(id.as_bytes()).is_some()
    }

    /// Takes an id; it may be taken already.
    pub(super) fn add(&mut self, id: &str) -> usize {
        let (at, is_new) = self.taken.add(id.as_bytes());
        if is_new {
            self.numbers.push(1);
        }
        at
    }

    /// Takes a new id that is a slug, or begins with it.
    pub(super) fn make(&mut self, slug: &str) -> String {
        if !self.has(slug) {
            self.add(slug);
            return slug.to_owned();
        }
        let at = self.add(slug);
        loop {
            self.numbers[at] += 1;
            let id = [slug, "-", &decimal(self.numbers[at])].concat();
            if !self.has(&id) {
                self.add(&id);
                return id;
            }
        }
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
