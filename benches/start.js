/**
 * @file The first time on a page: nothing is loaded, compiled or warm. One page can tell that once; `run.js` opens several.
 */
import { GLOSSARY, pageOf } from './corpus.js';
import { freshPage, layOut } from './fresh.js';

/** @returns {Promise<{code: number, load: number, enrich: number, marks: number}>} milliseconds of the three steps, one after the other */
export async function measureStart() {
  const root = freshPage(document.body.appendChild(document.createElement('main')), await pageOf('article'));
  layOut(root);
  const start = performance.now();
  const { createGlossator } = await import('../www/host/index.js');
  const withCode = performance.now();
  const glossator = await createGlossator({ glossary: GLOSSARY, root, tooltip: false, sidebar: false });
  const loaded = performance.now();
  const { marks } = await glossator.enrich();
  const end = performance.now();
  return { code: withCode - start, load: loaded - withCode, enrich: end - loaded, marks: marks.length };
}
