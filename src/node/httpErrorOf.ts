import { HttpError, type HttpErrorCode } from '../core/network/httpError';
import { isOffline } from './isOffline';

/** What an error of Node's means to the user; an `HttpError` stays as it is. */
export function httpErrorOf(error: unknown, host: string): HttpError {
  if (error instanceof HttpError) return error;
  if (isOffline(error)) return new HttpError('offline', host, { cause: error });
  const { code = '', message = '' } = error as NodeJS.ErrnoException;
  if (code === 'HPE_HEADER_OVERFLOW') return new HttpError('tooLarge', 'in its headers', { cause: error });
  const meaning = meanings.find(([pattern]) => pattern.test(code))?.[1] ?? 'noConnection';
  return new HttpError(meaning, meaning === 'badEncoding' ? code || message : host, { cause: error });
}

/** By `code`, the first that fits. */
const meanings: readonly (readonly [code: RegExp, meaning: HttpErrorCode])[] = [
  [/^(?:ENOTFOUND|EAI_\w+)$/, 'unknownHost'],
  [/^ETIMEDOUT$/, 'timedOut'],
  [/^(?:Z_|ERR__ERROR_|ERR_BROTLI|ERR_PADDING|ERR_TRAILING_JUNK)/, 'badEncoding'],
  [
    /CERT|^ERR_TLS|^(?:UNABLE_TO|HOSTNAME_MISMATCH|INVALID_(?:CA|PURPOSE)|PATH_LENGTH_EXCEEDED|CRL_)/,
    'badCertificate',
  ],
  [/^(?:HPE_|ERR_HTTP|ERR_SSL|EPROTO)/, 'badResponse'],
];
