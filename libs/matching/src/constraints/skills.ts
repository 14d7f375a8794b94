import { andList } from '../danish/amounts.js';
import { certificateName, danishIsEnough, danishMiss } from '../danish/names.js';
import type { Pair } from '../facts.js';
import type { Constraint } from './constraint.js';

export const danishLevel: Constraint = {
  code: 'danish-level',
  comparison: 'at-least',
  reads: { job: ['danishLevel'], citizen: ['danishLevel'] },
  holds: ({ job, citizen }) => citizen.citizen.danishLevel >= job.job.danishLevel,
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
  comparison: 'holds-all',
  reads: { job: ['certificates'], citizen: ['certificates'] },
  holds: ({ job, citizen }) =>
    job.job.certificates.every((needed) => citizen.citizen.certificates.includes(needed)),
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
