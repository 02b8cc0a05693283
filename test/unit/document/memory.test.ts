import assert from 'node:assert/strict';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { CitationIndex, citedTarget, DocumentAnalysis } from '../../../src/core/document';
import { figure, soak } from '../../figure';

const forms: readonly ((at: number) => string)[] = [
  at => `[One of the posts](https://blog.example/posts/engines-${at})`,
  at =>
    `[One of the posts][reference-engines-${at}]\n\n[reference-engines-${at}]: https://blog.example/${at}`,
  at => `Noted[^lovelace1843engines${at}].\n\n[^lovelace1843engines${at}]: A note`,
  at => `As the author of [@lovelace1843engines${at}] has it`,
  at => `Nothing defines [this][undefined-engines-${at}] and this[^undefined-engines-${at}]`,
  at =>
    `A <a href="https://blog.example/tags/engines-${at}">tag</a>, and <https://blog.example/engines-${at}>`,
  at => `<p><a href="https://blog.example/html/engines-${at}">A block</a></p>`,
];

const megabytes = 2 ** 20;
const between = 'Nobody looks while the quick brown fox jumps over the lazy dog.\n\n'.repeat(220);

/** About a megabyte. */
const text = Array.from({ length: 70 }, (_, at) => `${forms[at % forms.length]!(at)}\n\n${between}`).join('');

describe('the memory of a document that is edited', () => {
  setFlagsFromString('--expose-gc');
  const collect: () => void = runInNewContext('gc');
  const heap = () => {
    collect();
    return process.memoryUsage().heapUsed / megabytes;
  };

  it('holds no earlier version of it', function () {
    this.timeout(60_000);
    const analysis = new DocumentAnalysis(text, 'markdown');
    const index = new CitationIndex();
    const follow = () =>
      index.setFile('long.md', new Set(analysis.citations.flatMap(citation => citedTarget(citation) ?? [])));
    follow();
    const before = heap();
    let edits = 0;
    for (let round = 0; round < (soak ? 10 : 1); round++) {
      const places = [...analysis.text.matchAll(/(?<=engines)/g)].map(({ index }) => index);
      for (const [earlier, at] of places.entries()) {
        analysis.edit(at + earlier, at + earlier, 's');
        edits++;
        follow();
      }
    }
    const grown = heap() - before;
    figure('A document of 1 MB that is edited', `${grown.toFixed(1)} MB more after ${edits} edits`);
    assert.ok(edits > 70 && text.length > 0.9 * megabytes);
    assert.ok(grown < 10, `${grown.toFixed(1)} MB more after ${edits} edits`);
    assert.equal(analysis.text.length, text.length + edits);
    assert.ok(index.filesWith(`@lovelace1843engines${'s'.repeat(soak ? 10 : 1)}3`).length > 0);
  });
});
