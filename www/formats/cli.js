#!/usr/bin/env node
/**
 * @file `npx glossator list.csv more.md > glossary.json`: lists in other formats as one glossary. What is found in each is told beside it.
 */
import { readFile } from 'node:fs/promises';
import { Glossary } from '../host/index.js';
import { tidyTogether } from './columns.js';
import { importGlossary } from './index.js';

const USAGE = `usage: glossator [--name NAME] [--language LANGUAGE] FILE… > glossary.json

Makes a glossary of spreadsheets (.xlsx, .ods, CSV, TSV), texts (.docx, .odt, Markdown, reStructuredText, AsciiDoc, Org mode, LaTeX, HTML)
and data (JSON, YAML, TBX, TMX, SKOS, DocBook, DITA, TEI). "-" is the standard input.
`;

/** @param {string[]} given */
async function main(given) {
  /** @type {Record<string, string>} */
  const about = {};
  const files = [];
  for (let at = 0; at < given.length; at += 1) {
    const word = given[at] ?? '';
    const option = /^--(name|language)$/.exec(word)?.[1];
    if (option) about[option] = given[(at += 1)] ?? '';
    else if (/^--?\w/.test(word)) throw new Error(`${word} is no option\n\n${USAGE}`);
    else files.push(word);
  }
  if (!files.length) throw new Error(USAGE);
  let { name, language } = about;
  let entries = /** @type {import('../host/types.js').GlossaryData['entries']} */ ([]);
  for (const file of files) {
    const bytes = file === '-' ? await readAll() : await readFile(file);
    let imported;
    try {
      imported = await importGlossary(bytes);
    } catch (error) {
      // A folder of entries has other files too.
      process.stderr.write(`${file}: ${/** @type {Error} */ (error).message}\n`);
      continue;
    }
    const { glossary: found, leftOut } = imported;
    // What a later file does not say, or says otherwise, takes nothing from an earlier one.
    name ??= found.name;
    language ??= found.language;
    entries = entries.concat(found.entries);
    process.stderr.write(`${file}: ${found.entries.length} entries${leftOut ? `, ${leftOut} rows without term or definition left out` : ''}\n`);
  }
  // What brackets hold in a list shows only when it is together.
  entries = /** @type {typeof entries} */ (tidyTogether(/** @type {Partial<import('../host/types.js').Entry>[]} */ (entries)));
  if (!entries.length) throw new Error('no entries were found');
  const glossary = { ...(name && { name }), ...(language && { language }), entries };
  // The engine refuses what does not keep the rules of the format, and says which entry it is.
  (await Glossary.load(glossary)).free();
  process.stdout.write(`${JSON.stringify(glossary, null, 2)}\n`);
}

async function readAll() {
  const parts = [];
  for await (const part of process.stdin) parts.push(part);
  return Buffer.concat(parts);
}

await main(process.argv.slice(2)).catch((error) => {
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
});
