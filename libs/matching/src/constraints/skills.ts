import { andList } from '../danish/amounts.js';
import { certificateName, danishIsEnough, danishMiss } from '../danish/names.js';
import type { Pair } from '../facts.js';
import type { Constraint } from './constraint.js';

export const danishLevel: Constraint = {
  code: 'danish-level',
  comparison: {
    kind: 'at-most',
    job: ({ job }) => job.danishLevel,
    citizen: ({ citizen }) => citizen.danishLevel,
  },
  reads: { job: ['danishLevel'], citizen: ['danishLevel'] },
  failure: ({ job, citizen }) => danishMiss(job.job.danishLevel, citizen.citizen.danishLevel),
  change: ({ citizen }) => {
    const level = citizen.citizen.danishLevel;
    return { on: 'small-job', text: danishIsEnough(level), body: { danishLevel: level } };
  },
};

const notYetHeld = ({ job, citizen }: Pair): string[] =>
  job.job.certificates.filter((certificate) => !citizen.citizen.certificates.includes(certificate));

export const certificate: Constraint = {
  code: 'certificate',
  comparison: {
    kind: 'holds-all',
    job: ({ job }) => job.certificates,
    citizen: ({ citizen }) => citizen.certificates,
  },
  reads: { job: ['certificates'], citizen: ['certificates'] },
  failure: (pair) => `kræver ${andList(notYetHeld(pair).map(certificateName))}, har det ikke endnu`,
  change: (pair) => {
    const missing = notYetHeld(pair);
    return {
      on: 'small-job',
      text: `${andList(missing.map(certificateName))} ikke er et krav`,
      body: { certificates: pair.job.job.certificates.filter((needed) => !missing.includes(needed)) },
    };
  },
};
