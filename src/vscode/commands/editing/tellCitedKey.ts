import * as vscode from 'vscode';
import type { Post } from '../../../core/post';
import { citingParts } from '../../languages/citingParts';
import type { CitedPosts } from '../../library/citedPosts';
import { numberText } from '../../numberText';
import { plainMessage } from '../../views/postText';

const { l10n } = vscode;

/**
 * A key that documents cite by is renamed there, which changes the library too: tells so and leads there.
 * @returns whether it is such a key
 */
export async function tellCitedKey({ id }: Post, cited: CitedPosts): Promise<boolean> {
  await cited.load();
  const [first, ...others] = cited.filesWithKey(id);
  if (!first) return false;
  const go = l10n.t('Go to Citation');
  const file = vscode.workspace.asRelativePath(first);
  const choice = await vscode.window.showInformationMessage(
    plainMessage(
      others.length === 0
        ? l10n.t('{0} cites by the key “{1}”. Rename the key there (F2), and the post gets it too.', file, id)
        : others.length === 1
          ? l10n.t(
              '{0} and 1 more file cite by the key “{1}”. Rename the key in one of them (F2): the other and the post get it too.',
              file,
              id,
            )
          : l10n.t(
              '{0} and {1} more files cite by the key “{2}”. Rename the key in one of them (F2): the others and the post get it too.',
              file,
              numberText(others.length),
              id,
            ),
    ),
    go,
  );
  if (choice === go) await open(first, id);
  return true;
}

/** With the cursor in the key, to be renamed; a notebook shows cells, of which none is known by a place in the file. */
async function open(uri: vscode.Uri, key: string): Promise<void> {
  const parts = (await citingParts(uri)).filter(({ cell }) => cell === undefined);
  const [range] = parts.flatMap(({ citations, rangeOf }) => {
    const span = citations.find(citation => citation.key === key)?.keySpan;
    return span ? rangeOf(span) : [];
  });
  const selection = range && new vscode.Range(range.start, range.start);
  await vscode.commands.executeCommand('vscode.open', uri, { ...(selection && { selection }) });
}
