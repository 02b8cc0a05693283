import assert from 'node:assert/strict';
import { defaultWording, renderCitation } from '../../../src/core/citation';
import type { Post } from '../../../src/core/post';

const post: Post = {
  id: 'li2020types',
  title: 'On Types',
  author: [{ family: 'Li', given: 'Ann' }, { literal: 'The *Core* Team' }],
  issued: { year: 2020, month: 5 },
  containerTitle: 'Example Blog',
  url: 'https://a.example/types',
  keywords: [],
};

const linked = (linkText: string, of: Post = post) =>
  renderCitation(of, 'inlineLink', { wording: { ...defaultWording, linkText } }).text;
const noted = (change: Partial<Post>) => {
  const { url: _, ...unaddressed } = post;
  return renderCitation({ ...unaddressed, ...change }, 'inlineLink').text;
};

describe('The wording of a citation', () => {
  it('fills the fields of a template, escaped', () => {
    assert.equal(
      linked('{authors} ({year}), {title}'),
      '[Ann Li and The \\*Core\\* Team (2020), On Types](https://a.example/types)',
    );
    assert.equal(
      linked('{title}{publication prefix=", " suffix="!"}'),
      '[On Types, Example Blog!](https://a.example/types)',
    );
  });

  it('leaves out a field that the post lacks, with what surrounds it', () => {
    const { containerTitle: _, ...bare } = post;
    assert.equal(
      linked('{title}{publication prefix=", " suffix="!"}', bare),
      '[On Types](https://a.example/types)',
    );
  });

  it('never makes an empty link', () => {
    assert.equal(
      linked('{publication}', { ...post, containerTitle: '' }),
      '[On Types](https://a.example/types)',
    );
    assert.equal(linked('  '), '[On Types](https://a.example/types)');
  });

  it('falls back to its own where a template is faulty', () => {
    assert.equal(linked('{title} {author}'), '[On Types](https://a.example/types)');
    assert.equal(linked('{title}]'), '[On Types](https://a.example/types)');
  });

  it('ends each sentence once', () => {
    assert.equal(noted({}), 'Ann Li and The \\*Core\\* Team. "On Types." *Example Blog*, May 2020.');
    assert.match(noted({ title: 'Why?' }), /"Why\?" \*Example Blog\*, May 2020\.$/);
    assert.match(noted({ title: 'He said “no.”' }), /"He said “no.”" \*/);
    assert.match(noted({ author: [{ family: 'King', given: 'M.', suffix: 'Jr.' }] }), /^M\. King Jr\. "On/);
    assert.match(noted({ containerTitle: 'Wow!', issued: { year: 2020 } }), /\*Wow!\*, 2020\.$/);
  });

  it('names three or more authors in a list', () => {
    const author = ['A', 'B', 'C'].map(literal => ({ literal }));
    assert.match(noted({ author }), /^A, B, and C\. /);
  });

  it('links a title that holds an address to the post, so that it is not linked to that address', () => {
    const { definition } = renderCitation({ ...post, title: 'Why www.b.example failed' }, 'footnote');
    assert.match(definition!, /"\[Why www\\\.b\.example failed\]\(https:\/\/a\.example\/types\)\."/);
  });
});
