/**
 * @file The API reference: Markdown from the declarations that the package publishes (`dist/npm`), by TypeDoc.
 */
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { Application } from 'typedoc';
import { root } from '../../xtask/js/serve.js';
import { modules } from './pages.js';

const folder = path.join(root, 'target/site-reference');
const declarations = path.join(root, 'dist/npm/host');

/** What TypeDoc resolves the declarations with: a project that uses the package, with what React and Vue declare beside it. */
const project = {
  compilerOptions: {
    target: 'es2022', module: 'nodenext', lib: ['es2023', 'dom', 'dom.iterable'], strict: true, skipLibCheck: true, types: [],
    paths: { react: [path.join(root, 'node_modules/@types/react')], vue: [path.join(root, 'node_modules/vue')] },
  },
  files: modules.map(([file, , folder]) => path.join(declarations, folder ? `../${folder}/index.d.ts` : `${file}.d.ts`)),
};

/** @returns {Promise<{file: string, name: string, text: string}[]>} one page of Markdown for each module */
export async function reference() {
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  const tsconfig = path.join(folder, 'tsconfig.json');
  await writeFile(tsconfig, JSON.stringify(project));
  const options = {
    entryPoints: project.files,
    tsconfig,
    plugin: ['typedoc-plugin-markdown'],
    basePath: declarations,
    outputs: [{ name: 'markdown', path: folder }],
    readme: 'none',
    router: 'module',
    disableSources: true,
    excludePrivate: true,
    excludeInternal: true,
    // `ref` and others that React and Vue bring along
    excludeExternals: true,
    logLevel: 'Warn',
    sort: ['kind', 'source-order'],
    groupOrder: ['Functions', 'Classes', '*'],
    kindSortOrder: ['Function', 'Class', 'Interface', 'TypeAlias', 'Variable'],
    // of typedoc-plugin-markdown
    hidePageHeader: true,
    hideBreadcrumbs: true,
    useCodeBlocks: true,
    parametersFormat: 'table',
    interfacePropertiesFormat: 'table',
    typeAliasPropertiesFormat: 'table',
    typeDeclarationFormat: 'table',
    classPropertiesFormat: 'table',
    propertyMembersFormat: 'table',
    tableColumnSettings: { hideSources: true, hideInherited: true, hideModifiers: true, hideOverrides: true },
  };
  const application = await Application.bootstrapWithPlugins(/** @type {any} */ (options));
  const reflections = await application.convert();
  if (!reflections || application.logger.hasErrors()) throw new Error('TypeDoc could not read dist/npm: is it built?');
  await application.generateOutputs(reflections);
  return Promise.all(
    modules.map(async ([file = '', name = '', of = file]) => ({ file, name, text: await readFile(path.join(folder, `${of}.md`), 'utf8') })),
  );
}
