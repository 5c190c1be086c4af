//! Ranks: "ranked fourth", "third-largest", "排名第四".

use super::Reader;
use super::figures::begins;
use super::lexicon::{ORDINAL, RANKED, SUPERLATIVE, phrase};
use crate::article::lists;
use crate::article::tokens::{Kind, Tokens};

impl Reader<'_> {
    /// "ranked fourth", "third-largest", "排名第四", and what is behind it; 0 where there is none.
    pub(super) fn rank(&self, tokens: &Tokens, at: usize) -> (u32, usize) {
        if tokens.is_lone(at, "第") {
            let (value, end) = self.ordinal(tokens, at + 1, true);
            return (if tokens.is_lone(end, "大") { value } else { 0 }, end + 1);
        }
        let token = tokens.at(at);
        let (meaning, mut next) = phrase(self.words, tokens, at);
        if meaning.kind == RANKED {
            // "ranks No. 4"
            let is_no = tokens.is_in(next, lists::NO);
            if is_no {
                next += 1 + usize::from(tokens.mark(next + 1) == '.');
            }
            // "Freier Platz 10" is where somebody lives.
            let before = tokens.at(at.wrapping_sub(1));
            let end = self.text.get(before.end.saturating_sub(2)..before.end);
            let is_name = before.is_capital && end == Some(&[0x65, 0x72]);
            let is_plain =
                is_no || token.kind == Kind::Lone || (self.language.is("de") && !is_name);
            return self.ordinal(tokens, next, is_plain);
        }
        let (value, end) = self.ordinal(tokens, at, false);
        let behind = end + usize::from(tokens.mark(end) == '-');
        let is_rank = tokens.at(behind).meaning().kind == SUPERLATIVE && begins(tokens, at);
        (if is_rank { value } else { 0 }, behind + 1)
    }

    /// "fourth", "4th", and where `is_plain` "4" and 四; what is behind it. 0 where there is none.
    #[inline(never)]
    fn ordinal(&self, tokens: &Tokens, at: usize, is_plain: bool) -> (u32, usize) {
        let (token, next) = (tokens.at(at), at + 1);
        let value = match token.kind {
            Kind::Number if token.len() < 4 => {
                let is_glued = tokens.is_glued(next);
                if is_glued && tokens.is_in(next, lists::NTH) {
                    return (token.key, next + 1);
                }
                let goes_on = is_glued
                    && (tokens.is_word(next)
                        || tokens.mark(next) == '%'
                        || (tokens.is_glued(next + 1) && tokens.is_number(next + 1)));
                if is_plain && !goes_on { token.key } else { 0 }
            }
            Kind::Lone if is_plain => {
                let mut digits = (1..).zip("一二三四五六七八九十".chars());
                let is_it = |&(_, c): &(u32, char)| {
                    crate::text::words::longer(crate::text::words::EMPTY, c) == token.key
                };
                let value = digits.find(is_it).map_or(0, |(value, _)| value);
                // 十一 and more are left out.
                if tokens.is_lone(next, "一二三四五六七八九十百") {
                    0
                } else {
                    value
                }
            }
            Kind::Word => {
                let meaning = token.meaning();
                if meaning.kind == ORDINAL {
                    meaning.number()
                } else {
                    0
                }
            }
            _ => 0,
        };
        (value, next)
    }
}
