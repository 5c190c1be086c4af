//! Stand-in.
pub(crate) fn halfwidth(_c: char) -> Option<char> {
    None
}
pub(crate) fn continues(c: char) -> bool {
    matches!(u32::from(c), 0x300..=0x36F)
}
pub(crate) fn compose(_cluster: &mut Vec<char>) {}
pub(crate) fn decompose_unstable(_c: char, _out: &mut Vec<char>) -> bool {
    false
}
pub(crate) fn is_accent(c: char) -> bool {
    matches!(u32::from(c), 0x300..=0x36F)
}
pub(crate) fn without_accent(c: char) -> Option<char> {
    match c {
        'é' => Some('e'),
        _ => None,
    }
}
