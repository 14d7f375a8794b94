import {
  firstName,
  type Citizen,
  type Import,
  type Message,
  type MessageTemplate,
  type SmallJob,
  type Task,
} from '#domain';
import type { DemoDay } from './demo-day.js';
import { demoId } from './demo-ids.js';
import { demoPhone } from './phones.js';
import { staffIdOf } from './staff.js';
import { municipalityId } from './town.js';

/**
 * What stands on Mette's desk when somebody signs in as her: a number that was wrong, an SMS nobody knows the fate of,
 * and a citizen who wrote RING. Rows as the worker leaves them; nothing of it sends anything.
 */
export function onTheDesk(
  citizens: readonly Citizen[],
  busy: ReadonlySet<string>,
  smallJobs: readonly SmallJob[],
  day: DemoDay,
): { messages: Message[]; tasks: Task[] } {
  const mette = staffIdOf('vejle', 'Mette');
  const [wrong, unknown, calls] = citizens.filter(
    (one) =>
      one.brokerId === mette && !busy.has(one.id) && one.preferredChannel === 'sms' && !one.sharedPhone,
  );
  const job = smallJobs.find(({ status }) => status === 'open');
  if (!wrong || !unknown || !calls || !job) throw new Error('Nobody is left for the desk of the demo');
  const messages = [
    message(1, wrong, job, { state: 'failed', reason: 'unknown-subscriber', minutes: 42 }, day),
    message(2, unknown, job, { state: 'uncertain', reason: 'timeout', minutes: 31 }, day),
  ];
  return {
    messages,
    tasks: [
      task(
        1,
        { kind: 'correct-number', citizenId: wrong.id, messageId: messages[0]!.id, note: null },
        42,
        day,
      ),
      task(
        2,
        { kind: 'message-not-delivered', citizenId: unknown.id, messageId: messages[1]!.id, note: null },
        31,
        day,
      ),
      task(3, { kind: 'call-citizen', citizenId: calls.id, messageId: null, note: 'Skrev RING' }, 18, day),
    ],
  };
}

const TEMPLATE: MessageTemplate = 'interest-noted';

function message(
  number: number,
  citizen: Citizen,
  job: SmallJob,
  { state, reason, minutes }: { state: 'failed' | 'uncertain'; reason: string; minutes: number },
  day: DemoDay,
): Message {
  const at = day.now.subtract({ minutes });
  return {
    id: demoId('vejle message', number),
    municipalityId: citizen.municipalityId,
    template: TEMPLATE,
    channel: 'sms',
    language: citizen.language,
    receiver: 'citizen',
    to: citizen.phone!,
    data: {
      firstName: firstName(citizen),
      title: job.title,
      contact: 'Mette',
      contactPhone: demoPhone('vejle', 'staff', 1).slice('+45'.length),
    },
    link: null,
    citizenId: citizen.id,
    companyId: null,
    staffId: null,
    question: null,
    subjectId: null,
    escalationStepId: null,
    dedupeKey: `demo:${number}`,
    urgent: false,
    state,
    notBefore: at,
    createdAt: at,
    stateAt: at,
    attempts: 1,
    unasked: 0,
    waitsSince: null,
    claimedAt: null,
    provider: null,
    providerReference: null,
    reason,
  };
}

function task(
  number: number,
  about: Pick<Task, 'kind' | 'citizenId' | 'messageId' | 'note'>,
  minutes: number,
  day: DemoDay,
): Task {
  const at = day.now.subtract({ minutes });
  return {
    id: demoId('vejle desk task', number),
    municipalityId: municipalityId('vejle'),
    staffId: staffIdOf('vejle', 'Mette'),
    smallJobId: null,
    matchId: null,
    offerId: null,
    shiftId: null,
    escalationId: null,
    dueAt: at,
    createdAt: at,
    doneAt: null,
    doneByStaffId: null,
    outcome: null,
    askedByStaffId: null,
    answer: null,
    ...about,
  };
}

export const EARLIER_IMPORT = demoId('vejle import', 1);

/** A list of companies that was loaded nine days ago: what it came to is kept, what it said is forgotten. */
export function earlierImport(day: DemoDay): Import {
  const at = day.now.subtract({ hours: 9 * 24 });
  return {
    id: EARLIER_IMPORT,
    municipalityId: municipalityId('vejle'),
    kind: 'companies',
    state: 'done',
    fileName: null,
    headings: [],
    columns: [],
    updatesExisting: false,
    rowCount: 14,
    lineReached: 15,
    by: { role: 'consultant', staffId: staffIdOf('vejle', 'Mette'), name: 'Mette Holm', apiKey: null },
    tally: { open: 0, created: 14, updated: 0, skipped: 0, failed: 0 },
    createdAt: at,
    startedAt: at,
    finishedAt: at,
    rowsForgottenAt: at.add({ hours: 7 * 24 }),
  };
}
