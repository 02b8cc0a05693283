/** Configuration that is code, looked at as text and never run. */

/** Without comments, as far as it can be told without knowing the language; texts stay. */
export function withoutComments(code: string): string {
  let kept = '';
  let from = 0;
  let quote = '';
  const text = code.slice(0, 200_000);
  for (let at = 0; at < text.length; at++) {
    const character = text[at]!;
    if (quote) {
      if (character === '\\') at++;
      else if (character === quote || (character === '\n' && quote !== '`')) quote = '';
    } else if (character === '"' || character === "'" || character === '`') {
      quote = character;
    } else if (character === '/' && (text[at + 1] === '/' || text[at + 1] === '*')) {
      const mark = text[at + 1] === '/' ? '\n' : '*/';
      const end = text.indexOf(mark, at + 2);
      kept += `${text.slice(from, at)} `;
      from = end < 0 ? text.length : mark === '\n' ? end : end + 2;
      at = from - 1;
    }
  }
  return kept + text.slice(from);
}

/** The text that a key has: `key: 'text'`, or `key: NAME` with `NAME = 'text'` elsewhere. */
export function textAt(code: string, key: string, depth = 0): string | undefined {
  const direct = new RegExp(
    `(?<![\\w.])["']?${key}["']?\\s{0,9}[:=]\\s{0,9}(?:"([^"\\n]{0,500})"|'([^'\\n]{0,500})'|\`([^\`$]{0,500})\`)`,
  ).exec(code);
  if (direct) return direct[1] ?? direct[2] ?? direct[3];
  const [, name] =
    new RegExp(`(?<![\\w.])${key}\\s{0,9}:\\s{0,9}([A-Za-z_$][\\w$]{0,60})\\s{0,9}[,\\n}]`).exec(code) ?? [];
  return name === undefined || depth > 2 ? undefined : textAt(code, name.replace(/\$/g, '\\$'), depth + 1);
}

/** The first web address that a key has, also as the last of several to choose from: `url: env.URL || 'https://…'`. */
export function addressAt(code: string, key: string): string | undefined {
  const text = textAt(code, key);
  if (text !== undefined) return /^https?:\/\//.test(text) ? text : undefined;
  return new RegExp(
    `(?<![\\w.])${key}\\s{0,9}[:=][^'"\`{}\\n]{0,100}['"\`](https?://[^'"\`\\s]{1,300})['"\`]`,
  ).exec(code)?.[1];
}

/** What stands in the braces that follow a place; up to the end where they are not closed. */
export function bracesAfter(code: string, start: number): string {
  const open = code.indexOf('{', start);
  if (open < 0) return '';
  let depth = 0;
  for (let at = open; at < code.length; at++) {
    if (code[at] === '{') depth++;
    else if (code[at] === '}' && --depth === 0) return code.slice(open + 1, at);
  }
  return code.slice(open + 1);
}

/** The names of the objects that an object has: `authors: { jane: { name: 'Jane Doe' } }`, also as `authors = {`. */
export function namedAt(code: string, key: string): Readonly<Record<string, string>> {
  const start = new RegExp(`(?<![\\w.])${key}\\s{0,9}[:=]\\s{0,9}\\{`).exec(code)?.index;
  if (start === undefined) return {};
  const names = bracesAfter(code, start).matchAll(
    /(?<![\w.])["']?([\w-]{1,60})["']?\s{0,9}:\s{0,9}\{\s{0,99}name\s{0,9}:\s{0,9}(?:"([^"\n]{1,200})"|'([^'\n]{1,200})')/g,
  );
  return Object.fromEntries(
    [...names].map(([, name = '', double, single]) => [name, double ?? single ?? '']),
  );
}

/** What stands in the braces of each object that a key has: `key: { … }`. */
export function blocksAt(code: string, key: string): readonly string[] {
  const starts = code.matchAll(new RegExp(`(?<![\\w.])${key}\\s{0,9}:\\s{0,9}\\{`, 'g'));
  return [...starts].slice(0, 20).map(({ index }) => bracesAfter(code, index));
}
