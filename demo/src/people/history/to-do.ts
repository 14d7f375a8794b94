import { addDays, instantOf, type Task } from '#domain';
import type { DemoDay } from '../demo-day.js';
import { demoId } from '../demo-ids.js';
import type { Taken } from './who-took-it.js';

/** What stands on the brokers' lists because of the jobs taken. A task waits for a person and sends nothing. */
export function toDo(taken: readonly Taken[], day: DemoDay): Task[] {
  return taken.flatMap(({ number, job, citizen, firstDay, couldGrow }) => {
    const about = { staffId: citizen.brokerId, citizenId: citizen.id, smallJobId: job.id };
    const id = demoId('vejle task', number);
    const tasks: Task[] = [];
    if (firstDay) {
      const note = `Mød hjemme: ${firstDay.where} kl. ${firstDay.at.replace(':', '.')}`;
      tasks.push(
        task(
          id,
          job.municipalityId,
          { kind: 'first-day', note, dueAt: instantOf(job.startDate, firstDay.at), ...about },
          day,
        ),
      );
    }
    if (couldGrow) {
      const note = `Spørg, om timerne kan vokse til ${job.roomToGrowHours}`;
      tasks.push(
        task(
          id,
          job.municipalityId,
          { kind: 'grow-hours', note, dueAt: instantOf(addDays(day.today, 3), '09:00'), ...about },
          day,
        ),
      );
    }
    return tasks;
  });
}

type About = Pick<Task, 'kind' | 'note' | 'dueAt' | 'staffId' | 'citizenId' | 'smallJobId'>;

const task = (id: string, municipalityId: string, about: About, day: DemoDay): Task => ({
  id,
  municipalityId,
  ...about,
  matchId: null,
  offerId: null,
  shiftId: null,
  escalationId: null,
  messageId: null,
  createdAt: day.now,
  doneAt: null,
  doneByStaffId: null,
  outcome: null,
  askedByStaffId: null,
  answer: null,
});
