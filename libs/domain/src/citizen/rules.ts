import { refuseUnless } from '../kernel/index.js';
import { findCategory } from '../small-job/index.js';
import type { Citizen } from './citizen.js';

/** What must hold of a citizen's record, registered or changed. */
export function checkCitizen(citizen: Citizen): void {
  const { hours, jobGoals, windows } = citizen;
  refuseUnless(hours.min <= hours.wish && hours.wish <= hours.max, 'citizen.hours-invalid');
  refuseUnless(
    windows.every((window) => window.from !== window.to),
    'citizen.window-invalid',
  );
  const unknown = jobGoals.find((goal) => !findCategory(goal.category));
  refuseUnless(!unknown, 'category.unknown', { category: unknown?.category });
  refuseUnless(new Set(jobGoals.map((goal) => goal.rank)).size === jobGoals.length, 'citizen.goals-invalid');
  refuseUnless(citizen.preferredChannel !== 'sms' || citizen.phone, 'citizen.channel-unreachable', {
    channel: 'sms',
  });
  refuseUnless(citizen.preferredChannel !== 'email' || citizen.email, 'citizen.channel-unreachable', {
    channel: 'email',
  });
}
