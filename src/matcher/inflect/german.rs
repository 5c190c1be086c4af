//! German: genitive, plural, and the endings of adjectives before the head.
//!
//! A noun's ending tells its gender and plural for most abstract words (-ung, -heit, -ion …). For the others the plausible forms are made: a wrong one
//! ("Steuers") is in no text. Plurals with a changed vowel are made only for nouns that are listed, by their ending, because the head of a compound is its end:
//! "trag" stands for Vertrag, Ertrag, Antrag.

use super::rules::{Change, Forms, Rules};
use super::{Edit, Label, Word, part};

/// Nouns, by the last letter of the ending. `+` marks genitives; other forms are plurals, or the singular of a plural.
#[rustfmt::skip]
const NOUNS: Rules = Rules::new(
    "+s+es0e0en
firma1en thema+s1en dogma+s1en a+s0s
chuld0en kind+s+es0er0ern glied+s+es0er0ern kleid+s+es0er0ern eld+s+es0er0ern ild+s+es0er0ern land+s+es3änder3ändern tand+s+es3ände3änden band+s+es3ände3änden rund+s+es3ünde3ünden
-ohne! ende+s0n nteresse+s0n werbe+s0n bäude+s0n nahme0n gabe0n ive0n ale0n nisse2 e0n1
-of! -auf! dorf+s+es3örfer3örfern hof+s+es2öfe2öfen wurf+s+es3ürfe3ürfen lauf+s+es3äufe3äufen kauf+s+es3äufe3äufen
chlag+s+es2äge2ägen trag+s+es2äge2ägen zug+s+es2üge2ügen ung0en gang+s+es3änge3ängen rang+s+es3änge3ängen fang+s+es3änge3ängen zeug+s+es0e0en ling+s+es0e0en ding+s+es0e0en ing+s0s
-durch! -nach! buch+s+es3ücher3üchern pruch+s+es3üche3üchen bruch+s+es3üche3üchen
-bei! ei0en i+s0s
ik0en bank0en thek0en block+s+es0s3öcke3öcken volk+s+es3ölker3ölkern
ahl0en handel+s iel+s+es0e0en regel0n formel0n zoll+s+es3ölle3öllen kanal+s2äle2älen mangel+s5ängel5ängeln ball+s+es3älle3ällen fall+s+es3älle3ällen el+s0n
-am! -im! -zum! aum+s+es3äume3äumen datum+s2en tum+s2ümer2ümern um+s2en form0en
-gegen! -an! -in! plan+s+es2äne2änen mann+s+es3änner3ännern schaden+s5äden rztin0nen ntin0nen datin0nen matin0nen pertin0nen nigin0nen legin0nen -von! ungen2 heiten2 keiten2 schaften2 ionen2 täten2 enzen2 finanzen anzen2 ktien1 banken2 zinsen2 innen3 staaten2 kosten daten erin0nen istin0nen ndin0nen ohn+s+es3öhne3öhnen ion0en erson0en eln1 en+s1
konto+s1en1i saldo+s1en1i risiko+s1en o+s0s
-vor! -unter! -über! -zur! -für! -einer! -der! eur+s+es0e0en ur0en or+s0en ier+s+es0e0en steuer0n er+s0n
-als! -aus! -eines! -des! mus2en virus2en zyklus2en haus+es3äuser3äusern us basis2en zins+es0en fonds ens nis+ses0se0sen luss+es3üsse3üssen urs+es0e0en puls+es0e0en os1 ns1 rs1 ts1 ls1 ks1 ps1 ds1 s+es0e0en
-mit! gericht+s+es0e0en bericht+s+es0e0en icht0en heit0en keit0en schaft0en arbeit0en zeit0en welt0en post fahrt0en frist0en kunft4ünfte4ünften kraft3äfte3äften stadt3ädte3ädten macht4ächte4ächten tät0en markt+s+es4ärkte4ärkten arzt+s+es4ärzte4ärzten wort+s+es3örter3örtern0e0en blatt+s+es3ätter3ättern walt+s+es3älte3älten gut+s+es2üter2ütern amt+s+es3ämter3ämtern srat+s+es2äte2äten staat+s+es0en patent+s+es0e0en prozent+s+es0e0en onsument0en ment+s0e0en ent0en ant0en ist0en
u+s0s
index+es2izes0e x+es0e0en
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

/// Endings of an adjective before the head, by the head's form: as it is in the label for a masculine or neuter noun, in the plural (the same as for a feminine
/// noun in the label), in the genitive or the dative of the plural.
const SINGULAR: Forms = Forms(b"0e0en0em");
const PLURAL: Forms = Forms(b"0e0en0er");
const OBLIQUE: Forms = Forms(b"0en");

pub(super) fn inflect(label: &mut Label) {
    let words = label.words();
    // The ends of the words before the head that may be adjectives, and the bytes of their endings.
    let mut adjectives: Vec<(usize, usize)> = Vec::new();
    let mut head: Option<Word> = None;
    for &word in &words {
        if let Some(head) = head {
            if label.rule(word, &NOUNS).is(b'!') {
                break;
            }
            let dropped = match part(label.lower, head.start, head.end) {
                [_, _, _, .., b'e'] => 1,
                [_, _, .., b'e', b'r' | b's'] => 2,
                _ => 0,
            };
            if dropped > 0 {
                adjectives.push((head.end, dropped));
            }
        }
        head = Some(word);
    }
    let Some(head) = head else { return };
    let is_noun = part(label.text, head.start, head.end) != part(label.lower, head.start, head.end);
    let is_short = words.len() == 1 && label.lower.len() < 8;
    // "Digitale …" is feminine or plural, "digitaler …" masculine, "digitales …" neuter.
    match adjectives.first() {
        Some((_, 1)) => add(label, &adjectives, PLURAL, None),
        Some(_) => add(label, &adjectives, SINGULAR, None),
        None => {}
    }
    let mut has_plural = false;
    for change in label.changes(head, if is_noun { &NOUNS } else { &ADJECTIVES }) {
        let is_dative = has_plural && change.suffix.ends_with(b"n");
        // "Gewinnen" is more often the verb than the dative. Compounds ("Bilanzgewinn") have no such verb beside them.
        // Nor is "Mark" the singular of "Marke", as that of "Wertpapiere" is without its -e.
        let is_cut = change.dropped == 1 && label.lower.ends_with(b"e");
        if is_short && is_noun && (is_cut || is_dative && change.dropped == 0) {
            continue;
        }
        let endings = if change.is_singular || is_dative {
            OBLIQUE
        } else {
            has_plural = true;
            PLURAL
        };
        add(label, &adjectives, endings, Some((head.end, change)));
    }
}

/// Adds a form of the head with each of the endings at the adjectives before it.
fn add(label: &mut Label, adjectives: &[(usize, usize)], endings: Forms, head: Option<Edit>) {
    for ending in endings {
        let mut edits: Vec<Edit> = Vec::new();
        for &(end, dropped) in adjectives {
            edits.push((end, Change { dropped, ..ending }));
        }
        edits.extend(head);
        label.add(&edits);
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::check;
    use super::*;

    #[test]
    #[rustfmt::skip]
    fn nouns_and_their_adjectives() {
        check("de", &[
            ("Währung", "Währungen"),
            ("digitale Währung", "digitalen Währung, digitaler Währung, digitale Währungen, digitalen Währungen, digitaler Währungen"),
            ("digitaler Euro", "digitale Euro, digitalen Euro, digitalem Euro, digitalen Euros, digitale Euros, digitaler Euros"),
            ("digitales Zentralbankgeld", "digitale Zentralbankgeld, digitalen Zentralbankgeld, digitalem Zentralbankgeld, digitalen Zentralbankgelds, digitalen Zentralbankgeldes, digitale Zentralbankgelder, digitalen Zentralbankgelder, digitaler Zentralbankgelder, digitalen Zentralbankgeldern"),
            ("Zentralbank", "Zentralbanken"),
            ("Europäische Zentralbank", "Europäischen Zentralbank, Europäischer Zentralbank, Europäische Zentralbanken, Europäischen Zentralbanken, Europäischer Zentralbanken"),
            ("Vertrag", "Vertrags, Vertrages, Verträge, Verträgen"),
            ("intelligenter Vertrag", "intelligente Vertrag, intelligenten Vertrag, intelligentem Vertrag, intelligenten Vertrags, intelligenten Vertrages, intelligente Verträge, intelligenten Verträge, intelligenter Verträge, intelligenten Verträgen"),
            ("Markt", "Markts, Marktes, Märkte, Märkten"),
            ("Kapitalmarkt", "Kapitalmarkts, Kapitalmarktes, Kapitalmärkte, Kapitalmärkten"),
            ("Aktie", "Aktien"),
            ("Kredit", "Kredits, Kredites, Kredite"),
            ("Gewinn", "Gewinns, Gewinnes, Gewinne"),
            ("Bilanzgewinn", "Bilanzgewinns, Bilanzgewinnes, Bilanzgewinne, Bilanzgewinnen"),
            ("Token", "Tokens, Toke"),
            ("NFT", "NFTs"),
            ("CBDC", "CBDCs"),
            ("Blockchain", "Blockchains, Blockchaines, Blockchaine, Blockchainen"),
            ("Wallet", "Wallets, Walletes, Wallete"),
            ("Smart Contract", "Smart Contracts, Smart Contractes, Smart Contracte, Smart Contracten"),
            ("Händler", "Händlers, Händlern"),
            ("Händlerin", "Händlerinnen"),
            ("Präsidentin", "Präsidentinnen"),
            ("Hausarzt", "Hausarzts, Hausarztes, Hausärzte, Hausärzten"),
            ("Entwurf", "Entwurfs, Entwurfes, Entwürfe, Entwürfen"),
            ("Anspruch", "Anspruchs, Anspruches, Ansprüche, Ansprüchen"),
            ("Rechtsanwalt", "Rechtsanwalts, Rechtsanwaltes, Rechtsanwälte, Rechtsanwälten"),
            ("Sozialplan", "Sozialplans, Sozialplanes, Sozialpläne, Sozialplänen"),
            ("Mitglied", "Mitglieds, Mitgliedes, Mitglieder, Mitgliedern"),
            ("Passwort", "Passworts, Passwortes, Passwörter, Passwörtern, Passworte, Passworten"),
            ("Plugin", "Plugins, Plugines, Plugine"),
            ("Ergebnis", "Ergebnisses, Ergebnisse, Ergebnissen"),
            ("Konto", "Kontos, Konten, Konti"),
            ("Risiko", "Risikos, Risiken"),
            ("Index", "Indexes, Indizes, Indexe"),
            ("Datum", "Datums, Daten"),
            ("Museum", "Museums, Museen"),
            ("Mechanismus", "Mechanismen"),
            ("Virus", "Viren"),
            ("Unternehmen", "Unternehmens, Unternehme"),
            ("Steuer", "Steuern"),
            ("Zins", "Zinses, Zinsen"),
            ("Zinssatz", "Zinssatzes, Zinssätze, Zinssätzen"),
            ("Haus", "Hauses, Häuser, Häusern"),
            ("Bank für Internationalen Zahlungsausgleich", "Banken für Internationalen Zahlungsausgleich"),
            ("Internet der Dinge", "Internets der Dinge, Internetes der Dinge, Internete der Dinge, Interneten der Dinge"),
            ("Recht", "Rechts, Rechtes, Rechte"),
            ("dezentral", "dezentrale, dezentralen, dezentraler, dezentrales, dezentralem"),
            ("dezentrale Finanzen", "dezentralen Finanzen, dezentraler Finanzen"),
            ("Anleihe", "Anleihen"),
            ("Währungen", "Währung"),
            ("Innovationen", "Innovation"),
            ("Coins", "Coin"),
            ("Thema", "Themas, Themen"),
            ("Firma", "Firmen"),
            ("Staat", "Staats, Staates, Staaten"),
            ("Patent", "Patents, Patentes, Patente"),
            ("Kunde", "Kunden"),
            ("Broker", "Brokers, Brokern"),
            ("Bitcoin", "Bitcoins, Bitcoines, Bitcoine"),
            ("Fonds", ""),
            ("Prozess", "Prozesses, Prozesse"),
            ("5G", ""),
            ("Börse", "Börsen"),
            ("Handel", "Handels"),
            ("Wertpapier", "Wertpapiers, Wertpapieres, Wertpapiere, Wertpapieren"),
            ("Fahrzeug", "Fahrzeugs, Fahrzeuges, Fahrzeuge, Fahrzeugen"),
            ("Spiel", "Spiels, Spieles, Spiele"),
            ("Wertpapiere", "Wertpapieren, Wertpapier"),
            ("Derivate", "Derivaten, Derivat"),
            ("Anleihen", "Anleihens, Anleihe"),
            ("Renditen", "Renditens, Rendite"),
            ("digitale Anleihen", "digitalen Anleihen, digitaler Anleihen, digitalen Anleihens, digitale Anleihe, digitalen Anleihe, digitaler Anleihe"),
            ("Ergebnisse", "Ergebnis"),
            ("Regeln", "Regel"),
            ("Videos", "Video"),
            ("Kosten", ""),
            ("Daten", ""),
            ("Marke", "Marken"),
            ("Wertmarke", "Wertmarken, Wertmark"),
            ("Übernahme", "Übernahmen"),
            ("Alternative", "Alternativen"),
            ("Händler", "Händlers, Händlern"),
        ]);
    }

    #[test]
    fn rules_are_where_they_are_looked_for() {
        NOUNS.check();
        ADJECTIVES.check();
    }
}
