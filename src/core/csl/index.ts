export { createFormatter } from './createFormatter';
export { type CslCite, type CslData, type CslEntry, CslError, type CslFormatter } from './formatter';
