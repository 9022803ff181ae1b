import type { Phrase } from "../core/language";

/** Ends a command that cannot be done: exit code 2, and these sentences say what stands in the way and what to do. */
export class CannotBeDone extends Error {
  readonly sentences: readonly Phrase[];

  constructor(...sentences: readonly Phrase[]) {
    super(sentences.map(({ en }) => en).join(" "));
    this.name = "CannotBeDone";
    this.sentences = sentences;
  }
}
