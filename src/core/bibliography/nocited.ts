import { readInlines } from '../document/inline';
import { frontMatterValue } from './frontMatterValue';

/** The keys that a document has Pandoc list though it does not cite them, in its front matter: `nocite: "@a, @b"`. */
export function nocited(text: string): string[] {
  const value = frontMatterValue(text, 'nocite');
  return value === undefined
    ? []
    : readInlines(value, { isLabel: () => false }).flatMap(({ key }) => key ?? []);
}

/** Whether that is all of its bibliography: `nocite: "@*"`. */
export const nocitesAll = (text: string): boolean =>
  /(?:^|[\s"'[,;])@\*(?![\p{L}\p{N}_*])/u.test(frontMatterValue(text, 'nocite') ?? '');
