import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { code, email, listOf, localDate, nested, oneOf, phone, text } from './fields/index.js';
import { isPageLanguage, type PageLanguage } from './page-language.js';
import { readRequest } from './read-request.js';
import { templatesFolder } from './templates-folder.js';

/** A person who reads the language has read the texts of the pages, and answers for them. */
class Approval {
  @oneOf(['ar', 'uk'] as const) language!: 'ar' | 'uk';
  @text({ max: 120, example: 'Salma Haddad (demo)' }) approvedBy!: string;
  @localDate() on!: string;
}

/** Whom to write to and call in a municipality, of what the law asks the pages to say. */
class SiteContact {
  @text({ max: 100, example: 'Vejle (demo)' }) municipality!: string;
  @email() email!: string;
  @phone() phone!: string;
  @email() dataProtectionEmail!: string;
}

const webAddress = code({
  pattern: /^https:\/\/[^\s"<>]{3,200}$/,
  form: { da: 'skal begynde med https://', en: 'must begin with https://' },
  example: 'https://was.digst.dk/smaajob-vejle-dk',
  optional: true,
  description: 'Erklæringen i WAS-Tool, som loven kræver, når kommunen har udfyldt den.',
});

class AccessibilityFacts {
  /** EN 301 549; "partly" until somebody outside has looked. */
  @oneOf(['fully', 'partly', 'not'] as const) status!: 'fully' | 'partly' | 'not';
  @localDate() madeOn!: string;
  @localDate() updatedOn!: string;
  @webAddress was?: string;
}

/** What is true of this installation and stands on its pages, as data: `SITE_FILE`, or templates/pages/site.json. */
class SiteFile {
  @listOf(Approval, { max: 5 }) languages!: Approval[];
  @nested(AccessibilityFacts) accessibility!: AccessibilityFacts;
  @listOf(SiteContact, { max: 100 }) contacts!: SiteContact[];
}

export type Site = Readonly<SiteFile>;

declare module 'fastify' {
  interface FastifyInstance {
    site: Site;
  }
}

/** @throws when the file is missing or something in it has a wrong form: found at the start, and not by a visitor */
export function loadSite(file = join(templatesFolder(), 'pages', 'site.json')): Site {
  try {
    return readRequest(SiteFile, JSON.parse(readFileSync(file, 'utf8')));
  } catch (error) {
    const why = error instanceof Error && 'faults' in error ? JSON.stringify(error.faults) : String(error);
    throw new Error(`${file} cannot be used: ${why}`);
  }
}

/** The languages that pages for citizens are offered in. */
export const offeredBy = ({ languages }: Site): PageLanguage[] => [
  'da',
  'en',
  ...languages.map(({ language }) => language),
];

/** A language that is known here and may be shown. */
export const isOffered = (site: Site, language: unknown): language is PageLanguage =>
  isPageLanguage(language) && offeredBy(site).includes(language);
