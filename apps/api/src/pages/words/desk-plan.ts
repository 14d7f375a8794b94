/** The words of the assignment preview. */
export const planWords = {
  heading: 'Fordeling af ledige pladser',
  intro:
    'Her regner systemet ud, hvem der bedst kan foreslås til hvad, når alle ledige pladser ses på én gang. Det er et forslag. Ingen får besked, og intet ændres.',
  size: (seats: string, jobs: string, citizens: string): string =>
    `${seats} ledige pladser i ${jobs} åbne småjobs, og ${citizens} borgere har sagt ja.`,
  choose: 'Vælg, hvad der skal tælle',
  scope: 'Hvis borgere?',
  scopes: { municipality: 'Hele kommunens', team: 'Mit teams', mine: 'Mine egne' },
  waiting: 'Hvor meget skal ventetid veje?',
  weights: {
    usual: 'Som normalt',
    more: 'Mere: dem, der har ventet længst, går tit forud',
    none: 'Ikke: kun hvor godt det passer',
  },
  target: 'Højst så mange borgere pr. kontaktperson',
  targetHint: (target: number): string =>
    `Kommunens eget mål er ${target}. Lad feltet være tomt for at bruge det.`,
  mostPerCompany: 'Højst så mange nye i ét firma',
  mostHint: 'Lad feltet være tomt, når det er lige meget.',
  calculate: 'Regn en plan ud',
  again: 'Regn igen',
  working: 'Regner … Det tager mest et par sekunder, og højst et halvt minut.',
  seconds: 'sekunder',

  made: (day: string, time: string): string => `Regnet ${day} kl. ${time}.`,
  result: 'Planen',
  filled: (filled: string, seats: string): string => `${filled} af ${seats} pladser får en borger.`,
  moreThanBest: (n: string): string => `Det er ${n} flere, end når hvert job tager den bedste, der er fri.`,
  sameAsBest: 'Det er lige så mange, som når hvert job tager den bedste, der er fri.',
  morePoints: (n: string): string => `Det passer samlet ${n} point bedre.`,
  samePoints: 'Det passer samlet lige så godt.',
  why: 'Hvorfor er det ikke bare den bedste til hvert job?',
  whyText:
    'Når hvert job tager den bedste, der er fri, kan den første bruge en borger, som er den eneste, der passer til et andet job. Planen ser på alle pladser samtidig. Derfor får nogle job nummer to på listen, så flere job får nogen.',
  others: 'En anden end den bedste alene',
  jobs: 'Hvem kunne foreslås til hvad',
  points: (n: string): string => `${n} point`,
  waited: (n: string): string => `har ventet ${n} dage`,
  with: (broker: string): string => `følges af ${broker}`,
  empty: (n: number): string => (n === 1 ? '1 plads får ingen' : `${n} pladser får ingen`),
  nobody: 'Der er ingen ledige pladser lige nu. Slå et job op, eller genoptag et, der er på pause.',
  chosen: 'Foreslå dem, der er hak ved',
  chosenHelp:
    'Tag hakket væk ved dem, du ikke vil foreslå. Du ser listen én gang til, før nogen bliver spurgt, og kan fortryde i 30 sekunder.',
  most: (n: number): string =>
    `Højst ${n} ad gangen: de første har hak. Regn igen, når de er spurgt, og tag de næste.`,
  onlyLeader: 'En leder kan gå videre med planen.',
  contacts: 'Kontaktpersonerne, før og efter',
  contactsText: (target: number, limit: number): string =>
    `Målet er ${target} borgere, og grænsen er ${limit}. Efter navn.`,
  name: 'Kontaktperson',
  before: 'Før',
  after: 'Efter',
  inWords: 'Hvad planen gør',
  overTarget: 'over målet',
  overLimit: 'over grænsen',
};
