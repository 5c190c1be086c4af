//! What the glossary lacks, text by text: each row is a language, a text, a term of the glossary, and what is suggested.

use glossator::article::abbreviations::abbreviations;
use glossator::article::{Language, suggestions};
use glossator::text::{blocks::Blocks, sentences::sentences, utf16};
use glossator::{Match, Reason};

/// `text count`, for each suggestion; `known` is a term of the glossary.
fn suggest(language: &str, text: &str, known: &str) -> Vec<String> {
    let units = utf16(text);
    let sentences = sentences(&units, &Blocks::prose(units.len()));
    let place = |at: usize| u32::try_from(utf16(&text[..at]).len()).unwrap();
    let term = |(at, part): (usize, &str)| Match {
        start: place(at),
        end: place(at + part.len()),
        entry: 0,
        alternatives: Vec::new(),
        reason: Reason::Only,
        score: 0,
    };
    let matches: Vec<Match> = text.match_indices(known).map(term).collect();
    let defined = abbreviations(&units, &Blocks::prose(units.len()));
    suggestions(
        &units,
        &sentences,
        &matches,
        &defined,
        Language::new(language),
    )
    .iter()
    // Not what comes once, to fill the list.
    .filter(|found| found.count > 1 || units[found.start as usize + 1] < 0x5B)
    .map(|found| {
        let surface = &units[found.start as usize..found.end as usize];
        format!("{} {}", String::from_utf16_lossy(surface), found.count)
    })
    .collect()
}

#[test]
fn what_the_glossary_lacks_is_named() {
    for (language, text, known, expected) in [
        (
            "en",
            "Stablecoins are watched by the ECB. A stablecoin is money. The digital euro is not, and the digital euro is far.",
            "money",
            &["Stablecoins 2", "digital euro 2", "ECB 1"][..],
        ),
        // A name of five words is one, not two of four.
        (
            "en",
            "He met the New York State Attorney General. In May the New York State Attorney General sued.",
            "none",
            &["New York State Attorney General 2"],
        ),
        // A term of the glossary is known, and so is a person.
        (
            "en",
            "Metaverse again. Zou Jun, vice chairman of a bank, spoke. Zou Jun left. Metaverse. Mr. Wu listened. Wu was there.",
            "Metaverse",
            &[],
        ),
        (
            "en",
            "Rao Fu, a senior researcher, left; Rao Fu said so. Jane Roe said more. Roe and Jane Roe stayed.",
            "-",
            &[],
        ),
        (
            "en",
            "Kevin Dorn hit Rachel Rupp. Rupp fell, and Dorn left. Rupp said so.",
            "-",
            &[],
        ),
        ("en", "The rule (CSRC) is old.", "-", &[]),
        // What the article defines is not missing.
        (
            "en",
            "The Central Clearing Office (CCO) met. Then the CCO spoke, and the ECB spoke to the CCO.",
            "-",
            &["spoke 2", "ECB 1"],
        ),
        (
            "en",
            "They don't know, we'll see, they don't know.",
            "-",
            &[],
        ),
        (
            "de",
            "Die Zentralbank warnt. Der Zentralbanken wegen wartet man. In 2021 und im Dezember.",
            "-",
            &["Zentralbank 2"],
        ),
        (
            "zh",
            "数字人民币的试点。数字人民币很重要。数字人民币在上海。",
            "-",
            &["数字人民币 3"],
        ),
        // German nouns have capitals, and the beginning of a sentence says nothing.
        (
            "de",
            "Dafür stimmten viele. Dafür stimmten alle. Die stärkere Aufsicht wirkt, die stärkere Aufsicht auch.",
            "-",
            &["stärkere Aufsicht 2"],
        ),
        // The small words of Russian are not known: names are left, and acronyms.
        (
            "ru",
            "Сегодня Поризкова это знает. Сегодня это знает и ВОЗ, и Поризкова это знает. Что знает ВОЗ?",
            "-",
            &["Поризкова 2", "ВОЗ 2"],
        ),
        ("vi", "Tôi xem ảnh đẹp. Đây là ảnh.", "-", &[]),
        // Nor are those of Hebrew, which has no capitals.
        ("he", "ריבית עולה. הבנק אומר ריבית.", "-", &["ריבית 2"]),
        // Its form as a noun shows it; "New York" is one name.
        (
            "en",
            "They launched it in New York, and the launch in New York went well.",
            "-",
            &["launch 2", "New York 2"],
        ),
        // The characters of a longer term, but once alone.
        (
            "zh",
            "经济增长。经济增长。经济增长。经济增量。",
            "-",
            &["经济增长 3"],
        ),
        // What stands where verbs do is none, nor what is in every paper.
        (
            "en",
            "They rebuild the pier. To rebuild a pier is dear, and the company may rebuild it. The company owns the pier.",
            "-",
            &["pier 3"],
        ),
        (
            "en",
            "Updating the pump is hard. Updating the valve is not. The updating of a pump takes days.",
            "-",
            &["pump 2"],
        ),
        // Capitals in a shout or a headline make neither an acronym nor a name.
        (
            "en",
            "YOU NEED THESE. ALL YOU NEED. The jars are in the shed, and the jars are clean.",
            "-",
            &["jars 2"],
        ),
        // A word in capitals that has small letters elsewhere is shown so.
        (
            "en",
            "The storm hit TAMPA at noon. In Tampa nobody saw the storm.",
            "-",
            &["storm 2", "Tampa 2"],
        ),
        // In French and Spanish, the first word of a run is the noun.
        (
            "fr",
            "Le port reste fermé. Un port fermé nuit.",
            "-",
            &["port 2"],
        ),
        // A common given name alone is a person.
        (
            "en",
            "In the shed Rachel found the lathe, and with Rachel the lathe went away.",
            "-",
            &["lathe 2"],
        ),
        // Hiragana begin and end no term, and words in Katakana are not cut.
        (
            "ja",
            "スキャンする。スキャンした。スキャンは速い。",
            "-",
            &["スキャン 3"],
        ),
        ("en", "", "-", &[]),
    ] {
        assert_eq!(suggest(language, text, known), expected, "{text}");
    }
}
