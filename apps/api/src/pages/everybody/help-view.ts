import type { Language, Role } from '#domain';
import type { ShownPage } from '../frame/page.js';
import { everybodyWords } from '../words/everybody.js';
import { articlePage, section } from './article-view.js';

type Part = 'forCitizens' | 'forCompanies' | 'forStaff';

const all: readonly Part[] = ['forCitizens', 'forCompanies', 'forStaff'];
const partOf: Partial<Record<Role | 'system', Part>> = {
  citizen: 'forCitizens',
  employer: 'forCompanies',
  consultant: 'forStaff',
  leader: 'forStaff',
};

/** Help for whoever is signed in; for everybody when nobody is. */
export function helpPage(language: Language, role?: Role | 'system'): ShownPage {
  const w = everybodyWords[language].help;
  const own = role && partOf[role];
  const parts = [...(own ? [own] : all), 'everyone' as const];
  const sections = parts.map((part) => section(w[part].heading, { questions: w[part].questions }));
  return articlePage(w.tab, { heading: w.heading, intro: w.intro, sections });
}
