/** The semantic tokens each document was last given, so that the next answer can be a difference. */

export interface GivenTokens {
  readonly resultId: string;
  readonly data: readonly number[];
}

/** Remembers one answer for each document. */
export class TokenHistory {
  readonly #given = new Map<string, GivenTokens>();
  readonly #life = Date.now().toString(36);
  #count = 0;

  /** What a client that names `resultId` has; `undefined` if that is not what it was given last. */
  recall(uri: string, resultId: string): GivenTokens | undefined {
    const given = this.#given.get(uri);
    return given?.resultId === resultId ? given : undefined;
  }

  remember(uri: string, data: readonly number[]): GivenTokens {
    const given = { resultId: `${this.#life}.${++this.#count}`, data };
    this.#given.set(uri, given);
    return given;
  }

  forget(uri: string): void {
    this.#given.delete(uri);
  }
}
