export type { Telling } from './claiming';
export { type Merging, type MergingOptions, merging } from './merging';
export { withoutSource } from './withoutSource';
