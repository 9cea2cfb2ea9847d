/** What a page hides: by attributes, by its own style sheets, by the class names that frameworks hide with. */
import type { AccountKind } from '../model.ts';
import type { Attributes } from './elements.ts';

const HIDES =
  /display\s{0,9}:\s{0,9}none|visibility\s{0,9}:\s{0,9}(?:hidden|collapse)|mso-hide\s{0,9}:\s{0,9}all/i;
const SHOWS = /display\s{0,9}:\s{0,9}(?!none)[a-z]|visibility\s{0,9}:\s{0,9}visible/i;
const STRIKES = /text-decoration(?:-line)?\s{0,9}:[^;]{0,40}line-through/i;
const hidingClasses = new Set(['d-none', 'hidden', 'hide', 'layui-hide', 'sr-only', 'visually-hidden']);
/** For paper alone. */
const printClasses = new Set([
  'd-print-block',
  'only-print',
  'print-only',
  'printonly',
  'visible-print',
  'visible-print-block',
]);
const navigationRoles = new Set([
  'banner',
  'contentinfo',
  'menu',
  'menubar',
  'navigation',
  'search',
  'tablist',
]);

/** One element: a name, a class or an id, or a name with one of these. */
const SIMPLE = /^(?:([a-z][a-z0-9]*)?([.#][\w\u0080-\uffff-]+)|([a-z][a-z0-9]*))$/i;
/** Rules for all screens; of those for some, nobody knows whether they apply. */
const EVERY_SCREEN = /^@media\s{1,9}(?:only\s{1,9})?(?:all|screen)\s*(?:,\s*(?:print|all|screen)\s*)?$/i;

/** Collects what style sheets hide as a page is read. */
export class HidingStyles {
  /** `div`, `.name`, `#name` or `div.name`. */
  readonly #hidden = new Set<string>();

  /** Takes the text of a style sheet. Linear; of selectors it knows those of one element. */
  read(sheet: string): void {
    const text = withoutComments(sheet);
    for (let at = 0; ; ) {
      const open = text.indexOf('{', at);
      if (open === -1) return;
      const selector = text.slice(at, open).replaceAll('}', ' ').trim();
      const isGroup = selector.startsWith('@');
      if (isGroup && EVERY_SCREEN.test(selector)) at = open + 1;
      else {
        const end = isGroup ? endOfGroup(text, open) : endOfHidden(text, open);
        if (!isGroup) this.#take(selector, text.slice(open + 1, end));
        at = end + 1;
      }
    }
  }

  #take(selectors: string, declarations: string): void {
    const hides = HIDES.test(declarations);
    if (!hides && !SHOWS.test(declarations)) return;
    for (const selector of selectors.split(',')) {
      const [, name = '', mark, alone] = SIMPLE.exec(selector.trim()) ?? [];
      const key = alone?.toLowerCase() ?? (mark === undefined ? '' : name.toLowerCase() + mark);
      if (key === '') continue;
      if (hides) this.#hidden.add(key);
      else this.#hidden.delete(key);
    }
  }

  /** What an account calls an element that is not seen; `null` for one that is. */
  unseen(name: string, attributes: Attributes): AccountKind | null {
    const { style = '' } = attributes;
    if (attributes.hidden !== undefined || HIDES.test(style)) return 'hiddenText';
    if (name === 'dialog' && attributes.open === undefined) return 'hiddenText';
    if (STRIKES.test(style)) return 'deletions';
    if (navigationRoles.has(attributes.role?.toLowerCase() ?? '')) return 'navigation';
    return SHOWS.test(style) ? null : this.#unseenByName(name, attributes);
  }

  #unseenByName(name: string, attributes: Attributes): AccountKind | null {
    const classes = attributes.class?.split(/\s+/) ?? [];
    if (classes.some((each) => printClasses.has(each))) return 'printCopies';
    if (classes.some((each) => hidingClasses.has(each))) return 'hiddenText';
    const marks = classes.map((each) => `.${each}`);
    if (attributes.id !== undefined) marks.push(`#${attributes.id}`);
    const isHidden =
      this.#hidden.size > 0 &&
      [name, ...marks, ...marks.map((mark) => name + mark)].some((key) => this.#hidden.has(key));
    return isHidden ? 'hiddenText' : null;
  }
}

function withoutComments(sheet: string): string {
  const [first = '', ...rest] = sheet.split('/*');
  return [first, ...rest.map((each) => (each.includes('*/') ? each.slice(each.indexOf('*/') + 2) : ''))].join(
    ' ',
  );
}

/** Where a rule's declarations end. */
function endOfHidden(text: string, open: number): number {
  const end = text.indexOf('}', open);
  return end === -1 ? text.length : end;
}

/** Where a group of rules ends. */
function endOfGroup(text: string, open: number): number {
  let depth = 0;
  for (let at = open; at < text.length; at++) {
    if (text[at] === '{') depth++;
    else if (text[at] === '}' && --depth === 0) return at;
  }
  return text.length;
}
