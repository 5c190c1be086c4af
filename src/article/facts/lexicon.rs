//! The words that make a date or a figure of a number: months, units, scales.
//!
//! A line is a language (`*` is any), a kind, a *meaning* of up to four characters, and groups of words. The meaning of each group is one higher than that of the
//! group before it, so months need no number of their own; `/` parts words of one meaning, `_` the words of a phrase. Characters of scripts without spaces
//! are phrases without `_`. A line of the text's language stands before the English ones: what is there twice means what the first says.

use crate::article::language::Language;
use crate::article::tokens::{Kind, Token, Tokens};
use crate::article::vocabulary::{BEGINS_FACT, BEGINS_PHRASE, Dictionary, Words, longer};
use crate::text::class::Class;
use crate::text::words::{self, Key};

/// What is no word of dates or figures.
pub(in crate::article) const NOTHING: char = '\0';
pub(in crate::article) const MONTH: char = 'M';
pub(in crate::article) const WEEKDAY: char = 'W';
/// From the page's day: the meaning is the difference, and `'2'` for none.
pub(in crate::article) const DAY: char = 'Y';
/// Before a weekday: `'1'` the last one or today, `'2'` the last one; behind it: `'3'` the last one.
pub(in crate::article) const WHICH: char = '?';
/// Before a year.
pub(in crate::article) const IN: char = '@';
/// The power of ten, as a character above `'0'`.
pub(in crate::article) const SCALE: char = 'S';
pub(in crate::article) const CURRENCY: char = 'C';
/// A currency only beside a scale.
pub(in crate::article) const LARGE_CURRENCY: char = 'c';
pub(in crate::article) const UNIT: char = 'U';
pub(in crate::article) const PERCENT: char = 'P';
/// A number word.
pub(in crate::article) const COUNT: char = 'N';
pub(in crate::article) const ORDINAL: char = 'Q';
pub(in crate::article) const SUPERLATIVE: char = 'B';
pub(in crate::article) const RANKED: char = 'R';
/// What is counted in scripts without spaces.
pub(in crate::article) const COUNTED: char = 'n';
/// Something is still to come: `'1'` surely, `'2'` perhaps.
pub(in crate::article) const FUTURE: char = '>';
/// Something has been. What verbs of the past end in says it too (`dates.rs`).
pub(in crate::article) const PAST: char = '<';

/// What has a letter for its kind may begin a date or a figure whatever stands behind it; of the others, that decides.
const FIRST_THAT_BEGINS: char = 'A';

const LINES: &str = "\
dM1 januar/jan/jänner februar/feb märz april/apr mai juni juli august/aug september/sept/sep oktober/okt november/nov dezember/dez \n\
dW0 montag dienstag mittwoch donnerstag freitag samstag/sonnabend sonntag \n\
dY0 vorgestern \n\
dY1 gestern \n\
dY4 übermorgen \n\
d?1 am \n\
d?2 letzten/vergangenen/vorigen \n\
d@1 in/im/seit/bis/jahr/jahre/jahres/ab/ende/anfang/mitte/vor/nach/von/zwischen \n\
dS3 tausend \n\
dS6 million/millionen/mio \n\
dS9 milliarde/milliarden/mrd \n\
dS< billion/billionen \n\
d>1 wird/werden/würde/soll/sollen/nächsten/kommenden \n\
d<1 war/waren/wurde/wurden/kam/kamen/gab/ging/gingen/fiel/stieg/begann/trat/nahm \n\
dRrank rang/platz \n\
fM1 janvier/janv février/fevrier/févr mars avril/avr mai juin juillet/juil août/aout septembre octobre/oct novembre/nov décembre/decembre/déc \n\
fW0 lundi mardi mercredi jeudi vendredi samedi dimanche \n\
fY1 hier \n\
fY3 demain \n\
f?3 dernier \n\
f@1 en/depuis/dès/jusqu/fin/début/année/avant/après/entre/vers/de/an \n\
f>1 sera/seront/prochain/prochaine/doit/doivent \n\
f<1 était/étaient/avait/avaient/eu/pris/mis/mort \n\
fS3 mille \n\
fS6 million/millions \n\
fS9 milliard/milliards/md/mds \n\
fS< billion/billions \n\
sM1 enero/ene febrero/feb marzo/mar abril/abr mayo junio/jun julio/jul agosto/ago septiembre/setiembre/sept octubre/oct noviembre/nov diciembre/dic \n\
sW0 lunes martes miércoles jueves viernes sábado domingo \n\
sY0 anteayer \n\
sY1 ayer \n\
s?1 el \n\
s?3 pasado \n\
s@1 en/desde/hasta/año/entre/antes/finales/principios/de \n\
s>1 será/serán/próximo/próxima/prevé \n\
s<1 fue/fueron/era/eran/había/habían/tuvo/hizo/dijo \n\
sS3 mil \n\
sS6 millón/millones/millon \n\
sS< billón/billones \n\
iM1 gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre \n\
i@1 nel/dal/del \n\
iS3 mila/mille \n\
pM1 janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro \n\
p@1 em/desde/até \n\
pS3 mil \n\
*M1 january/jan february/feb march/mar april/apr may june/jun july/jul august/aug september/sept/sep october/oct november/nov december/dec \n\
*W0 monday tuesday wednesday thursday friday saturday sunday \n\
*Y0 前天 \n\
*Y1 yesterday/昨天/昨日 \n\
*Y3 tomorrow/明天/明日 \n\
*Y4 后天 \n\
*?1 on \n\
*?2 last \n\
*@1 in/since/by/until/till/during/before/after/from/between/through/early/late/mid/year/around/circa/of/for \n\
*>1 will/would/shall/next/upcoming scheduled/slated/due/expected/planned \n\
*<1 was/were/had/did/said/began/became/came/went/took/held/lost/met/left/sent/told/fell/rose/saw/gave/ran/led/paid/sold/bought/made/found/hit/beat/broke/wrote/spoke/grew/died \n\
*S3 thousand \n\
*S6 million/millions/mn/mln/milhão/milhões/milione/milioni/miljoen/milyon/млн/مليون \n\
*S9 billion/billions/bn/bln/bilhão/bilhões/miliardo/miliardi/miljard/milyar/млрд/مليار/مليارات/अरब \n\
*S< trillion/trillions/tn/trn/trilhão/trilhões/трлн/兆 \n\
*S5 lakh/lakhs/लाख \n\
*S7 crore/crores/करोड़ \n\
*S2 百 \n\
*S3 千 \n\
*S4 万/萬 \n\
*S8 亿/億 \n\
*CCNY yuan/renminbi/rmb/cny/元/人民币/人民幣/yuans/yuanes \n\
*CUSD usd/dollar/dollars/us_dollar/us_dollars/american_dollars/美元/dólar/dólares \n\
*CEUR euro/euros/eur/欧元/歐元/ユーロ \n\
*CJPY yen/jpy/yens/yenes/日元/円 \n\
*CGBP gbp/sterling/pounds_sterling/pfund_sterling/livres_sterling/libras_esterlinas/英镑 \n\
*CHKD hkd/hong_kong_dollar/hong_kong_dollars/港元/港币/港幣 \n\
*CCAD cad/canadian_dollar/canadian_dollars \n\
*CAUD aud/australian_dollar/australian_dollars \n\
*CSGD sgd/singapore_dollar/singapore_dollars \n\
*CTWD twd/新台币/新臺幣 \n\
*CNZD nzd/new_zealand_dollar/new_zealand_dollars \n\
*CCHF chf/swiss_francs/franken/francs_suisses \n\
*CINR inr/rupee/rupees \n\
*CRUB rub/rouble/roubles/ruble/rubles/rubel/рублей/рубля \n\
*CBRL brl/reais \n\
*CBTC btc/bitcoin/bitcoins \n\
*cKRW won/krw \n\
*cGBP pound/pounds \n\
*P% %/percent/per_cent/pct/prozent/pour_cent/por_ciento/por_cento/per_cento/procent \n\
*Ppp percentage_point/percentage_points/prozentpunkt/prozentpunkte/prozentpunkten/point_de_pourcentage/points_de_pourcentage/punto_porcentual/puntos_porcentuales/百分点/个百分点/個百分點/%_points \n\
*Pbp bps/basis_point/basis_points/basispunkte/basispunkten/points_de_base/puntos_básicos/基点/个基点 \n\
*U\u{b0}C degrees_celsius/degree_celsius/grad_celsius/degrés_celsius/grados_celsius/摄氏度 \n\
*U\u{b0}F degrees_fahrenheit \n\
*Ukm kilometer/kilometers/kilometre/kilometres/kilometern/kilomètre/kilomètres/kilómetros/公里/千米 \n\
*Um meter/meters/metre/metres/metern/mètres/metros/米 \n\
*Umi mile/miles/meilen/millas \n\
*Uft foot/feet \n\
*Ukg kilogram/kilograms/kilogramme/kilogrammes/kilogramm/kilogramos/kilos/公斤/千克 \n\
*Ut tonne/tonnes/tonnen/toneladas/metric_tons/吨/噸 \n\
*Uton tons/ton \n\
*Uha hectare/hectares/hektar/hectáreas/公顷 \n\
*Uacre acres/acre \n\
*Um\u{b2} sq_m/sqm/qm/m2/square_meter/square_meters/square_metre/square_metres/quadratmeter/quadratmetern/mètres_carrés/metros_cuadrados/平方米 \n\
*Ukm\u{b2} sq_km/km2/square_kilometer/square_kilometers/square_kilometre/square_kilometres/quadratkilometer/quadratkilometern/kilomètres_carrés/kilómetros_cuadrados/平方公里/平方千米 \n\
*Uft\u{b2} sq_ft/sqft/square_foot/square_feet \n\
*Umi\u{b2} sq_mi/square_mile/square_miles \n\
*Um\u{b3} m3/cubic_meters/cubic_metres/kubikmeter/kubikmetern/mètres_cubes/metros_cúbicos/立方米 \n\
*Ul litre/litres/liter/liters/litern/litros/升 \n\
*Ubbl barrel/barrels \n\
*Umph mph/miles_per_hour \n\
*Ukm/h kph/kilometers_per_hour/kilometres_per_hour/kilomètres_heure \n\
*UkWh kilowatt_hours/kilowattstunden \n\
*UMW megawatt/megawatts \n\
*UGW gigawatt/gigawatts \n\
*N1 one two three four five six seven eight nine ten eleven twelve \n\
*ND twenty \n\
*NN thirty \n\
*NX forty \n\
*Nb fifty \n\
*Nl sixty \n\
*Nv seventy \n\
*Q1 first second third fourth fifth sixth seventh eighth ninth tenth \n\
*Brank largest/biggest/highest/busiest/richest/smallest/fastest/longest/lowest/oldest/tallest/wealthiest/strongest/cheapest \n\
*Rrank ranked/ranks/ranking/rank/排名/排名第/位列第/位居第 \n\
*n1 人/户/家/辆/台/件/名/套/艘/架 ";

/// Units that are written in this way only ("MW" is no "mw"), in Latin-1, with a space behind each.
const SYMBOLS: &[u8] = b"km m cm mm kg g mg \xB5g t ha W kW MW GW TW Wh kWh MWh GWh TWh Hz kHz MHz GHz KB MB GB TB PB l L ml nm \xB5m dB kV km\xB2 m\xB2 ft\xB2 m\xB3 bbl ft mi ";

/// The most tokens of a phrase.
const LONGEST_PHRASE: usize = 5;

/// What a word or a phrase means.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(in crate::article) struct Meaning {
    pub(in crate::article) kind: char,
    /// Up to four characters of Latin-1, the first in the lowest byte.
    pub(in crate::article) code: u32,
}

impl Meaning {
    /// A meaning of one character, as a number above `'0'`.
    pub(super) fn number(self) -> u32 {
        self.code.saturating_sub(u32::from('0'))
    }
}

/// Four characters of ASCII or fewer in a number, the first in the lowest byte.
pub(super) const fn code(text: &str) -> u32 {
    let bytes = text.as_bytes();
    let (mut code, mut at) = (0, bytes.len());
    while at > 0 {
        at -= 1;
        code = code << 8 | bytes[at] as u32;
    }
    code
}

/// The characters of Latin-1 of a word in a number, the first in the lowest byte; 0 if there are more than four.
#[inline(never)]
pub(super) fn pack(text: &[u16], word: &Token) -> u32 {
    let units = text.get(word.start..word.end).unwrap_or_default();
    if units.len() > 4 {
        return 0;
    }
    let each = |code: u32, unit: &u16| code << 8 | u32::from(unit & 0xFF);
    units.iter().rev().fold(0, each)
}

/// What the lines of a language begin with; `*` where it has none of its own.
pub(in crate::article) fn letter(language: Language) -> u8 {
    let own = ["de", "fr", "es", "it", "pt"].into_iter().zip(*b"dfsip");
    own.into_iter()
        .find(|(code, _)| language.is(code))
        .map_or(b'*', |(_, letter)| letter)
}

/// The mark that is a word of phrases.
const PER_CENT: Key = '%' as Key;

/// Adds the words of a language, by its [letter], and those that every language may use.
pub(in crate::article) fn add_to(dictionary: &mut Dictionary, language: u8) {
    let mut meaning = Meaning::default();
    // Place in the line's head, and the bits to move the next character of the meaning by.
    let (mut place, mut shift) = (0, 0);
    let mut is_wanted = true;
    // The first word of a phrase, the phrase so far, and the word that is read.
    let (mut first, mut phrase, mut word) = (words::EMPTY, words::EMPTY, words::EMPTY);
    let mut join = |phrase: &mut Key, word: &mut Key| {
        if *phrase == words::EMPTY {
            (first, *phrase) = (*word, *word);
        } else if *word != words::EMPTY {
            *phrase = longer(*phrase, *word);
        }
        *word = words::EMPTY;
        first
    };
    for c in LINES.chars() {
        match (c, place) {
            ('\n', _) => (place, shift) = (0, 0),
            // The words of another language.
            (_, 1..) if !is_wanted => {}
            (_, 0) => {
                is_wanted = c == '*' || c == char::from(language);
                place = 1;
            }
            (_, 1) => {
                meaning = Meaning { kind: c, code: 0 };
                place = 2;
            }
            (' ', 2) => place = 3,
            (_, 2) => {
                meaning.code |= u32::from(c) << shift;
                shift += 8;
            }
            ('_', _) => {
                join(&mut phrase, &mut word);
            }
            ('/' | ' ', _) => {
                let first = join(&mut phrase, &mut word);
                let known = dictionary.add(phrase);
                if known.meaning.kind == NOTHING {
                    known.meaning = meaning;
                    if meaning.kind >= FIRST_THAT_BEGINS {
                        known.lists |= BEGINS_FACT;
                    }
                }
                if first != phrase {
                    dictionary.add(first).lists |= BEGINS_PHRASE;
                }
                phrase = words::EMPTY;
                meaning.code += u32::from(c == ' ');
            }
            _ => {
                let is_lone = Class::of(c) == Class::Lone;
                if is_lone || c == '%' {
                    join(&mut phrase, &mut word);
                }
                word = if c == '%' {
                    PER_CENT
                } else {
                    words::longer(word, c)
                };
                if is_lone {
                    join(&mut phrase, &mut word);
                }
            }
        }
    }
}

/// What the longest phrase at `at` means, and what is behind it.
#[inline(never)]
pub(super) fn phrase(words: &Words, tokens: &Tokens, at: usize) -> (Meaning, usize) {
    let first = tokens.at(at);
    let known = match first.kind {
        Kind::Word | Kind::Lone => first.known,
        Kind::Mark if first.key == PER_CENT => words.look_up(PER_CENT),
        _ => return (Meaning::default(), at),
    };
    let mut best = (known.meaning, at);
    best.1 += usize::from(known.meaning.kind != NOTHING);
    if known.lists & BEGINS_PHRASE == 0 {
        return best;
    }
    let mut key = first.key;
    for next in at + 1..at + LONGEST_PHRASE {
        let token = tokens.at(next);
        // "US-Dollar", "sq. m"
        if matches!(tokens.mark(next), '-' | '.') {
            continue;
        }
        let is_part = match token.kind {
            Kind::Mark | Kind::Number => false,
            Kind::Word => true,
            Kind::Lone => tokens.at(next - 1).kind == Kind::Lone,
        };
        if !is_part {
            break;
        }
        key = longer(key, token.key);
        let meaning = words.look_up(key).meaning;
        if meaning.kind != NOTHING {
            best = (meaning, next + 1);
        }
    }
    best
}

/// The code of a unit's symbol; 0 where the word is none.
pub(super) fn symbol(text: &[u16], word: &Token) -> u32 {
    let code = pack(text, word);
    if word.kind != Kind::Word || code == 0 {
        return 0;
    }
    let (mut symbol, mut shift) = (0, 0);
    for &byte in SYMBOLS {
        if byte != b' ' {
            symbol |= u32::from(byte) << shift;
            shift += 8;
            continue;
        }
        if symbol == code {
            return code;
        }
        (symbol, shift) = (0, 0);
    }
    0
}
