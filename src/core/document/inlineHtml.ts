/** Raw HTML or an autolink within a paragraph, CommonMark 6.5 and 6.6. */
export interface InlineHtml {
  readonly end: number;
  /** Of an autolink. */
  readonly address?: string;
  /** What an `<a>`, or a JSX element, refers to. */
  readonly href?: string;
  /** Where that stands. */
  readonly hrefStart?: number;
}

const autolink = /<([a-z][a-z0-9+.-]{1,31}:[^\s\0-\x1f<>]*)>/iy;
const email =
  /<[\w.!#$%&'*+/=?^`{|}~-]+@[a-z0-9](?:[a-z0-9-]*[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9-]*[a-z0-9])?)*>/iy;
const value = `[^\\s"'=<>\`]+|'[^']*'|"[^"]*"`;
const attributes = (values: string) => `(?:\\s+[a-z_:][\\w.:-]*(?:\\s*=\\s*(?:${values}))?)*\\s*/?`;
const tag = new RegExp(`<(?:/[a-z][a-z0-9-]*\\s*|([a-z][a-z0-9-]*)${attributes(value)})>`, 'iy');
/** A JSX element: its name may have dots or be missing, and its values be expressions. */
const element = new RegExp(
  `<(?:/[a-z]?[\\w.-]*\\s*|([a-z]?[\\w.-]*)${attributes(`\\{[^{}]*\\}|${value}`)})>`,
  'iy',
);
const href = /\shref\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'=<>`{]+))/di;

/** Reads what begins with the `<` at an offset; `jsx` as in MDX. Offsets must not go back within one text. */
export function htmlReader(text: string, jsx = false): (at: number) => InlineHtml | undefined {
  const until = finder(text);
  const matched = (pattern: RegExp, at: number) => {
    pattern.lastIndex = at;
    return pattern.exec(text);
  };
  return at => {
    if (text.startsWith('<!--', at)) {
      const short = /^<!--(?:-?>)/.exec(text.slice(at, at + 6));
      return short ? { end: at + short[0].length } : until('-->', at + 4);
    }
    if (text[at + 1] === '?') return until('?>', at + 2);
    if (text.startsWith('<![CDATA[', at)) return until(']]>', at + 9);
    if (/^![a-z]/i.test(text.slice(at + 1, at + 3))) return until('>', at + 3);
    const link = matched(autolink, at);
    if (link) return { end: autolink.lastIndex, address: link[1]! };
    if (matched(email, at)) return { end: email.lastIndex };
    const pattern = jsx ? element : tag;
    const found = matched(pattern, at);
    if (!found) return undefined;
    const end = pattern.lastIndex;
    const [, name] = found;
    if (!name || !/^(?:a$|[A-Z])/.test(jsx ? name : name.toLowerCase())) return { end };
    const reference = href.exec(found[0]);
    const address = reference?.[1] ?? reference?.[2] ?? reference?.[3];
    if (address === undefined) return { end };
    const [hrefStart] = reference!.indices!.slice(1).find(span => span)!;
    const space = address.length - address.trimStart().length;
    return { end, href: address.trim(), hrefStart: at + hrefStart + space };
  };
}

/** Where a closing mark ends; looks for one that is missing only once, so that work stays linear. */
export function finder(text: string): (mark: string, from: number) => { end: number } | undefined {
  const missing = new Set<string>();
  return (mark, from) => {
    const at = missing.has(mark) ? -1 : text.indexOf(mark, from);
    if (at >= 0) return { end: at + mark.length };
    missing.add(mark);
    return undefined;
  };
}
