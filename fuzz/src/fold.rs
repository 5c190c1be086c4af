//! The folder: any code units and block starts.

use glossator::text::{Folded, Folding, decode_utf16, fold, fold_label, utf16};

use crate::input::{self, splits_pair};

/// Longer than any block of units that the folder may take in one go.
const LONGEST_SHIFT: usize = 67;

pub fn check(data: &[u8]) {
    let input::Text { units, starts } = input::text(data);
    let folded = fold(&units, &starts);
    map_leads_into_the_text(&units, &starts, &folded);
    blocks_fold_as_if_alone(&units, &starts, &folded);

    let one_block = fold(&units, &[]);
    map_leads_into_the_text(&units, &[], &one_block);
    place_does_not_matter(&units, &one_block, data.len() % LONGEST_SHIFT);
    let shown = without_vanishing(&units);
    folding_again_changes_nothing(&fold(&shown, &[]));
    labels_fold_like_texts(&shown);
}

/// The folded bytes are UTF-8, and each leads to a range of the text: in order, not overlapping, whole characters to whole characters. (Two
/// halves of a pair are two characters where a block starts between them.)
fn map_leads_into_the_text(units: &[u16], starts: &[u32], folded: &Folded) {
    let text = std::str::from_utf8(&folded.bytes).expect("folded text is UTF-8");
    let mut last = 0..0;
    for (at, c) in text.char_indices() {
        let source = folded.source(at..at + c.len_utf8());
        assert!(
            source.start <= source.end && source.end <= units.len(),
            "{c:?}: {source:?}"
        );
        for byte in at..at + c.len_utf8() {
            assert_eq!(folded.source(byte..byte + 1), source, "a part of {c:?}");
        }
        // One character of the text may fold to several.
        assert!(
            source == last || source.start >= last.end,
            "{c:?}: {source:?} after {last:?}"
        );
        for end in [source.start, source.end] {
            let is_start = starts.iter().any(|&start| start as usize == end);
            assert!(
                is_start || !splits_pair(units, end),
                "{c:?}: {end} is inside a surrogate pair"
            );
        }
        last = source;
    }
    if !text.is_empty() {
        let whole = folded.source(0..text.len());
        assert_eq!(
            (whole.start, whole.end),
            (folded.source(0..1).start, last.end)
        );
    }
}

/// What stands in the next block changes nothing in this one. Between two that are not empty is one line feed, and nowhere else.
fn blocks_fold_as_if_alone(units: &[u16], starts: &[u32], folded: &Folded) {
    let mut expected = Vec::new();
    let mut from = 0;
    for to in starts
        .iter()
        .map(|&start| start as usize)
        .chain([units.len()])
    {
        if from > 0 && !matches!(expected.last(), None | Some(b'\n')) {
            expected.push(b'\n');
        }
        expected.extend(fold(&units[from..to], &[]).bytes);
        from = to;
    }
    let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
    assert_eq!(text(&folded.bytes), text(&expected), "blocks at {starts:?}");
}

/// A text folds the same behind any number of other characters, so that where a block of 16 or 64 ends cannot matter.
fn place_does_not_matter(units: &[u16], alone: &Folded, shift: usize) {
    let mut behind = utf16(&"x".repeat(shift + 1));
    behind.push(u16::from(b' '));
    let shift = behind.len();
    behind.extend_from_slice(units);
    let folded = fold(&behind, &[]);
    assert_eq!(
        folded.bytes[shift..],
        alone.bytes,
        "behind {shift} code units"
    );
    for at in 0..alone.bytes.len() {
        let source = alone.source(at..at + 1);
        let expected = source.start + shift..source.end + shift;
        assert_eq!(folded.source(at + shift..at + shift + 1), expected);
    }
}

/// The text without what folds to nothing. That keeps a mark from the letter before it (the combining grapheme joiner is made to do so): the two come together only
/// when the text is folded again.
fn without_vanishing(units: &[u16]) -> Vec<u16> {
    let mut kept = Vec::new();
    let mut at = 0;
    while let Some((_, length)) = decode_utf16(units, at) {
        let character = &units[at..at + length];
        let behind_x: Vec<u16> = [u16::from(b'x')].iter().chain(character).copied().collect();
        if fold(&behind_x, &[]).bytes != b"x" {
            kept.extend_from_slice(character);
        }
        at += length;
    }
    kept
}

/// What is folded is folded. Only a dash that stays one may become a space the second time, when what stood around it is gone.
fn folding_again_changes_nothing(folded: &Folded) {
    let text = std::str::from_utf8(&folded.bytes).expect("folded text is UTF-8");
    for part in text.split('-') {
        let again = fold(&utf16(part), &[]).bytes;
        let again = std::str::from_utf8(&again).expect("folded text is UTF-8");
        // A text does not begin with a space.
        assert_eq!(
            again,
            part.strip_prefix(' ').unwrap_or(part),
            "folded again"
        );
    }
}

/// A label folds like a text of one block, without the space at its end; keeping case only keeps case.
fn labels_fold_like_texts(units: &[u16]) {
    let label = String::from_utf16_lossy(units);
    let mut expected = fold(&utf16(&label), &[]).bytes;
    while expected.last() == Some(&b' ') {
        expected.pop();
    }
    assert_eq!(fold_label(&label), expected);
    let with_case = Folding {
        keep_case: true,
        ..Folding::default()
    };
    let kept = String::from_utf8(with_case.fold_label(&label)).expect("folded text is UTF-8");
    if !kept.contains('-') {
        assert_eq!(
            fold_label(&kept),
            expected,
            "case was not all that was kept"
        );
    }
}
