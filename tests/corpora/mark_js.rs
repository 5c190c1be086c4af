//! mark.js's fixtures that concern matching.
//!
//! mark.js marks parts of words unless it is told otherwise and we never do, so a row says how many matches mark.js expects in its own tests, how many
//! of them are left to us, and why. A match across elements is one here, where mark.js counts one mark an element. mark.js ignores accents by default; the
//! rows under [`accents_do_not_count`] do.
//!
//! Not ours, and so not here: regular expressions, wildcards, ignored punctuation, ranges, iframes, `complementary` (it widens a match to the word around it), and
//! the fixtures that try the library's callbacks, filters, contexts and undoing.

use std::fmt::Write;

use serde_json::json;

use crate::support;

/// One call of mark.js.
struct Row {
    fixture: &'static str,
    /// Which child of the fixture's root is searched, from 1; 0 for all of it.
    part: usize,
    /// Keywords, each with its synonyms after it, by `|`.
    keywords: &'static [&'static str],
    case: &'static str,
    /// Matches that mark.js expects.
    theirs: usize,
    ours: usize,
    why: &'static str,
}

const WHOLE_WORDS: &str = "whole words only";
const JOINERS: &str = "hidden characters are never there";
const NO_NESTING: &str = "matches do not overlap: the longest stands";
const BLOCKS: &str = "no term runs from one paragraph into the next";
const STOPS: &str = "a full stop ends a word";

const fn row(
    fixture: &'static str,
    part: usize,
    keywords: &'static [&'static str],
    theirs: usize,
) -> Row {
    Row {
        fixture,
        part,
        keywords,
        case: "ignore",
        theirs,
        ours: theirs,
        why: "",
    }
}

impl Row {
    const fn exact(self) -> Self {
        Self {
            case: "exact",
            ..self
        }
    }

    const fn but(self, ours: usize, why: &'static str) -> Self {
        Self { ours, why, ..self }
    }
}

#[rustfmt::skip]
const ACCENTS_COUNT: &[Row] = &[
    row("basic/main", 0, &["lorem ipsum"], 4),
    row("basic/array-keyword", 0, &["lorem", "ipsum", "test", "hey"], 8),
    row("basic/same-keywords", 0, &["test", "test"], 1),
    row("basic/duplicate-keywords", 1, &["test", "test"], 1),
    row("basic/duplicate-keywords", 2, &["lorem", "test", "ipsum"], 9),
    row("basic/separate-word-search", 1, &["lorem", "ipsum", "test"], 8),
    row("basic/separate-word-search", 2, &["lorem", "ipsum"], 8),
    row("basic/merge-blanks", 1, &["lorem ipsum"], 4),
    row("basic/merge-blanks", 2, &["lorem ipsum"], 4),
    row("basic/entities", 1, &["Lorem © ipsum"], 1),
    row("basic/entities", 2, &["justo √ duo"], 1),
    row("basic/escape", 0, &["39,00 €", "0.009 €", "Unk?nown", "Some+>thing", "www.happy.com\\"], 5),
    row("basic/script-style", 0, &["lorem"], 4),
    row("basic/large-document", 0, &["lorem"], 9569),
    row("basic/accuracy-partially", 0, &["lorem"], 4).but(3, WHOLE_WORDS),
    row("basic/accuracy-exactly", 1, &["ipsu"], 1).but(2, STOPS),
    row("basic/accuracy-exactly", 2, &["ipsu", "dolo"], 2),
    row("basic/accuracy-exactly-limiters", 0, &["test"], 6),
    row("basic/case-sensitive", 1, &["At"], 2).exact(),
    row("basic/case-sensitive", 2, &["lorem|Lorem"], 4),
    row("basic/case-sensitive-synonyms", 1, &["Lorem|ipsum"], 6).exact(),
    row("basic/case-sensitive-synonyms", 2, &["one|1", "2|two", "lüfte|luefte"], 5).exact(),
    row("basic/ignore-joiners", 1, &["Lorem ipsum"], 4),
    row("basic/ignore-joiners", 2, &["ipsum"], 2).but(4, JOINERS),
    row("basic/ignore-joiners-escape", 0, &["Lorem ipsum+", "sit*", "amet?", "$50", "{no}", "www.happy.com\\"], 9),
    row("basic/ignore-joiners-synonyms", 1, &["Lorem|ipsum"], 8),
    row("basic/ignore-joiners-synonyms", 2, &["one|uno", "dos|two", "lüfte|luefte"], 9),
    row("basic/synonyms", 1, &["lorem|ipsum"], 8),
    row("basic/synonyms", 2, &["one|1", "2|two", "lüfte|luefte"], 4),
    row("basic/synonyms-array", 3, &["been|be|is|are|were|was|being|am"], 8),
    row("basic/synonyms-merge-blanks", 0, &["dolor|lorem ipsum", "amet"], 4).but(3, WHOLE_WORDS),
    row("basic/synonyms-no-match", 0, &["test|ipsum"], 1),
    row("basic/nested-mark", 0, &["lorem test ipsum"], 2),
    row("basic/nested-mark", 0, &["lorem test ipsum", "test"], 5).but(3, NO_NESTING),
    row("nested/main", 0, &["lorem"], 7),
    row("across-elements/basic/main", 0, &["lorem ipsum"], 4),
    row("across-elements/basic/ignore-joiners", 0, &["lorem ipsum"], 4),
    row("across-elements/basic/merge-blanks", 1, &["lorem ipsum"], 4),
    row("across-elements/basic/merge-blanks", 2, &["lorem ipsum"], 4),
    row("across-elements/basic/accuracy-exactly", 1, &["ipsu"], 1).but(2, STOPS),
    row("across-elements/basic/accuracy-exactly", 2, &["ipsu", "dolo"], 2),
    row("across-elements/nested/main", 0, &["lorem ipsum"], 4).but(3, BLOCKS),
];

#[rustfmt::skip]
const ACCENTS_DO_NOT_COUNT: &[Row] = &[
    row("basic/accuracy-exactly", 3, &["ipsu"], 4),
    row("basic/diacritics", 0, &["dolor", "amet", "justo", "lores ipsum"], 15).but(11, WHOLE_WORDS),
    row("basic/diacritics-vietnamese", 0, &["truong", "am", "ac"], 9).but(3, WHOLE_WORDS),
    row("basic/case-sensitive-diacritics", 0, &["Dolor", "Amet", "Aliquam", "Lorem ipsum"], 8).exact(),
    row("basic/case-sensitive-synonyms-diacritics", 0, &["Dolor|Ãmet", "Aliquam", "Sed|justø", "Lorèm ipsum"], 15).exact(),
    row("basic/ignore-joiners-diacritics", 0, &["Dolor", "Lorem ipsum"], 15).but(11, WHOLE_WORDS),
    row("basic/ignore-joiners-synonyms-diacritics", 0, &["Dołor|ãmet", "Sed|justø", "Lorèm ipsum"], 33).but(28, WHOLE_WORDS),
    row("basic/synonyms-diacritics", 1, &["dolor|justo", "amet"], 14).but(10, WHOLE_WORDS),
    row("basic/synonyms-diacritics", 2, &["Lorem|amet"], 8),
    row("basic/synonyms-array", 1, &["1|one|a|single|sole"], 11).but(12, STOPS),
    row("across-elements/basic/accuracy-exactly", 3, &["ipsu"], 4),
];

#[test]
fn accents_count() {
    check(ACCENTS_COUNT, "exact");
}

#[test]
fn accents_do_not_count() {
    check(ACCENTS_DO_NOT_COUNT, "ignore");
}

fn check(rows: &[Row], diacritics: &str) {
    let mut wrong = String::new();
    for row in rows {
        let Some(html) =
            support::read(&format!("peer-tests/mark.js/fixtures/{}.html", row.fixture))
        else {
            return;
        };
        let options = json!({"case": row.case, "diacritics": diacritics, "inflect": false});
        let matcher = support::matcher(
            row.keywords.iter().map(|&keyword| labels(keyword)),
            &options,
        );
        let text = text_of(&html, row.part);
        let found = support::spans(&matcher, &text);
        assert_eq!(
            row.ours == row.theirs,
            row.why.is_empty(),
            "{}: a difference needs a reason",
            row.fixture
        );
        if found.len() != row.ours {
            let surfaces: Vec<String> = found
                .iter()
                .take(40)
                .map(|&(start, end, _)| support::surface(&text, start, end))
                .collect();
            let _ = writeln!(
                wrong,
                "{} {}: {} instead of {}: {surfaces:?}",
                row.fixture,
                row.part,
                found.len(),
                row.ours
            );
        }
    }
    assert!(wrong.is_empty(), "\n{wrong}");
}

fn labels(keyword: &'static str) -> (&'static str, Vec<&'static str>) {
    let mut labels = keyword.split('|');
    (labels.next().unwrap_or_default(), labels.collect())
}

/// The text of a fixture's root or of one of its child elements, as a page shows it: paragraphs and `div`s are blocks, an empty line between them.
fn text_of(html: &str, part: usize) -> String {
    let mut text = String::new();
    // Elements that are open, and children of the root that have begun.
    let (mut depth, mut children) = (0_usize, 0);
    let mut skipped = false;
    for piece in html.split('<') {
        let Some((tag, content)) = piece.split_once('>') else {
            continue;
        };
        let name = tag
            .trim_start_matches('/')
            .split_whitespace()
            .next()
            .unwrap_or_default();
        if tag.starts_with('/') {
            depth -= 1;
            skipped = false;
        } else if !tag.starts_with("!--") {
            children += usize::from(depth == 1);
            depth += 1;
            skipped = name == "script" || name == "style";
        }
        if name == "p" || name == "div" {
            text.push_str("\n\n");
        }
        if !skipped && (part == 0 || (children == part && depth > 1)) {
            text.push_str(&decode(content));
        }
    }
    text
}

/// Character references, those that the fixtures use.
fn decode(html: &str) -> String {
    let mut out = String::new();
    let mut rest = html;
    while let Some((before, after)) = rest.split_once('&') {
        let (name, more) = after.split_once(';').expect("a character reference ends");
        let code = name
            .strip_prefix('#')
            .and_then(|digits| digits.parse().ok())
            .and_then(char::from_u32);
        let known = [
            ("shy", '\u{AD}'),
            ("nbsp", '\u{A0}'),
            ("copy", '©'),
            ("radic", '√'),
            ("gt", '>'),
            ("lt", '<'),
            ("amp", '&'),
        ];
        let named = known
            .iter()
            .find(|(known, _)| *known == name)
            .map(|&(_, c)| c);
        out.push_str(before);
        out.push(
            code.or(named)
                .unwrap_or_else(|| panic!("&{name}; is not known")),
        );
        rest = more;
    }
    out + rest
}
