import { addDays, weekdayOf, type LocalDate } from '../kernel/index.js';

/** The Monday in the second week from now: somebody is found, asked, and met before it. */
export const proposedStart = (today: LocalDate): LocalDate => addDays(today, 15 - weekdayOf(today));
