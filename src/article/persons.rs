//! The people of a text: their names are no terms.
//!
//! A name is one to three words with a capital behind a title ("Professor Zou Jun"), with a common given name, or with what people do or are beside it: they say something, hold an office, have an age.

use super::suggestions::{BODY, EMPTY, GIVEN, OFFICE, Reader, SAYS, TITLE};
use super::tokens::Tokens;
use crate::text::words::Key;

/// Before the name of a person.
pub(super) const TITLES: &str = "mr mrs ms dr sir president minister chairman chairwoman director professor prof senator sen rep gov governor judge coach chancellor \
    secretary spokesman spokeswoman king queen prince princess pope captain detective sgt lt actor actress singer author analyst attorney mayor economist \
    researcher ceo founder herr frau präsident präsidentin kanzler professorin madame monsieur mme président señor señora presidente ministro ministra ministre";
/// Behind one.
pub(super) const SAYING: &str = "said says told added stated explained wrote asked argued noted recalled who sagte sagt erklärte dit déclaré dijo afirmó";
/// In apposition to one.
pub(super) const OFFICES: &str = "chief vice president chairman chairwoman director professor researcher analyst economist founder lawyer attorney spokesman spokeswoman \
    minister manager officer executive author scientist expert partner editor secretary head ceo cfo cto senior member fellow who aged coach chef \
    vorsitzende vorsitzender leiter leiterin directeur directrice présidente director directora";
/// Part of the name of what is no person.
pub(super) const BODIES: &str = "inc corp corporation bank group university ministry commission bureau institute company co ltd llc party committee council court \
    department association agency times press street city hospital school college center centre international national house the gmbh ag universität \
    ministerium université ministère universidad ministerio";

/// Given names that are common and nothing else: no places, no months, few words.
pub(super) const GIVEN_NAMES: &str = "aaron adam adrian ahmed alan albert alejandro alex alexander alexandra alfred ali alice amanda amy ana anders andrea andreas \
    andrew andré angela anita ann anna anne anthony antoine antonio arthur barbara ben benjamin bernard bernd beth bill bob brandon \
    brian bruce camille carl carla carlos carol caroline catherine charles charlotte chris christian christina christine christoph \
    christopher claire claudia colin craig dan daniel daniela darren dave david dean deborah denise dennis derek diana diane diego \
    dieter dmitry donald donna dorothy doug douglas dylan ed eddie eduardo edward elena elisabeth elizabeth ellen emily emma emmanuel \
    eric erik ernst ethan eugene eva evan felipe felix fernando francis francisco frank franz françois fred friedrich frédéric gabriel \
    gareth gary georg george gerald gerhard gilles giorgio giovanni giulia graham greg guillaume günter hannah hans harold harry \
    heather heinz helen helmut henri henry herbert holger howard hugo ian igor ines ingrid irene isaac isabel ivan jack jacob \
    jacqueline jacques jaime jake james jamie jan jane janet jason javier jay jean jeff jeffrey jennifer jens jeremy jerome jerry \
    jesse jessica jill jim jimmy joachim joan joe joel johann johannes john jon jonas jonathan josef joseph josh joshua josé joyce \
    joão juan judith julia julian julie justin jürgen karen karin karl kate katharina katherine kathy katie keith kelly ken kenneth \
    kevin kim klaus kurt kyle larry lars laura lauren laurent lee leo leon leonard leslie linda lisa liz lorenzo louise luca lucas \
    lucy luis luke lutz madeleine manfred manuel marc marcel marco marcus margaret maria mariana marie marina mario marion mark markus \
    martha martin martina mary mason matt matthew matthias max megan melissa michael michel michelle miguel mike mohammed monica \
    monika myles nadine nancy natalie nathan neil nicholas nick nicola nicolas nicole nigel nina noah norman oliver olivier oscar owen \
    pablo pamela pascal patricia patrick paul paula pedro peggy peter petra phil philip philippe pierre rachel rafael rainer ralf \
    ralph ramon raymond rebecca renate ricardo richard rob robert roberto robin rodrigo roger roland ronald rosa rose ross roy rudolf \
    russell ruth ryan sally sam samantha samuel sandra sara sarah scott sean sebastian sergei sharon shaun sheldon silvia simon sofia \
    sonia sophie stefan stefanie stephan stephanie stephen steve steven stuart susan susanne sven sylvia tanya ted teresa terry \
    theodore thierry thomas tim timothy tina todd tom tomas tommy tony tracy tyler ulrich ursula uwe valerie vanessa vera veronica \
    victor vincent vladimir volker walter wayne wendy werner wilhelm william winston wolfgang xavier yves yvonne zachary zoe";

/// How many tokens of an apposition are looked at.
const APPOSITION: usize = 5;

impl Reader<'_> {
    /// Adds the stems of the words of persons' names.
    pub(super) fn add_persons(&self, tokens: &Tokens, persons: &mut Vec<Key>) {
        let mut at = 0;
        while at < tokens.len() {
            let from = at;
            let mut names: Vec<usize> = Vec::new();
            let mut what = 0;
            let mut has_title = false;
            // Words with a capital, titles before them and initials between them.
            while tokens.is_word(at) && tokens.at(at).is_capital {
                let own = self.what(tokens.at(at));
                if names.is_empty() && own & EMPTY != 0 {
                    break;
                }
                let is_title = names.is_empty() && own & TITLE != 0;
                has_title |= is_title;
                if !is_title {
                    names.push(at);
                    what |= own;
                }
                let is_stop = tokens.mark(at + 1) == '.' && (is_title || tokens.at(at).len() == 1);
                at += 1 + usize::from(is_stop);
            }
            let end = at;
            at = at.max(from + 1);
            if names.is_empty() || names.len() > 3 || what & BODY != 0 {
                continue;
            }
            // "the economist Jane Doe"
            has_title |= self.what(tokens.at(from.wrapping_sub(1))) & TITLE != 0;
            let behind = end + usize::from(tokens.mark(end) == ',');
            let mut is_person = self.what(tokens.at(behind)) & SAYS != 0
                || self.what(tokens.at(names[0])) & GIVEN != 0;
            if behind > end {
                let age = tokens.at(behind);
                is_person |= age.is_number() && age.len() == 2 && tokens.mark(behind + 1) == ',';
                for next in behind..behind + APPOSITION {
                    if matches!(tokens.mark(next), ',' | '.') {
                        break;
                    }
                    is_person |= self.what(tokens.at(next)) & OFFICE != 0;
                }
            }
            if has_title || (is_person && names.len() > 1) {
                for name in names {
                    persons.push(self.stem(tokens.at(name)));
                }
            }
        }
    }
}
