//! The whole pipeline: any code units, any block table and any options, with a glossary that has something of everything.
//!
//! The bytes: eight of options, one that says how many rows of a table follow, the rows of three bytes (two of start, one of flags), then the
//! text. Where the first byte is even the rows are put in order, so that the table is one that is accepted.

use std::sync::OnceLock;

use arbitrary::{Result, Unstructured};
use glossator::text::blocks::{BLOCK, Blocks};
use glossator::{
    Analysis, AnalysisOptions, Engine, Glossary, Occurrences, ReadOptions, Reading, Survey,
    SurveyOptions, analyse, survey,
};

use crate::input::{self, splits_pair};

const GLOSSARY: &str = r#"{"entries": [
    {"id": "csrc", "term": "China Securities Regulatory Commission", "aliases": ["CSRC"], "definition": "d", "not": ["NIST CSRC"]},
    {"id": "market", "term": "capital market", "aliases": ["market"], "definition": "d"},
    {"id": "index", "term": "stock index", "aliases": [{"label": "index", "case": "exact"}], "definition": "d", "priority": 5},
    {"id": "bank", "term": "bank", "definition": "d", "not": ["river bank"]},
    {"id": "bank-2", "term": "Bank", "definition": "d", "context": ["river"]},
    {"id": "chain", "term": "区块链", "aliases": ["区块"], "definition": "d"},
    {"id": "plan", "term": "Five-Year Plan", "definition": "d"},
    {"id": "cpp", "term": "C++", "aliases": [".NET", "S&P 500", "AT&T"], "definition": "d"},
    {"id": "a", "term": "A", "aliases": ["e\u0301", "ß"], "definition": "d", "case": "ignore", "inflect": false}
]}"#;

fn engine() -> &'static Engine {
    static ENGINE: OnceLock<Engine> = OnceLock::new();
    ENGINE.get_or_init(|| {
        Engine::new(Glossary::from_json(GLOSSARY).expect("good")).expect("compiles")
    })
}

struct Input {
    is_ordered: bool,
    options: ReadOptions,
    wanted: AnalysisOptions,
    asked: SurveyOptions,
    rows: Vec<[u32; 2]>,
    units: Vec<u16>,
}

pub fn check(data: &[u8]) {
    let Ok(Input {
        is_ordered,
        options,
        wanted,
        asked,
        rows,
        units,
    }) = read(data)
    else {
        return;
    };
    match engine().read_flat(&units, rows.as_flattened(), &options) {
        Ok(reading) => {
            is_within_the_text(&reading, &units, &options);
            let blocks =
                Blocks::from_flat(rows.as_flattened(), units.len()).expect("was read with");
            let found = reading.found();
            let analysis = analyse(&units, &blocks, &found, &wanted);
            is_said_of_the_text(&analysis, &units, &wanted);
            is_of_the_text(&survey(&units, &blocks, &found, &asked), &units, &asked);
        }
        Err(error) => {
            assert!(!is_ordered, "a table in order is refused: {error}");
            assert!(
                error.to_string().starts_with("block table, row "),
                "{error}"
            );
        }
    }
}

fn read(data: &[u8]) -> Result<Input> {
    let mut u = Unstructured::new(data);
    let first: u8 = u.arbitrary()?;
    let options = ReadOptions {
        occurrences: *u.choose(&[Occurrences::All, Occurrences::First, Occurrences::Section])?,
        max_marks: u.arbitrary::<u8>()?.into(),
        density: f32::from_bits(u.arbitrary()?),
        headings: first & 2 != 0,
        definitions: first & 64 != 0,
        ..ReadOptions::default()
    };
    let wanted = AnalysisOptions {
        summary: first & 4 != 0,
        facts: first & 16 != 0,
        whole: first & 8 != 0,
        ..AnalysisOptions::default()
    };
    let asked = SurveyOptions {
        sentences: first & 8 != 0,
        suggestions: first & 32 != 0,
        ..SurveyOptions::default()
    };
    let is_ordered = first & 1 == 0;
    let mut rows = Vec::new();
    for _ in 0..u.arbitrary::<u8>()? % 16 {
        rows.push([u.arbitrary::<u16>()?.into(), u.arbitrary::<u8>()?.into()]);
    }
    let input::Text { units, starts } = input::text(u.take_rest());
    if is_ordered {
        let length = u32::try_from(units.len()).expect("short");
        rows.extend(starts.iter().map(|&start| [start, BLOCK]));
        for row in &mut rows {
            row[0] = row[0].min(length);
        }
        rows.sort_unstable();
        if let Some(first) = rows.first_mut() {
            first[0] = 0;
        }
    }
    Ok(Input {
        is_ordered,
        options,
        wanted,
        asked,
        rows,
        units,
    })
}

/// Everything that comes back lies in the text, in order, and fits together.
fn is_within_the_text(reading: &Reading, units: &[u16], options: &ReadOptions) {
    let Reading {
        matches,
        selected,
        unmarkable,
        report,
    } = reading;
    in_order(matches.iter().map(|m| (m.start, m.end)), units);
    for m in matches {
        for end in [m.start, m.end] {
            assert!(
                !splits_pair(units, end as usize),
                "{m:?} splits a surrogate pair"
            );
        }
    }
    assert_eq!(
        (selected.len(), unmarkable.len()),
        (matches.len(), matches.len())
    );
    let marks = selected.iter().filter(|&&is| is).count();
    assert!(marks <= options.max_marks, "{marks} marks");
    assert!(
        !selected
            .iter()
            .zip(unmarkable)
            .any(|(&is, &may_not)| is && may_not),
        "a mark where none may be"
    );
    assert!(
        report.truncated
            || options.density.is_normal()
            || options.occurrences != Occurrences::All
            || !options.headings
            || selected
                .iter()
                .zip(unmarkable)
                .all(|(&is, &may_not)| is || may_not),
        "a mark is missing"
    );

    let counted: u32 = report.terms.iter().map(|term| term.count).sum();
    assert_eq!(counted as usize, matches.len(), "terms are counted");
    for term in &report.terms {
        assert!((0.0..=1.0).contains(&term.salience), "{term:?}");
        assert!(
            matches
                .iter()
                .any(|m| (m.entry, m.start) == (term.entry, term.first)),
            "{term:?}"
        );
    }
}

/// So does what is said besides.
fn is_said_of_the_text(analysis: &Analysis, units: &[u16], options: &AnalysisOptions) {
    assert!(options.summary || analysis.summary.is_empty());
    in_order(
        analysis
            .summary
            .iter()
            .map(|sentence| (sentence.start, sentence.end)),
        units,
    );
    assert!(
        analysis
            .summary
            .iter()
            .all(|sentence| sentence.score.is_finite())
    );
}

/// And what editors ask of it.
fn is_of_the_text(survey: &Survey, units: &[u16], options: &SurveyOptions) {
    for (ends, is_asked) in [
        (&survey.sentences, options.sentences),
        (&survey.acronyms, options.sentences),
    ] {
        let (pairs, rest) = ends.as_chunks::<2>();
        assert!(rest.is_empty() && (is_asked || pairs.is_empty()));
        in_order(pairs.iter().map(|&[start, end]| (start, end)), units);
    }
    assert!(options.suggestions || survey.suggestions.is_empty());
    for found in &survey.suggestions {
        in_order([(found.start, found.end)].into_iter(), units);
        assert!(found.score.is_finite() && found.count > 0);
    }
}

fn in_order(ranges: impl Iterator<Item = (u32, u32)>, units: &[u16]) {
    let mut last = 0;
    for (start, end) in ranges {
        assert!(
            last <= start && start < end && end as usize <= units.len(),
            "{start}..{end} after {last}"
        );
        last = end;
    }
}
