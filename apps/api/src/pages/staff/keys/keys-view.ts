import { addDays, localDateOf, type LocalDate, type Temporal } from '#domain';
import type { ApiKeyRecord } from '#use-cases';
import type { ChoiceView, ErrorSummaryView, InputView } from '../../frame/form/index.js';
import { page, type ShownPage } from '../../frame/page.js';
import { keysWords as w } from '../../words/desk-keys.js';

interface KeyRow {
  id: string;
  name: string;
  holder: string;
  made: string;
  lastUsed: string;
  ends: string;
  /** Null: it is over already. */
  stop: string | null;
}

interface KeysView {
  heading: string;
  intro: string;
  make: string;
  none: string;
  columns: { holder: string; made: string; lastUsed: string; ends: string };
  rows: KeyRow[];
  stop: string;
}

interface NewKeyView {
  heading: string;
  form: { name: InputView; role: ChoiceView; staff: ChoiceView; company: ChoiceView; lastDay: InputView };
  errors: ErrorSummaryView | null;
  make: string;
}

interface MadeKeyView {
  heading: string;
  text: string;
  /** Empty when it was shown before. */
  key: string;
  back: { href: string; label: string };
}

const keysPage = page<KeysView>('staff/keys/keys');
export const newKeyPage = page<NewKeyView>('staff/keys/new-key');
export const madeKeyPage = page<MadeKeyView>('staff/keys/made-key');

export function keysView(records: readonly ApiKeyRecord[]): ShownPage {
  return keysPage({
    title: w.keysTab,
    heading: w.keysHeading,
    intro: w.keysIntro,
    make: w.makeNew,
    none: w.noKeys,
    columns: { holder: w.actsAs, made: w.made, lastUsed: w.lastUsed, ends: w.ends },
    rows: records.map(rowOf),
    stop: w.stop,
    messages: { stoppet: w.stopped },
  });
}

function rowOf({ apiKey, holder, madeBy, isOver }: ApiKeyRecord): KeyRow {
  const day = (at: Temporal.Instant): string => dateInFull(localDateOf(at));
  const { endsAt, revokedAt, lastUsedOn } = apiKey;
  return {
    id: apiKey.id,
    name: apiKey.name,
    holder: holder === null ? w.keyRoles[apiKey.role] : `${w.keyRoles[apiKey.role]}: ${holder}`,
    made: w.madeBy(day(apiKey.madeAt), madeBy ?? ''),
    lastUsed: lastUsedOn === null ? w.never : dateInFull(lastUsedOn),
    ends: endOf(),
    stop: isOver ? null : w.stopOf(apiKey.name),
  };

  function endOf(): string {
    if (revokedAt) return w.revokedOn(day(revokedAt));
    if (!endsAt) return w.noEnd;
    // It ends with the day, which is when the next one begins.
    const last = dateInFull(addDays(localDateOf(endsAt), -1));
    return isOver ? w.endedOn(last) : last;
  }
}

/** With the year: keys are old. */
const dateInFull = (date: LocalDate): string => date.split('-').reverse().map(Number).join('.');
