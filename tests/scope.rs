//! Where the article is, page by page: each row is an outline as `www/host/outline.js` makes it, and what should come out.

use glossator::article::scope::{
    ARTICLE_BODY, BESIDE, CERTAIN, HEADING, ITEM, LANDMARK, OTHERS, PARAGRAPH, SIDEBAR, Scope,
    TITLE, find,
};
use proptest::prelude::*;

/// An element: how deep it lies, a name for the test, flags, code units of text directly in it and in links of that.
type Element = (usize, &'static str, u32, u32, u32);

/// The table of a page.
fn table(page: &[Element]) -> Vec<u32> {
    let mut open: Vec<u32> = Vec::new();
    let mut table = Vec::new();
    for (&(depth, _, flags, text, links), row) in page.iter().zip(0..) {
        open.truncate(depth);
        table.extend([open.last().copied().unwrap_or(0), flags, text, links]);
        open.push(row);
    }
    table
}

/// The names of the article's element and of what is left out of it.
fn names(page: &[Element]) -> Option<(&'static str, Vec<&'static str>)> {
    let name = |row: u32| page[row as usize].1;
    let Scope { root, left_out } = find(&table(page))?;
    Some((name(root), left_out.into_iter().map(name).collect()))
}

const P: u32 = PARAGRAPH;

#[test]
fn the_article_is_found() {
    let pages: &[(&str, &[Element], &str, &[&str])] = &[
        (
            "an article between a menu and a footer",
            &[
                (0, "body", 0, 0, 0),
                (1, "nav", CERTAIN, 200, 200),
                (1, "article", LANDMARK, 0, 0),
                (2, "h1", HEADING, 50, 0),
                (2, "first", P, 400, 20),
                (2, "second", P, 300, 0),
                (1, "footer", CERTAIN, 300, 100),
            ],
            "article",
            &["h1"],
        ),
        (
            "the article's text is declared in parts, and so is a teaser",
            &[
                (0, "body", 0, 0, 0),
                (1, "story", 0, 0, 0),
                (2, "part", ARTICLE_BODY, 0, 0),
                (3, "first", P, 400, 20),
                (2, "newsletter", BESIDE, 200, 0),
                (2, "another part", ARTICLE_BODY, 0, 0),
                (3, "second", P, 300, 0),
                (1, "other story", 0, 0, 0),
                (2, "teaser", ARTICLE_BODY | P, 80, 0),
            ],
            "story",
            &["newsletter"],
        ),
        (
            "pages that are written in headings",
            &[
                (0, "body", 0, 0, 0),
                (1, "story", 0, 0, 0),
                (2, "title", HEADING | TITLE, 90, 0),
                (2, "long", HEADING, 260, 0),
                (2, "longer", HEADING, 340, 12),
                (1, "aside", BESIDE, 100, 80),
            ],
            "story",
            &["title"],
        ),
        (
            "the text of a gallery is its captions",
            &[
                (0, "body", 0, 0, 0),
                (1, "gallery", BESIDE, 0, 0),
                (2, "body of the gallery", BESIDE, 0, 0),
                (3, "introduction", P, 400, 20),
                (2, "caption", BESIDE, 0, 0),
                (3, "first", P, 400, 0),
                (2, "caption", BESIDE, 0, 0),
                (3, "second", P, 450, 0),
                (2, "caption", BESIDE, 0, 0),
                (3, "third", P, 600, 0),
                (2, "caption", BESIDE, 0, 0),
                (3, "fourth", P, 400, 0),
                (1, "footer", CERTAIN, 200, 150),
            ],
            "gallery",
            &[],
        ),
        (
            "a name is not believed of what holds most of the page's worth but for the comments",
            &[
                (0, "body", 0, 0, 0),
                (1, "behind a paywall", BESIDE, 0, 0),
                (2, "first", P, 400, 20),
                (2, "second", P, 300, 0),
                (1, "comments", BESIDE | OTHERS, 0, 0),
                (2, "comment", P, 900, 0),
            ],
            "behind a paywall",
            &[],
        ),
        (
            "comments in comments count once in that",
            &[
                (0, "body", 0, 0, 0),
                (1, "story", 0, 0, 0),
                (2, "first", P, 400, 0),
                (2, "author", BESIDE, 150, 0),
                (2, "second", P, 300, 0),
                (1, "comments", BESIDE | OTHERS, 0, 0),
                (2, "list", 0, 0, 0),
                (3, "comment", BESIDE | OTHERS, 0, 0),
                (4, "its text", P, 700, 0),
            ],
            "story",
            &["author"],
        ),
        (
            "what holds what is declared is no comment, whatever its name",
            &[
                (0, "body", 0, 0, 0),
                (1, "commented", BESIDE | OTHERS, 0, 0),
                (2, "text", ARTICLE_BODY, 0, 0),
                (3, "first", P, 400, 20),
                (1, "comments", BESIDE | OTHERS, 0, 0),
                (2, "comment", P, 900, 0),
            ],
            "text",
            &[],
        ),
        (
            "what names itself related, in the midst of it, is left out; a heading and a short paragraph stay",
            &[
                (0, "body", 0, 0, 0),
                (1, "story", 0, 0, 0),
                (2, "first", P, 400, 20),
                (2, "related", BESIDE, 0, 0),
                (3, "teaser", P, 120, 0),
                (2, "subheading", HEADING, 20, 0),
                (2, "short", P, 12, 0),
                (2, "second", P, 300, 0),
            ],
            "story",
            &["related"],
        ),
        (
            "byline and date before the first paragraph, and a list of links, are left out",
            &[
                (0, "body", 0, 0, 0),
                (1, "main", LANDMARK, 0, 0),
                (2, "date", 0, 16, 0),
                (2, "author", 0, 20, 20),
                (2, "first", P, 400, 0),
                (2, "list", 0, 0, 0),
                (3, "one", 0, 60, 60),
                (3, "two", 0, 70, 68),
                (2, "second", P, 300, 0),
            ],
            "main",
            &["date", "author", "list"],
        ),
        (
            "an article in sections is one article",
            &[
                (0, "body", 0, 100, 100),
                (1, "article", 0, 0, 0),
                (2, "section", 0, 0, 0),
                (3, "a", P, 400, 0),
                (3, "b", P, 400, 0),
                (2, "section", 0, 0, 0),
                (3, "c", P, 500, 0),
            ],
            "article",
            &[],
        ),
        (
            "longer comments do not make an article",
            &[
                (0, "body", 0, 0, 0),
                (1, "story", 0, 0, 0),
                (2, "first", P, 500, 0),
                (1, "comments", BESIDE, 0, 0),
                (2, "comment", P, 300, 0),
                (2, "comment", P, 250, 0),
            ],
            "story",
            &[],
        ),
        (
            "however much longer they are",
            &[
                (0, "body", 0, 0, 0),
                (1, "story", 0, 0, 0),
                (2, "title", HEADING | TITLE, 40, 0),
                (2, "first", P, 300, 0),
                (1, "comments", BESIDE | OTHERS, 0, 0),
                (2, "comment", P, 900, 0),
                (2, "comment", P, 1500, 0),
            ],
            "story",
            &["title"],
        ),
        (
            "a name on most of the page is not believed",
            &[
                (0, "body", 0, 0, 0),
                (1, "modal-enabled", BESIDE, 0, 0),
                (2, "first", P, 400, 0),
                (2, "second", P, 400, 0),
                (1, "other", 0, 50, 48),
            ],
            "modal-enabled",
            &[],
        ),
        (
            "not even that of comments, where the title is in them",
            &[
                (0, "body", 0, 0, 0),
                (1, "comments-open", BESIDE | OTHERS, 0, 0),
                (2, "title", HEADING | TITLE, 40, 0),
                (2, "first", P, 400, 0),
                (2, "second", P, 400, 0),
                (1, "first of a list", 0, 90, 60),
                (1, "second of a list", 0, 90, 60),
            ],
            "comments-open",
            &["title"],
        ),
        (
            "but a kind of element is",
            &[
                (0, "body", 0, 0, 0),
                (1, "aside", CERTAIN, 0, 0),
                (2, "first", P, 900, 0),
                (1, "story", 0, 0, 0),
                (2, "second", P, 300, 0),
            ],
            "story",
            &[],
        ),
        (
            "what the page declares as its article, though a box beside it is longer",
            &[
                (0, "body", 0, 0, 0),
                (1, "articleBody", ARTICLE_BODY, 427, 0),
                (1, "legal", 0, 694, 0),
            ],
            "articleBody",
            &[],
        ),
        (
            "cards below an article are no part of it",
            &[
                (0, "body", 0, 0, 0),
                (1, "story", 0, 0, 0),
                (2, "first", P, 300, 0),
                (2, "second", P, 300, 0),
                (1, "grid", 0, 0, 0),
                (2, "card", 0, 0, 0),
                (3, "headline", HEADING, 50, 50),
                (3, "teaser", P, 200, 0),
                (2, "card", 0, 0, 0),
                (3, "headline", HEADING, 50, 50),
                (3, "teaser", P, 200, 0),
                (2, "card", 0, 0, 0),
                (3, "headline", HEADING, 50, 50),
                (3, "teaser", P, 200, 0),
            ],
            "story",
            &[],
        ),
        (
            "a short piece of news that says that it is an article",
            &[
                (0, "body", 0, 0, 0),
                (1, "article", LANDMARK, 0, 0),
                (2, "all", P, 60, 0),
            ],
            "article",
            &[],
        ),
        (
            "what is written like an article is part of it, whatever its name",
            &[
                (0, "body", 0, 0, 0),
                (1, "first", P, 900, 0),
                (1, "read-more", BESIDE, 0, 0),
                (2, "second", P, 200, 10),
                (2, "third", P, 200, 0),
                (2, "fourth", P, 200, 0),
                (2, "fifth", P, 200, 0),
                (2, "sixth", P, 200, 0),
                (1, "newsletter", BESIDE, 0, 0),
                (2, "short", P, 100, 0),
                (2, "short", P, 100, 0),
                (2, "short", P, 100, 0),
                (2, "short", P, 100, 0),
                (2, "short", P, 100, 0),
                (1, "seventh", P, 900, 0),
                (1, "teasers", BESIDE, 0, 0),
                (2, "linked", P, 200, 90),
                (2, "linked", P, 200, 0),
                (2, "linked", P, 200, 0),
                (2, "linked", P, 200, 0),
                (2, "linked", P, 200, 50),
            ],
            "body",
            &["newsletter", "teasers"],
        ),
        (
            "code is not all of it, though it is longer than the text around it",
            &[
                (0, "body", 0, 0, 0),
                (1, "content", 0, 0, 0),
                (2, "code", ITEM, 900, 0),
                (2, "description", 0, 40, 0),
                (2, "signature", 0, 24, 4),
                (2, "signature", 0, 24, 4),
                (2, "signature", 0, 24, 4),
            ],
            "content",
            &[],
        ),
        (
            "rows of a table that explains names are no cards",
            &[
                (0, "body", 0, 0, 0),
                (1, "content", 0, 0, 0),
                (2, "first", P, 300, 0),
                (2, "table", 0, 0, 0),
                (3, "row", ITEM, 0, 0),
                (4, "name", 0, 22, 22),
                (4, "meaning", 0, 60, 0),
                (3, "row", ITEM, 0, 0),
                (4, "name", 0, 25, 25),
                (4, "meaning", 0, 70, 0),
                (3, "row", ITEM, 0, 0),
                (4, "name", 0, 30, 30),
                (4, "meaning", 0, 80, 0),
            ],
            "content",
            &["name", "name", "name"],
        ),
        (
            "a box that calls itself a sidebar, with text and without; one with links stays out",
            &[
                (0, "body", 0, 0, 0),
                (1, "content", 0, 0, 0),
                (2, "first", P, 400, 0),
                (2, "hint", BESIDE | SIDEBAR, 0, 0),
                (3, "its text", P, 120, 0),
                (2, "second", P, 300, 0),
                (2, "sidebar", BESIDE | SIDEBAR, 0, 0),
                (3, "its links", 0, 120, 60),
            ],
            "content",
            &["sidebar"],
        ),
        (
            "a sentence with a link that is longer than the rest of it",
            &[
                (0, "body", 0, 0, 0),
                (1, "content", 0, 0, 0),
                (2, "first", P, 400, 0),
                (2, "see there", P, 60, 36),
                (2, "all link", P, 60, 44),
            ],
            "content",
            &["all link"],
        ),
        (
            "text without paragraphs",
            &[(0, "body", 0, 2000, 10), (1, "nav", CERTAIN, 90, 90)],
            "body",
            &["nav"],
        ),
    ];
    for (what, page, root, left_out) in pages {
        assert_eq!(names(page), Some((*root, left_out.to_vec())), "{what}");
    }
}

/// One long description among many short ones is not all of a reference.
#[test]
fn a_reference_is_taken_as_a_whole() {
    const SIGNATURE: Element = (2, "signature", 0, 24, 4);
    let mut page: Vec<Element> = vec![
        (0, "body", 0, 0, 0),
        (1, "nav", CERTAIN, 200, 200),
        (1, "interface", 0, 0, 0),
        (2, "description", 0, 300, 0),
    ];
    for _ in 0..3 {
        page.extend([SIGNATURE; 7]);
        page.push((2, "short description", 0, 110, 0));
    }
    assert_eq!(names(&page), Some(("interface", Vec::new())));

    // In a landmark not even what has most of it.
    let mut page: Vec<Element> = vec![
        (0, "body", 0, 0, 0),
        (1, "main", LANDMARK, 0, 0),
        (2, "description", 0, 150, 0),
    ];
    page.extend([SIGNATURE; 9]);
    page.extend([(2, "what it does", 0, 500, 0), (2, "one more", 0, 100, 0)]);
    assert_eq!(names(&page), Some(("main", Vec::new())));
}

/// One dense paragraph beside a table of a thousand cells is not the article, where the page says what is.
#[test]
fn a_table_in_a_declared_article() {
    let mut page = vec![
        (0, "body", 0, 0, 0),
        (1, "declared", ARTICLE_BODY, 0, 0),
        (2, "first", P, 400, 0),
        (2, "second", P, 500, 0),
        (2, "third", P, 450, 0),
        (2, "box", 0, 0, 0),
        (3, "note", 0, 190, 0),
        (2, "table", 0, 0, 0),
    ];
    page.resize(1_000, (3, "cell", 0, 6, 0));
    assert_eq!(names(&page).map(|(root, _)| root), Some("declared"));
}

#[test]
fn there_is_none() {
    let pages: &[(&str, &[Element])] = &[
        ("nothing at all", &[]),
        ("an empty page", &[(0, "body", 0, 0, 0)]),
        (
            "a page of menus",
            &[
                (0, "body", 0, 0, 0),
                (1, "list", 0, 0, 0),
                (2, "a", 0, 90, 90),
                (2, "b", 0, 80, 78),
            ],
        ),
        (
            "a short notice",
            &[(0, "body", 0, 0, 0), (1, "notice", P, 120, 0)],
        ),
        (
            "a home page: each headline with its teaser",
            &[
                (0, "body", 0, 0, 0),
                (1, "main", LANDMARK, 0, 0),
                (2, "article", LANDMARK, 0, 0),
                (3, "headline", HEADING, 60, 60),
                (3, "teaser", P, 180, 0),
                (2, "article", LANDMARK, 0, 0),
                (3, "headline", HEADING, 60, 60),
                (3, "teaser", P, 220, 0),
                (2, "article", LANDMARK, 0, 0),
                (3, "headline", HEADING, 60, 60),
                (3, "teaser", P, 150, 0),
                (2, "article", LANDMARK, 0, 0),
                (3, "headline", HEADING, 60, 60),
                (3, "teaser", P, 250, 0),
            ],
        ),
        (
            "search results: a link and an extract each",
            &[
                (0, "body", 0, 0, 0),
                (1, "result", 0, 0, 0),
                (2, "link", 0, 40, 40),
                (2, "extract", 0, 160, 0),
                (1, "result", 0, 0, 0),
                (2, "link", 0, 40, 40),
                (2, "extract", 0, 160, 0),
                (1, "result", 0, 0, 0),
                (2, "link", 0, 40, 40),
                (2, "extract", 0, 160, 0),
            ],
        ),
        (
            "only what is beside",
            &[(0, "body", 0, 0, 0), (1, "aside", CERTAIN, 900, 0)],
        ),
    ];
    for (what, page) in pages {
        assert_eq!(names(page), None, "{what}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(2000) })]

    /// Whatever the numbers are, the answer names rows of the table, and what is left out lies in the article and not in one another.
    #[test]
    fn the_answer_fits_any_table(table in prop::collection::vec(prop_oneof![0..40_u32, 0..600_u32, any::<u32>()], 0..160)) {
        if let Some(Scope { root, left_out }) = find(&table) {
            let count = u32::try_from(table.len() / 4).unwrap();
            let parent = |row: u32| table[row as usize * 4].min(row.saturating_sub(1));
            let lies_in = |mut row: u32, other: u32| loop {
                if row == 0 { break false; }
                row = parent(row);
                if row == other { break true; }
            };
            prop_assert!(root < count);
            for (place, &row) in left_out.iter().enumerate() {
                prop_assert!(row < count && lies_in(row, root));
                for &other in &left_out[..place] {
                    prop_assert!(other < row && !lies_in(row, other));
                }
            }
        }
    }
}
