//! Dates that are whole, in each language and way of writing.

use crate::{PAGE, check};

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
fn in_other_languages() {
    check(&[
        (
            "it",
            "",
            "Il 16 ottobre 2023 e nel 2022.",
            &["16 ottobre 2023=2023-10-16", "2022=2022"],
        ),
        (
            "it",
            "",
            "Nel marzo 2024 Marco andò su Marte.",
            &["marzo 2024=2024-03"],
        ),
        (
            "pt-BR",
            "",
            "Em 31 de outubro de 2023, e em 2024, no 1 de março de 2022.",
            &[
                "31 de outubro de 2023=2023-10-31",
                "2024=2024",
                "1 de março de 2022=2022-03-01",
            ],
        ),
        (
            "ko",
            "2024-03-01",
            "2024년 2월 22일에 열렸고, 2023년에는, 1월 3일과 2022년 5월",
            &[
                "2024년 2월 22일에=2024-02-22",
                "2023년에는=2023",
                "1월 3일과=2024-01-03",
                "2022년 5월=2022-05",
            ],
        ),
    ]);
}
