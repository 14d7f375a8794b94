import { describe, expect, it } from '@jest/globals';
import { rowsOf } from '../../../../test/contracts/rows.js';
import { isoWithOffset, Temporal } from '../kernel/index.js';
import { answerDeadline, bindingAt, canTakeBack, isOpen, refuseClosed } from './answering.js';
import { offerStates, type Offer, type OfferState } from './offer.js';

const rows = rowsOf('0193c000-0000-7000-9000-000000000001');
const offer = (over: Partial<Offer>) => rows.offer(rows.match('job', 'citizen'), 'company', over);
const binding = Temporal.Instant.from('2026-12-01T08:00:00Z');
const accepted = { state: 'accepted', bindingAt: binding } as const;

describe('an offer takes an answer', () => {
  const refusals: Record<OfferState, string | null> = {
    sent: null,
    visiting: null,
    accepted: 'offer.already-answered',
    declined: 'offer.already-answered',
    expired: 'offer.expired',
    withdrawn: 'offer.withdrawn',
  };

  it.each(Object.entries(refusals) as [OfferState, string | null][])('when it is %s: %s', (state, code) => {
    expect(isOpen(offer({ state }))).toBe(code === null);
    if (code === null) expect(() => refuseClosed(offer({ state }))).not.toThrow();
    else expect(() => refuseClosed(offer({ state }))).toThrow(expect.objectContaining({ code }));
  });

  it('in every state that there is, one way or the other', () => {
    expect(Object.keys(refusals).sort()).toEqual([...offerStates.states].sort());
  });
});

describe('a yes', () => {
  it.each([
    ['on a Monday afternoon', '2026-11-30T14:00:00Z', [], '2026-12-01T08:00:00Z'],
    ['in the night', '2026-11-30T23:30:00Z', [], '2026-12-02T08:00:00Z'],
    ['on a Friday', '2026-12-04T14:00:00Z', [], '2026-12-07T08:00:00Z'],
    ['before a holiday', '2026-12-24T10:00:00Z', ['2026-12-25', '2026-12-26'], '2026-12-28T08:00:00Z'],
    ['before the clock changes', '2026-10-23T10:00:00Z', [], '2026-10-26T08:00:00Z'],
  ])('%s is binding on the next working day at nine', (_when, at, holidays, expected) => {
    expect(bindingAt(Temporal.Instant.from(at), '09:00', new Set(holidays)).toString()).toBe(expected);
  });

  it('can be taken back until the very moment', () => {
    expect(canTakeBack(offer(accepted), binding.subtract({ milliseconds: 1 }))).toBe(true);
    expect(canTakeBack(offer(accepted), binding)).toBe(false);
  });

  it('cannot be taken back when the company has heard of it', () => {
    const told = offer({ ...accepted, companyToldAt: binding.subtract({ hours: 20 }) });
    expect(canTakeBack(told, binding.subtract({ hours: 1 }))).toBe(false);
  });

  it.each(['sent', 'visiting', 'declined', 'expired', 'withdrawn'] as const)(
    'is not what %s means',
    (state) => {
      expect(canTakeBack(offer({ ...accepted, state }), binding.subtract({ hours: 1 }))).toBe(false);
    },
  );

  it('without a binding time cannot be taken back', () => {
    expect(canTakeBack(offer({ ...accepted, bindingAt: null }), binding)).toBe(false);
  });
});

describe('an answer is due', () => {
  const due = (now: string, hours: number, start: string) =>
    isoWithOffset(answerDeadline(Temporal.Instant.from(now), hours, start)).slice(0, 16);

  it.each([
    ['at noon, three days on', '2026-11-30T08:00:00Z', 72, '2026-12-21', '2026-12-03T12:00'],
    ['at noon in summer as well', '2026-10-23T08:00:00Z', 48, '2026-12-21', '2026-10-25T12:00'],
    ['the evening before the work begins', '2026-11-30T08:00:00Z', 72, '2026-12-02', '2026-12-01T18:00'],
    [
      'within hours, when those are what is left',
      '2026-11-30T12:00:00Z',
      72,
      '2026-12-01',
      '2026-11-30T18:00',
    ],
    [
      'after four hours, when the evening before is nearer than that',
      '2026-11-30T14:30:00Z',
      72,
      '2026-12-01',
      '2026-11-30T19:30',
    ],
    [
      'as long as ever, when the work began long ago',
      '2026-11-30T08:00:00Z',
      72,
      '2026-09-01',
      '2026-12-03T12:00',
    ],
    ['as long as ever, when it begins today', '2026-11-30T08:00:00Z', 72, '2026-11-30', '2026-12-03T12:00'],
    ['in minutes, where a demo says so', '2026-11-30T08:00:00Z', 1, '2026-12-21', '2026-11-30T12:00'],
    ['so many hours on, when noon has passed', '2026-11-30T12:00:00Z', 2, '2026-12-21', '2026-11-30T15:00'],
  ])('%s', (_what, now, hours, start, expected) => {
    expect(due(now, hours, start)).toBe(expected);
  });
});
