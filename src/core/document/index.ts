export { CitationIndex, citedTarget } from './citationIndex';
export { citationsIn, type DocumentCitation, findingCitations } from './citationsIn';
export { dialectOf } from './dialect';
