import assert from 'node:assert/strict';
import { type Dialect, DocumentAnalysis, KnownPosts } from '../../../src/core/document';
import { check } from '../../../src/core/health';
import { runWhole } from '../../../src/core/sliced';
import { makePost } from '../../fakes';

const known = new KnownPosts();
runWhole(known.setPosts([makePost({ id: 'a', title: 'Warm Caches', url: 'https://a.example/b' })]));

const http = '[x](http://a.example/b)';

/** The lines, counted from 1, with a finding. */
const linesWithFindings = (text: string, dialect: Dialect = 'markdown') =>
  check(new DocumentAnalysis(text, dialect), known).map(
    ({ start }) => text.slice(0, start).split('\n').length,
  );

describe('the comments that ignore findings', () => {
  it('ignore those of the block that follows', () => {
    for (const eol of ['\n', '\n\n', '  \n']) {
      const text = `${http}\n\n<!-- byline-ignore -->${eol}${http} and\n${http}\n\n${http}\n`;
      const last = text.trimEnd().split('\n').length;
      assert.deepEqual(linesWithFindings(text), [1, last], JSON.stringify(eol));
    }
    assert.deepEqual(linesWithFindings(`> <!-- byline-ignore -->\n> ${http}\n>\n> ${http}\n`), [4]);
    assert.deepEqual(linesWithFindings(`<!-- byline-ignore -->\n| a |\n|---|\n| ${http} |\n\n${http}`), [6]);
    assert.deepEqual(linesWithFindings(`a\n\n<!-- byline-ignore -->\n[^n]: ${http}\n`), []);
    assert.deepEqual(
      linesWithFindings(`<!-- byline-ignore -->\n- ${http}\n- ${http}\n  > ${http}\n\n${http}\n`),
      [6],
    );
    assert.deepEqual(linesWithFindings(`- <!-- byline-ignore -->\n  ${http}\n- ${http}\n`), [3]);
  });

  it('ignore those of their line where more stands on it', () => {
    assert.deepEqual(linesWithFindings(`- ${http} <!-- byline-ignore -->\n- ${http}\n`), [2]);
    assert.deepEqual(linesWithFindings(`a ${http} <!-- byline-ignore --> ${http}\n${http}\n`), [2]);
  });

  it('ignore those of the whole file, or some kinds only', () => {
    const bare = 'https://a.example/b';
    assert.deepEqual(linesWithFindings(`${http}\n\n${bare}\n\n<!-- byline-ignore-file -->`), []);
    assert.deepEqual(linesWithFindings(`${http}\n\n${bare}\n\n<!-- byline-ignore-file plainHttp -->`), [3]);
    assert.deepEqual(linesWithFindings(`<!--byline-ignore bareAddress, plainHttp-->\n${http} ${bare}`), []);
    assert.deepEqual(linesWithFindings(`<!-- byline-ignore bareAddress -->\n${http}\n${bare}`), [2]);
  });

  it('are those of MDX too, and no others', () => {
    assert.deepEqual(linesWithFindings(`{/* byline-ignore */}\n\n${http}\n\n${http}\n`, 'mdx'), [5]);
    assert.deepEqual(linesWithFindings(`{/* byline-ignore plainHttp */}\n${http}\n`, 'mdx'), []);
    for (const comment of [
      '<!-- byline-ignored -->',
      '<!-- ignore -->',
      '`<!-- byline-ignore -->`',
      '<!-- byline-ignore: x -->',
    ]) {
      assert.deepEqual(linesWithFindings(`${comment}\n${http}\n`), [2], comment);
    }
  });

  it('cost little, however many they are', () => {
    const text = `<!-- byline-ignore ${' '.repeat(900)}!-->${http} <!-- byline-ignore -->`.repeat(500);
    const start = process.cpuUsage().user;
    assert.deepEqual(linesWithFindings(text), []);
    assert.ok((process.cpuUsage().user - start) / 1000 < 2000);
  });
});
