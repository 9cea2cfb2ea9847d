/** Text of others in places where a character can do more than be seen: terminals, logs, lists that programs read. */

/** Control characters and those that turn the direction of a line. */
const CONTROL = /[\u0000-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/g;

/** Text that cannot do anything to a terminal: what is not to be seen shows as a dot, a tab as two spaces. */
export function printable(text: string): string {
  return text.replaceAll('\t', '  ').replace(CONTROL, '·');
}

/** Text with each such character written as its name: U+001B. */
export function withNames(text: string): string {
  return text.replace(CONTROL, (character) => {
    const code = character.charCodeAt(0).toString(16).toUpperCase();
    return `U+${code.padStart(4, '0')}`;
  });
}
