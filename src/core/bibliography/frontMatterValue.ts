import { frontMatterEnd } from '../document/frontMatterEnd';

/**
 * What stands at a name at the top of a document's YAML front matter, as it is written, further lines included; for
 * where reading YAML, which takes a library, costs too much.
 */
export function frontMatterValue(text: string, name: string): string | undefined {
  const lines = text.slice(0, frontMatterEnd(text)).split(/\r\n|\n|\r/);
  const first = lines.findIndex(
    line => line.startsWith(name) && /^[ \t]*:(?:[ \t]|$)/.test(line.slice(name.length)),
  );
  if (first < 0) return undefined;
  const rest = lines.slice(first + 1);
  const next = rest.findIndex(line => /^(?![ \t]|- |-$|#).|^---|^\.\.\./.test(line));
  const value = lines[first]!.slice(lines[first]!.indexOf(':') + 1);
  return [value, ...rest.slice(0, next < 0 ? undefined : next)].join('\n').trim();
}

/** What is written plainly or between quotation marks on one line. */
export function frontMatterText(text: string, name: string): string | undefined {
  const [value] = frontMatterValue(text, name)?.split('\n', 1) ?? [];
  const [, double, single, plain] =
    /^(?:"((?:[^"\\]|\\.)*)"|'((?:[^']|'')*)'|([^\s#|>&*!%@`{[].*?))(?:[ \t]+#.*)?$/.exec(value ?? '') ?? [];
  return double?.replace(/\\(["\\])/g, '$1') ?? single?.replaceAll("''", "'") ?? plain;
}
