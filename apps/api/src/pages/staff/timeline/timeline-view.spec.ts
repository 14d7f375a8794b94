import { describe, expect, test } from '@jest/globals';
import { Temporal } from '#domain';
import type { TimelineEntry } from '#use-cases';
import { readBefore, timelineView } from './timeline-view.js';

const at = (text: string): Temporal.Instant => Temporal.Instant.from(text);
const now = at('2026-11-23T09:00:00Z');
const entry = (over: Partial<TimelineEntry>): TimelineEntry => ({
  at: now,
  what: 'offer-made',
  who: null,
  citizen: { id: 'c1', name: 'Jonas Hansen' },
  details: {},
  subject: null,
  ...over,
});
const view = (entries: TimelineEntry[], naming = false) =>
  timelineView({ entries, next: null }, { path: '/kommune/job/1', now, naming });

describe('a timeline', () => {
  test('stands by day, in the words of a day', () => {
    const { days } = view([
      entry({}),
      entry({ at: at('2026-11-22T09:00:00Z') }),
      entry({ at: at('2026-11-20T09:00:00Z') }),
      entry({ at: at('2025-11-20T09:00:00Z') }),
    ]);
    expect(days.map(({ heading }) => heading)).toEqual([
      'I dag',
      'I går',
      'Fredag den 20. november',
      'Torsdag den 20. november 2025',
    ]);
    expect(days[0]!.lines).toMatchObject([{ time: '10', text: 'Jonas fik tilbuddet', citizen: null }]);
  });

  test('names whom it is about where that is not said already, and leads to what it is about', () => {
    const [day] = view([entry({ subject: { kind: 'offer', id: 'o1' } })], true).days;
    expect(day!.lines).toMatchObject([
      { href: '/kommune/tilbud/o1', citizen: { href: '/kommune/borgere/c1', name: 'Jonas Hansen' } },
    ]);
  });

  test('has no date for a shift of the same day', () => {
    const details = { date: '2026-11-23', start: '08:00', source: 'workplace' };
    const told = { what: 'shift-here' as const, details };
    const texts = view([entry(told), entry({ ...told, at: at('2026-11-20T09:00:00Z') })]).days.map(
      ({ lines }) => lines[0]!.text,
    );
    expect(texts).toEqual([
      'Arbejdspladsen sagde, at Jonas var mødt kl. 8',
      'Arbejdspladsen sagde, at Jonas var mødt mandag den 23. november kl. 8',
    ]);
  });

  test('calls colleagues by first name, and leaves names of companies as they are', () => {
    const texts = view([
      entry({ what: 'match-confirmed', who: 'Ali Demir' }),
      entry({ what: 'match-rejected', who: 'Frugt & Grønt A/S', details: { reason: 'not-now' } }),
    ]).days[0]!.lines.map(({ text }) => text);
    expect(texts).toEqual(['Ali sagde ja til at mødes', 'Frugt & Grønt A/S sagde nej: ikke lige nu']);
  });

  test('says how a task ended in words, whether a person wrote them or its case ended so', () => {
    const done = (outcome: string) =>
      entry({ what: 'task-done', who: 'Mette Holm', details: { kind: 'nobody-took-it', outcome } });
    const texts = view([done('overslept'), done('Talte med Jonas')]).days[0]!.lines.map(({ text }) => text);
    expect(texts).toEqual([
      'Mette klarede »Ingen har taget sagen«: sov over sig',
      'Mette klarede »Ingen har taget sagen«: Talte med Jonas',
    ]);
  });

  test('goes on from where it ended, and an address that says nothing shows the newest', () => {
    const page = timelineView({ entries: [], next: now }, { path: '/x', now, before: now });
    expect(page.more!.href).toBe(`/x?foer=${now.epochMilliseconds}#forloeb`);
    expect(page.first!.href).toBe('/x#forloeb');
    expect(readBefore({ foer: String(now.epochMilliseconds) })?.equals(now)).toBe(true);
    for (const foer of ['', 'x', '-1', '9'.repeat(15), ['1'], undefined])
      expect([foer, foer === '9'.repeat(15) ? undefined : readBefore({ foer })]).toEqual([foer, undefined]);
  });
});
