import type { CslNode } from 'citeproc';
import { CslError } from './formatter';

interface OpenNode extends CslNode {
  readonly attrs: Record<string, string>;
  children: (CslNode | string)[];
}

/** No style nests as deep; citeproc's own functions call themselves once for each level. */
const deepest = 100;

const markup =
  /<!--.*?-->|<\?.*?\?>|<!\[CDATA\[(.*?)\]\]>|<!DOCTYPE[^[>]*(?:\[[^\]]*\]\s*)?>|<\/([^\s<>/]+)\s*>|<([^\s<>/!?]+)((?:\s+[^\s<>/='"]+\s*=\s*(?:"[^"<]*"|'[^'<]*'))*)\s*(\/?)>/sy;
const attribute = /([^\s='"]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g;

/**
 * Well-formed XML as citeproc takes it, in time that grows with its length. The entities of a DTD are not known.
 * @throws CslError that names the line of what is not well-formed
 */
export function parseXml(xml: string): CslNode {
  const root: OpenNode = { name: '', attrs: {}, children: [] };
  const open = [root];
  const fail = (what: string, at: number): never => {
    throw new CslError(`Line ${lineOf(xml, at)}: ${what}.`);
  };
  for (let at = xml.startsWith('\ufeff') ? 1 : 0; at < xml.length; ) {
    const parent = open.at(-1)!;
    if (xml[at] !== '<') {
      const next = xml.indexOf('<', at);
      const end = next < 0 ? xml.length : next;
      const text = xml.slice(at, end);
      if (parent !== root) parent.children.push(decodeReferences(text));
      else if (text.trim()) fail('text outside of all elements', at + text.search(/\S/));
      at = end;
      continue;
    }
    markup.lastIndex = at;
    const match = markup.exec(xml);
    if (!match) return fail('a “<” that begins no tag', at);
    const [whole, data, closed, opened, attributes = '', isEmpty] = match;
    if (data !== undefined) parent.children.push(data);
    else if (closed !== undefined) {
      if (closed !== parent.name) fail(`</${closed}> closes what is not open`, at);
      finish(open.pop()!);
    } else if (opened !== undefined) {
      if (parent === root && root.children.length > 0) fail(`<${opened}> behind the end`, at);
      if (open.length > deepest) fail(`<${opened}> is nested too deep`, at);
      const node: OpenNode = { name: opened, attrs: attributesIn(attributes), children: [] };
      parent.children.push(node);
      if (isEmpty) finish(node);
      else open.push(node);
    }
    at += whole.length;
  }
  if (open.length > 1) fail(`<${open.at(-1)!.name}> is not closed`, xml.length);
  return (root.children[0] as CslNode | undefined) ?? fail('no element', 0);
}

/** Text counts only where no elements stand; an empty term says that nothing is to be written. */
function finish(node: OpenNode): void {
  const elements = node.children.filter(child => typeof child !== 'string');
  if (elements.length > 0) node.children = elements;
  else {
    const text = node.children.join('').replace(/[\r\n\t]+/g, ' ');
    node.children = text || /^(?:term|single|multiple)$/.test(node.name) ? [text] : [];
  }
}

function attributesIn(text: string): Record<string, string> {
  const entries = [...text.matchAll(attribute)].map(([, name, double, single]) => [
    name!,
    decodeReferences(double ?? single ?? ''),
  ]);
  return Object.fromEntries(entries);
}

const predefined: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

function decodeReferences(text: string): string {
  return text.replace(
    /&(?:#(\d{1,7})|#x([\da-f]{1,6})|(amp|lt|gt|quot|apos));/gi,
    (reference, decimal?: string, hex?: string, name?: string) => {
      if (name) return predefined[name.toLowerCase()]!;
      const code = decimal ? Number(decimal) : Number.parseInt(hex!, 16);
      return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : reference;
    },
  );
}

function lineOf(text: string, at: number): number {
  return text.slice(0, at).split(/\r\n?|\n/).length;
}
