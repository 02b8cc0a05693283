export { check, checking } from './check';
export type { CheckOptions, StaleList } from './checkOptions';
export {
  defaultSeverities,
  type Finding,
  type FindingCode,
  type Fix,
  findingCodes,
  type Severity,
} from './finding';
export { findingText, fixText } from './findingText';
export { ignoring } from './suppressed';
