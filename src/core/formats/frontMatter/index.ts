export { authorKey, type KnownAuthors, readKnownAuthors } from './authors';
export { type FrontMatter, readFrontMatter } from './frontMatter';
export { type MarkdownPost, readMarkdownPost } from './markdownPost';
export type { GeneratorName, PostFolder, SiteConventions } from './site';
export { readKnownTopics } from './topics';
