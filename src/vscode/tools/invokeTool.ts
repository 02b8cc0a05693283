import * as vscode from 'vscode';
import type { ToolLibrary, ToolName } from '../../core/tools';
import type { CitationStyles } from '../cslFormatter';
import { BibliographyKeys } from '../languages/bibliographyKeys';
import type { KnownLibrary } from '../library/knownLibrary';
import type { OpenLibrary } from '../library/openLibrary';
import type { PostSearch } from '../library/postSearch';
import { settings } from '../settings';
import { readToolDocument } from './readToolDocument';

/** What the tools work on. */
export interface ToolParts {
  readonly library: OpenLibrary;
  readonly search: PostSearch;
  readonly known: KnownLibrary;
  readonly styles: CitationStyles;
}

/** @throws Error that tells the model what to do next, as VS Code has it */
export async function invokeTool(
  parts: ToolParts,
  name: ToolName,
  input: unknown,
  token: vscode.CancellationToken,
): Promise<vscode.LanguageModelToolResult> {
  const { callTool } = await import('../../core/tools');
  const controller = new AbortController();
  const listener = token.onCancellationRequested(() => controller.abort());
  if (token.isCancellationRequested) controller.abort();
  try {
    const answer = await callTool(name, input, toolLibrary(parts), controller.signal);
    if ('error' in answer) throw new Error(answer.error);
    const text = new vscode.LanguageModelTextPart(JSON.stringify(answer.content));
    return new vscode.LanguageModelToolResult([text]);
  } catch (error) {
    throw controller.signal.aborted ? new vscode.CancellationError() : error;
  } finally {
    listener.dispose();
  }
}

/** The library of this window. */
function toolLibrary({ library, search, known, styles }: ToolParts): ToolLibrary {
  const { citationFormat, wording, checks, bibliography } = settings();
  return {
    name: library.uri.path.replace(/^.*\//, ''),
    search: (query, limit) => search.search(query, limit),
    known: () => known.load(),
    sourcesOf: search.sourcesOf,
    citing: {
      format: citationFormat,
      wording,
      checks: bibliography.updateOnSave ? { ...checks, staleBibliography: 'off' } : checks,
    },
    csl: () => styles.formatterFor(),
    document: path => readToolDocument(path, new BibliographyKeys(library)),
  };
}
