import { isVoid } from '../html/tree';
import type { XmlElement } from '../xml';

/**
 * The markup within an element, for reading it as HTML; prefixes are left out.
 * @param isEscaped whether the text in it is markup as well.
 */
export function serialize(element: XmlElement, isEscaped: boolean): string {
  const parts: string[] = [];
  const write = ({ children }: XmlElement): void => {
    for (const child of children) {
      if (typeof child === 'string') {
        parts.push(isEscaped ? child : escaped(child));
        continue;
      }
      const name = child.name.slice(child.name.indexOf(':') + 1);
      parts.push('<', name);
      for (const [key, value] of child.attributes) parts.push(' ', key, '="', escaped(value), '"');
      parts.push('>');
      if (isVoid(name.toLowerCase())) continue;
      write(child);
      parts.push('</', name, '>');
    }
  };
  write(element);
  return parts.join('');
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}
