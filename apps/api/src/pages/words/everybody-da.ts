/** Help, privacy and accessibility. What a citizen reads here is held to the same plain Danish as everything else. */
export const everybodyDa = {
  home: {
    tab: 'Fodfæste',
    heading: 'Få timer om ugen. Rigtig løn. En fast person at ringe til.',
    intro:
      'Fodfæste hjælper kommuner med at finde lønnede småjob til mennesker, der har været længe uden arbejde. Den rette bliver spurgt først og siger selv ja eller nej.',
    doors: 'Hvor vil du hen?',
    citizen: {
      heading: 'Jeg har fået en besked',
      text: 'Brug linket i beskeden. Du kan også se dine vagter og timer her.',
      link: 'Min side',
    },
    employer: {
      heading: 'Vi er et firma',
      text: 'Slå en opgave op, svar på et forslag, eller se ugen.',
      link: 'Log ind som firma',
    },
    staff: {
      heading: 'Jeg arbejder i kommunen',
      text: 'Log ind med din konto i kommunen.',
      link: 'Log ind som medarbejder',
    },
    calculator: 'Regn ud, hvad der bliver tilbage af lønnen',
    people: 'Prøv som en af dem her',
    peopleHint: 'Det er en demo. Ét tryk, så er du logget ind som en opdigtet person.',
    roles: {
      consultant: 'medarbejder i kommunen',
      leader: 'leder i kommunen',
      employer: 'firma',
      citizen: 'søger job',
      integration: 'et andet system',
    },
    machines: 'Skal et andet system tale med Fodfæste?',
    machinesLink: 'Læs om grænsefladen',
  },
  help: {
    tab: 'Hjælp',
    heading: 'Hjælp',
    intro: 'Find det, der ligner det, du står med. Du kan altid ringe i stedet.',
    forCitizens: {
      heading: 'Til dig, der søger job',
      questions: [
        {
          ask: 'Jeg har fået en besked. Hvad skal jeg gøre?',
          answer: [
            'Tryk på linket i beskeden.',
            'Læs om jobbet. Svar med en af knapperne.',
            'Du kan også svare på sms: skriv JA, NEJ eller RING.',
          ],
        },
        { ask: 'Linket virker ikke', answer: ['Linket kan være for gammelt. Ring til din kontaktperson.'] },
        {
          ask: 'Jeg kan ikke komme i dag',
          answer: [
            'Tryk på Jeg kan ikke i dag, eller ring.',
            'Det er i orden. Sig det bare, så snart du ved det.',
          ],
        },
        {
          ask: 'Jeg kommer for sent',
          answer: ['Kom alligevel. Tryk på Jeg bliver forsinket, så siger vi det til firmaet.'],
        },
        {
          ask: 'Jeg har sagt ja, men vil gerne sige nej',
          answer: ['Tryk på Fortryd mit ja på siden, eller ring til din kontaktperson.'],
        },
        {
          ask: 'Jeg vil hellere høre det end læse det',
          answer: ['Tryk på Hør det læst op øverst på siden.', 'Kan din telefon ikke det, så ring til os.'],
        },
        {
          ask: 'Hvem ser mine oplysninger?',
          answer: ['Det står på siden om privatliv. Nederst på hver side er der et link til den.'],
        },
      ],
    },
    forCompanies: {
      heading: 'Til firmaer',
      questions: [
        {
          ask: 'Hvordan får vi løst en opgave?',
          answer: [
            'Log ind, og tryk på Slå en opgave op. Skriv en linje om, hvad der skal gøres, og vælg tiderne.',
            'Kommunen finder en person. I hører først om personen, når den selv har sagt ja.',
          ],
        },
        {
          ask: 'Personen er ikke kommet',
          answer: [
            'Tryk på Ikke set endnu på siden Ugen. Så tager kommunen den derfra, og I får besked om, hvem der ringer.',
          ],
        },
        {
          ask: 'Vi holder lukket',
          answer: ['Vælg Lukkedage på siden Ugen. Vagterne bliver aflyst, og alle får besked.'],
        },
        { ask: 'Timerne passer ikke', answer: ['Ret dem på siden Timer, før I trykker Stemmer.'] },
        { ask: 'En kollega skal også kunne svare', answer: ['Tilføj kollegaen på siden Brugere.'] },
      ],
    },
    forStaff: {
      heading: 'Til medarbejdere i kommunen',
      questions: [
        {
          ask: 'Hvor logger jeg ind?',
          answer: ['Tryk på Log ind, og vælg kommunen. Du bruger din almindelige konto.'],
        },
        {
          ask: 'Et andet system skal have adgang',
          answer: ['En leder laver en nøgle på siden Nøgler. Den vises én gang.'],
        },
      ],
    },
    everyone: {
      heading: 'Til alle',
      questions: [
        { ask: 'Siden er på et forkert sprog', answer: ['Vælg sprog øverst på siden.'] },
        {
          ask: 'Jeg blev logget ud, mens jeg skrev',
          answer: ['Log ind igen. Det, der var skrevet, kommer tilbage.'],
        },
        {
          ask: 'Noget på siden kan ikke bruges',
          answer: ['Skriv eller ring til kommunen. Adressen står på siden om tilgængelighed.'],
        },
      ],
    },
  },
  privacy: {
    tab: 'Privatliv',
    heading: 'Privatliv',
    intro: 'Her står, hvad vi gemmer, hvem der ser det, og hvad du kan gøre.',
    who: {
      heading: 'Hvem har ansvaret?',
      lines: ['Det har din kommune. Fodfæste er det system, kommunen bruger.'],
      write: (municipality: string): string => `${municipality}, spørgsmål om dine oplysninger:`,
      unknown: 'Ring til kommunen, hvis du vil vide mere.',
    },
    sections: [
      {
        heading: 'Det gemmer vi om dig, der søger job',
        lines: [],
        list: [
          'Dit navn, din adresse, dit nummer og din e-mail.',
          'Dit cpr-nummer. Det er låst, og det vises ikke på siderne.',
          'Hvad du gerne vil, hvad du er god til, og hvad du har brug for.',
          'Hvornår du kan, og hvordan du kommer frem.',
          'Dine vagter og dine timer.',
          'De beskeder, vi har sendt, og hvad du har svaret.',
          'Vi gemmer ingen diagnoser.',
        ],
      },
      {
        heading: 'Det ser firmaet',
        lines: [
          'Først ser firmaet kun et kort uden dit navn. Det sker kun, når du har sagt ja til det.',
          'Firmaet får dit navn og nummer, når du har sagt ja til jobbet.',
          'Firmaet ser aldrig din alder, dit køn, hvor du kommer fra, hvad du lever af, eller hvordan du har det.',
        ],
        list: [],
      },
      {
        heading: 'Det ser kommunen',
        lines: [
          'De ansatte, der hjælper dig, kan se dine oplysninger.',
          'Hver gang nogen ser på dem, bliver det skrevet ned. Du kan få at vide, hvem det var.',
        ],
        list: [],
      },
      {
        heading: 'Det gemmer vi om firmaer og ansatte',
        lines: ['Navn, e-mail og nummer, hvad der er slået op, og hvem der har svaret hvad og hvornår.'],
        list: [],
      },
      {
        heading: 'Så længe gemmer vi det',
        lines: [
          'Det, du skriver i en sms til os, bliver slettet efter 30 dage, hvis kommunen ikke har valgt et andet tal.',
          'Resten gemmer kommunen, så længe den har brug for det, og så længe loven kræver det. Spørg, hvis du vil vide mere.',
        ],
        list: [],
      },
      {
        heading: 'Cookies',
        lines: ['Vi bruger kun de cookies, der skal til. Ingen af dem følger dig rundt på nettet.'],
        list: [
          'En husker, at du er logget ind.',
          'En husker, hvilket sprog du har valgt.',
          'En sørger for, at et svar kommer fra vores egen side.',
        ],
      },
      {
        heading: 'Det har du ret til',
        lines: ['Sig til kommunen, hvad du ønsker.'],
        list: [
          'Du kan få at se, hvad vi har om dig.',
          'Du kan få rettet det, der er forkert.',
          'Du kan bede om, at noget bliver slettet.',
          'Du kan sige nej til, at vi bruger noget på en bestemt måde.',
          'Du kan tage et ja tilbage. Det, der er sket før, ændrer det ikke på.',
          'Et menneske afgør, om du bliver foreslået til et job. Det gør maskinen ikke.',
        ],
      },
      {
        heading: 'Er du ikke tilfreds?',
        lines: [
          'Ring først til kommunen. Du kan også klage til Datatilsynet på telefon 33 19 32 00 eller på datatilsynet.dk.',
        ],
        list: [],
      },
    ],
  },
  accessibility: {
    tab: 'Tilgængelighed',
    heading: 'Tilgængelighedserklæring',
    intro:
      'Alle skal kunne bruge siderne. Loven om tilgængelighed af offentlige organers websteder og mobilapplikationer kræver, at her står, hvor langt vi er.',
    status: {
      heading: 'Status',
      fully: 'Siderne overholder standarden EN 301 549 fuldt ud.',
      partly: 'Siderne overholder standarden EN 301 549 delvist. Manglerne står herunder.',
      not: 'Siderne overholder ikke standarden EN 301 549.',
    },
    gaps: {
      heading: 'Det mangler endnu',
      list: [
        'Ingen uden for projektet har gennemgået siderne endnu, og ingen, der bruger skærmlæser til daglig, har prøvet dem.',
        'Knappen Hør det læst op bruger telefonens egen stemme. Har telefonen ingen dansk stemme, er knappen der ikke.',
        'Det, firmaer skriver om en opgave, kan være sværere at læse end vores egne tekster.',
        'Beskrivelsen af grænsefladen til andre systemer er på dansk og lavet til teknikere.',
      ],
    },
    how: {
      heading: 'Sådan har vi undersøgt det',
      lines: [
        'Vi har selv undersøgt siderne. Hver side bliver prøvet automatisk i en browser med axe-core og Lighthouse, før en ny udgave kommer ud: på en smal telefon og en bred skærm, med dobbelt så stor tekst, med brugerens egne farver og uden script.',
        'De vigtigste forløb bliver prøvet med tastatur alene.',
      ],
      dates: (made: string, updated: string): string =>
        `Erklæringen er lavet den ${made} og sidst rettet den ${updated}.`,
      was: 'Erklæringen hos Digitaliseringsstyrelsen',
    },
    tell: {
      heading: 'Er der noget, du ikke kan bruge?',
      lines: [
        'Skriv eller ring til kommunen. Fortæl, hvilken side det er, og hvad der er svært. Skriv ikke cpr-nummer eller noget om helbred.',
      ],
      contact: (municipality: string): string => `${municipality}:`,
      unknown: 'Kommunen har ikke skrevet sin adresse her endnu. Ring til kommunens hovednummer.',
    },
    enforcement: {
      heading: 'Hvis svaret ikke hjælper',
      lines: [
        'Digitaliseringsstyrelsen fører tilsyn. Har kommunen ikke svaret inden for 10 arbejdsdage, eller hjælper svaret ikke, kan du ringe til styrelsen på telefon 20 16 36 12 eller finde den på digst.dk.',
      ],
    },
  },
  languages: {
    tab: 'Sprog',
    heading: 'Sprog',
    intro: 'Vælg det sprog, siderne skal være på. Valget bliver husket på denne telefon eller computer.',
    current: 'Siderne er på dansk nu.',
    written: 'Det, et firma eller en person har skrevet, står på det sprog, det er skrevet på.',
  },
};
