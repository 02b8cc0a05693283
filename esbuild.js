// Builds dist/: both extension hosts and the command line. `--production` minifies and writes the licence notices,
// `--watch` rebuilds and makes the bundles of in-editor tests too, `--tests` makes only those.
const esbuild = require('esbuild');
const fs = require('node:fs');
const path = require('node:path');

const production = process.argv.includes('--production');
const shared = {
  bundle: true,
  minify: production,
  sourcemap: !production,
  target: 'es2022',
  format: 'cjs',
  logLevel: 'info',
  legalComments: 'none', // the notices have the licences in full
  metafile: true,
};

/**
 * What the Node host loads at first use with `import()`, by its bundle's name. The web host takes one file only, in
 * which esbuild runs such a part at first use.
 */
const lazy = {
  authors: 'src/vscode/commands/authors.ts',
  bibliography: 'src/core/formats/bibliography/index.ts',
  findBibliographies: 'src/core/bibliography/findBibliographies.ts',
  chart: 'src/vscode/views/chart.ts',
  citation: 'src/core/citing.ts',
  citeCommands: 'src/vscode/commands/citeCommands.ts',
  citedPosts: 'src/core/bibliography/citedPosts.ts',
  csl: 'src/core/csl/index.ts',
  cslFiles: 'src/vscode/cslFiles.ts',
  editorTools: 'src/vscode/tools/editorTools.ts',
  editPosts: 'src/vscode/commands/editing/editPosts.ts',
  addToBibliography: 'src/core/bibliography/addToBibliography.ts',
  detailsBelow: 'src/vscode/views/detailsBelow.ts',
  document: 'src/core/document/index.ts',
  documentCommands: 'src/vscode/commands/documentCommands.ts',
  forOthers: 'src/vscode/forOthers.ts',
  httpClient: 'src/node/httpClient.ts',
  languages: 'src/vscode/languages/index.ts',
  listing: 'src/core/formats/listing/index.ts',
  persons: 'src/core/persons/index.ts',
  pickers: 'src/vscode/pickers/index.ts',
  preview: 'src/vscode/preview/index.ts',
  postsOfPage: 'src/vscode/commands/adding/postsOfPage.ts',
  problemText: 'src/core/problemText.ts',
  search: 'src/core/search/index.ts',
  shownSources: 'src/vscode/sources/shownSources.ts',
  sourceCommands: 'src/vscode/commands/sourceCommands.ts',
  sources: 'src/core/sources/index.ts',
  tools: 'src/core/tools/index.ts',
  topics: 'src/core/topics/index.ts',
  'proper-lockfile': 'proper-lockfile',
};

/** What is in the bundle of something else. */
const within = { health: 'citation' };

/** Libraries that several of those need: one bundle each, rather than a copy in every one. */
const libraries = { yaml: 'yaml', htmlparser2: 'htmlparser2' };

/** What most of those need: one bundle each as well. What starts at once has it in itself, to be one file. */
const common = {
  cslItem: 'src/core/formats/cslItem.ts',
  date: 'src/core/date.ts',
  familyNames: 'src/core/familyNames.ts',
  monthNames: 'src/core/monthNames.ts',
  name: 'src/core/name.ts',
  readCslJson: 'src/core/formats/readCslJson.ts',
  settings: 'src/core/settings.ts',
  text: 'src/core/text.ts',
  url: 'src/core/url.ts',
};

/** What is there once, in a bundle that all others require, as it keeps what they have to agree on. */
const single = { compareText: 'src/core/compareText.ts' };

/** Lets bundles require each other, and `others`, where one would be in another. */
const lazyBundles = (others = {}) => ({
  name: 'lazy-bundles',
  setup(build) {
    const bundles = new Map(
      Object.entries({ ...lazy, ...others }).map(([bundle, file]) => [path.join(__dirname, file), bundle]),
    );
    build.onResolve({ filter: /./ }, ({ kind, path: name, resolveDir }) => {
      if (kind === 'import-statement') {
        const file = path.resolve(resolveDir, name);
        const bundle = libraries[name]
          ? name
          : (bundles.get(`${file}.ts`) ?? bundles.get(`${file}/index.ts`));
        return bundle && { path: `./${bundle}.js`, external: true };
      }
      if (kind !== 'dynamic-import') return undefined;
      const part = path.basename(name);
      const bundle = within[part] ?? part;
      return lazy[bundle]
        ? { path: `./${bundle}.js`, external: true }
        : { errors: [{ text: `Name the bundle of import('${name}') in esbuild.js.` }] };
    });
  },
});

const node = {
  ...shared,
  platform: 'node',
  outdir: 'dist',
  external: ['vscode'],
  supported: { 'dynamic-import': false },
};

const extension = [
  { ...node, entryPoints: { extension: 'src/extension.ts' }, plugins: [lazyBundles(single)] },
  {
    ...node,
    entryPoints: {
      parserThread: 'src/node/parserThread.ts',
      mcp: 'src/cli/mcp/main.ts',
      ...lazy,
      ...common,
      ...single,
      ...libraries,
    },
    plugins: [lazyBundles({ ...common, ...single })],
  },
  {
    ...shared,
    entryPoints: { 'extension.web': 'src/extension.web.ts' },
    platform: 'browser',
    outdir: 'dist',
    external: ['vscode'],
  },
];

const commandLine = {
  ...shared,
  entryPoints: { cli: 'src/cli/main.ts' },
  platform: 'node',
  outdir: 'dist',
  banner: { js: '#!/usr/bin/env node' },
};

/** All of test/integration/*.test.ts but those named for the other host (`*.node.test.ts`, `*.web.test.ts`). */
function testBundle(host) {
  const folder = path.join(__dirname, 'test/integration');
  const other = host === 'node' ? '.web.test.ts' : '.node.test.ts';
  const files = fs.readdirSync(folder).filter(name => name.endsWith('.test.ts') && !name.endsWith(other));
  const contents = `
    import { mochaRun } from './mochaRun';
    export const run = () => mochaRun(() => {
      ${files.map(name => `require('./${name}');`).join('\n')}
    });`;
  return {
    ...shared,
    minify: false,
    sourcemap: 'inline',
    stdin: { contents, resolveDir: folder, sourcefile: `${host}.ts`, loader: 'ts' },
    outfile: `dist/test/${host}.js`,
    define: { __host__: JSON.stringify(host) },
    ...(host === 'node' ? { platform: 'node', external: ['vscode', 'mocha'] } : webTests(folder)),
  };
}

function webTests(folder) {
  return {
    platform: 'browser',
    external: ['vscode'],
    format: 'iife', // Mocha's build assigns to module.exports, so ours come last
    globalName: 'tests',
    footer: { js: 'module.exports = tests;' },
    define: {
      __host__: '"web"',
      global: 'globalThis',
      'process.env.NODE_DEBUG': 'undefined',
      'process.stderr': 'undefined',
    },
    alias: {
      mocha: path.join(folder, 'web/mocha.js'),
      'node:assert/strict': path.join(folder, 'web/assert.js'),
    },
    logOverride: { 'direct-eval': 'silent' },
  };
}

function chosenBuilds() {
  const tests = [testBundle('node'), testBundle('web')];
  if (process.argv.includes('--tests')) return tests;
  return [...extension, commandLine, ...(process.argv.includes('--watch') ? tests : [])];
}

async function main() {
  const { cslLicence, writeCslFiles } = await import('./scripts/cslFiles.mjs');
  if (!process.argv.includes('--tests')) writeCslFiles(path.join(__dirname, 'dist/csl'));
  const contexts = await Promise.all(chosenBuilds().map(build => esbuild.context(build)));
  if (process.argv.includes('--watch')) {
    await Promise.all(contexts.map(context => context.watch()));
    return;
  }
  const results = await Promise.all(contexts.map(context => context.rebuild()));
  await Promise.all(contexts.map(context => context.dispose()));
  if (!production) return;
  const { notices, separator } = await import('./scripts/notices.mjs');
  const packages = notices(results.slice(0, extension.length).map(({ metafile }) => metafile));
  fs.writeFileSync(path.join(__dirname, 'dist/THIRD-PARTY-NOTICES.txt'), packages + separator + cslLicence());
}

module.exports = { common, extension };

if (require.main === module) {
  main().catch(error => {
    if (!error.errors) console.error(error); // esbuild has shown its own
    process.exit(1);
  });
}
