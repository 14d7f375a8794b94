import type { employerDa } from './employer-da.js';

/** The same in English; companies are written to in Danish until they choose. */
export const employerEn: typeof employerDa = {
  hello: (firstName) => `Hi ${firstName}`,
  meetAPerson: 'Would you like to meet a person for the job?',
  wantsTheJob: 'We have a person who would like the job:',
  yourAnswer: 'Your answer',
  yesMeet: 'Yes, we would like to meet the person',
  yesDirect: 'Yes, start without a meeting',
  no: 'No',
  whyNot: 'Why not this time?',
  sendNo: 'Send no',
  reasons: {
    'hours-do-not-fit': 'The hours do not fit',
    'tasks-do-not-fit': 'The tasks do not fit',
    'found-another': 'We have found somebody else',
    'no-need-any-more': 'We no longer need help',
    'not-now': 'Not right now',
    other: 'Something else',
  },
  ifYes: 'If you say yes, the person is offered the job. You cannot take that offer back.',
  nameLater: 'You get name and number when the person has said yes.',
  ifNo: (c) => `If you say no, ${c} tells the person.`,

  nowThis: 'What happens now',
  answeredBy: (who) => `The answer came from ${who}.`,
  thanksYes: 'Thank you. You have said yes.',
  personIsAsked: 'The person is offered the job now.',
  arrangesRest: (c) => `${c} arranges the rest with you.`,
  thanksNo: 'Thank you for your answer. You have said no.',
  tellsPerson: (c) => `${c} tells the person.`,
  jobStaysOpen: 'The job is still open, and we keep looking.',
  toChangeJob: (c) => `If the job should change, call ${c}.`,
  withdrawn: 'The proposal has been taken back.',
  lapsed: 'The proposal no longer applies.',
  nothingToDo: 'There is nothing you need to do.',
  looksOn: (c) => `${c} keeps looking for a person for you.`,
  inDoubt: (c) => `If you are in doubt about anything, call ${c}.`,

  yourContact: 'Your contact person',
};
