/**
 * What a strict TypeScript project sees of the package. Never run: `package.test.js` compiles it against the packed one.
 *
 * `Equal` holds for the same type only, so `any` in the place of a real type is an error here.
 */
import { createGlossator, Glossary, Glossator, GlossatorError } from 'glossator';
import type { Analysis, Engine, Enrichment, Entry, ErrorCode, GlossaryData, GlossatorOptions, GlossEvents, Mark, Match, SidebarOptions, TooltipOptions } from 'glossator';
import { GlossPage } from 'glossator/define';
import { loadWasm } from 'glossator/engine';
import wasm from 'glossator/glossator.wasm';
import fintech from 'glossator/glossary/fintech-policy.json' with { type: 'json' };
import schema from 'glossator/schema.json' with { type: 'json' };

type Equal<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;
const same = <A, B>(..._: Equal<A, B> extends true ? [] : ['not the same type']): void => {};

// ---------------------------------------------------------------- types by their names

same<Parameters<typeof createGlossator>[0], GlossatorOptions>();
same<Awaited<ReturnType<Glossator['enrich']>>, Enrichment>();
same<Enrichment['marks'], Mark[]>();
same<ReturnType<Glossary['scan']>, Match[]>();
same<ReturnType<Glossary['analyze']>, Analysis>();
same<ReturnType<Glossary['entry']>, Entry | undefined>();
same<GlossatorError['code'], ErrorCode>();
same<Exclude<GlossatorOptions['tooltip'], boolean | undefined>, TooltipOptions>();
same<Exclude<GlossatorOptions['sidebar'], boolean | undefined>, SidebarOptions>();
same<Exclude<GlossatorOptions['engine'], undefined>, Engine>();
same<GlossEvents['gloss-enriched']['detail'], Enrichment>();
const data: GlossaryData = { entries: [{ term: 'Bund', definition: 'A German federal bond.' }] };
await Glossary.load(data);

// ---------------------------------------------------------------- without a page

// As TypeScript imports JSON: with texts where only a few words are right. And what is not to be changed.
declare const json: { entries: { term: string; definition: string; case: string; diacritics: string; aliases: (string | { label: string; case: string })[] }[] };
await Glossary.load(json);
await Glossary.load(fintech);
await Glossary.load({ entries: [{ term: 'Bund', definition: 'A bond.', case: 'exact', aliases: ['Bunds', { label: 'B' }], not: ['Der Bund'] }] } as const);
// @ts-expect-error a rule is a word
await Glossary.load({ entries: [{ term: 'Bund', definition: 'A bond.', case: true }] });

const glossary = await Glossary.load({ entries: [{ term: 'Bund', definition: 'A German federal bond.' }] });
same<typeof glossary, Glossary>();
await Glossary.load(new URL('https://example.org/glossary.json'), { signal: AbortSignal.timeout(1000), wasm });
await Glossary.load(new ArrayBuffer(8));
// @ts-expect-error a number is no glossary
await Glossary.load(5);
// @ts-expect-error an entry needs a definition
await Glossary.load({ entries: [{ term: 'Bund' }] });

const [match] = glossary.scan('the Bund');
if (match) {
  same<typeof match.start, number>();
  same<typeof match.surface, string>();
  same<typeof match.entry, string>();
  same<typeof match.alternatives, string[]>();
}
same<string | undefined, NonNullable<ReturnType<typeof glossary.entry>>['url']>();

const analysis = glossary.analyze('the Bund', { title: 'Bonds', date: new Date(0), language: 'en' });
same<(typeof analysis.terms)[number], { entry: string; count: number; first: number; salience: number }>();
same<(typeof analysis.sentences)[number], { start: number; end: number; text: string }>();
same<(typeof analysis.dates)[number]['iso'], string>();
same<(typeof analysis.figures)[number]['value'], number>();
same<(typeof analysis.suggestions)[number]['score'], number>();
same<(typeof analysis.abbreviations)[number]['entry'], string | undefined>();

// ---------------------------------------------------------------- on a page

const glossator = await createGlossator({
  glossary,
  root: document.body,
  scope: 'article',
  occurrences: 'section',
  maxMarks: 20,
  density: 10,
  headings: false,
  exclude: ['.advert'],
  rendering: 'highlights',
  tooltip: { theme: 'dark', openDelay: 100, render: (entry) => entry.definition },
  sidebar: { open: 'auto', mount: '#aside', shortcut: false },
  locale: 'en',
  signal: new AbortController().signal,
  wasm: '/glossator.wasm',
});
same<typeof glossator, Glossator>();
const { marks, terms, summary, truncated } = await glossator.enrich();
same<typeof truncated, boolean>();
same<(typeof marks)[number]['element'], HTMLElement | null>();
same<(typeof terms)[number]['entry']['definition'], string>();
same<(typeof summary)[number]['text'], string>();
glossator.watch();
same<ReturnType<typeof glossator.refresh>, ReturnType<typeof glossator.enrich>>();
glossator.clear();
glossator.destroy();
glossator.addEventListener('gloss-enriched', ({ detail }) => same<typeof detail.words, number>());
glossator.addEventListener('gloss-error', ({ detail }) => same<typeof detail, GlossatorError>(), { once: true });
document.addEventListener('gloss-open', ({ detail }) => same<typeof detail.entry.term, string>());
document.body.addEventListener('gloss-close', ({ detail }) => same<typeof detail.mark.id, string>());
glossator.addEventListener('something-else', { handleEvent: (event) => same<typeof event, Event>() });
same<HTMLElementTagNameMap['gloss-page'], GlossPage>();

// What may be missing may be undefined, also where these are told apart.
declare const perhaps: { locale: string | undefined; signal: AbortSignal | undefined; openDelay: number | undefined; open: boolean | undefined };
await createGlossator({ glossary: fintech, locale: perhaps.locale, signal: perhaps.signal, tooltip: { openDelay: perhaps.openDelay }, sidebar: { open: perhaps.open } });

// @ts-expect-error an option that does not exist
await createGlossator({ glossary, colour: 'red' });
// @ts-expect-error a value that does not exist
await createGlossator({ glossary, occurrences: 'last' });

// ---------------------------------------------------------------- the rest

try {
  await loadWasm(wasm);
} catch (error) {
  if (error instanceof GlossatorError) {
    same<typeof error.code, 'glossary-invalid' | 'option-invalid' | 'wasm-blocked' | 'wasm-load' | 'engine-dead' | 'network'>();
    same<typeof error.path, string | undefined>();
    // @ts-expect-error no such code
    if (error.code === 'oops') throw error;
  }
}
const element: HTMLElement = new GlossPage();
same<InstanceType<typeof GlossPage>['glossator'], Glossator | null>();
void element;
same<typeof schema.title, string>();
