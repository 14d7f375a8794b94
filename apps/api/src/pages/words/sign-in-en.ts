import type { signInDa } from './sign-in-da.js';

export const signInEn: typeof signInDa = {
  tab: 'Sign in',
  choose: 'Sign in',
  chooseIntro: 'Where do you belong?',
  toCompany: 'A company',
  toCompanyText: 'With a code by e-mail or text message',
  toCitizen: 'My own page',
  toCitizenText: 'With a code by text message',
  toStaff: 'The municipality',
  toStaffText: 'With the login you have at work',
  otherWay: 'Do you belong elsewhere?',
  demoHeading: 'Demo: be one of them',
  demoRoles: {
    consultant: 'consultant',
    leader: 'leader',
    employer: 'company',
    citizen: 'wants a small job',
    integration: 'case system',
  },

  companyHeading: 'Sign in for a company',
  companyIntro: 'Enter the e-mail address or mobile number that the municipality has. You will get a code.',
  companyHelp: 'Is the company not here yet, or is the number new? Call the municipality.',
  companyField: 'E-mail address or mobile number',
  throughProvider: (municipality) => `Sign in with the company login of ${municipality}`,

  citizenHeading: 'Sign in to your page',
  citizenIntro: 'Enter your mobile number. You will get a code by text message.',
  citizenHelp:
    'If you get e-mails instead, enter your e-mail address. If your contact gave you a code, enter your number here first.',
  citizenField: 'Mobile number or e-mail address',
  sendCode: 'Get a code',
  notAnAddress: 'Enter a phone number of eight digits, or an e-mail address.',
  waitSeconds: (seconds) => `You asked for a code a moment ago. Wait ${seconds} seconds and try again.`,
  waitLong: 'Many codes were asked for from here. Wait an hour, or call the municipality.',

  codeTab: 'Enter the code',
  codeHeading: 'Enter the code',
  codeIntro: (address) => `If we know ${address}, a code is on its way there. It works for 10 minutes.`,
  codeField: 'Code',
  codeHint: 'Six digits',
  enter: 'Sign in',
  noCode: 'No code yet?',
  noCodeCompany: 'It can take a few minutes. Call the municipality if it does not arrive.',
  noCodeCitizen: 'It can take a few minutes. If you share a phone, your contact can give you a code instead.',
  sendAgain: 'Get a new code',
  otherAddress: 'Enter another number or e-mail address',
  haveOne: 'A code was asked for a moment ago. If you have one, enter it here. Or get a new one in a minute.',
  haveOneLong:
    'Many codes were asked for. If you have one, enter it here. Or wait an hour, or call the municipality.',
  sentAgain: 'Done again. Use the newest code.',
  notACode: 'The code has six digits.',
  wrongCode: (left) =>
    left === 1
      ? 'The code does not fit. You can try once more.'
      : `The code does not fit. You can try ${left} more times.`,
  codeOver: 'The code does not work any more. Get a new one.',

  whichCompany: 'Which company?',
  whichCompanyIntro: 'You can sign in for several.',

  staffHeading: 'Sign in from the municipality',
  staffIntro: 'You sign in at your own municipality and come back here.',
  staffNone: 'No login has been set up here yet. Ask whoever runs these pages.',
  staffAt: (municipality) => `Sign in at ${municipality}`,

  notIn: 'You were not signed in',
  notInText: 'Something went wrong on the way, or it took too long. Nothing else happened.',
  noRole: 'Your login is fine, but you have no access to these pages.',
  unknown: 'Your login is fine, but we cannot find you here.',
  noCompany: 'We cannot find a company here with the CVR number you signed in with.',
  away: 'Signing in does not work right now',
  awayText: 'We cannot reach the place where you sign in. Try again shortly.',
  tryAgain: 'Try again',

  keptTab: 'Your answers are kept',
  keptHeading: 'Your answers are kept',
  keptText: 'You were not signed in any more when you sent them. Send them again and it is done.',
  keptButton: 'Send again',
  keptDrop: 'Throw them away',
  nothingKept: 'There is nothing here for you',
  nothingKeptText: 'Perhaps it was sent, or it is more than an hour ago.',
  toStart: 'Go to the start',

  outTab: 'Signed out',
  outHeading: 'You are signed out',
  outText: 'Close the window if others use the same computer or phone.',
  outProvider: 'Sign out where you signed in, too',
  inAgain: 'Sign in again',
};
