export { mergePersons, splitSpelling } from './decision';
export type { Shared } from './evidence';
export type { Person, Why } from './namePersons';
export { createPersons, type Persons } from './persons';
export { spellingText, whyText } from './spellingText';
