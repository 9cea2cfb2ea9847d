/** Lets a server answer first and get ready then. */
import type { Message, MessageStrategy } from 'vscode-languageserver';

type Handle = Parameters<MessageStrategy['handleMessage']>[1];

/** Holds messages back, in order, while what has to be ready for them is made. */
export class Gate implements MessageStrategy {
  #prepare: (() => Promise<void>) | undefined;
  #ready: Promise<void> | undefined;

  /** Calls `prepare` when the next message comes: by then the answer to the last one is out. */
  onNext(prepare: () => Promise<void>): void {
    this.#prepare = prepare;
  }

  handleMessage(message: Message, handle: Handle): ReturnType<Handle> {
    if (this.#prepare) {
      this.#ready = this.#prepare();
      this.#prepare = undefined;
      const done = (): void => {
        this.#ready = undefined;
      };
      this.#ready.then(done, done);
    }
    return this.#ready ? this.#ready.then(() => handle(message)) : handle(message);
  }
}
