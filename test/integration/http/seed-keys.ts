import type { INestApplication } from '@nestjs/common';
import { defaultSettings, type Staff } from '#domain';
import { MunicipalityRegister } from '#persistence';
import { Ids, Transactor } from '#use-cases';
import { hashOf } from '../../../apps/api/src/http/bearer-keys.js';

export const VEJLE = '0199a1b2-0000-7000-8000-000000000630';
export const VARDE = '0199a1b2-0000-7000-8000-000000000573';
export const METTE = '0199a1b2-0000-7000-8000-000000000001';
export const LENE = '0199a1b2-0000-7000-8000-000000000003';
export const COMPANY = '0199a1b2-0000-7000-8000-000000000002';

export type Keys = Record<'consultant' | 'leader' | 'employer' | 'integration' | 'otherMunicipality', string>;

/** Two municipalities, a consultant in each, a leader in one, and a key of every role. */
export async function seedKeys(app: INestApplication): Promise<Keys> {
  const register = app.get(MunicipalityRegister);
  await register.found({ id: VEJLE, code: '0630', name: 'Vejle', settings: defaultSettings });
  await register.found({ id: VARDE, code: '0573', name: 'Varde', settings: defaultSettings });
  const transactor = app.get(Transactor);
  const ids = app.get(Ids);
  const addKey = async (municipalityId: string, details: Record<string, string>): Promise<string> => {
    const key = `test-${ids.next()}`;
    await transactor.inMunicipality(municipalityId, (unit) =>
      unit.enlist({ kind: 'api-key', key: hashOf(key), subjectId: ids.next(), details }),
    );
    return key;
  };
  await transactor.inMunicipality(VEJLE, async (unit) => {
    await unit.staff.insert(mette);
    await unit.staff.insert({ ...mette, id: LENE, name: 'Lene Krog', role: 'leader', phone: '+4520123457' });
  });
  await transactor.inMunicipality(VARDE, (unit) =>
    unit.staff.insert({ ...mette, municipalityId: VARDE, name: 'Lars Varde' }),
  );
  return {
    consultant: await addKey(VEJLE, { role: 'consultant', staffId: METTE, name: 'Mette Holm' }),
    leader: await addKey(VEJLE, { role: 'leader', staffId: LENE, name: 'Lene Krog' }),
    employer: await addKey(VEJLE, { role: 'employer', companyId: COMPANY, name: 'Frugtlageret' }),
    integration: await addKey(VEJLE, { role: 'integration', name: 'Fagsystem' }),
    otherMunicipality: await addKey(VARDE, { role: 'consultant', staffId: METTE, name: 'Lars Varde' }),
  };
}

const mette: Staff = {
  id: METTE,
  municipalityId: VEJLE,
  name: 'Mette Holm',
  role: 'consultant',
  phone: '+4520123456',
  email: null,
  teamId: null,
  deputyId: null,
  busyUntil: null,
  busyDeputyId: null,
  contactHours: { weekdays: [1, 2, 3, 4, 5], from: '08:00', to: '15:00' },
  active: true,
};
