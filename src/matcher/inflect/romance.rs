//! French, Spanish, Italian and Portuguese: number.
//!
//! In these languages the head of a noun phrase comes first, and the words that belong to it agree with it: *banque centrale, banques centrales; cadena de bloques,
//! cadenas de bloques*. So all words up to the first preposition change together. Where a word has several forms, the first of each go together, then the
//! second of each. Gender stays as it is, because a label is a noun phrase.

use super::rules::{Change, Forms, Rules};
use super::{Edit, Label, abbreviation, part};
use crate::base::list;

struct Language {
    rules: Rules,
    /// What ends the part of a label that agrees with its head.
    prepositions: &'static str,
}

#[rustfmt::skip]
const FRENCH: Language = Language {
    rules: Rules::new(
"0s
-non
travail2ux bail2ux vitrail2ux naval0s carnaval0s stival0s bancal0s fatal0s final0s1ux banal0s al1ux
bijou0x caillou0x chou0x genou0x hibou0x joujou0x eau0x uau0x oyau0x bleu0s pneu0s eu0x -ou
pays -cours cours -fonds corps temps sens univers français anglais frais relais rabais palais mois trois bois fois lois1 plois1 menus1 revenus1 tenus1 çus1 us amis1 is as os ss ès 's ’s 1
-et
eaux1 jeux1 lieux1 feux1 neveux1 -taux -faux aux2l x
z"),
    prepositions: "de du des d à au aux en par pour sur avec sans sous entre contre dans hors qui of",
};

#[rustfmt::skip]
const SPANISH: Language = Language {
    rules: Rules::new(
"0s
ad0es ud0es ed0es0s d0s
-e
l0es
ión3ones án3anes én3enes ín3ines ón3ones ún3unes imagen4ágenes margen5árgenes orden5órdenes umen4úmenes examen4ámenes origen4ígenes joven4óvenes régimen7egímenes token0s ain0s oin0s n0es0s
-no -o
er0es0s r0es
és3eses ís0es -mes0es dades2 redes2 ales2 iles2 eles2 oles2 ores2 ares2 enes2 ines2 ones4ón meses2 eses4és ndices1 ces3z yes2 tesis crisis sis us ss 's ’s más gas0es caos cosmos 1
-u
x
ey0es oy0es -y
z1ces
í0es0s ú0es0s"),
    prepositions: "de del a al en con por para sin sobre entre contra según que of",
};

#[rustfmt::skip]
const ITALIAN: Language = Language {
    rules: Rules::new(
"00s
ista1i1e blema1i stema1i tema1i schema1i gramma1i ca1he ga1he cia1e2e logia1e gia1e2e a1e
che2a ghe2a nze1a ute1a ie e1i
ioni1e ori1e enti1e1o isi si1e chi2o ghi2o izi0o ali1e ili1e bili1e ari0o1e i1o1e
-o carico1hi incarico1hi antico1hi ico1i co1hi1i logo1hi1i go1hi uomo1ini nvio1i rinvio1i io1 o1i
-ed -ad
-non
à ì ò ù é è"),
    prepositions: "di del dello della dell dei degli delle d a al allo alla all ai alle da dal dall dalla in nel nella nell su sul sulla sull con per tra fra senza che of",
};

#[rustfmt::skip]
const PORTUGUESE: Language = Language {
    rules: Rules::new(
"0s
-e
al1is vel1is el2éis ol2óis ul1is ácil2eis ícil2eis ágil2eis útil2eis il1s
m1ns
n0s0es
-não pão3ães alemão3ães mão0s cidadão0s irmão0s cristão0s grão0s órgão0s acórdão0s capitão3ães escrivão3ães ão3ões -o
r0es
ões4ão ães4ão ãos1 tokens1 ns2m ais2l éis4el veis3el óis4ol ores2 ares2 ades1 eses4ês ês3eses gás3ases ís0es is us ás ss 's ’s caos cosmos mais 1
-ou
x
z0es"),
    prepositions: "de do da dos das d a ao à aos às em no na nos nas por pelo pela com para sem sobre entre contra que of",
};

pub(super) fn french(label: &mut Label) {
    inflect(label, &FRENCH);
}

pub(super) fn spanish(label: &mut Label) {
    inflect(label, &SPANISH);
}

pub(super) fn italian(label: &mut Label) {
    inflect(label, &ITALIAN);
}

pub(super) fn portuguese(label: &mut Label) {
    inflect(label, &PORTUGUESE);
}

fn inflect(label: &mut Label, language: &Language) {
    let mut words = label.words();
    let is_preposition = |word: &str| {
        // "d'actifs", "dell'economia"
        let bare = word.split(['\'', '’']).next().unwrap_or_default();
        bare.len() <= 6 && list::has(language.prepositions, bare)
    };
    // The first word is no preposition: "À" may begin a label, but not after its head.
    let agreeing = words
        .iter()
        .skip(1)
        .position(|&word| is_preposition(label.lower(word)));
    let is_plain = agreeing.is_none();
    words.truncate(agreeing.map_or(words.len(), |at| at + 1));

    let mut forms: Vec<(usize, Forms, Option<Change>)> = words
        .iter()
        .map(|&word| (word.end, label.changes(word, &language.rules), None))
        .collect();
    loop {
        let mut is_new = false;
        let mut edits: Vec<Edit> = Vec::new();
        for (end, rest, latest) in &mut forms {
            // A word that has no further form keeps its last one.
            if let Some(change) = rest.next() {
                *latest = Some(change);
                is_new = true;
            }
            edits.extend(latest.map(|change| (*end, change)));
        }
        if !is_new {
            break;
        }
        label.add(&edits);
    }
    // An English phrase has its head at the end: "smart contracts" in any language. In what has Romance words the form is idle.
    if let [_, .., last] = *words
        && is_plain
        && !label.lower(last).ends_with(['a', 'i', 'o', 'u', 's'])
        && abbreviation(part(label.text, last.start, last.end)).is_none()
    {
        label.add(&[(last.end, PLURAL)]);
    }
}

/// All that is needed of English here.
const PLURAL: Change = Change {
    dropped: 0,
    suffix: "s",
    is_singular: false,
};

#[cfg(test)]
mod tests {
    use super::super::tests::check;
    use super::*;

    #[test]
    fn rules_are_where_they_are_looked_for() {
        for language in [FRENCH, SPANISH, ITALIAN, PORTUGUESE] {
            language.rules.check();
        }
    }
}
