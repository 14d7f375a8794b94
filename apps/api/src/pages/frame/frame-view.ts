import { randomBytes } from 'node:crypto';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { directionOf, type PageLanguage } from '../../http/page-language.js';
import { startPageOf } from '../../http/session/start-pages.js';
import { nobody, type Visitor } from '../../http/visitor.js';
import { contactView, type ContactView } from '../contact-view.js';
import { isOfLink } from '../link-token.js';
import { frameWords } from '../words/index.js';
import type { FrameWords } from '../words/frame-da.js';
import { deskStyle, icon, script, staffScript, style } from './assets.js';
import { deskWords, type DeskFrameWords } from '../words/desk-frame.js';
import { deskJumps } from './desk-jumps.js';
import { languagesOf, type LanguageLink } from './language-links.js';
import { navigationOf, type NavigationLink } from './navigation.js';
import { SAID, type About, type ShownPage } from './page.js';

/** What stands around a page: templates/partials/page-layout.hbs. */
interface FrameView {
  /** The template: lets a style or a test know where it is. */
  page: string;
  language: PageLanguage;
  direction: 'ltr' | 'rtl';
  words: FrameWords;
  style: string;
  icon: string;
  scripts: string[];
  /** What stands around the pages of the desk besides; null on all others. */
  desk: DeskFrameWords | null;
  /** The keys of the desk, as JSON for the script. */
  jumps: string;
  nonce: string;
  title: string;
  municipality: string;
  home: string;
  navigation: NavigationLink[];
  /** Under the name of the product: whose pages these are, and who is signed in. */
  of: string;
  isSignedIn: boolean;
  showSignIn: boolean;
  languages: LanguageLink[];
  help: string;
  demo: boolean;
  said: string;
  back: { href: string; label: string } | null;
  readAloud: boolean;
  wide: boolean;
  contact: ContactView | null;
  /** Where forms without an address of their own post to: the page itself, without what was said. */
  path: string;
  /** Getters, since asking for them may begin a session. */
  readonly csrf: string;
  readonly once: string;
}

export function frameOf(
  request: FastifyRequest,
  reply: FastifyReply,
  { name, view: about }: ShownPage,
): FrameView {
  const visitor = request.visitor ?? nobody;
  const isOfTheDesk = name.startsWith('staff/');
  const language = isOfTheDesk ? 'da' : (about.language ?? visitor.language);
  const words = frameWords[language];
  const path = pathOf(request);
  const municipality = about.municipality ?? visitor.municipality;
  const role = visitor.actor?.role;
  const { forCitizens = false } = about;
  return {
    page: name,
    language,
    direction: directionOf(language),
    words,
    style: (isOfTheDesk ? deskStyle : style).address,
    icon: icon.address,
    scripts: [script, ...(isOfTheDesk ? [staffScript] : [])].map(({ address }) => address),
    desk: isOfTheDesk ? deskWords : null,
    jumps: isOfTheDesk ? JSON.stringify(deskJumps.map(({ key, href }) => ({ key, href }))) : '',
    nonce: reply.cspNonce?.script ?? '',
    title: about.title,
    municipality,
    home: homeOf(visitor),
    navigation: navigationOf(role, path, words),
    of: [municipality, visitor.name].filter(Boolean).join(' · '),
    isSignedIn: visitor.actor !== null,
    showSignIn: visitor.actor === null && !isOfLink(path),
    languages: isOfTheDesk ? [] : languagesOf(language, forCitizens, request.server.site),
    help: '/hjaelp',
    demo: visitor.demo,
    said: saidIn(request, { ...words.said, ...about.messages }),
    back: about.back ?? null,
    readAloud: about.readAloud ?? false,
    wide: about.wide ?? false,
    contact: contactOf(about, visitor, words, language),
    path,
    get csrf() {
      return visitor.csrfToken();
    },
    get once() {
      return randomBytes(12).toString('base64url');
    },
  };
}

export const pathOf = (request: FastifyRequest): string => request.url.split('?', 1)[0]!;

const homeOf = ({ actor }: Visitor): string => (actor ? startPageOf(actor.role) : '/');

function contactOf(
  { contact }: About,
  visitor: Visitor,
  words: FrameWords,
  language: PageLanguage,
): ContactView | null {
  const person = contact === undefined ? visitor.contact : contact;
  if (!person) return null;
  const label = visitor.actor?.role === 'employer' ? words.companyContact : words.yourContact;
  return contactView(label, person, language);
}

function saidIn(request: FastifyRequest, texts: Readonly<Record<string, string>>): string {
  const code = (request.query as Record<string, unknown> | undefined)?.[SAID];
  return typeof code === 'string' && Object.hasOwn(texts, code) ? texts[code]! : '';
}
