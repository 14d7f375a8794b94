import type { FirstDay, PaidSlot, UnpaidSlot } from '#domain';
import { weekly } from '../small-jobs/posting.js';

/** That somebody got a small job, and what became of it. The agreement begins when the small job did. */
export interface JobTaken {
  title: string;
  /** Number of the citizen; otherwise the best of the ranking who is free. */
  citizen?: number;
  /** More hours, so many weeks ago. */
  grown?: { weeksAgo: number; paid: PaidSlot[] };
  unpaid?: UnpaidSlot[];
  callAgreement?: string;
  firstDay?: FirstDay;
  /** The company has not confirmed last month's hours yet. */
  monthOpen?: true;
  /** Is at work while somebody looks around in the demo. */
  atWorkNow?: true;
  /** The broker wants to ask for more hours soon (R85). */
  couldGrow?: true;
  ended?: { weeksAgo: number; reason: string; learnt: string; wentWell: boolean };
  /** Drawn up; the citizen and the company have not signed yet. */
  unsigned?: true;
}

export const jobsTaken: JobTaken[] = [
  {
    title: 'Tomme kasser på frugtlageret',
    citizen: 3,
    monthOpen: true,
    atWorkNow: true,
    grown: { weeksAgo: 5, paid: weekly([1, 2, 3, 4, 5], '08:00', '12:00') },
    callAgreement: 'Er jeg ikke kommet kl. 8.15, så ring, og lad den ringe længe. Jeg tager den.',
  },
  {
    title: 'Køkkenhjælp på plejehjemmet',
    callAgreement: 'Ring bare. Hvis jeg ikke tager den, så prøv igen lidt efter.',
  },
  { title: 'Hjælp til viceværten', couldGrow: true },
  { title: 'Rengøring af skurvogne', callAgreement: 'Skriv først. Jeg ringer selv op, når jeg er vågen.' },
  { title: 'Samle små dele' },
  {
    title: 'Rydde af efter frokost',
    callAgreement: 'Ring til mig aftenen før, hvis jeg har haft en dårlig dag.',
  },
  { title: 'Sortere pakker om morgenen', citizen: 6, callAgreement: 'Ring kl. 5.30, så er jeg oppe.' },
  {
    title: 'Sortere tøj i genbrugsbutikken',
    unpaid: [{ weekday: 5, start: '10:00', end: '13:00', task: 'Lære at stå ved kassen' }],
  },
  {
    title: 'Potte planter om',
    firstDay: { meet: 'home', where: 'ved hoveddøren', at: '07:30' },
    callAgreement: 'Vi følges den første dag. Ring, når du holder udenfor.',
  },
  { title: 'Fylde varer på hylderne', unsigned: true },
  {
    title: 'Opvask efter frokost',
    ended: {
      weeksAgo: 7,
      reason: 'more-hours-elsewhere',
      learnt: 'Et fast hold og en god tone gjorde forskellen. Fik flere timer i et andet køkken.',
      wentWell: true,
    },
  },
  {
    title: 'Rengøring på kontorer om aftenen',
    ended: {
      weeksAgo: 6,
      reason: 'citizen-wished',
      learnt: 'Aftener alene var ikke godt. Formiddage sammen med andre går bedre.',
      wentWell: false,
    },
  },
];
