import assert from 'node:assert/strict';
import { mayChangePosts } from '../../../src/vscode/sources/mayChangePosts';

describe('a change in a folder of posts', () => {
  const matters = (paths: string) =>
    paths
      .trim()
      .split(/\s+/)
      .map(path => [path, mayChangePosts(path)]);
  const all = (paths: string, is: boolean) =>
    paths
      .trim()
      .split(/\s+/)
      .map(path => [path, is]);

  it('matters where it is of a post, a folder, or what tells of the site', () => {
    const paths = `/a.md /2021/b.MDX /c.qmd /drafts /docs/posts /_config.yml /config.toml /config/_default/menus.en.toml
      /hugo.yaml /astro.config.mjs /src/content.config.ts /.vitepress/config/index.mts /.eleventy.js /_data/metadata.js
      /blog/authors.yml /.authors.yml /data/authors/ann.toml /content/author/ann/_index.md /blog/tags.yml
      /pelicanconf.py /data/siteMetadata.js /mkdocs.yml /_quarto.yml`;
    assert.deepEqual(matters(paths), all(paths, true));
    assert.ok(mayChangePosts(''));
  });

  it('does not matter where it is of code, data or pictures', () => {
    const paths = `/photo.jpg /src/index.ts /lib/parse.js /package.json /tsconfig.json /dist/extension.js.map /posts.json
      /refs.bib /node_modules/x/readme.md /.git/HEAD /.git /.github/workflows/build.yml /tests/data.toml /page.html`;
    assert.deepEqual(matters(paths), all(paths, false));
  });
});
