//! Which dates are found, row by row, and what must not be taken for one.

mod found;
mod none;
mod of_the_page;

use glossator::article::{Day, Language, facts};
use glossator::text::{blocks::Blocks, sentences::sentences, utf16};
use glossator::{AnalysisOptions, Engine, Glossary, ReadOptions, SurveyOptions, analyse, survey};
use proptest::prelude::*;

/// The page's day where a row states one: a Thursday.
const PAGE: &str = "2021-12-30";

fn day(iso: &str) -> Option<Day> {
    let numbers: Vec<u32> = iso
        .split('-')
        .filter_map(|part| part.parse().ok())
        .collect();
    let [year, month, day] = numbers[..] else {
        return None;
    };
    Day::new(year, month, day)
}

/// `text=iso`, for each date.
fn dates(language: &str, page: &str, text: &str) -> Vec<String> {
    let units = utf16(text);
    let sentences = sentences(&units, &Blocks::prose(units.len()));
    let found = facts(&units, &sentences, day(page), Language::new(language));
    let show = |date: &glossator::article::Date| {
        let surface = String::from_utf16_lossy(&units[date.start as usize..date.end as usize]);
        let Day(number) = date.day;
        let (year, month, day) = (number / 10_000, number / 100 % 100, number % 100);
        let iso = match (month, day) {
            (0, _) => format!("{year}"),
            (_, 0) => format!("{year}-{month:02}"),
            _ => format!("{year}-{month:02}-{day:02}"),
        };
        format!("{surface}={iso}")
    };
    found.dates.iter().map(show).collect()
}

fn check(rows: &[(&str, &str, &str, &[&str])]) {
    let wrong: Vec<String> = rows
        .iter()
        .filter_map(|(language, page, text, expected)| {
            let found = dates(language, page, text);
            (found != *expected)
                .then(|| format!("{language} {text:?}\n  found {found:?}\n  not   {expected:?}"))
        })
        .collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// What dates and figures are made of, and what may come between.
const PIECES: &[&str] = &[
    "December ",
    "Dec. ",
    "21",
    "2021",
    "30",
    "12",
    ".",
    "-",
    "/",
    ",",
    " ",
    "st",
    " of ",
    "in ",
    "on ",
    "Monday",
    "last ",
    "yesterday",
    "年",
    "月",
    "日",
    "1",
    "٣",
    "３",
    "😀",
    "\u{301}",
    "May ",
    "to ",
    "\n",
    "’",
    "million ",
    "percent",
    "%",
    "$",
    "第",
    "五",
    "大",
    "\u{a0}",
    "ranked ",
    "third-",
    "largest",
    "元",
    "亿",
    "°",
    "C",
];

proptest! {
    /// Random units, lone surrogates among them, between pieces of dates.
    #[test]
    fn spans_are_whole(parts in prop::collection::vec((prop::sample::select(PIECES), prop::option::weighted(0.1, 0xD7FF_u16..0xE002)), 0..40), language in prop::sample::select(&["en", "en-US", "de", "fr", "es", "zh", ""][..]), page in 0_u32..30_000_000) {
        let mut units = Vec::new();
        for (piece, unit) in parts {
            units.extend(utf16(piece));
            units.extend(unit);
        }
        let sentences = sentences(&units, &Blocks::prose(units.len()));
        let found = facts(&units, &sentences, Some(Day(page)), Language::new(language));
        let dates = found.dates.iter().map(|date| (date.start, date.end));
        let figures = found.figures.iter().map(|figure| (figure.start, figure.end));
        let splits = |at: u32| {
            let at = at as usize;
            at > 0 && at < units.len() && (0xD800..0xDC00).contains(&units[at - 1]) && (0xDC00..0xE000).contains(&units[at])
        };
        let mut spans: Vec<(u32, u32)> = dates.chain(figures).collect();
        for &(start, end) in &spans {
            prop_assert!(start < end && end as usize <= units.len());
            prop_assert!(!splits(start) && !splits(end));
        }
        spans.sort_unstable();
        for pair in spans.windows(2) {
            prop_assert!(pair[0].1 <= pair[1].0, "{pair:?}");
        }
        for date in &found.dates {
            let Day(day) = date.day;
            prop_assert!((10_000_000..100_000_000).contains(&day));
            prop_assert!(day % 100 == 0 || date.day.checked().is_some());
        }
        // Suggestions and key sentences have whole spans too.
        let glossary = Glossary::from_json(r#"{"entries": [{"term": "May", "definition": "d"}]}"#).unwrap();
        let options = AnalysisOptions { facts: true, whole: true, title: units.clone(), ..AnalysisOptions::default() };
        let blocks = Blocks::prose(units.len());
        let named_there = Engine::new(glossary).unwrap().read(&units, &blocks, &ReadOptions::default()).found();
        let report = analyse(&units, &blocks, &named_there, &options);
        let asked = SurveyOptions { suggestions: true, ..SurveyOptions::default() };
        let lacking = survey(&units, &blocks, &named_there, &asked).suggestions;
        let named = lacking.iter().map(|found| (found.start, found.end));
        for (start, end) in named.chain(report.summary.iter().map(|key| (key.start, key.end))) {
            prop_assert!(start < end && end as usize <= units.len() && !splits(start) && !splits(end));
        }
        for figure in &found.figures {
            prop_assert!(figure.value.is_finite());
            prop_assert!(!figure.unit_in(&units).is_empty());
        }
    }
}
