//! The people of a text: their names are no terms.
//!
//! A name is one to three words with a capital behind a title ("Professor Zou Jun"), with a common given name, or with what people do or are beside it: they say something, hold an office, have an age.

use super::nouns::Reader;
use crate::article::lists;
use crate::article::tokens::Tokens;
use crate::text::words::Key;

/// How many tokens of an apposition are looked at.
const APPOSITION: usize = 5;

impl Reader<'_> {
    /// Adds the stems of the words of persons' names.
    pub(super) fn add_persons(&self, tokens: &Tokens, persons: &mut Vec<Key>) {
        let mut at = 0;
        while at < tokens.len() {
            let from = at;
            let mut names: Vec<usize> = Vec::new();
            let mut what = 0;
            let mut has_title = false;
            // Words with a capital, titles before them and initials between them.
            while tokens.is_word(at) && tokens.at(at).is_capital {
                let own = tokens.at(at).known.lists;
                if names.is_empty() && own & self.empty_words() != 0 {
                    break;
                }
                let is_title = names.is_empty() && own & lists::TITLES != 0;
                has_title |= is_title;
                if !is_title {
                    names.push(at);
                    what |= own;
                }
                let is_stop = tokens.mark(at + 1) == '.' && (is_title || tokens.at(at).len() == 1);
                at += 1 + usize::from(is_stop);
            }
            let end = at;
            at = at.max(from + 1);
            if names.is_empty() || names.len() > 3 || what & lists::BODIES != 0 {
                continue;
            }
            // "the economist Jane Doe"
            has_title |= tokens.is_in(from.wrapping_sub(1), lists::TITLES);
            let behind = end + usize::from(tokens.mark(end) == ',');
            let mut is_person =
                tokens.is_in(behind, lists::SAYING) || tokens.is_in(names[0], lists::GIVEN_NAMES);
            if behind > end {
                let age = tokens.at(behind);
                is_person |= age.is_number() && age.len() == 2 && tokens.mark(behind + 1) == ',';
                for next in behind..behind + APPOSITION {
                    if matches!(tokens.mark(next), ',' | '.') {
                        break;
                    }
                    is_person |= tokens.is_in(next, lists::OFFICES | lists::TITLES);
                }
            }
            if has_title || (is_person && names.len() > 1) {
                for name in names {
                    persons.push(self.stem(tokens.at(name)));
                }
            }
        }
    }
}
