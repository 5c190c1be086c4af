//! From labels to an automaton.
//!
//! Inflected forms are made here, once per glossary, and not while scanning: a scan then pays nothing for them, and what a label
//! matches can be listed. A form that two labels share is one pattern with two [`Candidate`]s.

use aho_corasick::nfa::contiguous::NFA;

use super::case::{self, Strictness};
use super::inflect;
use crate::base::intern::Interner;
use crate::base::order;
use crate::error::Kind;
use crate::text::fold_label;
use crate::{Error, Glossary};

/// A compiled glossary: what [`find`](Matcher::find) needs, and nothing of the entries' texts.
#[derive(Debug)]
pub struct Matcher {
    /// `None` for a glossary without labels.
    pub(super) automaton: Option<NFA>,
    pub(super) prefixes: Prefixes,
    /// By the automaton's pattern id.
    pub(super) patterns: Vec<Pattern>,
    /// Does any entry have `not` phrases?
    pub(super) has_vetoes: bool,
}

/// What one folded form may mean.
#[derive(Clone, Debug, Default)]
pub(super) struct Pattern {
    /// Length in folded bytes.
    pub len: usize,
    /// Best first: by priority, then by the glossary's order.
    pub candidates: Vec<Candidate>,
    /// Entries that are not meant where this form stands.
    pub vetoes: Vec<u32>,
}

#[derive(Clone, Debug)]
pub(super) struct Candidate {
    pub entry: u32,
    priority: i32,
    /// How much of the written form the text must share.
    pub strictness: Strictness,
    /// A form the label has as it is, rather than by inflection: preferred at equal priority.
    inflected: bool,
}

impl Candidate {
    /// Lowest first: the highest priority, then labels as they are before inflected ones.
    fn rank(&self) -> u64 {
        let priority = u32::MAX.wrapping_add_signed(-1 - self.priority) ^ 0x8000_0000;
        order::pair(priority, u32::from(self.inflected))
    }
}

/// Which two bytes may a match begin with? 65,536 bits.
#[derive(Clone, Debug)]
pub(super) struct Prefixes(Box<[u64; 1024]>);

impl Prefixes {
    fn new() -> Self {
        Self(Box::new([0; 1024]))
    }

    fn add(&mut self, pattern: &[u8]) {
        let Some(&first) = pattern.first() else {
            return;
        };
        // A pattern of one byte may be followed by anything.
        let second = pattern.get(1).map_or(0..=255, |&second| second..=second);
        for second in second {
            let bit = usize::from(first) << 8 | usize::from(second);
            self.0[bit / 64] |= 1 << (bit % 64);
        }
    }

    #[inline]
    pub(super) fn allow(&self, first: u8, second: u8) -> bool {
        let bit = usize::from(first) << 8 | usize::from(second);
        self.0[bit / 64] >> (bit % 64) & 1 == 1
    }
}

/// All forms together. By estimate a state of the automaton takes some 50 bytes while it is built, and there is up to one for each byte of a form: this is about as
/// much as the 4 GB of a Wasm memory bear. A million labels have 20 MB.
const MOST_BYTES: usize = 32 << 20;

fn too_much(found: usize) -> Error {
    Kind::TooMuch {
        what: "bytes of labels with their forms",
        found,
        limit: MOST_BYTES,
    }
    .into()
}

/// Collects patterns and finds those that are already there.
#[derive(Default)]
struct Builder {
    forms: Interner,
    patterns: Vec<Pattern>,
}

impl Builder {
    fn pattern(&mut self, folded: &[u8]) -> &mut Pattern {
        let (at, is_new) = self.forms.add(folded);
        if is_new {
            self.patterns.push(Pattern {
                len: folded.len(),
                ..Pattern::default()
            });
        }
        &mut self.patterns[at]
    }

    fn add(&mut self, written: &str, candidate: Candidate) {
        let folded = fold_label(written);
        if folded.is_empty() {
            return;
        }
        let candidates = &mut self.pattern(&folded).candidates;
        match candidates
            .iter_mut()
            .find(|known| known.entry == candidate.entry)
        {
            // The same entry by two labels ("Fintech", "FinTech"): the form is found if either would find it.
            Some(known) => {
                known.inflected &= candidate.inflected;
                known.strictness.join(candidate.strictness);
            }
            None => candidates.push(candidate),
        }
    }
}

impl Matcher {
    /// Compiles a glossary's labels. Deterministic: the same glossary gives the same matcher.
    ///
    /// # Errors
    ///
    /// When the labels are too many for the automaton: more than 32 MB with all their forms.
    pub fn compile(glossary: &Glossary) -> Result<Self, Error> {
        let mut builder = Builder::default();
        let mut has_vetoes = false;
        for (index, entry) in glossary.entries().iter().enumerate() {
            #[allow(clippy::cast_possible_truncation)]
            // a glossary of 4 G entries does not fit into memory
            let index = index as u32;
            for label in entry.labels() {
                let case_matters = case::matters(label.case, &label.text);
                let mut add = |written: &str, inflected| {
                    let strictness = if case_matters {
                        case::strictness(label.case, written)
                    } else {
                        Strictness::AnyCase
                    };
                    let priority = entry.priority;
                    builder.add(
                        written,
                        Candidate {
                            entry: index,
                            priority,
                            strictness,
                            inflected,
                        },
                    );
                };
                add(&label.text, false);
                if label.inflect {
                    for form in inflect::forms(&label.text, glossary.language()) {
                        add(&form, true);
                    }
                }
            }
            for phrase in &entry.not {
                let folded = fold_label(phrase);
                if !folded.is_empty() {
                    has_vetoes = true;
                    builder.pattern(&folded).vetoes.push(index);
                }
            }
        }
        let Builder {
            forms,
            mut patterns,
        } = builder;
        let forms = forms.strings();
        let bytes: usize = forms.iter().map(Vec::len).sum();
        if bytes > MOST_BYTES {
            return Err(too_much(bytes));
        }
        for pattern in &mut patterns {
            // Candidates are in the glossary's order already.
            if pattern.candidates.len() > 1 {
                let candidates = std::mem::take(&mut pattern.candidates);
                pattern.candidates = order::by_key(candidates, Candidate::rank);
            }
        }
        let mut prefixes = Prefixes::new();
        for form in forms {
            prefixes.add(form);
        }
        let automaton = match forms {
            [] => None,
            _ => Some(NFA::new(forms).map_err(|_| too_much(bytes))?),
        };
        Ok(Self {
            automaton,
            prefixes,
            patterns,
            has_vetoes,
        })
    }

    /// The number of distinct folded forms, inflections included.
    #[must_use]
    pub fn forms(&self) -> usize {
        self.patterns.len()
    }

    /// Bytes on the heap that the automaton takes.
    #[must_use]
    pub fn automaton_bytes(&self) -> usize {
        use aho_corasick::automaton::Automaton;
        self.automaton.as_ref().map_or(0, Automaton::memory_usage)
    }
}
