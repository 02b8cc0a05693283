import { byline } from './byline';
import type { Engine } from './engine';
import { fts5 } from './fts5';
import { fuse } from './fuse';
import { minisearch } from './minisearch';
import { ufuzzy } from './ufuzzy';

/** Ours first; the others are its peers. */
export const engines: Readonly<Record<string, () => Engine>> = { byline, ufuzzy, fts5, minisearch, fuse };
