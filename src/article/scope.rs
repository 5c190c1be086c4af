//! Where the article is on a page that nobody prepared.
//!
//! The host sends one row for each block-level element: where it hangs, what it calls itself, how much text stands directly in it, and how much of
//! that in links. Nothing else is known here, so that a page is decided upon in microseconds and tested without a browser.
//!
//! 1. A *paragraph* is a block with enough text outside links. Its *worth* is that text, less what is in links.
//! 2. What names itself navigation, comments, related links and so on is *beside* the article, and so are *cards*: three or more neighbours with one
//!    paragraph each and a link next to it, as on a home page or among search results. A name does not count on what holds most of the page's worth,
//!    and none does where they leave no article and something is written like one.
//! 3. The article is the element with the best *worth³ᐟ² / text*: near the whole worth of the page, and little else. (With *worth² / text* it would be
//!    the product of what share of the page's worth is inside and of what share of the inside is worth something, so recall times precision; the smaller
//!    power leans to precision.)
//!    It holds at least half of that worth, and three quarters of what a landmark around it holds: a manual is many short blocks and a long one.
//! 4. Within it, what stands before its first paragraph (title, byline, date), what is beside it, and what is mostly links is *left out*.
//!
//! The signs are those of boilerplate detection since Kohlschütter, Fankhauser and Nejdl, "Boilerplate detection using shallow text features" (2010): length
//! and link density of blocks. `cargo xtask bench --only scope` measures how well it does.
//!
//! ```
//! use glossator::article::scope::{BESIDE, find};
//!
//! let page = [
//!     0, 0, 0, 0, //           body
//!     0, BESIDE, 300, 280, //  ├ nav
//!     0, 0, 0, 0, //           ├ main
//!     2, 0, 400, 20, //        │ ├ p
//!     2, 0, 350, 0, //         │ ├ p
//!     2, 0, 90, 88, //         │ └ p, a link to another article
//!     0, 0, 60, 40, //         └ footer without a name
//! ];
//! let scope = find(&page).unwrap();
//! assert_eq!(scope.root, 2);
//! assert_eq!(scope.left_out, [5]);
//! ```

use crate::base::gather;

/// A row's element, or something in its name, says that it is not part of an article. Holds for all that is in it.
pub const BESIDE: u32 = 1;
/// A heading: its text is no paragraph. Holds for all that is in it.
pub const HEADING: u32 = 2;
/// The page says that this is the text of its article (structured data).
pub const ARTICLE_BODY: u32 = 4;
/// An element that holds one paragraph only, so it is not the article.
pub const PARAGRAPH: u32 = 8;
/// The element says that it is an article or the main part of the page.
pub const LANDMARK: u32 = 16;
/// Like [`BESIDE`], by the kind or the role of the element: this is believed however much it holds.
pub const CERTAIN: u32 = 32;

/// A heading of the first rank, as the title of an article is.
pub const TITLE: u32 = 64;

/// The name says that others speak here, as in comments, at whatever length.
pub const OTHERS: u32 = 128;

/// A part of a list or a table, or code: it is neither the article nor a card.
pub const ITEM: u32 = 1024;

/// The name says that it is a sidebar. In a manual that is what a box with a hint is called.
pub const SIDEBAR: u32 = 2048;

/// Holds what is declared as the article's text: no name says then that it is beside it. Found here, not sent.
const HOLDS_BODY: u32 = 256;

/// Is in what others say. Found here, not sent.
const AMONG_OTHERS: u32 = 512;

/// The numbers of a row.
const ROW: usize = 4;
/// More UTF-16 code units than this are as good as this; twice as many can be counted.
const LONGEST: u32 = 1 << 24;
/// UTF-16 code units outside links that make a block a paragraph.
const SHORTEST_PARAGRAPH: u32 = 25;
/// And so many make one of a heading, which is no title then: some pages are written in headings.
const LONGEST_HEADING: u32 = 170;
/// A name that says "beside" is not believed of what holds more than this part of the page's worth. Comments can be longer than the article, so they do not
/// count in that; their name is believed unless the title is in them, or no article is left without them.
const BELIEVED: f32 = 0.6;
/// Nor is it believed of so many paragraphs, of so many UTF-16 code units in the mean, and so many times worth what is in links.
const FEWEST_PARAGRAPHS: u32 = 5;
const LONG_PARAGRAPH: f32 = 120.0;
const FEW_LINKS: f32 = 10.0;
/// UTF-16 code units that each block counts as besides its text: many short blocks are a list of something.
const BLOCK_COST: u32 = 10;
/// The article is worth more than the page, or what is declared, divided by this: a long paragraph of a reference is not all of it.
const LEAST: u32 = 2;
/// And in a landmark it is worth all but a part: that divided by this.
const REST: u32 = 4;
/// What the page declares as its article's text is taken where it holds this part of the page's worth.
const DECLARED: f32 = 0.25;
/// The text of an article may be declared in parts. One that is worth less than the largest divided by this is that of another article.
const PART: u32 = 4;
/// So many neighbours that look like cards are cards.
const FEWEST_CARDS: u32 = 3;
/// UTF-16 code units in links beside its one paragraph that make an element look like a card: a headline.
const CARD_LINK: u32 = 20;
/// UTF-16 code units in paragraphs that an article has at least, where the page does not say that it is one.
const SHORTEST_ARTICLE: u32 = 140;

/// Where the article is, as rows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Scope {
    /// The element that holds it.
    pub root: u32,
    /// Elements in it that are not part of it, in the order of the page. None lies in another.
    pub left_out: Vec<u32>,
}

/// What is known of an element.
#[derive(Clone, Default)]
struct Row {
    parent: usize,
    flags: u32,
    /// UTF-16 code units directly in it, and how many of them in links.
    text: u32,
    links: u32,
    /// What its paragraphs, then those of all that is in it, are worth.
    worth: u32,
    /// Text and cost of the blocks in it.
    size: u32,
    /// Paragraphs in it, and its code units in links within and without them.
    paragraphs: u32,
    paragraph_links: u32,
    all_links: u32,
    /// Children that look like cards.
    cards: u32,
    /// It is worth more than this if it is the article.
    needed: u32,
    is_inside: bool,
    /// Its own text is part of the article.
    is_kept: bool,
    /// Text in it is part of the article, or not.
    holds_kept: bool,
    holds_left_out: bool,
}

impl Row {
    /// What the text directly in it is worth, as a paragraph.
    fn own_worth(&self) -> u32 {
        let outside = self.text.saturating_sub(self.links);
        let shortest = if self.flags & HEADING == 0 {
            SHORTEST_PARAGRAPH
        } else {
            LONGEST_HEADING
        };
        if outside < shortest {
            return 0;
        }
        outside.saturating_sub(self.links)
    }

    /// Nothing that is beside an article is written like one, whatever its name: a section on sharing, what is behind "read more", a box with a hint.
    fn reads_as_an_article(&self) -> bool {
        is_more_than(FEW_LINKS, self.worth, self.all_links)
            && (self.flags & SIDEBAR != 0
                || (self.flags & OTHERS == 0
                    && self.paragraphs >= FEWEST_PARAGRAPHS
                    && is_more_than(LONG_PARAGRAPH, self.worth, self.paragraphs)))
    }

    fn looks_like_a_card(&self, parent: &Row) -> bool {
        let beside = self.all_links.saturating_sub(self.paragraph_links);
        self.flags & ITEM == 0
            && self.paragraphs == 1
            && parent.paragraphs > 1
            && beside >= CARD_LINK
    }
}

/// Finds the article. `table` has four numbers for each block-level element, in document order: the row of the nearest one around it, flags, and how many
/// UTF-16 code units of text and of text in links stand directly in it. The first row is the root; a parent stands before its children.
///
/// `None` where there is no article: a home page, search results, a page of menus.
#[must_use]
pub fn find(table: &[u32]) -> Option<Scope> {
    find_in(read(table))
        .or_else(|| {
            // Names left nothing. What is written like an article is one then: a gallery whose text is its captions.
            let mut rows = read(table);
            for row in &mut rows {
                if row.flags & (OTHERS | CERTAIN) == 0 {
                    row.flags &= !BESIDE;
                }
            }
            find_in(rows).filter(|(rows, scope)| rows[scope.root as usize].reads_as_an_article())
        })
        .map(|(_, scope)| scope)
}

fn find_in(mut rows: Vec<Row>) -> Option<(Vec<Row>, Scope)> {
    measure(&mut rows, 0);
    judge(&mut rows);
    measure(&mut rows, BESIDE);
    let root = best(&mut rows)?;
    keep(&mut rows, root);
    let scope = Scope {
        #[allow(clippy::cast_possible_truncation)] // a row of a table of 32-bit numbers
        root: root as u32,
        left_out: left_out(&rows, root),
    };
    Some((rows, scope))
}

fn read(table: &[u32]) -> Vec<Row> {
    let row = |(index, numbers): (usize, &[u32])| Row {
        // Whatever the table says, a parent comes first.
        parent: (numbers[0] as usize).min(index.saturating_sub(1)),
        flags: numbers[1],
        text: numbers[2].min(LONGEST),
        links: numbers[3].min(numbers[2]).min(LONGEST),
        ..Row::default()
    };
    let mut rows = gather(table.chunks_exact(ROW).enumerate().map(row));
    for index in 1..rows.len() {
        let inherited = rows[rows[index].parent].flags & (HEADING | CERTAIN);
        rows[index].flags |= inherited;
    }
    rows
}

/// Adds up what is in each element, without elements that have a flag of `without`.
fn measure(rows: &mut [Row], without: u32) {
    for row in rows.iter_mut() {
        let own = if row.flags & (without | CERTAIN) == 0 {
            row.own_worth()
        } else {
            0
        };
        let is_paragraph = row.own_worth() > 0;
        let counts = row.text > 0 && row.flags & (without | CERTAIN) == 0;
        row.worth = own;
        row.size = if counts {
            row.text.saturating_add(BLOCK_COST)
        } else {
            0
        };
        row.paragraphs = u32::from(is_paragraph);
        row.paragraph_links = if is_paragraph { row.links } else { 0 };
        row.all_links = row.links;
    }
    for index in (1..rows.len()).rev() {
        let (before, from) = rows.split_at_mut(index);
        let (row, parent) = (&from[0], &mut before[from[0].parent]);
        parent.worth = parent.worth.saturating_add(row.worth);
        parent.size = parent.size.saturating_add(row.size);
        parent.paragraphs += row.paragraphs;
        parent.paragraph_links = parent.paragraph_links.saturating_add(row.paragraph_links);
        parent.all_links = parent.all_links.saturating_add(row.all_links);
        // What holds a title, or what is declared: the one flag becomes the other.
        let own = (row.flags & ARTICLE_BODY) * (HOLDS_BODY / ARTICLE_BODY);
        parent.flags |= row.flags & (TITLE | HOLDS_BODY) | own;
    }
}

#[allow(clippy::cast_precision_loss)] // lengths of texts; a rounded one does as well
fn is_more_than(part: f32, worth: u32, whole: u32) -> bool {
    worth as f32 > part * whole as f32
}

/// Decides what is beside the article, and hands that down.
fn judge(rows: &mut [Row]) {
    for index in 1..rows.len() {
        let parent = rows[index].parent;
        if rows[index].looks_like_a_card(&rows[parent]) {
            rows[parent].cards += 1;
        }
    }
    let whole = rows.first().map_or(0, |root| root.worth);
    let mut others: u32 = 0;
    for index in 0..rows.len() {
        let parent = rows[rows[index].parent].flags;
        let row = &mut rows[index];
        if row.flags & HOLDS_BODY != 0 {
            row.flags &= !(OTHERS | BESIDE);
        }
        if parent & (OTHERS | AMONG_OTHERS) != 0 {
            row.flags |= AMONG_OTHERS;
        } else if row.flags & OTHERS != 0 {
            others = others.saturating_add(row.worth);
        }
    }
    for index in 0..rows.len() {
        let parent = rows[index].parent;
        let is_card = index > 0
            && rows[parent].cards >= FEWEST_CARDS
            && rows[index].looks_like_a_card(&rows[parent]);
        let inherited = if index > 0 {
            rows[parent].flags & BESIDE
        } else {
            0
        };
        let row = &mut rows[index];
        let may_be_long = row.flags & (OTHERS | TITLE) == OTHERS
            && whole.saturating_sub(row.worth) >= SHORTEST_ARTICLE;
        let against = if row.flags & OTHERS == 0 {
            whole.saturating_sub(others)
        } else {
            whole
        };
        let is_long = is_more_than(BELIEVED, row.worth, against) || row.reads_as_an_article();
        if !may_be_long && is_long {
            row.flags &= !BESIDE;
        }
        row.flags |= inherited;
        if is_card || row.flags & CERTAIN != 0 {
            row.flags |= BESIDE;
        }
    }
}

/// The nearest row that holds both, or is one of them.
fn around(rows: &[Row], mut one: usize, mut other: usize) -> usize {
    while one != other {
        // A parent stands before its children.
        let later = one.max(other);
        one = one.min(other);
        other = rows[later].parent;
    }
    one
}

/// The article's element, where there is one.
fn best(rows: &mut [Row]) -> Option<usize> {
    let whole = rows.first()?.worth;
    let (mut declared, mut most) = (None, 0);
    for row in rows.iter() {
        if row.flags & ARTICLE_BODY != 0 {
            most = most.max(row.worth);
        }
    }
    for (index, row) in rows.iter().enumerate() {
        if row.flags & ARTICLE_BODY != 0 && row.worth > most / PART {
            declared = Some(declared.map_or(index, |other| around(rows, other, index)));
        }
    }
    let declared = declared.filter(|&index| is_more_than(DECLARED, rows[index].worth, whole));
    let top = declared.unwrap_or(0);
    let (mut best, mut highest) = (top, 0.0);
    for index in top..rows.len() {
        let is_inside = index == top || (index > top && rows[rows[index].parent].is_inside);
        rows[index].is_inside = is_inside;
        // What a landmark holds is one too, for the question how long an article must be.
        let (inherited, mut needed) = if index > top {
            let parent = &rows[rows[index].parent];
            (parent.flags & LANDMARK, parent.needed)
        } else {
            (0, rows[top].worth / LEAST)
        };
        let row = &mut rows[index];
        row.flags |= inherited;
        // A part of one is it only if little else there is worth something.
        if row.flags & LANDMARK != 0 {
            needed = needed.max(row.worth - row.worth / REST);
        }
        row.needed = needed;
        if !is_inside || row.worth <= needed || row.flags & (PARAGRAPH | ITEM) != 0 {
            continue;
        }
        #[allow(clippy::cast_precision_loss)] // as above
        let (worth, size) = (row.worth as f32, row.size as f32);
        let score = worth * worth.sqrt() / size;
        // Of two that hold the same, the inner one.
        if score >= highest {
            (best, highest) = (index, score);
        }
    }
    let shortest = if rows[best].flags & (LANDMARK | ARTICLE_BODY) != 0 || declared.is_some() {
        1
    } else {
        SHORTEST_ARTICLE
    };
    (rows[best].worth >= shortest).then_some(best)
}

/// Decides for the text of each element in `root` whether it is part of the article.
fn keep(rows: &mut [Row], root: usize) {
    let mut has_begun = false;
    for index in 0..rows.len() {
        let parent = rows[index].parent;
        let is_inside = index == root || (index > root && rows[parent].is_inside);
        let row = &mut rows[index];
        row.is_inside = is_inside;
        if !is_inside || row.text == 0 {
            continue;
        }
        let is_beside = row.flags & BESIDE != 0;
        has_begun |= !is_beside && row.own_worth() > 0;
        // A third at least is no link.
        row.is_kept = has_begun && !is_beside && row.links * 3 < row.text * 2;
        row.holds_kept = row.is_kept;
        row.holds_left_out = !row.is_kept;
    }
    for index in (1..rows.len()).rev() {
        let (before, from) = rows.split_at_mut(index);
        let (row, parent) = (&from[0], &mut before[from[0].parent]);
        parent.holds_kept |= row.holds_kept;
        parent.holds_left_out |= row.holds_left_out;
    }
}

/// The largest elements in `root` that hold nothing of the article.
#[allow(clippy::cast_possible_truncation)] // as above
fn left_out(rows: &[Row], root: usize) -> Vec<u32> {
    let is_out = |row: &Row| row.holds_left_out && !row.holds_kept;
    let mut found = Vec::new();
    for (index, row) in rows.iter().enumerate().skip(root + 1) {
        if row.is_inside && is_out(row) && !is_out(&rows[row.parent]) {
            found.push(index as u32);
        }
    }
    found
}
