import { instant, oneOf, text, uuid } from '../../http/fields/index.js';
import { PageQuery } from '../../http/page.js';

export const taskStates = ['open', 'done'] as const;

export class TasksQuery extends PageQuery {
  @oneOf(taskStates, { optional: true }) state?: 'open' | 'done';
  @uuid({ optional: true, description: 'Hvis liste; opgaver uden navn er teamets.' }) staffId?: string;
  @uuid({ optional: true }) citizenId?: string;
}

export class FinishTaskBody {
  @text({ max: 2000, multiline: true, example: 'Talte med Jonas; han kommer i morgen' }) outcome!: string;
}

export class PostponeTaskBody {
  @instant({ example: '2026-11-30T10:00:00+01:00', description: 'Højst 60 dage frem.' }) until!: string;
}
