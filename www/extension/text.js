/**
 * @file The words of the extension's own pages.
 */

import { readMessages } from './own-messages.js';

/** @type {(name: string, substitutions?: string | string[]) => string} */
export const text = chrome.i18n.getMessage('language') ? chrome.i18n.getMessage : await readMessages();

/** Puts words into every element with `data-text`, and names on those with `data-label`. @param {ParentNode} root */
export function translate(root = document) {
  if (root === document) {
    const language = text('language');
    document.documentElement.lang = language;
    // Not the browser's direction: where there are no words in its language, they are English.
    document.documentElement.dir = language === 'ar' ? 'rtl' : 'ltr';
  }
  for (const element of /** @type {NodeListOf<HTMLElement>} */ (root.querySelectorAll('[data-text]'))) {
    element.textContent = text(element.dataset['text'] ?? '');
  }
  for (const element of /** @type {NodeListOf<HTMLElement>} */ (root.querySelectorAll('[data-label]'))) {
    const label = text(element.dataset['label'] ?? '');
    if (element.matches('input, textarea') && !element.matches('[type="file"]')) element.setAttribute('placeholder', label);
    element.setAttribute('aria-label', label);
  }
}

/** @param {number} count */
export const number = (count) => new Intl.NumberFormat(text('language')).format(count);

/**
 * The form of a message that goes with a number: `name_one`, `name_other` …
 * @param {string} name
 * @param {number} count
 */
export function plural(name, count) {
  const category = new Intl.PluralRules(text('language')).select(count);
  return text(`${name}_${category}`, number(count)) || text(`${name}_other`, number(count));
}
