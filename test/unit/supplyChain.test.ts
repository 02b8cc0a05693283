import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { type BuildOptions, build } from 'esbuild';

const extension: BuildOptions[] = require('../../esbuild.js').extension;

interface Package {
  readonly version: string;
  readonly dev?: boolean;
  readonly integrity?: string;
  readonly hasInstallScript?: boolean;
  readonly dependencies?: Readonly<Record<string, string>>;
}

const lock: { readonly packages: Readonly<Record<string, Package>> } = JSON.parse(
  readFileSync(resolve('package-lock.json'), 'utf8'),
);
const all = Object.entries(lock.packages)
  .filter(([path]) => path !== '')
  .map(([path, of]) => ({ name: path.replace(/^.*node_modules\//, ''), ...of }));
const shipped = all.filter(({ dev }) => !dev);

/** Versions since which the known holes are closed: CVE-2026-33532, CVE-2025-64718, CVE-2026-22036, CVE-2026-2327, CVE-2026-33036. */
const floors: Readonly<Record<string, string>> = {
  yaml: '2.8.3',
  'js-yaml': '4.1.1',
  undici: '7.18.2',
  'markdown-it': '14.3.0',
  'fast-xml-parser': '5.7.0',
};

/** Which run code of what they read, or say of private addresses that they are public. */
const unwanted = ['gray-matter', 'ip', 'request', 'xml2js', 'vm2', 'rss-parser'];

function isAtLeast(version: string, floor: string): boolean {
  return version.localeCompare(floor, 'en', { numeric: true }) >= 0;
}

describe('the packages that are shipped', () => {
  it('are at most 25, of which at most 15 are asked for by name', () => {
    assert.ok(shipped.length > 0 && shipped.length <= 25, shipped.map(({ name }) => name).join(' '));
    const named = Object.keys(lock.packages['']!.dependencies!);
    assert.ok(named.length > 0 && named.length <= 15, named.join(' '));
  });

  it('run nothing when they are installed', () => {
    assert.deepEqual(
      shipped.filter(({ hasInstallScript }) => hasInstallScript).map(({ name }) => name),
      [],
    );
  });

  it('are those that were locked, byte by byte', () => {
    assert.deepEqual(
      shipped.filter(({ integrity }) => !integrity?.startsWith('sha512-')).map(({ name }) => name),
      [],
    );
  });

  it('have no hole that is known', () => {
    assert.deepEqual(
      shipped.filter(({ name, version }) => floors[name] && !isAtLeast(version, floors[name])),
      [],
    );
    assert.deepEqual(
      shipped.filter(({ name }) => unwanted.includes(name)),
      [],
    );
    assert.ok(isAtLeast('2.10.0', '2.8.3') && !isAtLeast('2.8.2', '2.8.3'));
  });
});

describe('the bundles that are shipped', function () {
  this.timeout(60_000);

  const hosts = ['Node, at the start', 'Node', 'the web'];

  for (const [at, options] of extension.entries()) {
    const host = hosts[at];
    it(`run no text as code and start no programs: ${host}`, async () => {
      const { outputFiles } = await build({
        ...options,
        absWorkingDir: resolve('.'),
        minify: true,
        sourcemap: false,
        write: false,
        logLevel: 'silent',
      });
      assert.ok(outputFiles!.length > 0);
      for (const { path, text } of outputFiles!) {
        assert.doesNotMatch(
          text,
          /\beval\(|\bnew Function\b|[^.\w]Function\(["'`]|["'`](?:node:)?child_process["'`]/,
          path,
        );
      }
    });
  }
});
