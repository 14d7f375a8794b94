import { aDayAgo } from '../support/back-in-time.js';
import { agreedToday } from '../support/placement-scenes.js';
import { ofDesk, type LateForm } from './late-form.js';

/** A company whose only shift was yesterday: it has that one to confirm, and nobody has said anything of it. */
const ofMonth = (name: string, act: (shiftId: string) => string): LateForm =>
  ofDesk(`month-${name}`, async (place) => {
    const { stage, companyId, shiftId } = await agreedToday(place);
    await aDayAgo(place.product, { of: 'shifts', at: ['date', 'starts_at', 'ends_at'] }, shiftId);
    const month = stage.today(-1).slice(0, 7);
    return {
      path: `/kommune/timer/${companyId}?maaned=${month}&hvordan=phone`,
      action: `/${companyId}/${month}${act(shiftId)}`,
    };
  });

/** What a company said on the phone of its month. */
export const lateHoursForms: LateForm[] = [
  ofMonth('all', () => ''),
  ofMonth('right', (shiftId) => `/${shiftId}/stemmer`),
  ofMonth('other', (shiftId) => `/${shiftId}/ret`),
  ofMonth('not-there', (shiftId) => `/${shiftId}/ikke`),
];
