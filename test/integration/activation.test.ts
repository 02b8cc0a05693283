import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { extensionHost } from './mochaRun';

describe('the extension', () => {
  it('activates and registers its commands', async () => {
    const extension = vscode.extensions.getExtension('byline.byline');
    assert.ok(extension);
    await extension.activate();
    const commands = await vscode.commands.getCommands(true);
    assert.ok(commands.includes('byline.searchPosts'));
  });

  it('runs in the host that this bundle was made for', () => {
    assert.equal(extensionHost, __host__ === 'node' ? 'Node' : 'web worker');
  });
});

declare const __host__: string;
