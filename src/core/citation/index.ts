export { appendSeveral } from './appendSeveral';
export { type Cited, type CiteRequest, cite } from './cite';
export { citeAlso, joinCitations } from './citeAlso';
export { type CiteSeveralRequest, citeSeveral } from './citeSeveral';
export { type Cluster, type ClusteredCite, clusterAt } from './cluster';
export { type CitationDetails, type Locator, type LocatorLabel, locatorLabels } from './details';
export {
  appendToCluster,
  type ClusterChange,
  type ClusterRequest,
  changeCluster,
  detailsOf,
} from './editCluster';
export { escapeText } from './escapeText';
export { fillTemplate, withoutDoubledStop } from './fillTemplate';
export { citationKey, isPandocKey } from './key';
export { normalLabel } from './label';
export { type Citation, type CitationFormat, citationFormats, renderCitation } from './render';
export type { Styled } from './styledCluster';
export {
  parseTemplate,
  type Template,
  type TemplateFault,
  type TemplateFaultCode,
  templateFields,
} from './template';
export { templateFaultText } from './templateFaultText';
export { citedAddress, withoutTextFragment } from './textFragment';
export { defaultWording, templateFaults, type Wording, type WordingFault, wordingFaults } from './wording';
export { type WrittenText, writtenText } from './writtenText';
