//! Abbreviations that an article defines: each form of a definition, what is none, and what they do to the matches.

use glossator::article::abbreviations::{Abbreviation, abbreviations};
use glossator::article::acronyms::acronyms;
use glossator::article::{OWN, define};
use glossator::text::{blocks::Blocks, utf16};
use glossator::{Engine, Glossary, Match, ReadOptions, Reading, Reason};
use proptest::prelude::*;

fn surface(text: &[u16], start: u32, end: u32) -> String {
    String::from_utf16(&text[start as usize..end as usize]).unwrap()
}

/// Short and long forms, in the order of the text.
fn pairs(text: &str) -> Vec<(String, String)> {
    let units = utf16(text);
    abbreviations(&units, &Blocks::prose(units.len()))
        .iter()
        .map(|found| {
            (
                surface(&units, found.short.start, found.short.end),
                surface(&units, found.long.start, found.long.end),
            )
        })
        .collect()
}

macro_rules! defines {
    ($($name:ident: $text:literal => [$($short:literal, $long:literal);*];)*) => {$(
        #[test]
        fn $name() {
            let expected: Vec<(String, String)> = vec![$(($short.to_owned(), $long.to_owned())),*];
            assert_eq!(pairs($text), expected, "{}", $text);
        }
    )*};
}

mod forms {
    use super::pairs;

    defines! {
        short_in_brackets: "Rules of the China Securities Regulatory Commission (CSRC) changed." => ["CSRC", "China Securities Regulatory Commission"];
        long_in_brackets: "The CSRC (China Securities Regulatory Commission) agreed." => ["CSRC", "China Securities Regulatory Commission"];
        between_commas: "The China Securities Regulatory Commission, or CSRC, agreed." => ["CSRC", "China Securities Regulatory Commission"];
        between_commas_with_article: "The Bank for International Settlements, or the BIS, agreed." => ["BIS", "Bank for International Settlements"];
        known_as: "The Bank for International Settlements, also known as BIS." => ["BIS", "Bank for International Settlements"];
        stands_for: "CBDC stands for central bank digital currency." => ["CBDC", "central bank digital currency"];
        short_for: "An API, short for application programming interface, is used." => ["API", "application programming interface"];
        explained_between_commas: "A VPN, or a virtual private network, hides you." => ["VPN", "virtual private network"];
        also_called: "Exchange-traded funds, also called ETFs, fell." => ["ETFs", "Exchange-traded funds"];
        known_as_the: "The Bank for International Settlements, known as the BIS, met." => ["BIS", "Bank for International Settlements"];
        abbreviated_as: "A central bank digital currency, abbreviated as CBDC, is money." => ["CBDC", "central bank digital currency"];
        oder: "Das Bundesministerium der Finanzen, oder BMF, schweigt." => ["BMF", "Bundesministerium der Finanzen"];
        kurz: "Das Bundesministerium der Finanzen, kurz BMF, schweigt." => ["BMF", "Bundesministerium der Finanzen"];
        ou: "La Banque centrale européenne, ou BCE, se tait." => ["BCE", "Banque centrale européenne"];
        o: "La Comisión Nacional del Mercado de Valores, o CNMV, calla." => ["CNMV", "Comisión Nacional del Mercado de Valores"];
        list_of_abbreviations: "CNN: convolutional neural network" => ["CNN", "convolutional neural network"];
        word_in_quotes: "The China Securities Regulatory Commission (the “Commission”) met." => ["Commission", "China Securities Regulatory Commission"];
        words_in_straight_quotes: "Acme Holdings of Delaware (the 'Parent Company') met." => ["Parent Company", "Acme Holdings of Delaware"];
        hereinafter: "the European Economic Area (hereinafter the “EEA”)" => ["EEA", "European Economic Area"];
        im_folgenden: "das Bundesministerium der Finanzen (im Folgenden: BMF)" => ["BMF", "Bundesministerium der Finanzen"];
        ci_apres: "la Banque centrale européenne (ci-après « BCE »)" => ["BCE", "Banque centrale européenne"];
        en_adelante: "la Comisión Nacional del Mercado de Valores (en adelante, CNMV)" => ["CNMV", "Comisión Nacional del Mercado de Valores"];
        semicolon: "The China Securities Regulatory Commission (CSRC; Beijing) met." => ["CSRC", "China Securities Regulatory Commission"];
        comma: "The International Monetary Fund (IMF, Washington) met." => ["IMF", "International Monetary Fund"];
        both_in_brackets: "Er sprach vom Fonds (International Monetary Fund, IMF)." => ["IMF", "International Monetary Fund"];
        nested: "Many banks (the Basel Committee on Banking Supervision (BCBS) among them) agreed." => ["BCBS", "Basel Committee on Banking Supervision"];
        nested_in_square: "[see the World Trade Organization (WTO)]" => ["WTO", "World Trade Organization"];
        two_in_a_row: "Net asset value (NAV) and return on equity (ROE)" => ["NAV", "Net asset value"; "ROE", "return on equity"];
        plural: "Non-fungible tokens (NFTs) sold." => ["NFTs", "Non-fungible tokens"];
        plural_without_plural: "the central bank digital currency (CBDCs)" => ["CBDCs", "central bank digital currency"];
        hyphens: "a gonadotropin-releasing hormone (GnRH) test" => ["GnRH", "gonadotropin-releasing hormone"];
        several_letters_a_word: "the Federal Financial Supervisory Authority calls magnetic resonance imaging and polyvinyl chloride (PVC) safe" => ["PVC", "polyvinyl chloride"];
        letters_inside_a_word: "Bundesanstalt für Finanzdienstleistungsaufsicht (BaFin)" => ["BaFin", "Bundesanstalt für Finanzdienstleistungsaufsicht"];
        digits: "The Group of Twenty (G20) and interleukin-2 (IL-2)" => ["G20", "Group of Twenty"; "IL-2", "interleukin-2"];
        digit_that_counts: "the World Wide Web Consortium (W3C)" => ["W3C", "World Wide Web Consortium"];
        locants: "with 2,4-dinitrophenol (DNP)" => ["DNP", "2,4-dinitrophenol"];
        greek: "tumor necrosis factor-alpha (TNF-α)" => ["TNF-α", "tumor necrosis factor-alpha"];
        ampersand: "spent on research and development (R&D)" => ["R&D", "research and development"];
        one_letter: "The hormone progesterone (P) rose." => ["P", "progesterone"];
        german: "Die Europäische Zentralbank (EZB) tagt." => ["EZB", "Europäische Zentralbank"];
        french: "L'Organisation mondiale de la santé (OMS) et l’Organisation du traité de l’Atlantique nord (OTAN)" => ["OMS", "Organisation mondiale de la santé"; "OTAN", "Organisation du traité de l’Atlantique nord"];
        spanish: "los Estados Unidos (EE. UU.) y el Banco Central Europeo (BCE)" => ["EE. UU.", "Estados Unidos"; "BCE", "Banco Central Europeo"];
        elision: "saisir l’Arcep (l’Autorité de régulation des communications électroniques et des postes)" => ["Arcep", "Autorité de régulation des communications électroniques et des postes"];
        russian: "Международный валютный фонд (МВФ) считает" => ["МВФ", "Международный валютный фонд"];
        accents: "the École nationale d'administration (ENA)" => ["ENA", "École nationale d'administration"];
        chinese: "日前，中国证券监督管理委员会（以下简称“证监会”）表示" => ["证监会", "中国证券监督管理委员会"];
        chinese_and_latin: "据国际货币基金组织（IMF）统计" => ["IMF", "国际货币基金组织"];
        behind_what_one_does_there: "他毕业于麻省理工学院（MIT）" => ["MIT", "麻省理工学院"];
        japanese: "経済産業省（以下「経産省」）と国内総生産（GDP）" => ["経産省", "経済産業省"; "GDP", "国内総生産"];
        chinese_leads: "全国人民代表大会（简称全国人大）、国际货币基金组织（英文缩写为IMF）、中央銀行數位貨幣（簡稱：CBDC）、日本銀行（以下、日銀）" => ["全国人大", "全国人民代表大会"; "IMF", "国际货币基金组织"; "CBDC", "中央銀行數位貨幣"; "日銀", "日本銀行"];
        latin_and_chinese: "CSRC（中国证券监督管理委员会）表示" => ["CSRC", "中国证券监督管理委员会"];
        latin_in_chinese: "据CSRC（中国证券监督管理委员会）消息" => ["CSRC", "中国证券监督管理委员会"];
        full_width_brackets: "the World Trade Organization（WTO）" => ["WTO", "World Trade Organization"];
        a_small_word_of_it: "the Academy of Nutrition and Dietetics (AND)" => ["AND", "Academy of Nutrition and Dietetics"];
        the_beginnings_of_its_words: "an Information Technology (InfoTech) office" => ["InfoTech", "Information Technology"];
        a_clipped_word: "Rates of the Federal Reserve (Fed) and the Fed (Federal Reserve) rose." => ["Fed", "Federal Reserve"; "Fed", "Federal Reserve"];
        a_clipped_word_inside: "the US Federal Reserve Board (the Fed), the Acme Corporation (Corp)" => ["Fed", "Federal Reserve Board"; "Corp", "Corporation"];
        a_clipped_technology: "health technology (HealthTech)" => ["HealthTech", "health technology"];
        letters_in_another_order: "Le Bureau central des archives maritimes (CBAM) ouvre." => ["CBAM", "Bureau central des archives maritimes"];
        in_another_order_over_a_word: "fra Den Nordiske Fond for Beskyttelse af Gamle Skove (FGSN)" => ["FGSN", "Nordiske Fond for Beskyttelse af Gamle Skove"];
        in_another_order_and_elided: "Ils ont vu l’Office central de l’énergie (COE)." => ["COE", "Office central de l’énergie"];
        in_another_order_behind_a_bracket: "Unité d’aide (UA), la Caisse du Nord (NUC)" => ["UA", "Unité d’aide"];
        no_small_word_begins_it: "den Økonomiske og Militære Union (ØMU)" => ["ØMU", "Økonomiske og Militære Union"];
        all_of_a_line_of_a_list: "SM = service mobile ; MINN = mesures en faveur des îles au niveau national; VNU = voir" => ["SM", "service mobile"; "MINN", "mesures en faveur des îles au niveau national"];
        both_in_brackets_with_a_dash: "cho mô hình (Support Vector Machine - SVM) trên" => ["SVM", "Support Vector Machine"];
        explained_behind_a_dash: "cho mô hình (SVM – Support Vector Machine) trên" => ["SVM", "Support Vector Machine"];
        over_small_words: "the Society for the Prevention of Cruelty to Animals (SPCA)" => ["SPCA", "Society for the Prevention of Cruelty to Animals"];
    }
}

mod not_definitions {
    use super::pairs;

    defines! {
        other_letters: "The central bank (PBOC) agreed." => [];
        a_word_of_it: "Tasks send heartbeats during their execution (Heartbeat) to the store." => [];
        a_word_of_it_in_capitals: "[RANGE] Range headers of HTTP" => [];
        the_beginning_of_a_name: "HONOLULU, Hawaii (HawaiiNewsNow) - Scientists use a telescope." => [];
        the_plural_of_a_word_of_it: "GC pauses (GCs) of 12 ms" => [];
        a_sign_behind_a_letter: "The A* algorithm (A*) searches." => [];
        a_name_in_code: "Workers begin by claiming a task for execution (ClaimTask) or creating an order (CreateOrder)." => [];
        the_front_of_a_name: "The gene of L1CAM (L1) is on it. Ofcom watches YouTube (YT) and information (info)." => ["YT", "YouTube"];
        a_clip_of_a_small_word: "He federated states (Fed), Federal officials said (Fed), the Federal market (Fed)" => [];
        behind_a_dash: "formand for Rådet - (FR) Hr. formand" => [];
        the_number_of_a_law: "Europas og Rådets forordning (EF) nr. 12/2009" => [];
        a_letter_of_a_number: "ved andenbehandling (A4-0269/96)" => [];
        half_of_a_name: "l’Institut des Nations Unies pour la formation et la recherche (UNITAR)" => [];
        out_of_a_quotation: "with 'Servin's formula' for bispectral index (BIS)" => [];
        a_year: "It was founded in Beijing (1992)." => [];
        a_remark: "The central bank (see below) agreed (and how)." => [];
        about_a_name_in_chinese: "阿拉伯语和希伯来语（RTL）和小米手机（MIUI）" => [];
        a_remark_in_chinese: "见IMF网站上的说明。（查看全文）" => [];
        a_clause_in_chinese: "在IMF网站上有对规则的说明（例如年度报告）" => [];
        a_phrase_in_japanese: "公開されたライセンス（MIT や GPL のような）を使う" => [];
        no_bracket_end: "The World Trade Organization (WTO" => [];
        a_list: "It has three parts: (a) apples, (b) bananas and (ii) others." => [];
        over_a_sentence: "He saw Charlie. Some rules (CSR) apply." => [];
        quoted_word: "He was (“so to speak”) happy with The Times (“good”)." => [];
        alternative: "A bond, or IOU, is due." => [];
        empty: "() ( ) (,) (;) [] （）" => [];
    }
}

#[test]
fn acronyms_that_nobody_defines() {
    let text = utf16(
        "The IMF and the World Bank (WB) met the GPUs of an IoT firm, AT&T, in 2D. NASA. Then the IMF left; The WB not.",
    );
    let blocks = Blocks::prose(text.len());
    let found = acronyms(&text, &blocks, &abbreviations(&text, &blocks));
    let found: Vec<String> = found
        .iter()
        .map(|at| surface(&text, at.start, at.end))
        .collect();
    assert_eq!(found, ["IMF", "GPUs", "IoT", "AT&T", "2D", "NASA", "IMF"]);
}

const GLOSSARY: &str = r#"{"entries": [
    {"id": "nist", "term": "Computer Security Resource Center", "aliases": ["CSRC"], "definition": "NIST's site for cryptography."},
    {"id": "china", "term": "China Securities Regulatory Commission", "aliases": ["CSRC"], "definition": "China's securities watchdog."},
    {"id": "commission", "term": "commission", "definition": "A fee.", "case": "ignore"},
    {"id": "esg", "term": "ESG", "definition": "Environmental, social and governance: what investors look at beside profit."},
    {"id": "npe", "term": "non-performing exposure", "aliases": ["NPE"], "definition": "A debt that is not paid."},
    {"id": "nft", "term": "non-fungible token", "definition": "A token that is unlike any other."},
    {"id": "gdp", "term": "gross domestic product", "definition": "All that is made in a year."}
]}"#;

fn read(text: &str) -> (Engine, Vec<u16>, Reading) {
    let engine = Engine::new(Glossary::from_json(GLOSSARY).unwrap()).unwrap();
    let units = utf16(text);
    let reading = engine.read(&units, &Blocks::prose(units.len()), &ReadOptions::default());
    (engine, units, reading)
}

/// Each match as its surface and its entry's id, and each definition's entry.
fn linked(text: &str) -> (Vec<(String, String)>, Vec<Option<String>>) {
    let (engine, units, reading) = read(text);
    let id = |entry: u32| engine.glossary().entries()[entry as usize].id.clone();
    let show = |m: &Match| (surface(&units, m.start, m.end), id(m.entry));
    (
        reading.matches.iter().map(show).collect(),
        reading
            .report
            .abbreviations
            .iter()
            .map(|one| one.entry.map(id))
            .collect(),
    )
}

macro_rules! links {
    ($($name:ident: $text:expr => [$($surface:expr, $id:expr);*], [$($entry:expr),*];)*) => {$(
        #[test]
        fn $name() {
            let (matches, entries) = linked($text);
            let expected: Vec<(String, String)> = vec![$(($surface.to_owned(), $id.to_owned())),*];
            let expected_entries: Vec<Option<&str>> = vec![$($entry),*];
            assert_eq!(matches, expected, "{}", $text);
            assert_eq!(entries.iter().map(Option::as_deref).collect::<Vec<_>>(), expected_entries, "{}", $text);
        }
    )*};
}

links! {
    the_regulator: "The China Securities Regulatory Commission (CSRC) spoke. The CSRC's rules." => ["China Securities Regulatory Commission", "china"; "CSRC", "china"; "CSRC", "china"], [Some("china")];
    the_resource_center: "CSRC is old. The Computer Security Resource Center (CSRC) is new." => ["CSRC", "nist"; "Computer Security Resource Center", "nist"; "CSRC", "nist"], [Some("nist")];
    neither: "The Committee on Sustainable Rice Cultivation (CSRC) met. The CSRC said no." => [], [None];
    a_slip_in_the_name: "The China Security Regulatory Commission (CSRC) met." => ["Commission", "commission"; "CSRC", "china"], [Some("china")];
    a_short_form_that_the_glossary_lacks: "Gross domestic product (GDP) grew. GDP is all." => ["Gross domestic product", "gdp"; "GDP", "gdp"; "GDP", "gdp"], [Some("gdp")];
    a_name_that_ends_in_another_term: "Nagoya Trade Commission (the “Commission”) met." => [], [None];
    its_plural: "Non-fungible tokens (NFTs) are out. One NFT is left. NFTs!" => ["Non-fungible tokens", "nft"; "NFTs", "nft"; "NFT", "nft"; "NFTs", "nft"], [Some("nft")];
    a_word_in_quotes: "The China Securities Regulatory Commission (the “Commission”) met. The Commission took no commission." =>
        ["China Securities Regulatory Commission", "china"; "Commission", "china"; "Commission", "china"; "commission", "commission"], [Some("china")];
    an_entry_with_no_more_than_letters: "Environmental, social and governance (ESG) funds. ESG!" => ["ESG", "esg"; "ESG", "esg"], [Some("esg")];
    letters_of_something_else: "The Emergency Services Group (ESG) left. ESG!" => [], [None];
    another_script: "中国证券监督管理委员会（CSRC）表示" => ["CSRC", "nist"], [None];
    no_word_of_its_own: "Gross domestic product (GDP) and the GDPR." => ["Gross domestic product", "gdp"; "GDP", "gdp"], [Some("gdp")];
    defined_anew: "China Securities Regulatory Commission (CSRC). CSRC. Computer Security Resource Center (CSRC). CSRC." =>
        ["China Securities Regulatory Commission", "china"; "CSRC", "china"; "CSRC", "china"; "Computer Security Resource Center", "nist"; "CSRC", "nist"; "CSRC", "nist"], [Some("china"), Some("nist")];
}

/// The matches of the article's own entries, each as where it stands, its surface and what it stands for.
fn own(text: &str) -> Vec<(u32, String, String)> {
    let engine = Engine::new(Glossary::from_json(GLOSSARY).unwrap()).unwrap();
    let units = utf16(text);
    let options = ReadOptions {
        definitions: true,
        ..ReadOptions::default()
    };
    let reading = engine.read(&units, &Blocks::prose(units.len()), &options);
    let own = reading.matches.iter().filter(|found| found.entry >= OWN);
    own.map(|found| {
        assert_eq!(
            (found.score, found.reason),
            (100, Reason::Defined),
            "{text}"
        );
        let number = (found.entry - OWN) as usize;
        let long = &reading.report.abbreviations[number].long;
        (
            found.start,
            surface(&units, found.start, found.end),
            surface(&units, long.start, long.end),
        )
    })
    .collect()
}

macro_rules! becomes_entries {
    ($($name:ident: $text:literal => [$($at:literal, $surface:literal, $long:literal);*];)*) => {$(
        #[test]
        fn $name() {
            let expected: Vec<(u32, String, String)> = vec![$(($at, $surface.to_owned(), $long.to_owned())),*];
            assert_eq!(own($text), expected, "{}", $text);
        }
    )*};
}

mod entries_of_the_article {
    use super::own;

    becomes_entries! {
        later_uses: "The World Trade Organization (WTO) met. The WTO left; WTOs do." => [44, "WTO", "World Trade Organization"; 54, "WTOs", "World Trade Organization"];
        earlier_uses: "WTO rules. The World Trade Organization (WTO) met." => [0, "WTO", "World Trade Organization"];
        no_use_no_match: "The World Trade Organization (WTO) met." => [];
        twice_defined_is_one: "The World Trade Organization (WTO) met. The WTO left. World trade organization (WTO)" => [44, "WTO", "World Trade Organization"];
        spelled_in_two_ways: "A Non-Performing Loan (NPL) is bad. NPLs are nonperforming loans (NPLs). NPL. An organisation of labour (OL). OL. Organization of labor (OL). OL." => [36, "NPLs", "Non-Performing Loan"; 73, "NPL", "Non-Performing Loan"; 110, "OL", "organisation of labour"; 142, "OL", "organisation of labour"];
        clipped: "The Federal Reserve (Fed) met. The Fed left, the Federal Reserve said. Fed up." => [35, "Fed", "Federal Reserve"; 71, "Fed", "Federal Reserve"];
        two_of_a_name: "World Trade Organization (WTO). WTO. A weekly toy outlet (WTO). WTO." => [32, "WTO", "World Trade Organization"; 64, "WTO", "weekly toy outlet"];
        in_place_of_a_wrong_sense: "The Committee on Sustainable Rice Cultivation (CSRC) met. The CSRC left." => [62, "CSRC", "Committee on Sustainable Rice Cultivation"];
        not_what_the_glossary_spells_otherwise: "A nonperforming exposure (NPE) is bad. NPEs are." => [];
        not_what_the_glossary_has: "Gross domestic product (GDP) grew. GDP is all." => [];
        not_where_the_glossary_may_be_right: "中国证券监督管理委员会（CSRC）表示，CSRC。" => [];
        not_inside_a_term: "The Rice Committee (RC) met. RC fell, and RC's gross domestic product." => [29, "RC", "Rice Committee"; 42, "RC", "Rice Committee"];
        a_word_of_the_name: "Nagoya Trade Commission (the “Commission”) met. The European Commission did not; the Commission did." => [85, "Commission", "Nagoya Trade Commission"];
        a_part_in_another_name: "Robert Downey (“Iron Man”) met. Iron Man left." => [];
        a_short_name: "The Office of Communications (Ofcom) met. Ofcom left." => [42, "Ofcom", "Office of Communications"];
        digits: "The Group of Twenty (G20) met. G20 rules." => [31, "G20", "Group of Twenty"];
        chinese: "日前，国际竹藤研究组织（以下简称“竹藤研”）表示，竹藤研同意。" => [25, "竹藤研", "国际竹藤研究组织"];
        the_word_itself: "It has range headers (RANGE) and manifests (MANIFEST). A RANGE and a MANIFEST." => [];
        one_letter: "The hormone progesterone (P) rose. P fell." => [];
        small_letters: "At frames per second (fps). No fps." => [];
        what_everybody_knows: "The European Union (EU) met. The EU left." => [];
    }
}

/// Only on request, and then the place just behind the definition gets the mark where the term has no other.
#[test]
fn a_mark_stands_where_the_definition_is_far() {
    let definition = "The World Trade Organization (WTO) met.";
    let engine = Engine::new(Glossary::from_json(GLOSSARY).unwrap()).unwrap();
    let marked = |text: &str, definitions| {
        let units = utf16(text);
        let options = ReadOptions {
            definitions,
            ..ReadOptions::default()
        };
        let reading = engine.read(&units, &Blocks::prose(units.len()), &options);
        let terms = reading.report.terms.len();
        let marks = reading.matches.iter().zip(&reading.selected);
        let marks = marks.filter(|(_, selected)| **selected);
        (
            terms,
            marks.map(|(found, _)| found.start).collect::<Vec<_>>(),
        )
    };
    let near = format!("{definition} The WTO left.");
    let far = format!("{near}{}The WTO is back.", " So it goes.".repeat(30));
    assert_eq!(marked(definition, true), (0, vec![]));
    assert_eq!(marked(&near, true), (1, vec![44]));
    assert_eq!(marked(&far, true), (1, vec![417]));
    assert_eq!(marked(&format!("WTO! {far}"), true), (1, vec![0]));
    assert_eq!(marked(&far, false), (0, vec![]));
}

/// Whoever calls with a list of their own: what is too much is left out, and it ends.
#[test]
fn more_definitions_than_an_article_has() {
    let text: Vec<u16> = (0..3_000)
        .flat_map(|number| utf16(&format!("Q{number:04} ")))
        .collect();
    let all = (0..3_000).map(|number| Abbreviation {
        short: number * 6..number * 6 + 5,
        long: 0..5,
        is_loose: true,
    });
    let glossary = Glossary::from_json(GLOSSARY).unwrap();
    let found = define(&text, &glossary, all.collect(), true, &mut Vec::new());
    assert_eq!(found.len(), 500);
}

#[test]
fn what_is_defined_is_certain() {
    let (_, _, reading) = read("The China Securities Regulatory Commission (CSRC)");
    let found = &reading.matches[1];
    assert_eq!(
        (found.score, found.reason, &found.alternatives[..]),
        (100, Reason::Defined, &[0][..])
    );
}

/// Pieces that definitions are made of, and what breaks texts.
fn piece() -> impl Strategy<Value = Vec<u16>> {
    let pieces = "(|)|[|]|（|）|,|;|“|”| |. |CSRC|China Securities|Regulatory Commission|, or |stands for |: |the |s|2,4-|α|中国证监会|以下简称|\n|😀|e\u{301}|İ|ß";
    let known = prop::sample::select(pieces.split('|').map(utf16).collect::<Vec<_>>());
    prop_oneof![
        9 => known,
        1 => prop::sample::select(vec![vec![0xD83D], vec![0xDE00], vec![0], vec![0xFFFF]]),
    ]
}

proptest! {
    #[test]
    fn any_text_has_spans_on_borders(pieces in prop::collection::vec(piece(), 0..40)) {
        let text = pieces.concat();
        let blocks = Blocks::prose(text.len());
        let is_border = |at: u32| {
            let at = at as usize;
            at <= text.len() && !(at > 0 && at < text.len() && (0xD800..0xDC00).contains(&text[at - 1]) && (0xDC00..0xE000).contains(&text[at]))
        };
        let found = abbreviations(&text, &blocks);
        let own = acronyms(&text, &blocks, &found);
        let spans = found.iter().flat_map(|one| [&one.short, &one.long]).chain(&own);
        for span in spans {
            prop_assert!(span.start < span.end && is_border(span.start) && is_border(span.end), "{span:?} in {text:?}");
        }
        for one in &found {
            prop_assert!(one.short.end <= one.long.start || one.long.end <= one.short.start, "{one:?} in {text:?}");
        }
        let engine = Engine::new(Glossary::from_json(GLOSSARY).unwrap()).unwrap();
        let options = ReadOptions { definitions: true, ..ReadOptions::default() };
        let reading = engine.read(&text, &blocks, &options);
        let mut end = 0;
        for found in &reading.matches {
            prop_assert!(found.start >= end && found.start < found.end && is_border(found.start) && is_border(found.end), "{found:?} in {text:?}");
            end = found.end;
        }
    }
}
