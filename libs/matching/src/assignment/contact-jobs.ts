/** The jobs of each contact, as chains: cheap to make anew whenever one job changes. */
export class ContactJobs {
  readonly first: Int32Array;
  readonly next: Int32Array;

  constructor(contact: Int32Array, contacts: number) {
    this.first = new Int32Array(contacts + 1).fill(-1);
    this.next = new Int32Array(contact.length);
    for (let job = contact.length - 1; job >= 0; job -= 1) {
      const one = contact[job]!;
      this.next[job] = this.first[one]!;
      this.first[one] = job;
    }
  }
}
