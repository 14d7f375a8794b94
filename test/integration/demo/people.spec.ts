import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { parsePhoneNumber } from 'libphonenumber-js/max';
import dk from 'stdnum';
import { checkAgreement, checkCitizen, checkSmallJob, metresBetween, Temporal, type Shift } from '#domain';
import { createDataSource, TimeOrderedIds, TypeormTransactor } from '#persistence';
import { RankCandidates, type UnitOfWork } from '#use-cases';
import { withClient } from '../../../demo/src/database/index.js';
import { sleepThrough } from '../../../demo/src/people/days-slept-through.js';
import { moveIn } from '../../../demo/src/people/move-in.js';
import { seedDemoPeople } from '../../../demo/src/people/seed.js';
import { municipalityId, municipalityOf } from '../../../demo/src/people/town.js';
import { InMemoryTransactor } from '../../fakes/index.js';
import { createTestDatabase, type TestDatabase } from '../../support/postgres-cluster.js';

const secretKey = 'a secret key of the demo, long enough for everybody';
const vejle = municipalityId('vejle');
const samsoe = municipalityId('samsoe');
void dk;
