import CSL, { type AmbigConfig, type Disambiguation, type Engine, type Item } from 'citeproc';

/** citeproc's `Disambiguation.run` in small steps: tells items apart that would be told alike. */
export function* disambiguating(engine: Engine, alike: string): Generator<void> {
  const { disambiguate: state } = engine;
  const ids = engine.registry.ambigcites[alike] ?? [];
  if (state.modes.length === 0 || ids.length < 2) {
    state.run(alike);
    return;
  }
  yield* beginning(engine, state, alike, ids);
  state.initGivens = true;
  while (state.lists.length > 0) {
    state.gnameset = 0;
    state.gname = 0;
    state.clashes = [1, 0];
    while (state.lists[0]![1].length > 0) {
      state.listpos = 0;
      state.base ||= state.lists[0]![0];
      const isMost = state.incrementDisambig();
      yield* scanning(engine, state, state.lists[0]![1]);
      state.evalScan(isMost);
    }
    state.lists = state.lists.slice(1);
  }
}

/** `initVars` for several items. */
function* beginning(
  engine: Engine,
  state: Disambiguation,
  alike: string,
  ids: readonly string[],
): Generator<void> {
  Object.assign(state, { akey: alike, lists: [], base: false, betterbase: false, maxNamesByItemId: {} });
  const items: Item[] = [];
  for (const id of ids) {
    const item = engine.refetchItem(id);
    state.getCiteData(item, state.base || undefined);
    if (items.length === 0) state.base = CSL.getAmbigConfig.call(engine);
    items.push(item);
    yield;
  }
  items.sort((a, b) => {
    // Lists of one number, which compare as texts.
    const [one, other] = [String(state.maxNamesByItemId[a.id]), String(state.maxNamesByItemId[b.id])];
    return compare(one, other) || compare(a.id, b.id);
  });
  const [base, better] = [state.base as AmbigConfig, state.betterbase as AmbigConfig];
  state.lists.push([base, items]);
  state.Item = items[0]!;
  state.modeindex = 0;
  state.namesMax = state.maxNamesByItemId[state.Item.id]![0];
  for (const told of [base, better]) {
    state.padBase(told);
    told.year_suffix = false;
    told.disambiguate = false;
  }
  const isByCite = engine.citation.opt['givenname-disambiguation-rule'] === 'by-cite';
  if (isByCite && engine.opt['disambiguate-add-givenname']) state.givensMax = 2;
}

/** `scanItems`: which of the items are told as the first one is. */
function* scanning(engine: Engine, state: Disambiguation, items: readonly Item[]): Generator<void> {
  const tell = (item: Item) => CSL.getAmbiguousCite.call(engine, item, state.base, true);
  const [first, ...others] = items as [Item, ...Item[]];
  Object.assign(state, { Item: first, ItemCite: tell(first), scanlist: items });
  state.partners = [first];
  state.nonpartners = [];
  for (const other of others) {
    (tell(other) === state.ItemCite ? state.partners : state.nonpartners).push(other);
    yield;
  }
  state.clashes = [state.clashes[1], state.partners.length - 1];
}

const compare = (a: string, b: string): number => (a > b ? 1 : a < b ? -1 : 0);
