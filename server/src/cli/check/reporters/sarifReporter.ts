/** SARIF 2.1.0, for code scanning services. */
import { isAbsolute } from 'node:path';
import { pathToFileURL } from 'node:url';
import type {
  ArtifactLocation,
  Fix,
  Location,
  LogicalLocation,
  Notification,
  Region,
  ReportingDescriptor,
  Result,
} from 'sarif';
import manifest from '../../../../../package.json' with { type: 'json' };
import type { Failure } from '../../../files/collect.ts';
import type { Locale } from '../../../l10n.ts';
import { type NamedPlace, sayPlace } from '../../../places.ts';
import type { TextKey } from '../../../report/model/index.ts';
import { ruleDescriptions } from '../../../report/rules/index.ts';
import type { RuleDescription } from '../../../report/rules/rule.ts';
import { translate } from '../../texts.ts';
import type { WireFinding, WireRange } from '../wire.ts';
import { placeFindings, type Reporter, type ReporterSettings } from './reporter.ts';

const SCHEMA = 'https://json.schemastore.org/sarif-2.1.0.json';
const LEVELS = { error: 'error', warning: 'warning', information: 'note', hint: 'note' } as const;
const LANGUAGES: Readonly<Record<Locale, string>> = { 'zh-cn': 'zh-CN', en: 'en-US' };
const RESULTS_PLACE = '"@results@"';

const ruleIndexes = new Map<string, number>(ruleDescriptions.map(({ id }, index) => [id, index]));

/** One run; results are written as they come, what is known only at the end stands after them. */
export function sarifReporter({ locale }: ReporterSettings): Reporter {
  return {
    head: head(locale),
    separator: ',',
    render: (checked) =>
      placeFindings(checked, locale).map(({ wire }) => `\n${JSON.stringify(toResult(wire, locale))}`),
    tail: ({ failures }) => tail(failures, locale),
  };
}

function head(locale: Locale): string {
  const driver = { name: manifest.name, version: manifest.version, semanticVersion: manifest.version };
  const run = {
    tool: { driver: { ...driver, rules: ruleDescriptions.map((rule) => toDescriptor(rule, locale)) } },
    language: LANGUAGES[locale],
    columnKind: 'utf16CodeUnits' as const,
    results: RESULTS_PLACE,
  };
  const log = JSON.stringify({ $schema: SCHEMA, version: '2.1.0', runs: [run] });
  return log.slice(0, log.indexOf(JSON.stringify(RESULTS_PLACE))).concat('[');
}

function tail(failures: readonly Failure[], locale: Locale): string {
  const toolExecutionNotifications = failures.map((failure) => toNotification(failure, locale));
  const invocations = [{ executionSuccessful: failures.length === 0, toolExecutionNotifications }];
  return `\n],"invocations":${JSON.stringify(invocations)}}]}\n`;
}

function toDescriptor(
  { id, severity, isOptional = false }: RuleDescription,
  locale: Locale,
): ReportingDescriptor {
  const say = (key: TextKey): string => translate({ key, args: {} }, locale);
  return {
    id,
    shortDescription: { text: say(`rule.${id}.summary`) },
    fullDescription: { text: say(`rule.${id}.why`) },
    defaultConfiguration: { level: LEVELS[severity], ...(isOptional && { enabled: false }) },
  };
}

function toResult(
  { file, rule, severity, message, range, place, related, fixes }: WireFinding,
  locale: Locale,
): Result {
  const artifactLocation = toArtifact(file);
  const locate = (at: WireRange, artifact = artifactLocation): Location => ({
    physicalLocation: { artifactLocation: artifact, region: toRegion(at) },
  });
  const ruleIndex = ruleIndexes.get(rule);
  return {
    ruleId: rule,
    ...(ruleIndex === undefined ? {} : { ruleIndex }),
    level: LEVELS[severity],
    message: { text: message },
    locations: [{ ...locate(range), ...(place && { logicalLocations: [toLogical(place, locale)] }) }],
    relatedLocations: related.map((each, id) => ({
      id,
      ...locate(each.range, each.file === undefined ? undefined : toArtifact(each.file)),
      message: { text: each.message },
    })),
    fixes: fixes.map((fix) => toFix(fix, artifactLocation)),
  };
}

/** Where a reader of the document finds it. */
function toLogical(place: NamedPlace, locale: Locale): LogicalLocation {
  return { fullyQualifiedName: sayPlace(place, locale) };
}

function toFix(fix: WireFinding['fixes'][number], artifactLocation: ArtifactLocation): Fix {
  const replacements = fix.edits.map(({ range, newText }) => ({
    deletedRegion: toRegion(range),
    insertedContent: { text: newText },
  }));
  return {
    description: { text: fix.title },
    artifactChanges: [{ artifactLocation, replacements }],
    properties: { safe: fix.safe },
  };
}

/** One-based lines and columns; the end column is the first one after the region, as in LSP. */
function toRegion({ start, end }: WireRange): Region {
  return {
    startLine: start.line + 1,
    startColumn: start.character + 1,
    endLine: end.line + 1,
    endColumn: end.character + 1,
  };
}

function toArtifact(file: string): ArtifactLocation {
  if (isAbsolute(file)) return { uri: pathToFileURL(file).href };
  return { uri: file.split('/').map(encodeURIComponent).join('/') };
}

function toNotification({ shown, place, reason }: Failure, locale: Locale): Notification {
  const region = place && toRegion({ start: place, end: place });
  return {
    level: 'error',
    message: { text: translate(reason, locale) },
    locations: [{ physicalLocation: { artifactLocation: toArtifact(shown), ...(region && { region }) } }],
  };
}
