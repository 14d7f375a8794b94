/** Rings when something that the desk shows has changed, in whichever process, once it is committed. */
export abstract class DeskBell {
  /**
   * `heard` gets the municipality, and null when changes of any of them may have been missed.
   *
   * @returns how to stop listening.
   */
  abstract onRing(heard: (municipalityId: string | null) => void): () => void;
}
