import { short } from './measure';

/** What a figure is to be at 100,000 posts. */
export interface Goal {
  readonly most?: number;
  readonly least?: number;
}

/** A figure with its goal beside it: "6.7 ≤ 16", with an exclamation mark where it is missed. */
export function withGoal(value: number | undefined, { most, least }: Goal): string {
  if (value === undefined || Number.isNaN(value)) return '-';
  const isMissed = (most !== undefined && value > most) || (least !== undefined && value < least);
  const goal = most !== undefined ? `≤ ${most}` : `≥ ${Number(least?.toFixed(3))}`;
  return `${short(value)} ${goal}${isMissed ? ' !' : ''}`;
}

/** 99 of 100 delays of the extension host's event loop, in ms. */
export const eventLoopDelay: Goal = { most: 50 };
