/** *Søg*: names, numbers and titles as somebody remembers them. */
export const searchWords = {
  tab: 'Søg',
  heading: 'Søg',
  label: 'Navn, telefon, CVR eller job',
  hint: 'Stavefejl, rækkefølge og å eller aa gør ikke noget. Det, du søger efter, gemmes ikke.',
  find: 'Søg',
  citizens: 'Borgere',
  companies: 'Virksomheder',
  smallJobs: 'Job',
  staff: 'Kolleger',
  nothing: 'Intet fundet. Prøv med færre bogstaver, eller kun efternavnet.',
  tooShort: 'Skriv mindst to bogstaver.',
  found: (count: number): string => (count === 1 ? '1 fundet' : `${count} fundet`),
  followedBy: (name: string): string => `følges af ${name}`,
  followedByNobody: 'ingen kontakt endnu',
  states: { draft: 'kladde', open: 'åbent', paused: 'på pause', filled: 'besat', closed: 'lukket' },
  roles: { consultant: 'konsulent', leader: 'leder' },
};
