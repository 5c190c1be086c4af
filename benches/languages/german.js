/**
 * @file German: compounds, umlauts, and endings that follow the article.
 */
import { pick, pickEarly } from '../random.js';
import { list } from '../vocabulary.js';

/** @typedef {import('../tongues.js').Tongue} Tongue */

/** With the letter that joins them to what follows. */
const FIRST = list(`
  Markt Bank Hafen Kredit Strom Wohnungs Arbeits Bildungs Gesundheits Verkehrs Umwelt Steuer Renten Wirtschafts Energie
  Landes Bundes Stadt Haushalts Versicherungs Börsen Währungs Zins Anlage Bau Brücken Straßen Wasser Wärme Lärm
  Flughafen Güter Handels Zoll Grenz Küsten Fischerei Forst Müll Rechts Daten Netz Funk Schul Jugend Familien Pflege
`);
const SECOND = list(`
  behörde gesellschaft politik planung ordnung gebühr prüfung förderung aufsicht verwaltung regelung lösung schätzung
  rechnung führung stärkung größe fläche lücke höhe krise reform steuer quote strategie grundlage wirkung
`);
const NOUNS = list(`
  Regierung Stadt Firma Gemeinde Zeitung Schule Straße Brücke Küste Börse Währung Kommission Behörde Prüfung Lösung
  Öffentlichkeit Nachfrage Forderung Änderung Übernahme Wärme Größe Fähre Mühle Bäckerei Gärtnerei Kläranlage Universität
  Gewerkschaft Fraktion Mehrheit Minderheit Vorlage Frist Klausel Abgabe Strecke Baustelle Fläche Halle Messe Ernte
`);
const ADJECTIVES = list(`
  neu groß öffentlich jährlich städtisch früh spät gründlich möglich nötig künftig örtlich ländlich wöchentlich täglich
  vorläufig üblich völlig ähnlich schwierig günstig mäßig gültig hölzern europäisch französisch dänisch
`);
const VERBS = list(`
  prüft fördert lehnt übernimmt schließt eröffnet verkündet ändert verkürzt erhöht unterstützt kündigt plant bestätigt
  verschärft beschließt berät klärt fürchtet begrüßt verzögert erläutert stärkt schützt gefährdet überwacht
`);
const PREPOSITIONS = list('für gegen ohne über durch neben hinter vor seit während trotz wegen');
const ARTICLES = list('die die die eine jede diese ihre keine unsere');
const JOINS = list('und aber während obwohl weil denn sodass');
const NAMES = list('Müller Schröder Jäger Krüger Weiß Köhler Schäfer Böhm Groß Löwe Brandstätter Nørgaard Österreicher Kießling');
/** Of invented words. */
const SYLLABLES = list('grün mül berg stein bür ger feld hof wäl der kör ner lüf tungs schlüs sel dörf er zück laub nuß tränk öfen');

/** @param {() => number} random */
const compound = (random) => pickEarly(FIRST, random) + pickEarly(SECOND, random);

/** @param {() => number} random */
const invented = (random) => {
  const word = Array.from({ length: 2 + Math.floor(random() * 2) }, () => pick(SYLLABLES, random)).join('');
  return word.charAt(0).toUpperCase() + word.slice(1);
};

/** @type {Tongue} */
export const german = {
  language: 'de',
  name: 'German',
  between: ' ',
  phrase(random) {
    const chance = random();
    if (chance < 0.06) return pick(NAMES, random);
    const noun = chance < 0.4 ? compound(random) : pickEarly(NOUNS, random);
    const adjective = random() < 0.45 ? `${pickEarly(ADJECTIVES, random)}e ` : '';
    return `${pick(ARTICLES, random)} ${adjective}${noun}`;
  },
  clause(random, phrase) {
    return `${phrase()} ${pickEarly(VERBS, random)} ${phrase()} ${pick(PREPOSITIONS, random)} ${phrase()}`;
  },
  sentence(random, clause) {
    const first = clause();
    const whole = random() < 0.4 ? `${first}, ${pick(JOINS, random)} ${clause()}` : first;
    const capital = whole.charAt(0).toUpperCase() + whole.slice(1);
    return random() < 0.12 ? `„${capital}“, sagte ${pick(NAMES, random)}.` : `${capital}.`;
  },
  knownTerm: (random) => (random() < 0.7 ? compound(random) : `${pickEarly(ADJECTIVES, random)}e ${pickEarly(NOUNS, random)}`),
  newTerm: (random) => (random() < 0.5 ? invented(random) : `${invented(random)}${pick(SECOND, random)}`),
};
