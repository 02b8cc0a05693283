import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { CitationStyles } from '../../src/vscode/cslFormatter';
import { inWorkspace, post } from './editor';

describe('citation styles', () => {
  const styles = new CitationStyles(vscode.extensions.getExtension('byline.byline')!.extensionUri);
  const caches = post({ id: 'caches', url: 'https://example.com/caches', issued: { year: 2020 } });
  const file = vscode.Uri.joinPath(vscode.workspace.workspaceFolders![0]!.uri, 'own.csl');

  const cited = async () => (await styles.formatterFor()).citation([{ post: caches }], [caches]);
  const write = (text: string) => vscode.workspace.fs.writeFile(file, new TextEncoder().encode(text));
  const style = (term: string) =>
    `<style xmlns="http://purl.org/net/xbiblio/csl" class="in-text" version="1.0"><citation><layout><group delimiter=" "><text value="${term}"/><text term="accessed"/><date variable="issued"><date-part name="year"/></date></group></layout></citation></style>`;

  afterEach(async () => {
    await inWorkspace('csl.style', undefined);
    await inWorkspace('csl.locale', undefined);
  });
  after(() => vscode.workspace.fs.delete(file));

  it('are those that came along, and are made once', async () => {
    assert.equal(await cited(), '([Lee, 2020](https://example.com/caches))');
    assert.equal(await styles.formatterFor(), await styles.formatterFor());
    await inWorkspace('csl.style', 'ieee');
    assert.equal(await cited(), '[\\[1\\]](https://example.com/caches)');
  });

  it('are the files of the workspace as they are now, in the chosen language', async () => {
    await write(style('first'));
    await inWorkspace('csl.style', 'own.csl');
    assert.equal(await cited(), '[first accessed 2020](https://example.com/caches)');
    await write(style('then another'));
    assert.equal(await cited(), '[then another accessed 2020](https://example.com/caches)');
    await inWorkspace('csl.locale', 'de');
    assert.equal(await cited(), '[then another zugegriffen 2020](https://example.com/caches)');
  });

  it('say what is wrong with them, and what to do', async () => {
    await write(style('cut off').slice(0, -8));
    await inWorkspace('csl.style', 'own.csl');
    await assert.rejects(
      cited(),
      /“own\.csl” cannot be used\. Line 1: <style> is not closed\. Mend the file/,
    );
    await inWorkspace('csl.style', 'none.csl');
    await assert.rejects(cited(), /“none\.csl” was not found\. Set byline\.csl\.style to one of apa, /);
  });
});
