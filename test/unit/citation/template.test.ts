import assert from 'node:assert/strict';
import fc from 'fast-check';
import {
  defaultWording,
  renderCitation,
  templateFaults,
  templateFaultText,
  templateFields,
  wordingFaults,
} from '../../../src/core/citation';
import { citationsIn } from '../../../src/core/document';
import { readMarkdown } from '../../../src/core/document/markdown';
import type { Name, Post } from '../../../src/core/post';
import { soak } from '../../figure';

const post: Post = {
  id: 'castrapel2021consoleme',
  title: 'ConsoleMe: A Central Control Plane',
  author: [
    { family: 'Castrapel', given: 'Curtis' },
    { family: 'Berg', given: 'Jean-Paul', nonDroppingParticle: 'van den' },
    { literal: 'Core Team' },
  ],
  issued: { year: 2021, month: 3, day: 9 },
  accessed: { year: 2022, month: 11 },
  containerTitle: 'Example Blog',
  url: 'https://www.blog.example.org/consoleme',
  keywords: [],
};

const filled = (linkText: string, of: Post = post): string => {
  assert.deepEqual(templateFaults('linkText', linkText), []);
  const { text } = renderCitation(of, 'inlineLink', { wording: { ...defaultWording, linkText } });
  return text.slice(1, text.lastIndexOf(']('));
};
/** Each fault as its code and the piece of the template that it is at. */
const faults = (template: string): string[] =>
  templateFaults('linkText', template).map(fault => {
    const meant = /Did you mean “(.*)”/.exec(templateFaultText(fault))?.[1];
    return `${fault.code} ${template.slice(fault.start, fault.end)}${meant ? ` → ${meant}` : ''}`;
  });

describe('A template', () => {
  it('has fields, each with filters and with text that stands or falls with it', () => {
    assert.equal(
      filled('{authors|short} ({year}), {title}'),
      'Castrapel et al. (2021), ConsoleMe: A Central Control Plane',
    );
    assert.equal(filled('{ title | short | upper }'), 'CONSOLEME');
    assert.equal(filled('{key}{year suffix="}" prefix=" {"}'), 'castrapel2021consoleme {2021}');
    const { issued: _, ...undated } = post;
    assert.equal(filled('{key}{year suffix="}" prefix=" {"}', undated), 'castrapel2021consoleme');
  });

  it('names authors whole, by family name, with initials, or the first only', () => {
    assert.equal(filled('{authors}'), 'Curtis Castrapel, Jean-Paul van den Berg, and Core Team');
    assert.equal(filled('{authors|family}'), 'Castrapel, van den Berg, and Core Team');
    assert.equal(filled('{authors|initials}'), 'C. Castrapel, J.-P. van den Berg, and Core Team');
    assert.equal(filled('{authors|first}'), 'Curtis Castrapel et al.');
    assert.equal(filled('{authors|initials|first}'), 'C. Castrapel et al.');
    const two = { ...post, author: post.author.slice(0, 2) };
    assert.equal(filled('{authors|short}', two), 'Castrapel and van den Berg');
    assert.equal(filled('{authors|first}', two), 'Curtis Castrapel et al.');
    const named = (...author: Name[]) => filled('{authors|initials}', { ...post, author });
    assert.equal(named({ family: '王', given: '小明' }), '王小明');
    assert.equal(named({ family: 'Kim', given: 'Hee Won', suffix: 'Jr.' }), 'H. W. Kim Jr.');
    assert.equal(filled('{authors|first}', { ...post, author: [{ literal: 'Core Team' }] }), 'Core Team');
    assert.equal(filled('{title|short}{authors|short prefix=" "}', { ...post, author: [] }), 'ConsoleMe');
  });

  it('writes dates in several forms, as exact as they are', () => {
    assert.equal(filled('{date}; {accessed}'), 'March 9, 2021; November 2022');
    assert.equal(filled('{date|iso}; {accessed|iso}'), '2021-03-09; 2022-11');
    assert.equal(filled('{date|short}; {accessed|short}'), 'Mar 9, 2021; Nov 2022');
    assert.equal(filled('{date|dayFirst}; {accessed|dayFirst}'), '9 March 2021; November 2022');
    assert.equal(filled('{date|short|dayFirst}'), '9 Mar 2021');
    assert.equal(filled('{date|dayFirst}', { ...post, issued: { year: 2020 } }), '2020');
    const ides = { ...post, issued: { year: -44, month: 3, day: 15 } };
    assert.equal(filled('{date}; {date|dayFirst}; {year}', ides), 'March 15, 44 BC; 15 March 44 BC; 44 BC');
  });

  it('shortens a title before its subtitle, and an address to its host', () => {
    assert.equal(filled('{title|short}', { ...post, title: 'A-B testing' }), 'A-B testing');
    assert.equal(filled('{title|short}', { ...post, title: 'Types – an introduction' }), 'Types');
    assert.equal(filled('{title|short}', { ...post, title: ': odd' }), ': odd');
    assert.equal(filled('{url|host}'), 'blog.example.org');
  });

  it('takes a brace behind a backslash for text, as Markdown does', () => {
    assert.equal(filled('\\{title\\} {year}'), '\\{title\\} 2021');
    assert.equal(filled('\\\\{year}'), '\\\\2021');
  });

  it('keeps its bars from dividing a table cell', () => {
    const { text } = renderCitation(post, 'inlineLink', {
      wording: { ...defaultWording, linkText: '{year} | {title} \\|' },
      place: { tableCell: true },
    });
    assert.ok(text.startsWith(`[2021 \\| ${post.title} \\|](`), text);
  });

  it('is faulty where a name is not known, and says which one was probably meant', () => {
    assert.deepEqual(faults('{title} {author}'), ['unknownField author → authors']);
    assert.deepEqual(faults('{Title}{titel}{blog}'), [
      'unknownField Title → title',
      'unknownField titel → title',
      'unknownField blog → publication',
    ]);
    assert.deepEqual(faults('{constructor}{}{toString}'), [
      'unknownField constructor',
      'unknownField ',
      'unknownField toString',
    ]);
    assert.deepEqual(faults('{authors|shrt}'), ['unknownFilter shrt → short']);
    assert.deepEqual(faults('{authors|}'), ['unknownFilter ']);
    assert.deepEqual(faults('{title|iso}'), ['unfitFilter iso']);
    assert.deepEqual(faults('{title|upper|upper}'), ['doubledFilter upper']);
  });

  it('is faulty where a brace or quotation mark is missing or too many, and says where', () => {
    assert.deepEqual(faults('{title'), ['unclosedBrace {title']);
    assert.deepEqual(faults('{title and {year}'), ['unclosedBrace {title']);
    assert.deepEqual(faults('{title}} {year}'), ['strayBrace }']);
    assert.deepEqual(faults('{{title}} {{year}'), ['doubledBrace {{title}}', 'doubledBrace {{year}']);
    assert.deepEqual(faults('{date prefix=", }'), ['unclosedQuote prefix=", }']);
    assert.deepEqual(faults('{date prefix=", " prefix=" "}'), ['doubledOption prefix=" "']);
    assert.deepEqual(faults("{date prefix=', '}"), ["unknownOption prefix=',", "unknownOption '"]);
    assert.deepEqual(faults('{title.short}'), ['unknownOption .short']);
    assert.deepEqual(faults('{title}\n{year}'), ['lineBreak \n']);
  });

  it('is faulty where its brackets would break the link', () => {
    assert.deepEqual(faults('{title}]'), ['unpairedBracket ]']);
    assert.deepEqual(faults('[{title}'), ['unpairedBracket [']);
    assert.deepEqual(faults('a{year prefix=" ["}]'), [
      'unpairedBracket {year prefix=" ["}',
      'unpairedBracket ]',
    ]);
    assert.deepEqual(faults('{title} [{year}] \\]{date prefix=" [" suffix="]"}'), []);
    assert.deepEqual(templateFaults('note', '{title}]'), []);
  });

  it('has a sentence for each fault', () => {
    const text = (template: string) => templateFaultText(templateFaults('linkText', template)[0]!);
    assert.equal(
      text('{author}'),
      'There is no field “author”. Fields are authors, title, publication, date, year, accessed, url, key. ' +
        'Did you mean “authors”?',
    );
    assert.equal(
      text('{title|iso}'),
      'The filter “iso” does not go with this field. It has: short, upper, lower.',
    );
    assert.equal(text('{{title}}'), 'Braces stand singly: {title}. As text they are written \\{ and \\}.');
    assert.equal(
      text(']'),
      'This bracket has no partner, so it would break the link. As text it is written \\].',
    );
  });

  it('gives way to the default where it is faulty, and the fault can be told', () => {
    const wording = { linkText: '{title} {author}', note: '{title|short}, {year}' };
    assert.deepEqual(
      wordingFaults(wording).map(({ name, fault }) => [name, fault.code]),
      [['linkText', 'unknownField']],
    );
    assert.equal(renderCitation(post, 'inlineLink', { wording }).text, `[${post.title}](${post.url})`);
    assert.match(renderCitation(post, 'footnote', { wording }).definition!, /: ConsoleMe, 2021$/);
    assert.deepEqual(wordingFaults(defaultWording), []);
  });

  const templates = fc
    .array(
      fc.oneof(
        fc.constantFrom(
          '{',
          '}',
          '{{',
          '}}',
          '|',
          '\\',
          '"',
          ' ',
          '[',
          ']',
          '\n',
          'prefix="',
          'suffix="',
          '="',
        ),
        fc.constantFrom(...Object.keys(templateFields), ...Object.values(templateFields).flat()),
        fc.constantFrom('{title}', '{authors|short}', '{date prefix=", "}', ' text '),
        fc.string({ unit: 'grapheme', maxLength: 3 }),
      ),
      { maxLength: 12 },
    )
    .map(pieces => pieces.join(''));

  it('tells its faults in order, each within itself; what has none makes exactly one link', () => {
    let whole = 0;
    fc.assert(
      fc.property(templates, template => {
        let end = 0;
        const found = templateFaults('linkText', template);
        for (const fault of found) {
          assert.ok(fault.start >= end && fault.end >= fault.start && fault.end <= template.length);
          if (fault.code !== 'unpairedBracket') {
            assert.equal(fault.detail, template.slice(fault.start, fault.end));
          }
          assert.notEqual(templateFaultText(fault), '');
          end = fault.start;
        }
        if (found.length > 0 || /[\\`<!$]/.test(template) || template.trim() === '') return;
        whole++;
        const { text } = renderCitation(post, 'inlineLink', {
          wording: { ...defaultWording, linkText: template },
        });
        const links = citationsIn(`x ${text}\n`).filter(({ kind }) => kind === 'link');
        assert.equal(links.length, 1, text);
        assert.deepEqual([links[0]!.start, links[0]!.end, links[0]!.address], [2, 2 + text.length, post.url]);
        assert.equal(readMarkdown(text).blocks.length, 1);
      }),
      { seed: 4, numRuns: soak ? 3000 : 600 },
    );
    assert.ok(whole > 100, `${whole}`);
  });

  it('is read in time that grows with its length', function () {
    this.timeout(20_000);
    const time = (count: number) => {
      const start = process.cpuUsage().user;
      for (const part of [
        '{',
        '{a ',
        '{{',
        '{title|',
        '{date prefix="',
        '[',
        '\\',
        '{title prefix="["}',
        '.""',
      ])
        templateFaults('linkText', part.repeat(count));
      return (process.cpuUsage().user - start) / 1000;
    };
    time(1000);
    const [once, twice] = [Math.min(time(10_000), time(10_000)), Math.min(time(20_000), time(20_000))];
    assert.ok(twice < 3 * once + 50, `${once} ms, then ${twice} ms`);
  });
});
