import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { Actor, Role } from '#domain';
import { FindAccount, NoteKeyUse, Transactor, type DirectoryHit } from '#use-cases';
import { ActorSource } from './actor-source.js';
import { KEY_HOLDERS } from './roles.js';

/** A key that is revoked, or whose holder has left, stops working after at most this long. */
const TRUSTED_FOR_MS = 3_000;
const MOST_TRUSTED = 2_000;
const BEARER = /^Bearer ([\x21-\x7e]{1,512})$/i;

/** Machine clients. Only the hash of a key is ever looked up, kept or compared. */
@Injectable()
export class BearerKeys extends ActorSource {
  private readonly trusted = new Map<string, { actor: Actor; until: number }>();

  /** The day on which each was last written down as used: once a day is enough. */
  private readonly noted = new Map<string, string>();

  constructor(
    private readonly transactor: Transactor,
    private readonly noteKeyUse: NoteKeyUse,
    private readonly findAccount: FindAccount,
  ) {
    super();
  }

  async find(request: FastifyRequest): Promise<Actor | undefined> {
    const hash = hashOfKey(request);
    if (hash === undefined) return undefined;
    return this.trustedActor(hash) ?? (await this.lookUp(hash));
  }

  /** The hash of the key when it was good a moment ago: the rate limit counts such a caller by its key. */
  knownHash(request: FastifyRequest): string | undefined {
    const hash = hashOfKey(request);
    return hash !== undefined && this.trustedActor(hash) ? hash : undefined;
  }

  private trustedActor(hash: string): Actor | undefined {
    const known = this.trusted.get(hash);
    if (known && known.until > Date.now()) return known.actor;
    this.trusted.delete(hash);
    return undefined;
  }

  private async lookUp(hash: string): Promise<Actor | undefined> {
    const hits = await this.transactor.lookUp('api-key', hash);
    const actor = hits.map((hit) => actorOf(hit, hash)).find((found) => found !== undefined);
    if (!actor || !(await this.isStillHeld(actor))) return undefined;
    this.trust(hash, actor);
    await this.note(hash, actor);
    return actor;
  }

  /** A key never opens more than its holder may: who has left, or leads no more, has lost what the key was given for. */
  private async isStillHeld({ staffId, municipalityId, role }: Actor): Promise<boolean> {
    if (staffId === undefined) return true;
    // Not through what sessions trust for a moment: two such moments would add up.
    const holder = await this.findAccount.execute({ kind: 'staff', municipalityId, staffId });
    return holder !== undefined && (role === 'consultant' || holder.actor.role === role);
  }

  private async note(hash: string, { municipalityId }: Actor): Promise<void> {
    const today = new Date().toDateString();
    if (this.noted.get(hash) === today) return;
    this.noted.set(hash, today);
    await this.noteKeyUse.execute(municipalityId, hash);
  }

  private trust(hash: string, actor: Actor): void {
    const [oldest] = this.trusted.keys();
    if (this.trusted.size >= MOST_TRUSTED && oldest !== undefined) this.trusted.delete(oldest);
    this.trusted.set(hash, { actor, until: Date.now() + TRUSTED_FOR_MS });
  }
}

export const hashOf = (key: string): string => createHash('sha256').update(key).digest('hex');

function hashOfKey(request: FastifyRequest): string | undefined {
  const key = BEARER.exec(request.headers.authorization ?? '')?.[1];
  return key === undefined ? undefined : hashOf(key);
}

/** A key whose row is incomplete opens nothing: staff roles need a person, an employer needs a company. */
function actorOf({ details, expired, municipalityId }: DirectoryHit, holder: string): Actor | undefined {
  const role = KEY_HOLDERS.find((known) => known === details?.['role']);
  if (expired || !details || !role) return undefined;
  const { staffId, companyId, name = 'Nøgle', keyName = name } = details;
  const complete: Partial<Record<Role, boolean>> = {
    consultant: staffId !== undefined,
    leader: staffId !== undefined,
    employer: companyId !== undefined,
    integration: true,
  };
  if (!complete[role]) return undefined;
  const actsAs = { ...(staffId && { staffId }), ...(companyId && { companyId }) };
  return { role, municipalityId, name, holder, apiKey: keyName, ...actsAs };
}
