import type { Part, RawField } from './block';

const monthNames =
  'January February March April May June July August September October November December'.split(' ');

/** Characters that one macro may stand for. */
const longestMacro = 20_000;

/** Characters that macros may put into one value. */
const longestValue = 1_000_000;

/**
 * Puts texts in the place of macros, within bounds: some lines can define what would fill the memory. What may be put
 * in altogether grows with the length of the file.
 */
export class Macros {
  readonly #texts = new Map(monthNames.map(name => [name.slice(0, 3).toLowerCase(), name]));
  #left: number;
  /** Whether a macro was left out as it would have become too long. */
  isExhausted = false;

  constructor(fileLength: number) {
    this.#left = 1_000_000 + 10 * fileLength;
  }

  define(fields: readonly RawField[]): void {
    for (const { name, parts } of fields) {
      const text = this.text(parts);
      if (text.length <= longestMacro) this.#texts.set(name, text);
      else this.isExhausted = true;
    }
  }

  /** Whether so many characters more may be put in, by macros or from other entries; they count then. */
  readonly allow = (length: number): boolean => {
    const isAllowed = length <= this.#left;
    if (isAllowed) this.#left -= length;
    return isAllowed;
  };

  /** The value of these parts; a macro that nobody defined stands as it is. */
  text(parts: readonly Part[]): string {
    let left = longestValue;
    return parts
      .map(part => {
        const text = part.isMacro ? this.#texts.get(part.text.toLowerCase()) : undefined;
        if (text === undefined) return part.text;
        left -= text.length;
        if (left >= 0 && this.allow(text.length)) return text;
        this.isExhausted = true;
        return part.text;
      })
      .join('');
  }
}
