/**
 * What Pandoc reads as a citation key without braces, as the source of a pattern (flag `u`): marks stand between letters
 * or digits only, but for those of an address (`url:https://…`).
 */
export const plainKey = String.raw`[\p{L}\p{N}_](?:[\p{L}\p{N}_]|[:.#$%&\-+?<>~/](?=[\p{L}\p{N}_])|[:/](?=/))*`;
