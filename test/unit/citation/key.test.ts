import assert from 'node:assert/strict';
import fc from 'fast-check';
import { citationKey, isPandocKey } from '../../../src/core/citation';
import type { Name, PostRecord } from '../../../src/core/post';
import { hasPandoc, readWithPandoc } from './parsers';

const record = (
  author: Name | undefined,
  year: number | undefined,
  title: string,
  containerTitle?: string,
): PostRecord => ({
  title,
  author: author ? [author] : [],
  keywords: [],
  ...(year && { issued: { year } }),
  ...(containerTitle && { containerTitle }),
});
const key = (...of: Parameters<typeof record>): string => citationKey(record(...of), new Set());

describe('citationKey', () => {
  it('is family name, year and first telling title word', () => {
    const title = 'ConsoleMe: A Central Control Plane for AWS Permissions and Access';
    assert.equal(key({ family: 'Castrapel', given: 'Curtis' }, 2021, title), 'castrapel2021consoleme');
    assert.equal(key({ family: 'San Miguel', given: 'Frank' }, undefined, 'The Show'), 'sanmiguelshow');
    assert.equal(key({ family: 'Gogh', nonDroppingParticle: 'van' }, 1889, 'On the Night'), 'gogh1889night');
    assert.equal(
      key({ family: 'Müller-Łukasz', given: 'Jo' }, 2020, "Netflix's Été"),
      'mullerlukasz2020netflix',
    );
    assert.equal(key({ family: "O'Neil" }, 2020, "What's new in Node.js 20?"), 'oneil2020new');
  });

  it('takes the publication, or the title alone, when nobody signs', () => {
    assert.equal(key(undefined, 2020, 'On Types', 'The Morning Paper'), 'themorningpaper2020types');
    assert.equal(key(undefined, undefined, 'What is it?'), 'what');
    assert.equal(key(undefined, undefined, '!?'), 'post');
    assert.equal(key({ literal: '@handle' }, 2020, '2048'), 'handle20202048');
  });

  it('keeps letters that do not fold to ASCII', () => {
    assert.equal(
      key({ family: '王', given: '小明' }, 2021, 'スケーリングの話'),
      '王2021スケーリ'.normalize('NFC'),
    );
    assert.equal(key({ family: 'Иванов' }, 2021, 'Введение в типы'), 'иванов2021введение');
  });

  it('takes the next free letter: a, b, … z, aa', () => {
    const post = record({ family: 'Kim' }, 2020, 'Types');
    const taken = new Set<string>();
    const made = Array.from({ length: 29 }, () => {
      const next = citationKey(post, taken);
      taken.add(next);
      return next.slice('kim2020types'.length);
    });
    assert.deepEqual([...made.slice(0, 3), ...made.slice(25)], ['', 'a', 'b', 'y', 'z', 'aa', 'ab']);
  });

  it('holds lower-case letters and digits only, whatever the names and titles', () => {
    const text = fc.string({ unit: 'binary', maxLength: 20 });
    fc.assert(
      fc.property(text, text, (family, title) => {
        const made = key({ family }, 2021, title);
        assert.match(made, /^[\p{L}\p{N}]+$/u);
        assert.equal(made, key({ family }, 2021, title));
      }),
      { seed: 6, numRuns: 100 },
    );
  });

  (hasPandoc ? it : it.skip)(
    `is read by Pandoc as one citation${hasPandoc ? '' : ' (skipped: Pandoc is not installed)'}`,
    () => {
      const keys = [
        key({ family: 'Castrapel' }, 2021, 'ConsoleMe'),
        key({ family: '王' }, 2021, 'スケーリングの話'),
        key({ family: 'Иванов' }, 2021, 'Введение в типы'),
        key({ family: 'नेहा' }, 2021, 'हिन्दी में'),
        key({ literal: 'المؤلف' }, 2021, 'مقدمة'),
        key(undefined, undefined, '2048'),
      ];
      const readings = readWithPandoc(
        keys.map(made => `See [@${made}].`),
        'markdown-smart',
      );
      assert.deepEqual(
        readings.map(({ other }) => other),
        keys.map(made => [`Cite:${made}`]),
      );
    },
  );

  (hasPandoc ? it : it.skip)(
    `can be read by Pandoc as isPandocKey says${hasPandoc ? '' : ' (skipped: Pandoc is not installed)'}`,
    () => {
      const keys = [
        'a',
        'doe:2020.x',
        'a/b',
        'a b',
        'a\u00a0b',
        'a\tb',
        'a{b}c',
        'a{b',
        'a}b{',
        '{',
        'a;b',
        'a*b',
        'a"b',
      ];
      const readings = readWithPandoc(
        keys.map(one => `See [@{${one}}].`),
        'markdown-smart',
      );
      assert.deepEqual(
        readings.map(({ other }, at) => other.includes(`Cite:${keys[at]}`)),
        keys.map(isPandocKey),
      );
    },
  );
});
