import { sep } from 'node:path';
import type { FileSystem } from '../core/ports';
import { UsageError } from './command';
import { standardInput } from './document';

/** What Markdown files, and notebooks with Markdown in them, are called. */
const endings = ['.md', '.markdown', '.mdx', '.qmd', '.rmd', '.Rmd', '.ipynb'];
const wild = /[*?[{]/;

/**
 * The documents that words name: files, all Markdown files of folders, and patterns such as `docs/*.md`, which not every
 * shell expands. Node's own matching came with Node 22, and of a library this takes the smallest part.
 * Throws UsageError where a word names none.
 */
export async function documentPaths(
  words: readonly string[],
  files: FileSystem,
  uriOf: (path: string) => string,
): Promise<string[]> {
  const paths = new Set<string>();
  for (const word of words) {
    const path = sep === '\\' ? word.replaceAll('\\', '/') : word;
    const found = await pathsOf(path);
    if (found.length === 0) {
      const sought = (await isFolder(path))
        ? `in “${word}”: none ends in ${endings.join(', ')}`
        : `“${word}”`;
      throw new UsageError(`There is no document ${sought}.`);
    }
    for (const one of found) paths.add(one);
  }
  return [...paths];

  async function isFolder(path: string): Promise<boolean> {
    return (await files.list(uriOf(path)).catch(() => undefined)) !== undefined;
  }

  async function pathsOf(path: string): Promise<string[]> {
    if (path === standardInput) return [path];
    if ((await files.read(uriOf(path), 1).catch(() => undefined)) !== undefined) return [path];
    const pattern = (await isFolder(path)) ? `${path.replace(/\/+$/, '')}/**/*{${endings.join(',')}}` : path;
    if (!wild.test(pattern)) return [];
    const found = await Promise.all(alternatives(pattern).map(one => matching('', one.split('/'))));
    return [...new Set(found.flat())].sort();
  }

  /** The files below a folder, whose path ends with a slash unless it is empty, that match the parts of a pattern. */
  async function matching(folder: string, [part = '', ...rest]: readonly string[]): Promise<string[]> {
    if (!wild.test(part) && rest.length > 0) return matching(`${folder}${part}/`, rest);
    const entries = (await files.list(uriOf(folder || '.')).catch(() => undefined)) ?? [];
    const isAny = part === '**';
    const pattern = isAny ? /^(?!\.|node_modules$)/ : patternOf(part);
    const found = isAny && rest.length > 0 ? [matching(folder, rest)] : [];
    for (const { name, isFolder } of entries) {
      if (!pattern.test(name)) continue;
      if (isFolder && (isAny || rest.length > 0)) {
        found.push(matching(`${folder}${name}/`, isAny ? [part, ...rest] : rest));
      } else if (!isFolder && rest.length === 0) found.push(Promise.resolve([folder + name]));
    }
    return (await Promise.all(found)).flat();
  }
}

/** The patterns that `{a,b}` stands for, innermost braces first. */
function alternatives(pattern: string): string[] {
  const [whole, inner] = /\{([^{}]*)\}/.exec(pattern) ?? [];
  if (whole === undefined || !inner!.includes(',')) return [pattern];
  const [before, after] = [
    pattern.slice(0, pattern.indexOf(whole)),
    pattern.slice(pattern.indexOf(whole) + whole.length),
  ];
  return [...new Set(inner!.split(',').flatMap(one => alternatives(before + one + after)))];
}

/** What one part of a path looks like; a name with a dot at its start only where the pattern has it. */
function patternOf(part: string): RegExp {
  const source = part.replace(
    /\[([!^]?)([^\]]+)\]|\*+|\?|[\\^$.*+?()[\]{}|/]/g,
    (found, not?: string, set?: string) => {
      if (set !== undefined) return `[${not ? '^' : ''}${set.replace(/[\\\]^]/g, '\\$&')}]`;
      if (found.startsWith('*')) return '[^/]*';
      return found === '?' ? '[^/]' : `\\${found}`;
    },
  );
  return new RegExp(`^${part.startsWith('.') ? '' : '(?!\\.)'}${source}$`, 'u');
}
