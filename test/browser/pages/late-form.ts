import { Stage } from '../../../demo/src/story/stage.js';
import type { Place } from './place.js';

/** A form that its page has in one state only, and the page in that state. */
export interface LateForm {
  name: string;
  /** Signs in as this person of the demo; without it nobody is signed in, or who `make` says. */
  as?: string;
  /** It stands there for seconds only: made when its turn comes, and not before all forms are pressed. */
  now?: true;
  make: (place: Place) => Promise<FormState>;
}

interface FormState {
  path: string;
  /** How the address ends that the form goes to: the other forms of the page have their turn elsewhere. */
  action: string;
  /** Of somebody whom no name of the demo stands for. */
  cookie?: string;
}

type Make = LateForm['make'];

export const ofDesk = (name: string, make: Make): LateForm => ({ name: `late-${name}`, as: 'mette', make });
export const ofLeader = (name: string, make: Make): LateForm => ({
  name: `late-${name}`,
  as: 'birgitte',
  make,
});
export const ofCompany = (name: string, make: Make): LateForm => ({ name: `late-${name}`, as: 'ali', make });

export const stageOf = (place: Place): Stage => new Stage(place.product.ready);
