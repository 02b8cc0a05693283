import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { BylineApi } from '../../src/api';
import { eventually, inWorkspace, post, useLibrary, writeLibrary } from './editor';

const caches = post({
  id: 'lee2020caches',
  title: 'Caches',
  url: 'https://example.com/caches',
  issued: { year: 2020, month: 3 },
  sources: ['/a/path/of/this/computer'],
});
const queues = post({ id: 'roe2021queues', title: 'Queues' });

describe('the API for other extensions', () => {
  let api: BylineApi;
  let library: vscode.Uri;
  beforeEach(async () => {
    library = await useLibrary([caches, queues]);
    api = await vscode.extensions.getExtension<BylineApi>('byline.byline')!.activate();
  });
  after(() => inWorkspace('libraryFile', undefined));

  it('has a version, and cannot be changed', () => {
    assert.equal(api.version, 1);
    assert.ok(Object.isFrozen(api));
    assert.deepEqual(Object.keys(api).sort(), [
      'cite',
      'extendMarkdownIt',
      'onDidChangePosts',
      'posts',
      'search',
      'version',
    ]);
  });

  it('gives copies of the posts as CSL-JSON, and not where they were read', async () => {
    const [first, ...others] = await api.posts();
    assert.deepEqual(first, {
      id: 'lee2020caches',
      type: 'post-weblog',
      title: 'Caches',
      author: [{ family: 'Lee', given: 'Ann' }],
      issued: { 'date-parts': [[2020, 3]] },
      URL: 'https://example.com/caches',
      keyword: 'caching',
      custom: { inferred: ['caching'] },
    });
    assert.equal(others.length, 1);
    (first as { title: string }).title = 'Changed';
    assert.equal((await api.posts())[0]!.title, 'Caches');
  });

  it('searches as Byline does', async () => {
    const found = await api.search('cahces author:lee');
    assert.deepEqual(
      found.map(({ id }) => id),
      ['lee2020caches'],
    );
    assert.equal((await api.search('ann lee', 1)).length, 1);
    await assert.rejects(api.search('x', 0), TypeError);
    await assert.rejects(api.search(undefined as unknown as string), TypeError);
  });

  it('cites by key and by address', async () => {
    assert.deepEqual(await api.cite('lee2020caches', 'inlineLink'), {
      text: '[Caches](https://example.com/caches)',
    });
    assert.deepEqual(await api.cite('https://example.com/caches?utm_source=x', 'referenceLink'), {
      text: '[Caches][lee2020caches]',
      definition: '[lee2020caches]: https://example.com/caches',
    });
    assert.match((await api.cite('lee2020caches', 'csl'))!.text, /^\(\[Lee, 2020\]\(/);
    assert.equal(await api.cite('nobody'), undefined);
    await assert.rejects(api.cite('lee2020caches', 'html' as 'csl'), /has to be one of/);
  });

  it('tells when the posts are other ones', async () => {
    assert.equal((await api.posts()).length, 2);
    let changes = 0;
    const listening = api.onDidChangePosts(() => changes++);
    await writeLibrary(library, [caches]);
    await eventually(async () => changes > 0 && (await api.posts()).length === 1, 'the change');
    listening.dispose();
  });
});
