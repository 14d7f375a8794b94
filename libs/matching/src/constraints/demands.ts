import { degreeAtMost, degreeMiss, type DegreeDemand } from '../danish/degrees.js';
import { andList, decimal } from '../danish/amounts.js';
import { conditionName } from '../danish/names.js';
import type { Pair } from '../facts.js';
import type { Constraint, ConstraintCode } from './constraint.js';

export const lifting: Constraint = {
  code: 'lifting',
  comparison: {
    kind: 'at-most',
    job: ({ job }) => job.demands.liftKg,
    citizen: ({ citizen }) => citizen.limits.liftKg,
  },
  reads: { job: ['demands.liftKg'], citizen: ['limits.liftKg'] },
  failure: ({ job, citizen }) =>
    `løft ${decimal(job.job.demands.liftKg)} kg, kan ${decimal(citizen.citizen.limits.liftKg)}`,
  change: ({ citizen }) => {
    const { liftKg } = citizen.citizen.limits;
    const text = liftKg === 0 ? 'der ikke er løft' : `løft er højst ${decimal(liftKg)} kg`;
    return { on: 'small-job', text, body: { demands: { liftKg } } };
  },
};

/** One rule for each demand in three degrees: none, some, much. */
const degreeLimit = (code: ConstraintCode, demand: DegreeDemand): Constraint => ({
  code,
  comparison: {
    kind: 'at-most',
    job: ({ job }) => job.demands[demand],
    citizen: ({ citizen }) => citizen.limits[demand],
  },
  reads: { job: [`demands.${demand}`], citizen: [`limits.${demand}`] },
  failure: ({ job, citizen }) => degreeMiss(demand, job.job.demands[demand], citizen.citizen.limits[demand]),
  change: ({ citizen }) => {
    const most = citizen.citizen.limits[demand];
    return { on: 'small-job', text: degreeAtMost(demand, most), body: { demands: { [demand]: most } } };
  },
});

export const standing = degreeLimit('standing', 'standing');
export const noise = degreeLimit('noise', 'noise');
export const peopleContact = degreeLimit('people-contact', 'peopleContact');

/** The conditions of the work that do not work for the citizen: stairs, cold, kneeling ... */
const inTheWay = ({ job, citizen }: Pair): string[] =>
  job.job.demands.other.filter((condition) => citizen.citizen.limits.other.includes(condition));

export const other: Constraint = {
  code: 'other',
  comparison: {
    kind: 'holds-none',
    job: ({ job }) => job.demands.other,
    citizen: ({ citizen }) => citizen.limits.other,
  },
  reads: { job: ['demands.other'], citizen: ['limits.other'] },
  failure: (pair) => `${andList(inTheWay(pair).map(conditionName))} går ikke så godt`,
  change: (pair) => {
    const gone = inTheWay(pair);
    const rest = pair.job.job.demands.other.filter((condition) => !gone.includes(condition));
    const text = `jobbet er uden ${andList(gone.map(conditionName))}`;
    return { on: 'small-job', text, body: { demands: { other: rest } } };
  },
};
