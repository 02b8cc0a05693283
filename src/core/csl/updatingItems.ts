import type { Engine, Registry } from 'citeproc';
import { disambiguating } from './disambiguating';

/** citeproc's `updateItems` in small steps, between which nothing else may be asked of the engine. */
export function* updatingItems(engine: Engine, ids: readonly string[]): Generator<void> {
  const { registry, tmp } = engine;
  const { area, root, extension } = tmp;
  const isUnsorted = engine.bibliography_sort.tokens.length === 0;
  Object.assign(tmp, { area: 'citation', root: 'citation', extension: '', loadedItemIDs: {} });
  // citeproc does so behind what it asks of its own; otherwise they become more and more, and are sorted anew each time.
  tmp.taintedItemIDs = {};
  registry.init(ids);
  registry.dodeletes(registry.myhash);
  for (const id of ids) {
    if (registry.registry[id]) continue;
    registry.doinserts([id]);
    yield;
  }
  registry.dorefreshes();
  registry.rebuildlist(isUnsorted);
  yield;
  yield* forEach(registry, () => registry.setsortkeys());
  for (const alike of Object.keys(registry.ambigsTouched)) {
    yield* disambiguating(engine, alike);
    yield;
  }
  registry.ambigsTouched = {};
  registry.akeys = {};
  if (!isUnsorted) yield* sorting(engine);
  registry.renumber();
  Object.assign(tmp, { area, root, extension });
}

/** `sorttokens`: puts those that have changed, and then the new ones, where they belong. */
function* sorting({ registry, tmp }: Engine): Generator<void> {
  const order = registry.mylist;
  registry.mylist = [];
  registry.sorttokens(false);
  registry.mylist = order;
  tmp.taintedItemIDs = {};
  let place = 0;
  yield* forEach(registry, id => {
    registry.sorttokens(false);
    // By which those are sorted that have the same keys.
    registry.registry[id]!.seq = ++place;
  });
}

/** Lets citeproc do with each item what it does with all. */
function* forEach(registry: Registry, act: (id: string) => void): Generator<void> {
  const all = registry.mylist;
  for (const id of all) {
    registry.mylist = [id];
    act(id);
    registry.mylist = all;
    yield;
  }
}
