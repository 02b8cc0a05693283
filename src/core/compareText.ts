/** Made at first use: it takes longer than all else that starting the extension does. */
let collator: Intl.Collator | undefined;
let readersLanguage: string | undefined;

/** Sorts from now on for readers of this language (BCP 47); without one, and until then, for those of the system's. */
export function sortFor(language?: string): void {
  readersLanguage = language;
  collator = undefined;
}

/** As people sort: case and accents count little, numbers by their value. */
export function compareText(a: string, b: string): number {
  collator ??= new Intl.Collator(readersLanguage, { sensitivity: 'base', numeric: true });
  return collator.compare(a, b);
}
