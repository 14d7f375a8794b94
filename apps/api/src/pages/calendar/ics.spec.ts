import { describe, expect, test } from '@jest/globals';
import ical from 'node-ical';
import { instantOf, Temporal, type CalendarEntry } from '#domain';
import { icsOf } from './ics.js';

const at = Temporal.Instant.from('2026-10-01T10:00:00Z');
const place = { street: 'Havnegade 12', postcode: '7100', town: 'Vejle' };
const entry = (
  date: string,
  start: string,
  end: string,
  over: Partial<CalendarEntry> = {},
): CalendarEntry => ({
  uid: `shift-${date}@fodfaeste`,
  sequence: 0,
  status: 'confirmed',
  startsAt: instantOf(date, start),
  endsAt: instantOf(date, end),
  place,
  ...over,
});

interface ReadEvent {
  uid: string;
  summary: string;
  status: string;
  sequence: string;
  location?: string;
  start: Date & { tz?: string };
  end: Date;
}

/** What a calendar program makes of it. */
const read = (entries: CalendarEntry[], language: 'da' | 'en' = 'da'): ReadEvent[] =>
  Object.values(ical.sync.parseICS(icsOf({ language, at, entries }))).filter(
    (part) => part?.type === 'VEVENT',
  ) as unknown as ReadEvent[];

describe('a calendar file, read back', () => {
  test.each([
    ['in winter', '2026-11-30', '2026-11-30T07:00:00.000Z'],
    ['in summer', '2026-07-01', '2026-07-01T06:00:00.000Z'],
    ['the day before the clock goes back', '2026-10-24', '2026-10-24T06:00:00.000Z'],
    ['the day it goes back', '2026-10-25', '2026-10-25T07:00:00.000Z'],
    ['the day before it goes forward', '2027-03-27', '2027-03-27T07:00:00.000Z'],
    ['the day it goes forward', '2027-03-28', '2027-03-28T06:00:00.000Z'],
  ])('a shift at 8 %s is at 8', (_when, date, instant) => {
    const [event] = read([entry(date, '08:00', '12:00')]);
    expect(event!.start.toISOString()).toBe(instant);
    expect(event!.start.tz).toBe('Europe/Copenhagen');
    expect(event!.end.getTime() - event!.start.getTime()).toBe(4 * 3_600_000);
  });

  test('a night shift over the change keeps its nine hours', () => {
    const startsAt = instantOf('2026-10-24', '22:00');
    const [event] = read([
      entry('2026-10-24', '22:00', '23:00', { startsAt, endsAt: instantOf('2026-10-25', '06:00') }),
    ]);
    expect((event!.end.getTime() - event!.start.getTime()) / 3_600_000).toBe(9);
  });

  test('times are wall times of Copenhagen, with the rules of the zone beside them', () => {
    const file = icsOf({ language: 'da', at, entries: [entry('2026-11-30', '08:00', '12:00')] });
    expect(file).toContain('DTSTART;TZID=Europe/Copenhagen:20261130T080000');
    expect(file).toContain('DTEND;TZID=Europe/Copenhagen:20261130T120000');
    expect(file).toContain('DTSTAMP:20261001T100000Z');
    expect(file).toMatch(/BEGIN:VTIMEZONE\r\nTZID:Europe\/Copenhagen\r\n/);
    expect(file.split('\r\n').every((line) => Buffer.byteLength(line) <= 75)).toBe(true);
  });

  test('the title is neutral in both languages, and the place stands only where it may', () => {
    const shown = entry('2026-11-30', '08:00', '12:00');
    expect(read([shown])[0]).toMatchObject({ summary: 'Vagt', location: 'Havnegade 12, 7100 Vejle' });
    expect(read([shown], 'en')[0]!.summary).toBe('Shift');
    expect(read([{ ...shown, place: null }])[0]!.location).toBeUndefined();
  });

  test('what is called off stays, marked as cancelled, with a higher number', () => {
    const [event] = read([entry('2026-11-30', '08:00', '12:00', { status: 'cancelled', sequence: 3 })]);
    expect(event).toMatchObject({
      uid: 'shift-2026-11-30@fodfaeste',
      status: 'CANCELLED',
      sequence: expect.anything(),
    });
    expect(Number(event!.sequence)).toBe(3);
  });

  test('an empty calendar is a calendar', () => {
    expect(read([])).toEqual([]);
    expect(icsOf({ language: 'da', at, entries: [] })).toMatch(/^BEGIN:VCALENDAR[\s\S]*END:VCALENDAR/);
  });
});
