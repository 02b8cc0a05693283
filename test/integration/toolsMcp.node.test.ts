import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import * as vscode from 'vscode';
import { mcpServers } from '../../src/vscode/tools/mcpServers';
import { inWorkspace, post, useLibrary } from './editor';

describe('the MCP server that the extension offers', () => {
  const extension = vscode.extensions.getExtension('byline.byline')!;
  const script = vscode.Uri.joinPath(extension.extensionUri, 'dist/mcp.js').fsPath;
  const fileSystemFor = () => assert.fail('no file is read');
  const host = {
    mcpServer: { command: process.execPath, args: [script] },
    fileSystemFor,
    createHttpClient: () => assert.fail('nothing is requested'),
    createParser: () => assert.fail('nothing is parsed'),
  };
  let library: vscode.Uri;

  before(async () => {
    library = await useLibrary([post({ id: 'lee2020caches', title: 'Caches' })]);
  });
  after(async () => {
    await inWorkspace('libraryFile', undefined);
    await inWorkspace('citationFormat', undefined);
  });

  it('runs as it is defined, with the library of the window and the user’s format', async () => {
    await inWorkspace('citationFormat', 'pandoc');
    const [server, ...others] = mcpServers(library, host, extension);
    assert.deepEqual(others, []);
    const { command, args, env, cwd } = server!;
    assert.equal(cwd?.toString(), vscode.workspace.workspaceFolders![0]!.uri.toString());
    const child = spawn(command, args, { cwd: cwd!.fsPath, env: { ...process.env, ...(env as object) } });
    child.stdin.write(
      `${JSON.stringify({ jsonrpc: '2.0', id: 1, method: 'tools/call', params: { name: 'cite_post', arguments: { post: 'lee2020caches' } } })}\n`,
    );
    for await (const line of createInterface(child.stdout)) {
      assert.equal(JSON.parse(line).result.structuredContent.text, '[@lee2020caches]');
      child.stdin.end();
    }
    assert.equal(child.exitCode ?? (await new Promise(resolve => child.on('exit', resolve))), 0);
  });

  it('words citations and weighs findings as the user has set', async () => {
    await inWorkspace('wording.linkText', '{title|short}');
    await inWorkspace('checks', { plainHttp: 'error' });
    const [server] = mcpServers(library, host, extension);
    await inWorkspace('wording.linkText', undefined);
    await inWorkspace('checks', undefined);
    const { args } = server!;
    assert.ok(args.includes('--link-text={title|short}'));
    assert.deepEqual(args.slice(args.indexOf('--severity')), ['--severity', 'plainHttp=error']);
  });

  it('is none for a library on a virtual file system, nor where no program can run', () => {
    const { mcpServer, ...browser } = host;
    assert.ok(mcpServer);
    assert.deepEqual(mcpServers(vscode.Uri.parse('memfs:/library.json'), host, extension), []);
    assert.deepEqual(mcpServers(library, browser, extension), []);
  });
});
