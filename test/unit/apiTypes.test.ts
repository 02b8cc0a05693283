import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

const root = resolve(__dirname, '../..');
const api = readFileSync(join(root, 'src/api.d.ts'), 'utf8');
const folder = join(root, 'test-output/api');

/** What the compiler says of programs that use a copy of the API's file, by their names. */
function complaints(programs: Readonly<Record<string, string>>): readonly string[] {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'api.d.ts'), api);
  for (const [name, program] of Object.entries(programs)) writeFileSync(join(folder, `${name}.ts`), program);
  const options =
    '--strict --exactOptionalPropertyTypes --noUncheckedIndexedAccess --skipLibCheck false --noEmit --lib ES2022';
  writeFileSync(
    join(folder, 'tsconfig.json'),
    JSON.stringify({ compilerOptions: { types: [], module: 'preserve' } }),
  );
  const compiler = join(root, 'node_modules/typescript/bin/tsc');
  const args = [compiler, '--project', folder, '--pretty', 'false', ...options.split(' ')];
  const { stdout, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8' });
  assert.equal(stderr, '');
  return stdout.split('\n').filter(line => /: error /.test(line));
}

/** In the comment at its top. */
const sample = [...api.matchAll(/^ \* {5}(.*)$/gm)].map(([, line]) => line).join('\n');

const imports = "import type { BylineApi, BylineCitation, BylinePost } from './api';\n";
const declared = `declare const vscode: { readonly extensions: {
  getExtension<T>(id: string): { activate(): PromiseLike<T> } | undefined } };\n`;
const using = (line: string) =>
  `${imports}export const use = async (api: BylineApi, post: BylinePost, cited: BylineCitation) => {\n${line}\n};\n`;

describe('the types of the API', function () {
  this.timeout(30_000);

  it('stand by themselves, compile as strictly as can be, and let nobody forget what may be missing', () => {
    assert.match(sample, /api\.search[\s\S]*api\.cite/);
    const wrong = [
      'return (await api.cite(post.id)).text;',
      'return cited.definition.length;',
      "return api.cite(post.id, 'html');",
      "post.title = 'x';",
      'return post.author.length;',
    ];
    const said = complaints({
      sample: `${imports}${declared}export async function use() {\n${sample}\n}\n`,
      right: using('return [await api.posts(), post.title.length, cited.definition?.length];'),
      ...Object.fromEntries(wrong.map((line, at) => [`wrong${at}`, using(line)])),
    });
    assert.deepEqual(
      said.map(line => /(\w+)\.ts\(/.exec(line)?.[1] ?? line).sort(),
      wrong.map((_, at) => `wrong${at}`),
      said.join('\n'),
    );
  });
});
