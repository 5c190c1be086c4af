//! Dates that the page’s own day completes: what is left open, and what tense and weekday say.

use crate::{PAGE, check};

#[test]
fn the_day_of_the_page_says_what_is_left_open() {
    check(&[
        ("en", PAGE, "By Ida Solberg · 30 December 2021", &[]),
        (
            "en",
            PAGE,
            "It closed on 30 December 2021.",
            &["30 December 2021=2021-12-30"],
        ),
        (
            "en",
            PAGE,
            "They met the day before yesterday and meet again the day after tomorrow.",
            &[
                "day before yesterday=2021-12-28",
                "day after tomorrow=2022-01-01",
            ],
        ),
        (
            "de",
            PAGE,
            "Vorgestern, gestern und übermorgen.",
            &[
                "Vorgestern=2021-12-28",
                "gestern=2021-12-29",
                "übermorgen=2022-01-01",
            ],
        ),
        (
            "fr",
            PAGE,
            "Avant-hier, hier et après-demain.",
            &[
                "Avant-hier=2021-12-28",
                "hier=2021-12-29",
                "après-demain=2022-01-01",
            ],
        ),
        ("es", PAGE, "Anteayer llovió.", &["Anteayer=2021-12-28"]),
        (
            "zh",
            PAGE,
            "前天和后天。",
            &["前天=2021-12-28", "后天=2022-01-01"],
        ),
        ("en", PAGE, "On Tuesday the 14th it snowed.", &[]),
        (
            "de",
            PAGE,
            "Am Freitag, dem 17. Dezember, schneite es.",
            &["17. Dezember=2021-12-17"],
        ),
        (
            "en",
            PAGE,
            "Following on December 21, the Secretary emphasized",
            &["December 21=2021-12-21"],
        ),
        (
            "en",
            PAGE,
            "On December 30 news, the office issued a notice.",
            &["December 30=2021-12-30"],
        ),
        (
            "en",
            "2022-01-03",
            "On December 21 it began.",
            &["December 21=2021-12-21"],
        ),
        (
            "en",
            PAGE,
            "It begins on January 15.",
            &["January 15=2022-01-15"],
        ),
        ("en", PAGE, "It began on June 1.", &["June 1=2021-06-01"]),
        ("en", "2021-01-10", "It was June 1 or so.", &[]),
        (
            "en",
            PAGE,
            "It was signed yesterday.",
            &["yesterday=2021-12-29"],
        ),
        ("en", PAGE, "It starts tomorrow.", &["tomorrow=2021-12-31"]),
        (
            "en",
            PAGE,
            "last Tuesday it closed",
            &["last Tuesday=2021-12-28"],
        ),
        (
            "en",
            PAGE,
            "last Thursday it closed",
            &["last Thursday=2021-12-23"],
        ),
        (
            "en",
            PAGE,
            "It said on Monday that sales fell.",
            &["Monday=2021-12-27"],
        ),
        (
            "en",
            PAGE,
            "It said on Thursday that sales fell.",
            &["Thursday=2021-12-30"],
        ),
        (
            "en",
            PAGE,
            "It said on Monday, December 20, that sales fell.",
            &["December 20=2021-12-20"],
        ),
        (
            "de",
            PAGE,
            "Am 21. Dezember begann es.",
            &["21. Dezember=2021-12-21"],
        ),
        (
            "de",
            PAGE,
            "Es war am Montag und gestern.",
            &["Montag=2021-12-27", "gestern=2021-12-29"],
        ),
        (
            "fr",
            PAGE,
            "Le 21 décembre, puis lundi dernier et hier",
            &[
                "21 décembre=2021-12-21",
                "lundi dernier=2021-12-27",
                "hier=2021-12-29",
            ],
        ),
        (
            "es",
            PAGE,
            "El lunes y ayer, el 21 de diciembre",
            &[
                "lunes=2021-12-27",
                "ayer=2021-12-29",
                "21 de diciembre=2021-12-21",
            ],
        ),
        (
            "zh",
            PAGE,
            "12月21日，昨天",
            &["12月21日=2021-12-21", "昨天=2021-12-29"],
        ),
        (
            "en",
            PAGE,
            "open March 26 - July 4, 2021",
            &["March 26=2021-03-26", "July 4, 2021=2021-07-04"],
        ),
        // Without it there is none.
        ("en", "", "On December 21 it began.", &[]),
        ("en", "", "yesterday, last Tuesday, on Monday", &[]),
        ("de", "", "Am 21. Dezember, gestern, am Montag", &[]),
        ("zh", "", "12月21日，昨天", &[]),
    ]);
}

/// The page is of a Thursday, 30 December 2021.
#[test]
fn the_tense_of_a_sentence_says_which_year_or_week_is_meant() {
    check(&[
        // Long ago, and the sentence says that it has been.
        (
            "en",
            PAGE,
            "The court ruled on September 14.",
            &["September 14=2021-09-14"],
        ),
        (
            "de",
            PAGE,
            "Am 14. September ist das Gericht anders besetzt.",
            &[],
        ),
        (
            "de",
            PAGE,
            "Am 14. September hatte das Gericht das Urteil aufgehoben.",
            &["14. September=2021-09-14"],
        ),
        (
            "fr",
            PAGE,
            "Le tribunal a annulé la décision le 14 septembre.",
            &["14 septembre=2021-09-14"],
        ),
        (
            "es",
            PAGE,
            "El tribunal anuló la decisión el 14 de septiembre.",
            &["14 de septiembre=2021-09-14"],
        ),
        (
            "zh",
            PAGE,
            "法院于9月14日撤销了该决定。",
            &["9月14日=2021-09-14"],
        ),
        // Nothing says so: a list of what is to come looks the same.
        ("en", PAGE, "July 3 – Leeds, Town Hall", &[]),
        ("en", PAGE, "The first train leaves on September 14.", &[]),
        // To come.
        (
            "en",
            PAGE,
            "The band will play on July 3.",
            &["July 3=2022-07-03"],
        ),
        ("en", PAGE, "The sentencing is scheduled for May 14.", &[]),
        ("en", PAGE, "It opened on March 3.", &[]),
        ("en", PAGE, "It opens on March 3.", &["March 3=2022-03-03"]),
        // Near days need no tense.
        (
            "en",
            PAGE,
            "December 21 – Leeds",
            &["December 21=2021-12-21"],
        ),
        ("en", PAGE, "January 9 – Leeds", &["January 9=2022-01-09"]),
        (
            "en",
            PAGE,
            "On Saturday, the team lost.",
            &["Saturday=2021-12-25"],
        ),
        ("en", PAGE, "The team is at home on Saturday.", &[]),
        (
            "en",
            PAGE,
            "The team is at home on Tuesday.",
            &["Tuesday=2021-12-28"],
        ),
        // Tomorrow's name: the text was changed a day later, or in another time zone.
        ("en", PAGE, "The bill was voted down on Friday.", &[]),
        (
            "en",
            PAGE,
            "The bill was voted down last Friday.",
            &["last Friday=2021-12-24"],
        ),
    ]);
}
