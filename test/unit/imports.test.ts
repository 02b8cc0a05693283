import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';

const src = resolve(__dirname, '../../src');

/** Which folders of `src` a folder may import from; entry files beside them may import all. */
const allowed: Record<string, readonly string[]> = {
  core: ['core'],
  node: ['core', 'node'],
  web: ['core', 'web'],
  cli: ['core', 'node', 'cli'],
  vscode: ['api', 'core', 'vscode'],
};

/** Folders and files of `src/core`, and what in the core they must not import: parsers know no library. */
const insideCore: Record<string, readonly string[]> = {
  formats: ['citation', 'document', 'search', 'library', 'grouping', 'settings'],
  search: ['citation', 'document', 'library', 'formats'],
  citation: ['search', 'library', 'formats'],
  document: ['search', 'library', 'formats'],
  topics: ['citation', 'document', 'search', 'library', 'formats'],
};

describe('imports', () => {
  const files = readdirSync(src, { recursive: true, encoding: 'utf8' })
    .filter(file => file.endsWith('.ts'))
    .map(file => join(src, file));

  it('only go in the direction of the architecture', () => {
    const wrong = files.flatMap(file =>
      imports(file)
        .filter(target => {
          const [from, to] = [folder(file), folder(target)];
          return from !== undefined && !(allowed[from] ?? []).includes(to ?? '');
        })
        .map(target => `${relative(src, file)} imports ${relative(src, target)}`),
    );
    assert.deepEqual(wrong, []);
  });

  it('inside the core keep parsing, searching and citing apart', () => {
    const core = join(src, 'core');
    const wrong = files.flatMap(file => {
      const [own = ''] = relative(core, file).split('/');
      return imports(file)
        .filter(target => (insideCore[own] ?? []).includes(relative(core, target).split('/')[0]!))
        .map(target => `${relative(src, file)} imports ${relative(src, target)}`);
    });
    assert.deepEqual(wrong, []);
  });

  it('leave vscode to its shell and Node to the shells that run on it', () => {
    const wrong = files.flatMap(file =>
      packages(file)
        .filter(name =>
          name === 'vscode'
            ? ['core', 'cli', 'node'].includes(folder(file) ?? '')
            : name.startsWith('node:') && ['core', 'vscode'].includes(folder(file) ?? ''),
        )
        .map(name => `${relative(src, file)} imports ${name}`),
    );
    assert.deepEqual(wrong, []);
  });

  it('are guarded for folders that exist', () => {
    for (const name of Object.keys(allowed)) assert.ok(existsSync(join(src, name)), name);
    for (const name of Object.keys(insideCore)) assert.ok(existsSync(join(src, 'core', name)), name);
  });
});

function specifiers(file: string): string[] {
  const text = readFileSync(file, 'utf8');
  return [...text.matchAll(/(?:from|import)\s*\(?\s*'([^']+)'/g)].map(match => match[1]!);
}

function imports(file: string): string[] {
  return specifiers(file)
    .filter(name => name.startsWith('.'))
    .map(name => resolve(file, '..', name));
}

function packages(file: string): string[] {
  return specifiers(file).filter(name => !name.startsWith('.'));
}

/** The folder of `src` that a file is in; `undefined` for an entry file. */
/** `api.d.ts` counts as one, which only the extension's shell may import. */
function folder(file: string): string | undefined {
  const [name, ...rest] = relative(src, file).split('/');
  return rest.length || name === 'api' ? name : undefined;
}
