import { deskActions, type DeskAction } from '#domain';
import type { Consequences } from '#use-cases';
import { capital } from '../../words/choices.js';
import { shiftsWords as w } from '../../words/desk-shifts.js';

/** What was done and what it stopped and started, small enough for an address: `check-in_cT12`. */
export function followedCode(action: DeskAction, consequences: Consequences): string {
  const { caseClosed, caseOpened, tasksDone, tasksMade, told } = consequences;
  const marks = [
    caseClosed ? 'c' : '',
    caseOpened ? 'C' : '',
    tasksDone > 0 ? 't' : '',
    tasksMade > 0 ? 'T' : '',
    ...told.map((receiver) => receivers.indexOf(receiver)),
  ];
  return `${action}_${marks.join('')}`;
}

const receivers: readonly Consequences['told'][number][] = ['citizen', 'company', 'staff'];

/** The sentences for a code of an address; nothing for what is no such code. */
export function followedMessages(code: unknown): Record<string, string> {
  const parts = typeof code === 'string' ? /^([a-z-]+)_([cCtT012]{0,7})$/.exec(code) : null;
  const action = deskActions.find((one) => one === parts?.[1]);
  if (!parts || !action) return {};
  const marks = parts[2]!;
  const told = receivers.filter((_, at) => marks.includes(String(at))).map((one) => w.receivers[one]);
  const sentences = [
    w.done[action],
    marks.includes('c') ? w.caseClosedNow : '',
    marks.includes('C') ? w.caseOpenedNow : '',
    marks.includes('t') ? w.tasksDone : '',
    marks.includes('T') ? w.tasksMade : '',
    told.length > 0 ? capital(w.gets(new Intl.ListFormat('da').format(told))) : w.nobodyTold,
  ];
  return { [parts[0]]: sentences.filter(Boolean).join(' ') };
}
