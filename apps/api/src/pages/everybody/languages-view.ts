import type { Language } from '#domain';
import { offeredBy, type Site } from '../../http/site.js';
import { languageNames } from '../frame/language-links.js';
import type { ShownPage } from '../frame/page.js';
import { everybodyWords } from '../words/everybody.js';
import { articlePage, section } from './article-view.js';

export function languagesPage(language: Language, site: Site): ShownPage {
  const w = everybodyWords[language].languages;
  const links = offeredBy(site).map((code) => ({
    href: `/sprog?sprog=${code}`,
    label: languageNames[code],
    lang: code,
  }));
  const sections = [section(w.current, { links, lines: [w.written] })];
  return articlePage(w.tab, { heading: w.heading, intro: w.intro, sections });
}
