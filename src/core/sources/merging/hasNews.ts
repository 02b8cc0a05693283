import { claiming, type Telling } from './claiming';

/** Whether a reading says anything that the source did not say before, in small steps. */
export function* hasNews(telling: Telling): Generator<void, boolean> {
  const claims = yield* claiming(telling);
  return claims.some(
    ({ status, now, before }) => status === 'dropped' || (status === 'told' && now !== before),
  );
}
