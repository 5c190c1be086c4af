//! Words that a text is read by, in lists. Which of them have a word is known of each [`Token`](super::tokens::Token), as a sum of bits.
//!
//! All of them are one text, which compresses better than many and needs no addresses. What makes dates and figures is in a lexicon of its own (`facts/lexicon.rs`).

/// A bit for each list, in order from the number given on, and all lists as one text with `|` behind each.
macro_rules! lists {
    ($all:ident, $place:ident from $first:literal: $($(#[$doc:meta])* $name:ident = $words:literal;)*) => {
        #[allow(non_camel_case_types, clippy::upper_case_acronyms)]
        enum $place { $($name),* }
        $($(#[$doc])* pub(super) const $name: u64 = 1 << ($place::$name as u32 + $first);)*
        pub(super) const $all: (u32, &str) = ($first, concat!($($words, "|"),*));
    };
}

lists! { ALL, Place from 0:
    /// English words without a topic.
    ENGLISH = "the of and to in is it that was for on are as with his they at be this from have or by but not he she we has had an which will its about above after \
        again against also although among another around because been before being between both could does down during each even ever every further having \
        here however into itself just like made make many might more most much must never only other over said same says shall should since some still such \
        than their them then there these those through under until upon very well were what when where whether while within without would your you who how can \
        may all any new one two our out up so if no do";
    /// The same in German.
    GERMAN = "der die das und ist von zu den mit auf für im dem nicht ein eine als auch es an er hat aus bei sie nach wird sich einer um am sind noch wie einem über \
        einen so zum war haben nur oder aber vor zur bis mehr durch man sein wurde sei werden diese dieser dieses wenn kann kein keine gegen schon seit ihre \
        ihrer ihren seine seiner seinen unter wegen sowie jedoch dass damit dann doch hier mehrere sollen soll würde wurden zwischen ohne";
    /// In French.
    FRENCH = "le la les de des du un une et est en que qui dans pour par sur pas plus au aux avec il elle ce se son sa ses ne sont ont été cette mais ou nous vous \
        leur leurs ils elles même aussi comme entre sans après avant depuis selon dont ainsi être avoir fait peut très tout tous toutes ces cela donc encore \
        lors alors quand sous chez notre votre autres autre deux deja était avait";
    /// In Spanish.
    SPANISH = "el la los las de del un una y es en que por para con no se su sus al lo como más pero ha han fue son este esta estos estas entre sin sobre también \
        hasta desde cuando muy ya todo todos donde según durante después antes porque ser sido está están tiene tienen así otro otra otros otras esto eso \
        había parte cada ante bajo contra hacia mientras aunque";
    /// A sentence that opens with one of these leans on the one before it and is hard to read alone.
    LEANING = "and another because both but he however instead it its meanwhile moreover nor or other others she so some such that their then there these they this \
        those thus yet aber doch er sie dies diese dieser dabei dadurch dafür dagegen damit danach daraus darin davon dazu deshalb außerdem allerdings jedoch \
        zudem zuvor il elle ils elles ce cette cela mais donc pero además él ella ello esto esta este sin";
    /// Who speaks, and what authors do: both among the first words of a sentence, it says what the text is about.
    AUTHORS = "we paper study article work wir nous artikel studie étude artículo estudio";
    /// See [`AUTHORS`].
    DOING = "propose introduce present presents develop show shows study investigate demonstrate describe describes provide design explore find proposes introduces \
        zeigen zeigt untersuchen stellen présentons proposons présente presentamos proponemos presenta";
    /// What stands below an article rather than in it. Not where the article is about it, and more than one sentence has the word.
    SMALL_PRINT = "copyright newsletter subscribe unsubscribe cookies disclaimer reprinted urheberrecht abonnieren abonnez suscríbete";
    /// Written at once before an amount: "RMB20".
    CODE = "rmb usd eur cny gbp jpy chf hkd rs";
    /// Between the ends of a range.
    RANGE = "to bis à a";
    /// The same behind [`BETWEEN`], and between years.
    AND = "and und et y";
    /// Between dates.
    UNTIL = "until till";
    /// Before the ends of a range.
    BETWEEN = "between zwischen entre";
    /// Between day and month, and before an address: "Jane Doe, 29, of 1909 Cedar Drive".
    OF = "of";
    /// "21 de diciembre", and between a scale and a unit: "3 millions de dollars".
    DE = "de";
    /// Between month and year.
    DEL = "del";
    /// Between a scale and a unit: "3 millions d'euros".
    D = "d di";
    /// Between a weekday and a day, or before the second date of a range.
    THE = "the dem den zum le au el al";
    /// Behind a day or a rank.
    NTH = "st nd rd th";
    /// Behind a day.
    ER = "er";
    /// "In December 21 people …"
    SINCE = "in since im en";
    /// "The day before yesterday"
    NEXT_TO = "before after";
    /// "après-demain"
    NEXT_TO_FRENCH = "avant après";
    /// Before [`NEXT_TO`].
    A_DAY = "day";
    /// Words before a number word that make it a part of a larger one: "three point five", "one hundred and five".
    PARTS = "point hundred and comma half virgule coma";
    /// Before a number.
    MINUS = "minus";
    /// Nouns in the plural without an s.
    PLURALS = "people women children";
    /// What no noun ends in, though it ends in an s: a verb or a function word of four letters and more.
    NO_NOUNS = "this does less plus minus versus across sous dans tous vers moins menos says rises falls times";
    /// "ranks No. 4"
    NO = "no";
}

lists! { OF_EDITORS, PlaceOfEditors from 32:
    /// Words that carry no topic in the news, besides function words.
    EMPTY_WORDS = "according ago already back came come copyright first get going good got http including know last later let lot made make news now often own people per \
        put quot really said say says see soon take thing think three time told took toward towards use used via want way well went www year yesterday today \
        com something someone anything everything nothing nobody everyone different yourself himself herself themselves become became possible available \
        several allow enough existing whole rather quite always little able behind toward four five six often once perhaps another also don didn isn wasn \
        doesn me my him her us what too off i a am laut sagte mehr neue neuen jahr jahre jahren beim bereits rund dafür hatte des gab zwei drei beide zudem \
        außerdem selon année années plus également notamment seulement prochain prochaine semaine plusieurs toujours indiqué jamais trois aujourd mois jour \
        jours según año años tras ver puede pueden puedes aquí podrá podrán tu tus si hace solo cada gran dos tres mismo misma además día días semana";
    /// "New York"
    NEW = "new";
    /// What is behind an apostrophe: "don't", "we'll".
    CUT = "t ll re ve d m";
    /// Before the name of a person.
    TITLES = "mr mrs ms dr sir president minister chairman chairwoman director professor prof senator sen rep gov governor judge coach chancellor secretary \
        spokesman spokeswoman king queen prince princess pope captain detective sgt lt actor actress singer author analyst attorney mayor economist researcher \
        ceo founder herr frau präsident präsidentin kanzler professorin madame monsieur mme président señor señora presidente ministro ministra ministre";
    /// Behind one.
    SAYING = "said says told added stated explained wrote asked argued noted recalled who sagte sagt erklärte dit déclaré dijo afirmó";
    /// In apposition to one.
    OFFICES = "chief vice president chairman chairwoman director professor researcher analyst economist founder lawyer attorney spokesman spokeswoman minister \
        manager officer executive author scientist expert partner editor secretary head ceo cfo cto senior member fellow who aged coach chef vorsitzende \
        vorsitzender leiter leiterin directeur directrice présidente director directora";
    /// Part of the name of what is no person.
    BODIES = "inc corp corporation bank group university ministry commission bureau institute company co ltd llc party committee council court department \
        association agency times press street city hospital school college center centre international national house the gmbh ag universität ministerium \
        université ministère universidad ministerio";
    /// Given names that are common and nothing else: no places, no months, few words.
    GIVEN_NAMES = "aaron adam adrian ahmed alan albert alejandro alex alexander alexandra alfred ali alice amanda amy ana anders andrea andreas andrew andré angela anita \
        ann anna anne anthony antoine antonio arthur barbara ben benjamin bernard bernd beth bill bob brandon brian bruce camille carl carla carlos carol \
        caroline catherine charles charlotte chris christian christina christine christoph christopher claire claudia colin craig dan daniel daniela darren \
        dave david dean deborah denise dennis derek diana diane diego dieter dmitry donald donna dorothy doug douglas dylan ed eddie eduardo edward elena \
        elisabeth elizabeth ellen emily emma emmanuel eric erik ernst ethan eugene eva evan felipe felix fernando francis francisco frank franz françois fred \
        friedrich frédéric gabriel gareth gary georg george gerald gerhard gilles giorgio giovanni giulia graham greg guillaume günter hannah hans harold \
        harry heather heinz helen helmut henri henry herbert holger howard hugo ian igor ines ingrid irene isaac isabel ivan jack jacob jacqueline jacques \
        jaime jake james jamie jan jane janet jason javier jay jean jeff jeffrey jennifer jens jeremy jerome jerry jesse jessica jill jim jimmy joachim joan \
        joe joel johann johannes john jon jonas jonathan josef joseph josh joshua josé joyce joão juan judith julia julian julie justin jürgen karen karin \
        karl kate katharina katherine kathy katie keith kelly ken kenneth kevin kim klaus kurt kyle larry lars laura lauren laurent lee leo leon leonard \
        leslie linda lisa liz lorenzo louise luca lucas lucy luis luke lutz madeleine manfred manuel marc marcel marco marcus margaret maria mariana marie \
        marina mario marion mark markus martha martin martina mary mason matt matthew matthias max megan melissa michael michel michelle miguel mike mohammed \
        monica monika myles nadine nancy natalie nathan neil nicholas nick nicola nicolas nicole nigel nina noah norman oliver olivier oscar owen pablo pamela \
        pascal patricia patrick paul paula pedro peggy peter petra phil philip philippe pierre rachel rafael rainer ralf ralph ramon raymond rebecca renate \
        ricardo richard rob robert roberto robin rodrigo roger roland ronald rosa rose ross roy rudolf russell ruth ryan sally sam samantha samuel sandra sara \
        sarah scott sean sebastian sergei sharon shaun sheldon silvia simon sofia sonia sophie stefan stefanie stephan stephanie stephen steve steven stuart \
        susan susanne sven sylvia tanya ted teresa terry theodore thierry thomas tim timothy tina todd tom tomas tommy tony tracy tyler ulrich ursula uwe \
        valerie vanessa vera veronica victor vincent vladimir volker walter wayne wendy werner wilhelm william winston wolfgang xavier yves yvonne zachary zoe";
}
