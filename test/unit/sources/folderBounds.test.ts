import assert from 'node:assert/strict';
import { mkdir, mkdtemp, realpath, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, sep } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { FileSystem } from '../../../src/core/ports';
import { readFolder } from '../../../src/core/sources/folder';
import { parse } from '../../../src/core/sources/parse';
import { nodeFileSystem } from '../../../src/node/fileSystem';

interface Case {
  readonly name: string;
  /** From the folder that holds both "in", where all may be read, and "out". */
  readonly files?: Readonly<Record<string, string>>;
  /** Where links stand, and what they lead to: from there, or from the folder that holds all with "/" before it. */
  readonly links?: Readonly<Record<string, string>>;
  /** "in" unless said. */
  readonly root?: string;
  readonly within?: string;
}

const post = '---\ntitle: Inside\ndate: 2021-01-01\nauthor: key\n---\n';
const hugo = 'baseURL = "https://site.example"\n';
const jekyll = 'url: https://site.example\n';
const astro = "export default { site: 'https://site.example' };\n";

/** What only files outside say. */
const outside: Readonly<Record<string, string>> = {
  'out/post.md': '# Secret\n',
  'out/index.md': '# Secret\n',
  'out/_index.md': '---\ntitle: Secret\n---\n',
  'out/hugo.toml': 'title = "Secret"\nbaseURL = "https://secret.example"\n[params]\nauthor = "Secret"\n',
  'out/authors.yml': 'key: {name: Secret}\n',
  'out/posts.json': '{ "author": "Secret", "permalink": "/secret/" }',
  'out/_metadata.yml': 'author: Secret\n',
  'out/metadata.json': '{ "title": "Secret", "url": "https://secret.example", "author": "Secret" }',
  'out/secret/[slug].astro': '',
  'out/content/post.md': '# Secret\n',
};

const cases: readonly Case[] = [
  { name: 'a link to a post', links: { 'in/link.md': '../out/post.md' } },
  { name: 'a link to a post by its whole path', links: { 'in/link.md': '/out/post.md' } },
  { name: 'a link to a link', links: { 'in/a.md': 'b.md', 'in/b.md': '../out/post.md' } },
  { name: 'a link to a folder', links: { 'in/link': '../out' } },
  { name: 'a link to what holds both', links: { 'in/sub': '..' } },
  { name: 'a link to configuration', links: { 'in/hugo.toml': '../out/hugo.toml' } },
  { name: 'a link to the folder of configuration', links: { 'in/config': '../out' } },
  {
    name: 'a link inside of the folder of configuration',
    files: { 'in/config/a.txt': '' },
    links: { 'in/config/_default': '../../out' },
  },
  {
    name: 'a link to a folder of data',
    files: { 'in/_config.yml': jekyll },
    links: { 'in/_data': '../out' },
  },
  {
    name: 'a link to data two folders down',
    files: { 'in/eleventy.config.js': '', 'in/src/a.txt': '' },
    links: { 'in/src/_data': '../../out' },
  },
  {
    name: 'a link to a list of authors',
    files: { 'in/hugo.toml': hugo, 'in/data/a.txt': '' },
    links: { 'in/data/authors.yml': '../../out/authors.yml' },
  },
  {
    name: 'a link to an author’s folder',
    files: { 'in/hugo.toml': hugo, 'in/content/authors/a.txt': '' },
    links: { 'in/content/authors/key': '../../../out' },
  },
  {
    name: 'a link in an author’s folder',
    files: { 'in/hugo.toml': hugo, 'in/content/authors/key/a.txt': '' },
    links: { 'in/content/authors/key/_index.md': '../../../../out/_index.md' },
  },
  {
    name: 'a link in place of the folder of content',
    files: { 'in/hugo.toml': hugo },
    links: { 'in/content': '../out' },
  },
  {
    name: 'content that is said to be beside the site',
    files: { 'in/hugo.toml': `${hugo}contentDir = "../out"\n` },
  },
  {
    name: 'a blog that is said to be beside the site',
    files: {
      'in/docusaurus.config.js': `export default { presets: [['classic', { blog: { path: '../out' } }]] };`,
    },
  },
  {
    name: 'documents that are said to be beside the site',
    files: { 'in/mkdocs.yml': 'docs_dir: ../out\nplugins: [{blog: {blog_dir: ../../out}}]\n' },
  },
  {
    name: 'a link to a collection of Astro’s',
    files: { 'in/astro.config.mjs': astro, 'in/src/a.txt': '' },
    links: { 'in/src/content': '../../out' },
  },
  {
    name: 'a link to Astro’s pages',
    files: { 'in/astro.config.mjs': astro, 'in/src/content/blog/post.md': post },
    links: { 'in/src/pages': '../../out' },
  },
  {
    name: 'a link to what Eleventy’s posts have in common',
    files: { 'in/eleventy.config.js': '', 'in/posts/post.md': post },
    links: { 'in/posts/posts.json': '../../out/posts.json' },
  },
  {
    name: 'a link to what Quarto’s posts have in common',
    files: { 'in/_quarto.yml': 'website: {}\n', 'in/posts/post.md': post },
    links: { 'in/posts/_metadata.yml': '../../out/_metadata.yml' },
  },
  {
    name: 'configuration above the workspace’s folder',
    files: { 'hugo.toml': outside['out/hugo.toml']!, '.git/HEAD': '', 'in/content/post.md': post },
    root: 'in/content',
    within: 'in',
  },
  {
    name: 'configuration above the repository',
    files: { 'hugo.toml': outside['out/hugo.toml']!, 'in/.git/HEAD': '', 'in/content/post.md': post },
    root: 'in/content',
  },
  {
    name: 'configuration above a folder that is in no repository',
    files: { 'hugo.toml': outside['out/hugo.toml']! },
  },
  {
    name: 'configuration above a folder that is not in the workspace’s',
    files: { 'hugo.toml': outside['out/hugo.toml']! },
    within: 'out',
  },
  {
    name: 'a link to configuration above the chosen folder',
    files: { 'in/content/post.md': post },
    links: { 'in/hugo.toml': '../out/hugo.toml' },
    root: 'in/content',
    within: 'in',
  },
];

describe('a folder of posts is not left', () => {
  let all: string;

  beforeEach(async () => {
    all = await realpath(await mkdtemp(join(tmpdir(), 'byline-bounds-')));
  });
  afterEach(() => rm(all, { recursive: true }));

  for (const { name, files = {}, links = {}, root = 'in', within } of cases) {
    it(`by ${name}`, async () => {
      await write({ ...outside, 'in/post.md': post, 'in/content/posts/post.md': post, ...files }, links);
      const uriOf = (path: string) => pathToFileURL(join(all, path)).href;
      const opened: string[] = [];
      const reading = await readFolder(
        { kind: 'folder', location: root },
        uriOf(root),
        noting(opened),
        { parse: async request => parse(request) },
        { now: Date.parse('2026-11-23'), ...(within !== undefined && { within: uriOf(within) }) },
      );
      assert.ok(reading && opened.length > 0);
      assert.deepEqual(
        opened.filter(path => !`${path}${sep}`.startsWith(join(all, 'in') + sep)),
        [],
      );
      assert.doesNotMatch(JSON.stringify(reading), /secret/i);
    });
  }

  it('though what is inside of it and of its repository counts', async () => {
    await write({ 'in/.git/HEAD': '', 'in/hugo.toml': hugo, 'in/content/posts/post.md': post }, {});
    const { href } = pathToFileURL(join(all, 'in/content/posts'));
    const reading = await readFolder({ kind: 'folder', location: 'posts' }, href, nodeFileSystem, {
      parse: async request => parse(request),
    });
    assert.equal(reading?.entries[0]?.record.url, 'https://site.example/posts/post/');
  });

  async function write(files: Readonly<Record<string, string>>, links: Readonly<Record<string, string>>) {
    for (const path of Object.keys({ ...files, ...links })) {
      await mkdir(dirname(join(all, path)), { recursive: true });
    }
    for (const [path, target] of Object.entries(links)) {
      // What stands there by default gives way.
      await rm(join(all, path), { recursive: true, force: true });
      await symlink(target.startsWith('/') ? join(all, target) : target, join(all, path));
    }
    for (const [path, text] of Object.entries(files)) {
      const isLinked = Object.keys(links).some(link => `${path}/`.startsWith(`${link}/`));
      if (!isLinked) await writeFile(join(all, path), text);
    }
  }

  /** The real file system, which notes the real path of whatever is opened. */
  function noting(opened: string[]): FileSystem {
    const note = async (uri: string) => {
      const path = await realpath(fileURLToPath(uri)).catch(() => undefined);
      if (path !== undefined) opened.push(path);
    };
    return {
      ...nodeFileSystem,
      list: async uri => {
        await note(uri);
        return nodeFileSystem.list(uri);
      },
      read: async (uri, most) => {
        await note(uri);
        return nodeFileSystem.read(uri, most);
      },
    };
  }
});
