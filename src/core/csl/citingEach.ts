import type { CslNode } from 'citeproc';

/**
 * A style that tells each cite of a citation, so that each can be linked to its post: `[1]–[3]` would have no link to
 * the second one, and of `2020a, b` the letter is too short for one. Years are still told without repeating the names.
 */
export function citingEach(style: CslNode): CslNode {
  const children = style.children.map(child => {
    if (typeof child === 'string' || child.name !== 'citation') return child;
    const { collapse, ...attrs } = child.attrs;
    return { ...child, attrs: collapse?.startsWith('year') ? { ...attrs, collapse: 'year' } : attrs };
  });
  return { ...style, children };
}
