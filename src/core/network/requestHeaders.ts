import type { HttpRequest, Validators } from '../ports';

/** Of an `ETag` that is sent back; a longer one would make servers refuse the request for ever. */
const maxLength = 2048;

/** `Accept`, and the headers of a conditional request (RFC 9110, section 13.1), by name in lower case. */
export function requestHeaders({ accept = '*/*', validators = {} }: HttpRequest): Record<string, string> {
  const { etag, lastModified } = validators;
  return {
    accept,
    ...(isSendable(etag) && { 'if-none-match': etag }),
    ...(isSendable(lastModified) && { 'if-modified-since': lastModified }),
  };
}

/** Whether an answer may be 304: a server that says so to any other request makes no sense. */
export function isConditional({ validators = {} }: HttpRequest): boolean {
  return isSendable(validators.etag) || isSendable(validators.lastModified);
}

/** What the next request for the same address takes as `HttpRequest.validators`. */
export function validatorsOf(headers: ReadonlyMap<string, string>): Validators {
  const [etag, lastModified] = [headers.get('etag'), headers.get('last-modified')];
  return { ...(isSendable(etag) && { etag }), ...(isSendable(lastModified) && { lastModified }) };
}

function isSendable(value: string | undefined): value is string {
  return (
    value !== undefined && value !== '' && value.length <= maxLength && /^[ -~\u0080-\u00ff]*$/.test(value)
  );
}
