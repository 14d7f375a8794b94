import { page, type ShownPage } from '../frame/page.js';

/** A page that is read and asks for nothing. */
interface ArticleView {
  heading: string;
  intro: string;
  sections: ArticleSection[];
}

export interface ArticleSection {
  heading: string;
  lines: string[];
  list: string[];
  /** Shown folded up: the question first. */
  questions: { ask: string; answer: string[] }[];
  links: { href: string; label: string; lang: string }[];
}

const shownArticle = page<ArticleView>('everybody/article');

/** In Danish and English only, and worth hearing read aloud. */
export const articlePage = (title: string, view: ArticleView): ShownPage =>
  shownArticle({ ...view, title, readAloud: true });

export const section = (heading: string, more: Partial<ArticleSection>): ArticleSection => ({
  heading,
  lines: [],
  list: [],
  questions: [],
  links: [],
  ...more,
});
