/** Fields (ECMA-376 part 1, 17.16): their code is not read, their result is. They nest and reach over paragraphs. */

interface Field {
  code: string;
  isResult: boolean;
}

const CONTENTS = /^\s*TOC\b/i;
/** Its result is text that was typed, and stays when fields are brought up to date. */
const LINK = /^\s*HYPERLINK\b/i;

export class Fields {
  readonly #open: Field[] = [];

  /** @param code of a field that is written in one element; others collect theirs */
  begin(code?: string): void {
    this.#open.push({ code: code ?? '', isResult: code !== undefined });
  }

  separate(): void {
    const field = this.#open.at(-1);
    if (field) field.isResult = true;
  }

  /** The code of the field that ends, `null` where none is open. */
  end(): string | null {
    return this.#open.pop()?.code ?? null;
  }

  addCode(text: string): void {
    const field = this.#open.at(-1);
    if (field && !field.isResult) field.code += text;
  }

  /** Whether text here is part of a code. */
  get isCode(): boolean {
    return this.#open.some(({ isResult }) => !isResult);
  }

  /** Whether text here is a table of contents: it repeats the headings. */
  get isContents(): boolean {
    return this.#open.some(({ code }) => CONTENTS.test(code));
  }

  /** Whether text here is worked out anew by Word. */
  get isResult(): boolean {
    return this.#open.some(({ code }) => !LINK.test(code));
  }

  get isAnyOpen(): boolean {
    return this.#open.length > 0;
  }
}

export function isContentsCode(code: string): boolean {
  return CONTENTS.test(code);
}
