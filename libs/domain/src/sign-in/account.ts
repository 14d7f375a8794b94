/** One account of one municipality: whom a session belongs to. */
export type Account =
  | { kind: 'staff'; municipalityId: string; staffId: string }
  | { kind: 'company-user'; municipalityId: string; companyId: string; userId: string }
  | { kind: 'citizen'; municipalityId: string; citizenId: string };

export type AccountKind = Account['kind'];

/** The id of the row that says whether the account still exists. */
export function accountId(account: Account): string {
  if (account.kind === 'staff') return account.staffId;
  return account.kind === 'citizen' ? account.citizenId : account.userId;
}
