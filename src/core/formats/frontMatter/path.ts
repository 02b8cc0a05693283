import type { PostFolder } from './site';

/** Path without the extension of Markdown files: "posts/a.md" → "posts/a". */
export function withoutExtension(path: string): string {
  return path.replace(/\.(?:md|mkd|mdown|markdown|mdx|qmd|rmd)$/i, '');
}

/** "posts/a/index" → "posts/a". */
export function withoutIndex(path: string): string {
  return path.replace(/(?:^|\/)index$/i, '');
}

/** The last part of a path. */
export function baseName(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

/** All but the last part. */
export function folderOf(path: string): string {
  return path.slice(0, Math.max(0, path.lastIndexOf('/')));
}

/** "2021-01-03-a" → "a". */
export function withoutDate(name: string): string {
  return name.replace(/^\d{4}[-_]\d{1,2}[-_]\d{1,2}(?:[T ]\d[\d-]*)?[-_ ](?=.)/, '');
}

/** Path below a folder; `undefined` when it is not. */
export function below(folder: string, path: string): string | undefined {
  if (folder === '') return path;
  return path.startsWith(`${folder}/`) ? path.slice(folder.length + 1) : undefined;
}

/** The innermost folder that holds a path, and the path below it. */
export function placeIn(
  folders: readonly PostFolder[],
  path: string,
): { route: string; rest: string } | undefined {
  let best: { route: string; rest: string } | undefined;
  for (const { folder, route } of folders) {
    const rest = below(folder, path);
    if (rest !== undefined && (!best || rest.length < best.rest.length)) best = { route, rest };
  }
  return best;
}

/** "post.fr" → ["post", "fr"], where that is one of the languages. */
export function splitLanguage(stem: string, languages: readonly string[] = []): readonly [string, string?] {
  const [, name = '', language = ''] = /^(.+)\.([a-z]{2,3}(?:-[a-z\d]{2,8})?)$/i.exec(stem) ?? [];
  const known = languages.find(other => other.toLowerCase() === language.toLowerCase());
  return known === undefined ? [stem] : [name, known];
}

/** Parts of a path joined, without "/" at its ends or twice. */
export function joinPath(...parts: readonly (string | undefined)[]): string {
  return parts
    .filter(Boolean)
    .join('/')
    .replace(/\/{2,}/g, '/')
    .replace(/^\/|\/$/g, '');
}
