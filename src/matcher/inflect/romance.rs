//! French, Spanish, Italian and Portuguese: number.
//!
//! In these languages the head of a noun phrase comes first, and the words that belong to it agree with it: *banque centrale, banques centrales; cadena de bloques,
//! cadenas de bloques*. So all words up to the first preposition change together. Where a word has several forms, the first of each go together, then the
//! second of each. Gender stays as it is, because a label is a noun phrase.

use super::rules::{Change, Forms, Rules};
use super::{Edit, Label, Word, part};

#[rustfmt::skip]
const FRENCH: Rules = Rules::new(
    "0s
-avec!
-d!
-contre! -entre! -de!
-of!
-qui!
travail2ux bail2ux vitrail2ux naval0s carnaval0s stival0s bancal0s fatal0s final0s1ux banal0s al1ux
-en! -non
-sur! -pour! -par!
-hors! -dans! -sous! -sans! -des! -fils -dos repos os1 -cas -bas -pas bras epas as1 pays -cours cours -fonds corps temps sens univers français anglais frais relais rabais palais mois trois bois fois lois1 plois1 menus1 revenus1 tenus1 çus1 us amis1 is ss ès 's ’s 1
-et
-au! -du! eau0x uau0x oyau0x bleu0s pneu0s eu0x -ou
-aux! eaux1 jeux1 lieux1 feux1 neveux1 -taux -faux aux2l x
z
-à!",
);

#[rustfmt::skip]
const SPANISH: Rules = Rules::new(
    "0s
-contra! -para! -a!
ad0es ud0es ed0es0s d0s
-que! -entre! -sobre! -de! -e
-of!
-al! -del! l0es
-según! -sin! -con! -en! ión3ones án3anes én3enes ín3ines ón3ones ún3unes imagen4ágenes margen5árgenes orden5órdenes umen4úmenes examen4ámenes origen4ígenes joven4óvenes régimen7egímenes token0s ain0s oin0s n0es0s
-no -o
-por! er0es0s r0es
és3eses1 ís0es -mes0es -bienes dades2 tades2 udes2 redes2 ales2 iles2 eles2 oles2 ores2 ares2 eres2 anes4án2 enes2 ines2 ones4ón meses2 íses2 íes2 eses4és ces3z1 yes2 tesis crisis sis us ss 's ’s más -gas0es caos cosmos 1
-u
x
ey0es oy0es -y
z1ces
í0es0s ú0es0s",
);

#[rustfmt::skip]
const ITALIAN: Rules = Rules::new(
    "00s
-senza! -fra! -tra! -sulla! -nella! -dalla! -da! -alla! -a! -della! ista1i1e blema1i stema1i tema1i schema1i ramma1i -coma1i ca1he ga1he cia1e2e logia1e gia1e2e a1e
-d! -ed -ad
-che! -alle! -delle! che2a ghe2a serie specie ficie1 moglie1 ie1a nze1a ute1a zze1a ure1a ate1a tte1a lle1a ste1a resse1i lasse1i sse1a monete1a prese1a spese1a ive1a rse1a e1i
-of!
-ai! -degli! -dei! -di! oni1e ori1e0o nti1e1o gini1e ordini1e rmini1e ici1e1o eri1e1o ali1e ili1e1o ari1e1o0o classi1e tesi isi esi1e isti1a1o ammi1a emi1a gli0o zzi1o zi0o -leggi1e gi0o1o chi2o0o ghi2o i1o
-sull! -sul! -nell! -nel! -dall! -dal! -all! -al! -dell! -del!
-con! -in! -non
-allo! -dello! -o carico1hi incarico1hi antico1hi ico1i cco1hi co1hi1i logo1hi1i go1hi uomo1ini nvio1i rinvio1i io1 o1i
-per!
-su!
à ì ò ù é è",
);

#[rustfmt::skip]
const PORTUGUESE: Rules = Rules::new(
    "0s
-contra! -para! -pela! -na! -a! -da!
-d!
-que! -entre! -sobre! -de! -e
-of!
al1is vel1is el2éis ol2óis ul1is ácil2eis ícil2eis ágil2eis útil2eis il1s
-sem! -com! -em! m1ns
n0s0es
-pelo! -no! -ao! -do! -não pão3ães alemão3ães mão0s cidadão0s irmão0s cristão0s grão0s órgão0s acórdão0s capitão3ães ão3ões -o
-por! r0es
-nas! -nos! -às! -aos! -das! -dos! ões4ão -mães1 ães4ão ãos1 tokens1 ns2m -pais1 ais2l -leis1 -reis1 éis4el veis3el óis4ol ores2 ares2 eres2 zes2 íses2 eses4ês ês3eses gás3ases ís0es vis1l is us ás ss 's ’s caos cosmos mais 1
-ou
x
z0es
-à!",
);

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

fn inflect(label: &mut Label, rules: &Rules) {
    let mut agreeing: Vec<(usize, Forms)> = Vec::new();
    let words = label.words();
    let mut is_plain = words.len() > 1;
    for &word in &words {
        // "d'actifs", "dell'economia": what is before the apostrophe.
        let apostrophe = part(label.lower, word.start, word.end)
            .iter()
            .position(|&byte| matches!(byte, b'\'' | 0xE2));
        let end = apostrophe.map_or(word.end, |at| word.start + at);
        if !agreeing.is_empty() && label.rule(Word { end, ..word }, rules).is(b'!') {
            is_plain = false;
            break;
        }
        agreeing.push((word.end, label.changes(word, rules)));
    }
    let most = agreeing.iter().map(|(_, forms)| forms.count()).max();
    for nth in 1..=most.unwrap_or(0) {
        // A word that has fewer forms keeps its last one.
        let edits: Vec<Edit> = agreeing
            .iter()
            .filter_map(|&(end, forms)| Some((end, forms.take(nth).last()?)))
            .collect();
        label.add(&edits);
    }
    // An English phrase has its head at the end: "smart contracts" in any language. In what has Romance words the form is idle.
    if let Some(last) = words.last()
        && is_plain
        && part(label.text, 0, last.end)
            .last()
            .is_some_and(|last| last.is_ascii_lowercase() && !b"aious".contains(last))
    {
        label.add(&[(last.end, PLURAL)]);
    }
}

/// All that is needed of English here.
const PLURAL: Change = Change {
    dropped: 0,
    suffix: b"s",
    is_singular: false,
};

#[cfg(test)]
mod tests {
    use super::super::tests::check;
    use super::*;

    #[test]
    #[rustfmt::skip]
    fn french() {
        check("fr", &[
            ("banque centrale", "banques centrales, banque centrales"),
            ("monnaie numérique", "monnaies numériques, monnaie numériques"),
            ("chaîne de blocs", "chaînes de blocs"),
            ("jeton non fongible", "jetons non fongibles, jeton non fongibles"),
            ("capital", "capitaux"),
            ("cours", ""),
            ("taux", ""),
            ("taux d'intérêt", ""),
            ("prix", ""),
            ("bail", "baux"),
            ("réseau", "réseaux"),
            ("réseaux", "réseau"),
            ("jeu", "jeux"),
            ("lieu", "lieux"),
            ("pneu", "pneus"),
            ("fonds commun", "fonds communs"),
            ("Fonds communs", "Fonds commun"),
            ("bilan final", "bilans finals, bilans finaux, bilan finals"),
            ("actif", "actifs"),
            ("actifs numériques", "actif numérique"),
            ("recherche et développement", "recherches et développements, recherche et développements"),
            ("fusions et acquisitions", "fusion et acquisition"),
            ("NFT", "NFTs"),
            ("NFTs", "NFT"),
            ("crypto-actif", "crypto-actifs"),
            ("capitaux", "capital"),
            ("journal", "journaux"),
            ("accès", ""),
            ("marché de l'énergie", "marchés de l'énergie"),
            ("contrat à terme", "contrats à terme"),
            ("offre publique d'achat", "offres publiques d'achat"),
            ("processus", ""),
            ("pays", ""),
            ("économie", "économies"),
            ("loi", "lois"),
            ("lois", "loi"),
            ("travail", "travaux"),
            ("détail", "détails"),
            ("blockchain", "blockchains"),
            ("token", "tokens"),
            ("avis", ""),
            ("permis", ""),
            ("choix", ""),
            ("eau", "eaux"),
            ("festival", "festivals"),
            ("Indice boursier", "Indices boursiers, Indice boursiers"),
            ("contrat intelligent", "contrats intelligents, contrat intelligents"),
            ("médias", "média"),
            ("vidéos", "vidéo"),
            ("fils", ""),
            ("bas", ""),
        ]);
    }

    #[test]
    #[rustfmt::skip]
    fn spanish() {
        check("es", &[
            ("banco central", "bancos centrales, banco centrals"),
            ("moneda digital", "monedas digitales, moneda digitals"),
            ("cadena de bloques", "cadenas de bloques"),
            ("contrato inteligente", "contratos inteligentes, contrato inteligentes"),
            ("token no fungible", "tokens no fungibles, token no fungibles"),
            ("acción", "acciones"),
            ("interés", "intereses, interé"),
            ("país", "países"),
            ("mes", "meses"),
            ("luz", "luces"),
            ("orden", "órdenes"),
            ("imagen", "imágenes"),
            ("análisis", ""),
            ("crisis", ""),
            ("ley", "leyes"),
            ("valor", "valores"),
            ("red", "redes, reds"),
            ("capital", "capitales"),
            ("Bonos", "Bono"),
            ("activos digitales", "activo digital"),
            ("acciones", "acción"),
            ("valores", "valor"),
            ("índices", "índiz, índice"),
            ("intereses", "interés"),
            ("NFT", "NFTs"),
            ("blockchain", "blockchains"),
            ("investigación y desarrollo", "investigaciones y desarrollos"),
            ("oferta pública inicial", "ofertas públicas iniciales, oferta pública inicials"),
            ("tipo de interés", "tipos de interés"),
            ("virus", ""),
            ("régimen", "regímenes"),
            ("margen", "márgenes"),
            ("bróker", "brókeres, brókers"),
            ("rubí", "rubíes, rubís"),
            ("cargas", "carga"),
            ("comités", "comiteses, comité"),
            ("planes", "plán, plan"),
            ("países", "país"),
            ("libertades", "libertad"),
            ("bienes", ""),
            ("alcances", "alcanz, alcance"),
            ("mujeres", "mujer"),
        ]);
    }

    #[test]
    #[rustfmt::skip]
    fn italian() {
        check("it", &[
            ("banca", "banche"),
            ("banca centrale", "banche centrali, banca centrales"),
            ("Banche centrali", "Banca centrale"),
            ("valuta digitale", "valute digitali, valuta digitales"),
            ("contratto intelligente", "contratti intelligenti, contratto intelligentes"),
            ("catena di blocchi", "catene di blocchi"),
            ("token non fungibile", "token non fungibili, tokens non fungibili, token non fungibiles"),
            ("moneta elettronica", "monete elettroniche"),
            ("mercato dei capitali", "mercati dei capitali"),
            ("offerta iniziale di moneta", "offerte iniziali di moneta"),
            ("rischio sistemico", "rischi sistemici"),
            ("titolo", "titoli"),
            ("azione", "azioni"),
            ("indice", "indici"),
            ("obbligazione", "obbligazioni"),
            ("economista", "economisti, economiste"),
            ("problema", "problemi"),
            ("crisi", ""),
            ("analisi", ""),
            ("città", ""),
            ("servizio finanziario", "servizi finanziari"),
            ("fintech", "fintechs"),
            ("Blockchain", "Blockchains"),
            ("NFT", "NFTs"),
            ("CBDC", "CBDCs"),
            ("agenzia di rating", "agenzie di rating"),
            ("provincia", "provincie, province"),
            ("medico", "medici"),
            ("banco", "banchi, banci"),
            ("dialogo", "dialoghi, dialogi"),
            ("uomo", "uomini"),
            ("collega", "colleghe"),
            ("azioni", "azione"),
            ("titoli", "titolo"),
            ("clienti", "cliente, cliento"),
            ("prestito garantito dall'ipoteca", "prestiti garantiti dall'ipoteca"),
            ("tecnologia", "tecnologie"),
            ("serie", ""),
            ("portafoglio", "portafogli"),
            ("Smart Contract", "Smarts Contracts, Smart Contracts"),
            ("criptovalute", "criptovaluta"),
            ("monete digitali", "moneta digitale"),
            ("risorse", "risorsa"),
            ("tasse", "tassa"),
            ("agenzie", "agenzia"),
            ("tassi", "tasso"),
            ("dati", "dato"),
            ("costi", "costo"),
            ("programmi", "programma"),
            ("economisti", "economista, economisto"),
            ("blocchi", "blocco, blocchio"),
            ("rischi", "risco, rischio"),
            ("territori", "territore, territorio"),
            ("viaggi", "viaggio, viaggo"),
            ("coma", "comi"),
            ("leggi", "legge"),
            ("ricco", "ricchi"),
            ("morte", "morti"),
            ("base", "basi"),
            ("serie", ""),
        ]);
    }

    #[test]
    #[rustfmt::skip]
    fn portuguese() {
        check("pt", &[
            ("banco central", "bancos centrais, banco centrals"),
            ("moeda digital", "moedas digitais, moeda digitals"),
            ("contrato inteligente", "contratos inteligentes, contrato inteligentes"),
            ("cadeia de blocos", "cadeias de blocos"),
            ("token não fungível", "tokens não fungíveis, tokenes não fungíveis, token não fungívels"),
            ("criptomoeda", "criptomoedas"),
            ("transação", "transações"),
            ("ação", "ações"),
            ("cidadão", "cidadãos"),
            ("pão", "pães"),
            ("capital", "capitais"),
            ("papel comercial", "papéis comerciais, papel comercials"),
            ("fundo de investimento", "fundos de investimento"),
            ("ordem", "ordens"),
            ("bem", "bens"),
            ("bens", "bem"),
            ("órgão regulador", "órgãos reguladores, órgão reguladors"),
            ("mercado de capitais", "mercados de capitais"),
            ("país", "países"),
            ("mês", "meses"),
            ("juro", "juros"),
            ("valor", "valores"),
            ("luz", "luzes"),
            ("transações", "transação"),
            ("ativos digitais", "ativo digital"),
            ("títulos", "título"),
            ("ônibus", ""),
            ("NFT", "NFTs"),
            ("CBDC", "CBDCs"),
            ("smart contract", "smarts contracts, smart contracts"),
            ("mão de obra", "mãos de obra"),
            ("alemão", "alemães"),
            ("perfil", "perfis"),
            ("fácil", "fáceis"),
            ("difícil", "difíceis"),
            ("crise", "crises"),
            ("lápis", ""),
            ("pesquisa e desenvolvimento", "pesquisas e desenvolvimentos"),
            ("oferta pública inicial", "ofertas públicas iniciais, oferta pública inicials"),
            ("imposto sobre o valor acrescentado", "impostos sobre o valor acrescentado"),
            ("leis", "lei"),
            ("vezes", "vez"),
            ("mulheres", "mulher"),
            ("países", "país"),
            ("pais", "pai"),
            ("principais", "principal"),
            ("mães", "mãe"),
            ("civis", "civil"),
        ]);
    }

    #[test]
    fn rules_are_where_they_are_looked_for() {
        for language in [FRENCH, SPANISH, ITALIAN, PORTUGUESE] {
            language.check();
        }
    }
}
