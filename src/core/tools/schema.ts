/** The part of JSON Schema (2020-12) that the inputs of tools need. */
export type Schema = StringSchema | IntegerSchema | ObjectSchema;

interface StringSchema {
  readonly type: 'string';
  readonly description: string;
  readonly enum?: readonly string[];
  readonly minLength?: number;
  /** In UTF-16 units, which for what comes from people is what JSON Schema means. */
  readonly maxLength?: number;
}

interface IntegerSchema {
  readonly type: 'integer';
  readonly description: string;
  readonly minimum: number;
  readonly maximum: number;
  readonly default?: number;
}

export interface ObjectSchema {
  readonly type: 'object';
  readonly description?: string;
  readonly properties: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly additionalProperties: false;
}

/** What is wrong with an input, and what is right, in a sentence; `undefined` where nothing is. */
export function inputFault(schema: ObjectSchema, input: unknown): string | undefined {
  return fault(schema, input, '');
}

function fault(schema: Schema, value: unknown, name: string): string | undefined {
  switch (schema.type) {
    case 'string': {
      const { enum: choices, minLength = 0, maxLength = Number.POSITIVE_INFINITY } = schema;
      if (typeof value !== 'string') return hasToBe(name, 'a text', value);
      if (choices && !choices.includes(value)) return hasToBe(name, `one of ${choices.join(', ')}`, value);
      if (value.trim().length < minLength) return `“${name}” is empty. ${schema.description}`;
      return value.length > maxLength
        ? `“${name}” has ${value.length} characters; at most ${maxLength} are taken.`
        : undefined;
    }
    case 'integer': {
      const { minimum, maximum } = schema;
      const isIt = Number.isInteger(value) && (value as number) >= minimum && (value as number) <= maximum;
      return isIt ? undefined : hasToBe(name, `a whole number from ${minimum} to ${maximum}`, value);
    }
    default:
      return objectFault(schema, value, name);
  }
}

function objectFault(
  { properties, required = [] }: ObjectSchema,
  value: unknown,
  name: string,
): string | undefined {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    return hasToBe(name || 'arguments', 'an object', value);
  const inside = (property: string) => (name ? `${name}.${property}` : property);
  const names = Object.keys(properties);
  for (const property of required) {
    if (!Object.hasOwn(value, property))
      return `“${inside(property)}” is missing. ${properties[property]!.description ?? ''}`.trim();
  }
  for (const [property, part] of Object.entries(value)) {
    if (!Object.hasOwn(properties, property))
      return `There is no “${inside(property.slice(0, 60))}” here; there is ${names.join(', ')}.`;
    const found = fault(properties[property]!, part, inside(property));
    if (found) return found;
  }
  return undefined;
}

const hasToBe = (name: string, what: string, value: unknown): string =>
  `“${name}” has to be ${what}, not ${shown(value)}.`;

/** What a value is, without copying a large one. */
function shown(value: unknown): string {
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'object' && value !== null) return 'an object';
  return typeof value === 'string' ? JSON.stringify(value.slice(0, 60)) : String(value);
}
