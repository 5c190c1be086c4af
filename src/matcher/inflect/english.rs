//! English: the plural of a label's head, and the singular of a plural label.
//!
//! The head of a noun phrase is its last word ("central banks"), or the one before a preposition ("proofs of stake", "mothers-in-law") or before
//! an adjective that stands behind its noun ("attorneys general").

use super::rules::Rules;
use super::{Label, Word};
use crate::base::list;

/// By the last letter of the ending. The order within a line counts: "human" is asked before "man". A label that must not have its other number, because that is another
/// word, is marked with `^`; docs/inflection.md says why for each.
#[rustfmt::skip]
const RULES: Rules = Rules::new(
    "0s
data media criteria1on phenomena1on automata1on memoranda1um addenda1um bacteria1um consortia1um equilibria1um symposia1um curricula1um spectra1um strata1um formula0s0e antenna0s0e larva0e alga0e
^economic ^politic ^logistic ^mathematic ^physic ^ethic ^dynamic ^electronic ^analytic ^robotic
child0ren ^good ^odd ^wood ^proceed
mouse4ice goose4eese mice3ouse people4rson formulae1 antennae1 larvae1 algae1 ife2ves ^premise ^damage ^future ^due ^spectacle
elf1ves half1ves calf1ves leaf1ves loaf1ves thief1ves wolf1ves scarf1ves0s
^saving ^earning offspring
tooth4eeth teeth4ooth each0es oach0es ach0s narch0s iarch0s garch0s epoch0s tech0s ch0es sh0es
stimuli1us foci1us nuclei1us radii1us loci1us alumni1us fungi1us
^thank ^work
^medium0s medium2a0s ium0s2a mum0s2a ndum2a0s stratum2a spectrum2a0s ^custom ^arm
children3 women2an specimen0s regimen0s omen0s men2an human0s german0s roman0s ottoman0s talisman0s man2en person4ople0s criterion2a phenomenon2a0s automaton2a0s ^mean ^remain
potato0es tomato0es hero0es veto0es echo0es embargo0es mosquito0es0s volcano0es0s tornado0es0s cargo0es0s buffalo0es0s zero0s0es motto0es0s
sheep
^reuter deer
^as ^us ^its news ^goods ^customs ^savings ^thanks ^means ^arms ^works ^securities ^futures ^damages ^premises ^proceeds ^earnings ^odds ^rights ^woods ^dues ^remains ^shorts ^contents ^spectacles glasses ^glass ^windows ^mars ^wales ^williams ^james ^charles ^jones ^adams series species headquarters crossroads reuters 's ’s lens0es swiss ss0es menus1 gurus1 stimulus2i focus2i0es nucleus2i radius2i0es locus2i alumnus2i fungus2i0es us0es topics1 clinics1 ics chassis sis2es axis2es iris0es polis0es taxis1 emojis1 skis1 is chaos ethos cosmos kudos gas0es bias0es atlas0es canvas0es alias0es texas kansas christmas overseas dallas ovies1 ookies1 alories1 ombies1 elfies1 ^ties1 ^pies1 ies3y eaches2 oaches2 aches1 niches1 ches2 shes2 ^axes2is xes2 databases1 bases2is1 crises2is theses2is lyses2is oases2is gnoses2is sses2 quizzes3 zzes2 tzes2 buses2 gases2 iases2 lenses2 ruses2 tuses2 nuses2 suses2 luses2 puses2 focuses2 shoes1 ^toes1 oes2 elves3f halves3f calves3f leaves3f loaves3f thieves3f wolves3f scarves3f knives3fe wives3fe olives1 lives3fe indices4ex matrices4ix vertices4ex vortices4ex appendices4ix 1
^it ^right ^short ^content -craft0s craft foot3eet feet3oot
^new
^ox0en matrix1ces0es appendix1ces0es index2ices0es vertex2ices0es vortex2ices0es eaux1 x0es
^security money0s2ies ay0s ey0s oy0s quy1ies uy0s y1ies
quiz0zes z0es",
);

/// Words that part a head noun from what follows it.
const PREPOSITIONS: &str = "of in for to at on by with from as under over between against per without";

/// Adjectives that stand behind their noun, if they are last.
const BEHIND: &str = "general martial elect payable receivable";

pub(super) fn inflect(label: &mut Label) {
    let words = label.words();
    let Some(&last) = words.last() else { return };
    let (head, behind) = head(label, &words);
    add(label, head);
    // "Proof of stake network": is it the proof, or the network? A phrase that long may have its head at the end.
    if matches!(behind, 2 | 3) {
        add(label, last);
    }
}

fn add(label: &mut Label, word: Word) {
    let word = in_compound(label, word);
    for change in label.changes(word, &RULES) {
        label.add(&[(word.end, change)]);
    }
}

/// The head among the words, and how many words follow its preposition.
fn head(label: &Label, words: &[Word]) -> (Word, usize) {
    let [.., before, last] = *words else {
        return (words[0], 0);
    };
    // Neither the first word nor the last parts a head from anything.
    for at in 1..words.len() - 1 {
        if is_preposition(label.lower(words[at])) {
            return (words[at - 1], words.len() - 1 - at);
        }
    }
    let is_behind = list::has(BEHIND, label.lower(last));
    (if is_behind { before } else { last }, 0)
}

/// The part of a hyphenated word that is inflected: the last one, or the one before a preposition ("mother-in-law"). In "point-of-sale terminal" the compound
/// is not the head and is never asked.
fn in_compound(label: &Label, word: Word) -> Word {
    let text = label.lower(word);
    let mut head: Option<Word> = None;
    let mut start = word.start;
    for piece in text.split_inclusive(HYPHENS) {
        let bare = piece.trim_end_matches(HYPHENS);
        let end = start + bare.len();
        match head {
            Some(head) if end < word.end && is_preposition(bare) => return head,
            _ => head = Some(Word { start, end }),
        }
        start += piece.len();
    }
    head.unwrap_or(word)
}

const HYPHENS: [char; 3] = ['-', '\u{2010}', '\u{2011}'];

fn is_preposition(word: &str) -> bool {
    word.len() <= 7 && list::has(PREPOSITIONS, word)
}

#[cfg(test)]
mod tests {
    use super::super::tests::check;
    use super::*;

    #[test]
    fn rules_are_where_they_are_looked_for() {
        RULES.check();
    }

    #[test]
    fn plurals() {
        check("en", &[("central bank", "central banks")]);
    }
}
