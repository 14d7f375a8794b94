/** A one-time code has six digits; people may paste it with spaces. */
export const CODE_MINUTES = 10;
/** Read aloud by the contact: there is a walk, or a bus, before it is typed. */
export const SPOKEN_CODE_MINUTES = 30;
export const CODE_TRIES = 5;

/** How often codes are asked for: by one address, and by one caller, since many share the library's computer. */
export const codeLimits = {
  secondsBetween: 60,
  perAddress: { hour: 5, day: 10 },
  perCaller: { hour: 30 },
} as const;

/** What was asked before, whether the address is known or not. */
export interface CodesAsked {
  /** Seconds since the address last asked; null: not within the day. */
  secondsSinceLast: number | null;
  byAddress: { hour: number; day: number };
  byCaller: { hour: number };
}

/** Seconds to wait before the next code, 0 for none. */
export function waitForCode({ secondsSinceLast, byAddress, byCaller }: CodesAsked): number {
  const tooMany =
    byAddress.day >= codeLimits.perAddress.day ||
    byAddress.hour >= codeLimits.perAddress.hour ||
    byCaller.hour >= codeLimits.perCaller.hour;
  if (tooMany) return 3_600;
  if (secondsSinceLast === null) return 0;
  return Math.max(0, codeLimits.secondsBetween - Math.floor(secondsSinceLast));
}

/** What was typed as six digits; undefined when it cannot be a code. */
export function readCode(typed: string): string | undefined {
  const digits = typed.replace(/[\s.-]/g, '');
  return /^\d{6}$/.test(digits) ? digits : undefined;
}
