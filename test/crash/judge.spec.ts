import { describe, expect, it } from '@jest/globals';
import { judge, type Evidence } from './judge.js';
import type { Known } from './known-rows.js';
import type { LedgerLine } from './ledger.js';
import { confirmPath, notesPath } from './persistent-client.js';
import { LEADER_EMAIL, STAFF_PHONE } from './scenario.js';

const scenario = {
  municipalityId: 'm',
  key: 'k',
  companyId: 'c',
  staffId: 's',
  ladders: [
    { shiftId: 's0', phone: '+4531000000', startsAt: 0 },
    { shiftId: 's1', phone: '+4531000001', startsAt: 0 },
  ],
  requests: [{ matchId: 'm0', citizenId: 'c0', phone: '+4541000000' }],
};

const sent = (to: string, text: string, reference: string): LedgerLine => ({
  at: 1,
  channel: to === LEADER_EMAIL ? 'email' : 'sms',
  to,
  text,
  reference,
  known: false,
});

const ofLadder = (at: number): LedgerLine[] => [
  sent(`+453100000${at}`, 'Er alt okay?', `citizen-${at}`),
  sent(STAFF_PHONE, `ikke mødt op: Opgave ${at}.`, `contact-${at}`),
  sent(LEADER_EMAIL, `Ingen har taget den: Opgave ${at}.`, `leader-${at}`),
];
const offer = sent('+4541000000', 'Jobbet, vi talte om: Tilbud 0.', 'offer-0');
const yes = sent(STAFF_PHONE, 'Frugtlageret siger ja til Birk. Job: Tilbud 0.', 'yes-0');
const everything = [...ofLadder(0), ...ofLadder(1), offer, yes];

const known = (over: Partial<Known> = {}): Known => ({
  leftToPeople: [],
  lastSteps: new Map([
    ['s0', 1],
    ['s1', 1],
  ]),
  stepsTaken: new Map([
    ['s0', 4],
    ['s1', 4],
  ]),
  notes: new Map([['c0', 1]]),
  unfinished: 0,
  lastStepsAt: new Map(),
  repaired: 0,
  ...over,
});

const judged = (over: Partial<Evidence> = {}) =>
  judge({
    scenario,
    lines: everything,
    known: known(),
    requests: { answered: new Set([confirmPath('m0'), notesPath('c0')]) },
    kills: 1,
    ...over,
  });
const without = (reference: string) => everything.filter((line) => line.reference !== reference);
const shown = (isShown: boolean, state: 'uncertain' | 'failed' = 'uncertain') =>
  known({
    leftToPeople: [
      {
        state,
        shiftId: 's1',
        citizenId: null,
        subjectId: null,
        receiver: 'contact',
        isShown,
        shownAfterMs: 1,
        reason: 'timeout',
      },
    ],
  });

describe('the judge', () => {
  it('finds nothing where nothing is wrong', () => {
    expect(judged()).toMatchObject({
      ...{ steps: 8, messages: 8, expected: 8, repeatedToStaff: 0 },
      ...{ lost: [], doubled: [], unshown: [], strays: [] },
    });
  });

  it.each(['citizen-0', 'contact-1', 'leader-1', 'offer-0', 'yes-0'])('misses %s', (reference) => {
    expect(judged({ lines: without(reference) }).lost).toHaveLength(1);
  });

  it('misses the last step, and sees it twice', () => {
    expect(judged({ known: known({ lastSteps: new Map([['s0', 2]]) }) })).toMatchObject({
      lost: ['ladder 1, list'],
      doubled: ['ladder 0, list: 2 tasks'],
    });
  });

  it('takes for kept what a person has on a list, as uncertain or as not sent, and only then', () => {
    const lines = without('contact-1');
    expect(judged({ lines, known: shown(true) })).toMatchObject({ lost: [], uncertain: 1 });
    expect(judged({ lines, known: shown(true, 'failed') })).toMatchObject({
      lost: [],
      uncertain: 0,
      handedOver: 1,
      handedOverFor: { timeout: 1 },
    });
    for (const state of ['uncertain', 'failed'] as const)
      expect(judged({ lines, known: shown(false, state) }).lost).toEqual(['ladder 1, contact']);
  });

  it('misses an uncertain message on the lists also when the provider has it', () => {
    expect(judged({ known: shown(false) })).toMatchObject({ lost: [], unshown: ['contact, s1'] });
    expect(judged({ known: shown(false, 'failed') }).unshown).toEqual([]);
  });

  it('sees what belongs to nothing', () => {
    const lines = [...everything, sent('+4599999999', 'Hej', 'stray'), sent(STAFF_PHONE, 'Hej', 'odd')];
    expect(judged({ lines }).strays).toEqual(['stray to +4599999999', `odd to ${STAFF_PHONE}`]);
  });

  it.each(['citizen-0', 'offer-0'])('lets no citizen hear anything twice: %s', (reference) => {
    const again = everything.filter((line) => line.reference === reference);
    expect(judged({ lines: [...everything, ...again] }).doubled).toHaveLength(1);
  });

  it('counts what a provider knew again as sent once', () => {
    const lines = [...everything, { ...offer, known: true }];
    expect(judged({ lines })).toMatchObject({ doubled: [], messages: 8 });
  });

  it('lets staff hear something twice, not three times, under one reference, once for each kill', () => {
    const again = everything.filter(({ reference }) => reference === 'contact-0');
    expect(judged({ lines: [...everything, ...again] })).toMatchObject({ doubled: [], repeatedToStaff: 1 });
    expect(judged({ lines: [...everything, ...again, ...again], kills: 9 }).doubled).toHaveLength(1);
    expect(judged({ lines: [...everything, ...again], kills: 0 }).doubled).toHaveLength(1);
    const another = again.map((line) => ({ ...line, reference: 'another' }));
    expect(judged({ lines: [...everything, ...another] }).doubled).toHaveLength(1);
  });

  it('holds us to what was answered, and to nothing twice in any case', () => {
    const notes = (count: number) => known({ notes: new Map(count ? [['c0', count]] : []) });
    expect(judged({ known: notes(0) }).lost).toEqual(['note 0']);
    expect(judged({ known: notes(0), requests: { answered: new Set() } }).lost).toEqual([]);
    expect(judged({ known: notes(2), requests: { answered: new Set() } }).doubled).toHaveLength(1);
  });
});
