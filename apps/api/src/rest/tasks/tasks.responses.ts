import { isoWithOffset, taskKinds, type Task } from '#domain';
import { instant, oneOf, text, uuid } from '../../http/fields/index.js';
import { isoOrNull } from '../shifts/instants-out.js';
import { taskTitles } from '../../http/sentences/task-titles.js';
import { taskStates } from './tasks.requests.js';

export class TaskResponse {
  @uuid() id!: string;
  @oneOf(taskKinds, { example: 'call-citizen' }) kind!: string;
  @text({ example: taskTitles['call-citizen'] }) title!: string;
  @oneOf(taskStates) state!: string;
  @text({ nullable: true, example: 'Vil gerne høre om bussen' }) note!: string | null;
  @instant() dueAt!: string;
  @instant() createdAt!: string;
  @uuid({ nullable: true, description: 'Null: teamets liste.' }) staffId!: string | null;
  @uuid({ nullable: true }) citizenId!: string | null;
  @uuid({ nullable: true }) smallJobId!: string | null;
  @uuid({ nullable: true }) matchId!: string | null;
  @uuid({ nullable: true }) offerId!: string | null;
  @uuid({ nullable: true }) shiftId!: string | null;
  @uuid({ nullable: true }) escalationId!: string | null;
  @uuid({ nullable: true }) messageId!: string | null;
  @instant({ nullable: true }) doneAt!: string | null;
  @uuid({ nullable: true, description: 'Null også, når det løste sig selv.' }) doneByStaffId!: string | null;
  @text({ nullable: true, example: 'Talte med Jonas; han kommer i morgen' }) outcome!: string | null;
  @uuid({ nullable: true, description: 'Hvem der spørger; kun når en kollega spørger om en borger.' })
  askedByStaffId!: string | null;
  @oneOf(['yes', 'no'], { nullable: true, description: 'Svaret på spørgsmålet; ordene står i outcome.' })
  answer!: 'yes' | 'no' | null;
}

export const toTask = (task: Task): TaskResponse => ({
  id: task.id,
  kind: task.kind,
  title: taskTitles[task.kind],
  state: task.doneAt === null ? 'open' : 'done',
  note: task.note,
  dueAt: isoWithOffset(task.dueAt),
  createdAt: isoWithOffset(task.createdAt),
  staffId: task.staffId,
  citizenId: task.citizenId,
  smallJobId: task.smallJobId,
  matchId: task.matchId,
  offerId: task.offerId,
  shiftId: task.shiftId,
  escalationId: task.escalationId,
  messageId: task.messageId,
  doneAt: isoOrNull(task.doneAt),
  doneByStaffId: task.doneByStaffId,
  outcome: task.outcome,
  askedByStaffId: task.askedByStaffId,
  answer: task.answer,
});
