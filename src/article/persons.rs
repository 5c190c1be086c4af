//! The people of a text: their names are no terms.
//!
//! A name is one to three words with a capital behind a title ("Professor Zou Jun"), or with what people do or are beside it: they say something, hold an office, have an age.

use super::suggestions::{BODY, EMPTY, OFFICE, Reader, SAYS, TITLE};
use super::tokens::Tokens;
use crate::text::words::Key;

/// Before the name of a person.
pub(super) const TITLES: &str = "mr mrs ms dr sir president minister chairman chairwoman director professor prof senator sen rep gov governor judge coach chancellor \
    secretary spokesman spokeswoman king queen prince princess pope captain detective sgt lt actor actress singer author analyst attorney mayor economist \
    researcher ceo founder herr frau präsident präsidentin kanzler professorin madame monsieur mme président señor señora presidente ministro ministra ministre";
/// Behind one.
pub(super) const SAYING: &str = "said says told added stated explained wrote asked argued noted recalled who sagte sagt erklärte dit déclaré dijo afirmó";
/// In apposition to one.
pub(super) const OFFICES: &str = "chief vice president chairman chairwoman director professor researcher analyst economist founder lawyer attorney spokesman spokeswoman \
    minister manager officer executive author scientist expert partner editor secretary head ceo cfo cto senior member fellow who aged coach chef \
    vorsitzende vorsitzender leiter leiterin directeur directrice présidente director directora";
/// Part of the name of what is no person.
pub(super) const BODIES: &str = "inc corp corporation bank group university ministry commission bureau institute company co ltd llc party committee council court \
    department association agency times press street city hospital school college center centre international national house the gmbh ag universität \
    ministerium université ministère universidad ministerio";

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
                let own = self.what(tokens.at(at));
                if names.is_empty() && own & EMPTY != 0 {
                    break;
                }
                let is_title = names.is_empty() && own & TITLE != 0;
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
            if names.is_empty() || names.len() > 3 || what & BODY != 0 {
                continue;
            }
            // "the economist Jane Doe"
            has_title |= self.what(tokens.at(from.wrapping_sub(1))) & TITLE != 0;
            let behind = end + usize::from(tokens.mark(end) == ',');
            let mut is_person = self.what(tokens.at(behind)) & SAYS != 0;
            if behind > end {
                let age = tokens.at(behind);
                is_person |= age.is_number() && age.len() == 2 && tokens.mark(behind + 1) == ',';
                for next in behind..behind + APPOSITION {
                    if matches!(tokens.mark(next), ',' | '.') {
                        break;
                    }
                    is_person |= self.what(tokens.at(next)) & OFFICE != 0;
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
