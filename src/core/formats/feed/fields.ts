import type { XmlElement } from '../xml';
import { kindOf } from './kind';

/** Shared, as most entries have most kinds not. */
const none: readonly XmlElement[] = [];

/** The elements that stand right below one, by kind. */
export class Fields {
  readonly #byKind = new Map<string, XmlElement[]>();

  constructor(
    readonly element: XmlElement,
    /** Those whose own children count as well, as `media:group`'s do. */
    transparent: ReadonlySet<string> = new Set(),
  ) {
    this.#add(element, transparent);
  }

  #add(element: XmlElement, transparent: ReadonlySet<string>): void {
    for (const child of element.children) {
      if (typeof child === 'string') continue;
      const kind = kindOf(child);
      const same = this.#byKind.get(kind);
      if (same) same.push(child);
      else this.#byKind.set(kind, [child]);
      if (transparent.has(kind)) this.#add(child, transparent);
    }
  }

  /** All of these kinds, in the order of the kinds. */
  all(...kinds: readonly string[]): readonly XmlElement[] {
    let found: readonly XmlElement[] = none;
    for (const kind of kinds) {
      const more = this.#byKind.get(kind);
      if (more) found = found.length === 0 ? more : [...found, ...more];
    }
    return found;
  }

  /** What `read` makes of the first element, in the order of the kinds, of which it makes anything. */
  first<T>(kinds: readonly string[], read: (element: XmlElement) => T | undefined): T | undefined {
    for (const kind of kinds) {
      for (const element of this.#byKind.get(kind) ?? []) {
        const value = read(element);
        if (value !== undefined) return value;
      }
    }
    return undefined;
  }
}

/** An attribute, in whichever case it is written. */
export function attributeOf(element: XmlElement, name: string): string | undefined {
  for (const [written, value] of element.attributes) if (written.toLowerCase() === name) return value;
  return undefined;
}

/** The text within an element, its inner elements' included; `undefined` where it is blank. */
export function textIn(element: XmlElement): string | undefined {
  const parts: string[] = [];
  const walk = ({ children }: XmlElement): void => {
    for (const child of children) {
      if (typeof child === 'string') parts.push(child);
      else walk(child);
    }
  };
  walk(element);
  return parts.join('').trim() || undefined;
}
