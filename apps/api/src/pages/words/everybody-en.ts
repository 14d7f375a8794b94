import type { everybodyDa } from './everybody-da.js';

export const everybodyEn: typeof everybodyDa = {
  home: {
    tab: 'Fodfæste',
    heading: 'A few hours a week. Real pay. One person to call.',
    intro:
      'Fodfæste helps municipalities find paid small jobs for people who have been out of work for long. The right person is asked first, and says yes or no.',
    doors: 'Where do you want to go?',
    citizen: {
      heading: 'I have got a message',
      text: 'Use the link in the message. You can also see your shifts and hours here.',
      link: 'My page',
    },
    employer: {
      heading: 'We are a company',
      text: 'Post a task, answer a proposal, or look at the week.',
      link: 'Sign in as a company',
    },
    staff: {
      heading: 'I work for the municipality',
      text: 'Sign in with your account at the municipality.',
      link: 'Sign in as staff',
    },
    calculator: 'Work out what is left of the pay',
    people: 'Try it as one of these',
    peopleHint: 'This is a demo. One press, and you are signed in as a made-up person.',
    roles: {
      consultant: 'works for the municipality',
      leader: 'leads a team at the municipality',
      employer: 'company',
      citizen: 'looking for a job',
      integration: 'another system',
    },
    machines: 'Should another system talk to Fodfæste?',
    machinesLink: 'Read about the interface',
  },
  help: {
    tab: 'Help',
    heading: 'Help',
    intro: 'Find what looks like your situation. You can always call instead.',
    forCitizens: {
      heading: 'If you are looking for a job',
      questions: [
        {
          ask: 'I have got a message. What do I do?',
          answer: [
            'Open the link in the message.',
            'Read about the job. Answer with one of the buttons.',
            'You can also answer by SMS: write JA, NEJ or RING.',
          ],
        },
        { ask: 'The link does not work', answer: ['The link may be too old. Call your contact person.'] },
        {
          ask: 'I cannot come today',
          answer: [
            'Press I cannot come today, or call.',
            'That is all right. Just say so as soon as you know.',
          ],
        },
        { ask: 'I will be late', answer: ['Come anyway. Press I will be late, and we tell the company.'] },
        {
          ask: 'I have said yes, but would rather say no',
          answer: ['Press Take back my yes on the page, or call your contact person.'],
        },
        {
          ask: 'I would rather hear it than read it',
          answer: ['Press Listen to this at the top of the page.', 'If your phone cannot do that, call us.'],
        },
        {
          ask: 'Who sees what you know about me?',
          answer: ['That is on the page about privacy. There is a link to it at the bottom of every page.'],
        },
      ],
    },
    forCompanies: {
      heading: 'For companies',
      questions: [
        {
          ask: 'How do we get a task done?',
          answer: [
            'Sign in and press Post a task. Write one line about what is to be done, and choose the times.',
            'The municipality finds a person. You hear of the person only after she or he has said yes.',
          ],
        },
        {
          ask: 'The person has not come',
          answer: [
            'Press Not seen yet on the page This week. The municipality takes it from there and tells you who is calling.',
          ],
        },
        {
          ask: 'We are closed',
          answer: [
            'Choose Closing days on the page This week. The shifts are cancelled, and everyone is told.',
          ],
        },
        { ask: 'The hours are wrong', answer: ['Correct them on the page Hours before you press Correct.'] },
        { ask: 'A colleague should be able to answer too', answer: ['Add the colleague on the page Users.'] },
      ],
    },
    forStaff: {
      heading: 'For staff of the municipality',
      questions: [
        {
          ask: 'Where do I sign in?',
          answer: ['Press Sign in and choose the municipality. You use your ordinary account.'],
        },
        {
          ask: 'Another system needs access',
          answer: ['A leader makes a key on the page Keys. It is shown once.'],
        },
      ],
    },
    everyone: {
      heading: 'For everyone',
      questions: [
        { ask: 'The page is in the wrong language', answer: ['Choose the language at the top of the page.'] },
        { ask: 'I was signed out while writing', answer: ['Sign in again. What was written comes back.'] },
        {
          ask: 'Something on the page cannot be used',
          answer: ['Write to or call the municipality. The address is on the page about accessibility.'],
        },
      ],
    },
  },
  privacy: {
    tab: 'Privacy',
    heading: 'Privacy',
    intro: 'This is what we keep, who sees it, and what you can do.',
    who: {
      heading: 'Who is responsible?',
      lines: ['Your municipality is. Fodfæste is the system that it uses.'],
      write: (municipality) => `${municipality}, questions about your data:`,
      unknown: 'Call the municipality if you want to know more.',
    },
    sections: [
      {
        heading: 'What we keep about you who look for a job',
        lines: [],
        list: [
          'Your name, address, number and e-mail.',
          'Your CPR number. It is locked, and it is not shown on the pages.',
          'What you would like, what you are good at, and what you need.',
          'When you can work, and how you get there.',
          'Your shifts and your hours.',
          'The messages we have sent, and what you have answered.',
          'We keep no diagnoses.',
        ],
      },
      {
        heading: 'What the company sees',
        lines: [
          'At first the company sees only a card without your name, and only after you have said yes to that.',
          'The company gets your name and number when you have said yes to the job.',
          'The company never sees your age, your gender, where you come from, what you live on, or how you are.',
        ],
        list: [],
      },
      {
        heading: 'What the municipality sees',
        lines: [
          'The staff who help you can see your data.',
          'Each time somebody looks at it, that is written down. You can be told who it was.',
        ],
        list: [],
      },
      {
        heading: 'What we keep about companies and staff',
        lines: ['Name, e-mail and number, what was posted, and who has answered what and when.'],
        list: [],
      },
      {
        heading: 'How long we keep it',
        lines: [
          'What you write to us in an SMS is deleted after 30 days, unless the municipality has chosen another number.',
          'The municipality keeps the rest as long as it needs it and as long as the law requires it. Ask if you want to know more.',
        ],
        list: [],
      },
      {
        heading: 'Cookies',
        lines: ['We only use the cookies that are needed. None of them follows you around.'],
        list: [
          'One remembers that you are signed in.',
          'One remembers the language you have chosen.',
          'One makes sure that an answer comes from our own page.',
        ],
      },
      {
        heading: 'What you have a right to',
        lines: ['Tell the municipality what you wish.'],
        list: [
          'You can see what we have about you.',
          'You can have what is wrong corrected.',
          'You can ask for something to be deleted.',
          'You can say no to our using something in a certain way.',
          'You can take back a yes. It does not change what happened before.',
          'A human being decides whether you are suggested for a job. The machine does not.',
        ],
      },
      {
        heading: 'Not satisfied?',
        lines: [
          'Call the municipality first. You can also complain to the Danish Data Protection Agency (Datatilsynet), phone 33 19 32 00 or datatilsynet.dk.',
        ],
        list: [],
      },
    ],
  },
  accessibility: {
    tab: 'Accessibility',
    heading: 'Accessibility statement',
    intro:
      'Everyone should be able to use the pages. The Danish act on accessibility of public websites and apps asks us to say how far we are.',
    status: {
      heading: 'Status',
      fully: 'The pages comply fully with the standard EN 301 549.',
      partly: 'The pages comply partly with the standard EN 301 549. What is missing is listed below.',
      not: 'The pages do not comply with the standard EN 301 549.',
    },
    gaps: {
      heading: 'What is still missing',
      list: [
        'Nobody outside the project has reviewed the pages yet, and nobody who uses a screen reader every day has tried them.',
        'The button Listen to this uses the voice of the phone. Where the phone has no voice for the language, the button is not there.',
        'What companies write about a task can be harder to read than our own texts.',
        'The description of the interface for other systems is in Danish and made for technicians.',
      ],
    },
    how: {
      heading: 'How we have examined it',
      lines: [
        'We have examined the pages ourselves. Every page is tried automatically in a browser with axe-core and Lighthouse before a new version comes out: on a narrow phone and a wide screen, with text twice as large, with the colours a user has chosen, and without scripts.',
        'The most important journeys are tried with the keyboard alone.',
      ],
      dates: (made, updated) => `The statement was made on ${made} and last changed on ${updated}.`,
      was: 'The statement at the Agency for Digital Government',
    },
    tell: {
      heading: 'Is there something you cannot use?',
      lines: [
        'Write to or call the municipality. Say which page it is and what is difficult. Do not write a CPR number or anything about health.',
      ],
      contact: (municipality) => `${municipality}:`,
      unknown: 'The municipality has not written its address here yet. Call its main number.',
    },
    enforcement: {
      heading: 'If the answer does not help',
      lines: [
        'The Agency for Digital Government (Digitaliseringsstyrelsen) supervises. If the municipality has not answered within 10 working days, or the answer does not help, call the agency on 20 16 36 12 or find it at digst.dk.',
      ],
    },
  },
  languages: {
    tab: 'Language',
    heading: 'Language',
    intro: 'Choose the language of the pages. The choice is remembered on this phone or computer.',
    current: 'The pages are in English now.',
    written: 'What a company or a person has written stays in the language it was written in.',
  },
};
