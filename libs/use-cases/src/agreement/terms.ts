import {
  checkAgreement,
  findCategory,
  type Agreement,
  type FirstDay,
  type LocalDate,
  type PaidSlot,
  type SmallJob,
  type UnpaidSlot,
} from '#domain';

/** What two sides agree on: hours, tasks, and what they may expect. */
export interface AgreementTerms {
  startDate: LocalDate;
  paid: (Omit<PaidSlot, 'breakMinutes'> & { breakMinutes?: number })[];
  unpaid: UnpaidSlot[];
  expectations: string[];
  callAgreement?: string;
  firstDay?: FirstDay;
  paidFrom?: LocalDate;
}

export function termsOf(
  input: AgreementTerms,
): Pick<
  Agreement,
  'startDate' | 'paidFrom' | 'hours' | 'unpaid' | 'expectations' | 'callAgreement' | 'firstDay'
> {
  const paidFrom = input.paidFrom ?? input.startDate;
  const paid = input.paid.map((slot) => ({ ...slot, breakMinutes: slot.breakMinutes ?? 0 }));
  return {
    startDate: input.startDate,
    paidFrom,
    hours: [{ from: paidFrom, paid }],
    unpaid: input.unpaid,
    expectations: input.expectations,
    callAgreement: input.callAgreement ?? null,
    firstDay: input.firstDay ?? null,
  };
}

/** The job itself, by its title and its kind, is never also unpaid (R66, R74). */
export function refuseFaults(agreement: Agreement, { title, category }: SmallJob): void {
  checkAgreement(agreement, [title, category, findCategory(category)?.name ?? '']);
}
