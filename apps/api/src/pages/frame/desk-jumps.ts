import { deskWords } from '../words/desk-frame.js';

const { navigation: w } = deskWords;

/** The letter after `g`, and where it leads: on the page of the keys and, for the script, in the frame. */
export const deskJumps = [
  { key: 'h', href: '/kommune', label: w.urgent },
  { key: 'b', href: '/kommune/borgere', label: w.citizens },
  { key: 'j', href: '/kommune/job', label: w.smallJobs },
  { key: 'v', href: '/kommune/virksomheder', label: w.companies },
  { key: 'f', href: '/kommune/forslag', label: w.proposals },
  { key: 's', href: '/kommune/vagter', label: w.allShifts },
  { key: 'u', href: '/kommune/uge', label: w.calendar },
  { key: 'm', href: '/kommune/mere', label: w.more },
];
