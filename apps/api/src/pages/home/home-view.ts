import type { Language, Role } from '#domain';
import { page, type ShownPage } from '../frame/page.js';
import { everybodyWords } from '../words/everybody.js';

interface Door {
  heading: string;
  text: string;
  link: string;
  href: string;
}

interface HomeView {
  heading: string;
  intro: string;
  doors: Door[];
  doorsHeading: string;
  calculator: string;
  /** Of a demo: whom one can be with one press. */
  people: { name: string; role: string; municipality: string; href: string }[];
  peopleHeading: string;
  peopleHint: string;
  machines: string;
  machinesLink: string;
}

const shownHome = page<HomeView>('home');

export interface Person {
  name: string;
  role: Role;
  municipality: string;
  href: string;
}

export function homePage(language: Language, people: readonly Person[]): ShownPage {
  const w = everybodyWords[language].home;
  return shownHome({
    title: w.tab,
    wide: true,
    heading: w.heading,
    intro: w.intro,
    doorsHeading: w.doors,
    doors: [
      { ...w.citizen, href: '/log-ind?til=/min-side' },
      { ...w.employer, href: '/log-ind?til=/firma' },
      { ...w.staff, href: '/log-ind?til=/kommune' },
    ],
    calculator: w.calculator,
    people: people.map(({ role, ...person }) => ({ ...person, role: w.roles[role] })),
    peopleHeading: w.people,
    peopleHint: w.peopleHint,
    machines: w.machines,
    machinesLink: w.machinesLink,
  });
}
