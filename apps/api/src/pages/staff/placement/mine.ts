import { placementWords as w } from '../../words/desk-placement.js';
import type { ListFilter, ListState } from '../list/list-state.js';

/** One's own small jobs, or everybody's. */
export const mineFilter: ListFilter = {
  name: 'hvis',
  label: w.whose,
  options: [{ value: 'mine', label: w.mine }],
};

export const isMine = ({ filters }: ListState): boolean => filters['hvis'] === 'mine';
