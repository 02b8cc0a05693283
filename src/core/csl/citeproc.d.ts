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
    readonly 'author-only'?: boolean;
    readonly 'suppress-author'?: boolean;
  }

  export interface Token {
    readonly execs: ((engine: Engine, item: unknown, cite: unknown) => unknown)[];
  }

  /** The state of an engine while it builds a style. */
  export interface Build {
    /** `_sort` within sort keys. */
    readonly extension: string;
    readonly root: string;
    readonly substitute_level: { value(): number };
    readonly names_level: number;
    readonly name_flag: unknown;
    readonly current_default_locale: unknown;
    readonly family: unknown;
    readonly given: unknown;
    readonly 'et-al': unknown;
    date_key: boolean;
  }

  export interface RegistryEntry {
    readonly seq: number;
    readonly sortkeys: readonly (string | undefined)[];
  }

  export class Engine {
    constructor(system: System, style: CslNode, language: string, forceLanguage: boolean);
    readonly opt: {
      readonly xclass: 'in-text' | 'note';
      readonly update_mode: number;
      readonly development_extensions: Record<string, boolean>;
    };
    readonly registry: {
      readonly registry: Readonly<Record<string, RegistryEntry>>;
      readonly ambigcites: object;
    };
    readonly build: Build;
    configureTokenList(tokens: readonly Token[]): void;
    updateItems(ids: readonly string[]): void;
    makeCitationCluster(items: readonly CitationItem[]): string;
    makeBibliography(): false | [{ readonly entry_ids: readonly (readonly string[])[] }, readonly string[]];
  }

  const CSL: {
    readonly Engine: typeof Engine;
    readonly Token: new (name: string, type: number) => Token;
    /** The type of a token of an element without children. */
    readonly SINGLETON: number;
    /** Puts the tokens of a macro into a list; `nodes` are those of its name, of which the first counts. */
    buildMacro(this: Engine, target: Token[], nodes: readonly CslNode[]): void;
    /** @returns where the next token stands in its list */
    tokenExec(this: Engine, token: Token, item: unknown, cite: unknown): number;
    readonly XmlJSON: {
      readonly prototype: {
        getNodesByName(
          this: unknown,
          root: CslNode,
          name: string,
          own?: string,
          found?: CslNode[],
        ): CslNode[];
      };
    };
    /** `update_mode` of styles whose citations hold numbers. */
    readonly NUMERIC: number;
    /** What citeproc writes within `<sup>`, by the character it was. */
    readonly SUPERSCRIPTS: Readonly<Record<string, string>>;
  };
  export default CSL;
}
