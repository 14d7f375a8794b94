import {
  consentText,
  consentTextOn,
  isBefore,
  localDateOf,
  Temporal,
  type Citizen,
  type Consent,
  type ConsentKind,
  type ConsentWay,
  type MatchState,
} from '#domain';
import type { UnitOfWork } from '../ports/index.js';

/** One yes, as it stands now: which words, when, how, and when it was taken back. */
export interface MyConsent {
  kind: ConsentKind;
  matchId: string | null;
  /** The job and the company that a card is about. */
  about: { title: string; company: string } | null;
  words: string;
  textVersion: string;
  at: Temporal.Instant;
  how: ConsentWay;
  /** What may be seen now. */
  fields: string[];
  withdrawnAt: Temporal.Instant | null;
  /** It can be taken back with a button. */
  canWithdraw: boolean;
}

/** What companies may see, one for each job that a company was told of. `said` is all lines, oldest first. */
export async function cardConsents(
  unit: UnitOfWork,
  citizen: Citizen,
  said: readonly Consent[],
): Promise<MyConsent[]> {
  const matches = await unit.matches.list({ citizenId: citizen.id, interest: { isNull: false } });
  const jobs = await unit.smallJobs.list({ id: { in: [...new Set(matches.map((one) => one.smallJobId))] } });
  const companies = await unit.companies.list({ id: { in: [...new Set(jobs.map((job) => job.companyId))] } });
  return matches.flatMap(({ id: matchId, interest, smallJobId, state, decidedAt }): MyConsent[] => {
    if (!interest) return [];
    const at = Temporal.Instant.from(interest.at);
    const lines = said.filter((line) => line.matchId === matchId);
    const last = lines.at(-1);
    const job = jobs.find(({ id }) => id === smallJobId);
    const company = companies.find(({ id }) => id === job?.companyId);
    return [
      {
        kind: 'card',
        matchId,
        about: { title: job?.title ?? '', company: company?.name ?? '' },
        ...wordsOf('card', lines, at, citizen),
        at,
        how: interest.how,
        fields: interest.fields,
        withdrawnAt: last?.action === 'withdrawn' ? last.at : ended.includes(state) ? decidedAt : null,
        canWithdraw: state === 'proposed',
      },
    ];
  });
}

/** That we may write: said with the first answer from the number (practice), and whatever was said since. */
export function messagesConsent(citizen: Citizen, said: readonly Consent[]): MyConsent[] {
  const lines = said.filter(({ kind }) => kind === 'messages');
  const given = lines.findLast(({ action }) => action === 'given');
  const at = given?.at ?? citizen.phoneVerifiedAt;
  if (!at) return [];
  const withdrawn = lines.findLast(({ action }) => action === 'withdrawn');
  const withdrawnAt = withdrawn && !isBefore(withdrawn.at, at) ? withdrawn.at : null;
  return [
    {
      kind: 'messages',
      matchId: null,
      about: null,
      ...wordsOf('messages', given ? [given] : [], at, citizen),
      at,
      how: given?.how ?? 'sms',
      fields: [],
      withdrawnAt,
      canWithdraw: withdrawnAt === null,
    },
  ];
}

const ended: readonly MatchState[] = ['rejected', 'withdrawn', 'lapsed'];

/** The words that were agreed to; those of the day for what was said before lines were kept. */
function wordsOf(
  kind: ConsentKind,
  lines: readonly Consent[],
  at: Temporal.Instant,
  { language }: Citizen,
): { words: string; textVersion: string } {
  const textVersion = lines[0]?.textVersion ?? consentTextOn(kind, localDateOf(at)).version;
  return { words: consentText(textVersion)?.[language] ?? '', textVersion };
}
