/** Text for a hover, as Markdown or as plain text; nothing from the report can become markup. */
import type { MarkupContent } from 'vscode-languageserver-protocol';
import type { MessageArguments, TextKey } from '../../report/model/index.ts';
import { say } from '../toProtocol.ts';
import type { Context } from './feature.ts';

/** Every ASCII punctuation mark can be escaped in Markdown; escaping all of them leaves nothing that has a meaning. */
const PUNCTUATION = /[!-/:-@[-`{-~]/g;

/** Puts a hover's text together, block by block. */
export class Prose {
  readonly #context: Context;
  readonly #blocks: string[] = [];
  #items: string[] = [];

  constructor(context: Context) {
    this.#context = context;
  }

  /** A text that may come from the report, on one line and without meaning. */
  plain(text: string): string {
    const line = text.replace(/\s+/g, ' ');
    return this.#context.client.showsMarkdown ? line.replace(PUNCTUATION, '\\$&') : line;
  }

  /** A text of `l10n/` in the client's language; its arguments may come from the report and are made plain. */
  say(key: TextKey, args: MessageArguments = {}): string {
    const plain = Object.entries(args).map(([name, value]) => [name, this.plain(String(value))]);
    return say(this.#context, key, Object.fromEntries(plain));
  }

  /** A paragraph in bold; the text must be plain already. */
  heading(text: string): this {
    return this.paragraph(this.#context.client.showsMarkdown ? `**${text}**` : text);
  }

  paragraph(text: string): this {
    this.#endList();
    this.#blocks.push(text);
    return this;
  }

  item(text: string): this {
    this.#items.push(`- ${text}`);
    return this;
  }

  toMarkup(): MarkupContent {
    this.#endList();
    const kind = this.#context.client.showsMarkdown ? 'markdown' : 'plaintext';
    return { kind, value: this.#blocks.join('\n\n') };
  }

  #endList(): void {
    if (this.#items.length > 0) this.#blocks.push(this.#items.join('\n'));
    this.#items = [];
  }
}
