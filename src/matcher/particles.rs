//! Korean: a word and the particles that are written on to it.
//!
//! "한국은행은" is "한국은행" as a topic, and "반도체의" is "of the semiconductor". A label ends there as before a space, where the rest of the word is one of the particles below. Some have
//! two shapes, for behind a consonant and a vowel: "자본가" is a capitalist and not capital as a subject, which is "자본이". What a word is a part of is no particle: "반도체업계", the
//! semiconductor industry, is another word.
//!
//! A label of one syllable is left alone: "물가" is the price, and not water as a subject. So is the particle "도", which is also the province in "경기도". Behind Latin letters nobody can
//! tell how they are read, and both shapes are one ("AI는", "AI은").

use super::scan::is_boundary;
use crate::base::list::has_bytes;
use crate::text::{char_at, char_before};

const SYLLABLES: core::ops::RangeInclusive<char> = '가'..='힣';
/// Syllables that differ by nothing but the consonant at their end.
const FINALS: u32 = 28;
/// The consonant ㄹ, behind which the shape of a vowel stands in one case: "서울로".
const RIEUL: u32 = 8;

const CONSONANT: &str = "은 이 을 과 으로 이나 이라 이란 이다 이며 이고 이라는 이라고 이었다 과의 과는 과도 으로는 으로도 으로의 으로서 으로써";
const VOWEL: &str = "는 가 를 와 로 나 란 라는 라고 였다 와의 와는 와도 로는 로도 로의 로서 로써";
const ANY: &str = "의 에 들 만 에는 에도 에서 에게 에의 에서는 에서도 에서의 에게는 부터 까지 까지의 보다 처럼 마다 조차 마저 뿐 밖에 만의 만이 만을 들은 들이 들을 들의 들에 들도 들과 들에게 들에는 들에서 들로 입니다";

/// The fewest bytes of a label in Hangul: two syllables.
const FEWEST: usize = 6;

/// Does a word go on at `end`, from `start` to which a label stands, with a particle and nothing else? Of folded bytes.
#[inline]
pub(super) fn goes_on(bytes: &[u8], start: usize, end: usize) -> bool {
    // The syllables of Hangul begin with these bytes.
    matches!(bytes.get(end), Some(0xEA..=0xED)) && is_particle(bytes, start, end)
}

#[inline(never)]
fn is_particle(bytes: &[u8], start: usize, end: usize) -> bool {
    let before = char_before(bytes, end).unwrap_or(' ');
    let is_syllable = SYLLABLES.contains(&before);
    if is_syllable && end - start < FEWEST || !is_syllable && !before.is_ascii_alphanumeric() {
        return false;
    }
    let mut behind = end;
    while let Some((c, len)) = char_at(bytes, behind)
        && SYLLABLES.contains(&c)
    {
        behind += len;
    }
    let rest = bytes.get(end..behind).unwrap_or_default();
    let has = |list| has_bytes(list, rest);
    let last = u32::from(before).wrapping_sub(u32::from('가')) % FINALS;
    let is_open = last == 0 || last == RIEUL && rest.starts_with("로".as_bytes());
    is_boundary(bytes, behind)
        && (has(ANY)
            || (!is_syllable || last > 0) && has(CONSONANT)
            || (!is_syllable || is_open) && has(VOWEL))
}
