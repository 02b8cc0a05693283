import * as vscode from 'vscode';
import { isPandocKey } from '../../core/citation/key';
import { typedCitation } from '../../core/document/typedCitation';
import type { Post } from '../../core/post';
import { newestPosts } from '../library/newestPosts';
import type { PostSearch } from '../library/postSearch';
import { settings } from '../settings';
import type { AnalysedDocuments } from './analysedDocuments';
import { citingDocuments, dialectOfDocument } from './citingDocument';
import { footnoteItems } from './footnoteItems';
import { postMarkdown } from './hover';
import { isProse } from './isProse';
import { keyItem } from './keyItem';
import type { LanguageParts } from './registerLanguages';

/** Posts offered at once; whoever types on gets others. */
const most = 50;

/** What is accepted, and the place that it takes. */
export interface PostItem extends vscode.CompletionItem {
  /** `undefined` for a footnote that means none. */
  readonly post?: Post | undefined;
  /** What is only needed once the item is looked at: what else accepting it writes. */
  complete?: () => Promise<Pick<vscode.CompletionItem, 'additionalTextEdits' | 'detail'>>;
}

/**
 * Completes `[@`, `[^` and, where Pandoc reads it, `@` with posts that the search finds for what is typed; by key only
 * those whose key Pandoc can read, as inserting does.
 */
export function registerCompletion(parts: LanguageParts, documents: AnalysedDocuments): vscode.Disposable {
  const { search, cited } = parts;
  return vscode.languages.registerCompletionItemProvider(
    citingDocuments,
    {
      async provideCompletionItems(document, position, token) {
        const line = document.lineAt(position).text;
        const typed = typedCitation(line, position.character, { isPandoc: readsPandoc(document) });
        const analysis = typed && (await documents.load(document));
        if (!analysis || token.isCancellationRequested) return undefined;
        const { line: row } = position;
        const start = document.offsetAt(position.with({ character: typed.start }));
        if (!isProse(analysis, start)) return undefined;
        const posts = await found(typed.query, search);
        if (token.isCancellationRequested) return undefined;
        const items =
          typed.kind === 'key'
            ? posts.filter(({ id }) => isPandocKey(id)).map(post => keyItem(post, typed, document))
            : await footnoteItems(document, position, typed, posts, parts, documents);
        const range = new vscode.Range(row, typed.start, row, typed.end);
        const filterText = takingAny(line.slice(typed.start, position.character));
        for (const [index, item] of items.entries()) {
          item.range = range;
          item.filterText = filterText;
          item.sortText = String(index).padStart(4, '0');
        }
        return new vscode.CompletionList(items, true);
      },
      async resolveCompletionItem(item: PostItem) {
        if (item.post) item.documentation = postMarkdown(item.post, cited.citationsOf(item.post));
        return Object.assign(item, await item.complete?.());
      },
    },
    '@',
    '^',
  );
}

function readsPandoc(document: vscode.TextDocument): boolean {
  return dialectOfDocument(document) === 'pandoc' || settings(document.uri).citationFormat === 'pandoc';
}

/** What the search finds; the newest posts while there is nothing to look for. */
async function found(query: string, search: PostSearch): Promise<readonly Post[]> {
  await search.library.load();
  const hits = query.trim() === '' ? undefined : (await search.search(query, most)).hits;
  return hits?.map(({ post }) => post) ?? newestPosts(search.library.posts).slice(0, most);
}

/**
 * A text for VS Code to filter by that lets what is typed pass, whatever it found, and one more character, before which
 * nobody asks us: a space, a mark and the first letter of a word.
 */
function takingAny(typed: string): string {
  const marks = ' -_.,:;/+#"\'()&?!';
  return `${typed}${marks}${marks}0123456789abcdefghijklmnopqrstuvwxyz`;
}
