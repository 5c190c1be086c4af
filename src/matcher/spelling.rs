//! What the text must share with a label besides the folded form: its case, its accents.
//!
//! The automaton is over folded bytes, and folding leaves out what only some labels care about. So a label that does care carries a [`Strictness`], and a place where its folded
//! form stands is folded once more, with what the label cares about kept.

use super::case::{self, Convention, is_one_word};
use super::compile::Form;
use crate::Glossary;
use crate::base::letter::is_capital;
use crate::glossary::{CaseRule, Label};
use crate::text::{Folding, char_at};

/// Any of these, each with all of its conditions.
#[derive(Clone, Debug)]
pub(super) struct Strictness(pub(super) Vec<Vec<Condition>>);

/// The text, folded so, has these bytes in these places.
#[derive(Clone, Debug)]
pub(super) struct Condition {
    pub folding: Folding,
    pub bytes: Vec<u8>,
    /// Ranges of `bytes` that must be equal.
    pub strict: Vec<(usize, usize)>,
}

/// How a glossary writes its labels, which decides how each of them is read: what compiling a part of it has to know of the whole.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Habits {
    /// Terms of one word in small letters.
    pub small: u32,
    /// Terms of one word with a capital at the front.
    pub capital: u32,
    /// Is any entry found with other accents?
    pub any_accents: bool,
}

impl Habits {
    /// Those of a glossary.
    #[must_use]
    pub fn of(glossary: &Glossary) -> Self {
        let mut habits = Self::default();
        // What an entry says about accents holds for all its labels.
        for entry in glossary.entries() {
            habits.any_accents |= entry.term.any_accents;
            habits.add(&entry.term.text);
        }
        habits
    }

    /// How texts are folded, as the least strict label needs it.
    pub(super) fn folding(self, language: &str) -> Folding {
        Folding {
            keep_case: false,
            drop_accents: self.any_accents,
            dotless_i: matches!(language.split('-').next(), Some("tr" | "az")),
        }
    }
}

/// Whether the forms of one label have conditions, and which: asked once for all its forms.
pub(super) struct Rule<'a> {
    label: &'a Label,
    folding: Folding,
    case_matters: bool,
    /// Is it the short form of a name, which has its capital?
    is_name: bool,
    /// Is it an ordinary word, which a name may use?
    pub(super) is_common: bool,
    /// Is it two capitals, as the code of a state is?
    pub(super) is_code: bool,
    accents_matter: bool,
}

impl<'a> Rule<'a> {
    pub(super) fn new(
        label: &'a Label,
        folding: Folding,
        convention: Convention,
        is_term: bool,
    ) -> Self {
        let text = &label.text;
        let has_capital = text.chars().any(is_capital);
        let is_auto = label.case == CaseRule::Auto;
        let is_word = is_auto && is_one_word(text);
        let case_matters = case::matters(label.case, text, has_capital);
        let is_name =
            convention.capitals_mean_names && is_word && has_capital && !is_term && !case_matters;
        Self {
            label,
            folding,
            case_matters: case_matters || is_name,
            is_name,
            is_common: convention.words_are_small && is_word && !has_capital,
            is_code: is_auto && matches!(text.as_bytes(), [b'A'..=b'Z', b'A'..=b'Z']),
            accents_matter: folding.drop_accents && !label.any_accents,
        }
    }

    /// The conditions on one form; nothing where the folded form says it all.
    pub(super) fn strictness(&self, written: &str, form: Form) -> Option<Strictness> {
        let mut conditions = Vec::new();
        if self.case_matters || matches!(form, Form::Capitals(_)) {
            let folding = Folding {
                keep_case: true,
                drop_accents: self.label.any_accents,
                ..self.folding
            };
            let mut condition = Condition::new(folding, written);
            let all = condition.bytes.len();
            if self.is_name {
                let front = char_at(&condition.bytes, 0).map_or(0, |(_, length)| length);
                condition.strict.push((0, front));
            } else if self.label.case == CaseRule::Exact {
                condition.strict.push((0, all));
            } else if self.case_matters {
                condition.strict = case::particular_words(&condition.bytes);
            }
            if let Form::Capitals(places) = form {
                condition.strict.extend_from_slice(places);
            }
            conditions.push(condition);
        }
        if self.accents_matter {
            let folding = Folding {
                drop_accents: false,
                ..self.folding
            };
            let mut condition = Condition::new(folding, written);
            condition.strict.push((0, condition.bytes.len()));
            conditions.push(condition);
        }
        (!conditions.is_empty()).then(|| Strictness(vec![conditions]))
    }
}

impl Strictness {
    /// Either of the two is enough.
    pub(super) fn join(&mut self, other: Self) {
        self.0.extend(other.0);
    }

    /// Does a piece of text that folds to the right form also have what is asked for?
    pub(super) fn accepts(&self, surface: &[u16]) -> bool {
        let all = |conditions: &Vec<Condition>| {
            conditions
                .iter()
                .all(|condition| condition.accepts(surface))
        };
        self.0.iter().any(all)
    }
}

impl Condition {
    fn new(folding: Folding, written: &str) -> Self {
        Self {
            folding,
            bytes: folding.fold_label(written),
            strict: Vec::new(),
        }
    }

    fn accepts(&self, surface: &[u16]) -> bool {
        let found = self.folding.fold_units(surface);
        // What is written on to its front is no part of the label. Case changes the length of some letters; then a strict comparison by place cannot hold.
        let own = found.len().checked_sub(self.bytes.len());
        let Some(found) = own.and_then(|own| found.get(own..)) else {
            return false;
        };
        self.strict
            .iter()
            .all(|&(start, end)| found[start..end] == self.bytes[start..end])
    }
}
