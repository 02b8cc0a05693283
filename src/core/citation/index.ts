export { type Cited, type CiteRequest, cite } from './cite';
export { citeAlso, joinCitations } from './citeAlso';
export { citationKey } from './key';
export { type Citation, type CitationFormat, citationFormats, renderCitation } from './render';
export { defaultWording, type Wording } from './wording';
