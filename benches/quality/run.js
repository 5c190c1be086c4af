/**
 * @file How good the answers are, on corpora with answers: `cargo xtask bench quality [--only scope,abbreviations,senses,keyterms,salience,summary] [--worst N]`.
 *
 * `--worst`: also the pages with our worst scores. The texts are not part of the project: `$GLOSSATOR_CORPORA` names their folder.
 */
import { parseArgs } from 'node:util';
import { reportAbbreviations } from './abbreviations.js';
import { reportKeyTerms } from './keyterms.js';
import { reportSalience } from './salience.js';
import { reportScope } from './scope.js';
import { reportSenses } from './senses.js';
import { reportSummaries } from './summary.js';

const { values: options } = parseArgs({ options: { only: { type: 'string' }, worst: { type: 'string', default: '0' } } });
const worst = Number(options.worst);

/** @type {Record<string, () => Promise<void>>} */
const reports = {
  scope: () => reportScope({ worst }), abbreviations: reportAbbreviations, senses: reportSenses, keyterms: reportKeyTerms,
  salience: reportSalience, summary: reportSummaries,
};

for (const name of options.only?.split(',') ?? Object.keys(reports)) {
  const report = reports[name];
  if (!report) throw new Error(`--only: there is no ${JSON.stringify(name)}; there are ${Object.keys(reports).join(', ')}`);
  await report();
}
