//! Words that a text is read by, in lists. Which of them have a word is known of each [`Token`](super::tokens::Token), as a sum of bits.
//!
//! All of them are one text, which compresses better than many and needs no addresses; in alphabetical order it compresses best. What makes dates and figures is in a lexicon of its own (`facts/lexicon.rs`).

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
    ENGLISH = "about above after again against all also although among an and another any are around as at be because been before being between both but by can could \
        do does down during each even ever every for from further had has have having he here his how however if in into is it its itself just like made make \
        many may might more most much must never new no not of on one only or other our out over said same says shall she should since so some still such than \
        that the their them then there these they this those through to two under until up upon very was we well were what when where whether which while who \
        will with within without would you your";
    /// The same in German.
    GERMAN = "aber als am an auch auf aus bei bis damit dann das dass dem den der die diese dieser dieses doch durch ein eine einem einen einer er es für gegen \
        haben hat hier ihre ihren ihrer im ist jedoch kann kein keine man mehr mehrere mit nach nicht noch nur oder ohne schon sei sein seine seinen seiner \
        seit sich sie sind so soll sollen sowie um und unter von vor war wegen wenn werden wie wird wurde wurden würde zu zum zur zwischen über";
    /// In French.
    FRENCH = "ainsi alors après au aussi autre autres aux avait avant avec avoir ce cela ces cette chez comme dans de deja depuis des deux donc dont du elle elles \
        en encore entre est et fait il ils la le les leur leurs lors mais même ne notre nous ont ou par pas peut plus pour quand que qui sa sans se selon ses \
        son sont sous sur tous tout toutes très un une votre vous était été être";
    /// In Spanish.
    SPANISH = "al ante antes así aunque bajo cada como con contra cuando de del desde después donde durante el en entre es eso esta estas este esto estos está están \
        fue ha había hacia han hasta la las lo los mientras muy más no otra otras otro otros para parte pero por porque que se según ser sido sin sobre son su \
        sus también tiene tienen todo todos un una y ya";
    /// A sentence that opens with one of these leans on the one before it and is hard to read alone.
    LEANING = "aber además allerdings and another außerdem because both but ce cela cette dabei dadurch dafür dagegen damit danach daraus darin davon dazu deshalb \
        dies diese dieser doch donc ella elle elles ello er esta este esto he however il ils instead it its jedoch mais meanwhile moreover nor or other others \
        pero she sie sin so some such that their then there these they this those thus yet zudem zuvor él";
    /// Who speaks, and what authors do: both among the first words of a sentence, it says what the text is about.
    AUTHORS = "article artikel artículo estudio nous paper studie study we wir work étude";
    /// See [`AUTHORS`].
    DOING = "demonstrate describe describes design develop explore find introduce introduces investigate present presenta presentamos presents proponemos propose \
        proposes proposons provide présente présentons show shows stellen study untersuchen zeigen zeigt";
    /// What stands below an article rather than in it. Not where the article is about it, and more than one sentence has the word.
    SMALL_PRINT = "abonnez abonnieren cookies copyright disclaimer newsletter reprinted subscribe suscríbete unsubscribe urheberrecht";
    /// Written at once before an amount: "RMB20".
    CODE = "chf cny eur gbp hkd jpy rmb rs usd";
    /// Between the ends of a range.
    RANGE = "a bis to à";
    /// The same behind [`BETWEEN`], and between years.
    AND = "and et und y";
    /// Between dates.
    UNTIL = "till until";
    /// Before the ends of a range.
    BETWEEN = "between entre zwischen";
    /// Between day and month, and before an address: "Jane Doe, 29, of 1909 Cedar Drive".
    OF = "of";
    /// "21 de diciembre", and between a scale and a unit: "3 millions de dollars".
    DE = "de";
    /// Between month and year.
    DEL = "del";
    /// Between a scale and a unit: "3 millions d'euros".
    D = "d di";
    /// Between a weekday and a day, or before the second date of a range.
    THE = "al au dem den el le the zum";
    /// Behind a day or a rank.
    NTH = "nd rd st th";
    /// Behind a day.
    ER = "er";
    /// "In December 21 people …"
    SINCE = "en im in since";
    /// "The day before yesterday"
    NEXT_TO = "after before";
    /// "après-demain"
    NEXT_TO_FRENCH = "après avant";
    /// Before [`NEXT_TO`].
    A_DAY = "day";
    /// Words before a number word that make it a part of a larger one: "three point five", "one hundred and five".
    PARTS = "and coma comma half hundred point virgule";
    /// Before a number.
    MINUS = "minus";
    /// Nouns in the plural without an s.
    PLURALS = "children people women";
    /// What no noun ends in, though it ends in an s: a verb or a function word of four letters and more.
    NO_NOUNS = "across dans does falls less menos minus moins plus rises says sous this times tous vers versus";
    /// "ranks No. 4"
    NO = "no";
}

lists! { OF_EDITORS, PlaceOfEditors from 32:
    /// Words that carry no topic in the news, besides function words.
    EMPTY_WORDS = "a able according además ago allow already also always am année années another anything aquí aujourd außerdem available año años back became become \
        behind beide beim bereits cada came com come copyright dafür des didn different doesn don dos drei día días enough everyone everything existing first \
        five four gab get going good got gran hace hatte her herself him himself http i including indiqué isn jahr jahre jahren jamais jour jours know last \
        later laut let little lot made make me mehr misma mismo mois my neue neuen news nobody notamment nothing now off often once own people per perhaps \
        plus plusieurs podrá podrán possible prochain prochaine puede pueden puedes put quite quot rather really rund sagte said say says see según selon \
        semaine semana seulement several si six solo someone something soon take themselves thing think three time today told too took toujours toward towards \
        tras tres trois tu tus us use used ver via want wasn way well went what whole www year yesterday yourself zudem zwei également";
    /// "New York"
    NEW = "new";
    /// What is behind an apostrophe: "don't", "we'll".
    CUT = "d ll m re t ve";
    /// Before the name of a person.
    TITLES = "actor actress analyst attorney author captain ceo chairman chairwoman chancellor coach detective director dr economist founder frau gov governor herr \
        judge kanzler king lt madame mayor minister ministra ministre ministro mme monsieur mr mrs ms pope president presidente prince princess prof professor \
        professorin präsident präsidentin président queen rep researcher secretary sen senator señor señora sgt singer sir spokesman spokeswoman";
    /// Behind one.
    SAYING = "added afirmó argued asked dijo dit déclaré erklärte explained noted recalled sagt sagte said says stated told who wrote";
    /// In apposition to one.
    OFFICES = "aged analyst attorney author ceo cfo chairman chairwoman chef chief coach cto directeur director directora directrice economist editor executive \
        expert fellow founder head lawyer leiter leiterin manager member minister officer partner president professor présidente researcher scientist \
        secretary senior spokesman spokeswoman vice vorsitzende vorsitzender who";
    /// Part of the name of what is no person.
    BODIES = "ag agency association bank bureau center centre city co college commission committee company corp corporation council court department gmbh group \
        hospital house inc institute international llc ltd ministerio ministerium ministry ministère national party press school street the times universidad \
        university universität université";
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
