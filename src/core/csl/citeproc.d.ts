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
    seq: number;
    readonly sortkeys: readonly (string | undefined)[];
  }

  export type Item = Readonly<Record<string, unknown>> & { readonly id: string };

  /** The items that an engine has been told of. */
  export interface Registry {
    readonly registry: Readonly<Record<string, RegistryEntry>>;
    /** Ids of items that would be told alike, by what is told of them. */
    readonly ambigcites: Readonly<Record<string, readonly string[]>>;
    /** Ids in the order in which they were told. */
    mylist: readonly string[];
    readonly myhash: object;
    /** By what is told alike, that which is to be told apart anew. */
    ambigsTouched: Readonly<Record<string, true>>;
    akeys: object;
    /** In the order of the bibliography. */
    getSortedIds(): readonly string[];
    init(ids: readonly string[]): void;
    dodeletes(kept: object): void;
    doinserts(ids: readonly string[]): void;
    dorefreshes(): void;
    rebuildlist(isUnsorted: boolean): void;
    setsortkeys(): void;
    sorttokens(isUnsorted: boolean): void;
    renumber(): void;
  }

  /** How much is told of an item, so that it isn't told like another one. */
  export interface AmbigConfig {
    year_suffix: unknown;
    disambiguate: unknown;
  }

  export interface Disambiguation {
    readonly modes: readonly string[];
    akey: string;
    modeindex: number;
    base: AmbigConfig | false;
    betterbase: AmbigConfig | false;
    /** Items that are told alike yet, with what is told of them; those of the first are looked at. */
    lists: (readonly [AmbigConfig, readonly Item[]])[];
    listpos: number;
    maxNamesByItemId: Record<string, readonly number[]>;
    namesMax: number | undefined;
    givensMax: number;
    initGivens: boolean;
    gnameset: number;
    gname: number;
    Item: Item;
    ItemCite: string;
    scanlist: readonly Item[];
    partners: Item[];
    nonpartners: Item[];
    clashes: [before: number, now: number];
    run(key: string): void;
    getCiteData(item: Item, base?: AmbigConfig): void;
    padBase(base: AmbigConfig): void;
    incrementDisambig(): boolean;
    evalScan(isMost: boolean): void;
  }

  export class Engine {
    constructor(system: System, style: CslNode, language: string, forceLanguage: boolean);
    readonly opt: {
      readonly xclass: 'in-text' | 'note';
      readonly update_mode: number;
      readonly development_extensions: Record<string, boolean>;
      /** Of CSL-M: items that are told as one. */
      readonly parallel: { readonly enable: boolean };
      readonly 'disambiguate-add-givenname'?: boolean;
    };
    readonly citation: {
      readonly opt: {
        readonly 'givenname-disambiguation-rule'?: string;
        /** What the style puts before the cites of a citation, and between two of them. */
        readonly layout_prefix: string;
        readonly layout_delimiter: string;
      };
    };
    readonly bibliography: {
      readonly tokens: readonly Token[];
      /** Of CSL-M: what is told of an item depends on which others there are. */
      readonly opt: { readonly track_container_items?: readonly string[] };
    };
    readonly bibliography_sort: { readonly tokens: readonly Token[] };
    readonly tmp: {
      area: string;
      root: string;
      extension: string;
      loadedItemIDs: object;
      /** Ids of items of which something else is told than before. */
      taintedItemIDs: object;
      /** The names of the last entry, for which a style may write dashes in the next one. */
      last_rendered_name: unknown;
    };
    readonly registry: Registry;
    readonly disambiguate: Disambiguation;
    readonly build: Build;
    configureTokenList(tokens: readonly Token[]): void;
    updateItems(ids: readonly string[]): void;
    refetchItem(id: string): Item;
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
    getAmbiguousCite(this: Engine, item: Item, told?: AmbigConfig | false, isVisual?: boolean): string;
    /** What was told in the last citation. */
    getAmbigConfig(this: Engine): AmbigConfig;
    /** @returns where the next token stands in its list */
    tokenExec(this: Engine, token: Token, item: unknown, cite: unknown): number;
    readonly Output: {
      readonly Queue: {
        readonly prototype: { append(this: { readonly state: Engine }, ...text: unknown[]): unknown };
      };
    };
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
