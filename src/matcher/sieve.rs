//! Which entries of a glossary can a text name at all?
//!
//! Each written form of a label is known by the *hash* of its first [`PREFIX`] folded bytes, or of all of them where it is shorter. A text has the hashes of what may be a
//! form: from each place where a word begins, to each place behind it where one ends, and [`PREFIX`] bytes on. An entry none of whose hashes a text has is not in that
//! text; one that shares a hash is there, or begins like something that is, or shares it by chance. So few are left, and
//! they are found without anything that had to be compiled.
//!
//! Folded is as if no label cared about anything: without case and accents, and with one i. What is equal to a stricter eye is equal to this one.

use super::compile::{each_form, each_label};
use super::particles;
use super::scan::{fewest, is_boundary};
use crate::Glossary;
use crate::base::order;
use crate::text::Folding;
use crate::text::blocks::Blocks;
use crate::text::words::{EMPTY, mix};

/// Bytes of a form that are looked at. Most labels of two words differ from each other within so many; each one more costs a step for every word of every text.
const PREFIX: usize = 16;

const FOLDING: Folding = Folding {
    keep_case: false,
    drop_accents: true,
    dotless_i: false,
};

/// What "ı" is in UTF-8.
const DOTLESS: [u8; 2] = [0xC4, 0xB1];

/// The hash of each form with its entry, in ascending order, each pair once.
#[must_use]
pub fn of_glossary(glossary: &Glossary) -> Vec<(u32, u32)> {
    let mut pairs = Vec::new();
    for (index, entry) in (0..).zip(glossary.entries()) {
        each_label(entry, &mut |label, _| {
            each_form(label, glossary.language(), &mut |written, _| {
                let folded = plain(FOLDING.fold_label(written));
                if !folded.is_empty() {
                    let bytes = &folded[..folded.len().min(PREFIX)];
                    pairs.push((bytes.iter().fold(EMPTY, step), index));
                }
            });
        });
    }
    let mut pairs = order::by_key(pairs, |&(hash, entry)| order::pair(hash, entry));
    pairs.dedup();
    pairs
}

/// The hashes of what may be a form in a text, in ascending order, each once.
#[must_use]
pub fn of_text(text: &[u16], blocks: &Blocks) -> Vec<u32> {
    let bytes = plain(FOLDING.fold(text, &blocks.starts()).bytes);
    let mut hashes = Vec::new();
    for (at, &byte) in bytes.iter().enumerate() {
        // No label begins with white space, or within a character.
        if byte != b' ' && byte != b'\n' && byte & 0xC0 != 0x80 && fewest(&bytes, at).is_some() {
            of_place(&bytes, at, &mut hashes);
        }
    }
    order::distinct(&mut hashes);
    hashes
}

fn of_place(bytes: &[u8], at: usize, hashes: &mut Vec<u32>) {
    let mut hash = EMPTY;
    for (end, &byte) in (at + 1..).zip(&bytes[at..]).take(PREFIX) {
        // Between two blocks, which no label crosses.
        if byte == b'\n' {
            return;
        }
        hash = step(hash, &byte);
        let is_whole = bytes.get(end).is_none_or(|next| next & 0xC0 != 0x80);
        if end - at == PREFIX
            || is_whole && (is_boundary(bytes, end) || particles::goes_on(bytes, at, end))
        {
            hashes.push(hash);
        }
    }
}

/// Turkish has two letters where others have one, and which is meant depends on the language.
fn plain(bytes: Vec<u8>) -> Vec<u8> {
    if !bytes.contains(&DOTLESS[0]) {
        return bytes;
    }
    let mut out = Vec::with_capacity(bytes.len());
    let mut rest = &bytes[..];
    while let Some((&first, behind)) = rest.split_first() {
        let (letter, behind) = match rest.strip_prefix(&DOTLESS) {
            Some(behind) => (b'i', behind),
            None => (first, behind),
        };
        out.push(letter);
        rest = behind;
    }
    out
}

/// A step for each byte, so all ends of one place are one pass.
fn step(hash: u32, &byte: &u8) -> u32 {
    mix(hash, byte.into())
}
