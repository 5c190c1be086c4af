/**
 * @file Building the options page's elements. What is in glossaries is data: it becomes text, never markup.
 */

import { text } from './text.js';

/**
 * @template {keyof HTMLElementTagNameMap} Tag
 * @param {Tag} tag
 * @param {Record<string, unknown>} [properties]  those with a hyphen, and `role`, are attributes; functions are listeners
 * @param {...(Node | string | null | undefined)} children
 * @returns {HTMLElementTagNameMap[Tag]}
 */
export function make(tag, properties = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(properties)) {
    if (value === undefined || value === false) continue;
    if (typeof value === 'function') element.addEventListener(name, /** @type {EventListener} */ (value));
    else if (name.includes('-') || name === 'role' || name === 'for' || name === 'list') element.setAttribute(name, String(value));
    else /** @type {Record<string, unknown>} */ (/** @type {unknown} */ (element))[name] = value;
  }
  element.append(...children.filter((child) => child !== null && child !== undefined));
  return element;
}

/** @template {HTMLElement} [T=HTMLElement] @param {string} selector @param {ParentNode} [root] @returns {T} */
export function get(selector, root = document) {
  const found = root.querySelector(selector);
  if (!found) throw new Error(`nothing is ${selector}`);
  return /** @type {T} */ (found);
}

/** Tells those who do not see it. @param {string} sentence */
export function say(sentence) {
  get('#said').textContent = sentence;
}

/** Languages whose word forms the engine knows, and those of the extension's users. */
const LANGUAGES = ['en', 'de', 'fr', 'es', 'it', 'pt', 'nl', 'zh', 'ar', 'ja', 'ru'];

/** @param {string} selected @returns {HTMLOptionElement[]} */
export function languageOptions(selected) {
  const names = new Intl.DisplayNames([text('language')], { type: 'language' });
  const nameOf = (/** @type {string} */ tag) => {
    try {
      return names.of(tag) ?? tag;
    } catch {
      return tag;
    }
  };
  const tags = LANGUAGES.includes(selected) || !selected ? LANGUAGES : [selected, ...LANGUAGES];
  return tags.map((tag) => make('option', { value: tag, selected: tag === selected }, nameOf(tag)));
}

/** Hours between updates. */
const INTERVALS = /** @type {const} */ ([
  [0, 'never'],
  [24, 'daily'],
  [168, 'weekly'],
  [720, 'monthly'],
]);

/** @param {number} selected @returns {HTMLOptionElement[]} */
export const intervalOptions = (selected) =>
  INTERVALS.map(([hours, name]) => make('option', { value: String(hours), selected: hours === selected }, text(`every_${name}`)));

/**
 * Asks before something is gone for good.
 * @param {string} question
 * @returns {Promise<boolean>}
 */
export function confirmed(question) {
  const dialog = /** @type {HTMLDialogElement} */ (get('#confirm-dialog'));
  get('h2', dialog).textContent = question;
  dialog.returnValue = '';
  dialog.showModal();
  return new Promise((resolve) => dialog.addEventListener('close', () => resolve(dialog.returnValue === 'yes'), { once: true }));
}

/** Two bars of dots to hold by, and other drawings: 16 by 16. */
const DRAWINGS = {
  hold: 'M6 3h.01M10 3h.01M6 8h.01M10 8h.01M6 13h.01M10 13h.01',
  edit: 'M3 13l.7-2.9 7.3-7.3 2.2 2.2-7.3 7.3zM9.6 4.2l2.2 2.2',
  remove: 'M3 4.5h10M6.5 4.5V3h3v1.5M4.5 4.5l.6 8.5h5.8l.6-8.5',
};

/** @param {keyof typeof DRAWINGS} name */
export function icon(name) {
  const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
  for (const [key, value] of Object.entries({ viewBox: '0 0 16 16', width: '16', height: '16', 'aria-hidden': 'true', class: `icon ${name}` })) svg.setAttribute(key, value);
  const path = document.createElementNS(svg.namespaceURI, 'path');
  path.setAttribute('d', DRAWINGS[name]);
  svg.append(path);
  return svg;
}
