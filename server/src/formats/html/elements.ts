/** What the elements of HTML are to a reader of the page. */
import type { AccountKind } from '../model.ts';

/** Of an element, by name, as they are written. */
export type Attributes = Readonly<Record<string, string>>;

const words = (list: string): ReadonlySet<string> => new Set(list.split(' '));

/** Begin and end a line of their own. What is not named here stands within a line, as browsers take unknown elements. */
export const blocks = words(
  'address article aside blockquote body caption center dd details dialog dir div dl dt fieldset figcaption figure footer h1 h2 h3 h4 h5 h6 header hgroup legend li main menu nav ol p pre search section summary table tbody td tfoot th thead tr ul',
);

/** Have no end tag, so that nothing stands in them. */
export const voids = words('area base br col embed frame hr img input link meta param source track wbr');

/** What a browser shows nothing of, or not as a text, by what an account calls it. */
export const unseenElements: Readonly<Record<string, AccountKind>> = {
  audio: 'embeddedObjects',
  button: 'navigation',
  canvas: 'pictures',
  datalist: 'scripts',
  del: 'deletions',
  iframe: 'frames',
  nav: 'navigation',
  noembed: 'scripts',
  noframes: 'scripts',
  noscript: 'scripts',
  object: 'embeddedObjects',
  s: 'deletions',
  script: 'scripts',
  select: 'navigation',
  strike: 'deletions',
  style: 'scripts',
  svg: 'pictures',
  template: 'scripts',
  textarea: 'navigation',
  video: 'embeddedObjects',
};

/** Where tags cannot be closed from inside. */
export const scopes = words('caption table td th');

/** Their tags are heeded only within a table, and end what is open in it. */
export const tableParts = words('caption tbody td tfoot th thead tr');

/** An open one ends where another of them begins in the same list. */
export const listItems: Readonly<
  Record<string, { readonly ends: ReadonlySet<string>; readonly within: ReadonlySet<string> }>
> = {
  li: { ends: words('li'), within: words('dir menu ol ul') },
  dd: { ends: words('dd dt'), within: words('dl') },
  dt: { ends: words('dd dt'), within: words('dl') },
};
