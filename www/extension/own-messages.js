/**
 * @file The extension's messages from its own files, for where the browser gives none. Chromium keeps the messages of an extension for as long as a process of its pages
 * lives, and where such a process asks while the extension is exchanged (an update, a browser that starts), what it keeps is empty: a page would be without a word until the
 * browser is closed.
 *
 * ```js
 * const text = messagesOf([{ moved: { message: '“$COUNT$” is number $B$.', placeholders: { count: { content: '$1' }, b: { content: '$2' } } } }]);
 * text('moved', ['KPMG', '2']); // “KPMG” is number 2.
 * ```
 *
 * @typedef {Record<string, {message: string, placeholders?: Record<string, {content: string}>}>} Messages  as in `_locales`
 */

/**
 * @param {Messages[]} files  the first that has a message gives it
 * @returns {(name: string, substitutions?: string | string[]) => string}  as the browser's own: empty for what there is not
 */
export function messagesOf(files) {
  return (name, substitutions = []) => {
    const { message = '', placeholders = {} } = files.find((file) => Object.hasOwn(file, name))?.[name] ?? {};
    const given = [substitutions].flat();
    return message.replace(/\$(\w+)\$/g, (_, placeholder) => {
      const { content = '' } = placeholders[placeholder.toLowerCase()] ?? {};
      return content.replace(/\$(\d)/g, (__, number) => given[number - 1] ?? '');
    });
  };
}

/** The folders of `_locales`: a page cannot list them, and asking for one that is not there is an error in its console. */
export const LOCALES = Object.freeze(['ar', 'de', 'en', 'es', 'fr', 'zh_CN']);

/**
 * @param {string} language  the browser's: "de-AT", or as Chromium writes it in a manifest: "de_AT"
 * @returns {string[]} folders of `_locales` with its messages, the best first
 */
export const localesOf = (language) => {
  const parts = language.split(/[-_]/);
  const wanted = [...parts.map((_, cut) => parts.slice(0, parts.length - cut).join('_')), 'en'];
  return [...new Set(wanted)].filter((locale) => LOCALES.includes(locale));
};

/** @returns {Promise<ReturnType<typeof messagesOf>>} */
export async function readMessages() {
  const read = async (/** @type {string} */ locale) => (await fetch(`/_locales/${locale}/messages.json`)).json();
  // Chromium's own word for the messages that it would give; a page's language may be set otherwise.
  const language = chrome.runtime.getManifest().current_locale ?? chrome.i18n.getUILanguage();
  const files = await Promise.allSettled(localesOf(language).map(read));
  return messagesOf(files.flatMap((file) => (file.status === 'fulfilled' ? [file.value] : [])));
}
