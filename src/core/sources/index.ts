export { checkUrl } from '../network/checkUrl';
export { discover } from './discover';
export type { Discovery, Offer } from './discovery';
export { type Merging, merging, type Telling, withoutSource } from './merging';
export type { SourceResult } from './readSource';
export { type RefreshPorts, type RefreshSummary, refresh, type Saved } from './refresh';
