//! Which figures are found, row by row, and what must not be taken for one.

use glossator::article::{Figure, Language, facts};
use glossator::text::{blocks::Blocks, sentences::sentences, utf16};

/// `text=value unit`, for each figure.
fn figures(language: &str, text: &str) -> Vec<String> {
    let units = utf16(text);
    let sentences = sentences(&units, &Blocks::prose(units.len()));
    let found = facts(&units, &sentences, None, Language::new(language));
    let show = |figure: &Figure| {
        let surface = String::from_utf16_lossy(&units[figure.start as usize..figure.end as usize]);
        format!("{surface}={} {}", figure.value, figure.unit_in(&units))
    };
    found.figures.iter().map(show).collect()
}

fn check(rows: &[(&str, &str, &[&str])]) {
    let wrong: Vec<String> = rows
        .iter()
        .filter_map(|(language, text, expected)| {
            let found = figures(language, text);
            (found != *expected)
                .then(|| format!("{language} {text:?}\n  found {found:?}\n  not   {expected:?}"))
        })
        .collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn money() {
    check(&[
        (
            "ja",
            "1兆2000億円だった",
            &["1兆2000億円=1200000000000 JPY"],
        ),
        ("zh", "投资3亿5000万元", &["3亿5000万元=350000000 CNY"]),
        ("zh", "价格为1万2000元", &["1万2000元=12000 CNY"]),
        ("pt", "a R$ 1,2 bilhão", &["R$ 1,2 bilhão=1200000000 BRL"]),
        (
            "it",
            "1,2 miliardi di euro",
            &["1,2 miliardi di euro=1200000000 EUR"],
        ),
        (
            "nl",
            "1,2 miljard euro",
            &["1,2 miljard euro=1200000000 EUR"],
        ),
        ("ru", "1,2 млрд рублей", &["1,2 млрд рублей=1200000000 RUB"]),
        (
            "en",
            "an added value of 352.1 billion yuan.With that",
            &["352.1 billion yuan=352100000000 CNY"],
        ),
        // A hyphen joins number and scale.
        ("en", "a $23-million hall", &["$23-million=23000000 USD"]),
        // A sign belongs to the number that it stands at.
        ("de", "20,00 €    30,00", &["20,00 €=20 EUR"]),
        // A name is no share, nor is the number of a house a rank.
        ("en", "It gives to One Percent for Trees.", &[]),
        ("de", "Wir wohnen am Breiter Platz 10 im Hof.", &[]),
        (
            "de",
            "Sie liegt auf Platz 10 der Liste.",
            &["Platz 10=10 rank"],
        ),
        (
            "de",
            "Sie schaffte in Bonn Platz 32.",
            &["Platz 32=32 rank"],
        ),
        (
            "en-CA",
            "It raised $3.5 million.",
            &["$3.5 million=3500000 CAD"],
        ),
        (
            "en-CA",
            "It raised US$3.5 million.",
            &["US$3.5 million=3500000 USD"],
        ),
        (
            "en-GB",
            "It raised $3.5 million.",
            &["$3.5 million=3500000 USD"],
        ),
        (
            "en",
            "It raised $3.5 million.",
            &["$3.5 million=3500000 USD"],
        ),
        (
            "en",
            "It costs € 20 or €20.",
            &["€ 20=20 EUR", "€20=20 EUR"],
        ),
        ("en", "sells stake for $3.8B", &["$3.8B=3800000000 USD"]),
        (
            "en",
            "£3bn and €20m",
            &["£3bn=3000000000 GBP", "€20m=20000000 EUR"],
        ),
        ("en", "20m euros", &["20m euros=20000000 EUR"]),
        (
            "en",
            "US$1,500 or HK$20 or C$5",
            &["US$1,500=1500 USD", "HK$20=20 HKD", "C$5=5 CAD"],
        ),
        (
            "en",
            "RMB 5 billion; USD 20; RMB20 billion",
            &[
                "RMB 5 billion=5000000000 CNY",
                "USD 20=20 USD",
                "RMB20 billion=20000000000 CNY",
            ],
        ),
        (
            "en",
            "20 million Canadian dollars",
            &["20 million Canadian dollars=20000000 CAD"],
        ),
        ("en", "5 Hong Kong dollars", &["5 Hong Kong dollars=5 HKD"]),
        (
            "en",
            "two million dollars",
            &["two million dollars=2000000 USD"],
        ),
        (
            "en",
            "500 billion won",
            &["500 billion won=500000000000 KRW"],
        ),
        ("en", "2 million pounds", &["2 million pounds=2000000 GBP"]),
        ("en", "¥500", &["¥500=500 ¥"]),
        (
            "en",
            "between $3 million and $5 million",
            &["$3 million=3000000 USD", "$5 million=5000000 USD"],
        ),
        (
            "en",
            "$3-5 million",
            &["$3=3000000 USD", "5 million=5000000 USD"],
        ),
        ("en", "$3 to $5 million", &["$5 million=5000000 USD"]),
        (
            "en",
            "3 to 5 million euros",
            &["3=3000000 EUR", "5 million euros=5000000 EUR"],
        ),
        ("en", "a loss of -$5 million", &["-$5 million=-5000000 USD"]),
        ("en", "$0.75", &["$0.75=0.75 USD"]),
        ("en", "5 crore rupees", &["5 crore rupees=50000000 INR"]),
        ("en", "₹1,00,000", &["₹1,00,000=100000 INR"]),
        ("de", "1,5 Mio. Euro", &["1,5 Mio. Euro=1500000 EUR"]),
        (
            "de",
            "Der Umsatz stieg auf 3,2 Milliarden Euro.",
            &["3,2 Milliarden Euro=3200000000 EUR"],
        ),
        (
            "de",
            "2 Billionen US-Dollar",
            &["2 Billionen US-Dollar=2000000000000 USD"],
        ),
        ("de", "1.234.567,89 €", &["1.234.567,89 €=1234567.89 EUR"]),
        (
            "de",
            "1.234 Euro und 20 €",
            &["1.234 Euro=1234 EUR", "20 €=20 EUR"],
        ),
        (
            "de-CH",
            "1’234.50 Franken",
            &["1’234.50 Franken=1234.5 CHF"],
        ),
        (
            "fr",
            "3,5 millions d’euros",
            &["3,5 millions d’euros=3500000 EUR"],
        ),
        (
            "fr",
            "352 100 000 euros",
            &["352 100 000 euros=352100000 EUR"],
        ),
        (
            "fr",
            "12\u{a0}500\u{a0}€",
            &["12\u{a0}500\u{a0}€=12500 EUR"],
        ),
        (
            "fr",
            "2 milliards de dollars",
            &["2 milliards de dollars=2000000000 USD"],
        ),
        (
            "es",
            "3,5 millones de euros",
            &["3,5 millones de euros=3500000 EUR"],
        ),
        (
            "es",
            "20 mil millones de dólares",
            &["20 mil millones de dólares=20000000000 USD"],
        ),
        ("es", "1.234 euros", &["1.234 euros=1234 EUR"]),
        ("zh", "增加值3521亿元", &["3521亿元=352100000000 CNY"]),
        ("zh", "达到1.2万亿美元", &["1.2万亿美元=1200000000000 USD"]),
        ("zh", "人民币20多亿元", &["人民币20多亿=2000000000 CNY"]),
        ("zh", "３５００万元", &["３５００万元=35000000 CNY"]),
        ("zh", "¥500", &["¥500=500 CNY"]),
        (
            "hi",
            "₹2,000 करोड\u{93c} और",
            &["₹2,000 करोड\u{93c}=20000000000 INR"],
        ),
        (
            "pt",
            "€ 3 mil e 2,5 por cento",
            &["€ 3 mil=3000 EUR", "2,5 por cento=2.5 %"],
        ),
        ("it", "€ 30 mila", &["€ 30 mila=30000 EUR"]),
        ("tr", "$3,5 milyar ile", &["$3,5 milyar=3500000000 USD"]),
        ("ar", "$3 مليارات", &["$3 مليارات=3000000000 USD"]),
    ]);
}

#[test]
fn shares_measures_and_counts() {
    check(&[
        (
            "en",
            "It fell to minus 4.5 percent.",
            &["minus 4.5 percent=-4.5 %"],
        ),
        (
            "en",
            "grew by 3 percent, then 12 % and 4.5%.",
            &["3 percent=3 %", "12 %=12 %", "4.5%=4.5 %"],
        ),
        ("en", "5 per cent", &["5 per cent=5 %"]),
        (
            "en",
            "three percent, twenty-five percent",
            &["three percent=3 %", "twenty-five percent=25 %"],
        ),
        ("en", "10-15 percent", &["10=10 %", "15 percent=15 %"]),
        (
            "en",
            "5.25%–5.50%, and -3% as in 2020",
            &["5.25%=5.25 %", "5.50%=5.5 %", "-3%=-3 %"],
        ),
        ("en", "3% to 5%", &["3%=3 %", "5%=5 %"]),
        (
            "en",
            "between 5 and 10 percent",
            &["5=5 %", "10 percent=10 %"],
        ),
        ("en", "fell by −3.5%", &["−3.5%=-3.5 %"]),
        (
            "en",
            "2 percentage points, 50 basis points",
            &["2 percentage points=2 pp", "50 basis points=50 bp"],
        ),
        (
            "en",
            "5,000 sq m of space, 20 square kilometres",
            &["5,000 sq m=5000 m²", "20 square kilometres=20 km²"],
        ),
        (
            "en",
            "42 km, 3.5 miles, 5 m²",
            &["42 km=42 km", "3.5 miles=3.5 mi", "5 m²=5 m²"],
        ),
        (
            "en",
            "200 MW and 3.5GWh",
            &["200 MW=200 MW", "3.5GWh=3.5 GWh"],
        ),
        ("en", "120 km/h", &["120 km/h=120 km/h"]),
        (
            "en",
            "1.5°C or 1.5 degrees Celsius",
            &["1.5°C=1.5 °C", "1.5 degrees Celsius=1.5 °C"],
        ),
        (
            "en",
            "5,000 employees and 3 million users",
            &[
                "5,000 employees=5000 employees",
                "3 million users=3000000 users",
            ],
        ),
        (
            "en",
            "1.3 billion people",
            &["1.3 billion people=1300000000 people"],
        ),
        ("en", "2000 kilometres", &["2000 kilometres=2000 km"]),
        (
            "en",
            "doses of 10 mg and 2.5 µg",
            &["10 mg=10 mg", "2.5 µg=2.5 µg"],
        ),
        (
            "de",
            "3,5 Prozent, 20 Quadratmeter",
            &["3,5 Prozent=3.5 %", "20 Quadratmeter=20 m²"],
        ),
        (
            "de",
            "5.000 Mitarbeiter",
            &["5.000 Mitarbeiter=5000 Mitarbeiter"],
        ),
        (
            "fr",
            "3 pour cent, 12,5 %",
            &["3 pour cent=3 %", "12,5 %=12.5 %"],
        ),
        ("fr", "20 mètres carrés", &["20 mètres carrés=20 m²"]),
        (
            "es",
            "3 por ciento, 12,5 %",
            &["3 por ciento=3 %", "12,5 %=12.5 %"],
        ),
        (
            "zh",
            "增长3.5%，下降2个百分点",
            &["3.5%=3.5 %", "2个百分点=2 pp"],
        ),
        (
            "zh",
            "3000万人，20平方公里",
            &["3000万人=30000000 人", "20平方公里=20 km²"],
        ),
    ]);
}

#[test]
fn ranks() {
    check(&[
        (
            "en",
            "Hangzhou’s score ranked fourth in the country.",
            &["ranked fourth=4 rank"],
        ),
        (
            "en",
            "the third-largest city, the 5th biggest bank",
            &["third-largest=3 rank", "5th biggest=5 rank"],
        ),
        (
            "en",
            "It ranks No. 4 and ranked 12th.",
            &["ranks No. 4=4 rank", "ranked 12th=12 rank"],
        ),
        ("de", "auf Platz 3", &["Platz 3=3 rank"]),
        (
            "zh",
            "排名第四，第二大经济体",
            &["排名第四=4 rank", "第二大=2 rank"],
        ),
    ]);
}

#[test]
fn what_is_no_figure() {
    check(&[
        ("en", "Jane Doe, 57, of 3170 W. Cedar Road, was there.", &[]),
        ("en", "It need not be second best for her.", &[]),
        ("en", "In 2021 it grew, and 2020 was better.", &[]),
        ("en", "the 1990s, the 21st century, the third quarter", &[]),
        (
            "en",
            "call 555-0100 or +1 202 555 0143 or 1-800-555-0199",
            &[],
        ),
        ("en", "version 3.5, v1.2.3, Python 3.10, iOS 15.2", &[]),
        ("en", "on December 21, 2021 and 2021-12-30", &[]),
        ("en", "COVID-19 percent", &[]),
        ("en", "in 2010 dollars", &[]),
        ("en", "since 2020 GB News", &[]),
        ("en", "No. 3, Document No. 7, Section 230", &[]),
        ("en", "S&P 500 companies, Fortune 1,000 companies", &[]),
        ("en", "a score of 3-2, at 9:15, 24/7", &[]),
        ("en", "1/2 percent", &[]),
        ("en", "12 000 km away", &[]),
        ("en", "3½ percent", &[]),
        ("en", "half a million dollars", &[]),
        ("en", "several hundred million dollars", &[]),
        ("en", "three point five percent", &[]),
        ("en", "one hundred and five percent", &[]),
        ("en", "3 won medals, 5 won nothing", &[]),
        (
            "en",
            "2 million pounds of beef",
            &["2 million pounds=2000000 pounds"],
        ),
        ("en", "5m tall", &[]),
        ("en", "one foot in the door", &[]),
        ("en", "Z$20", &[]),
        ("en", "1.234.567 dollars", &[]),
        ("en", "12,34,5 dollars", &[]),
        ("en", "ISBN 978-3-16-148410-0", &[]),
        ("en", "192.168.0.1 m", &[]),
        ("en", "page 12, 20 years, 3 times, two days", &[]),
        ("en", "20 people, 500 houses", &[]),
        ("en", "a 5G network, 4K video, G20", &[]),
        ("en", "123456789012345678 dollars", &[]),
        ("es", "1,234 pesos y 1,234 euros", &[]),
        ("sv", "1.234 %", &[]),
        ("de", "der 3. Platz, Absatz 5", &[]),
        ("zh", "第二季度，20年，3个月", &[]),
        ("en", "5 $", &["5 $=5 USD"]),
        ("en", "$", &[]),
        ("en", "percent", &[]),
        ("en", "Article 5(3) m", &[]),
        ("en", "https://example.com/5%20percent", &[]),
    ]);
}
