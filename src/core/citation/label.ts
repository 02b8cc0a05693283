/** A citation key as the label of a definition: what would end or change a label becomes a hyphen. */
export function labelOf(id: string): string {
  return id.replace(/[\s[\]\\^`<>&*_~|@!]+/gu, '-').replace(/^-+|-+$/g, '') || 'post';
}

/** Equal for the labels that CommonMark takes for the same: case and runs of white space don't count. */
export function normalLabel(label: string): string {
  return label.trim().replace(/\s+/gu, ' ').toLowerCase().toUpperCase();
}
