/** The parameters in the order in which the text first needed them, each with how it is read from the job. */
export class Parameters {
  private readonly known = new Map<string, string>();

  get names(): IterableIterator<string> {
    return this.known.keys();
  }

  of(name: string, type: string): string {
    if (!this.known.has(name)) this.known.set(name, `$${this.known.size + 1}::${type}`);
    return this.known.get(name)!;
  }
}
