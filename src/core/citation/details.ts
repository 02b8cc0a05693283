/** What is said with one citation of a post, and remembered by nobody. Plain text; escaped where it is written. */
export interface CitationDetails {
  /** Before it: "see". */
  readonly prefix?: string;
  /** Behind it: "for the measurements". */
  readonly suffix?: string;
  readonly locator?: Locator;
}

/** Where in the post. */
export interface Locator {
  readonly label: LocatorLabel;
  /**
   * What is counted or named, without the label: "3", "12–14", "How it works". Of a `quote` the words of the page, which
   * become a text fragment of the address.
   */
  readonly value: string;
}

/** In the order in which they are offered; all but `quote` are locators of CSL, by CSL's names. */
export const locatorLabels = [
  'section',
  'quote',
  'page',
  'paragraph',
  'chapter',
  'figure',
  'line',
  'note',
  'part',
] as const;

export type LocatorLabel = (typeof locatorLabels)[number];
