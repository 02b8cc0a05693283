/** The first of a field's addresses, which white space parts, or a semicolon or comma. */
export const firstAddress = (field: string): string => field.split(/[;,]?\s|;(?=https?:)/i, 1)[0]!;
