const posts = /\.(?:md|mkd|mdown|markdown|mdx|qmd|rmd)$/i;
/** What configures a site of any generator, and lists its people and topics. */
const site =
  /(?:^|[./_-])(?:config|conf|pelicanconf|publishconf|consts|hugo|zola|mkdocs|quarto|eleventy|sitemetadata|site|meta(?:data)?|params|permalinks|languages|authors?|tags)\.(?:ya?ml|toml|json|py|[cm]?[jt]s)$/i;
/** A file for each person. */
const person = /\/_?(?:authors?|people)\/(?:[^/]+\/)?[^/]+\.(?:ya?ml|toml|json)$/i;
const configFolder = /\/(?:config\/_default|\.vitepress\/config|\.vuepress\/config)\/[^/]+$/;
/** Most folders, which come and go with all that is in them. */
const noExtension = /\/[^./]+$/;
const never = /\/(?:node_modules|\.git)(?:\/|$)/;

/**
 * Whether the posts of a folder may be other ones after a change.
 * @param path what changed, from the folder on, as in "/2021/caches.md"; empty for the folder itself.
 */
export function mayChangePosts(path: string): boolean {
  if (path === '') return true;
  return !never.test(path) && [posts, site, person, configFolder, noExtension].some(each => each.test(path));
}
