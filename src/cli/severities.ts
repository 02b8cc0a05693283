import { defaultSeverities, type FindingCode, type Severity, severities } from '../core/health/finding';
import { type Options, UsageError } from './command';

/** Those that a finding can have, from the gravest on. */
export const levels = severities.filter(severity => severity !== 'off');

const codes = Object.keys(defaultSeverities) as readonly FindingCode[];

/** Of `--severity CODE=SEVERITY`, for one code each. */
export function severitiesOf({ severity = [] }: Options): Partial<Record<FindingCode, Severity>> {
  return Object.fromEntries(
    severity.map(one => {
      const [code, value] = one.split('=');
      const name = codes.find(known => known === code);
      const found = severities.find(known => known === value);
      if (!name || !found) {
        throw new UsageError(
          `--severity takes CODE=SEVERITY, not “${one}”: codes are ${codes.join(', ')}; severities are ${severities.join(', ')}.`,
        );
      }
      return [name, found];
    }),
  );
}
