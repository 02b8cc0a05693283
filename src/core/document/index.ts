export { CitationIndex, citedTarget } from './citationIndex';
export { citationsIn, type DocumentCitation, findingCitations, type Span } from './citationsIn';
export { isCrossReference } from './crossReference';
export { type Dialect, dialectOf } from './dialect';
export { DocumentAnalysis } from './documentAnalysis';
export { findingTargets } from './findingTargets';
export { KnownPosts, type PostsFollower } from './knownPosts';
export { isNotebook, matterOf, readingNotebook, spanInFile } from './notebook';
