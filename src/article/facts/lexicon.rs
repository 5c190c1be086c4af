//! The words that make a date or a figure of a number: months, units, scales.
//!
//! A line is a language (`*` is any), a kind, a *meaning* of up to four characters, and groups of words. The meaning of each group is one higher than that of the
//! group before it, so months need no number of their own; `/` parts words of one meaning, `_` the words of a phrase. Characters of scripts without spaces
//! are phrases without `_`. A line of the text's language stands before the English ones: what is there twice means what the first says.

use crate::article::language::Language;
use crate::article::tokens::{Kind, Token};
use crate::base::order;
use crate::text::class::Class;
use crate::text::words::{self, Key};

pub(in crate::article) const MONTH: u8 = b'M';
pub(in crate::article) const WEEKDAY: u8 = b'W';
/// From the page's day: the meaning is the difference, and `'1'` for none.
pub(in crate::article) const DAY: u8 = b'Y';
/// Before a weekday: `'1'` the last one or today, `'2'` the last one; behind it: `'3'` the last one.
pub(in crate::article) const WHICH: u8 = b'O';
/// Before a year.
pub(in crate::article) const IN: u8 = b'I';
/// The power of ten, as a character above `'0'`.
pub(in crate::article) const SCALE: u8 = b'S';
pub(in crate::article) const CURRENCY: u8 = b'C';
/// A currency only beside a scale.
pub(in crate::article) const LARGE_CURRENCY: u8 = b'c';
pub(in crate::article) const UNIT: u8 = b'U';
pub(in crate::article) const PERCENT: u8 = b'P';
/// A number word.
pub(in crate::article) const COUNT: u8 = b'N';
pub(in crate::article) const ORDINAL: u8 = b'Q';
pub(in crate::article) const SUPERLATIVE: u8 = b'B';
pub(in crate::article) const RANKED: u8 = b'R';
/// What is counted in scripts without spaces.
pub(in crate::article) const COUNTED: u8 = b'n';
/// Something is still to come.
pub(in crate::article) const FUTURE: u8 = b'F';

const LINES: &str = "\
dM1 januar/jan/jänner februar/feb märz april/apr mai juni juli august/aug september/sept/sep oktober/okt november/nov dezember/dez
dW0 montag dienstag mittwoch donnerstag freitag samstag/sonnabend sonntag
dY0 gestern
dO1 am
dO2 letzten/vergangenen/vorigen
dI1 in/im/seit/bis/jahr/jahre/jahres/ab/ende/anfang/mitte/vor/nach/von/zwischen
dS3 tausend
dS6 million/millionen/mio
dS9 milliarde/milliarden/mrd
dS< billion/billionen
dF1 wird/werden/würde/soll/sollen/nächsten/kommenden
dRrank rang/platz
fM1 janvier février/fevrier mars avril mai juin juillet août/aout septembre octobre novembre décembre/decembre
fW0 lundi mardi mercredi jeudi vendredi samedi dimanche
fY0 hier
fO3 dernier
fI1 en/depuis/dès/jusqu/fin/début/année/avant/après/entre/vers/de/an
fS3 mille
fS6 million/millions
fS9 milliard/milliards/md/mds
fS< billion/billions
sM1 enero/ene febrero/feb marzo/mar abril/abr mayo junio/jun julio/jul agosto/ago septiembre/setiembre/sept octubre/oct noviembre/nov diciembre/dic
sW0 lunes martes miércoles jueves viernes sábado domingo
sY0 ayer
sO1 el
sO3 pasado
sI1 en/desde/hasta/año/entre/antes/finales/principios/de
sS3 mil
sS6 millón/millones/millon
sS< billón/billones
*M1 january/jan february/feb march/mar april/apr may june/jun july/jul august/aug september/sept/sep october/oct november/nov december/dec
*W0 monday tuesday wednesday thursday friday saturday sunday
*Y0 yesterday
*Y0 昨天/昨日
*Y2 tomorrow
*Y2 明天/明日
*O1 on
*O2 last
*I1 in/since/by/until/till/during/before/after/from/between/through/early/late/mid/year/around/circa/of/for
*F1 will/would/shall/next/upcoming
*S3 thousand
*S6 million/millions/mn/mln
*S9 billion/billions/bn/bln
*S< trillion/trillions/tn/trn
*S5 lakh/lakhs
*S7 crore/crores
*S2 百
*S3 千
*S4 万/萬
*S8 亿/億
*CCNY yuan/renminbi/rmb/cny/元/人民币/人民幣/yuans/yuanes
*CUSD usd/dollar/dollars/us_dollar/us_dollars/american_dollars/美元/dólar/dólares
*CEUR euro/euros/eur/欧元/歐元/ユーロ
*CJPY yen/jpy/yens/yenes/日元/円
*CGBP gbp/sterling/pounds_sterling/pfund_sterling/livres_sterling/libras_esterlinas/英镑
*CHKD hkd/hong_kong_dollar/hong_kong_dollars/港元/港币/港幣
*CCAD cad/canadian_dollar/canadian_dollars
*CAUD aud/australian_dollar/australian_dollars
*CSGD sgd/singapore_dollar/singapore_dollars
*CTWD twd/新台币/新臺幣
*CNZD nzd/new_zealand_dollar/new_zealand_dollars
*CCHF chf/swiss_francs/franken/francs_suisses
*CINR inr/rupee/rupees
*CRUB rub/rouble/roubles/ruble/rubles/rubel
*CBRL brl/reais
*CBTC btc/bitcoin/bitcoins
*cKRW won/krw
*cGBP pound/pounds
*P% %/percent/per_cent/pct/prozent/pour_cent/por_ciento/procent
*Ppp percentage_point/percentage_points/prozentpunkt/prozentpunkte/prozentpunkten/point_de_pourcentage/points_de_pourcentage/punto_porcentual/puntos_porcentuales/百分点/个百分点/個百分點/%_points
*Pbp bps/basis_point/basis_points/basispunkte/basispunkten/points_de_base/puntos_básicos/基点/个基点
*U\u{b0}C degrees_celsius/degree_celsius/grad_celsius/degrés_celsius/grados_celsius/摄氏度
*U\u{b0}F degrees_fahrenheit
*Ukm kilometer/kilometers/kilometre/kilometres/kilometern/kilomètre/kilomètres/kilómetros/公里/千米
*Um meter/meters/metre/metres/metern/mètres/metros/米
*Umi mile/miles/meilen/millas
*Uft foot/feet
*Ukg kilogram/kilograms/kilogramme/kilogrammes/kilogramm/kilogramos/kilos/公斤/千克
*Ut tonne/tonnes/tonnen/toneladas/metric_tons/吨/噸
*Uton tons/ton
*Uha hectare/hectares/hektar/hectáreas/公顷
*Uacre acres/acre
*Um\u{b2} sq_m/sqm/qm/m2/square_meter/square_meters/square_metre/square_metres/quadratmeter/quadratmetern/mètres_carrés/metros_cuadrados/平方米
*Ukm\u{b2} sq_km/km2/square_kilometer/square_kilometers/square_kilometre/square_kilometres/quadratkilometer/quadratkilometern/kilomètres_carrés/kilómetros_cuadrados/平方公里/平方千米
*Uft\u{b2} sq_ft/sqft/square_foot/square_feet
*Umi\u{b2} sq_mi/square_mile/square_miles
*Um\u{b3} m3/cubic_meters/cubic_metres/kubikmeter/kubikmetern/mètres_cubes/metros_cúbicos/立方米
*Ul litre/litres/liter/liters/litern/litros/升
*Ubbl barrel/barrels
*Umph mph/miles_per_hour
*Ukm/h kph/kilometers_per_hour/kilometres_per_hour/kilomètres_heure
*UkWh kilowatt_hours/kilowattstunden
*UMW megawatt/megawatts
*UGW gigawatt/gigawatts
*N1 one two three four five six seven eight nine ten eleven twelve
*ND twenty
*NN thirty
*NX forty
*Nb fifty
*Nl sixty
*Nv seventy
*Q1 first second third fourth fifth sixth seventh eighth ninth tenth
*Brank largest/biggest/highest/busiest/richest/best/smallest/fastest/longest/lowest/oldest/tallest/wealthiest/strongest/cheapest
*Rrank ranked/ranks/ranking/rank/排名/排名第/位列第/位居第
*n1 人/户/家/辆/台/件/名/套/艘/架";

/// Units that are written in this way only: "MW" is no "mw".
const SYMBOLS: &str = "km m cm mm kg g t ha W kW MW GW TW Wh kWh MWh GWh TWh Hz kHz MHz GHz KB MB GB TB PB l L ml nm µm dB kV km\u{b2} m\u{b2} ft\u{b2} m\u{b3} bbl ft mi";

/// The most tokens of a phrase.
const LONGEST_PHRASE: usize = 5;

/// What a word or a phrase means.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::article) struct Meaning {
    pub(super) kind: u8,
    /// Up to four characters of Latin-1, the first in the lowest byte.
    pub(super) code: u32,
}

impl Meaning {
    /// A meaning of one character, as a number above `'0'`.
    pub(super) fn number(self) -> u32 {
        self.code.saturating_sub(u32::from('0'))
    }
}

pub(in crate::article) struct Lexicon {
    words: Vec<(Key, Meaning)>,
    symbols: Vec<u32>,
}

/// The first four characters of a text in a number, the first in the lowest byte.
pub(super) fn pack(text: impl Iterator<Item = char>) -> u32 {
    let mut code = 0;
    for (c, shift) in text.zip((0..u32::BITS).step_by(8)) {
        code |= (u32::from(c) & 0xFF) << shift;
    }
    code
}

/// The key of a phrase and one word more.
fn join(phrase: Key, word: Key) -> Key {
    words::mix(phrase, word)
}

fn phrase_key(phrase: &str) -> Key {
    let is_lone = |c: char| Class::of(c) == Class::Lone;
    if phrase.chars().any(is_lone) {
        let each = |key, c| join(key, words::longer(words::EMPTY, c));
        return phrase.chars().fold(words::EMPTY, each);
    }
    let each = |key, word: &str| {
        join(
            key,
            if word == "%" {
                u32::from('%')
            } else {
                words::key(word)
            },
        )
    };
    phrase.split('_').fold(words::EMPTY, each)
}

impl Lexicon {
    /// The words of a language, and those that every language may use.
    pub(in crate::article) fn new(language: Language) -> Self {
        let mut words = Vec::new();
        for line in LINES.split('\n') {
            let mut groups = line.split(' ');
            let mut head = groups.next().unwrap_or_default().chars();
            let is_wanted = match head.next() {
                Some('d') => language.is("de"),
                Some('f') => language.is("fr"),
                Some('s') => language.is("es"),
                _ => true,
            };
            if !is_wanted {
                continue;
            }
            #[allow(clippy::cast_possible_truncation)] // one of the letters above
            let kind = head.next().unwrap_or_default() as u8;
            let first = pack(head);
            for (group, code) in groups.zip(first..) {
                for phrase in group.split('/') {
                    words.push((phrase_key(phrase), Meaning { kind, code }));
                }
            }
        }
        Self {
            words: order::by_key(words, |&(key, _)| key.into()),
            symbols: SYMBOLS.split(' ').map(|unit| pack(unit.chars())).collect(),
        }
    }

    fn get(&self, key: Key) -> Option<Meaning> {
        let at = self.words.partition_point(|&(known, _)| known < key);
        let &(known, meaning) = self.words.get(at)?;
        (known == key).then_some(meaning)
    }

    /// What one word means.
    pub(in crate::article) fn word(&self, token: &Token) -> Option<Meaning> {
        if token.kind == Kind::Word {
            self.get(join(words::EMPTY, token.key))
        } else {
            None
        }
    }

    /// What the longest phrase at the beginning of `tokens` means, and how many tokens it has.
    pub(super) fn phrase(&self, tokens: &[Token]) -> Option<(Meaning, usize)> {
        let mut best = None;
        let mut key = words::EMPTY;
        for (index, token) in tokens.iter().take(LONGEST_PHRASE).enumerate() {
            // "US-Dollar", "sq. m"
            if index > 0 && (token.is('-') || token.is('.')) {
                continue;
            }
            let is_part = match token.kind {
                Kind::Mark => token.is('%') && index == 0,
                Kind::Number => false,
                Kind::Word => true,
                Kind::Lone => index == 0 || tokens[index - 1].kind == Kind::Lone,
            };
            if !is_part {
                break;
            }
            key = join(key, token.key);
            if let Some(meaning) = self.get(key) {
                best = Some((meaning, index + 1));
            }
        }
        best
    }

    /// Is the token a unit's symbol?
    pub(super) fn symbol(&self, text: &[u16], token: &Token) -> Option<u32> {
        if token.kind != Kind::Word || token.len() > 4 {
            return None;
        }
        let characters = text[token.start..token.end].iter();
        let code = pack(characters.map(|&unit| char::from_u32(unit.into()).unwrap_or_default()));
        self.symbols.contains(&code).then_some(code)
    }
}
