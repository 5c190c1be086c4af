//! English: the plural of a label's head, and the singular of a plural label.
//!
//! The head of a noun phrase is its last word ("central banks"), or the one before a preposition ("proofs of stake", "mothers-in-law") or before
//! an adjective that stands behind its noun ("attorneys general").

use super::rules::{Change, Rules};
use super::{Label, Word, part};

/// By the last letter of the ending. The order within a line counts: "human" is asked before "man". A plural that is another word than its singular has no forms, and
/// is marked with `^` where that only holds for a label of one word; docs/inflection.md says why for each.
#[rustfmt::skip]
const RULES: Rules = Rules::new(
    "0s
data media bacteria1um ima1um strata1um curricula1um addenda1um alga0e larva0e0s vertebra0e0s antenna0s0e nebula0e0s nova0e0s criteria1on phenomena1on memoranda1um consortia1um formula0s0e
child0ren
-receivable< -payable< mouse4ice -goose4eese mice3ouse geese4oose people4rson ae1 ife2ves
-of! elf1ves half1ves calf1ves leaf1ves thief1ves wolf1ves
offspring
-with! tooth4eeth teeth4ooth each0es oach0es ach0s narch0s iarch0s garch0s tech0s ch0es sh0es
uli1us oci1us clei1us fungi1us cacti1us alumni1us
-martial< -general<0s
-from! medium2a0s ium0s2a imum0s2a ndum2a0s ctrum2a0s
-on! -in! children3 women2an regimen0s omen0s men2an specimen0s human0s german0s roman0s man2en person4ople0s criterion2a phenomenon2a0s automaton2a0s
-to! o0s0es
sheep
-per! -under! -for! deer
-as! ^as ^us ^its news ^goods ^customs ^savings ^thanks ^means ^arms ^works ^securities ^futures ^damages ^premises ^proceeds ^earnings ^odds ^rights ^woods ^dues ^remains ^shorts ^contents ^spectacles glasses ^windows ^mars ^wales series species headquarters reuters 's ’s lens0es swiss ss0es menus1 gurus1 corpus2ora0es genus2era -minus0es bus0es us0es2i -metrics1 -statistics1 teristics1 euristics1 nomics otics litics lytics istics ethics hysics matics etics onics metrics -basics chassis sis2es taxis1 axis2es polis0es emojis1 is chaos ethos cosmos gas0es bias0es atlas0es canvas0es alias0es texas christmas overseas ies3y1 ches21 shes2 ^axes2is xes2 databases1 bases2is1 crises2is theses2is lyses2is gnoses2is sses2 quizzes3 zzes2 tzes2 buses2 gases2 iases2 lenses2 ruses2 tuses2 nuses2 suses2 luses2 puses2 focuses2 cuses2 oes21 elves3f halves3f calves3f leaves3f thieves3f wolves3f knives3fe wives3fe olives1 lives3fe ndices4ex rtices4ex trices4ix 1
-elect< -without! -against! -at! aircraft acecraft tercraft foot3eet feet3oot
^ox0en ix1ces0es dex2ices0es rtex2ices0es eaux1 x0es
-by! money0s2ies ay0s ey0s oy0s quy1ies uy0s y1ies
quiz0zes z0es",
);

pub(super) fn inflect(label: &mut Label) {
    // "The Galaxy" is ours, and "the galaxies" are others; "the Soviets" have no singular.
    if label.lower.starts_with(b"the ") {
        return;
    }
    let words = label.words();
    let (mut head, mut before) = (None, None);
    let mut behind = 0;
    for (at, &word) in words.iter().enumerate() {
        // Neither the first word nor the last parts a head from anything.
        if behind > 0 {
            behind += 1;
        } else if before.is_some() {
            let mark = if at + 1 < words.len() { b'!' } else { b'<' };
            if label.rule(word, &RULES).is(mark) {
                (head, behind) = (before, 1);
            }
        }
        before = Some(word);
    }
    if let Some(head) = head {
        add(label, head);
    }
    // "Proof of stake network": is it the proof, or the network? A phrase that long may have its head at the end.
    if let Some(last) = before
        && matches!(behind, 0 | 3 | 4)
    {
        add(label, last);
    }
}

/// Adds the forms of a word; of a hyphenated one, those of its last part, or of the one before a preposition ("mother-in-law"). In "point-of-sale terminal" the compound
/// is not the head and is never asked.
fn add(label: &mut Label, word: Word) {
    // "MP3s", "F-16s", "10-Ks": a designation, all of it, which its parts are not.
    let whole = part(label.lower, word.start, word.end);
    let written = part(label.text, word.start, word.end);
    if matches!(written, [.., b'0'..=b'9'] | [.., b'-', b'A'..=b'Z'])
        && whole.iter().any(u8::is_ascii_alphabetic)
    {
        let plural = Change {
            dropped: 0,
            suffix: b"s",
            is_singular: false,
        };
        label.add(&[(word.end, plural)]);
        return;
    }
    let (mut start, mut head) = (word.start, None);
    let mut at = word.start;
    while at <= word.end {
        // The hyphens U+2010 and U+2011 are three bytes, E2 80 90 and 91.
        let (is_end, length) = match part(label.lower, at, word.end) {
            [] | [b'-', ..] => (true, 1),
            [0xE2, 0x80, 0x90 | 0x91, ..] => (true, 3),
            _ => (false, 1),
        };
        if is_end {
            let piece = Word { start, end: at };
            let mark = if at < word.end { b'!' } else { b'<' };
            if head.is_some() && label.rule(piece, &RULES).is(mark) {
                break;
            }
            (head, start) = (Some(piece), at + length);
        }
        at += length;
    }
    if let Some(head) = head {
        // "New" has no plural, because "news" has no singular. A part of a longer label is no other word: "public goods".
        let is_all = head.start == 0 && head.end == label.lower.len();
        // An acronym is no word, and words in -i have plurals that look like singulars in -is.
        let is_asked =
            is_all && label.lower.last() != Some(&b'i') && label.lower.last() == label.text.last();
        // "Bonds" and "Jobs" may be names, which have no singular. "Companies" and "Taxes" are not, nor are the heads of phrases; "NFTs" is an acronym.
        let is_capital = |at| label.lower.get(at) != label.text.get(at);
        let is_name = head.start == 0 && is_capital(0) && !is_capital(1);
        for change in label.changes(head, &RULES) {
            let is_cut = is_name && change.dropped == 1 && change.suffix.is_empty();
            let stem = part(label.lower, 0, head.end.saturating_sub(change.dropped));
            let form = [stem, change.suffix].concat();
            if !is_cut && (!is_asked || RULES.forms(&form, 0).next().is_some()) {
                label.add(&[(head.end, change)]);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::check;
    use super::*;

    #[test]
    #[rustfmt::skip]
    fn plurals() {
        check("en", &[
            ("central bank", "central banks"),
            ("cryptocurrency", "cryptocurrencies"),
            ("company", "companies"),
            ("key", "keys"),
            ("attorney general", "attorneys general"),
            ("secretary-general", "secretaries-general"),
            ("mother-in-law", "mothers-in-law"),
            ("letter of credit", "letters of credit"),
            ("proof of stake", "proofs of stake"),
            ("proof-of-stake", "proofs-of-stake"),
            ("point-of-sale terminal", "point-of-sale terminals"),
            ("proof of stake network", "proofs of stake network, proof of stake networks"),
            ("initial coin offering", "initial coin offerings"),
            ("non-fungible token", "non-fungible tokens"),
            ("general", "generals"),
            ("stock index", "stock indices, stock indexes"),
            ("matrix", "matrices, matrixes"),
            ("knife", "knives"),
            ("life", "lives"),
            ("shelf", "shelves"),
            ("chief", "chiefs"),
            ("belief", "beliefs"),
            ("potato", "potatos, potatoes"),
            ("hero", "heros, heroes"),
            ("piano", "pianos, pianoes"),
            ("photo", "photos, photoes"),
            ("analysis", "analyses"),
            ("hypothesis", "hypotheses"),
            ("criterion", "criteria"),
            ("phenomenon", "phenomena, phenomenons"),
            ("memorandum", "memoranda, memorandums"),
            ("consortium", "consortiums, consortia"),
            ("premium", "premiums, premia"),
            ("stimulus", "stimuluses, stimuli"),
            ("alumnus", "alumnuses, alumni"),
            ("nucleus", "nucleuses, nuclei"),
            ("corpus", "corpora, corpuses"),
            ("larva", "larvae, larvas"),
            ("bacterium", "bacteriums, bacteria"),
            ("focus", "focuses, foci"),
            ("virus", "viruses, viri"),
            ("formula", "formulas, formulae"),
            ("child", "children"),
            ("person", "people, persons"),
            ("man", "men"),
            ("policeman", "policemen"),
            ("saleswoman", "saleswomen"),
            ("human", "humans"),
            ("foot", "feet"),
            ("mouse", "mice"),
            ("goose", "geese"),
            ("tooth", "teeth"),
            ("tax", "taxes"),
            ("branch", "branches"),
            ("brush", "brushes"),
            ("stomach", "stomachs"),
            ("monarch", "monarchs"),
            ("oligarch", "oligarchs"),
            ("fintech", "fintechs"),
            ("quiz", "quizzes"),
            ("business", "businesses"),
            ("status", "statuses, stati"),
            ("basis", "bases"),
            ("lens", "lenses"),
            ("gas", "gases"),
            ("bus", "buses"),
            ("census", "censuses, censi"),
            ("bias", "biases"),
            ("economy", "economies"),
            ("money", "moneys, monies"),
            ("aircraft", ""),
            ("sheep", ""),
            ("handicraft", "handicrafts"),
            ("Blockchain", "Blockchains"),
            ("Apple", "Apples"),
            ("Capital Market", "Capital Markets"),
            ("Bank, central", "Banks, central"),
            ("LLM (Large Language Model)", "LLMs (Large Language Model)"),
            ("mango", "mangos, mangoes"),
            ("radio", "radios, radioes"),
            ("cortex", "cortices, cortexes"),
            ("helix", "helices, helixes"),
            ("calculus", "calculuses, calculi"),
            ("minus", "minuses"),
            ("plastic", "plastics"),
            ("logic", "logics"),
            ("comic", "comics"),
            ("public", "publics"),
        ]);
    }

    #[test]
    #[rustfmt::skip]
    fn singulars() {
        check("en", &[
            ("Indices", "Index"),
            ("branches", "branch, branche"),
            ("companies", "company, companie"),
            ("digital collections", "digital collection"),
            ("bonds", "bond"),
            ("derivatives", "derivative"),
            ("Companies", "Company"),
            ("Taxes", "Tax"),
            ("Central Banks", "Central Bank"),
            ("E-Wallets", "E-Wallet"),
            ("central banks", "central bank"),
            ("potatoes", "potato, potatoe"),
            ("shoes", "sho, shoe"),
            ("analyses", "analysis"),
            ("databases", "database"),
            ("knowledge bases", "knowledge basis, knowledge base"),
            ("criteria", "criterion"),
            ("bacteria", "bacterium"),
            ("fungi", "fungus"),
            ("algae", "alga"),
            ("children", "child"),
            ("women", "woman"),
            ("policemen", "policeman"),
            ("people", "person"),
            ("knives", "knife"),
            ("shelves", "shelf"),
            ("lives", "life"),
            ("olives", "olive"),
            ("services", "service"),
            ("licenses", "license"),
            ("quizzes", "quiz"),
            ("movies", "movy, movie"),
            ("caches", "cach, cache"),
            ("approaches", "approach, approache"),
            ("prices", "price"),
            ("viruses", "virus"),
            ("causes", "cause"),
            ("menus", "menu"),
            ("taxes", "tax"),
            ("topics", "topic"),
            ("attorneys general", "attorney general"),
            ("letters of credit", "letter of credit"),
            ("mothers-in-law", "mother-in-law"),
            ("NFTs", "NFT"),
            ("calories", "calory, calorie"),
            ("avalanches", "avalanch, avalanche"),
            ("canoes", "cano, canoe"),
            ("taxis", "taxi"),
            ("minima", "minimum"),
            ("cortices", "cortex"),
            ("circuses", "circus"),
            ("graphics", "graphic"),
        ]);
    }

    #[test]
    #[rustfmt::skip]
    fn never_another_word() {
        check("en", &[
            ("new", ""),
            ("news", ""),
            ("good", ""),
            ("goods", ""),
            ("public good", "public goods"),
            ("Reuters", ""),
            ("Reuter", ""),
            ("as", ""),
            ("it", ""),
            ("its", ""),
            ("us", ""),
            ("custom", ""),
            ("customs", ""),
            ("saving", ""),
            ("savings", ""),
            ("savings bank", "savings banks"),
            ("thank", ""),
            ("thanks", ""),
            ("mean", ""),
            ("means", ""),
            ("arm", ""),
            ("arms", ""),
            ("glass", ""),
            ("glasses", ""),
            ("smart glasses", ""),
            ("spectacle", ""),
            ("work", ""),
            ("works", ""),
            ("security", ""),
            ("securities", ""),
            ("asset-backed security", "asset-backed securities"),
            ("future", ""),
            ("futures", ""),
            ("right", ""),
            ("human rights", "human right"),
            ("economic", ""),
            ("economics", ""),
            ("logistic", ""),
            ("ethics", ""),
            ("metric", "metrics"),
            ("metrics", "metric"),
            ("statistics", "statistic"),
            ("biometric", ""),
            ("biometrics", ""),
            ("econometrics", ""),
            ("linguistics", ""),
            ("medium", "mediums"),
            ("media", ""),
            ("data", ""),
            ("big data", ""),
            ("series", ""),
            ("species", ""),
            ("headquarters", ""),
            ("Texas", ""),
            ("Swiss", ""),
            ("Windows", ""),
            ("Bonds", ""),
            ("Derivatives", ""),
            ("the Soviets", ""),
            ("The Galaxy", ""),
            ("the solar system", ""),
            ("The Samples", ""),
            ("Js", ""),
            ("Rolling Stones", "Rolling Stone"),
            ("People’s", ""),
            ("purchasing managers’", ""),
            ("storage medium", "storage media, storage mediums"),
            ("minute", "minutes"),
            ("share", "shares"),
            ("Israeli", "Israelis"),
            ("analytics", ""),
            ("logistics", ""),
            ("genetics", ""),
            ("genomics", ""),
            ("robotics", ""),
            ("basics", ""),
            ("physics", ""),
            ("digital logistics", ""),
        ]);
    }

    #[test]
    #[rustfmt::skip]
    fn abbreviations_and_other_labels() {
        check("en", &[
            ("NFT", "NFTs"),
            ("CBDC", "CBDCs"),
            ("SMS", "SMSs, SMSes"),
            ("DeFi", "DeFis"),
            ("PoW", "PoWs"),
            ("dApp", "dApps"),
            ("X", ""),
            ("5G", ""),
            ("Web3", "Web3s"),
            ("Web 3.0", ""),
            ("B2B", ""),
            ("ERC-20", "ERC-20s"),
            ("4x4", "4x4s"),
            ("1980", ""),
            ("Layer 2", ""),
            ("C++", ""),
            ("51%", ""),
            ("区块链", ""),
            ("AML/CFT", "AML/CFTs"),
            ("central-bank", "central-banks"),
            ("decentralised", "decentraliseds"),
        ]);
    }

    #[test]
    fn rules_are_where_they_are_looked_for() {
        RULES.check();
    }
}
