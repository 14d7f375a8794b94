export const roles = ['consultant', 'leader', 'integration', 'employer', 'citizen'] as const;
export type Role = (typeof roles)[number];

/** How somebody who is signed in showed who it is; `code-read-aloud`: with a code that the contact made. */
export type SignInMethod = 'oidc' | 'code' | 'code-read-aloud' | 'demo';

/** Who acts. `system` is the worker: a due time that fell, never a decision of its own. */
export interface Actor {
  role: Role | 'system';
  municipalityId: string;
  /** Set for consultant and leader: history and access log always have a *who*. */
  staffId?: string;
  /** Set for employer: the only company it may see. */
  companyId?: string;
  /** Set for an employer who has signed in; a company's key has none. */
  companyUserId?: string;
  /** Set when a citizen has signed in, or answers by link or SMS. */
  citizenId?: string;
  /** Set for a person who is signed in; a key, a link and an SMS have none. */
  signedInWith?: SignInMethod;
  /** Set when a key acts in somebody's name: what the key is called. */
  apiKey?: string;
  /** How the holder is shown in a history. */
  name: string;
  /** What repeated requests are scoped to: the key or session, hashed. */
  holder: string;
}

export const isStaff = (actor: Actor): actor is Actor & { staffId: string } =>
  (actor.role === 'consultant' || actor.role === 'leader') && actor.staffId !== undefined;

export const systemActor = (municipalityId: string): Actor => ({
  role: 'system',
  municipalityId,
  name: 'Fodfæste',
  holder: 'system',
});
