import type { Stop } from "./grid";

/** Those who want to be told of something; one that stops while being told is not told again. */
export class Listeners<Told> {
  readonly #listeners = new Set<(told: Told) => void>();

  readonly add = (listener: (told: Told) => void): Stop => {
    // Wrapped, so that the same function may be added twice and each stop ends its own.
    const own = (told: Told): void => listener(told);
    this.#listeners.add(own);
    return () => this.#listeners.delete(own);
  };

  tell(told: Told): void {
    for (const listener of [...this.#listeners]) if (this.#listeners.has(listener)) listener(told);
  }
}
