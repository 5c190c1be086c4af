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
    EMPTY_WORDS = "a able according además ago allow already always am anche année années anos anything aqui aquí aujourd außerdem available año años back became \
        become behind beide beim bereits came com come dafür delle depois didn different doesn don dos drei día días ela ele enough estava everyone \
        everything existing foi gab get going good got gran hace hatte her herself him himself http i including isn isso jahr jahre jahren jamais jour jours \
        know last later laut let little lot mas me mehr misma mismo mois muito my neue neuen news nobody nothing now não off often once own people per \
        perhaps più plusieurs possible prochain prochaine puede pueden puedes put quando quite quot rather really rund sagte see semaine semana \
        seulement several si solo someone something sono soon são take também themselves thing think time told too took toujours toward towards tras tres trois tu \
        tus uma us use used ver via want wasn way went whole www year yourself zwei également";
    /// Before English nouns, and behind verbs: articles, and whose it is.
    ARTICLES = "a an her his its my our the their these this those your";
    /// Before nouns too, and behind them.
    PREPOSITIONS = "and as at by for from in into of on with";
    /// Before verbs.
    BEFORE_VERBS = "can could did do does he i may must not she should t they to we who will would you";
    /// What editors would not look up, alone: what every paper is full of, and says nothing.
    ORDINARY = "area available beispiel best better big biggest case cases children companies company country customers day dernier dernière deuxième different dois \
        end example experience expert experts fact fazer former friends girl government group hacer hay hoje ideas important lhe life man members men menschen \
        minutes national nouveau nouvelle nova novo nueva nuevo number office order others people personal place point position premier première primeira \
        primeiro primer primera problem products public question questions reason results sera service special state statement system tem temos thema things \
        top três tudo view way woman women work world years";
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
    /// In apposition to one, beside [`TITLES`].
    OFFICES = "cfo chief directrice editor executive lawyer manager member officer partner présidente scientist senior vice vorsitzender who";
    /// Part of the name of what is no person.
    BODIES = "ag agency association bank bureau center centre city co college commission committee company corp corporation council court department gmbh group \
        hospital house inc institute international llc ltd ministerio ministerium ministry ministère national party press school street the times universidad \
        university universität université";
    /// Given names that are common and nothing else: no places, no months, few words.
    GIVEN_NAMES = "alan alex alexander andrew anna ben bob brian charles chris christian dan daniel david edward donald emily emma eric frank françois george hans \
        harry helen henry jack jake james jane jason jean jeff jeffrey jennifer jim joe john jonathan josé juan kate kevin kim luke marc maria mark martin mary matt \
        matthew michael michel michelle mike nicholas nick patrick paul pedro peter philip pierre rachel richard rob robert roger ryan sam sarah scott sean stephen \
        steve steven susan thomas tim tom tony victor william";
}
