/** The texts that a workbook's cells share. */
import { walkXml } from '../xml/walk.ts';

/** By their numbers; of a text in pieces of different looks the whole, without the readings beside Japanese characters. */
export function readSharedStrings(source: string, part: string): string[] {
  const strings: string[] = [];
  let text = '';
  let isText = false;
  let readings = 0;
  walkXml(source, part, {
    open({ id }) {
      if (id === 's:si') text = '';
      if (id === 's:rPh') readings++;
      isText = id === 's:t' && readings === 0;
    },
    text(own) {
      if (isText) text += own;
    },
    close({ id }) {
      if (id === 's:si') strings.push(text);
      if (id === 's:rPh') readings--;
      isText = false;
    },
  });
  return strings;
}
