import { addDays, localDateOf, type Language, type LocalDate, type Temporal } from '#domain';
import type { ApiKeyRecord } from '#use-cases';
import type { ShownPage } from '../frame/page.js';
import { staffWords } from '../words/staff.js';
import { keysPage, type KeyRow } from './views.js';

export function keysView(records: readonly ApiKeyRecord[], language: Language): ShownPage {
  const w = staffWords[language];
  return keysPage({
    title: w.keysTab,
    heading: w.keysHeading,
    intro: w.keysIntro,
    make: w.makeNew,
    none: w.noKeys,
    columns: { holder: w.actsAs, made: w.made, lastUsed: w.lastUsed, ends: w.ends },
    rows: records.map((record) => rowOf(record, language)),
    stop: w.stop,
    messages: { stoppet: w.stopped },
  });
}

function rowOf({ apiKey, holder, madeBy, isOver }: ApiKeyRecord, language: Language): KeyRow {
  const w = staffWords[language];
  const day = (at: Temporal.Instant): string => dateInFull(localDateOf(at), language);
  const { endsAt, revokedAt, lastUsedOn } = apiKey;
  return {
    id: apiKey.id,
    name: apiKey.name,
    holder: holder === null ? w.keyRoles[apiKey.role] : `${w.keyRoles[apiKey.role]}: ${holder}`,
    made: w.madeBy(day(apiKey.madeAt), madeBy ?? ''),
    lastUsed: lastUsedOn === null ? w.never : dateInFull(lastUsedOn, language),
    ends: endOf(),
    stop: isOver ? null : w.stopOf(apiKey.name),
  };

  function endOf(): string {
    if (revokedAt) return w.revokedOn(day(revokedAt));
    if (!endsAt) return w.noEnd;
    // It ends with the day, which is when the next one begins.
    const last = dateInFull(addDays(localDateOf(endsAt), -1), language);
    return isOver ? w.endedOn(last) : last;
  }
}

/** With the year: keys are old. */
const dateInFull = (date: LocalDate, language: Language): string =>
  language === 'da' ? date.split('-').reverse().map(Number).join('.') : date;
