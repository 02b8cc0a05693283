import * as vscode from 'vscode';
import { isProvisional, type Post } from '../../core/post';
import type { CitedPosts } from '../library/citedPosts';
import type { OpenLibrary } from '../library/openLibrary';
import { setContext } from '../setContext';
import type { Sources } from '../sources/sources';
import { authors, date, titleText, topicsText } from './postText';

const { l10n } = vscode;

interface Fact {
  readonly label: string;
  readonly value: string;
  readonly icon: string;
  readonly contextValue?: string;
  /** Shown on hover in place of the value. */
  readonly tooltip?: string;
}

/** The small view below Posts: a row for each fact of the selected post. */
export class DetailsView implements vscode.TreeDataProvider<Fact>, vscode.Disposable {
  readonly #changed = new vscode.EventEmitter<void>();
  readonly onDidChangeTreeData = this.#changed.event;
  readonly #view = vscode.window.createTreeView<Fact>('byline.details', { treeDataProvider: this });
  readonly #listener: vscode.Disposable;
  #post: Post | undefined;

  constructor(
    library: OpenLibrary,
    private readonly cited: CitedPosts,
    private readonly sources: Sources,
  ) {
    this.#listener = vscode.Disposable.from(
      library.onDidChange(() => this.show(this.#post && library.post(this.#post.id))),
      cited.onDidChange(() => this.#changed.fire()),
      sources.onDidChange(() => this.#post?.sources && this.#changed.fire()),
    );
  }

  /** The post whose facts are shown. */
  get post(): Post | undefined {
    return this.#post;
  }

  show(post: Post | undefined): void {
    this.#post = post;
    this.#view.description = post ? titleText(post) : '';
    setContext('byline.hasDetails', post !== undefined);
    this.#changed.fire();
    if (post) {
      void this.cited.load();
    }
  }

  getChildren(): Fact[] {
    return this.#post ? facts(this.#post, this.cited, this.sources) : [];
  }

  getTreeItem({ label, value, icon, contextValue, tooltip }: Fact): vscode.TreeItem {
    return Object.assign(new vscode.TreeItem(label), {
      id: label,
      description: value.replace(/\s+/g, ' '),
      tooltip: tooltip ?? value,
      iconPath: new vscode.ThemeIcon(icon),
      contextValue: contextValue ?? 'fact',
      accessibilityInformation: { label: `${label}: ${value}` },
    });
  }

  dispose(): void {
    this.#listener.dispose();
    this.#view.dispose();
    this.#changed.dispose();
  }
}

function facts(post: Post, cited: CitedPosts, sources: Sources): Fact[] {
  const origins = post.sources ?? [];
  return [
    {
      label: isProvisional(post) ? l10n.t('Provisional title') : l10n.t('Title'),
      value: post.title,
      icon: 'note',
    },
    { label: l10n.t('Authors'), value: authors(post), icon: 'person' },
    { label: l10n.t('Date'), value: post.issued ? date(post.issued) : '', icon: 'calendar' },
    { label: l10n.t('Publication'), value: post.containerTitle ?? '', icon: 'book' },
    { label: l10n.t('Address'), value: post.url ?? '', icon: 'link', contextValue: 'address' },
    { label: l10n.t('Topics'), value: topicsText(post), icon: 'tag' },
    { label: l10n.t('Excerpt'), value: post.abstract ?? '', icon: 'quote' },
    { label: l10n.t('Note'), value: post.note ?? '', icon: 'info' },
    { label: l10n.t('Citation key'), value: post.id, icon: 'key' },
    {
      label: l10n.t('From'),
      value: origins.map(location => sources.nameOf(location)).join(', '),
      icon: 'rss',
      tooltip: origins.join('\n'),
    },
    {
      label: l10n.t('Cited in'),
      value: files(cited.citationsOf(post)),
      icon: 'references',
      tooltip: paths(cited.filesCiting(post)),
    },
  ].filter(fact => fact.value !== '');
}

/** Files named in a tooltip at most. */
const named = 20;

function paths(uris: readonly vscode.Uri[]): string {
  const lines = uris.slice(0, named).map(uri => vscode.workspace.asRelativePath(uri));
  return [...lines.sort(), ...(uris.length > named ? ['…'] : [])].join('\n');
}

/** Empty for none. */
function files(count: number): string {
  if (count === 0) {
    return '';
  }
  return count === 1 ? l10n.t('1 file') : l10n.t('{0} files', count.toLocaleString(vscode.env.language));
}
