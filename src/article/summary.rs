//! The sentences that carry an article.
//!
//! Extraction by word weight, in the line of Luhn (1958) and `SumBasic` (Nenkova & Vanderwende 2005): a sentence is worth the words that recur in the
//! article, the terms it holds, what it shares with the title, and a little for standing near the top. Where authors say what they do ("In this paper we
//! propose …", a bonus word of Edmundson 1969), that is worth more. Sentences are then taken one by one, the best first, and what is said already
//! counts for less in the others. Headings, captions, notes, parts of longer quotes and very short or very long sentences are never taken. The result is in the
//! article's order.

use super::Term;
use super::language::{Language, function_list, known};
use crate::base::map::Map;
use crate::base::order;
use crate::matcher::Match;
use crate::text::blocks::{ASIDE, HEADING, UNMARKABLE};
use crate::text::class::Class;
use crate::text::sentences::Sentence;
use crate::text::words::{self, Key};

/// A key sentence.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct KeySentence {
    /// First UTF-16 code unit.
    pub start: u32,
    /// Behind the last UTF-16 code unit.
    pub end: u32,
    /// Higher is better; only good for comparing sentences of one article.
    pub score: f32,
}

/// One key sentence for this many sentences …
const SENTENCES_PER_KEY: usize = 4;
/// … but two at least and four at most: what fits beside an article at a glance.
const FEWEST: usize = 2;
const MOST: usize = 4;

/// Shorter sentences (words) say too little on their own; longer ones are lists or mis-split.
const SHORTEST: usize = 7;
const LONGEST: usize = 70;

/// Words of fewer characters are function words in most languages with spaces.
const SHORT_WORD: usize = 4;

/// A sentence that shares more than this part of its topic words with those taken says nothing new.
const REPETITION: f32 = 0.6;
/// What a sentence loses where all its topic words were said before; in proportion where some were.
const SAID_WEIGHT: f32 = 0.7;

/// Damps the advantage of long sentences: the weight is divided by (words + 10) to the power of ½.
const LENGTH_DAMPING: f32 = 10.0;

const TITLE_WEIGHT: f32 = 1.5;
const HEADING_WEIGHT: f32 = 0.5;
const TERM_WEIGHT: f32 = 1.5;

/// The first sentence gets this much more of its weight, falling to nothing at the end.
const LEAD_WEIGHT: f32 = 0.35;

/// A sentence that opens with one of these leans on the one before it and is hard to read alone.
const LEANING: &str = "and another because both but he however instead it its meanwhile moreover nor or other others she so some such that \
    their then there these they this those thus yet aber doch er sie dies diese dieser dabei dadurch dafür dagegen damit danach daraus darin davon dazu deshalb außerdem allerdings jedoch zudem zuvor il elle ils elles ce cette cela mais donc \
    pero además él ella ello esto esta este sin";
/// What leaning costs a sentence.
const LEANING_FACTOR: f32 = 0.7;

/// A sentence with a figure or date says something that can be checked, and news turns on it.
const FIGURE_FACTOR: f32 = 1.15;

/// Who speaks, and what authors do: both among the first words of a sentence, it says what the text is about.
const AUTHORS: &str = "we paper study article work wir nous artikel studie étude artículo estudio";
const DOING: &str = "propose introduce present presents develop show shows study investigate demonstrate describe describes provide design explore find \
    proposes introduces zeigen zeigt untersuchen stellen présentons proposons présente presentamos proponemos presenta";
const DOING_FACTOR: f32 = 1.8;
/// How many words are the first ones.
const FIRST_WORDS: usize = 12;

/// What stands below an article rather than in it. Not where the article is about it, and more than one sentence has the word.
const SMALL_PRINT: &str = "copyright newsletter subscribe unsubscribe cookies disclaimer reprinted urheberrecht abonnieren abonnez suscríbete";

/// What looks like a caption, an item of a list or what leads to one: no full stop at its end.
const OPEN_FACTOR: f32 = 0.2;

/// An article has at least so many sentences, and its first one says what it is about. (An abstract's seldom does.)
const ARTICLE: usize = 12;
const FIRST_FACTOR: f32 = 1.4;

/// A sentence of fewer words with a word of the small print is that, whatever the article is about: "Sign up for our newsletter."
const SMALL: usize = 15;

struct Candidate {
    sentence: Sentence,
    /// Its distinct topic words.
    words: Vec<Key>,
    /// The number of its words, all of them.
    length: usize,
    /// What its form makes it worth, before its content counts; then its score.
    score: f32,
}

/// What is known of words before a text is read: in which of the lists they are.
struct Lists(Map);

const IS_FUNCTION_WORD: u32 = 1;
const IS_LEANING: u32 = 2;
const IS_AUTHOR: u32 = 4;
const IS_DOING: u32 = 8;
const IS_SMALL_PRINT: u32 = 16;

impl Lists {
    fn new(language: Language) -> Self {
        Self(known(&[
            (function_list(language), IS_FUNCTION_WORD),
            (LEANING, IS_LEANING),
            (AUTHORS, IS_AUTHOR),
            (DOING, IS_DOING),
            (SMALL_PRINT, IS_SMALL_PRINT),
        ]))
    }

    fn what(&self, key: Key) -> u32 {
        self.0.get(key).unwrap_or_default()
    }

    fn describe(&self, text: &[u16], sentence: Sentence) -> Candidate {
        let surface = &text[sentence.range()];
        let spaced = is_spaced(surface);
        let (mut words, mut length, mut score) = (Vec::new(), 0, 1.0);
        // What the first words are.
        let mut first = 0;
        words::each(surface, |key, characters| {
            length += 1;
            let what = self.what(key);
            if length == 1 && what & IS_LEANING != 0 {
                score *= LEANING_FACTOR;
            }
            if length <= FIRST_WORDS {
                first |= what;
            }
            if (characters >= SHORT_WORD || !spaced) && what & IS_FUNCTION_WORD == 0 {
                words.push(key);
            }
        });
        if first & IS_AUTHOR != 0 && first & IS_DOING != 0 {
            score *= DOING_FACTOR;
        }
        if surface.iter().any(|unit| (0x30..0x3A).contains(unit)) {
            score *= FIGURE_FACTOR;
        }
        if is_open(surface) {
            score *= OPEN_FACTOR;
        }
        order::distinct(&mut words);
        Candidate {
            sentence,
            words,
            // Pairs of characters are half a word each.
            length: if spaced { length } else { length / 2 },
            score,
        }
    }
}

/// Does it end without a full stop? Quotes and brackets may stand behind one, and the number of a footnote.
fn is_open(text: &[u16]) -> bool {
    let mut left = text;
    while let [before @ .., last] = left {
        left = before;
        match char::from_u32(u32::from(*last)).unwrap_or_default() {
            '.' | '!' | '?' | '…' | '。' | '！' | '？' | '．' | '।' | '؟' => return false,
            ']' => {
                let open = before.iter().rposition(|&unit| unit == 0x5B);
                left = &before[..open.unwrap_or(before.len())];
            }
            c if c.is_alphanumeric() || matches!(c, ':' | ',' | ';') => return true,
            _ => {}
        }
    }
    false
}

/// Does an odd number of quotes stand there? The quotes of all languages: „ opens and “ closes in German, “ opens in English.
fn has_open_quote(text: &[u16]) -> bool {
    let is_quote =
        |unit: &&u16| matches!(**unit, 0x22 | 0x201C..=0x201E | 0xAB | 0xBB | 0x300C..=0x300F);
    text.iter().filter(is_quote).count() % 2 == 1
}

/// A weight, as its bits, for each of some keys; nothing for the others.
struct Weights(Map);

impl Weights {
    /// Of several weights for a key the first one counts.
    fn new(pairs: &[(u32, f32)]) -> Self {
        let mut weights = Map::with_room(pairs.len());
        for &(key, weight) in pairs {
            weights.set(key, weight.to_bits(), &|own| own);
        }
        Self(weights)
    }

    fn get(&self, key: u32) -> f32 {
        f32::from_bits(self.0.get(key).unwrap_or_default())
    }

    /// The weight of each word from how many sentences have it. A word that only one has says nothing about the article.
    fn count(words: &[Key]) -> Self {
        let mut weights = Map::with_room(words.len());
        for &word in words {
            weights.set(word, 0, &|count| count + 1);
        }
        #[allow(clippy::cast_precision_loss)] // a number of sentences
        weights.set_all(&|count| {
            if count > 1 {
                (count as f32).ln_1p().to_bits()
            } else {
                0
            }
        });
        Self(weights)
    }

    fn sum(&self, keys: &[u32]) -> f32 {
        keys.iter().map(|&key| self.get(key)).sum()
    }
}

/// Chooses the key sentences among `sentences`; `matches` and `terms` are the article's. `title` is what it is called where no heading says so.
#[must_use]
pub fn summarise(
    text: &[u16],
    sentences: &[Sentence],
    matches: &[Match],
    terms: &[Term],
    title: &[u16],
    language: Language,
) -> Vec<KeySentence> {
    let lists = Lists::new(language);
    let mut prose: Vec<Key> = Vec::new();
    let whole = Sentence {
        start: 0,
        end: title.len() as u32,
        flags: 0,
    };
    let titled = |weight| move |key| (key, weight);
    let mut named: Vec<(Key, f32)> = Vec::new();
    named.extend(
        lists
            .describe(title, whole)
            .words
            .into_iter()
            .map(titled(TITLE_WEIGHT)),
    );
    let mut candidates = Vec::new();
    // Is a quote open where the sentence begins? No quote goes on in another paragraph without being opened again.
    let (mut in_quote, mut last) = (false, 0);
    for &sentence in sentences {
        let candidate = lists.describe(text, sentence);
        let range = sentence.range();
        in_quote &= !text[last..range.start].contains(&10);
        let is_open = has_open_quote(&text[range.clone()]);
        let is_cut = in_quote || is_open;
        in_quote ^= is_open;
        last = range.end;
        if sentence.flags & HEADING != 0 {
            named.extend(candidate.words.iter().copied().map(titled(HEADING_WEIGHT)));
        } else if sentence.flags & (ASIDE | UNMARKABLE) == 0 {
            prose.extend_from_slice(&candidate.words);
            if (SHORTEST..=LONGEST).contains(&candidate.length) && !is_cut {
                candidates.push(candidate);
            }
        }
    }
    let weights = Weights::count(&prose);
    let named = Weights::new(&named);
    let mut salience = Vec::new();
    for term in terms {
        salience.push((term.entry, term.salience));
    }
    let salience = Weights::new(&salience);
    candidates.retain(|candidate| {
        let is_small_print = |key: &Key| {
            lists.what(*key) & IS_SMALL_PRINT != 0
                && (candidate.length < SMALL || weights.get(*key) <= 0.0)
        };
        !candidate.words.iter().any(is_small_print)
    });
    let total = candidates.len();
    #[allow(clippy::cast_precision_loss)] // counts of sentences and words
    for (index, candidate) in candidates.iter_mut().enumerate() {
        let topic = weights.sum(&candidate.words);
        let held = salience_within(&candidate.sentence, matches, &salience);
        let lead = 1.0 + LEAD_WEIGHT * (1.0 - index as f32 / total as f32);
        let damping = (candidate.length as f32 + LENGTH_DAMPING).sqrt();
        let content = topic + named.sum(&candidate.words) + TERM_WEIGHT * held;
        candidate.score *= content * lead / damping;
        if index == 0 && total >= ARTICLE {
            candidate.score *= FIRST_FACTOR;
        }
    }
    take_best(candidates, &weights)
}

fn take_best(mut candidates: Vec<Candidate>, weights: &Weights) -> Vec<KeySentence> {
    let wanted = (candidates.len() / SENTENCES_PER_KEY).clamp(FEWEST, MOST);
    let mut totals: Vec<f32> = candidates.iter().map(|c| weights.sum(&c.words)).collect();
    let mut said = Map::with_room(MOST * 2 * LONGEST);
    let mut taken: Vec<KeySentence> = Vec::new();
    while taken.len() < wanted {
        let mut best: Option<(usize, f32)> = None;
        for (index, candidate) in candidates.iter().enumerate() {
            let (mut repeated, mut weight) = (0, 0.0);
            for &key in candidate
                .words
                .iter()
                .filter(|key| said.get(**key).is_some())
            {
                repeated += 1;
                weight += weights.get(key);
            }
            #[allow(clippy::cast_precision_loss)] // words of one sentence
            let is_repetition = repeated as f32 > REPETITION * candidate.words.len() as f32;
            let share = weight / totals[index].max(1.0);
            let score = candidate.score * (1.0 - SAID_WEIGHT * share);
            if !is_repetition && score > best.map_or(-1.0, |best| best.1) {
                best = Some((index, score));
            }
        }
        let Some((index, _)) = best else {
            break;
        };
        let candidate = candidates.remove(index);
        totals.remove(index);
        let Sentence { start, end, .. } = candidate.sentence;
        taken.push(KeySentence {
            start,
            end,
            score: candidate.score,
        });
        for &word in &candidate.words {
            said.set(word, 0, &|own| own);
        }
    }
    order::by_key(taken, |key| key.start.into())
}

/// The salience of the distinct terms within a sentence.
fn salience_within(sentence: &Sentence, matches: &[Match], salience: &Weights) -> f32 {
    let from = matches.partition_point(|m| m.start < sentence.start);
    let within = matches[from..].iter().take_while(|m| m.end <= sentence.end);
    let mut entries: Vec<u32> = within.map(|m| m.entry).collect();
    order::distinct(&mut entries);
    salience.sum(&entries)
}

/// Is it a script with spaces? There short words are function words; in Chinese two characters are a word.
fn is_spaced(text: &[u16]) -> bool {
    !text.iter().any(|&unit| {
        unit > 0x7F && char::from_u32(u32::from(unit)).is_some_and(|c| Class::of(c) == Class::Lone)
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::blocks::{BLOCK, Blocks};
    use crate::text::{sentences::sentences, utf16};

    fn summary(parts: &[(&str, u32)]) -> Vec<String> {
        let mut text = Vec::new();
        let mut rows = Vec::new();
        for (part, flags) in parts {
            rows.extend([u32::try_from(text.len()).unwrap(), BLOCK | flags]);
            text.extend(utf16(part));
            text.push(10);
        }
        let blocks = Blocks::from_flat(&rows, text.len()).unwrap();
        let found = sentences(&text, &blocks);
        let keys = summarise(
            &text,
            &found,
            &[],
            &[],
            &[],
            super::super::Language::default(),
        );
        keys.iter()
            .map(|k| String::from_utf16_lossy(&text[k.start as usize..k.end as usize]))
            .collect()
    }

    #[test]
    fn the_topic_wins_over_the_aside() {
        let found = summary(&[
            ("Shanghai plans blockchain research", HEADING),
            (
                "Shanghai will fund blockchain research at three universities over the next five years.",
                0,
            ),
            (
                "The weather on the day of the announcement was unusually mild for the season.",
                0,
            ),
            (
                "Blockchain research has lacked stable money, and Shanghai wants its universities to lead.",
                0,
            ),
            (
                "Shanghai and its blockchain research in a photograph taken on the day itself.",
                ASIDE,
            ),
            ("Yes.", 0),
        ]);
        assert_eq!(
            found,
            [
                "Shanghai will fund blockchain research at three universities over the next five years.",
                "Blockchain research has lacked stable money, and Shanghai wants its universities to lead.",
            ]
        );
    }

    #[test]
    fn nothing_is_said_twice() {
        let sentence = "The central bank of the city published its plan for digital money today.";
        let other = "Merchants in the old town were told nothing about any of these plans.";
        let found = summary(&[(sentence, 0), (sentence, 0), (other, 0)]);
        assert_eq!(found, [sentence, other]);
    }

    #[test]
    fn what_does_not_end_is_no_sentence() {
        for (text, expected) in [
            ("It grew.", false),
            ("“It grew.”", false),
            ("It grew (see there.)", false),
            ("It grew.[81]", false),
            ("它增长了。", false),
            ("It grew …", false),
            ("Photo: Jane Doe", true),
            ("6) A film (two discs)", true),
            ("The dates are:", true),
            ("Beef [two cups]", true),
        ] {
            assert_eq!(is_open(&utf16(text)), expected, "{text}");
        }
    }

    #[test]
    fn small_print_and_lists_are_left_out() {
        let topic = "The harbour of the town grows every year, and the harbour pays for the town’s schools.";
        let other =
            "A second quay for the harbour of the town was opened in the spring of this year.";
        let found = summary(&[
            (
                "Sign up for the newsletter of the harbour and the town today.",
                0,
            ),
            (topic, 0),
            (
                "Harbour and town, harbour and town, one cup of the harbour (in the town)",
                0,
            ),
            (
                "Our newsletter about the harbour and the town comes twice every week.",
                0,
            ),
            (other, 0),
        ]);
        assert_eq!(found, [topic, other]);
    }

    #[test]
    fn the_first_sentence_of_an_article_says_what_it_is_about() {
        let lead = "Parliament adopted the budget for schools in the north on Tuesday evening.";
        let rest: Vec<String> = (0..12)
            .map(|number| format!("Budget, schools, north: speaker {number} of the members told parliament what schools need."))
            .collect();
        let mut parts = vec![(lead, 0)];
        parts.extend(rest.iter().map(|text| (text.as_str(), 0)));
        assert!(summary(&parts).contains(&lead.to_owned()));
    }

    #[test]
    fn a_text_without_sentences_has_no_summary() {
        assert!(summary(&[("Menu", 0), ("Home", HEADING)]).is_empty());
        assert!(summary(&[]).is_empty());
    }
}
