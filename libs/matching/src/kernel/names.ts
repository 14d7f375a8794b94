import { Slots } from './slots.js';

/** A small number for each id that somebody is known by. Numbers are not given back. */
export class Names {
  private readonly slots = new Slots(64);

  get bytes(): number {
    return this.slots.bytes;
  }

  number(name: string): number {
    const known = this.slots.find(name);
    return known >= 0 ? known : this.slots.add(name);
  }
}
