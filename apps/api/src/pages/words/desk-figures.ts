/** The words of the leader's figures. */
export const figuresWords = {
  tab: 'Tal',
  heading: 'Tal',
  made: (day: string, time: string): string => `Talt ${day} kl. ${time}.`,
  now: 'Lige nu',
  how: 'Sådan er det talt',
  asTable: 'Vis som tabel',
  download: 'Hent til regneark',
  csv: 'CSV',
  xlsx: 'Excel',
  back: 'Tal',
  more: 'Se mere',

  paid: 'Løntimer',
  smallJobs: 'Småjobs',
  waiting: 'Borgere, der venter',
  cases: 'Når nogen mangler',
  load: 'Fordeling af arbejdet',
  changes: 'Skift af kontaktperson',
  unpaid: 'Ulønnede forløb',
  lists: 'Flere tal',

  peopleNow: (n: number): string => (n === 1 ? 'borger er i løntimer nu' : 'borgere er i løntimer nu'),
  peopleNowNote: (hybrid: string): string => `${hybrid} af dem har også ulønnede timer`,
  peopleNowHow:
    'Borgere med en underskrevet aftale, hvor løntimerne er begyndt, og hvor hverken aftalen eller jobbet er slut. Hver borger tæller én gang.',
  goal: (n: number, hours: number, month: string): string =>
    `${n === 1 ? 'borger' : 'borgere'} har mindst ${hours} løntimer i ${month}`,
  goalNote: (coming: string): string => `${coming} mere når det med de vagter, der er planlagt`,
  goalHow: (hours: number): string =>
    `Målet er ${hours} ordinære løntimer om måneden, cirka én dag om ugen. Kun vagter, der er slut, og kun lønnede.`,
  paidHours: (month: string): string => `løntimer i ${month} indtil nu`,
  paidHoursHow:
    'Lønnede vagter, der er slut. Bekræftede minutter tæller; ellers det, der er sagt om komme og gå; ellers planen. Fravær tæller ikke. En vagt over midnat tæller den dag, den begynder.',
  unpaidHours: (month: string): string => `ulønnede timer i ${month} indtil nu`,
  unpaidHoursNote: (n: string): string => `${n} med ulønnede timer`,
  unpaidHoursHow: 'Talt som løntimer, men for sig. De to tal lægges aldrig sammen.',

  paidChart: 'Løntimer pr. uge',
  unpaidChart: 'Ulønnede timer pr. uge',
  chartText: (first: string, last: string, most: string, week: string): string =>
    `Tolv uger. Den første uge: ${first}. Denne uge indtil nu: ${last}. Mest: ${most} i uge ${week}.`,
  chartAxis: 'Timer, uge for uge',
  chartEmpty: 'Der har ikke været nogen i de sidste tolv uger.',
  week: 'Uge',
  weekSoFar: (week: string): string => `${week} (indtil nu)`,
  hours: 'Timer',
  people: 'Borgere',

  open: (n: number): string => (n === 1 ? 'åbent småjob' : 'åbne småjobs'),
  filled: (n: number): string => (n === 1 ? 'besat småjob' : 'besatte småjobs'),
  paused: 'på pause',
  smallJobsHow: 'Opslag i kommunen nu. Kladder og lukkede er ikke med.',

  waits: (n: number): string => (n === 1 ? 'borger har sagt ja og venter' : 'borgere har sagt ja og venter'),
  waitsNote: (median: string, longest: string): string =>
    `Den midterste har ventet ${median}, den længste ${longest}`,
  waitsHow:
    'Borgere, der har sagt ja til et småjob, og som intet er i gang for: intet spørgsmål, forslag, tilbud eller aftale. Hver måned uden noget gør det sværere.',
  forgotten: 'af dem er ikke foreslået i 30 dage',
  forgottenHow: 'Af dem, der venter: aldrig foreslået til et firma, eller ikke i 30 dage.',
  days: (n: number): string => (n === 1 ? '1 dag' : `${n.toLocaleString('da-DK')} dage`),

  rules: 'De tre regler, der holder flest ude',
  ruleLine: (name: string, percent: string): string =>
    `${name} stopper ${percent} af alle par af job og borger`,
  ruleAlone: (n: string): string => `${n} af dem kun på grund af den`,
  noRules: 'Der er ingen åbne småjobs, eller ingen bliver holdt ude.',
  rulesHow: (pairs: string, fitting: string): string =>
    `Hvert åbent småjob holdt op mod hver borger, der har sagt ja: ${pairs} par. ${fitting} passer. En regel tæller hver gang, den siger nej.`,

  openCases: (n: number): string => (n === 1 ? 'sag er åben' : 'sager er åbne'),
  openCasesNote: (untaken: number): string =>
    untaken === 0 ? 'Alle er taget' : `${untaken.toLocaleString('da-DK')} har ingen taget endnu`,
  median: 'til nogen tager sagen',
  medianNote: (worst: string): string => `Længste ventetid: ${worst}`,
  minutes: (n: number): string => (n === 1 ? '1 minut' : `${n.toLocaleString('da-DK')} minutter`),
  none: 'Ingen',
  noCases: (days: number): string => `Ingen sager de sidste ${days} dage.`,
  casesHow: (days: number): string =>
    `Fra sagen blev åbnet, til et menneske trykkede "Jeg ringer" eller "Jeg kører", eller til nu. Det midterste tal og det største af de sidste ${days} dage. Sager, der løste sig selv, er ikke med. Per team og aldrig per medarbejder.`,
  team: 'Team',
  others: 'Øvrige',
  openNow: 'Åbne nu',
  counted: 'Talt med',
  medianColumn: 'Midterste ventetid',
  worstColumn: 'Længste ventetid',

  loadText: (people: string, target: number, limit: number, overTarget: string, overLimit: string): string =>
    `Borgere pr. medarbejder, efter navn. Målet er ${target}, grænsen ${limit}. ${people} medarbejdere. ${overTarget} over målet, og af dem ${overLimit} over grænsen.`,
  loadLine: (name: string, n: string, mark: string): string =>
    `${name}: ${n}${mark === '' ? '' : `, ${mark}`}`,
  target: (n: number): string => `mål ${n}`,
  limit: (n: number): string => `grænse ${n}`,
  overTarget: 'over målet',
  overLimit: 'over grænsen',
  loadHow:
    'Borgere, som medarbejderen følger lige nu. Tallet er til at fordele arbejdet efter. Det siger intet om, hvor godt nogen arbejder.',
  withoutBroker: (n: number): string =>
    n === 1 ? '1 borger følges ikke af nogen.' : `${n.toLocaleString('da-DK')} borgere følges ikke af nogen.`,
  spreadLoad: 'Prøv en fordeling af de ledige pladser',
  employee: 'Medarbejder',
  citizens: 'Borgere',
  mark: 'Mærke',

  changed: 'skift af kontaktperson det sidste år',
  changedNote: (citizens: string, intended: string, unintended: string): string =>
    `${citizens} · ${intended} ønsket eller planlagt · ${unintended} ikke ønsket`,
  citizensOf: (n: number): string => (n === 1 ? '1 borger' : `${n.toLocaleString('da-DK')} borgere`),
  changedHow:
    'Ny fast kontakt på et småjob, man er i, eller en ny, der følger borgeren. Flere samme dag tæller som ét. At borgerens egen formidler tager over, tæller ikke.',
  changedSource: (percent: number): string =>
    `Hvert skift hænger sammen med ${percent} % lavere chance for job (Rosholm m.fl. 2017, om aktivitetsparate). Det er en sammenhæng og ikke et bevis for årsag.`,

  placements: 'forløb med ulønnede timer',
  placementsNote: (paid: string, companies: string): string =>
    `${paid} er blevet til løntimer · ${companies}`,
  companiesOf: (n: number): string =>
    n === 1 ? '1 virksomhed' : `${n.toLocaleString('da-DK')} virksomheder`,
  onlyUnpaid: (n: number): string =>
    n === 1 ? '1 virksomhed har kun ulønnede forløb' : `${n} virksomheder har kun ulønnede forløb`,
  placementsHow:
    'Underskrevne aftaler med ulønnede timer. De er blevet til løntimer, når der er arbejdet mindst én lønnet vagt.',

  attendance: 'Fremmøde måned for måned',
  monitoring: 'Overvågning år for år',
  spread: 'Hvordan de første pladser fordeler sig',
};

export const figureLists = {
  hours: {
    heading: (month: string): string => `Løntimer i ${month}`,
    views: {
      alle: 'Alle i måneden',
      nu: 'I løntimer nu',
      naaet: 'Har nået målet',
      paavej: 'Når det med det planlagte',
      under: 'Under målet',
      uloennet: 'Med ulønnede timer',
    },
    month: 'En tidligere måned',
    columns: ['Borger', 'Løntimer indtil nu', 'Planlagt', 'Ulønnede timer'],
    reached: 'Målet er nået',
    coming: 'Når det',
    empty: 'Ingen borgere her. Når nogen arbejder lønnede timer i måneden, står de her.',
    intro: (hours: number): string =>
      `Målet er ${hours} løntimer om måneden. Ulønnede timer tæller ikke med.`,
  },
  waiting: {
    heading: 'Venter længst',
    views: { alle: 'Alle', glemte: 'Ikke foreslået i 30 dage' },
    columns: ['Borger', 'Har ventet', 'Sidst noget i gang', 'Følges af'],
    never: 'Aldrig',
    ago: (days: string): string => `for ${days} siden`,
    nobody: 'Ingen',
    empty: 'Ingen venter. Alle, der har sagt ja, er der noget i gang for.',
    why: 'Se, hvad der står i vejen',
  },
  forgotten: {
    heading: 'Ikke foreslået i 30 dage',
    columns: ['Borger', 'Dage', 'Småjobs, der passer nu', 'Står oftest i vejen', 'Følges af'],
    none: 'Intet',
    empty: 'Alle, der har sagt ja, er foreslået inden for 30 dage, eller der er noget i gang.',
    helps: 'Det hjælper flest at spørge om',
  },
  changes: {
    heading: 'Skift af kontaktperson',
    columns: ['Borger', 'Dag', 'Hvad', 'Grund', 'Slags'],
    broker: 'Den, der følger borgeren',
    contact: 'Fast kontakt på småjobbet',
    empty: 'Ingen har fået en ny kontaktperson det sidste år.',
    times: (once: string, twice: string, more: string): string =>
      `${once} med ét skift, ${twice} med to, ${more} med tre eller flere.`,
  },
  cases: {
    heading: 'Når nogen mangler',
    columns: ['Borger', 'Åbnet', 'Taget', 'Småjob'],
    notTaken: 'Nej',
    empty: 'Ingen sager er åbne.',
    open: 'Åbne nu',
    teams: 'Ventetid pr. team',
  },
  rules: {
    heading: 'Det, der holder flest ude',
    columns: ['Regel', 'Siger nej', 'Af alle par', 'Kun den'],
    empty: 'Der er ingen åbne småjobs, eller ingen bliver holdt ude.',
  },
  placements: {
    heading: 'Ulønnede forløb pr. virksomhed',
    columns: ['Virksomhed', 'Forløb', 'Blev til løntimer', 'Sluttede uden løn', 'Ulønnede timer'],
    onlyUnpaid: 'Kun ulønnet',
    empty: 'Ingen virksomhed har haft forløb med ulønnede timer.',
    intro:
      'En virksomhed med to eller flere forløb, hvor ingen er blevet til løntimer, har mærket "Kun ulønnet". Tag en snak om løntimer, eller stop samarbejdet.',
  },
  attendance: {
    heading: 'Fremmøde måned for måned',
    columns: [
      'Måned',
      'Kom til tiden',
      'Kom senere',
      'Ingen har sagt noget',
      'Meldte afbud',
      'Mødte ikke op',
    ],
    empty: 'Ingen vagter er slut endnu.',
    intro:
      'Tavshed er ikke fravær: "Mødte ikke op" står der kun, når et menneske har sagt det. At komme senere er godt.',
  },
  monitoring: {
    heading: 'Overvågning år for år',
    caption: (place: string): string => `Indikatorer i ${place} Kommune år for år`,
    indicator: 'Indikator',
    measure: 'Opgjort',
    part: (day: string): string => `til ${day}`,
    unknown: 'Ikke skrevet ind',
    entered: 'Skrevet ind af kommunen',
    intro:
      'Her ser du de rigtige tal. I filerne til brug uden for huset står tal om færre end fem borgere som "under 5".',
    enter: 'Skriv et tal ind',
    enterHelp:
      'De sidste fem rækker kender systemet ikke selv. Skriv dem af fra kommunens egen statistik, og sig, hvor de er fra.',
    indicatorField: 'Række',
    year: 'År',
    people: 'Antal borgere',
    countedTo: 'Talt til og med',
    countedToHint: 'Den sidste dag i året, når hele året er talt.',
    source: 'Hvor er tallet fra?',
    sourceHint: 'For eksempel jobindsats.dk',
    save: 'Gem tallet',
    saved: 'Tallet er gemt.',
    hours: 'timer',
  },
} as const;
