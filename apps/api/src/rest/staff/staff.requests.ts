import { instant, uuid } from '../../http/fields/index.js';

export class BusyBody {
  @instant({ example: '2026-11-30T10:00:00+01:00', description: 'Højst ti timer frem.' }) until!: string;
  @uuid({ optional: true, description: 'Hvem der svarer imens; ellers den faste stedfortræder.' })
  deputyId?: string;
}
