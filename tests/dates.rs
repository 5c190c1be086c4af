//! Which dates are found, row by row, and what must not be taken for one.

use glossator::article::{Day, Language, facts};
use glossator::text::{blocks::Blocks, sentences::sentences, utf16};
use glossator::{AnalysisOptions, Engine, Glossary, ReadOptions, analyse};
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

#[test]
fn dates_are_found() {
    check(&[
        (
            "en",
            PAGE,
            "From January 5 to February 12, 2019, and from 30 December to 2 January 2016.",
            &[
                "January 5=2019-01-05",
                "February 12, 2019=2019-02-12",
                "30 December=2015-12-30",
                "2 January 2016=2016-01-02",
            ],
        ),
        // German needs no word before a year that opens a sentence.
        ("de", "", "2023 lag das Soll höher.", &["2023=2023"]),
        ("de", "", "2023 Menschen kamen.", &[]),
        ("en", "", "2023 people came.", &[]),
        (
            "de",
            "",
            "Vom 3. März bis zum 7. April 2022 war es offen.",
            &["3. März=2022-03-03", "7. April 2022=2022-04-07"],
        ),
        (
            "en",
            "",
            "Open 5 March – 7 April 2024.",
            &["5 March=2024-03-05", "7 April 2024=2024-04-07"],
        ),
        (
            "fr",
            "2020-05-01",
            "Le vote aura lieu mardi 5 mai.",
            &["5 mai=2020-05-05"],
        ),
        (
            "fr",
            "",
            "Le 12 févr. 2020, le vote a eu lieu.",
            &["12 févr. 2020=2020-02-12"],
        ),
        (
            "en",
            "",
            "On December 21, 2021 it began.",
            &["December 21, 2021=2021-12-21"],
        ),
        (
            "en",
            "",
            "It began on 21 December 2021.",
            &["21 December 2021=2021-12-21"],
        ),
        (
            "en",
            "",
            "It began on the 21st of December, 2021, we hear.",
            &["21st of December, 2021=2021-12-21"],
        ),
        (
            "en",
            "",
            "Signed Dec. 30, 2021 in Rome.",
            &["Dec. 30, 2021=2021-12-30"],
        ),
        (
            "en",
            "",
            "Signed Sept. 3 2020 in Rome.",
            &["Sept. 3 2020=2020-09-03"],
        ),
        (
            "en",
            "",
            "Posted 2021-12-30 09:12 by us",
            &["2021-12-30=2021-12-30"],
        ),
        (
            "en",
            "",
            "At 2021-12-30T09:12:00Z it began.",
            &["2021-12-30=2021-12-30"],
        ),
        ("en", "", "(2021-12-30)", &["2021-12-30=2021-12-30"]),
        ("en", "", "Since 2021/12/30.", &["2021/12/30=2021-12-30"]),
        (
            "en",
            "",
            "In March 2020 it closed.",
            &["March 2020=2020-03"],
        ),
        (
            "en",
            "",
            "In March, 2020, it closed.",
            &["March, 2020=2020-03"],
        ),
        ("en", "", "It closed in 2019.", &["2019=2019"]),
        (
            "en",
            "",
            "said that since 2021, the development",
            &["2021=2021"],
        ),
        (
            "en",
            "",
            "From 2015 to 2019 it grew.",
            &["2015=2015", "2019=2019"],
        ),
        (
            "en",
            "",
            "between 2015 and 2019",
            &["2015=2015", "2019=2019"],
        ),
        ("en", "", "during the summer of 1998", &["1998=1998"]),
        ("en", "", "by 2030, emissions should fall", &["2030=2030"]),
        (
            "en",
            "",
            "December 21-23, 2021",
            &["December 21=2021-12-21", "23, 2021=2021-12-23"],
        ),
        (
            "en",
            "",
            "21–23 December 2021",
            &["21=2021-12-21", "23 December 2021=2021-12-23"],
        ),
        (
            "en",
            "",
            "February 29, 2020",
            &["February 29, 2020=2020-02-29"],
        ),
        ("en", "", "30/12/2021", &["30/12/2021=2021-12-30"]),
        ("en", "", "12/30/2021", &["12/30/2021=2021-12-30"]),
        ("en-US", "", "03/04/2021", &["03/04/2021=2021-03-04"]),
        ("en-GB", "", "03/04/2021", &["03/04/2021=2021-04-03"]),
        ("en", "", "04/04/2021", &["04/04/2021=2021-04-04"]),
        (
            "de",
            "",
            "Am 30.12.2021 begann es.",
            &["30.12.2021=2021-12-30"],
        ),
        ("de", "", "Am 3.4.2021 begann es.", &["3.4.2021=2021-04-03"]),
        (
            "de",
            "",
            "Am 21. Dezember 2021 begann es.",
            &["21. Dezember 2021=2021-12-21"],
        ),
        (
            "de",
            "",
            "vom 21. bis 23. Dezember 2021",
            &["23. Dezember 2021=2021-12-23"],
        ),
        ("de", "", "Im März 2020 schloss es.", &["März 2020=2020-03"]),
        ("de", "", "Seit 2019 wächst es.", &["2019=2019"]),
        (
            "de",
            "",
            "Im Jahr 2019 wuchs es, Ende 2020 auch.",
            &["2019=2019", "2020=2020"],
        ),
        ("de", "", "Von 2015 bis 2019", &["2015=2015", "2019=2019"]),
        (
            "fr",
            "",
            "Le 21 décembre 2021, tout a changé.",
            &["21 décembre 2021=2021-12-21"],
        ),
        (
            "fr",
            "",
            "Le 1er janvier 2020",
            &["1er janvier 2020=2020-01-01"],
        ),
        ("fr", "", "en mars 2020", &["mars 2020=2020-03"]),
        (
            "fr",
            "",
            "depuis 2019, en 2020",
            &["2019=2019", "2020=2020"],
        ),
        ("fr", "", "le 03/04/2021", &["03/04/2021=2021-04-03"]),
        (
            "es",
            "",
            "El 21 de diciembre de 2021 empezó.",
            &["21 de diciembre de 2021=2021-12-21"],
        ),
        ("es", "", "en marzo de 2020", &["marzo de 2020=2020-03"]),
        ("es", "", "desde 2019", &["2019=2019"]),
        (
            "zh",
            "",
            "2021年12月21日，上海",
            &["2021年12月21日=2021-12-21"],
        ),
        ("zh", "", "2021年12月，上海", &["2021年12月=2021-12"]),
        ("zh", "", "自2021年以来", &["2021年=2021"]),
        (
            "zh",
            "",
            "２０２１年１２月２１号",
            &["２０２１年１２月２１号=2021-12-21"],
        ),
    ]);
}

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
        let options = AnalysisOptions { facts: true, suggestions: true, sentences: true, title: units.clone(), ..AnalysisOptions::default() };
        let blocks = Blocks::prose(units.len());
        let reading = Engine::new(glossary).unwrap().read(&units, &blocks, &ReadOptions::default());
        let report = analyse(&units, &blocks, &reading.found(), &options);
        let named = report.suggestions.iter().map(|found| (found.start, found.end));
        for (start, end) in named.chain(report.summary.iter().map(|key| (key.start, key.end))) {
            prop_assert!(start < end && end as usize <= units.len() && !splits(start) && !splits(end));
        }
        for figure in &found.figures {
            prop_assert!(figure.value.is_finite());
            prop_assert!(!figure.unit_in(&units).is_empty());
        }
    }
}
