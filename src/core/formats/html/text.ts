import type { Chrome } from './chrome';
import { type HtmlElement, isBlock, isElement, isUnseen } from './tree';

/** The page as plain text: blocks apart by an empty line, line breaks kept. */
export function plainText(root: HtmlElement, chrome: Pick<Chrome, 'has'>): string {
  const parts: string[] = [];
  const walk = (element: HtmlElement): void => {
    for (const child of element.children) {
      if (!isElement(child)) parts.push(child.replace(/\s+/g, ' '));
      else if (child.tag === 'br') parts.push('\n');
      else if (!isUnseen(child) && !chrome.has(child)) {
        const edge = isBlock(child) ? '\u0001' : '';
        parts.push(edge);
        walk(child);
        parts.push(edge);
      }
    }
  };
  walk(root);
  return parts
    .join('')
    .split(/\u0001/)
    .map(block =>
      block
        .split('\n')
        .map(line => line.trim())
        .filter(Boolean)
        .join('\n'),
    )
    .filter(Boolean)
    .join('\n\n');
}
