import * as vscode from 'vscode';
import {
  type CitationDetails,
  type CitationFormat,
  type ClusterChange,
  citationFormats,
} from '../../../core/citation';
import { isPandocKey } from '../../../core/citation/key';
import type { TextEdit } from '../../../core/document/textEdit';
import { plainLabel, titleText } from '../../views/postText';
import { askDetails } from './askDetails';
import { formatLabels } from './chooseFormat';
import { CitingPlace } from './citingPlace';
import type { CitingContext } from './context';
import { applySteps } from './insertPosts';
import { shownText } from './shownText';
import { askChoice, type Choice } from './steps';

const { l10n } = vscode;

/** How the citation comes to be another one, and how it reads then. */
interface Change {
  readonly edits: readonly TextEdit[];
  readonly text: string;
}

/** Gives the citation at the cursor another format, or other details. */
export async function editCitation(context: CitingContext): Promise<void> {
  const editor = await context.lastEditor.show();
  const place = new CitingPlace(context, editor);
  const cluster = await place.cluster({ isNear: true });
  const own = cluster?.cites[cluster.index];
  const post = own?.post;
  if (!editor || !cluster || !post) {
    void vscode.window.showInformationMessage(
      l10n.t('There is no citation of a post in the library where the cursor is.'),
    );
    return;
  }
  const { document } = editor;
  const { version } = document;
  const { changeCluster, detailsOf, writtenText } = await import('../../../core/citation');

  const change = async (wanted: ClusterChange): Promise<Change> => {
    const analysis = (await place.analysis())!;
    const way = await place.way(wanted.format ?? cluster.format);
    const edits = changeCluster({ ...way, analysis, cluster, ...wanted });
    const caret = edits
      .filter(({ start }) => start <= cluster.end)
      .reduce((sum, { start, end, text }) => sum + text.length - (end - start), cluster.end);
    return { edits, text: shownText(writtenText(analysis.text, [{ edits, carets: [caret] }], cluster)) };
  };

  const formatRow = async (format: CitationFormat): Promise<Choice<CitationFormat | 'details'>[]> => {
    if (format === 'pandoc' && cluster.cites.some(cite => cite.post && !isPandocKey(cite.post.id))) return [];
    try {
      const { edits, text } = await change({ format });
      const row = { value: format, text, label: formatLabels[format], detail: plainLabel(text) };
      return edits.length > 0 ? [row] : [];
    } catch {
      return []; // The style can't be used.
    }
  };

  const rows = async () => {
    const formats = await Promise.all(citationFormats.map(formatRow));
    const label = l10n.t('Locator, Prefix and Suffix…');
    return [{ label, iconPath: new vscode.ThemeIcon('edit'), value: 'details' as const }, ...formats.flat()];
  };

  const askChange = async (): Promise<ClusterChange | undefined> => {
    const answer = await askChoice({
      title: l10n.t('Edit the Citation of “{0}”', titleText(post)),
      step: 0,
      placeholder: l10n.t('What to change'),
      rows: rows(),
    });
    if (typeof answer === 'string') return undefined;
    if (answer.value !== 'details') return { format: answer.value };
    const preview = async (details: CitationDetails) => (await change({ details })).text;
    const details = await askDetails(post, preview, detailsOf(own));
    return details && { details };
  };

  const wanted = await askChange();
  if (!wanted) return;
  if (document.version !== version) {
    void vscode.window.showWarningMessage(
      l10n.t('The document has changed meanwhile, so the citation was left as it is.'),
    );
    return;
  }
  const { edits } = await change(wanted);
  if (edits.length > 0) await applySteps(editor, [{ edits, carets: [] }]);
}
