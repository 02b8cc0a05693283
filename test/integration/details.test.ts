import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { KnownPosts } from '../../src/core/document';
import { isProvisional, type Post } from '../../src/core/post';
import { runWhole } from '../../src/core/sliced';
import { editedFacts } from '../../src/vscode/commands/editing/editedFacts';
import { editFact } from '../../src/vscode/commands/editing/editPosts';
import { PostEdits } from '../../src/vscode/commands/editing/postEdits';
import type { OpenLibrary } from '../../src/vscode/library/openLibrary';
import { type DetailsParts, detailsRows, rowsBelow } from '../../src/vscode/views/detailsBelow';
import { type DetailsRow, detailsItem, type EditableFact } from '../../src/vscode/views/detailsRow';
import { post } from './editor';

const caches = post({
  id: 'lee2020caches',
  title: 'Caches $(bug)',
  url: 'https://example.com/caches',
  issued: { year: 2020, month: 3, day: 4 },
  containerTitle: 'Harbor',
  keywords: ['Go', 'caches'],
  inferred: ['caches'],
});
const queues = post({ id: 'lee2021queues', title: 'Queues', author: [], keywords: ['Go'] });
const known = new KnownPosts();
runWhole(known.setPosts([caches, queues]));

const shown = (row: DetailsRow) => {
  const { label, description, contextValue } = detailsItem(row);
  return [label, description, contextValue];
};

describe('The details of a post', () => {
  function partsOf(more: Partial<Record<'cited' | 'told' | 'related', unknown>> = {}): DetailsParts {
    const files = (more.cited ?? []) as vscode.Uri[];
    return {
      cited: { citationsOf: () => files.length, filesCiting: () => files },
      known: { load: async () => known },
      sources: {
        nameOf: (location: string) => location.replace('https://', ''),
        open: async () => ({ sources: { toldOf: async () => more.told ?? new Map() } }),
      },
      related: more.related ?? [],
    } as unknown as DetailsParts;
  }

  it('are a row for each fact, those that could be added too', () => {
    assert.deepEqual(detailsRows(caches, partsOf()).map(shown), [
      ['Title', 'Caches $(bug)', 'fact value'],
      ['Authors', 'Ann Lee', 'fact value'],
      ['Date', 'Mar 4, 2020', 'fact value'],
      ['Publication', 'Harbor', 'fact value'],
      ['Address', 'https://example.com/caches', 'fact value address'],
      ['Topics', 'Go, caches (inferred)', 'fact value'],
      ['Excerpt', 'none', 'fact'],
      ['Citation key', 'lee2020caches', 'fact value'],
    ]);
  });

  it('name what is missing, and how it may be filled in', () => {
    const provisional = { ...caches, author: [], provisional: ['title'] } as Post;
    const [row] = detailsRows(provisional, partsOf()).filter(({ kind }) => kind === 'missing');
    assert.deepEqual(shown(row!), ['Missing', 'Title, Authors', 'missing address']);
    const [other] = detailsRows(queues, partsOf()).filter(({ kind }) => kind === 'missing');
    assert.deepEqual(shown(other!), ['Missing', 'Authors, Date, Publication, Address', 'missing']);
    assert.equal(
      detailsItem(other!).accessibilityInformation?.label,
      'Missing: Authors, Date, Publication, Address',
    );
  });

  it('tell which source said what, and what was changed by hand', async () => {
    const sources = ['https://a.example', 'https://b.example'];
    const told = new Map([
      [sources[0], [{ ...caches, containerTitle: undefined, keywords: [] }]],
      [sources[1], [{ title: 'Caches', author: [], keywords: ['Go'], containerTitle: 'Harbor' }]],
    ]);
    const parts = partsOf({ told });
    const edited = { ...caches, sources, keywords: ['Go'], inferred: [], title: 'Caches, revised' };
    const [row] = detailsRows(edited, parts).filter(({ kind }) => kind === 'from');
    assert.deepEqual(shown(row!), ['From', 'a.example, b.example', 'from']);
    assert.deepEqual((await rowsBelow(row!, parts)).map(shown), [
      ['a.example', 'Authors, Date, Address', 'source'],
      ['b.example', 'Publication, Topics', 'source'],
      ['Changed by hand', 'Title', 'source'],
    ]);
  });

  it('claim nothing to be by hand where the word of a source is lost', async () => {
    const parts = partsOf();
    const [row] = detailsRows({ ...caches, sources: ['https://a.example'] }, parts).filter(
      ({ kind }) => kind === 'from',
    );
    assert.deepEqual((await rowsBelow(row!, parts)).map(shown), [['a.example', '', 'source']]);
  });

  it('lead to the files and places that cite the post', async () => {
    const folder = vscode.workspace.workspaceFolders![0]!.uri;
    const uri = vscode.Uri.joinPath(folder, 'details', 'notes.md');
    const text =
      '# Notes\r\n\r\n- On [caches](https://example.com/caches).\r\nAnd [@lee2020caches] as [c] is.\r\n\r\n[c]: https://example.com/caches\r\n';
    await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(text));
    const parts = partsOf({ cited: [uri] });
    const [row] = detailsRows(caches, parts).filter(({ kind }) => kind === 'citedIn');
    assert.deepEqual(shown(row!), ['Cited in', '1 file', 'citedIn']);
    const [file] = await rowsBelow(row!, parts);
    assert.deepEqual(shown(file!), ['notes.md', 'details', 'file']);
    const places = await rowsBelow(file!, parts);
    assert.deepEqual(places.map(shown), [
      ['- On [caches](https://example.com/caches).', 'line 3', 'place'],
      ['And [@lee2020caches] as [c] is.', 'line 4', 'place'],
      ['And [@lee2020caches] as [c] is.', 'line 4', 'place'],
    ]);
    const { command, arguments: args } = detailsItem(places[1]!).command!;
    await vscode.commands.executeCommand(command, ...args!);
    assert.deepEqual(vscode.window.activeTextEditor?.selection.start, new vscode.Position(3, 5));
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    await vscode.workspace.fs.delete(uri);
  });

  it('show of a long line the part that cites, whatever lines end with', async () => {
    const smiles = (count: number) => '\u{1f600}'.repeat(count);
    const folder = vscode.workspace.workspaceFolders![0]!.uri;
    const uri = vscode.Uri.joinPath(folder, 'details', 'long.md');
    const text = `# Long\r${'word '.repeat(100)}[@lee2020caches] it is.\rNot this.`;
    await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(text));
    const parts = partsOf({ cited: [uri] });
    const [row] = detailsRows(caches, parts).filter(({ kind }) => kind === 'citedIn');
    const [file] = await rowsBelow(row!, parts);
    const [place] = await rowsBelow(file!, parts);
    assert.deepEqual(shown(place!), [`…${'word '.repeat(11)}[@lee2020caches] it is.`, 'line 2', 'place']);
    const inSigns = `# Long\n\n${smiles(100)}[@lee2020caches]${smiles(100)}`;
    await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(inSigns));
    const [whole] = await rowsBelow(file!, parts);
    assert.equal(shown(whole!)[0], `…${smiles(29)}[@lee2020caches]${smiles(92)}`);
    await vscode.workspace.fs.delete(uri);
  });

  it('end with related posts, each with why', async () => {
    const parts = partsOf({ related: [{ post: queues, authors: ['Ann Lee'], topics: ['Go'] }] });
    const row = detailsRows(caches, parts).at(-1)!;
    assert.deepEqual(shown(row), ['Related', '1 post', 'related']);
    const [below] = await rowsBelow(row, parts);
    assert.deepEqual(shown(below!), ['Queues', 'Ann Lee, Go', 'post']);
    assert.equal(detailsItem(below!).tooltip, 'Queues\nAlso by Ann Lee, and on Go');
    assert.equal(below!.post, queues);
  });
});

describe('A fact of a post that is edited', () => {
  const faultOf = (fact: EditableFact, typed: string) => {
    const found = editedFacts[fact].check?.(typed, caches, known);
    return found && [vscode.InputBoxValidationSeverity[found.severity], found.message];
  };
  const edited = (fact: EditableFact, typed: string) => editedFacts[fact].change(caches, typed)[fact];

  it('is a date as people type it, where it can be read in one way only', () => {
    for (const typed of ['2021-03-04', 'March 4, 2021', '4. März 2021', '20210304', '2021/3/4', '13.3.2021'])
      assert.notEqual(faultOf('issued', typed)?.[0], 'Error', typed);
    assert.deepEqual(edited('issued', '4 March 2021'), { year: 2021, month: 3, day: 4 });
    assert.deepEqual(edited('issued', '2021'), { year: 2021 });
    assert.equal(edited('issued', ' '), undefined);
    assert.deepEqual(faultOf('issued', 'March 4, 2021'), ['Info', 'Mar 4, 2021']);
    assert.deepEqual(faultOf('issued', '3/4/2021'), [
      'Error',
      'That may be Mar 4, 2021 or Apr 3, 2021: write 2021-03-04 or 2021-04-03.',
    ]);
    for (const typed of ['last spring', '2021-13-01', '2021-02-30', '3/4'])
      assert.equal(faultOf('issued', typed)?.[0], 'Error', typed);
  });

  it('is names in either order, and those not touched stay as they are held', () => {
    const gogh = { family: 'Gogh', given: 'Vincent', nonDroppingParticle: 'van' };
    assert.deepEqual(edited('author', 'van Gogh, Vincent; Jane Doe'), [
      gogh,
      { family: 'Doe', given: 'Jane' },
    ]);
    const held = { ...caches, author: [{ literal: 'Jane of Harbor' }] };
    assert.deepEqual(editedFacts.author.change(held, 'Jane of Harbor; Bo Roe').author, [
      { literal: 'Jane of Harbor' },
      { family: 'Roe', given: 'Bo' },
    ]);
    assert.deepEqual(edited('author', ' ; '), []);
    assert.deepEqual(faultOf('author', 'Jane Doe'), ['Info', 'Doe, Jane (family name first)']);
    assert.equal(faultOf('author', 'Jane Doe, John Roe, Ann Lee')?.[0], 'Warning');
  });

  it('is an address of the web, and a warning where another post has it', () => {
    assert.equal(edited('url', ' https://example.com/a?utm_source=x '), 'https://example.com/a');
    assert.equal(edited('url', ''), undefined);
    assert.deepEqual(faultOf('url', 'example.com/a'), [
      'Error',
      'An address begins with https:// or http://, as in https://example.com/a',
    ]);
    for (const typed of ['javascript:alert(1)', 'file:///etc/passwd', 'a b'])
      assert.equal(faultOf('url', typed)?.[0], 'Error', typed);
    assert.deepEqual(faultOf('url', 'https://example.com/a?utm_source=x'), ['Info', 'https://example.com/a']);
    assert.equal(faultOf('url', 'http://www.example.com/caches/'), undefined);
    const other = editedFacts.url.check!('https://example.com/caches', queues, known);
    assert.match(other!.message, /^“Caches \\\$\(bug\)” has this address too/);
  });

  it('is a key that Pandoc reads and no other post has', () => {
    for (const typed of ['doe2021', '@doe2021', 'doe-2021', 'lee2020caches', '日本2021'])
      assert.equal(faultOf('id', typed), undefined, typed);
    for (const typed of ['', 'a b', 'a--b', '[a]', 'a}', '-a', 'a.'])
      assert.equal(faultOf('id', typed)?.[0], 'Error', typed);
    assert.match(faultOf('id', 'lee2021queues')?.[1] ?? '', /is the key of another post: “Queues”/);
    assert.equal(edited('id', ' @doe2021 '), 'doe2021');
  });

  it('is a title, which is no longer provisional then', () => {
    const provisional = { ...caches, provisional: ['title'] } as Post;
    assert.equal(isProvisional(editedFacts.title.change(provisional, 'Caches')), false);
    assert.equal(faultOf('title', ' ')?.[0], 'Error');
  });

  it('is topics, none of them inferred then', () => {
    const { keywords, inferred } = editedFacts.keywords.change(caches, 'Go; caches, Go');
    assert.deepEqual([keywords, inferred], [['Go', 'caches'], undefined]);
  });
});

describe('The input for a fact', () => {
  const { showInputBox } = vscode.window;
  afterEach(() => {
    vscode.window.showInputBox = showInputBox;
  });

  /** What becomes of a post when its excerpt is edited so. */
  async function edited(post: Post, typed: (shown: string) => string): Promise<Post> {
    let now = post;
    vscode.window.showInputBox = async (options?: vscode.InputBoxOptions) => typed(options?.value ?? '');
    const change = async (changes: ReadonlyMap<string, (post: Post) => Post>) => {
      now = changes.get(post.id)?.(post) ?? post;
      return true;
    };
    await editFact(post, 'abstract', change, known);
    return now;
  }

  it('shows paragraphs in one line, and keeps them where nothing was typed', async () => {
    const long = { ...caches, abstract: 'They forget.\n\nThen they fill.' };
    assert.equal(await edited(long, shown => shown), long);
    const { abstract } = await edited(long, shown => `${shown} Again.`);
    assert.equal(abstract, 'They forget. Then they fill. Again.');
    const hostile = { ...caches, abstract: `They${' '.repeat(300_000)}forget.` };
    assert.equal(await edited(hostile, shown => shown), hostile);
  });
});

describe('An edit of posts that is undone', () => {
  let posts: readonly Post[];
  let edits: PostEdits;
  beforeEach(() => {
    posts = [caches, queues];
    const library = {
      uri: vscode.Uri.parse('test:/posts.json'),
      update: async (change: (posts: readonly Post[]) => readonly Post[]) => {
        posts = change(posts);
      },
    };
    edits = new PostEdits(library as unknown as OpenLibrary);
  });

  const edit = (id: string, change: Partial<Post>) =>
    edits.change(new Map([[id, (post: Post) => ({ ...post, ...change })]]));

  it('is the latest one, or the one that is meant', async () => {
    await edit(caches.id, { title: 'Caches!' });
    const first = edits.latest;
    await edit(queues.id, { title: 'Queues!' });
    await edits.undo(first);
    assert.deepEqual(posts, [caches, { ...queues, title: 'Queues!' }]);
    await edits.undo(first);
    await edits.undo();
    assert.deepEqual(posts, [caches, queues]);
    assert.equal(edits.latest, undefined);
  });

  it('brings the key back', async () => {
    await edit(caches.id, { id: 'lee2020' });
    await edits.undo();
    assert.deepEqual(posts, [caches, queues]);
  });

  it('leaves a post that was changed since, or whose key another post has by now', async () => {
    await edit(caches.id, { title: 'Caches!' });
    posts = [{ ...posts[0]!, note: 'Read.' }, queues];
    const changed = posts;
    await edits.undo();
    assert.deepEqual(posts, changed);
    await edit(queues.id, { id: 'lee2021' });
    posts = [...posts, queues];
    const taken = posts;
    await edits.undo();
    assert.deepEqual(posts, taken);
  });
});
