import { smallJobStates, type SmallJobStatus } from '#domain';
import { oneOf, slug, text, uuid } from '../../http/fields/index.js';

export class WorkplacesQueryFields {
  @oneOf(smallJobStates.states, {
    optional: true,
    example: 'open',
    description: 'Uden: åbne, besatte og på pause.',
  })
  status?: SmallJobStatus;
  @slug({ optional: true, example: 'lager' }) category?: string;
  @uuid({ optional: true }) companyId?: string;
  @text({ max: 100, optional: true, example: 'Vejle', description: 'Afstande måles fra byens midte.' })
  town?: string;
  @uuid({ optional: true, description: 'Afstande måles fra dette småjobs sted.' }) smallJobId?: string;
}
