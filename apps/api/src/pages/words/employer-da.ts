import type { RejectReason } from '#domain';

/** What a company reads; `c` is the first name of the contact. */
export const employerDa = {
  hello: (firstName: string): string => `Hej ${firstName}`,
  meetAPerson: 'Vil I møde en person til jobbet?',
  wantsTheJob: 'Vi har en person, som gerne vil have jobbet:',
  yourAnswer: 'Jeres svar',
  yesMeet: 'Ja, vi vil gerne møde personen',
  yesDirect: 'Ja, start uden møde',
  no: 'Nej',
  whyNot: 'Hvorfor ikke denne gang?',
  sendNo: 'Send nej',
  reasons: {
    'hours-do-not-fit': 'Timerne passer ikke',
    'tasks-do-not-fit': 'Opgaverne passer ikke',
    'found-another': 'Vi har fundet en anden',
    'no-need-any-more': 'Vi har ikke brug for hjælp mere',
    'not-now': 'Ikke lige nu',
    other: 'Andet',
  } satisfies Record<RejectReason, string>,
  ifYes: 'Siger I ja, får personen jobbet tilbudt. Det tilbud kan I ikke trække tilbage.',
  nameLater: 'I får navn og nummer, når personen har sagt ja.',
  ifNo: (c: string): string => `Siger I nej, fortæller ${c} det til personen.`,

  nowThis: 'Det sker der nu',
  answeredBy: (who: string): string => `Svaret kom fra ${who}.`,
  thanksYes: 'Tak. I har sagt ja.',
  personIsAsked: 'Personen får jobbet tilbudt nu.',
  arrangesRest: (c: string): string => `${c} aftaler resten med jer.`,
  thanksNo: 'Tak for jeres svar. I har sagt nej.',
  tellsPerson: (c: string): string => `${c} fortæller det til personen.`,
  jobStaysOpen: 'Jobbet står stadig åbent, og vi leder videre.',
  toChangeJob: (c: string): string => `Skal jobbet ændres, så ring til ${c}.`,
  withdrawn: 'Forslaget er trukket tilbage.',
  lapsed: 'Forslaget gælder ikke mere.',
  nothingToDo: 'I skal ikke gøre noget.',
  looksOn: (c: string): string => `${c} leder videre efter en person til jer.`,
  inDoubt: (c: string): string => `Er I i tvivl om noget, så ring til ${c}.`,

  yourContact: 'Jeres kontaktperson',
};
