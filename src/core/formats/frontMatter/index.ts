export { readConfigFile } from './generators/configFile';
export { type MarkdownPost, readMarkdownPost } from './markdownPost';
export { mayBePost } from './pages';
export { folderOf, joinPath } from './path';
export { isSiteConfig, isSiteData, pageFolders, readSite, readSiteData } from './readSite';
export type { SiteConventions } from './site';
