/**
 * @file Russian: words with the endings of their cases, chosen without grammar.
 */
import { pick, pickEarly } from '../random.js';
import { list } from '../vocabulary.js';

/** @typedef {import('../tongues.js').Tongue} Tongue */

/** Stems of feminine nouns in -а, and the endings of their cases. */
const NOUN_STEMS = list(`
  систем компани реформ цен бирж школ газет стран границ улиц программ проблем работ площадк анкет оплат
  поставк закупк застройк перевозк отставк разработк нагрузк оценк покупк ставк выставк ссылк сделк поддержк проверк торговл
  рыбалк больниц столиц таможн книг дорог страховк фабрик политик экономик техник практик критик статистик логистик
  валют зарплат комисси квартир погод минут команд бригад преград наград природ пород свобод
`);
const NOUN_ENDINGS = list('а ы е у ой е ам ами ах');
const ADJECTIVE_STEMS = list(`
  нов больш городск областн народн государственн международн ежегодн местн частн банковск морск сельск финансов правов
  цифров торгов налогов трудов учебн научн военн дорожн железнодорожн северн южн восточн западн крупн первичн вторичн
`);
const ADJECTIVE_ENDINGS = list('ая ой ую ой ые ых ым ыми');
const MASCULINE = list(`
  рынок банк город завод договор закон бюджет налог суд совет отчёт план проект порт курс кредит вопрос ответ район центр
  журнал министр директор инженер житель учёный съезд подъезд объект предмет процент документ инструмент парламент
`);
const MASCULINE_ENDINGS = ['', 'а', 'у', 'ом', 'е', 'ы', 'ов', 'ам', 'ами', 'ах'];
const VERBS = list(`
  объявила одобрила отклонила изменила приняла открыла закрыла поддержала обсудила проверила подписала увеличила сократила
  отложила завершила начала продолжила получила передала обещала потребовала разрешила запретила опубликовала
`);
const PREPOSITIONS = list('в на по для без из от до при через между против ради около после');
const JOINS = list('и но а однако хотя чтобы поскольку когда');
const NAMES = list('Иванов Соловьёв Кузнецова Ёлкин Щербаков Цветаев Жукова Чайкин Юрьев Эйхман Шмелёва Яковлев Хохлов Фёдоров');
/** Of invented words. */
const SYLLABLES = list('гра мол бер сто лак ши рен дво пал кру жем чуг тра вер бла зём щит юр эль хон цеп фи дым');

/** @param {() => number} random */
const noun = (random) => (random() < 0.5 ? pickEarly(NOUN_STEMS, random) + pick(NOUN_ENDINGS, random) : pickEarly(MASCULINE, random) + pick(MASCULINE_ENDINGS, random));

/** @param {() => number} random */
const adjective = (random) => pickEarly(ADJECTIVE_STEMS, random) + pick(ADJECTIVE_ENDINGS, random);

/** @param {() => number} random */
const invented = (random) => Array.from({ length: 2 + Math.floor(random() * 2) }, () => pick(SYLLABLES, random)).join('');

/** @type {Tongue} */
export const russian = {
  language: 'ru',
  name: 'Russian',
  between: ' ',
  phrase(random) {
    if (random() < 0.06) return pick(NAMES, random);
    return random() < 0.45 ? `${adjective(random)} ${noun(random)}` : noun(random);
  },
  clause(random, phrase) {
    return `${phrase()} ${pickEarly(VERBS, random)} ${phrase()} ${pick(PREPOSITIONS, random)} ${phrase()}`;
  },
  sentence(random, clause) {
    const first = clause();
    const whole = random() < 0.4 ? `${first}, ${pick(JOINS, random)} ${clause()}` : first;
    const capital = whole.charAt(0).toUpperCase() + whole.slice(1);
    return random() < 0.12 ? `«${capital}», – сказал ${pick(NAMES, random)}.` : `${capital}.`;
  },
  knownTerm: (random) => (random() < 0.5 ? noun(random) : `${adjective(random)} ${noun(random)}`),
  newTerm: (random) => (random() < 0.5 ? invented(random) : `${invented(random)} ${noun(random)}`),
};
