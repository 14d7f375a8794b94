import type { Channel, Citizen, Temporal } from '#domain';
import { hoursAgo, type DemoDay } from './demo-day.js';
import type { Dice } from './dice.js';
import { demoPhone, mailName, type TownKey } from './phones.js';

type Contact = Pick<Citizen, 'phone' | 'email' | 'preferredChannel' | 'sharedPhone' | 'phoneVerifiedAt'>;

/** How often people with this channel have a phone and an address for mail, in per cent. */
const has: Record<Channel, { phone: number; email: number }> = {
  sms: { phone: 100, email: 35 },
  email: { phone: 80, email: 100 },
  call: { phone: 100, email: 5 },
  letter: { phone: 25, email: 0 },
  'in-person': { phone: 40, email: 5 },
};

/** By what, and on what number. A shared phone is one that others in the home answer too. */
export function someContact(dice: Dice, town: TownKey, number: number, name: string, day: DemoDay): Contact {
  const preferredChannel = dice.weighted<Channel>([
    ['sms', 72],
    ['email', 10],
    ['call', 9],
    ['letter', 4],
    ['in-person', 5],
  ]);
  const phone = dice.falls(has[preferredChannel].phone) ? demoPhone(town, 'citizen', number) : null;
  const email = dice.falls(has[preferredChannel].email) ? `${mailName(name)}@example.org` : null;
  const sharedPhone = dice.falls(3) && phone !== null;
  return { phone, email, preferredChannel, sharedPhone, phoneVerifiedAt: verified(dice, phone, day) };
}

/** The first answer verifies a number; half of them have answered something. */
const verified = (dice: Dice, phone: string | null, day: DemoDay): Temporal.Instant | null =>
  phone !== null && dice.falls(50) ? hoursAgo(day, 24 * dice.whole(5, 300)) : null;
