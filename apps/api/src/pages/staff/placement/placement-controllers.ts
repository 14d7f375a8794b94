import { StaffAgreementsController } from '../agreements/agreements.controller.js';
import { ChangeHoursController } from '../agreements/change-hours.controller.js';
import { StaffClosingController } from '../companies/closing.controller.js';
import { StaffCompaniesController } from '../companies/companies.controller.js';
import { StaffOffersController } from '../offers/offers.controller.js';
import { StaffProposalsController } from '../proposals/proposals.controller.js';

/** From the company to the agreement. */
export const placementControllers = [
  StaffCompaniesController,
  StaffClosingController,
  StaffProposalsController,
  StaffOffersController,
  StaffAgreementsController,
  ChangeHoursController,
] as const;
