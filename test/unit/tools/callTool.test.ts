import assert from 'node:assert/strict';
import fc from 'fast-check';
import { callTool, toolDefinitions, toolNames } from '../../../src/core/tools';
import { makePost } from '../../fakes';
import { errorOf, toolLibrary } from './toolLibrary';

const library = toolLibrary([makePost({ id: 'lee2020caches', title: 'Caches' })]);

describe('calling a tool', () => {
  it('says of an input that is wrong what would be right', async () => {
    const faults: [(typeof toolNames)[number], unknown, RegExp][] = [
      ['search_posts', undefined, /“query” is missing\. What to search for/],
      ['search_posts', [], /“arguments” has to be an object, not a list/],
      ['search_posts', 'caches', /“arguments” has to be an object, not "caches"/],
      ['search_posts', { query: 5 }, /“query” has to be a text, not 5\./],
      ['search_posts', { query: null }, /not null/],
      ['search_posts', { query: ' ' }, /“query” is empty/],
      ['search_posts', { query: 'x'.repeat(501) }, /has 501 characters; at most 500/],
      ['search_posts', { query: 'x', limit: '10' }, /a whole number from 1 to 50, not "10"/],
      ['search_posts', { query: 'x', limit: 51 }, /not 51/],
      ['search_posts', { query: 'x', limit: 1.5 }, /not 1\.5/],
      ['search_posts', { query: 'x', page: 2 }, /no “page” here; there is query, limit\./],
      ['get_post', { key: 'x' }, /“post” is missing\. The key of a post/],
      ['cite_post', { post: 'x', format: 'html' }, /one of inlineLink, .*csl, not "html"/],
      ['cite_post', { post: 'x', locator: 'p. 3' }, /“locator” has to be an object/],
      ['cite_post', { post: 'x', locator: { label: 'page' } }, /“locator\.value” is missing/],
      [
        'cite_post',
        { post: 'x', locator: { label: 'verse', value: '3' } },
        /“locator\.label” has to be one of/,
      ],
      ['check_citations', {}, /as “text”, or the path of a file as “path”/],
      ['check_citations', { text: 'a', path: 'b.md' }, /not both/],
      ['check_citations', { text: 'x'.repeat(1_000_001) }, /at most 1000000/],
      ['get_post', JSON.parse('{"post":"x","__proto__":{}}'), /no “__proto__” here/],
    ];
    for (const [name, input, wanted] of faults) assert.match(await errorOf(name, input, library), wanted);
  });

  it('never throws, whatever the input', async () => {
    const value = fc.anything({ maxDepth: 2 });
    const property = fc.constantFrom(
      'query',
      'limit',
      'post',
      'format',
      'locator',
      'prefix',
      'text',
      'path',
      'label',
    );
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...toolNames), fc.dictionary(property, value), async (name, input) => {
        const answer = await callTool(name, input, library);
        assert.ok('error' in answer ? answer.error.length > 0 && answer.error.length < 1000 : answer.content);
      }),
      { numRuns: 300 },
    );
  });

  it('stops when nobody waits any more', async () => {
    const controller = new AbortController();
    controller.abort(new Error('enough'));
    const called = callTool('check_citations', { text: '[@lee2020caches]' }, library, controller.signal);
    await assert.rejects(called, /enough/);
  });

  it('is described so that no client refuses it', () => {
    assert.deepEqual(
      toolDefinitions.map(({ name }) => name),
      [...toolNames],
    );
    for (const { name, description, inputSchema } of toolDefinitions) {
      assert.match(name, /^[a-z_]{1,64}$/);
      assert.ok(description.length <= 1024, `${name}: ${description.length}`);
      assert.equal(inputSchema.type, 'object');
    }
  });
});
