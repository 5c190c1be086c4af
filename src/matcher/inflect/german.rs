//! German: genitive, plural, and the endings of adjectives before the head.
//!
//! A noun's ending tells its gender and plural for most abstract words (-ung, -heit, -ion …). For the others the plausible forms are made: a wrong one
//! ("Steuers") is in no text. Plurals with a changed vowel are made only for nouns that are listed, by their ending, because the head of a compound is its end:
//! "trag" stands for Vertrag, Ertrag, Antrag.

use super::rules::{Change, Rules};
use super::{Edit, Label, Word, part};
use crate::base::letter::is_capital;
use crate::base::list;

/// Nouns, by the last letter of the ending. `+` marks genitives; other forms are plurals, or the singular of a plural.
#[rustfmt::skip]
const NOUNS: Rules = Rules::new(
    "+s+es0e0en
firma1en thema+s1en dogma+s1en a+s0s
chuld0en eld+s+es0er0ern ild+s+es0er0ern land+s+es3änder3ändern tand+s+es3ände3änden band+s+es3ände3änden rund+s+es3ünde3ünden
ende+s0n nteresse+s0n werbe+s0n bäude+s0n e0n
lauf+s+es3äufe3äufen kauf+s+es3äufe3äufen
chlag+s+es2äge2ägen trag+s+es2äge2ägen zug+s+es2üge2ügen ung0en gang+s+es3änge3ängen rang+s+es3änge3ängen fang+s+es3änge3ängen ling+s+es0e0en ding+s+es0e0en ing+s0s
buch+s+es3ücher3üchern
ei0en i+s0s
ik0en bank0en thek0en
ahl0en kapital+s handel+s regel0n formel0n zoll+s+es3ölle3öllen fall+s+es3älle3ällen el+s0n
aum+s+es3äume3äumen datum+s2en tum+s2ümer2ümern um+s2en form0en
ungen2 heiten2 keiten2 schaften2 ionen2 täten2 enzen2 finanzen anzen2 ktien1 banken2 zinsen2 innen3 staaten2 kosten erin0nen istin0nen ndin0nen ohn+s+es3öhne3öhnen ain+s oin+s ion0en erson0en en+s
konto+s1en1i saldo+s1en1i risiko+s1en1s o+s0s
eur+s+es0e0en ur0en or+s0en steuer0n er+s0n
mus2en virus2en zyklus2en haus+es3äuser3äusern us basis2en zins+es0en fonds ens nis+ses0se0sen luss+es3üsse3üssen urs+es0e0en puls+es0e0en ns1 rs1 ts1 ls1 ks1 ps1 ds1 s+es0e0en
gericht+s+es0e0en bericht+s+es0e0en icht0en heit0en keit0en schaft0en arbeit0en zeit0en welt0en post fahrt0en frist0en kunft4ünfte4ünften kraft3äfte3äften stadt3ädte3ädten macht4ächte4ächten tät0en markt+s+es4ärkte4ärkten gut+s+es2üter2ütern amt+s+es3ämter3ämtern srat+s+es2äte2äten staat+s+es0en patent+s+es0e0en prozent+s+es0e0en onsument0en ment+s0e0en ent0en aurant+s ant0en ist0en ontract+s sset+s allet+s
u+s0s
x+es0e0en
y+s0s
atz+es3ätze3ätzen enz0en anz0en z+es0e0en
ß+es0e0en",
);

/// Adjectives that stand alone: "dezentral".
#[rustfmt::skip]
const ADJECTIVES: Rules = Rules::new(
    "0s
ig0e0en0er0es0em
sch0e0en0er0es0em lich0e0en0er0es0em
al0e0en0er0es0em ell0e0en0er0es0em
sam0e0en0er0es0em
bar0e0en0er0es0em är0e0en0er0es0em
los0e0en0er0es0em
ert0e0en0er0es0em
iv0e0en0er0es0em",
);

/// What ends a noun phrase's head: prepositions, and the articles of an attribute in the genitive ("Internet der Dinge").
const AFTER_THE_HEAD: &str =
    "der des einer eines für auf von zur zum in im mit an am aus bei über nach durch gegen ohne unter vor als of";

/// Endings of an adjective before the head, by the head's form: as it is in the label for a masculine or neuter noun, in the plural (the same as for a feminine
/// noun in the label), in the genitive or the dative of the plural.
const SINGULAR: [&str; 3] = ["e", "en", "em"];
const PLURAL: [&str; 3] = ["e", "en", "er"];
const OBLIQUE: [&str; 1] = ["en"];

pub(super) fn inflect(label: &mut Label) {
    let words = label.words();
    let at = (1..words.len())
        .find(|&at| list::has(AFTER_THE_HEAD, label.lower(words[at])))
        .unwrap_or(words.len());
    let Some((&head, before)) = words.get(..at).and_then(<[Word]>::split_last) else {
        return;
    };
    let is_noun = part(label.text, head.start, head.end)
        .chars()
        .any(is_capital);
    let changes = label.changes(head, if is_noun { &NOUNS } else { &ADJECTIVES });
    let adjectives: Vec<(usize, usize)> = before
        .iter()
        .filter_map(|&word| Some((word.end, adjective(label.lower(word))?)))
        .collect();
    let add = |label: &mut Label, endings: &[&'static str], change: Option<Change>| {
        for &suffix in endings {
            let mut edits: Vec<Edit> = Vec::new();
            for &(end, dropped) in &adjectives {
                edits.push((
                    end,
                    Change {
                        dropped,
                        suffix,
                        is_singular: true,
                    },
                ));
            }
            edits.extend(change.map(|change| (head.end, change)));
            label.add(&edits);
            if adjectives.is_empty() {
                break;
            }
        }
    };
    // "Digitale …" is feminine or plural, "digitaler …" masculine, "digitales …" neuter.
    let is_feminine = adjectives.first().is_some_and(|&(_, dropped)| dropped == 1);
    if !adjectives.is_empty() {
        add(label, if is_feminine { &PLURAL } else { &SINGULAR }, None);
    }
    let is_short = words.len() == 1 && label.lower.len() < 8;
    let mut has_plural = false;
    for change in changes {
        let is_dative = has_plural && change.suffix.ends_with('n');
        // "Gewinnen" is more often the verb than the dative. Compounds ("Bilanzgewinn") have no such verb beside them.
        if is_short && is_dative && change.dropped == 0 {
            continue;
        }
        let endings: &[&str] = if change.is_singular || is_dative {
            &OBLIQUE
        } else {
            has_plural = true;
            &PLURAL
        };
        add(label, endings, Some(change));
    }
}

/// The bytes of the ending of an adjective before a noun, if the word may be one.
fn adjective(word: &str) -> Option<usize> {
    if word.len() < 4 {
        None
    } else if word.ends_with('e') {
        Some(1)
    } else if word.ends_with("er") || word.ends_with("es") {
        Some(2)
    } else {
        None
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::check;
    use super::*;

    #[test]
    fn rules_are_where_they_are_looked_for() {
        NOUNS.check();
        ADJECTIVES.check();
    }

    #[test]
    fn nouns() {
        check("de", &[("Währung", "Währungen")]);
    }
}
