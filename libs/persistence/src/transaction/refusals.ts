import type { ErrorCode } from '#domain';

/**
 * Rules that the database keeps too, by the name of the constraint, and what the domain calls breaking them.
 * Whoever loses a race hears the same words as whoever asked too late.
 */
export const refusals: Readonly<Record<string, ErrorCode>> = {
  agreements_dates: 'agreement.dates-invalid',
  agreements_one_per_offer: 'agreement.already-exists',
  closing_days_order: 'company.closing-days-invalid',
  company_users_email: 'company-user.already-there',
  company_users_phone: 'company-user.already-there',
  company_users_reachable: 'company-user.unreachable',
  companies_cvr: 'company.cvr-taken',
  contact_covers_no_overlap: 'contact.cover-overlaps',
  contact_covers_order: 'contact.cover-invalid',
  duty_swaps_two_people: 'duty.swap-same-person',
  duty_turns_no_overlap: 'duty.overlaps',
  duty_turns_times: 'duty.times-invalid',
  matches_one_open: 'match.already-exists',
  offers_one_open_per_citizen: 'offer.citizen-has-open-offer',
  staff_leaves_no_overlap: 'leave.overlaps',
  staff_leaves_order: 'leave.dates-invalid',
  shifts_no_overlap: 'shift.overlap',
  shifts_times: 'shift.times-invalid',
  small_jobs_dates: 'small-job.dates-invalid',
  small_jobs_fixed_contact: 'small-job.no-fixed-contact',
  entered_figures_within_year: 'figures.wrong-year',
  teams_name: 'team.name-taken',
  small_jobs_seats: 'small-job.no-seat-left',
};

/**
 * Unique rules that a use case keeps by looking first: "there is none yet, so I write it". When another
 * transaction wrote it in between, running again finds it there, and the use case does what it does then.
 */
export const seenTooLate: ReadonlySet<string> = new Set([
  'contact_assignments_one_active',
  'duty_swaps_one_open',
  'entered_figures_once',
  'escalations_one_open_per_shift',
  'escalation_steps_place',
  'external_identities_account',
  'external_identities_subject',
  'external_references_once',
  'inbound_sms_provider_id',
  'sms_stops_one_per_number',
  'ladders_name',
  'ladder_versions_once',
  'own_texts_once',
  'messages_dedupe_key',
]);
