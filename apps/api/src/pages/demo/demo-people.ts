import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { Account, Role } from '#domain';
import { FindAccount, Transactor, type DirectoryHit } from '#use-cases';
import { isUuid } from '../../http/fields/words.js';

/** As the launcher writes them down (demo/src/people/sign-ins.ts). */
export const DEMO_PEOPLE = createHash('sha256').update('fodfaeste demo people').digest('hex');

interface DemoPerson {
  slug: string;
  name: string;
  role: Role;
  /** "Vejle (demo)". */
  municipality: string;
  /** The sign-in link. */
  href: string;
}

/** Whom one can be with a click. There is nobody but in a demo: only its launcher writes them down. */
@Injectable()
export class DemoPeople {
  constructor(
    private readonly transactor: Transactor,
    private readonly findAccount: FindAccount,
  ) {}

  async list(): Promise<DemoPerson[]> {
    const people: DemoPerson[] = [];
    for (const hit of await this.hits()) {
      const account = accountOf(hit);
      const known = account && (await this.findAccount.execute(account));
      const slug = hit.details?.['slug'];
      if (!known || !slug) continue;
      const { actor, municipality } = known;
      const { name, role } = actor;
      people.push({ slug, name, role, municipality, href: `/demo/log-ind/${slug}` });
    }
    return people;
  }

  async find(slug: string): Promise<Account | undefined> {
    const hits = await this.hits();
    const hit = hits.find(({ details }) => details?.['slug'] === slug);
    return hit ? accountOf(hit) : this.colleague(slug, hits);
  }

  /** For a colleague whom somebody gave access in the demo: its launcher does not know of her or him. */
  doorOf(staffId: string): string {
    return `/demo/log-ind/${staffId}`;
  }

  private async colleague(staffId: string, hits: readonly DirectoryHit[]): Promise<Account | undefined> {
    if (!isUuid.test(staffId)) return undefined;
    for (const municipalityId of new Set(hits.map((hit) => hit.municipalityId))) {
      const account = { kind: 'staff', municipalityId, staffId } as const;
      if (await this.findAccount.execute(account)) return account;
    }
    return undefined;
  }

  private async hits(): Promise<DirectoryHit[]> {
    const hits = await this.transactor.lookUp('demo-person', DEMO_PEOPLE);
    const order = ({ details }: DirectoryHit): string => details?.['order'] ?? '';
    return hits.sort((a, b) => (order(a) < order(b) ? -1 : 1));
  }
}

function accountOf({ municipalityId, subjectId, details }: DirectoryHit): Account | undefined {
  const { kind, companyId } = details ?? {};
  if (kind === 'staff') return { kind, municipalityId, staffId: subjectId };
  if (kind === 'citizen') return { kind, municipalityId, citizenId: subjectId };
  if (kind === 'company-user' && companyId) return { kind, municipalityId, companyId, userId: subjectId };
  return undefined;
}
