import * as vscode from 'vscode';
import type { BylineApi } from '../api';
import { sortFor } from '../core/compareText';
import { bylineApi } from './api';
import { AddPosts } from './commands/adding/addPosts';
import { chosenPosts, givenArguments } from './commands/chosenPosts';
import { registerAddPosts } from './commands/registerAddPosts';
import { registerAuthors } from './commands/registerAuthors';
import { registerCitations } from './commands/registerCitations';
import { registerDocuments } from './commands/registerDocuments';
import { registerEditPosts } from './commands/registerEditPosts';
import { registerExport } from './commands/registerExport';
import { registerSources } from './commands/registerSources';
import { CitationStyles } from './cslFormatter';
import type { Host } from './host';
import { registerLanguages } from './languages/registerLanguages';
import { LastEditor } from './lastEditor';
import { CitedPosts } from './library/citedPosts';
import { KnownLibrary } from './library/knownLibrary';
import { OpenLibrary } from './library/openLibrary';
import { PostSearch } from './library/postSearch';
import { offerRepair } from './library/saving';
import { MarkdownPreview } from './preview/markdownPreview';
import { setContext } from './setContext';
import { Sources } from './sources/sources';
import { registerMcpServer } from './tools/registerMcpServer';
import { registerTools } from './tools/registerTools';
import { DetailsView } from './views/detailsView';
import { PostsDrag } from './views/postsDrag';
import { registerPostsView } from './views/postsView';
import { registerSourcesView } from './views/sourcesView';

/** Makes the parts of the extension and joins them; reads nothing. */
export function activateByline(context: vscode.ExtensionContext, host: Host): BylineApi {
  sortFor(vscode.env.language);
  setContext('byline.asksBrowser', host.isBrowser === true);
  const log = vscode.window.createOutputChannel('Byline', { log: true });
  const library = new OpenLibrary(context.globalStorageUri, uri => host.fileSystemFor(uri), log);
  const lastEditor = new LastEditor();
  const known = new KnownLibrary(library);
  const cited = new CitedPosts(library, known);
  const styles = new CitationStyles(context.extensionUri, host.home);
  const preview = new MarkdownPreview({ library, known, styles });
  const sources = new Sources(host, library, cited);
  const search = new PostSearch(library, cited, sources);
  const view = registerPostsView(library, search, new PostsDrag({ styles, known }));
  const details = new DetailsView({ library, cited, known, sources, view });
  const chosen = chosenPosts(library, known, view, details);
  const addPosts = new AddPosts(library, view.reveal);
  const citing = {
    library,
    search,
    known,
    styles,
    chosen,
    lastEditor,
    state: context.workspaceState,
    reveal: view.reveal,
  };

  context.subscriptions.push(
    log,
    library,
    known,
    cited,
    lastEditor,
    details,
    preview,
    view,
    view.onDidSelect(([post]) => post && details.show(post)),
    registerCitations(citing),
    registerDocuments(citing),
    addPosts,
    registerAddPosts(library, addPosts, lastEditor, context),
    registerEditPosts({ library, known, cited, sources, chosen, details }),
    registerAuthors(library, view),
    registerExport({ library, search, known, sources, view, home: host.home }),
    registerLanguages({ host, library, search, known, cited, styles }),
    sources,
    registerSourcesView(sources),
    registerSources(sources, library, addPosts, view.filter),
    registerTools({ library, search, known, styles }),
    registerMcpServer(library, host, context.extension),
    vscode.commands.registerCommand('byline.revealPost', async (...args) => {
      await givenArguments('byline.revealPost', args);
      const [post = chosen.shown()] = await chosen.calledOn(args);
      if (post) await view.reveal(post);
    }),
    vscode.commands.registerCommand('byline.showChart', async () =>
      (await import('./views/chart')).showChart({ library, search, view }),
    ),
    vscode.commands.registerCommand('byline.repairLibrary', () => offerRepair(library)),
  );
  return bylineApi({ library, search, known, styles }, preview);
}
