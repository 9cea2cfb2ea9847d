/** A workbook: its sheets, and what their cells refer to. */
import { FormatError } from '../error.ts';
import { type OfficePackage, readText } from '../package.ts';
import { walkXml } from '../xml/walk.ts';
import { type NumberLook, readLooks } from './cellStyles.ts';
import { readSharedStrings } from './strings.ts';

export interface SheetEntry {
  readonly part: string;
  readonly isHidden: boolean;
}

export interface Workbook {
  readonly sheets: readonly SheetEntry[];
  readonly strings: readonly string[];
  readonly looks: readonly NumberLook[];
  /** In which year the days of its dates begin. */
  readonly epoch: 1900 | 1904;
}

/** @throws FormatError for a workbook that is damaged */
export function readWorkbook(file: OfficePackage): Workbook {
  const partOf = (type: string): string =>
    file.relationships.find((each) => each.type === type)?.target ?? '';
  const parse = <Outcome>(type: string, read: (source: string, part: string) => Outcome[]): Outcome[] => {
    const source = readText(file.zip, partOf(type))?.text;
    return source === undefined ? [] : read(source, partOf(type));
  };
  return {
    ...readSheets(file),
    strings: parse('sharedStrings', readSharedStrings),
    looks: parse('styles', readLooks),
  };
}

function readSheets({ zip, main, relationships }: OfficePackage): Pick<Workbook, 'sheets' | 'epoch'> {
  const worksheets = new Map(
    relationships.flatMap(({ id, type, target }) => (type === 'worksheet' ? [[id, target]] : [])),
  );
  const sheets: SheetEntry[] = [];
  let epoch: Workbook['epoch'] = 1900;
  const source = readText(zip, main)?.text;
  if (source === undefined) throw new FormatError('damaged', { detail: main });
  walkXml(source, main, {
    open({ id, attribute }) {
      if (id === 's:workbookPr' && /^(?:1|true)$/.test(attribute('date1904') ?? '')) epoch = 1904;
      const part = id === 's:sheet' ? worksheets.get(attribute('r:id') ?? '') : undefined;
      const state = attribute('state') ?? 'visible';
      if (part !== undefined) sheets.push({ part, isHidden: state !== 'visible' });
    },
  });
  return { sheets, epoch };
}
