import { StaffSearchController } from '../search/search.controller.js';
import { CitizenFormController } from './citizen-form.controller.js';
import { StaffCitizensController } from './citizens.controller.js';
import { CitizenTalkedController } from './talked.controller.js';
import { CitizenTalksController } from './talks.controller.js';

/** Citizens and search. `ny` stands before the pages that are found by an id. */
export const citizenControllers = [
  CitizenFormController,
  StaffCitizensController,
  CitizenTalksController,
  CitizenTalkedController,
  StaffSearchController,
];
