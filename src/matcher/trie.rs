//! The automaton: which labels begin here?
//!
//! A trie over the folded bytes of all forms: the *goto* and *output* functions of Aho and Corasick ("Efficient string matching", 1975). Their third
//! function, *failure*, says where to go on when no label does. It is not needed: matches begin at word starts only, and those are known
//! ([`scan`](super::scan)), so each walk begins at the root. Without it a node needs no link to another branch, and a chain of
//! nodes with one way out each can be one node with a *tail* (Morrison's PATRICIA, 1968): there are at most two nodes for a form, of 16 bytes
//! each, whatever its length. `docs/decisions.md` has the figures against the contiguous automaton of the `aho-corasick` crate.
//!
//! Nodes lie in an array, the children of one side by side and in the order of their bytes.

use crate::base::intern::Interner;
use crate::base::order;

/// No form ends at this node.
pub(super) const NONE: u32 = u32::MAX;

/// So many children are looked through one after the other.
const FEW: usize = 32;

#[derive(Clone, Debug)]
pub(super) struct Node {
    /// Where the tail lies in the bytes of all forms: what must follow before the node is reached.
    pub tail: u32,
    pub tail_len: u16,
    /// How many ways lead on.
    pub count: u16,
    /// The first child.
    pub children: u32,
    /// The form that ends here.
    pub pattern: u32,
}

/// Finds which of some byte strings are prefixes of a text.
#[derive(Clone, Debug, Default)]
pub(super) struct Trie {
    nodes: Vec<Node>,
    /// The byte that leads to each node from its parent.
    labels: Vec<u8>,
    /// All forms, one after the other; the tails are parts of it.
    bytes: Vec<u8>,
}

/// A place in a trie: a node, and how much of its tail is behind.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Position {
    node: u32,
    in_tail: u32,
}

/// Forms that share their first `depth` bytes and have one node.
struct Branch {
    node: usize,
    start: usize,
    end: usize,
    depth: usize,
}

impl Trie {
    /// A trie of strings, none of them empty.
    pub(super) fn new(forms: &Interner) -> Self {
        let sorted = sorted(forms);
        let form = |at: usize| &forms.bytes()[forms.range(sorted[at] as usize)];
        let mut trie = Self::default();
        if sorted.is_empty() {
            return trie;
        }
        trie.push(0);
        let mut branches = vec![Branch {
            node: 0,
            start: 0,
            end: sorted.len(),
            depth: 0,
        }];
        while let Some(Branch {
            node,
            mut start,
            end,
            depth,
        }) = branches.pop()
        {
            // In sorted order the first and the last differ soonest.
            let (first, last) = (form(start), form(end - 1));
            let same = first[depth..].iter().zip(&last[depth..]);
            let tail_len = same.take_while(|(a, b)| a == b).count();
            let deeper = depth + tail_len;
            let tail = forms.range(sorted[start] as usize).start + depth;
            let pattern = if first.len() == deeper {
                start += 1;
                sorted[start - 1]
            } else {
                NONE
            };
            let children = trie.nodes.len();
            while start < end {
                let byte = form(start)[deeper];
                let mut behind = start + 1;
                while behind < end && form(behind)[deeper] == byte {
                    behind += 1;
                }
                branches.push(Branch {
                    node: trie.push(byte),
                    start,
                    end: behind,
                    depth: deeper + 1,
                });
                start = behind;
            }
            trie.nodes[node] = Node {
                tail: narrow(tail),
                tail_len: narrow16(tail_len),
                count: narrow16(trie.nodes.len() - children),
                children: narrow(children),
                pattern,
            };
        }
        trie.bytes = forms.bytes().to_vec();
        trie
    }

    fn push(&mut self, byte: u8) -> usize {
        self.labels.push(byte);
        self.nodes.push(Node {
            tail: 0,
            tail_len: 0,
            count: 0,
            children: 0,
            pattern: NONE,
        });
        self.nodes.len() - 1
    }

    /// Where the strings that begin with `prefix` go on.
    pub(super) fn position(&self, prefix: &[u8]) -> Option<Position> {
        let mut number = 0;
        let mut rest = prefix;
        loop {
            let node = self.nodes.get(number)?;
            let tail = self.tail(node);
            let same = rest.iter().zip(tail).take_while(|(a, b)| a == b).count();
            if same == rest.len() {
                return Some(Position {
                    node: narrow(number),
                    in_tail: narrow(same),
                });
            }
            if same < tail.len() {
                return None;
            }
            number = self.child(node, rest[same])?;
            rest = &rest[same + 1..];
        }
    }

    /// Calls `found` with the number and the end of each form that goes on from a position, the shortest first, where `at` in the text stands for that position.
    /// Offsets are in bytes.
    #[inline]
    pub(super) fn walk(
        &self,
        position: Position,
        text: &[u8],
        mut at: usize,
        mut found: impl FnMut(u32, usize),
    ) {
        let mut next = self.nodes.get(position.node as usize);
        let mut in_tail = position.in_tail as usize;
        while let Some(node) = next {
            // Byte by byte: a tail is a few of them, and a call would cost more.
            for byte in self.tail(node).iter().skip(in_tail) {
                if text.get(at) != Some(byte) {
                    return;
                }
                at += 1;
            }
            if node.pattern != NONE {
                found(node.pattern, at);
            }
            let Some(&byte) = text.get(at) else { return };
            next = self
                .child(node, byte)
                .and_then(|child| self.nodes.get(child));
            in_tail = 0;
            at += 1;
        }
    }

    fn tail(&self, node: &Node) -> &[u8] {
        let start = node.tail as usize;
        let end = start + usize::from(node.tail_len);
        self.bytes.get(start..end).unwrap_or_default()
    }

    /// The child that a byte leads to.
    fn child(&self, node: &Node, byte: u8) -> Option<usize> {
        let first = node.children as usize;
        let labels = self.labels.get(first..first + usize::from(node.count))?;
        // Letters of an alphabet are few, and the next comparison can be foreseen; where a node has more children than that, it is looked into by halves.
        let at = if labels.len() <= FEW {
            labels.iter().position(|&label| label == byte)
        } else {
            labels.binary_search(&byte).ok()
        };
        at.map(|at| first + at)
    }

    /// Bytes on the heap.
    pub(super) fn memory(&self) -> usize {
        self.nodes.len() * size_of::<Node>() + self.labels.len() + self.bytes.len()
    }
}

/// The numbers of the strings in the order of their bytes. Sorts by eight bytes, then those that share them by the next eight.
fn sorted(forms: &Interner) -> Vec<u32> {
    let mut numbers: Vec<u32> = (0..narrow(forms.len())).collect();
    let mut runs = vec![(0, numbers.len(), 0)];
    while let Some((start, end, depth)) = runs.pop() {
        let key = |number: u32| {
            let form = &forms.bytes()[forms.range(number as usize)];
            eight(&form[depth.min(form.len())..])
        };
        let own = numbers[start..end].to_vec();
        let keys: Vec<u64> = own.iter().map(|&number| key(number)).collect();
        let order = order::order(keys.iter().copied());
        let mut run = start;
        for (place, &position) in (start..).zip(&order) {
            numbers[place] = own[position];
            let is_last = place + 1 == end;
            if is_last || keys[order[place + 1 - start]] != keys[position] {
                // The last byte of a key is 0 where the string has ended, and two of those would be one string.
                if place > run {
                    runs.push((run, place + 1, depth + 8));
                }
                run = place + 1;
            }
        }
    }
    numbers
}

/// The first eight bytes as a number in their own order. No form holds a zero byte, so what has ended comes first.
fn eight(bytes: &[u8]) -> u64 {
    let mut key = 0;
    for index in 0..8 {
        key = key << 8 | u64::from(bytes.get(index).copied().unwrap_or(0));
    }
    key
}

/// All forms together have at most 32 MB.
#[allow(clippy::cast_possible_truncation)]
fn narrow(value: usize) -> u32 {
    value as u32
}

/// A form has at most a few thousand bytes, a node at most 256 children.
#[allow(clippy::cast_possible_truncation)]
fn narrow16(value: usize) -> u16 {
    value as u16
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(forms: &[&str], text: &str) -> Vec<(u32, usize)> {
        let mut interner = Interner::default();
        for form in forms {
            interner.add(form.as_bytes());
        }
        let mut found = Vec::new();
        let trie = Trie::new(&interner);
        if let Some(root) = trie.position(b"") {
            trie.walk(root, text.as_bytes(), 0, |pattern, end| {
                found.push((pattern, end));
            });
        }
        found
    }

    #[test]
    fn all_prefixes_the_shortest_first() {
        let forms = ["capital market", "cap", "capital", "capitol", "market", "c"];
        for (text, expected) in [
            ("capital markets", &[(5, 1), (1, 3), (2, 7), (0, 14)][..]),
            ("capitol", &[(5, 1), (1, 3), (3, 7)]),
            ("cab", &[(5, 1)]),
            ("markka", &[]),
            ("", &[]),
        ] {
            assert_eq!(found(&forms, text), expected, "{text}");
        }
        assert_eq!(found(&[], "a"), []);
        assert_eq!(found(&["a"], "ab"), [(0, 1)]);
    }

    /// The contiguous automaton of the `aho-corasick` crate, walked anchored, finds the same at every place.
    fn by_the_library(forms: &[String], text: &str) -> Vec<(u32, usize)> {
        use aho_corasick::automaton::Automaton;
        use aho_corasick::{Anchored, nfa::contiguous::NFA};

        let automaton = NFA::new(forms).unwrap();
        let mut state = automaton.start_state(Anchored::Yes).unwrap();
        let mut found = Vec::new();
        for (at, &byte) in text.as_bytes().iter().enumerate() {
            state = automaton.next_state(Anchored::Yes, state, byte);
            if automaton.is_match(state) {
                let patterns =
                    (0..automaton.match_len(state)).map(|i| automaton.match_pattern(state, i));
                let whole = patterns.filter(|p| forms[p.as_usize()].len() == at + 1);
                found.extend(whole.map(|p| (p.as_u32(), at + 1)));
            }
        }
        found
    }

    proptest::proptest! {
        #[test]
        fn finds_what_the_library_finds(forms in proptest::collection::hash_set("[ab]{1,12}|[a-eé]{1,5}", 0..40), text in "[abcé]{0,16}") {
            let forms: Vec<String> = forms.into_iter().collect();
            let strings: Vec<&str> = forms.iter().map(String::as_str).collect();
            for (start, _) in text.char_indices() {
                proptest::prop_assert_eq!(found(&strings, &text[start..]), by_the_library(&forms, &text[start..]));
            }
        }
    }

    #[test]
    fn a_walk_may_begin_anywhere() {
        let mut interner = Interner::default();
        for form in ["capital", "capital market", "cap"] {
            interner.add(form.as_bytes());
        }
        let trie = Trie::new(&interner);
        for (prefix, expected) in [
            ("", Some(&[(2, 3), (0, 7), (1, 14)][..])),
            ("cap", Some(&[(2, 3), (0, 7), (1, 14)])),
            ("capit", Some(&[(0, 7), (1, 14)])),
            ("capital ", Some(&[(1, 14)])),
            ("cat", None),
            ("capital markets", None),
        ] {
            let position = trie.position(prefix.as_bytes());
            let found = position.map(|position| {
                let mut found = Vec::new();
                trie.walk(
                    position,
                    b"capital markets",
                    prefix.len(),
                    |pattern, end| {
                        found.push((pattern, end));
                    },
                );
                found
            });
            assert_eq!(found.as_deref(), expected, "{prefix}");
        }
    }

    #[test]
    fn strings_that_share_more_than_eight_bytes_are_sorted() {
        let mut interner = Interner::default();
        let strings = [
            "aaaaaaaabbbbbbbbc",
            "aaaaaaaabbbbbbbb",
            "aaaaaaaa",
            "aaaaaaaab",
            "b",
            "aaaaaaaabbbbbbbba",
        ];
        for string in strings {
            interner.add(string.as_bytes());
        }
        let in_order: Vec<&str> = sorted(&interner)
            .iter()
            .map(|&n| strings[n as usize])
            .collect();
        let mut expected = strings.to_vec();
        expected.sort_unstable();
        assert_eq!(in_order, expected);
    }
}
