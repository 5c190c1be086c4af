//! What looks like a date and is none.

use crate::{PAGE, check};

#[test]
fn what_is_no_date() {
    check(&[
        ("en", PAGE, "He called it the World of Tomorrow.", &[]),
        ("en", PAGE, "“We know by tomorrow,” she said.", &[]),
        (
            "en",
            PAGE,
            "in films from 2001: A Space Odyssey to this",
            &[],
        ),
        (
            "en",
            PAGE,
            "Jane Doe, 29, of 1909 Cedar Drive was there.",
            &[],
        ),
        ("en", PAGE, "It may 21 times be so.", &[]),
        ("en", PAGE, "They march 20 miles.", &[]),
        ("en", PAGE, "In December 21 people came.", &[]),
        ("en", PAGE, "In May 5 million people came.", &[]),
        ("en", PAGE, "February 30, 2021", &[]),
        ("en", PAGE, "It will meet on Monday.", &[]),
        ("en", PAGE, "next Tuesday", &[]),
        ("en", PAGE, "on Mondays", &[]),
        ("en", PAGE, "tomorrow's world", &[]),
        ("en", PAGE, "03/04/2021", &[]),
        ("en", PAGE, "3/4 of them", &[]),
        ("en", PAGE, "version 2.10.2021.4", &[]),
        ("en", PAGE, "2021-13-45", &[]),
        ("en", PAGE, "in 2019-20", &[]),
        ("en", PAGE, "in 2,019 houses", &[]),
        ("en", PAGE, "in 2000 houses", &[]),
        ("en", PAGE, "by 2020 percent", &[]),
        ("en", PAGE, "of 2010 dollars", &[]),
        ("en", PAGE, "in the 1990s", &[]),
        ("en", PAGE, "call 2021-1234", &[]),
        ("en", PAGE, "call +1 202 555 0143", &[]),
        ("en", PAGE, "room 2019, Boeing 2020", &[]),
        (
            "en",
            PAGE,
            "“2020 China City Blockchain Comprehensive Index Report”",
            &[],
        ),
        ("en", PAGE, "192.168.12.2021", &[]),
        ("en", PAGE, "the Mars 2020 rover", &[]),
        ("en", PAGE, "Chapter 11, Section 230", &[]),
        ("en", PAGE, "in 3021", &[]),
        ("en", PAGE, "in 1200", &[]),
        ("en", PAGE, "December", &[]),
        ("en", PAGE, "Dec 5,000", &[]),
        ("en", PAGE, "May 45", &[]),
        ("en", PAGE, "21 Decembrists", &[]),
        ("de", PAGE, "Er hat 3.500 Euro in 2000 Tagen", &[]),
        ("fr", PAGE, "la planète mars et 12 mars-pêcheurs", &[]),
        ("zh", PAGE, "20年前，3月后", &[]),
        ("en", "2021-02-31", "yesterday", &[]),
    ]);
}
