import { Temporal, weekdayOf, ZONE } from '#domain';
import { made, type Placement } from '../../e2e/placement.js';

/**
 * An offer that was accepted becomes work: signed by all three, and the first shift has just begun, for three hours.
 * Answers the link to it, which comes with the SMS.
 */
export async function startsToday({
  consultant,
  offerId,
  post,
  phone,
}: Pick<Placement, 'consultant' | 'offerId' | 'post' | 'phone'>): Promise<string> {
  const start = Temporal.Now.zonedDateTimeISO(ZONE).subtract({ minutes: 5 });
  const startDate = start.toPlainDate().toString();
  const at = (hours: number) => start.add({ hours }).toPlainTime().toString().slice(0, 5);
  made(await consultant.post(`/offers/${offerId}/tell-company`));
  const slot = { weekday: weekdayOf(startDate), start: at(0), end: at(3) };
  const agreement = made(
    await consultant.post('/agreements', {
      offerId,
      startDate,
      paid: [slot],
      unpaid: [],
      expectations: [],
      callAgreement: 'Ring til mig kl. 7, hvis det er glat',
    }),
  );
  for (const party of ['employer', 'citizen', 'municipality'])
    made(await consultant.post(`/agreements/${agreement.id}/sign`, { party }));
  return (await post.next(phone, 'sms', /\/v\//)).links[0]!;
}
