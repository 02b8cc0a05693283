import * as vscode from 'vscode';
import { type Figures, figures } from '../../core/grouping/figures';
import { type Group, grouping } from '../../core/grouping/grouping';
import { runSliced } from '../../core/sliced';
import type { OpenLibrary } from '../library/openLibrary';
import type { PostSearch } from '../library/postSearch';
import { numberText } from '../numberText';
import { type ChartTexts, chartPage } from './chartPage';
import type { PostsView } from './postsView';
import { authorCount, between, postCount } from './postText';

const { l10n } = vscode;

export interface ChartContext {
  readonly library: OpenLibrary;
  readonly search: PostSearch;
  readonly view: PostsView;
}

/** Milliseconds without another change before the chart follows. */
const quiet = 500;

let open: vscode.WebviewPanel | undefined;

/** Shows the posts of the Posts view in figures, in a page that follows them. */
export async function showChart(context: ChartContext): Promise<void> {
  if (!open) {
    open = vscode.window.createWebviewPanel(
      'byline.chart',
      l10n.t('Library Chart'),
      vscode.ViewColumn.Active,
      {
        enableScripts: false,
        enableFindWidget: true,
        localResourceRoots: [],
      },
    );
    const panel = open;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const soon = () => {
      clearTimeout(timer);
      timer = setTimeout(() => void draw(panel, context), quiet);
    };
    const followed = vscode.Disposable.from(
      context.library.onDidChange(soon),
      context.view.onDidFilter(soon),
    );
    panel.onDidDispose(() => {
      clearTimeout(timer);
      followed.dispose();
      open = undefined;
    });
  }
  open.reveal();
  await draw(open, context);
}

/** What a page shows, to leave it alone where that is the same. */
const drawn = new WeakMap<vscode.WebviewPanel, string>();

async function draw(panel: vscode.WebviewPanel, context: ChartContext): Promise<void> {
  try {
    const { query } = context.view;
    const shown = figures(query ? await groupsOfFound(query, context) : await groupsOfAll(context));
    const title = query ? l10n.t('Posts that “{0}” finds', query) : l10n.t('Library');
    const state = JSON.stringify([shown, title]);
    // Another chart may have been asked for meanwhile, and this one closed.
    if (panel !== open || query !== context.view.query || drawn.get(panel) === state) return;
    drawn.set(panel, state);
    panel.webview.html = chartPage(shown, textsOf(shown, title), {
      language: vscode.env.language,
      nonce: crypto.randomUUID(),
    });
  } catch (error) {
    context.library.log.error(`The chart could not be drawn: ${error}`);
  }
}

function textsOf({ posts, authors, topics, undated }: Figures, title: string): ChartTexts {
  return {
    title,
    summary: [
      postCount(posts),
      authorCount(authors),
      topics === 1 ? l10n.t('1 topic') : l10n.t('{0} topics', numberText(topics)),
    ].join(between.heard),
    posts: l10n.t('Posts'),
    byYear: l10n.t('Posts by Year'),
    year: l10n.t('Year'),
    undated: undated === 0 ? '' : l10n.t('Without a date: {0}', numberText(undated)),
    topAuthors: l10n.t('Authors with Most Posts'),
    author: l10n.t('Author'),
    topTopics: l10n.t('Topics with Most Posts'),
    topic: l10n.t('Topic'),
  };
}

interface Groups {
  readonly authors: readonly Group[];
  readonly topics: readonly Group[];
  readonly years: readonly Group[];
}

async function groupsOfAll({ view }: ChartContext): Promise<Groups> {
  return {
    authors: await view.groupsBy('author'),
    topics: await view.groupsBy('topic'),
    years: await view.groupsBy('year'),
  };
}

async function groupsOfFound(query: string, { search, view }: ChartContext): Promise<Groups> {
  const { posts } = await search.matching(query);
  const persons = await view.persons();
  return {
    authors: await runSliced(grouping(posts, 'author', persons)),
    topics: await runSliced(grouping(posts, 'topic')),
    years: await runSliced(grouping(posts, 'year')),
  };
}
