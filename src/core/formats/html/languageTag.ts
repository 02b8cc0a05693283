/** A BCP 47 tag as pages write it, also with "_". */
export function languageTag(text: string): string | undefined {
  const tag = text.trim().replace('_', '-');
  return /^[a-z]{2,3}(?:-[a-z\d]{2,8})*$/i.test(tag) ? tag : undefined;
}
