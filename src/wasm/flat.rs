//! A glossary as it crosses from JavaScript: flat, in two pieces.
//!
//! Asking JavaScript for each field of each entry costs some fifteen crossings an entry, and most of them carry a name or a text: with them, reading a glossary took
//! longer than compiling it. So `www/host/flat.js` walks the tree, and what crosses is one text with all texts in it, and one table of numbers.
//!
//! Each value is a *word*: its kind in the lowest three bits, and a payload in the others.
//!
//! | kind | payload | there in the table |
//! | --- | --- | --- |
//! | 0 absent, 6 other | | |
//! | 1 truth | 0 or 1 | |
//! | 2 number | address | the two halves of the double, the lower first |
//! | 3 text | number of the text | |
//! | 4 array | address | the number of items, and their words |
//! | 5 object | address | the number of fields, and for each the number of its name among the texts and its word |
//!
//! The last number of the table is the root's word. Texts end with a zero character. Whatever the table holds, reading it gives a value and never a panic.

use crate::base::gather;
use crate::glossary::{Value, ValueKind};

/// Bits of a word that are its kind.
const KIND_BITS: u32 = 3;
const TRUTH: u32 = 1;
const NUMBER: u32 = 2;
const TEXT: u32 = 3;
const ARRAY: u32 = 4;
const OBJECT: u32 = 5;

/// The two pieces.
pub(super) struct Flat<'a> {
    table: &'a [u32],
    texts: &'a str,
    /// Where each text ends, in bytes.
    ends: Vec<usize>,
}

impl<'a> Flat<'a> {
    pub(super) fn new(table: &'a [u32], texts: &'a str) -> Self {
        let bytes = texts.bytes().zip(0..);
        let ends = bytes.filter(|&(byte, _)| byte == 0).map(|(_, at)| at);
        Self {
            table,
            texts,
            ends: gather(ends),
        }
    }

    pub(super) fn root(&self) -> Node<'_> {
        self.node(self.table.last().copied().unwrap_or_default())
    }

    fn node(&self, word: u32) -> Node<'_> {
        Node { flat: self, word }
    }

    fn number(&self, at: usize) -> u32 {
        self.table.get(at).copied().unwrap_or_default()
    }

    fn text(&self, number: usize) -> &str {
        let start = number
            .checked_sub(1)
            .and_then(|before| self.ends.get(before));
        let start = start.map_or(0, |end| end + 1);
        let end = self.ends.get(number).copied().unwrap_or_default();
        self.texts.get(start..end).unwrap_or_default()
    }
}

/// One value of a [`Flat`].
#[derive(Clone, Copy)]
pub(super) struct Node<'a> {
    flat: &'a Flat<'a>,
    word: u32,
}

impl Node<'_> {
    fn is(&self, kind: u32) -> bool {
        self.word & ((1 << KIND_BITS) - 1) == kind
    }

    fn payload(&self) -> usize {
        (self.word >> KIND_BITS) as usize
    }

    /// A number behind the payload's address.
    fn behind(&self, offset: usize) -> u32 {
        self.flat.number(self.payload() + offset)
    }

    /// Fields or items.
    fn count(&self, kind: u32) -> usize {
        if self.is(kind) {
            self.behind(0) as usize
        } else {
            0
        }
    }

    fn name(&self, field: usize) -> &str {
        self.flat.text(self.behind(1 + 2 * field) as usize)
    }
}

impl Value for Node<'_> {
    const KEEPS_PROSE: bool = false;

    fn kind(&self) -> ValueKind {
        match self.word & ((1 << KIND_BITS) - 1) {
            0 => ValueKind::Absent,
            TRUTH => ValueKind::Bool,
            NUMBER => ValueKind::Number,
            TEXT => ValueKind::Text,
            ARRAY => ValueKind::Array,
            OBJECT => ValueKind::Object,
            _ => ValueKind::Other,
        }
    }

    fn field(&self, name: &str) -> Self {
        let field = (0..self.count(OBJECT)).find(|&field| self.name(field) == name);
        self.flat
            .node(field.map_or(0, |field| self.behind(2 + 2 * field)))
    }

    fn each_name(&self, visit: &mut dyn FnMut(&str)) {
        for field in 0..self.count(OBJECT) {
            visit(self.name(field));
        }
    }

    fn length(&self) -> usize {
        self.count(ARRAY)
    }

    fn item(&self, index: usize) -> Self {
        let is_there = index < self.count(ARRAY);
        self.flat
            .node(if is_there { self.behind(1 + index) } else { 0 })
    }

    fn text(&self) -> Option<String> {
        self.is(TEXT)
            .then(|| self.flat.text(self.payload()).to_owned())
    }

    fn number(&self) -> Option<f64> {
        let bits = u64::from(self.behind(1)) << 32 | u64::from(self.behind(0));
        self.is(NUMBER).then(|| f64::from_bits(bits))
    }

    fn truth(&self) -> Option<bool> {
        self.is(TRUTH).then(|| self.payload() == 1)
    }
}
