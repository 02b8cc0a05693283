import { cleanText } from '../text';
import { plainText, type Translate } from '../translate';
import { nearestName } from './nearestName';
import { type TemplateFault, type TemplateFaultCode, templateFields } from './template';

/** What is wrong with a template, and what to write instead. */
export function templateFaultText(fault: TemplateFault, translate: Translate = plainText): string {
  const { code, detail, field } = fault;
  const names = field ? templateFields[field] : Object.keys(templateFields);
  const text = translate(templateFaultMessages[code], cleanText(detail.slice(0, 200)), names.join(', '));
  const meant = code === 'unknownField' || code === 'unknownFilter' ? nearestName(detail, names) : undefined;
  return meant ? `${text} ${translate('Did you mean “{0}”?', meant)}` : text;
}

/** By code; `{0}` is the fault's detail, `{1}` the names that fit. */
export const templateFaultMessages: Record<TemplateFaultCode, string> = {
  unknownField: 'There is no field “{0}”. Fields are {1}.',
  unknownFilter: 'There is no filter “{0}”. This field has: {1}.',
  unfitFilter: 'The filter “{0}” does not go with this field. It has: {1}.',
  doubledFilter: 'The filter “{0}” stands there twice.',
  unknownOption: 'Behind a field stands prefix="…" or suffix="…", not “{0}”.',
  doubledOption: 'This stands there twice: {0}',
  unclosedQuote: 'A quotation mark is missing behind {0}',
  unclosedBrace: 'The brace is not closed: {0}',
  strayBrace: 'This brace closes none. As text it is written \\}.',
  doubledBrace: 'Braces stand singly: {title}. As text they are written \\{ and \\}.',
  lineBreak: 'A template is one line.',
  unpairedBracket: 'This bracket has no partner, so it would break the link. As text it is written \\{0}.',
};
