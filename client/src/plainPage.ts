/** A web page of one sentence, which is shown as it is. Nothing is run or loaded in it. */
export function plainPage(sentence: string): string {
  const text = sentence.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
  return `<!DOCTYPE html>
<html>
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<style>body { padding: 2em; font-size: 1.1em; line-height: 1.6; }</style>
</head>
<body>${text}</body>
</html>`;
}
