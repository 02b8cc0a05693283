import type { Block, Part } from './block';

const monthNames =
  'January February March April May June July August September October November December'.split(' ');

/** Characters that one macro may stand for. */
const longestMacro = 20_000;

/**
 * Puts texts in the place of macros, within bounds: some lines can define what would fill the memory. What may be put
 * in altogether grows with the length of the file.
 */
export class Macros {
  readonly #texts = new Map(monthNames.map(name => [name.slice(0, 3).toLowerCase(), name]));
  #left: number;
  /** Whether something was left out as it would have become too long. */
  isExhausted = false;

  constructor(fileLength: number) {
    this.#left = 1_000_000 + 10 * fileLength;
  }

  define({ fields }: Block): void {
    for (const { name, parts } of fields) {
      const text = this.text(parts);
      if (text.length <= longestMacro) this.#texts.set(name, text);
      else this.isExhausted = true;
    }
  }

  /** Whether so many characters may be put in; they count then. */
  readonly allow = (length: number): boolean => {
    const isAllowed = length <= this.#left;
    if (isAllowed) this.#left -= length;
    else this.isExhausted = true;
    return isAllowed;
  };

  /** The value of these parts; a macro that nobody defined stands as it is. */
  text(parts: readonly Part[]): string {
    return parts.map(part => (part.isMacro ? this.#expand(part.text) : part.text)).join('');
  }

  #expand(name: string): string {
    const text = this.#texts.get(name.toLowerCase());
    return text !== undefined && this.allow(text.length) ? text : name;
  }
}
