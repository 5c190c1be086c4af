/**
 * @file Which site is meant. Pure, so it runs in Node as well.
 */

/**
 * @param {string | undefined} url
 * @returns {string} the host name of a web page; empty for any other page
 */
export function hostOf(url) {
  const { protocol, hostname } = parse(url ?? '');
  return protocol === 'http:' || protocol === 'https:' ? hostname : '';
}

/** @param {string} url */
function parse(url) {
  try {
    return new URL(url);
  } catch {
    return { protocol: '', hostname: '' };
  }
}

/**
 * @param {string[]} sites  host names; none: everywhere
 * @param {string} host
 */
export function appliesTo(sites, host) {
  return sites.length === 0 || sites.some((site) => host === site || host.endsWith(`.${site}`));
}

/**
 * What a reader writes as a list of sites: host names or addresses, between spaces, commas or lines.
 * @param {string} text
 * @returns {string[]}
 */
export function readSites(text) {
  const hosts = text.split(/[\s,;]+/).map((word) => hostOf(/^https?:/i.test(word) ? word : `https://${word.replace(/^\*?\.+/, '')}`));
  return [...new Set(hosts)].filter(Boolean);
}
