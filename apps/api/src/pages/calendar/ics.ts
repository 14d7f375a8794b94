import { ICalCalendar, ICalCalendarMethod, ICalEventStatus, type ICalEventData } from 'ical-generator';
import { oneLine, ZONE, type CalendarEntry, type Language } from '#domain';
import type { Calendar } from '#use-cases';

/** What stands in every entry: nothing that tells a stranger anything. */
const title: Record<Language, string> = { da: 'Vagt', en: 'Shift' };

const statuses: Record<CalendarEntry['status'], ICalEventStatus> = {
  confirmed: ICalEventStatus.CONFIRMED,
  tentative: ICalEventStatus.TENTATIVE,
  cancelled: ICalEventStatus.CANCELLED,
};

/**
 * The rules of Copenhagen since 1996, as every calendar reads them (RFC 5545, 3.6.5): summer time from the last
 * Sunday of March to the last of October. Times of entries are wall times in this zone, so that a shift at 8 is at 8
 * on both sides of the change.
 */
const COPENHAGEN = [
  'BEGIN:VTIMEZONE',
  `TZID:${ZONE}`,
  'BEGIN:STANDARD',
  'DTSTART:19961027T030000',
  'RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU',
  'TZOFFSETFROM:+0200',
  'TZOFFSETTO:+0100',
  'TZNAME:CET',
  'END:STANDARD',
  'BEGIN:DAYLIGHT',
  'DTSTART:19810329T020000',
  'RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU',
  'TZOFFSETFROM:+0100',
  'TZOFFSETTO:+0200',
  'TZNAME:CEST',
  'END:DAYLIGHT',
  'END:VTIMEZONE',
].join('\r\n');

/** A calendar as a file. Programs ask again after a while. */
export function icsOf({ language, at, entries }: Calendar): string {
  const calendar = new ICalCalendar({
    prodId: { company: 'Fodfæste', product: 'kalender', language: language.toUpperCase() },
    method: ICalCalendarMethod.PUBLISH,
    // Without a zone for the whole calendar, DTSTAMP stays in UTC as it must (RFC 5545, 3.8.7.2).
    timezone: { name: null, generator: () => COPENHAGEN },
    ttl: HOUR_SECONDS,
  });
  for (const entry of entries) calendar.createEvent({ ...eventOf(entry, language), stamp: at });
  return calendar.toString();
}

const HOUR_SECONDS = 3600;

const eventOf = (entry: CalendarEntry, language: Language): ICalEventData => ({
  id: entry.uid,
  sequence: entry.sequence,
  status: statuses[entry.status],
  start: entry.startsAt.toZonedDateTimeISO(ZONE),
  end: entry.endsAt.toZonedDateTimeISO(ZONE),
  timezone: ZONE,
  summary: title[language],
  ...(entry.place && { location: oneLine(entry.place) }),
});
