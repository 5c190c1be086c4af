/**
 * @file The built-in glossary, held against its schema and against the rules of the house that no schema can say.
 */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';

/** @typedef {import('../../www/host/types.js').Entry} Entry */

const folder = new URL('../../glossary/', import.meta.url);

/** @param {string} name */
const read = (name) => JSON.parse(readFileSync(new URL(name, folder), 'utf8'));

/** @type {Omit<import('../../www/host/types.js').GlossaryData, 'entries'> & {entries: Entry[]}} */
const glossary = read('fintech-policy.json');
const schema = read('schema.json');
const { entries } = glossary;
const ids = new Set(entries.map(({ id }) => id));

/** Fewer would leave gaps that a reader of the field notices. */
const FEWEST_ENTRIES = 220;

/** In characters: less explains nothing, more does not fit a tooltip on a phone. */
const DEFINITION_LENGTH = { least: 40, most: 400 };

/** A category with fewer entries than this is no category. */
const FEWEST_IN_CATEGORY = 10;

/** Labels that stand for several entries on purpose: the article decides between them. First the one that wins without a hint. */
const SENSES = new Map([
  ['asic', ['asic', 'application-specific-integrated-circuit']],
  ['baas', ['banking-as-a-service', 'blockchain-as-a-service']],
  ['big four', ['big-four', 'big-four-banks']],
  ['bis', ['bis', 'bureau-of-industry-and-security']],
  ['ccp', ['chinese-communist-party', 'clearing-house']],
  ['csrc', ['csrc', 'nist-csrc']],
  ['fsa', ['fsa-japan', 'fsa-uk']],
  ['ico', ['ico', 'ico-regulator']],
  ['npc', ['national-peoples-congress', 'non-player-character']],
  ['tokenisation', ['asset-tokenization', 'payment-tokenization']],
  ['tokenization', ['asset-tokenization', 'payment-tokenization']],
]);

/** What no reader needs explained, or what is far more often an everyday word. */
const FORBIDDEN = [
  'ai company', 'app', 'bank', 'bond', 'business', 'chip', 'city', 'coin', 'company', 'computer', 'data', 'development',
  'digital', 'economy', 'enterprise', 'exchange', 'finance', 'fork', 'fund', 'gas', 'government', 'industry', 'information technology',
  'innovation', 'internet', 'investment', 'it', 'key', 'law', 'market', 'mining', 'money', 'node', 'oracle', 'party', 'pilot', 'pilot project',
  'plan', 'platform', 'policy', 'regulation', 'research', 'safe', 'sandbox', 'security', 'share', 'software', 'stock', 'technology',
  'token', 'us', 'virtual', 'wallet', 'website', 'who', 'world',
];

/** Label → the entry that it must lead to. */
const REQUIRED = {
  '14th Five-Year Plan': 'fourteenth-five-year-plan',
  'AI': 'artificial-intelligence',
  'BDO': 'bdo',
  'Belt and Road Initiative': 'belt-and-road-initiative',
  'Bitcoin': 'bitcoin',
  'CBDC': 'cbdc',
  'CBIRC': 'cbirc',
  'China Securities Regulatory Commission': 'csrc',
  'Deloitte': 'deloitte',
  'Ethereum': 'ethereum',
  'FATF': 'fatf',
  'Fourteenth Five-Year Plan': 'fourteenth-five-year-plan',
  'GDP': 'gdp',
  'Grant Thornton': 'grant-thornton',
  'IMF': 'imf',
  'IPO': 'ipo',
  'KPMG': 'kpmg',
  'KPMG Huazhen': 'kpmg-huazhen',
  'KYC': 'kyc',
  'MIIT': 'miit',
  'NDRC': 'ndrc',
  'NFRA': 'nfra',
  'NFT': 'nft',
  'PBOC': 'pboc',
  'PwC': 'pwc',
  'RMB': 'renminbi',
  'RSM': 'rsm',
  'SEC': 'sec',
  'STAR Market': 'star-market',
  'VR': 'virtual-reality',
  'Web3': 'web3',
  'added value': 'value-added',
  'artificial intelligence': 'artificial-intelligence',
  'augmented reality': 'augmented-reality',
  'big data': 'big-data',
  'blockchain': 'blockchain',
  'capital market': 'capital-market',
  'cloud computing': 'cloud-computing',
  'common prosperity': 'common-prosperity',
  'compliance': 'compliance',
  'computing power': 'computing-power',
  'cryptocurrency': 'cryptocurrency',
  'digital collectible': 'digital-collectible',
  'digital collection': 'digital-collectible',
  'digital economy': 'digital-economy',
  'digital yuan': 'e-cny',
  'distributed ledger': 'distributed-ledger',
  'dual circulation': 'dual-circulation',
  'e-CNY': 'e-cny',
  'financial technology': 'fintech',
  'fintech': 'fintech',
  'gas fee': 'gas-fee',
  'hukou': 'hukou',
  'mainland China': 'mainland-china',
  'meta-universe': 'metaverse',
  'metauniverse': 'metaverse',
  'metaverse': 'metaverse',
  'municipal party committee': 'municipal-party-committee',
  'proof of stake': 'proof-of-stake',
  'proof of work': 'proof-of-work',
  'real economy': 'real-economy',
  'regulatory sandbox': 'regulatory-sandbox',
  'risk control': 'risk-control',
  'smart contract': 'smart-contract',
  'special general partnership': 'special-general-partnership',
  'stablecoin': 'stablecoin',
  'state-owned enterprise': 'state-owned-enterprise',
  'systemic risk': 'systemic-risk',
  'virtual reality': 'virtual-reality',
  'virtual world': 'virtual-world',
  'yuan': 'renminbi',
};

/**
 * What is the same label to a reader: case apart, and a hyphen is a space.
 * @param {string} label
 */
const fold = (label) => label.toLowerCase().replaceAll('’', "'").replace(/[\s\-\u2010-\u2013]+/gu, ' ').trim();

/** @param {Entry} entry */
const labelsOf = (entry) => [entry.term, ...(entry.aliases ?? []).map((alias) => (typeof alias === 'string' ? alias : alias.label))];

/** Folded label → ids of the entries that have it. */
const owners = /** @type {Map<string, string[]>} */ (new Map());
for (const entry of entries) {
  for (const label of new Set(labelsOf(entry).map(fold))) owners.set(label, [...(owners.get(label) ?? []), entry.id]);
}

/** @param {string} id */
const byId = (id) => /** @type {Entry} */ (entries.find((entry) => entry.id === id));

/**
 * Says which entries break a rule, all of them at once.
 * @param {string} rule
 * @param {(entry: Entry) => boolean} holds
 */
function every(rule, holds) {
  test(rule, () => {
    assert.deepEqual(
      entries.filter((entry) => !holds(entry)).map(({ id }) => id),
      [],
    );
  });
}

test('enough entries', () => assert.ok(entries.length >= FEWEST_ENTRIES, `${entries.length}`));

test('the head of the file', () => {
  const { entries: _, ...head } = glossary;
  assert.deepEqual(head, { $schema: './schema.json', name: 'Fintech & policy', language: 'en', license: 'CC0-1.0' });
});

test('only what the schema knows, in its order', () => {
  /** @param {object} value @param {{properties: object}} shape @param {string} place */
  const check = (value, shape, place) => {
    const known = Object.keys(shape.properties);
    const keys = Object.keys(value);
    assert.deepEqual(keys.filter((key) => !known.includes(key)), [], place);
    return { known, keys };
  };
  check(glossary, schema, 'glossary');
  const entryShape = schema.$defs.entry;
  const aliasShape = schema.$defs.alias.oneOf.find((/** @type {{type?: string}} */ { type }) => type === 'object');
  assert.equal(entryShape.additionalProperties, false);
  assert.equal(aliasShape.additionalProperties, false);
  // In the file the link comes after the definition, and the rules of matching at the end.
  const order = [
    'id', 'term', 'aliases', 'category', 'definition', 'pronunciation', 'image', 'url', 'source', 'related', 'priority', 'case', 'inflect', 'diacritics', 'context', 'not',
  ];
  assert.deepEqual(Object.keys(entryShape.properties), order);
  for (const entry of entries) {
    const { keys } = check(entry, entryShape, entry.id);
    assert.deepEqual(keys, order.filter((key) => keys.includes(key)), entry.id);
    for (const alias of entry.aliases ?? []) {
      if (typeof alias !== 'string') check(alias, aliasShape, `${entry.id}: ${alias.label}`);
    }
  }
});

test('values of the rules are those of the schema', () => {
  const { entry, case: caseRule } = schema.$defs;
  for (const { id, aliases = [], ...rules } of entries) {
    for (const one of [rules, ...aliases.filter((alias) => typeof alias !== 'string')]) {
      if (one.case !== undefined) assert.ok(caseRule.enum.includes(one.case), `${id}: case`);
      if (one.inflect !== undefined) assert.equal(typeof one.inflect, 'boolean', `${id}: inflect`);
    }
    if (rules.diacritics !== undefined) assert.ok(entry.properties.diacritics.enum.includes(rules.diacritics), `${id}: diacritics`);
    if (rules.priority !== undefined) assert.ok(Number.isInteger(rules.priority), `${id}: priority`);
  }
});

test('ids are unique', () => assert.equal(ids.size, entries.length));
every('ids are kebab-case', ({ id }) => /^[a-z0-9]+(-[a-z0-9]+)*$/.test(id));
every('every entry has a category, a link and a source', ({ category, url, source }) => Boolean(category && url && source));
every('links are absolute and https', ({ url = '' }) => URL.canParse(url) && new URL(url).protocol === 'https:');
every('related entries exist, are others, and are named once', ({ id, related = [] }) =>
  related.every((other) => ids.has(other) && other !== id) && new Set(related).size === related.length,
);
every('texts have no space to trim and no markup', (entry) =>
  [entry.term, entry.definition, entry.source ?? '', ...labelsOf(entry)].every(
    (text) => text === text.trim() && !/[<>]|&[a-z]+;|\s{2}/i.test(text),
  ),
);
every('definitions fit a tooltip', ({ definition: { length } }) => length >= DEFINITION_LENGTH.least && length <= DEFINITION_LENGTH.most);
every('definitions begin with a capital and end with a full stop', ({ definition }) => /^\p{Lu}.*\.$/u.test(definition));
test('no definition is given twice', () => assert.equal(new Set(entries.map(({ definition }) => definition)).size, entries.length));

every('no alias is the regular plural of another label of its entry', (entry) => {
  const labels = labelsOf(entry).map(fold);
  return labels.every((label) => !labels.includes(`${label}s`) && !(label.endsWith('y') && labels.includes(label.replace(/y$/, 'ies'))));
});
every('"not" phrases hold a label of their entry', (entry) =>
  (entry.not ?? []).every((phrase) => labelsOf(entry).some((label) => fold(phrase).includes(fold(label)) && fold(phrase) !== fold(label))),
);

test('labels are shared only where several senses are meant', () => {
  const shared = [...owners].filter(([, list]) => list.length > 1).map(([label, list]) => [label, list.toSorted()]);
  const declared = [...SENSES].map(([label, list]) => [label, list.toSorted()]);
  assert.deepEqual(Object.fromEntries(shared), Object.fromEntries(declared));
});

test('each sense has words that speak for it, and one of them wins without', () => {
  for (const [label, [winner = '', ...others]] of SENSES) {
    for (const id of [winner, ...others]) assert.ok((byId(id).context ?? []).length > 0, `${label}: ${id} has no context`);
    const best = byId(winner).priority ?? 0;
    for (const id of others) assert.ok((byId(id).priority ?? 0) < best, `${label}: ${id} is not below ${winner}`);
  }
});

test('a handful of categories, none of them nearly empty', () => {
  const sizes = new Map();
  for (const { category } of entries) sizes.set(category, (sizes.get(category) ?? 0) + 1);
  assert.ok(sizes.size <= 12, [...sizes.keys()].join(', '));
  assert.deepEqual([...sizes].filter(([, size]) => size < FEWEST_IN_CATEGORY), []);
});

test('nothing that no reader needs', () => {
  assert.deepEqual(
    FORBIDDEN.filter((label) => (owners.get(label) ?? []).some((id) => !hasExactLabel(byId(id), label))),
    [],
  );
});

/**
 * "SAFE" in capitals is an agency; only a label that also finds the everyday word is forbidden.
 * @param {Entry} entry
 * @param {string} folded
 */
function hasExactLabel(entry, folded) {
  return (entry.aliases ?? []).some(
    (alias) => typeof alias !== 'string' && alias.case === 'exact' && fold(alias.label) === folded && alias.label === alias.label.toUpperCase(),
  );
}

test('every required term is there and means one thing', () => {
  const found = Object.keys(REQUIRED).map((label) => [label, (owners.get(fold(label)) ?? []).join(' or ')]);
  assert.deepEqual(Object.fromEntries(found), REQUIRED);
});
