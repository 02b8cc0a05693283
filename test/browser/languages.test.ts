import assert from 'node:assert/strict';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator } from 'playwright-core';
import { messages } from '../../scripts/l10n/messages';
import { formatCslJson } from '../../src/core/formats/cslJson';
import { makePost } from '../fakes';
import { root } from '../vscode/install.mjs';
import { temporaryFolder } from '../vscode/server.mjs';
import { openVscode } from './openVscode';
import type { Vscode } from './vscode';

/** Whose dates and letters are not those of English: å, ä and ö come last. */
const language = 'sv';

const posts = [
  makePost({
    id: 'aqqen',
    title: 'Xylo qarn',
    author: [{ family: 'Öqvist', given: 'Zyb' }],
    keywords: ['wuvv'],
    issued: { year: 2021, month: 5, day: 4 },
    url: 'https://qarn.invalid/xylo',
  }),
  makePost({ id: 'zzol', title: 'Ubbo fexx', author: [{ family: 'Zwerq', given: 'Vyk' }] }),
];
const document = '# Qarn\n\n[Ubbo, 2019](https://qarn.invalid/xylo)\n';

/** What no text of Byline says by chance: names, made-up words, and the month, which a citation writes in English. */
const data = `${JSON.stringify(posts)} ${document} Byline posts.json notes.md 4 maj 2021, May 4, 2021`;

/** What VS Code says, which is English here, as the language pack has none of its texts. */
const vscodeSays =
  /^(?:\d+ Results|Progress|Welcome|Collapse All|More Actions\.\.\.|Byline\(\w+\)|Copy|(?:View Problem|Quick Fix\.\.\.|Fix) \(.*\)|Control\+.*)$|^Actions for |(?<=^⟦.* )(?:Section|actions)$/;

/** Each text of Byline is in ⟦brackets⟧ here, so words that stand outside of them were not looked up. */
describe('in a language of brackets', () => {
  const known = new Set(words(data));
  let vscode: Vscode;
  before(async () => {
    const workspace = temporaryFolder('languages');
    writeFileSync(join(workspace, 'posts.json'), formatCslJson(posts));
    writeFileSync(join(workspace, 'notes.md'), document);
    vscode = await openVscode({
      workspace,
      language,
      prepare: putInBrackets,
      viewport: { width: 1280, height: 1100 },
      settings: { 'byline.libraryFile': 'posts.json' },
    });
    await vscode.openView('Byline');
  });
  after(() => vscode?.dispose());

  const views = () => vscode.page.locator('.part.sidebar .monaco-pane-view', { hasText: '⟦' });
  const quickInput = () => vscode.page.locator('.quick-input-widget');

  /** Nothing that is seen or heard in a part of the window stays in English, once something there is in brackets. */
  async function assertTranslated(part: Locator): Promise<void> {
    await part.getByText('⟦').first().waitFor();
    let english: string[];
    // VS Code says “Loading…” and the like meanwhile.
    const end = Date.now() + 5000;
    do english = (await textsOf(part)).filter(isEnglish);
    while (english.length > 0 && Date.now() < end);
    assert.deepEqual(english, []);
  }

  function isEnglish(text: string): boolean {
    return words(outsideBrackets(text.replace(vscodeSays, ''))).some(word => !known.has(word));
  }

  async function leave(): Promise<void> {
    await vscode.page.keyboard.press('Escape');
    await vscode.quickInput.waitFor({ state: 'hidden' });
  }

  it('speaks it in its views, and sorts as its readers do', async () => {
    const authors = vscode.treeRows.filter({ hasText: /Öqvist|Zwerq/ }).locator('.label-name');
    await authors.first().waitFor();
    assert.deepEqual(await authors.allTextContents(), ['Vyk Zwerq', 'Zyb Öqvist']);
    await assertTranslated(views());
  });

  it('speaks it in the palette', async () => {
    await vscode.page.keyboard.press('F1');
    await vscode.quickInput.fill('>Byline: ');
    const commands = vscode.quickPickRows.filter({ hasText: 'Byline: ⟦' });
    await commands.nth(10).waitFor();
    // Behind its title a command has the English one.
    const titles = await vscode.quickPickRows.evaluateAll(rows =>
      rows.map(row => row.querySelector('.label-name')?.textContent ?? ''),
    );
    assert.ok(titles.length > 10);
    assert.deepEqual(titles.filter(isEnglish), []);
    await leave();
  });

  it('speaks it in a picker, then in the details of a post', async () => {
    await vscode.runCommand('⟦Search Posts⟧');
    await vscode.quickInput.fill('xylo');
    await vscode.quickPickRows.filter({ hasText: 'Xylo' }).waitFor();
    await assertTranslated(quickInput());
    await vscode.quickPickRows.first().click();
    await vscode.treeRows.filter({ hasText: '⟦Date⟧4 maj 2021' }).waitFor();
    await assertTranslated(views());
  });

  it('speaks it in an input and in what is wrong there', async () => {
    await vscode.treeRows.filter({ hasText: '⟦Date⟧' }).click();
    await vscode.page.keyboard.press('F2');
    await vscode.quickInput.fill('3/4/2021');
    await quickInput().getByText('⟦That may be').waitFor();
    await assertTranslated(quickInput());
    await leave();
  });

  it('speaks it where sources are added, and in a notification', async () => {
    await vscode.runCommand('⟦Add Source…⟧');
    await vscode.quickPickRows.filter({ hasText: '⟦Folder…⟧' }).waitFor();
    await assertTranslated(quickInput());
    await leave();
    await vscode.runCommand('⟦Refresh All Sources⟧');
    await assertTranslated(vscode.notifications);
  });

  it('speaks it where a filter finds nothing', async () => {
    await vscode.runCommand('⟦Filter Posts…⟧');
    await vscode.quickInput.fill('nyxx');
    await vscode.quickPickRows.filter({ hasText: '⟦Show 0' }).waitFor();
    await assertTranslated(quickInput());
    await vscode.page.keyboard.press('Enter');
    await views().getByText('⟦No post matches the filter.').waitFor();
    await assertTranslated(views());
  });

  it('speaks it in a document', async () => {
    await vscode.openFile('notes.md');
    await vscode.editor.locator('.squiggly-warning').first().waitFor();
    const hover = vscode.page.locator('.monaco-hover:not(.hidden)', { hasText: '⟦This post is' });
    // What comes up meanwhile hides a hover, until the mouse is moved again.
    for (let tries = 0; tries < 10 && !(await hover.isVisible()); tries++) {
      await vscode.editor.getByText('Qarn').first().hover();
      await vscode.editor.getByText('Ubbo').hover();
      await hover.waitFor({ timeout: 3000 }).catch(() => undefined);
    }
    await assertTranslated(hover);
    await vscode.runCommand('⟦Insert Citation As…⟧');
    await vscode.quickPickRows.filter({ hasText: 'Xylo' }).click();
    await vscode.quickPickRows.filter({ hasText: '⟦Footnote⟧' }).waitFor();
    await assertTranslated(quickInput());
    await leave();
  });

  it('speaks it in the chart', async () => {
    await vscode.runCommand('⟦Show Library Chart⟧');
    const chart = vscode.page.frameLocator('iframe.webview').frameLocator('iframe#active-frame');
    await assertTranslated(chart.locator('main'));
  });
});

/** What is seen and heard in a part of the window. */
async function textsOf(part: Locator): Promise<string[]> {
  const texts = await part
    .first()
    .evaluate(root =>
      [root, ...root.querySelectorAll('*:not(style)')]
        .filter(element => element.checkVisibility())
        .flatMap(element => [
          ...['aria-label', 'placeholder', 'title'].map(name => element.getAttribute(name) ?? ''),
          ...Array.from(element.childNodes, node => (node.nodeType === 3 ? (node.textContent ?? '') : '')),
        ]),
    );
  return [...new Set(texts)];
}

/** The texts of Byline in the language, each in brackets. */
function putInBrackets(extension: string): void {
  const texts: Record<string, string> = JSON.parse(readFileSync(join(root, 'package.nls.json'), 'utf8'));
  const manifest = Object.entries(texts).map(([key, text]) => [key, text.replace(/^.+$/gm, inBrackets)]);
  writeFileSync(
    join(extension, `package.nls.${language}.json`),
    JSON.stringify(Object.fromEntries(manifest)),
  );
  mkdirSync(join(extension, 'l10n'), { recursive: true });
  const bundle = Object.fromEntries(messages().map(message => [message, inBrackets(message)]));
  writeFileSync(join(extension, `l10n/bundle.l10n.${language}.json`), JSON.stringify(bundle));
}

/** A line that is one link keeps that form, as a welcome view makes a button of it. */
function inBrackets(line: string): string {
  const [, text, command] = /^\[(.*)\](\(command:[^)]*\))$/.exec(line) ?? [];
  return command ? `[⟦${text}⟧]${command}` : `⟦${line}⟧`;
}

/** Brackets may be in brackets. */
function outsideBrackets(text: string): string {
  let depth = 0;
  return text.replace(/[⟦⟧]|[^⟦⟧]+/g, part => {
    if (part === '⟦') depth++;
    else if (part === '⟧') depth--;
    else if (depth === 0) return part;
    return ' ';
  });
}

function words(text: string): string[] {
  return text.toLowerCase().match(/\p{L}{2,}/gu) ?? [];
}
