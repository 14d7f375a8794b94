import { expect, it } from '@jest/globals';
import { dueJobs } from '#domain';
import { handlersWith, handlerUseCases } from './handlers.js';

it('has exactly one handler for every job that can fall due', () => {
  const handlers = handlersWith(() => {
    throw new Error('not asked for before a job runs');
  });
  expect(Object.keys(handlers).sort()).toEqual([...dueJobs].sort());
});

it('asks the one instance of its use case, with municipality and subject', async () => {
  const asked: unknown[] = [];
  const handlers = handlersWith((useCase) => {
    const note = async (...ids: string[]) => void asked.push([useCase.name, ...ids]);
    return { execute: note, ahead: note, aheadOfTime: note, whenBinding: note } as never;
  });
  for (const job of dueJobs) await handlers[job]('here', job);
  expect(asked).toHaveLength(dueJobs.length);
  expect(asked).toContainEqual(['TakeStep', 'here', 'escalation.take-step']);
  expect(asked).toContainEqual(['TellCompany', 'here', 'offer.tell-company']);
  expect(new Set(handlerUseCases).size).toBe(dueJobs.length);
});
