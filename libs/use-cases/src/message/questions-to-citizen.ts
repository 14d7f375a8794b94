import {
  addDays,
  arrivedShiftStates,
  canTakeBack,
  localDateOf,
  openShiftStates,
  type ReplyWord,
  type Shift,
  type Temporal,
} from '#domain';
import type { UnitOfWork } from '../ports/index.js';
import type { OpenQuestion, Written } from './open-question.js';
import type { Sender } from './sender.js';

/** Offers, the question whether a company may hear, and the next shift. */
export async function questionsToCitizen(
  unit: UnitOfWork,
  sender: Sender,
  { word }: Pick<Written, 'word'>,
): Promise<OpenQuestion[]> {
  const now = await unit.now();
  const citizenId = sender.id;
  const offers = await unit.offers.list({ citizenId, state: { in: ['sent', 'visiting', 'accepted'] } });
  const asking = await unit.matches.list({ citizenId, state: 'asking' });
  // A yes that stands is said; it is no question any more while something else waits for one.
  const said = offers.filter(({ state }) => state === 'accepted' && word === 'yes');
  const answerable = offers.filter((offer) => offer.state !== 'accepted' || canTakeBack(offer, now));
  const open = [
    ...answerable.filter((offer) => !said.includes(offer)).map(aboutOffer),
    ...asking.map(aboutMatch),
  ];
  const shift = await shiftMeant(unit, citizenId, word, now);
  return [
    ...(open.length > 0 ? open : said.map((offer) => ({ ...aboutOffer(offer), isSaid: true }))),
    ...(shift ? [shift] : []),
  ].map((one) => ({ ...one, sender }));
}

type Asked = Omit<OpenQuestion, 'sender'>;

const aboutOffer = ({ id, createdAt }: { id: string; createdAt: Temporal.Instant }): Asked => ({
  question: 'offer',
  subjectIds: [id],
  askedAt: createdAt,
  isSaid: false,
});
const aboutMatch = ({ id, createdAt }: { id: string; createdAt: Temporal.Instant }): Asked => ({
  question: 'interest',
  subjectIds: [id],
  askedAt: createdAt,
  isSaid: false,
});

/** Words that somebody says who could not, and comes after all. */
const comesAfterAll: readonly ReplyWord[] = ['here', 'on-the-way', 'later'];

/**
 * The shift that is on, or the next one. Whoever is at work already says nothing new with HER; what KAN IKKE means
 * then is not guessed at.
 */
async function shiftMeant(
  unit: UnitOfWork,
  citizenId: string,
  word: ReplyWord,
  now: Temporal.Instant,
): Promise<Asked | undefined> {
  const today = localDateOf(now);
  const isComing = comesAfterAll.includes(word);
  const shifts = await unit.shifts.list({
    citizenId,
    state: {
      in: [...openShiftStates, ...arrivedShiftStates, ...(isComing ? (['absent-reported'] as const) : [])],
    },
    date: { from: addDays(today, -1), to: addDays(today, 1) },
    endsAt: { after: now },
  });
  const [first, ...later] = shifts.sort(
    (a, b) => a.startsAt.epochMilliseconds - b.startsAt.epochMilliseconds,
  );
  if (!first) return undefined;
  const about = ({ id, startsAt }: Shift, isSaid: boolean): Asked => ({
    question: 'shift',
    subjectIds: [id],
    askedAt: startsAt,
    isSaid,
  });
  if (!arrivedShiftStates.includes(first.state)) return about(first, false);
  if (word === 'call')
    return about(later.find(({ state }) => openShiftStates.includes(state)) ?? first, false);
  return isComing ? about(first, true) : undefined;
}
