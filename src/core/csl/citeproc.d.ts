/** What is used here of citeproc-js, https://citeproc-js.readthedocs.io/en/latest/running.html. */
declare module 'citeproc' {
  export interface CslNode {
    readonly name: string;
    readonly attrs: Readonly<Record<string, string>>;
    readonly children: readonly (CslNode | string)[];
  }

  export interface System {
    retrieveLocale(language: string): CslNode;
    retrieveItem(id: string): Readonly<Record<string, unknown>>;
    /** With `apply_citation_wrapper`, called with the `system_id` of an item, which a bare number lacks. */
    wrapCitationEntry(html: string, id: string | undefined): string;
  }

  export interface CitationItem {
    readonly id: string;
    readonly prefix?: string;
    readonly suffix?: string;
    readonly label?: string;
    readonly locator?: string;
    /** 0: the first citation of the item. */
    readonly position: number;
  }

  export class Engine {
    constructor(system: System, style: CslNode, language: string, forceLanguage: boolean);
    readonly opt: {
      readonly xclass: 'in-text' | 'note';
      readonly update_mode: number;
      readonly development_extensions: Record<string, boolean>;
    };
    readonly registry: {
      readonly registry: Readonly<Record<string, { readonly seq: number }>>;
      readonly ambigcites: object;
    };
    updateItems(ids: readonly string[]): void;
    makeCitationCluster(items: readonly CitationItem[]): string;
    makeBibliography(): false | [{ readonly entry_ids: readonly (readonly string[])[] }, readonly string[]];
  }

  const CSL: {
    readonly Engine: typeof Engine;
    /** `update_mode` of styles whose citations hold numbers. */
    readonly NUMERIC: number;
    /** What citeproc writes within `<sup>`, by the character it was. */
    readonly SUPERSCRIPTS: Readonly<Record<string, string>>;
  };
  export default CSL;
}
