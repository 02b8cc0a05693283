// Builds dist/: both extension hosts and the command line. `--production` minifies, `--watch` rebuilds.
const esbuild = require('esbuild');

const production = process.argv.includes('--production');
const shared = {
  bundle: true,
  minify: production,
  sourcemap: !production,
  target: 'es2022',
  format: 'cjs',
  logLevel: 'info',
  legalComments: 'linked',
};

const builds = [
  {
    ...shared,
    entryPoints: { extension: 'src/extension.ts' },
    platform: 'node',
    outdir: 'dist',
    external: ['vscode'],
  },
  {
    ...shared,
    entryPoints: { 'extension.web': 'src/extension.ts' },
    platform: 'browser',
    outdir: 'dist',
    external: ['vscode'],
  },
  {
    ...shared,
    entryPoints: { cli: 'src/cli/main.ts' },
    platform: 'node',
    outdir: 'dist',
    banner: { js: '#!/usr/bin/env node' },
  },
];

async function main() {
  const contexts = await Promise.all(builds.map(build => esbuild.context(build)));
  if (process.argv.includes('--watch')) {
    await Promise.all(contexts.map(context => context.watch()));
    return;
  }
  await Promise.all(contexts.map(context => context.rebuild()));
  await Promise.all(contexts.map(context => context.dispose()));
}

main().catch(() => process.exit(1));
