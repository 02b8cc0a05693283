import assert from 'node:assert/strict';
import { updateBibliography, updatingBibliography } from '../../../src/core/bibliography';
import { KnownPosts } from '../../../src/core/document';
import { applyEdits } from '../../../src/core/document/textEdit';
import { runWhole } from '../../../src/core/sliced';
import { makePost } from '../../fakes';
import { formatterOf } from '../csl/styles';

const made = (family: string, title: string, at?: string) =>
  makePost({
    id: title.toLowerCase(),
    title,
    author: [{ family, given: 'Ann' }],
    issued: { year: 2020 },
    ...(at && { url: `https://example.com/${at}` }),
  });
const posts = [
  made('Young', 'Caches', 'c'),
  made('Adams', 'Queues', 'q'),
  made('Roe', 'Streams', 's'),
  made('Doe', 'A Talk'),
];
const [c, q, s] = ['c', 'q', 's'].map(at => `https://example.com/${at}`) as [string, string, string];
const styles = {
  apa: formatterOf('apa'),
  chicago: formatterOf('chicago-author-date'),
  ieee: formatterOf('ieee'),
};
const known = new KnownPosts();
runWhole(known.setPosts(posts));
const list = '\n\n<!-- bibliography -->\n<!-- /bibliography -->\n';

/** The text before the list, the list, and what was said; a second update changes nothing. */
function updated(
  text: string,
  style: keyof typeof styles,
  options: { readonly formers?: (keyof typeof styles)[] } = {},
) {
  const formers = options.formers?.map(name => styles[name]);
  const run = (document: string) =>
    updateBibliography(document, 'markdown', known, styles[style], { ...(formers && { formers }) });
  const before = text.includes('<!--') ? text : text + list;
  const { edits, faults, notices } = run(before);
  const after = applyEdits(before, edits);
  if (faults.length === 0) assert.deepEqual(run(after).edits, []);
  return {
    text: after.slice(0, after.indexOf('\n\n<!--')),
    list: after.slice(after.indexOf('<!--')),
    after,
    faults: faults.map(({ code, start, end }) => `${code} ${before.slice(start, end)}`),
    notices: notices.map(({ code, start, end }) => `${code} ${before.slice(start, end)}`),
  };
}

describe('A list of references and the text', function () {
  this.timeout(60_000);

  it('are not numbered where a number cites a post that is not known', () => {
    const text = `[\\[1\\]](https://other.example/), [\\[2\\]](${c})`;
    const { after, faults } = updated(text, 'ieee');
    assert.deepEqual(faults, ['unknownNumber [\\[1\\]](https://other.example/)']);
    assert.equal(after, text + list);
    const plain = `[1](https://other.example/) [the \\[1\\]](https://other.example/) [\\[1\\]](#one) [\\[2\\]](${c})`;
    assert.deepEqual(updated(plain, 'ieee').faults, []);
  });

  it('agree on numbers, escaped or not', () => {
    const text = `[[3]](${c}) [[1]](${q}), [\\[7, p. 3\\]](${s}) [[1](${q})] \\[[1](${c})\\] [[1] and more](${q}) [1](${q})`;
    assert.equal(
      updated(text, 'ieee').text,
      `[[1]](${c}) [[2]](${q}), [\\[3, p. 3\\]](${s}) [[2](${q})] \\[[1](${c})\\] [[1] and more](${q}) [1](${q})`,
    );
  });

  it('agree after a change of style', () => {
    const apa = `So ([Adams, 2020](${q}); [Young, 2020](${c})), and (see [Roe, 2020, p. 3](${s})).`;
    const ieee = updated(apa, 'ieee', { formers: ['apa', 'chicago'] });
    assert.equal(ieee.text, `So [\\[1\\]](${q}), [\\[2\\]](${c}), and see [\\[3, p. 3\\]](${s}).`);
    assert.deepEqual([ieee.faults, ieee.notices], [[], []]);
    assert.equal(
      updated(ieee.text, 'apa', { formers: ['chicago', 'ieee'] }).text,
      `So ([Adams, 2020](${q}); [Young, 2020](${c})), and see ([Roe, 2020, p. 3](${s})).`,
    );
    assert.match(
      updated(apa, 'chicago', { formers: ['apa'] }).text,
      /Adams 2020\]\(.*Young 2020\]\(.*Roe 2020, /,
    );
  });

  it('agree after a change of style where the letters of years were missing', () => {
    const others = new KnownPosts();
    runWhole(others.setPosts([made('Lee', 'One', 'c'), made('Lee', 'Two', 'q')]));
    const text = `a ([Lee, 2020](${c})), b ([Lee, 2020](${q}))${list}`;
    const formers = [styles.chicago, styles.apa];
    const { edits, notices } = updateBibliography(text, 'markdown', others, styles.ieee, { formers });
    assert.deepEqual(notices, []);
    assert.ok(applyEdits(text, edits).startsWith(`a [\\[1\\]](${c}), b [\\[2\\]](${q})\n`));
  });

  it('say where they do not agree when the former style is not known', () => {
    const { text, notices } = updated(`([Young, 2020](${c})) [\\[3\\]](${q})`, 'apa');
    assert.deepEqual(
      [text, notices],
      [`([Young, 2020](${c})) [\\[3\\]](${q})`, [`otherStyle [\\[3\\]](${q})`]],
    );
    assert.deepEqual(updated(`([Young, 2020](${c}))`, 'ieee').notices, [`otherStyle [Young, 2020](${c})`]);
  });

  it('leave links alone that are no citations of a style', () => {
    const text = `[Young, 2020](${c}) ([Young in 2019](${c})) ([Young (2020)](${c})) [2020](${q}) [3](${s}) \`([Young, 2020](${c}))\``;
    for (const style of ['apa', 'chicago', 'ieee'] as const) {
      const result = updated(text, style, { formers: ['apa', 'chicago', 'ieee'] });
      assert.deepEqual([result.text, result.notices, result.faults], [text, [], []], style);
    }
  });

  it('have posts without an address that are cited as the style writes them', () => {
    for (const [style, citation] of [
      ['apa', '(Doe, 2020)'],
      ['chicago', '(Doe 2020)'],
    ] as const) {
      assert.match(updated(`One ${citation}.`, style).list, /A Talk/, style);
      assert.doesNotMatch(updated(`One \`${citation}\`, Doe, 2020.`, style).list, /A Talk/, style);
    }
    assert.match(updated(`One ([Young, 2020](${c}); Doe, 2020).`, 'apa').list, /A Talk/);
  });

  it('number a post without an address by the entry that it has, and say so where it has none', () => {
    const { notices, text } = updated(`One \\[2\\], two [\\[1\\]](${c}), \`\\[2\\]\``, 'ieee');
    assert.deepEqual(
      [text, notices],
      [`One \\[2\\], two [\\[1\\]](${c}), \`\\[2\\]\``, ['unlinkedNumber \\[2\\]']],
    );
    const entries = styles.ieee.bibliography([posts[0]!, posts[3]!]).map(entry => entry.text);
    const document = `One \\[2\\], two [\\[1\\]](${c})\n\n<!-- bibliography -->\n\n${entries.join('\n\n')}\n\n<!-- /bibliography -->\n`;
    const after = updated(document, 'ieee');
    assert.equal(after.text, `One \\[1\\], two [\\[2\\]](${c})`);
    assert.match(after.list, /\\\[1\\\] A\. Doe[\s\S]*\\\[2\\\] A\. Young/);
    assert.deepEqual(after.notices, []);
  });

  it('are made in small steps, of many posts as at once', () => {
    const many = Array.from({ length: 60 }, (_, at) =>
      made(at % 3 === 0 ? 'Lee' : 'Roe', `Part ${at}`, `${at}`),
    );
    const others = new KnownPosts();
    runWhole(others.setPosts(many));
    const text = many.map(({ url }) => `([Lee, 2020](${url}))\n\n`).join('') + list;
    const steps = updatingBibliography(text, 'markdown', others, formatterOf('apa'));
    let count = 0;
    let step = steps.next();
    for (; !step.done; step = steps.next()) count++;
    assert.ok(count > 6, `${count}`);
    const after = applyEdits(text, step.value.edits);
    const fresh = formatterOf('apa');
    for (const { text: entry } of fresh.bibliography(many, { lineStart: true }))
      assert.ok(after.includes(entry));
    assert.ok(after.includes(fresh.citation([{ post: many[3]! }], many)));
  });
});
