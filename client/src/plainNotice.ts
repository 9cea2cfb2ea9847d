/**
 * Texts of a workspace in VS Code's notifications. Pure: no VS Code.
 *
 * VS Code makes links of `[words](command:…)` in the text of a notification, and a click on one runs the command. What a
 * report says, or a file is called, must not become one: it may come from somebody who is not trusted.
 */

/** The text with whatever VS Code would take for a link taken apart; it reads as before. */
export function plainNotice(text: string): string {
  return text.replaceAll('](', '] (');
}
