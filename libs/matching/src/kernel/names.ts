import { Slots } from './slots.js';

/** A small number for each id that somebody is known by. Numbers are not given back. */
export class Names {
  readonly ids = new Slots(64);

  get bytes(): number {
    return this.ids.bytes;
  }

  number(name: string): number {
    const known = this.ids.find(name);
    return known >= 0 ? known : this.ids.add(name);
  }
}
