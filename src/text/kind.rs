//! What a single character stands for in a folded text.

/// How a character is folded.
pub(super) enum Kind {
    /// Not there for a reader: it leaves no trace.
    Nothing,
    /// White space of any kind.
    Space,
    /// A hyphen or short dash: what stands around it decides.
    Hyphen,
    /// This ASCII character.
    Byte(u8),
    /// These characters.
    Text(&'static str),
    /// A character with a case and accents, perhaps, or any other.
    Letter(char),
}

/// From a fullwidth form to the ASCII character it stands for.
const FULLWIDTH_OFFSET: u32 = 0xFEE0;
/// From a subscript digit to the digit: "CO₂" is "CO2". Superscripts are left alone: in running text they are footnotes more often than not.
const SUBSCRIPT_OFFSET: u32 = 0x2080 - 0x30;

/// What a character stands for, by itself.
pub(super) fn kind(c: char) -> Kind {
    match c {
        // Armenian and Hebrew have hyphens of their own.
        '-' | '\u{58A}' | '\u{5BE}' | '\u{2010}'..='\u{2013}' | '\u{2212}' | '\u{FE32}'
        | '\u{FE63}' | '\u{FF0D}' => Kind::Hyphen,
        '\u{2014}' | '\u{2015}' | '\u{2E3A}' | '\u{2E3B}' | '\u{FE31}' | '\u{FE58}' => {
            Kind::Byte(b'-')
        }
        '\u{0}'..=' '
        | '\u{7F}'..='\u{A0}'
        | '\u{1680}'
        | '\u{2000}'..='\u{200A}'
        | '\u{2028}'
        | '\u{2029}'
        | '\u{202F}'
        | '\u{205F}'
        | '\u{3000}' => Kind::Space,
        // The Arabic stroke that only stretches a word is among them.
        '\u{AD}'
        | '\u{34F}'
        | '\u{61C}'
        | '\u{640}'
        | '\u{180B}'..='\u{180F}'
        | '\u{200B}'..='\u{200F}'
        | '\u{202A}'..='\u{202E}'
        | '\u{2060}'..='\u{206F}'
        | '\u{FE00}'..='\u{FE0F}'
        | '\u{FEFF}'
        | '\u{E0100}'..='\u{E01EF}' => Kind::Nothing,
        '`'
        | '\u{2018}'..='\u{201B}'
        | '\u{2032}'
        | '\u{2039}'
        | '\u{203A}'
        // The ʻokina and the letter apostrophe; the Hebrew sign of an abbreviation.
        | '\u{02BB}'
        | '\u{02BC}'
        | '\u{5F3}'
        | '\u{00B4}'
        | '\u{02B9}'
        | '\u{0374}'
        | '\u{1FEF}'
        | '\u{1FFD}'
        | '\u{FF07}'
        | '\u{FF40}' => Kind::Byte(b'\''),
        '\u{201C}'..='\u{201F}' | '\u{2033}' | '\u{AB}' | '\u{BB}' | '\u{5F4}' | '\u{FF02}' => {
            Kind::Byte(b'"')
        }
        '\u{FF01}'..='\u{FF5E}' => {
            Kind::Letter(char::from_u32(u32::from(c) - FULLWIDTH_OFFSET).unwrap_or(c))
        }
        '\u{2080}'..='\u{2089}' => {
            Kind::Letter(char::from_u32(u32::from(c) - SUBSCRIPT_OFFSET).unwrap_or(c))
        }
        '\u{FF66}'..='\u{FF9F}' => Kind::Letter(halfwidth(c).unwrap_or(c)),
        '\u{FB00}' => Kind::Text("ff"),
        '\u{FB01}' => Kind::Text("fi"),
        '\u{FB02}' => Kind::Text("fl"),
        '\u{FB03}' => Kind::Text("ffi"),
        '\u{FB04}' => Kind::Text("ffl"),
        '\u{FB05}' | '\u{FB06}' => Kind::Text("st"),
        '\u{FB13}' => Kind::Text("մն"),
        '\u{FB14}' => Kind::Text("մե"),
        '\u{FB15}' => Kind::Text("մի"),
        '\u{FB16}' => Kind::Text("վն"),
        '\u{FB17}' => Kind::Text("մխ"),
        '\u{132}' | '\u{133}' => Kind::Text("ij"),
        // The long way to write œ is at home on every keyboard.
        '\u{152}' | '\u{153}' => Kind::Text("oe"),
        // Persian keyboards and Arabic ones write these two letters with other characters, which look the same inside a word.
        'ک' => Kind::Letter('ك'),
        'ی' => Kind::Letter('ي'),
        // Other signs with the same meaning. Then all characters of U+00C0..=U+00FF in a folded text are letters, and the masks need not look twice (`lanes`).
        '×' => Kind::Letter('\u{2A2F}'),
        '÷' => Kind::Letter('\u{2797}'),
        _ => Kind::Letter(c),
    }
}

/// The letter that Unicode's case folding names for a letter which no capital has for its small form; two letters for some (CaseFolding.txt, status
/// S, C and F).
pub(super) fn folded_variant(c: char) -> Option<&'static str> {
    Some(match c {
        'ß' | 'ẞ' => "ss",
        'ς' => "σ",
        'ſ' => "s",
        'ŉ' => "'n",
        'ẚ' => "aʾ",
        'µ' => "μ",
        'ϐ' => "β",
        'ϑ' => "θ",
        'ϕ' => "φ",
        'ϖ' => "π",
        'ϰ' => "κ",
        'ϱ' => "ρ",
        'ϵ' => "ε",
        'ẛ' => "ṡ",
        '\u{1FBE}' => "ι",
        'և' => "եւ",
        'ᲀ' => "в",
        'ᲁ' => "д",
        'ᲂ' => "о",
        'ᲃ' => "с",
        'ᲄ' | 'ᲅ' => "т",
        'ᲆ' => "ъ",
        'ᲇ' => "ѣ",
        'ᲈ' => "ꙋ",
        _ => return None,
    })
}

/// The common form of a halfwidth katakana or voicing mark.
pub(super) fn halfwidth(c: char) -> Option<char> {
    match c {
        '\u{FF66}'..='\u{FF9D}' => KATAKANA.chars().nth(c as usize - 0xFF66),
        '\u{FF9E}' => Some('\u{3099}'),
        '\u{FF9F}' => Some('\u{309A}'),
        _ => None,
    }
}

const KATAKANA: &str = "ヲァィゥェォャュョッーアイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワン";

#[cfg(test)]
mod tests {
    use unicode_normalization::UnicodeNormalization;

    use super::*;

    #[test]
    fn halfwidth_forms() {
        // The compatibility decompositions say the same.
        for c in '\u{FF00}'..='\u{FFFF}' {
            let expected = [c].into_iter().nfkc().next();
            let is_kana = matches!(c, '\u{FF66}'..='\u{FF9F}');
            assert_eq!(halfwidth(c), expected.filter(|_| is_kana), "{c:?}");
        }
    }
}
