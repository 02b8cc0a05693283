export { mergePersons, splitSpelling } from './decision';
export type { Shared } from './evidence';
export type { Person, Why } from './namePersons';
export { createPersons, type Persons } from './persons';
export { type Similar, similarPersons } from './similarPersons';
export { sharedText, spellingText, whyText } from './spellingText';
