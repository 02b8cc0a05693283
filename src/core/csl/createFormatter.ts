import { type CslData, CslError, type CslFormatter } from './formatter';

/**
 * A formatter of a style.
 * @throws CslError when the style is none
 */
export function createFormatter(_: CslData): CslFormatter {
  throw new CslError('Citation styles cannot be used yet.');
}
