import type { Actor, Language } from '#domain';
import type { PageLanguage } from './page-language.js';

/** Who looks at a page, as far as is known, and how the page is to speak. On every request after the hooks. */
export interface Visitor {
  /** Null: nobody is signed in. */
  actor: Actor | null;
  /** Whether a session says so, and not a key: then forms carry the token. */
  bySession: boolean;
  /** Shown at the top beside the sign-out button; empty when nobody is signed in. */
  name: string;
  /** Whose pages these are, as "Vejle"; empty when nobody is signed in. */
  municipality: string;
  /** Of pages in Danish and English: what was chosen, or Danish. */
  language: Language;
  /** What was chosen with the language switch; null until then, and a citizen's page begins in her own language. */
  chosen: PageLanguage | null;
  /** The one person to call, at the bottom of every page of an employer or a citizen. */
  contact: { name: string; phone: string } | null;
  demo: boolean;
  /** Goes into the hidden field `_csrf` of every form; asked for only by pages that have one. */
  csrfToken(): string;
}

declare module 'fastify' {
  interface FastifyRequest {
    /** Absent only where a request was refused before the hooks ran. */
    visitor?: Visitor;
  }
}

/** Nobody in particular: what a page shows when it was refused before anything was known. */
export const nobody: Visitor = {
  actor: null,
  bySession: false,
  name: '',
  municipality: '',
  language: 'da',
  chosen: null,
  contact: null,
  demo: false,
  csrfToken: () => '',
};
