/**
 * @file The `<gloss-offer>` button: on a page with the one tag, for a reader who saves data. Engine and glossary are fetched when it is pressed, and not before.
 *
 * It hangs on the root element and not on the body: tools that change pages without loading them put in another body, and what they keep of the old one is its HTML. It takes no
 * room in the page. Its words are here, because the table of all words is as large as the rest of what it saves.
 */

import { build, icon } from './dom.js';
import { adopt } from './styles.js';
import { pageTheme } from './theme.js';
import { TOKENS } from './tokens.js';

/** What the button says, and the one beside it. @type {Record<string, [string, string]>} */
export const WORDS = {
  en: ['Explain the terms on this page', 'No, thanks'],
  de: ['Begriffe auf dieser Seite erklären', 'Nein, danke'],
  fr: ['Expliquer les termes de cette page', 'Non, merci'],
  es: ['Explicar los términos de esta página', 'No, gracias'],
  zh: ['解释本页术语', '不用了'],
  ar: ['شرح المصطلحات في هذه الصفحة', 'لا، شكرًا'],
};

const CROSS = 'm4 4 8 8M12 4l-8 8';

/** Buttons are 40 px high: WCAG 2.5.8 asks for 24, thumbs for more. */
const CSS = `
${TOKENS}
:host {
  position: fixed !important;
  inset-block-end: max(1rem, env(safe-area-inset-bottom)) !important;
  inset-inline-end: 1rem !important;
  z-index: 2147483646 !important;
  display: flex !important;
  max-width: calc(100vw - 2rem) !important;
}
.offer { display: flex; background: var(--_bg); color: var(--_fg); border: 1px solid var(--_line); border-radius: var(--_radius); box-shadow: var(--_shadow); }
button { all: unset; box-sizing: border-box; min-height: 40px; padding: 8px 14px; font: 15px/1.4 var(--_font); cursor: pointer; border-radius: inherit; }
button:hover { background: var(--_tint); }
button:focus-visible { outline: 2px solid var(--_accent); outline-offset: -2px; }
.go { font-weight: 600; color: var(--_accent); }
.no { display: grid; place-items: center; min-width: 40px; padding: 0; color: var(--_muted); }
.icon { width: 16px; height: 16px; fill: none; stroke: currentColor; stroke-width: 1.6; stroke-linecap: round; }
`;

/** @param {string | undefined} language  BCP 47 */
function wordsFor(language) {
  const tag = language?.toLowerCase().split('-')[0] ?? '';
  const lang = Object.hasOwn(WORDS, tag) ? tag : 'en';
  return { lang, words: /** @type {[string, string]} */ (WORDS[lang]) };
}

/**
 * Shows the button.
 * @param {Document} document
 * @param {string} [locale]  BCP 47; the page's language by default
 * @returns {Promise<void>} when it is pressed; never, where the reader does not want it
 */
export function accepted(document, locale) {
  const root = document.documentElement;
  const { lang, words: [yes, no] } = wordsFor(locale ?? root.lang);
  const host = build(document, /** @type {any} */ ('gloss-offer'), { lang, dir: lang === 'ar' ? 'rtl' : 'ltr', theme: pageTheme(document.body) });
  const shadow = host.attachShadow({ mode: 'open' });
  adopt(shadow, CSS);
  const go = build(document, 'button', { type: 'button', class: 'go', part: 'button' }, yes);
  const stop = build(document, 'button', { type: 'button', class: 'no', part: 'close', 'aria-label': no, title: no }, icon(document, CROSS));
  const box = build(document, 'div', { class: 'offer', part: 'offer', role: 'group', 'aria-label': 'Glossator' }, go, stop);
  shadow.append(box);
  root.append(host);
  stop.addEventListener('click', () => host.remove());
  return new Promise((resolve) =>
    go.addEventListener('click', () => {
      host.remove();
      resolve();
    }),
  );
}
