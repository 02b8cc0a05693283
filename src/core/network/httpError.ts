import { problemText } from '../problemText';

/** Why there is no answer to a request. */
export type HttpErrorCode =
  /** The text is no address, or none that is complete. */
  | 'invalidAddress'
  /** Neither http nor https. */
  | 'unusableScheme'
  /** A port that browsers refuse, as another protocol lives there. */
  | 'blockedPort'
  /** This computer or a private network, by its name or by what the name resolves to; `detail` is the host to allow. */
  | 'privateAddress'
  /** The name resolves to nothing, as it is misspelled, has gone, or this computer is offline. */
  | 'unknownHost'
  /** This computer seems to be offline: it has no network, or nothing leads from there to the host or a name server. */
  | 'offline'
  /** The host does not take connections. */
  | 'noConnection'
  | 'badCertificate'
  /** No whole answer within the time that the limits leave. */
  | 'timedOut'
  | 'tooLarge'
  | 'tooManyRedirects'
  | 'redirectLoop'
  /** The content encoding is unknown, stacked, or not what the bytes are. */
  | 'badEncoding'
  /** The connection ended within the answer. */
  | 'cutOff'
  /** Something that is not HTTP, or that nobody asked for. */
  | 'badResponse'
  /** In a browser: the site does not share its answers with other pages, or could not be reached; browsers don't say which. */
  | 'crossOrigin';

/** What `HttpClient.get` rejects with when it got no answer. Its message is the sentence for the user. */
export class HttpError extends Error {
  override readonly name = 'HttpError';

  /** The client is a bundle of its own, with a class of its own. */
  static override [Symbol.hasInstance](value: unknown): boolean {
    return value instanceof Error && value.name === 'HttpError';
  }

  constructor(
    readonly code: HttpErrorCode,
    /** What `Problem.detail` takes: mostly the host. Never a user name, password or path. */
    readonly detail = '',
    options?: ErrorOptions,
  ) {
    super(problemText({ code, source: '', detail }), options);
  }
}
