//! The table of canonical compositions: which character is which other one with which mark.
//!
//! In the source it stands by mark, where it can be read: bases and what they compose to. In the Wasm it stands in the order of the composed characters, as
//! columns of small differences, which compress to a quarter of their size; the compiler turns the one into the other.

use super::columns::{Ascending, BLOCK, column, starts, steps};

/// The listed character's base and mark; no mark if it is just another character.
pub(super) fn halves(c: char) -> Option<(char, Option<char>)> {
    let (position, distance) = CODES.last_up_to(c.into())?;
    if distance > 0 {
        return None;
    }
    let base = char::from_u32(base_of(c.into(), *BASES.get(position)?))?;
    let mark = MARKS.get(usize::from(*MARK_OF.get(position)?)).copied()?;
    Some((base, Some(mark).filter(|&mark| mark != '\0')))
}

/// The number of a mark with which something composes.
pub(super) fn mark(c: char) -> Option<usize> {
    MARKS
        .iter()
        .take(COMPOSED.len())
        .position(|&mark| mark == c)
}

/// What the table composes a base and a mark of it to.
pub(super) fn composed(base: char, mark: usize) -> Option<char> {
    let base = u32::from(base);
    let mut code = 0;
    for ((&step, &distance), &own) in CODES.steps.iter().zip(&BASES).zip(&MARK_OF) {
        code += u32::from(step);
        if usize::from(own) == mark && base_of(code, distance) == base {
            return char::from_u32(code);
        }
    }
    None
}

/// The base of a composed character at a distance in its own plane.
fn base_of(code: u32, distance: u16) -> u32 {
    code & 0x1_0000 | code.wrapping_sub(distance.into()) & 0xFFFF
}

static CODES: Ascending = {
    const NUMBERS: [u32; COUNT] = column!(PAIRS, COUNT, 0, |pair| pair.composed);
    Ascending {
        starts: &starts::<{ COUNT.div_ceil(BLOCK) }, COUNT>(&NUMBERS),
        steps: &steps(&NUMBERS),
    }
};

/// From the base to the composed character, as far as 16 bits tell: neighbours often share it.
static BASES: [u16; COUNT] = column!(PAIRS, COUNT, 0, |pair| distance(pair));

/// Positions in [`MARKS`].
static MARK_OF: [u8; COUNT] = column!(PAIRS, COUNT, 0, |pair| pair.mark);

/// The marks of [`COMPOSED`], then those of [`APART`].
static MARKS: [char; GROUPS] = {
    let mut out = ['\0'; GROUPS];
    let mut at = 0;
    while at < GROUPS {
        out[at] = group(at).0;
        at += 1;
    }
    out
};

#[expect(clippy::cast_possible_truncation)]
const fn distance(pair: &Pair) -> u16 {
    assert!(pair.composed >> 16 == pair.base >> 16);
    pair.composed.wrapping_sub(pair.base) as u16
}

#[derive(Clone, Copy)]
struct Pair {
    composed: u32,
    base: u32,
    mark: u8,
}

const GROUPS: usize = COMPOSED.len() + APART.len();

const fn group(at: usize) -> (char, &'static str) {
    if at < COMPOSED.len() {
        COMPOSED[at]
    } else {
        APART[at - COMPOSED.len()]
    }
}

const COUNT: usize = {
    let mut characters = 0;
    let mut at = 0;
    while at < GROUPS {
        let text = group(at).1.as_bytes();
        let mut byte = 0;
        while byte < text.len() {
            byte = character(text, byte).1;
            characters += 1;
        }
        at += 1;
    }
    assert!(characters % 2 == 0);
    characters / 2
};

const PAIRS: [Pair; COUNT] = {
    let mut out = [Pair {
        composed: 0,
        base: 0,
        mark: 0,
    }; COUNT];
    let mut count = 0;
    let mut at = 0;
    while at < GROUPS {
        let text = group(at).1.as_bytes();
        let mut byte = 0;
        while byte < text.len() {
            let (base, next) = character(text, byte);
            let (composed, next) = character(text, next);
            byte = next;
            let mut slot = count;
            while slot > 0 && out[slot - 1].composed > composed {
                out[slot] = out[slot - 1];
                slot -= 1;
            }
            #[expect(clippy::cast_possible_truncation)]
            let mark = at as u8;
            out[slot] = Pair {
                composed,
                base,
                mark,
            };
            count += 1;
        }
        at += 1;
    }
    out
};

/// The character at a byte of UTF-8, and where the next one is.
const fn character(text: &[u8], at: usize) -> (u32, usize) {
    let first = text[at] as u32;
    let (mut code, length) = match first {
        0..0x80 => (first, 1),
        0x80..0xE0 => (first & 0x1F, 2),
        0xE0..0xF0 => (first & 0xF, 3),
        _ => (first & 7, 4),
    };
    let mut next = at + 1;
    while next < at + length {
        code = code << 6 | (text[next] & 0x3F) as u32;
        next += 1;
    }
    (code, next)
}

/// By mark: bases and what they compose to with it. Capitals are left out where their small letters are here.
#[rustfmt::skip]
const COMPOSED: &[(char, &str)] = &[
    ('\u{300}', "aàeèiìnǹoòuùwẁyỳ¨῭âầêềôồüǜăằēḕōṑơờưừαὰεὲηὴιὶοὸυὺωὼϊῒϋῢеѐиѝἀἂἁἃἐἒἑἓἠἢἡἣἰἲἱἳὀὂὁὃὐὒὑὓὠὢὡὣ᾿῍῾῝"),
    ('\u{301}', "aácćeégǵiíkḱlĺmḿnńoópṕrŕsśuúwẃyýzź¨΅âấåǻæǽçḉêếïḯôốõṍøǿüǘăắēḗōṓũṹơớưứαάεέηήιίοόυύωώϊΐϋΰϒϓгѓкќἀἄἁἅἐἔἑἕἠἤἡἥἰἴἱἵὀὄὁὅὐὔὑὕὠὤὡὥ\
        ᾿῎῾῞"),
    ('\u{302}', "aâcĉeêgĝhĥiîjĵoôsŝuûwŵyŷzẑạậẹệọộ"),
    ('\u{303}', "aãeẽiĩnñoõuũvṽyỹâẫêễôỗăẵơỡưữ"),
    ('\u{304}', "aāeēgḡiīoōuūyȳäǟæǣõȭöȫüǖǫǭȧǡȯȱαᾱιῑυῡиӣуӯḷḹṛṝ"),
    ('\u{306}', "aăeĕgğiĭoŏuŭȩḝαᾰιῐυῠаӑеӗжӂийуўạặ"),
    ('\u{307}', "Iİaȧbḃcċdḋeėfḟgġhḣmṁnṅoȯpṗrṙsṡtṫwẇxẋyẏzżśṥšṧſẛṣṩ\u{105D2}\u{105C9}\u{105DA}\u{105E4}"),
    ('\u{308}', "aäeëhḧiïoötẗuüwẅxẍyÿõṏūṻιϊυϋϒϔаӓеёжӝзӟиӥоӧуӱчӵыӹэӭіїәӛөӫ"),
    ('\u{309}', "aảeẻiỉoỏuủyỷâẩêểôổăẳơởưử"),
    ('\u{30A}', "aåuůwẘyẙ"),
    ('\u{30B}', "oőuűуӳ"),
    ('\u{30C}', "aǎcčdďeěgǧhȟiǐjǰkǩlľnňoǒrřsštťuǔzžüǚʒǯ"),
    ('\u{30F}', "aȁeȅiȉoȍrȑuȕѵѷ"),
    ('\u{311}', "aȃeȇiȋoȏrȓuȗ"),
    ('\u{313}', "αἀεἐηἠιἰοὀρῤυὐωὠ"),
    ('\u{314}', "αἁεἑηἡιἱοὁρῥυὑωὡ"),
    ('\u{31B}', "oơuư"),
    ('\u{323}', "aạbḅdḍeẹhḥiịkḳlḷmṃnṇoọrṛsṣtṭuụvṿwẉyỵzẓơợưự"),
    ('\u{324}', "uṳ"),
    ('\u{325}', "aḁ"),
    ('\u{326}', "sștț"),
    ('\u{327}', "cçdḑeȩgģhḩkķlļnņrŗsştţ"),
    ('\u{328}', "aąeęiįoǫuų"),
    ('\u{32D}', "dḓeḙlḽnṋtṱuṷ"),
    ('\u{32E}', "hḫ"),
    ('\u{330}', "eḛiḭuṵ"),
    ('\u{331}', "bḇdḏhẖkḵlḻnṉrṟtṯzẕ"),
    ('\u{338}', "<≮=≠>≯←↚→↛↔↮⇐⇍⇒⇏⇔⇎∃∄∈∉∋∌∣∤∥∦∼≁≃≄≅≇≈≉≍≭≡≢≤≰≥≱≲≴≳≵≶≸≷≹≺⊀≻⊁≼⋠≽⋡⊂⊄⊃⊅⊆⊈⊇⊉⊑⋢⊒⋣⊢⊬⊨⊭⊩⊮⊫⊯⊲⋪⊳⋫⊴⋬⊵⋭"),
    ('\u{342}', "¨῁αᾶηῆιῖυῦωῶϊῗϋῧἀἆἁἇἠἦἡἧἰἶἱἷὐὖὑὗὠὦὡὧ᾿῏῾῟"),
    ('\u{345}', "άᾴήῄαᾳηῃωῳώῴἀᾀἁᾁἂᾂἃᾃἄᾄἅᾅἆᾆἇᾇἠᾐἡᾑἢᾒἣᾓἤᾔἥᾕἦᾖἧᾗὠᾠὡᾡὢᾢὣᾣὤᾤὥᾥὦᾦὧᾧὰᾲὴῂὼῲᾶᾷῆῇῶῷ"),
    ('\u{653}', "اآ"),
    ('\u{654}', "اأوؤيئہۂےۓەۀ"),
    ('\u{655}', "اإ"),
    ('\u{93C}', "नऩरऱळऴ"),
    ('\u{9BE}', "\u{9C7}\u{9CB}"),
    ('\u{9D7}', "\u{9C7}\u{9CC}"),
    ('\u{B3E}', "\u{B47}\u{B4B}"),
    ('\u{B56}', "\u{B47}\u{B48}"),
    ('\u{B57}', "\u{B47}\u{B4C}"),
    ('\u{BBE}', "\u{BC6}\u{BCA}\u{BC7}\u{BCB}"),
    ('\u{BD7}', "ஒஔ\u{BC6}\u{BCC}"),
    ('\u{C56}', "\u{C46}\u{C48}"),
    ('\u{CC2}', "\u{CC6}\u{CCA}"),
    ('\u{CD5}', "\u{CBF}\u{CC0}\u{CC6}\u{CC7}\u{CCA}\u{CCB}"),
    ('\u{CD6}', "\u{CC6}\u{CC8}"),
    ('\u{D3E}', "\u{D46}\u{D4A}\u{D47}\u{D4B}"),
    ('\u{D57}', "\u{D46}\u{D4C}"),
    ('\u{DCA}', "\u{DD9}\u{DDA}\u{DDC}\u{DDD}"),
    ('\u{DCF}', "\u{DD9}\u{DDC}"),
    ('\u{DDF}', "\u{DD9}\u{DDE}"),
    ('\u{102E}', "ဥဦ"),
    ('\u{1B35}', "ᬅᬆᬇᬈᬉᬊᬋᬌᬍᬎᬑᬒ\u{1B3A}\u{1B3B}\u{1B3C}\u{1B3D}\u{1B3E}\u{1B40}\u{1B3F}\u{1B41}\u{1B42}\u{1B43}"),
    ('\u{3099}', "うゔかがきぎくぐけげこごさざしじすずせぜそぞただちぢつづてでとどはばひびふぶへべほぼゝゞウヴカガキギクグケゲコゴサザシジスズセゼソゾタダチヂツヅテデトドハバヒビフブヘベホボワヷヰヸヱヹヲヺヽヾ"),
    ('\u{309A}', "はぱひぴふぷへぺほぽハパヒピフプヘペホポ"),
    ('\u{110BA}', "𑂙𑂚𑂛𑂜𑂥𑂫"),
    ('\u{11127}', "\u{11131}\u{1112E}\u{11132}\u{1112F}"),
    ('\u{1133E}', "\u{11347}\u{1134B}"),
    ('\u{11357}', "\u{11347}\u{1134C}"),
    ('\u{113B8}', "\u{113C2}\u{113C7}"),
    ('\u{113BB}', "\u{11384}\u{11385}"),
    ('\u{113C2}', "\u{1138B}\u{1138E}\u{113C2}\u{113C5}"),
    ('\u{113C9}', "\u{11382}\u{11383}\u{11390}\u{11391}\u{113C2}\u{113C8}"),
    ('\u{114B0}', "\u{114B9}\u{114BC}"),
    ('\u{114BA}', "\u{114B9}\u{114BB}"),
    ('\u{114BD}', "\u{114B9}\u{114BE}"),
    ('\u{115AF}', "\u{115B8}\u{115BA}\u{115B9}\u{115BB}"),
    ('\u{11930}', "\u{11935}\u{11938}"),
    ('\u{1611E}', "\u{1611E}\u{16121}"),
    ('\u{1611F}', "\u{1611E}\u{16123}\u{16121}\u{16126}\u{16122}\u{16127}\u{16129}\u{16124}"),
    ('\u{16120}', "\u{1611E}\u{16125}\u{16121}\u{16128}"),
    ('\u{16129}', "\u{1611E}\u{16122}"),
    ('\u{16D67}', "\u{16D63}\u{16D69}\u{16D67}\u{16D68}\u{16D69}\u{16D6A}"),
];

/// The same, of characters that are always taken apart; under `\0`, those that are another character.
// Escaped, because an editor that normalizes would make them what they stand for.
#[rustfmt::skip]
const APART: &[(char, &str)] = &[
    ('\0', ";\u{37E}K\u{212A}`\u{1FEF}´\u{1FFD}·\u{387}Å\u{212B}ʹ\u{374}\u{300}\u{340}\u{301}\u{341}\u{313}\u{343}΅\u{1FEE}ΐ\u{1FD3}\
        Ω\u{2126}ά\u{1F71}έ\u{1F73}ή\u{1F75}ί\u{1F77}ΰ\u{1FE3}ι\u{1FBE}ό\u{1F79}ύ\u{1F7B}ώ\u{1F7D}\u{2002}\u{2000}\
        \u{2003}\u{2001}〈\u{2329}〉\u{232A}"),
    ('\u{301}', "\u{308}\u{344}"),
    ('\u{338}', "⫝\u{2ADC}"),
    ('\u{5B4}', "\u{5D9}\u{FB1D}"),
    ('\u{5B7}', "\u{5D0}\u{FB2E}\u{5F2}\u{FB1F}"),
    ('\u{5B8}', "\u{5D0}\u{FB2F}"),
    ('\u{5B9}', "\u{5D5}\u{FB4B}"),
    ('\u{5BC}', "\u{5D0}\u{FB30}\u{5D1}\u{FB31}\u{5D2}\u{FB32}\u{5D3}\u{FB33}\u{5D4}\u{FB34}\u{5D5}\u{FB35}\u{5D6}\u{FB36}\u{5D8}\u{FB38}\
        \u{5D9}\u{FB39}\u{5DA}\u{FB3A}\u{5DB}\u{FB3B}\u{5DC}\u{FB3C}\u{5DE}\u{FB3E}\u{5E0}\u{FB40}\u{5E1}\u{FB41}\u{5E3}\u{FB43}\
        \u{5E4}\u{FB44}\u{5E6}\u{FB46}\u{5E7}\u{FB47}\u{5E8}\u{FB48}\u{5E9}\u{FB49}\u{5EA}\u{FB4A}"),
    ('\u{5BF}', "\u{5D1}\u{FB4C}\u{5DB}\u{FB4D}\u{5E4}\u{FB4E}"),
    ('\u{5C1}', "\u{5E9}\u{FB2A}\u{FB49}\u{FB2C}"),
    ('\u{5C2}', "\u{5E9}\u{FB2B}\u{FB49}\u{FB2D}"),
    ('\u{93C}', "क\u{958}ख\u{959}ग\u{95A}ज\u{95B}ड\u{95C}ढ\u{95D}फ\u{95E}य\u{95F}"),
    ('\u{9BC}', "ড\u{9DC}ঢ\u{9DD}য\u{9DF}"),
    ('\u{A3C}', "ਖ\u{A59}ਗ\u{A5A}ਜ\u{A5B}ਫ\u{A5E}ਲ\u{A33}ਸ\u{A36}"),
    ('\u{B3C}', "ଡ\u{B5C}ଢ\u{B5D}"),
    ('\u{F72}', "\u{F71}\u{F73}"),
    ('\u{F74}', "\u{F71}\u{F75}"),
    ('\u{F80}', "\u{F71}\u{F81}\u{FB2}\u{F76}\u{FB3}\u{F78}"),
    ('\u{FB5}', "ཀ\u{F69}\u{F90}\u{FB9}"),
    ('\u{FB7}', "ག\u{F43}ཌ\u{F4D}ད\u{F52}བ\u{F57}ཛ\u{F5C}\u{F92}\u{F93}\u{F9C}\u{F9D}\u{FA1}\u{FA2}\u{FA6}\u{FA7}\u{FAB}\u{FAC}"),
];
