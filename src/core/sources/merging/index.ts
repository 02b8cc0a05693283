export type { Telling } from './claiming';
export { hasNews } from './hasNews';
export { type Merging, type MergingOptions, merging } from './merging';
export { withoutSource } from './withoutSource';
