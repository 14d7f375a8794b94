import { Module } from '@nestjs/common';
import { useCasesOf } from '../../http/use-case-providers.js';
import { citizenControllers } from './citizens/citizen-controllers.js';
import { deskControllers, DeskStreams } from './desk/desk-controllers.js';
import { figureControllers } from './figures/figure-controllers.js';
import { HttpModule } from '../../http/http.module.js';
import { StaffKeysController } from './keys/keys.controller.js';
import { MoreController } from './more/more.controller.js';
import { importControllers } from './imports/import-controllers.js';
import { jobsControllers } from './jobs/jobs-controllers.js';
import { OperationsController } from './operations/operations.controller.js';
import { placementControllers } from './placement/placement-controllers.js';
import { Sought } from './search/sought.js';
import { rankingControllers } from './ranking/ranking-controllers.js';
import { shiftControllers } from './shifts/shift-controllers.js';
import { setUpControllers } from './settings/set-up-controllers.js';

const controllers = [
  ...deskControllers,
  ...citizenControllers,
  StaffKeysController,
  OperationsController,
  ...setUpControllers,
  MoreController,
  ...placementControllers,
  ...rankingControllers,
  ...jobsControllers,
  ...figureControllers,
  ...importControllers,
  ...shiftControllers,
];

/** The pages of the municipality's staff. */
@Module({ imports: [HttpModule], controllers, providers: [...useCasesOf(controllers), DeskStreams, Sought] })
export class StaffModule {}
