/** The URI of the folder that a document's bibliography stands in or below: the current one, or the document's own. */
export function bibliographyRoot(path: string, uriOf: (path: string) => string): string {
  const [uri, here] = [uriOf(path), uriOf('.').replace(/\/+$/, '')];
  return uri.startsWith(`${here}/`) ? here : uri.slice(0, uri.lastIndexOf('/'));
}
