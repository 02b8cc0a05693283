import assert from 'node:assert/strict';
import { resolve } from 'node:path';
import { type BuildOptions, build, type Metafile } from 'esbuild';

const root = resolve(__dirname, '../..');
const { common, extension } = require('../../esbuild.js');
const [start, parts, web]: BuildOptions[] = extension;
type Output = Metafile['outputs'][string];

/** Builds as `npm run build` does, but writes nothing. */
async function outputs(options: BuildOptions): Promise<Record<string, Output>> {
  const { metafile } = await build({
    ...options,
    absWorkingDir: root,
    minify: true,
    sourcemap: false,
    write: false,
    metafile: true,
    logLevel: 'silent',
  });
  return metafile.outputs;
}

/** What of a bundle comes from files that `pattern` fits. */
function inputs(output: Output, pattern: RegExp): string[] {
  return Object.entries(output.inputs)
    .filter(([name, { bytesInOutput }]) => bytesInOutput > 0 && pattern.test(name))
    .map(([name]) => name);
}

describe('the bundles', function () {
  this.timeout(60_000);
  let built: Record<string, Output>;
  let main: Output;
  before(async () => {
    built = { ...(await outputs(start!)), ...(await outputs(parts!)) };
    main = built['dist/extension.js']!;
  });

  it('start with one of at most 115 KB', () => {
    assert.ok(main.bytes <= 115_000, `dist/extension.js has ${main.bytes} bytes`);
  });

  it('start without those that the others share', () => {
    assert.deepEqual(
      main.imports.filter(({ path }) => Object.hasOwn(common, path.replace(/^\.\/|\.js$/g, ''))),
      [],
    );
  });

  it('start without any library', () => {
    assert.deepEqual(inputs(main, /node_modules/), []);
  });

  it('start without what reads pages, searches, writes citations and tells problems', () => {
    assert.deepEqual(
      inputs(
        main,
        /src\/core\/(?:formats\/\w+\/|topics\/|document\/|citation\/cite|problemText|search\/search|.*(?:bib|feed|html|markdown|style))/i,
      ),
      [],
    );
  });

  it('load at first use files that are there', () => {
    const loaded = Object.values(built).flatMap(({ imports }) =>
      imports.filter(({ path }) => path.startsWith('.')).map(({ path }) => path.replace('./', 'dist/')),
    );
    assert.ok(loaded.length > 0);
    assert.deepEqual(
      loaded.filter(path => !(path in built)),
      [],
    );
  });

  it('ask one of them for the order of text', () => {
    const keepers = Object.keys(built).filter(name => inputs(built[name]!, /core\/compareText\.ts$/).length);
    assert.deepEqual(keepers, ['dist/compareText.js']);
  });

  it('are one file in the web host', async () => {
    assert.deepEqual(Object.keys(await outputs(web!)), ['dist/extension.web.js']);
  });
});
