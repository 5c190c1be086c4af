/**
 * @file Entries that a reader brings (`www/formats` reads them) beside those that are there already: their ids, what is the same, what differs. Pure;
 * whether the entries keep the format's rules is the engine's business (`intake-check.js`).
 *
 * @typedef {import('../host/types.js').Entry} Entry
 */

/**
 * Gives an id to each item that has none, and to each whose id is taken in `taken`. Ids that come twice in the items stay: the engine refuses them.
 * @param {Partial<Entry>[]} items
 * @param {Iterable<string>} [taken]
 * @returns {Entry[]} copies
 */
export function withIds(items, taken = []) {
  const old = new Set(taken);
  const ids = new Set(old);
  for (const item of items) if (typeof Object(item).id === 'string') ids.add(/** @type {string} */ (item.id));
  /** @type {Map<string, number>} */
  const numbers = new Map();
  return items.map((item) => {
    if (typeof item !== 'object' || item === null) return item;
    const { id, term } = item;
    if (typeof id === 'string' && !old.has(id)) return /** @type {Entry} */ (item);
    if (id !== undefined && id !== null && typeof id !== 'string') return /** @type {Entry} */ (item);
    const slug = slugOf(id ?? (typeof term === 'string' ? term : ''));
    let own = slug;
    while (ids.has(own)) {
      const number = (numbers.get(slug) ?? 1) + 1;
      numbers.set(slug, number);
      own = `${slug}-${number}`;
    }
    ids.add(own);
    return /** @type {Entry} */ ({ ...item, id: own });
  });
}

/** @param {string} text */
const slugOf = (text) => text.toLowerCase().replace(/[^\p{L}\p{N}\p{M}]+/gu, '-').replace(/^-|-$/g, '').slice(0, 80) || 'entry';

/** Two entries with the same term, whatever its capitals. @param {{term?: unknown}} entry */
const sameness = ({ term }) => (typeof term === 'string' ? term.trim().normalize().toLowerCase() : '');

/**
 * The items whose term is there already with another definition, and those that say nothing new.
 * @param {Entry[]} old
 * @param {Partial<Entry>[]} items
 * @returns {{conflicts: {term: string, before: string, after: string}[], same: number}}
 */
export function compare(old, items) {
  const before = new Map(old.map((entry) => [sameness(entry), entry]));
  const conflicts = [];
  let same = 0;
  for (const item of items) {
    const there = before.get(sameness(Object(item)));
    if (!there) continue;
    if (there.definition === item.definition) same += 1;
    else conflicts.push({ term: there.term, before: there.definition, after: String(item.definition ?? '') });
  }
  return { conflicts, same };
}

/**
 * @param {Entry[]} old
 * @param {Partial<Entry>[]} items
 * @param {'keep' | 'replace' | 'both'} how  what happens to a term that is there already
 * @returns {Entry[]}
 */
export function combine(old, items, how) {
  const there = new Map(old.map((entry) => [sameness(entry), entry]));
  /** @type {Map<Entry, Partial<Entry>>} */
  const instead = new Map();
  const added = items.filter((item) => {
    const same = there.get(sameness(Object(item)));
    if (!same) return true;
    if (same.definition === item.definition || how === 'keep') return false;
    if (how === 'replace') instead.set(same, item);
    return how === 'both';
  });
  const kept = old.map((entry) => {
    const change = instead.get(entry);
    return change ? { ...entry, ...change, id: entry.id } : entry;
  });
  return [...kept, ...withIds(added, kept.map(({ id }) => id))];
}
