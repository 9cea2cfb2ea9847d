/** The texts that are measured on. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('../..', import.meta.url));
const TEN_KILOBYTES = 10 * 1024;
const PROSE_PLACE = '五、存在的主要问题及改进情况\n';

const FAULTY = '松坪县';
const COUNTY = '澄溪县';

const names = readdirSync(join(root, 'samples'))
  .filter((name) => /\.(?:txt|md)$/.test(name))
  .sort();

export const soundSamples: readonly string[] = names.filter((name) => !name.startsWith(FAULTY)).map(read);
export const faultySample: string = read(nameOf(FAULTY));

export const markdownSample: string = read(names.find((name) => name.endsWith('.md'))!);

function nameOf(beginning: string): string {
  return names.find((name) => name.startsWith(beginning))!;
}

function read(name: string): string {
  return readFileSync(join(root, 'samples', name), 'utf8');
}

/** The end of a number in what `jsonOfEqualBytes` makes. */
export const JSON_PLACE = '"一、本年新收政府信息公开申请数量",null,null,39';

/** What a report says as JSON: a list a line, of its numbers and words; as many bytes in UTF-8 as the text has. */
export function jsonOfEqualBytes(text: string): string {
  const lines = text.split('\n').map((line) => line.split('\t').map(toJson));
  const size = Buffer.byteLength(text);
  const write = (): string => JSON.stringify({ lines, end: '' }).replaceAll('],', '],\n');
  while (Buffer.byteLength(write()) > size) lines.pop();
  const json = write();
  return json.replace(/""}$/, `"${'-'.repeat(size - Buffer.byteLength(json))}"}`);
}

function toJson(cell: string): string | number | null {
  if (cell === '') return null;
  return /^\d+$/.test(cell) ? Number(cell) : cell;
}

/** A sound county report, its fifth section made longer until the whole has 10 KB. */
export function tenKilobyteReport(): string {
  const county = read(nameOf(COUNTY));
  let prose = '';
  const paragraph =
    '针对问题，办公室逐项列出整改清单，明确责任股室、完成时限和验收方式，每月通报进展，并邀请服务对象参加评议。\n';
  while (Buffer.byteLength(county + prose) < TEN_KILOBYTES) prose += paragraph;
  return county.replace(PROSE_PLACE, PROSE_PLACE + prose);
}
