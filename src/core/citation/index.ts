export { type Cited, type CiteRequest, cite } from './cite';
export { citeAlso, joinCitations } from './citeAlso';
export { citationKey } from './key';
export { type Citation, type CitationFormat, citationFormats, renderCitation } from './render';
export {
  parseTemplate,
  type Template,
  type TemplateFault,
  type TemplateFaultCode,
  templateFields,
} from './template';
export { templateFaultText } from './templateFaultText';
export { defaultWording, templateFaults, type Wording, type WordingFault, wordingFaults } from './wording';
