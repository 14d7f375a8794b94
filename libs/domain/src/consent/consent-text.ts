import type { LocalDate } from '../kernel/index.js';
import type { ConsentKind } from './consent.js';

export interface ConsentText {
  kind: ConsentKind;
  version: string;
  /** From this day on people agree to these words. */
  from: LocalDate;
  da: string;
  en: string;
}

/** Words that people agree to. A change is a new row with a later day: the old ones stay readable. */
export const consentTexts: readonly ConsentText[] = [
  {
    kind: 'card',
    version: 'kort-2026-1',
    from: '2026-01-01',
    da: 'Firmaet må se de punkter, jeg har valgt. De ser ikke mit navn og ikke mit nummer.',
    en: 'The company may see the points I have chosen. They do not see my name or my number.',
  },
  {
    kind: 'messages',
    version: 'beskeder-2026-1',
    from: '2026-01-01',
    da: 'Kommunen må skrive til mig om jobbet på SMS eller mail.',
    en: 'The municipality may write to me about the job by SMS or e-mail.',
  },
];

/** The words in force on a day. @throws when there were none, which is a fault in the list. */
export function consentTextOn(kind: ConsentKind, day: LocalDate): ConsentText {
  const text = consentTexts.findLast((one) => one.kind === kind && one.from <= day);
  if (!text) throw new Error(`No words for ${kind} on ${day}`);
  return text;
}

/** The words of a version that somebody agreed to once. */
export const consentText = (version: string): ConsentText | undefined =>
  consentTexts.find((one) => one.version === version);
