import assert from 'node:assert/strict';
import { findBibliographies, readDocumentBibliography } from '../../../src/core/bibliography';
import { MemoryFileSystem } from '../../fakes';

describe('findBibliographies', () => {
  const root = 'file:///home/ann/docs';
  const uri = `${root}/guide/deep/a%20b.md`;
  const findAll = (matter: string, files: Readonly<Record<string, string>> = {}, fallback?: string) =>
    findBibliographies({
      uri,
      root,
      text: matter === '' ? '# A\n' : `---\n${matter}\n---\n`,
      files: new MemoryFileSystem(files),
      ...(fallback !== undefined && { fallback }),
    });
  const find = async (bibliography: string, ...rest: [files?: Record<string, string>, fallback?: string]) =>
    (await findAll(bibliography && `bibliography: ${bibliography}`, ...rest)).uris;

  it('takes what stands beside the document, else in the folder that Pandoc is started in', async () => {
    const [beside, below] = [`${root}/guide/deep/refs.bib`, `${root}/refs.bib`];
    assert.deepEqual(await find('refs.bib', { [beside]: '', [below]: '' }), [beside]);
    assert.deepEqual(await find('refs.bib', { [below]: '' }), [below]);
    assert.deepEqual(await find('refs.bib'), [beside]);
    assert.deepEqual(await find('[../x.bib, "my refs#1.json", /lib/y.yaml]'), [
      `${root}/guide/x.bib`,
      `${root}/guide/deep/my%20refs%231.json`,
      `${root}/lib/y.yaml`,
    ]);
  });

  it('takes what the project of Quarto names, of the nearest folder first', async () => {
    const project = { [`${root}/_quarto.yml`]: 'project:\n  type: book\nbibliography: refs.bib\n' };
    assert.deepEqual(await find('', project), [`${root}/refs.bib`]);
    const nearer = { ...project, [`${root}/guide/_metadata.yml`]: 'bibliography: [guide.bib]\n' };
    const deeper = { ...nearer, [`${root}/guide/_metadata.yml`]: 'bibliography: guide.bib\n' };
    assert.deepEqual(await find('', deeper, 'set.bib'), [`${root}/guide/guide.bib`]);
    assert.deepEqual(await find('own.bib', deeper), [`${root}/guide/deep/own.bib`]);
    assert.deepEqual(await find('', { 'file:///home/ann/_quarto.yml': 'bibliography: a.bib' }), []);
  });

  it('adds to each other, as Quarto does, what a list and anything else names, the own first', async () => {
    const [project, own] = [`${root}/_quarto.yml`, `${root}/guide/deep/own.bib`];
    const refs = { [project]: 'bibliography: [refs.bib, own.bib]\n' };
    const both = [own, `${root}/refs.bib`, `${root}/own.bib`];
    assert.deepEqual(await find('own.bib', { ...refs, [`${root}/own.bib`]: '', [own]: '' }), both);
    assert.deepEqual(await find('[own.bib]', { [project]: 'bibliography: refs.bib\n' }), both.slice(0, 2));
    const between = { ...refs, [`${root}/guide/_metadata.yml`]: 'bibliography: guide.bib\n' };
    assert.deepEqual(await find('/own.bib', between), [
      `${root}/own.bib`,
      `${root}/guide/guide.bib`,
      `${root}/refs.bib`,
    ]);
    const inner = { ...refs, [`${root}/guide/_quarto.yml`]: 'project:\n  type: website\n' };
    assert.deepEqual(await find('own.bib', inner), [own]);
  });

  it('takes what the book of bookdown names that a chapter belongs to', async () => {
    const book = (matter: string) => ({ [`${root}/index.Rmd`]: `---\n${matter}\n---\n\n# A\n` });
    const named = 'bibliography: [book.bib, packages.bib]';
    const findOf = async (chapter: string, files: Readonly<Record<string, string>>, text = '# B\n') =>
      (await findBibliographies({ uri: chapter, root, text, files: new MemoryFileSystem(files) })).uris;
    const both = [`${root}/book.bib`, `${root}/packages.bib`];
    const chapter = `${root}/01-intro.Rmd`;
    assert.deepEqual(await findOf(chapter, book(`${named}\nsite: bookdown::bookdown_site`)), both);
    assert.deepEqual(await findOf(`${root}/b/c.rmd`, book(`knit: "bookdown::render_book"\n${named}`)), both);
    assert.deepEqual(
      await findOf(chapter, book(`${named}\nsite: bookdown::gitbook`), '---\nbibliography: own.bib\n---\n'),
      [`${root}/own.bib`, ...both],
    );
    assert.deepEqual(await findOf(`${root}/README.md`, book(`${named}\nsite: bookdown::gitbook`)), []);
    assert.deepEqual(await findOf(chapter, book(`${named}\ntitle: On bookdown`)), []);
  });

  it('takes what the settings name last, from the root', async () => {
    assert.deepEqual(await find('', {}, 'lib/refs.json'), [`${root}/lib/refs.json`]);
    assert.deepEqual(await find(''), []);
  });

  it('leads neither out of the root nor to addresses', async () => {
    for (const name of [
      '../../../secret.bib',
      'https://example.com/a.bib',
      'file:///etc/a.bib',
      'C:\\a.bib',
    ]) {
      assert.deepEqual(await find(`'${name}'`, { 'file:///home/ann/secret.bib': '' }), [], name);
    }
    assert.deepEqual(await find('', {}, '../a.bib'), []);
  });

  it('tells which of them are elsewhere, and the entries that the front matter holds itself', async () => {
    const matter = 'bibliography: [https://example.com/a.bib, b.bib, ../../../c.bib]';
    assert.deepEqual(await findAll(matter), {
      uris: [`${root}/guide/deep/b.bib`],
      elsewhere: ['https://example.com/a.bib', '../../../c.bib'],
    });
    const found = await findAll('references:\n- id: doe1999\n  title: Old News\n');
    const read = await readDocumentBibliography(found, new MemoryFileSystem());
    assert.deepEqual([read?.isWhole, read?.entries.get('doe1999')?.title], [true, 'Old News']);
  });

  it('finds entries that stand in metadata further down, as Pandoc does', async () => {
    const block = '---\nreferences:\n- id: roe2021\n  title: At Rest\n...\n';
    const keys = async (matter: string, text: string) => {
      const request = { uri, root, text: `---\n${matter}\n---\n\n${text}`, files: new MemoryFileSystem() };
      const read = await readDocumentBibliography(await findBibliographies(request), new MemoryFileSystem());
      return [...(read?.entries.keys() ?? [])];
    };
    for (const text of [
      `A\n\n${block}`,
      `A\n\n---\n\nB\n\n${block}\nC\n`,
      `A\n\n${block}`.replaceAll('\n', '\r\n'),
    ]) {
      assert.deepEqual(await keys('bibliography: a.bib', text), ['roe2021'], text);
    }
    assert.deepEqual(await keys('bibliography: a.bib', `A\n${block}`), []);
    assert.deepEqual(await keys('title: How to use Pandoc', `A\n\n${block}`), []);
    const started = performance.now();
    for (const part of ['\n\n---\nx', '\n\n---\n', '\n \n', '\n---'])
      await keys('bibliography: a.bib', part.repeat(100_000));
    assert.ok(performance.now() - started < 3000);
  });

  it('reads the keys of entries without a title too, and tells what it cannot read', async () => {
    const files = {
      'a.bib':
        '@misc{none2020, url = {https://example.com/a}}\n@set{set, entryset={a}}\n@misc{roe, title={A}}',
      'b.json': '[{"id": 12, "type": "webpage"}]',
      'c.yaml': '- id: url\n  URL: https://example.com/\n',
      'd.ris': 'TY  - BLOG\nID  - ris\nER  - \n',
    };
    const there = Object.entries(files).map(([name, text]) => [`${root}/${name}`, text] as const);
    const memory = new MemoryFileSystem(Object.fromEntries([...there, [`${root}/e.xml`, '<xml></xml>']]));
    const uris = there.map(([uri]) => uri);
    const whole = await readDocumentBibliography({ uris, elsewhere: [] }, memory);
    assert.deepEqual([...whole!.untitled!], ['none2020', 'set', '12', 'url', 'ris']);
    assert.deepEqual([[...whole!.entries.keys()], whole!.isWhole, whole!.missing], [['roe'], true, []]);
    const part = await readDocumentBibliography({ uris: [...uris, `${root}/e.xml`], elsewhere: [] }, memory);
    assert.deepEqual([part!.isWhole, part!.missing], [false, [`${root}/e.xml`]]);
  });

  it('follows the files of metadata that the document or its project names', async () => {
    const shared = { [`${root}/lib/shared.yml`]: 'bibliography: refs.bib\n' };
    assert.deepEqual((await findAll('metadata-files: [/lib/gone.yml, /lib/shared.yml]', shared)).uris, [
      `${root}/lib/refs.bib`,
    ]);
    const project = { ...shared, [`${root}/_quarto.yml`]: 'metadata-files:\n  - lib/shared.yml\n' };
    assert.deepEqual(await find('', project), [`${root}/lib/refs.bib`]);
  });

  it('works on any scheme', async () => {
    const remote = 'vscode-remote://ssh-remote%2Bbox/home/ann';
    assert.deepEqual(
      (
        await findBibliographies({
          uri: `${remote}/a.qmd`,
          root: remote,
          text: '---\nbibliography: refs.bib\n---\n',
          files: new MemoryFileSystem(),
        })
      ).uris,
      [`${remote}/refs.bib`],
    );
  });
});
