import { basename } from 'node:path';
import type { CslFormatter } from '../../core/csl/formatter';
import { shippedStyles } from '../../core/csl/shipped';
import type { Post } from '../../core/post';
import type { ToolLibrary } from '../../core/tools';
import type { Options } from '../command';
import { cslFormatter } from '../cslFiles';
import type { CommandLinePorts } from '../ports';
import type { OpenedFiles } from './openedFiles';
import { readToolDocument } from './readToolDocument';

type FilePorts = Pick<CommandLinePorts, 'files' | 'uriOf'>;

/** The library files of a command line, for the tools. */
export function filesLibrary(
  opened: OpenedFiles,
  { from = [], style, locale }: Options,
  citing: ToolLibrary['citing'],
  ports: FilePorts,
): ToolLibrary {
  let csl: Promise<CslFormatter> | undefined;
  return {
    name: from.map(path => basename(path)).join(', '),
    search: async (query, limit) => (await opened.search()).search(query, { limit, sourcesOf }),
    known: () => opened.known(),
    sourcesOf,
    citing,
    csl: () => {
      csl ??= cslFormatter(style ?? shippedStyles[0], locale, ports).catch(error => {
        csl = undefined;
        throw error;
      });
      return csl;
    },
    document: path => readToolDocument(path, ports),
  };
}

const sourcesOf = ({ sources = [] }: Post): readonly string[] => sources;
