import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import * as vscode from 'vscode';
import { eventually, forUser, openDocument } from './editor';

/** From a server on this computer. */
describe('checking the links of a document', () => {
  let server: Server;
  let base = '';
  let asked: string[] = [];

  const found = (uri: vscode.Uri) =>
    vscode.languages.getDiagnostics(uri).filter(({ code }) => code === 'deadLink' || code === 'movedLink');
  const summary = (document: vscode.TextDocument) =>
    found(document.uri).map(({ code, range }) => `${code} ${document.getText(range).replace(base, '')}`);

  before(async () => {
    server = createServer(({ url = '' }, response) => {
      asked.push(url);
      if (url === '/old') response.writeHead(301, { location: '/new' }).end();
      else if (url === '/sold') response.writeHead(308, { location: '/' }).end();
      else if (url === '/gone') response.writeHead(404).end();
      else if (url === '/busy') response.writeHead(503).end();
      else response.writeHead(200, { 'content-type': 'text/html' }).end('<title>Here</title>');
    }).listen(0, '127.0.0.1');
    await once(server, 'listening');
    base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    await forUser('allowedHosts', [base.slice('http://'.length)]);
  });
  after(async () => {
    await forUser('allowedHosts', undefined);
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    await vscode.commands.executeCommand('notifications.clearAll');
    server.closeAllConnections();
    server.close();
  });

  async function checked(text: string): Promise<vscode.TextEditor> {
    const editor = await openDocument(text.replaceAll('@', base), []);
    asked = [];
    await eventually(
      async () => (await vscode.commands.getCommands()).includes('byline.checkLinks'),
      'the command',
    );
    void vscode.commands.executeCommand('byline.checkLinks');
    return editor;
  }

  it('asks for each page once, and tells those that are gone or have moved', async () => {
    const { document } = await checked(
      '[a](@/here) <@/old> @/gone [b][b] [c](@/here#c) [d](@/sold) [e](@/busy) `@/code`\n\n[b]: <@/gone#b>\n',
    );
    const expected = ['movedLink /old', 'deadLink /gone', 'deadLink /sold', 'deadLink </gone#b>'];
    await eventually(() => found(document.uri).length === expected.length, 'the links');
    assert.deepEqual(summary(document), expected);
    assert.deepEqual(asked.sort(), ['/', '/busy', '/gone', '/here', '/new', '/old', '/sold']);
  });

  it('keeps what it told until the document changes there, and offers what to do', async () => {
    const editor = await checked('[a](@/old#part) and [b](@/gone)\n');
    const { document } = editor;
    await eventually(() => found(document.uri).length === 2, 'the links');
    await editor.edit(builder => builder.insert(new vscode.Position(0, 0), 'New: '));
    assert.deepEqual(summary(document), ['movedLink /old#part', 'deadLink /gone']);
    const actions = async (index: number) => {
      const all = await vscode.commands.executeCommand<vscode.CodeAction[]>(
        'vscode.executeCodeActionProvider',
        document.uri,
        found(document.uri)[index]!.range,
        vscode.CodeActionKind.QuickFix.value,
      );
      return all.find(({ title }) => /Change to|archive/.test(title));
    };
    const archived = await actions(1);
    assert.equal(archived?.command?.arguments?.[0], `https://web.archive.org/web/${base}/gone`);
    const moved = await actions(0);
    await vscode.workspace.applyEdit(moved!.edit!);
    assert.equal(document.getText(), `New: [a](${base}/new#part) and [b](${base}/gone)\n`);
    await eventually(() => found(document.uri).length === 1, 'the link that was put right to go');
    assert.deepEqual(summary(document), ['deadLink /gone']);
  });
});
