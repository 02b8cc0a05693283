import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { gfm } from 'micromark-extension-gfm';
import { normalLabel } from '../../../src/core/citation/label';
import { DocumentAnalysis, KnownPosts } from '../../../src/core/document';
import { check } from '../../../src/core/health';
import { runWhole } from '../../../src/core/sliced';
import { makePost } from '../../fakes';

interface Node {
  type: string;
  identifier?: string;
  url?: string;
  position: { start: { offset: number } };
  children?: Node[];
}

/** The documents of the packages that are installed, written by hundreds of people, none of whom cites a post. */
function readmes(): string[] {
  const modules = resolve(__dirname, '../../../node_modules');
  const names = readdirSync(modules).flatMap(name =>
    name.startsWith('@') ? readdirSync(join(modules, name)).map(part => join(name, part)) : [name],
  );
  const texts = names.flatMap(name => {
    try {
      return [readFileSync(join(modules, name, 'README.md'), 'utf8')];
    } catch {
      return [];
    }
  });
  return [...new Set(texts)].filter(text => text.length < 100_000);
}

/** What micromark says of unused and doubled definitions, each as the code of the finding and the label. */
function byMicromark(markdown: string): string[] {
  const tree = fromMarkdown(markdown, { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] }) as Node;
  const referred = new Set<string>();
  const definitions: { label: string; start: number; url: string }[] = [];
  const walk = ({ type, identifier = '', url = '-', position, children = [] }: Node): void => {
    const label = `${type.startsWith('footnote') ? '^' : ''}${normalLabel(identifier)}`;
    if (/Reference$/.test(type)) referred.add(label);
    if (/efinition$/.test(type)) definitions.push({ label, start: position.start.offset, url });
    children.forEach(walk);
  };
  walk(tree);
  const seen = new Set<string>();
  return definitions
    .sort((a, b) => a.start - b.start)
    .flatMap(({ label, url }) => {
      if (seen.has(label)) return [`duplicateDefinition ${label}`];
      seen.add(label);
      const isComment = /^(?:\/\/|comment|_|-)/i.test(label) || url === '' || url === '#';
      return referred.has(label) || isComment ? [] : [`unusedDefinition ${label}`];
    })
    .sort();
}

describe('check of documents that cite no posts', () => {
  it('finds nothing but definitions that micromark finds unused or doubled too', function () {
    this.timeout(120_000);
    const known = new KnownPosts();
    const own = { title: 'ConsoleMe: A Central Control Plane', url: 'https://example.com/consoleme' };
    runWhole(known.setPosts([makePost({ id: 'castrapel2021consoleme', ...own })]));
    const texts = readmes();
    assert.ok(texts.length > 100, `${texts.length} documents`);
    let compared = 0;
    for (const text of texts) {
      const found = check(new DocumentAnalysis(text, 'markdown'), known).map(({ code, detail, start }) => {
        const mark = text.slice(start).trimStart().startsWith('[^') ? '^' : '';
        return `${code} ${mark}${normalLabel(detail)}`;
      });
      const others = found.filter(finding => !/Definition /.test(finding));
      // `[^1]` without a definition, in the text of an expression: its readers do see the brackets.
      assert.deepEqual(
        others.filter(finding => !/^undefinedLabel \^\d$/.test(finding)),
        [],
        text.slice(0, 200),
      );
      if (!/^ {0,3}\[[^\]]+\]:/m.test(text)) continue;
      compared++;
      assert.deepEqual(
        found.filter(finding => !others.includes(finding)).sort(),
        byMicromark(text),
        text.slice(0, 200),
      );
    }
    assert.ok(compared > 20, `${compared} documents with definitions`);
  });
});
