//! From labels to an automaton.
//!
//! Inflected forms are made here, once per glossary, and not while scanning: a scan then pays nothing for them, and what a label
//! matches can be listed. A form that two labels share is one pattern with two [`Candidate`]s.

use super::brackets;
use super::case::{Convention, is_one_word};
use super::inflect;
use super::spelling::{Habits, Rule, Strictness};
use super::starts::Starts;
use super::trie::Trie;
use super::variants;
use crate::base::intern::Interner;
use crate::base::letter::is_capital;
use crate::base::order;
use crate::error::Kind;
use crate::glossary::{Entry, Label};
use crate::text::Folding;
use crate::{Error, Glossary};

/// A compiled glossary: what [`find`](Matcher::find) needs, and nothing of the entries' texts.
#[derive(Debug)]
pub struct Matcher {
    /// How texts are to be folded.
    pub(super) folding: Folding,
    pub(super) trie: Trie,
    pub(super) starts: Starts,
    /// Where each pattern's candidates end; they start where those of the pattern before it end.
    pub(super) ends: Vec<u32>,
    /// By pattern, then best first: by priority, then by the glossary's order.
    pub(super) candidates: Vec<Candidate>,
    /// What candidates ask for beside the folded form.
    pub(super) strictness: Vec<Strictness>,
    /// Entries with the patterns where they are not meant, in ascending order.
    pub(super) vetoes: Vec<(u32, u32)>,
    /// The longest of those, in folded bytes.
    pub(super) longest_veto: u32,
}

/// What one folded form may mean.
#[derive(Clone, Debug)]
pub(super) struct Candidate {
    pub entry: u32,
    pub priority: i32,
    /// How much of the written form the text must share: an index into the matcher's list, or nothing.
    pub strictness: Option<u32>,
    /// A form the label has by inflection or in another spelling, rather than as it is: those come second at equal priority.
    pub inflected: bool,
    /// A form of an ordinary word: with a capital it may be part of a name.
    pub is_common: bool,
    /// Two capitals: behind a place they are its state.
    pub is_code: bool,
}

impl Candidate {
    /// Lowest first: the highest priority, then labels as they are before inflected ones.
    fn rank(&self) -> u64 {
        let priority = u32::MAX.wrapping_add_signed(-1 - self.priority) ^ 0x8000_0000;
        order::pair(priority, u32::from(self.inflected))
    }
}

/// All forms together: what a Wasm memory of 4 GB bears with room to spare, by estimate 40 bytes for one while they are compiled. A million labels have 20 MB.
const MOST_BYTES: usize = 32 << 20;

/// Collects patterns and finds those that are already there.
#[derive(Default)]
struct Builder {
    folding: Folding,
    forms: Interner,
    /// With their patterns, in the order of arrival.
    candidates: Vec<(u32, Candidate)>,
    strictness: Vec<Strictness>,
    /// By pattern: one more than the place of its last candidate, or 0.
    last: Vec<usize>,
    /// Entry and pattern.
    vetoes: Vec<(u32, u32)>,
    longest_veto: u32,
}

impl Builder {
    fn pattern(&mut self, folded: &[u8]) -> usize {
        let (pattern, is_new) = self.forms.add(folded);
        if is_new {
            self.last.push(0);
        }
        pattern
    }

    fn add(&mut self, written: &str, candidate: Candidate, strictness: Option<Strictness>) {
        let folded = self.folding.fold_label(written);
        if folded.is_empty() {
            return;
        }
        let pattern = self.pattern(&folded);
        // The labels of an entry come one after the other, so only the last candidate can be of the same one.
        if let Some(last) = self.last[pattern].checked_sub(1)
            && let Some((_, known)) = self.candidates.get_mut(last)
            && known.entry == candidate.entry
        {
            // The same entry by two labels ("Fintech", "FinTech"): the form is found if either would find it.
            known.inflected &= candidate.inflected;
            known.is_common &= candidate.is_common;
            known.is_code &= candidate.is_code;
            match (known.strictness, strictness) {
                (Some(at), Some(more)) => self.strictness[at as usize].join(more),
                _ => known.strictness = None,
            }
            return;
        }
        let strictness = strictness.map(|strictness| {
            self.strictness.push(strictness);
            narrow(self.strictness.len() - 1)
        });
        let candidate = Candidate {
            strictness,
            ..candidate
        };
        self.candidates.push((narrow(pattern), candidate));
        self.last[pattern] = self.candidates.len();
    }

    fn veto(&mut self, entry: u32, phrase: &str) {
        let folded = self.folding.fold_label(phrase);
        if !folded.is_empty() {
            let pattern = narrow(self.pattern(&folded));
            self.vetoes.push((entry, pattern));
            self.longest_veto = self.longest_veto.max(narrow(folded.len()));
        }
    }

    fn finish(self) -> Result<Matcher, Error> {
        let bytes = self.forms.bytes().len();
        if bytes > MOST_BYTES {
            return Err(Kind::TooMuch {
                what: "bytes of labels with their forms",
                found: bytes,
                limit: MOST_BYTES,
            }
            .into());
        }
        let patterns = self.forms.len();
        let trie = Trie::new(&self.forms);
        let starts = Starts::new(&self.forms, &trie);
        // By rank, and then by pattern: the second sort leaves those of one pattern as the first has put them.
        let candidates = order::by_key(self.candidates, |(_, candidate)| candidate.rank());
        let candidates = order::by_key(candidates, |&(pattern, _)| pattern.into());
        let mut ends = vec![0; patterns];
        for (place, &(pattern, _)) in (1..).zip(&candidates) {
            ends[pattern as usize] = place;
        }
        // A pattern of vetoes alone has no candidates: it ends where the one before it ends.
        for pattern in 1..patterns {
            ends[pattern] = ends[pattern].max(ends[pattern - 1]);
        }
        Ok(Matcher {
            folding: self.folding,
            trie,
            starts,
            ends,
            candidates: candidates.into_iter().map(|(_, own)| own).collect(),
            strictness: self.strictness,
            vetoes: order::by_key(self.vetoes, |&(entry, pattern)| order::pair(entry, pattern)),
            longest_veto: self.longest_veto,
        })
    }
}

/// The labels of an entry, those in brackets too, and whether each is the term.
pub(super) fn each_label(entry: &Entry, each: &mut dyn FnMut(&Label, bool)) {
    for label in entry.labels() {
        let is_term = std::ptr::eq(label, &entry.term);
        each(label, is_term);
        for part in brackets::parts(&label.text) {
            let part = Label {
                text: part.to_owned(),
                ..*label
            };
            each(&part, is_term);
        }
    }
}

/// A form of a label.
#[derive(Clone, Copy, PartialEq)]
pub(super) enum Form<'a> {
    Own,
    Inflected,
    Respelled,
    /// In these places, of bytes that are folded but for their case, the text must have capitals.
    Capitals(&'a [(usize, usize)]),
}

/// What a label may be written as. One that is not inflected is written as it is.
pub(super) fn each_form(label: &Label, language: &str, each: &mut dyn FnMut(&str, Form)) {
    each(&label.text, Form::Own);
    if !label.inflect {
        return;
    }
    each_variant(label, &label.text, language, each);
    let is_german_word = inflect::is_in(language, *b"de") && is_one_word(&label.text);
    // "Ph.D." has no plural, "PhD" has.
    let bare =
        variants::respelled(&label.text).filter(|_| label.text.bytes().any(|byte| byte == b'.'));
    for spelling in [Some(&label.text), bare.as_ref()].into_iter().flatten() {
        for form in inflect::forms(spelling, language) {
            // A noun: "Haben" has no "habe", which is a verb.
            let first = form
                .chars()
                .next()
                .filter(|&c| is_german_word && is_capital(c));
            match first {
                Some(c) => each(&form, Form::Capitals(&[(0, c.len_utf8())])),
                None => each(&form, Form::Inflected),
            }
            each_variant(label, &form, language, each);
        }
    }
}

/// Other spellings of a form.
fn each_variant(label: &Label, form: &str, language: &str, each: &mut dyn FnMut(&str, Form)) {
    if let Some(respelled) = variants::respelled(form) {
        each(&respelled, Form::Respelled);
    }
    if inflect::is_in(language, *b"fr") && !label.any_accents {
        let folded = Folding::keeping_case().fold_label(form);
        if let Some((plain, places)) = variants::plain_capitals(&folded) {
            each(&plain, Form::Capitals(&places));
        }
    }
}

/// A matcher in the making, for who cannot wait until all of it is made: a page that its reader scrolls.
pub(crate) struct Compiling {
    builder: Builder,
    convention: Convention,
    /// The entry that comes next.
    next: usize,
}

impl Compiling {
    pub(crate) fn new(glossary: &Glossary, habits: Habits) -> Self {
        let language = glossary.language();
        let builder = Builder {
            folding: habits.folding(language),
            ..Builder::default()
        };
        Self {
            builder,
            convention: habits.convention(language),
            next: 0,
        }
    }

    /// Adds the labels of so many more entries of the same glossary, with their inflected forms. Were there any?
    pub(crate) fn go_on(&mut self, glossary: &Glossary, entries: usize) -> bool {
        let Self {
            builder,
            convention,
            next,
        } = self;
        let language = glossary.language();
        let first = *next;
        let all = glossary.entries().iter().enumerate();
        for (index, entry) in all.skip(first).take(entries) {
            *next = index + 1;
            let index = narrow(index);
            each_label(entry, &mut |label, is_term| {
                let rule = Rule::new(label, builder.folding, *convention, is_term);
                each_form(label, language, &mut |written, form| {
                    let candidate = Candidate {
                        entry: index,
                        priority: entry.priority,
                        strictness: None,
                        inflected: form != Form::Own,
                        is_common: rule.is_common,
                        is_code: rule.is_code && form != Form::Inflected,
                    };
                    builder.add(written, candidate, rule.strictness(written, form));
                });
            });
            for phrase in &entry.not {
                builder.veto(index, phrase);
                // Whoever rules out a python skin rules out python skins.
                if entry.term.inflect {
                    for form in inflect::forms(phrase, language) {
                        builder.veto(index, &form);
                    }
                }
            }
        }
        *next > first
    }

    /// Makes the automaton of what was added.
    ///
    /// # Errors
    ///
    /// Those of [`Matcher::compile`].
    pub(crate) fn finish(self) -> Result<Matcher, Error> {
        self.builder.finish()
    }
}

impl Matcher {
    /// Compiles a glossary's labels. Deterministic: the same glossary gives the same matcher.
    ///
    /// # Errors
    ///
    /// When the labels are too many for the automaton: more than 32 MB with all their forms.
    pub fn compile(glossary: &Glossary) -> Result<Self, Error> {
        Self::compile_as(glossary, Habits::of(glossary))
    }

    /// The same for a part of a glossary with the habits of the whole.
    pub(crate) fn compile_as(glossary: &Glossary, habits: Habits) -> Result<Self, Error> {
        let mut compiling = Compiling::new(glossary, habits);
        compiling.go_on(glossary, usize::MAX);
        compiling.finish()
    }

    /// What a form may mean, best first.
    pub(super) fn candidates(&self, pattern: u32) -> &[Candidate] {
        let pattern = pattern as usize;
        let start = pattern.checked_sub(1).map_or(0, |before| self.ends[before]);
        &self.candidates[start as usize..self.ends[pattern] as usize]
    }

    /// Has a piece of text that folds to the right form what a candidate asks for beside that?
    pub(super) fn accepts(&self, candidate: &Candidate, surface: &[u16]) -> bool {
        let Some(at) = candidate.strictness else {
            return true;
        };
        self.strictness[at as usize].accepts(surface)
    }

    /// Has the entry any `not` phrases?
    pub(super) fn has_vetoes(&self, entry: u32) -> bool {
        let at = self.vetoes.partition_point(|&(other, _)| other < entry);
        self.vetoes
            .get(at)
            .is_some_and(|&(other, _)| other == entry)
    }

    /// Is the form a `not` phrase of the entry?
    pub(super) fn vetoes(&self, pattern: u32, entry: u32) -> bool {
        self.vetoes.binary_search(&(entry, pattern)).is_ok()
    }

    /// The number of distinct folded forms, inflections included.
    #[must_use]
    pub fn forms(&self) -> usize {
        self.ends.len()
    }

    /// Bytes on the heap that the automaton takes.
    #[must_use]
    pub fn automaton_bytes(&self) -> usize {
        self.trie.memory()
    }
}

/// As many as fit into 4 GiB of memory.
#[allow(clippy::cast_possible_truncation)]
fn narrow(value: usize) -> u32 {
    value as u32
}
