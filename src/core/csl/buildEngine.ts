import CSL, { type Build, type CslNode, type Engine, type System, type Token } from 'citeproc';
import { CslError } from './formatter';

/** Elements of macros within sort keys, each macro once for each state; the longest public style has 1,256 in all. */
const mostElements = 30_000;

/** A macro as citeproc has built it where its state was `context`. */
interface BuiltMacro {
  readonly context: readonly unknown[];
  readonly tokens: readonly Token[];
  /** What building it has left in citeproc's state. */
  readonly left: Partial<Build>;
}

/**
 * citeproc in a style, which it changes. Elsewhere it builds a macro once, but in sort keys wherever the macro is
 * called: 27,000 elements for APA, which has 1,200. Here it builds a macro of those once for each state it is built in.
 */
export function buildEngine(
  system: System,
  style: CslNode,
  language: string,
  forceLanguage: boolean,
): Engine {
  const { buildMacro } = CSL;
  const { getNodesByName } = CSL.XmlJSON.prototype;
  CSL.buildMacro = sharing(buildMacro);
  CSL.XmlJSON.prototype.getNodesByName = withIndex(style, getNodesByName);
  try {
    return new CSL.Engine(system, style, language, forceLanguage);
  } finally {
    CSL.buildMacro = buildMacro;
    CSL.XmlJSON.prototype.getNodesByName = getNodesByName;
  }
}

function sharing(buildMacro: typeof CSL.buildMacro): typeof CSL.buildMacro {
  const known = new Map<CslNode, BuiltMacro[]>();
  const open: Token[][] = [];
  let count = 0;

  function build(engine: Engine, nodes: readonly CslNode[]): BuiltMacro {
    const state = engine.build;
    const context = contextOf(state);
    const isDate = state.date_key;
    state.date_key = false;
    const before = { ...state };
    const tokens: Token[] = [];
    count += countElements(nodes[0]!);
    if (count > mostElements) throw new CslError('The macros of this style call each other too often.');
    open.push(tokens);
    buildMacro.call(engine, tokens, nodes);
    open.pop();
    engine.configureTokenList(tokens);
    const left = Object.fromEntries(
      Object.entries(state).filter(([name, value]) => value !== before[name as keyof Build]),
    );
    state.date_key ||= isDate;
    return { context, tokens, left };
  }

  return function (this: Engine, target, nodes) {
    if (!this.build.extension) {
      buildMacro.call(this, target, nodes);
      return;
    }
    const made = known.get(nodes[0]!) ?? [];
    known.set(nodes[0]!, made);
    const context = contextOf(this.build);
    let macro = made.find(one => one.context.every((value, at) => value === context[at]));
    if (macro) Object.assign(this.build, macro.left);
    else {
      macro = build(this, nodes);
      made.push(macro);
    }
    (open.at(-1) ?? target).push(tokenOf(macro.tokens));
  };
}

/** What of citeproc's state the tokens of a macro depend on; a macro stands within a group, so that levels are above 1. */
function contextOf(build: Build): unknown[] {
  const { root, family, given, names_level, name_flag, current_default_locale } = build;
  const isSubstitute = Boolean(build.substitute_level.value());
  return [
    root,
    family,
    given,
    build['et-al'],
    names_level > 0,
    name_flag,
    current_default_locale,
    isSubstitute,
  ];
}

/** Does what the tokens do, as citeproc's own token for a macro outside of sort keys. */
function tokenOf(tokens: readonly Token[]): Token {
  const token = new CSL.Token('text', CSL.SINGLETON);
  token.execs.push((engine, item, cite) => {
    for (let at = 0; at < tokens.length; ) at = CSL.tokenExec.call(engine, tokens[at]!, item, cite);
  });
  return token;
}

function countElements({ children }: CslNode): number {
  return children.reduce((sum, inner) => (typeof inner === 'string' ? sum : sum + countElements(inner)), 1);
}

/** citeproc goes through the whole style for each call of a macro. */
function withIndex(
  style: CslNode,
  getNodesByName: (root: CslNode, name: string, own?: string) => CslNode[],
): typeof getNodesByName {
  const macros = new Map<string, CslNode>();
  for (const node of style.children) {
    if (typeof node === 'string' || node.name !== 'macro') continue;
    const { name = '' } = node.attrs;
    if (!macros.has(name)) macros.set(name, node);
  }
  return function (this: unknown, root, name, own, ...rest) {
    if (root !== style || name !== 'macro' || own === undefined) {
      return getNodesByName.call(this, root, name, own, ...rest);
    }
    const macro = macros.get(own);
    return macro ? [macro] : [];
  };
}
