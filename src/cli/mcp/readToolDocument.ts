import { realpath } from 'node:fs/promises';
import { isAbsolute, relative, resolve } from 'node:path';
import { readDocumentBibliography } from '../../core/bibliography/readDocumentBibliography';
import { decodeUtf8 } from '../../core/decode';
import { dialectOf } from '../../core/document/dialect';
import type { ToolDocument } from '../../core/tools';
import { largestDocument, notMarkdown } from '../../core/tools/toolDocument';
import type { CommandLinePorts } from '../ports';

type FilePorts = Pick<CommandLinePorts, 'files' | 'uriOf'>;

/**
 * A Markdown file in or below the current folder: who asks is a model, which somebody may have told to look elsewhere.
 * A sentence for the model where it is another file, or can't be read.
 */
export async function readToolDocument(path: string, ports: FilePorts): Promise<ToolDocument | string> {
  const refusal = notMarkdown(path);
  if (refusal !== undefined) return refusal;
  const [root, file] = await Promise.all([realpath('.'), realpath(resolve(path)).catch(() => undefined)]);
  if (file === undefined) return 'There is no such file. Check the path, or give the Markdown as “text”.';
  const inside = relative(root, file);
  if (inside.startsWith('..') || isAbsolute(inside))
    return `Only files in the folder ${root} and below are read. Give the Markdown as “text”.`;
  const uri = ports.uriOf(file);
  const bytes = await ports.files.read(uri, largestDocument + 1).catch((error: Error) => error);
  if (bytes instanceof Error || !bytes) return 'The file cannot be read. Give the Markdown as “text”.';
  if (bytes.length > largestDocument)
    return `The file has more than ${largestDocument} bytes. Give a part of it as “text”.`;
  try {
    const text = decodeUtf8(bytes, path);
    const bibliography = await bibliographyOf(uri, text, ports.uriOf(root), ports);
    return { text, dialect: dialectOf(path), ...(bibliography && { bibliography }) };
  } catch {
    return 'The file is not in UTF-8. Give the Markdown as “text”.';
  }
}

/** What the bibliographies hold that a document names for Pandoc; a file that can't be read may hold whatever key. */
async function bibliographyOf(
  uri: string,
  text: string,
  root: string,
  { files }: FilePorts,
): Promise<ToolDocument['bibliography']> {
  const { findBibliographies } = await import('../../core/bibliography/findBibliographies');
  const found = await findBibliographies({ uri, text, root, files });
  return readDocumentBibliography(found, { read: one => files.read(one).catch(() => undefined) });
}
