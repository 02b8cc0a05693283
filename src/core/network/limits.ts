/** What one `HttpClient.get` may take, redirects included. */
export interface HttpLimits {
  /** In ms, from the call to the last byte: slow names, headers and bodies all count. */
  readonly total: number;
  /** In ms, for each connection: name, TCP and TLS. */
  readonly connect: number;
  /** In bytes, for a body as sent and as decoded. */
  readonly body: number;
  /** In bytes, for the headers of an answer. */
  readonly headers: number;
  readonly redirects: number;
}

export const defaultLimits: HttpLimits = {
  total: 20_000,
  connect: 10_000,
  body: 15 * 1024 * 1024,
  headers: 32 * 1024,
  redirects: 5,
};
