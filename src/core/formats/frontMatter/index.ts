export { fieldsOf } from './fields';
export { readFrontMatter } from './frontMatter';
export { readConfigFile } from './generators/configFile';
export { type MarkdownPost, readMarkdownPost } from './markdownPost';
export { below, folderOf, joinPath } from './path';
export { isSiteConfig, isSiteData, readSite, readSiteData } from './readSite';
export type { GeneratorName, PostFolder, SiteConventions } from './site';
