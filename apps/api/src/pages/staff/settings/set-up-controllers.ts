import { DutyPagesController } from '../duty/duty.controller.js';
import { LadderPagesController } from '../ladders/ladders.controller.js';
import { SentencesController } from '../texts/sentences.controller.js';
import { TextPagesController } from '../texts/texts.controller.js';
import { RolesController } from '../users/roles.controller.js';
import { TeamPagesController } from '../users/teams.controller.js';
import { UsersController } from '../users/users.controller.js';
import { SettingsPageController } from './settings.controller.js';

/** The leader's rooms. Fixed addresses first: `/brugere/teams` is no user. */
export const setUpControllers = [
  RolesController,
  TeamPagesController,
  UsersController,
  DutyPagesController,
  LadderPagesController,
  SentencesController,
  TextPagesController,
  SettingsPageController,
];
