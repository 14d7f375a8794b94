/** A one-time code has six digits; people may paste it with spaces. */
export const CODE_MINUTES = 10;
/** Read aloud by the contact: there is a walk, or a bus, before it is typed. */
export const SPOKEN_CODE_MINUTES = 30;

/** How often codes are sent, and how often they may be typed (docs/adr/0011). */
export const codeLimits = {
  secondsBetween: 60,
  perAddress: { hour: 5, day: 10 },
  /** Fewer, so that nobody alone can use up what there is for somebody else. */
  perAddressAndCaller: { hour: 3, day: 6 },
  perCaller: {
    /** Wishes in an hour, each wrong try counted as several: many share the library's computer, few of them guess. */
    hour: 100,
    weightOfWrongTry: 3,
    /** From here on nothing is kept for the caller either. */
    keptInAnHour: 1_000,
  },
  tries: {
    perCode: 5,
    /** Of all codes sent to one address, in a day. */
    perAddress: 50,
    /** Wrong ones of one caller in an hour; then only codes that were sent can be typed from there. */
    perCaller: 30,
  },
} as const;

/** What was asked before, whether the address is known or not. */
export interface CodesAsked {
  /** Seconds since a code was last sent to the address; null: not within the day. */
  secondsSinceLast: number | null;
  /** Codes sent to the address. */
  byAddress: { hour: number; day: number };
  /** Those of them that the same caller asked for. */
  byBoth: { hour: number; day: number };
  /** Within the hour: what the caller asked for, sent or not, and what was typed wrong there. */
  byCaller: { asked: number; wrongTries: number };
  /** What this browser could type a code into already; `fresh`: one was sent a moment ago. */
  here: 'nothing' | 'something' | 'fresh';
}

/**
 * `send`: a code. `keep`: a place to type a code that somebody has already, into which nothing is sent. `nothing`:
 * there is such a place, or the caller has too many of them.
 */
export interface CodeAnswer {
  what: 'send' | 'keep' | 'nothing';
  /** Seconds until there is a code to be had, 0 when one is on its way. */
  wait: number;
}

/** A form that is sent twice has asked once; `another` says that the person wants a new one. */
export function answerToWish(asked: CodesAsked, another: boolean): CodeAnswer {
  const wait = waitForCode(asked);
  if (wait === 0) return { what: 'send', wait };
  if (asked.here === 'fresh' && !another) return { what: 'nothing', wait: 0 };
  const isRoom = asked.here === 'nothing' && weightOf(asked.byCaller) < codeLimits.perCaller.keptInAnHour;
  return { what: isRoom ? 'keep' : 'nothing', wait };
}

/** Seconds to wait before the next code, 0 for none. */
export function waitForCode({ secondsSinceLast, byAddress, byBoth, byCaller }: CodesAsked): number {
  const { perAddress, perAddressAndCaller, perCaller, secondsBetween } = codeLimits;
  const tooMany =
    isReached(byAddress, perAddress) ||
    isReached(byBoth, perAddressAndCaller) ||
    weightOf(byCaller) >= perCaller.hour;
  if (tooMany) return 3_600;
  if (secondsSinceLast === null) return 0;
  return Math.max(0, secondsBetween - Math.floor(secondsSinceLast));
}

interface Often {
  hour: number;
  day: number;
}

const isReached = (often: Often, limit: Often): boolean => often.hour >= limit.hour || often.day >= limit.day;

const weightOf = ({ asked, wrongTries }: CodesAsked['byCaller']): number =>
  asked + codeLimits.perCaller.weightOfWrongTry * wrongTries;

/** What was typed as six digits; undefined when it cannot be a code. */
export function readCode(typed: string): string | undefined {
  const digits = typed.replace(/[\s.-]/g, '');
  return /^\d{6}$/.test(digits) ? digits : undefined;
}
