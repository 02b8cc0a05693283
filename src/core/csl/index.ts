export { createFormatter } from './createFormatter';
export { type CslCite, type CslData, type CslEntry, CslError, type CslFormatter } from './formatter';
export { neededLocales } from './neededLocales';
export { localeFor, shippedLocales, shippedStyles } from './shipped';
