/**
 * Checks reports against each other. Each is read and checked once, in the order given, and what it says goes into an
 * index; one that asked for a report which was not known yet is checked again at the end. Only facts and finished
 * output are kept, no texts.
 */
import { readFileSync } from 'node:fs';
import type { Candidate, Failure, PlanFile } from '../../files/collect.ts';
import { decode } from '../../files/encoding.ts';
import { failureMessage } from '../../files/failure.ts';
import { locationOf } from '../../files/paths.ts';
import { type PlanProblem, readPlan } from '../../report/others/plan/plan.ts';
import { SourceText } from '../../report/text/text.ts';
import { ReportIndex } from '../../workspace/reports/reportIndex.ts';
import { type Examiner, type Outcome, outcomeOf } from './examine.ts';

/** So much finished output is kept, in UTF-16 units; what is beyond is worked out again when its turn comes. */
const MOST_KEPT = 32_000_000;

interface Kept {
  readonly candidate: Candidate;
  readonly outcome: Outcome;
  /** Whether the pieces of output were given up. */
  readonly isCut: boolean;
}

/**
 * The outcome of each file, in the order given, after what is wrong with the plans. A file is read once, or twice where it
 * had to be checked again.
 */
export async function* examineTogether(
  candidates: readonly Candidate[],
  plans: readonly PlanFile[],
  examiner: Examiner,
): AsyncGenerator<Outcome> {
  const reportIndex = new ReportIndex();
  const checkPlans = plans.map((plan) => takePlan(plan, reportIndex));
  const kept: Kept[] = [];
  let size = 0;
  for (const candidate of candidates) {
    const outcome = await examiner.examine(candidate, reportIndex);
    size += outcome.pieces.reduce((sum, piece) => sum + piece.length, 0);
    const isCut = size > MOST_KEPT;
    kept.push({ candidate, outcome: isCut ? { ...outcome, pieces: [] } : outcome, isCut });
  }
  for (const problems of checkPlans) for (const failure of problems()) yield outcomeOf({ failure });
  for (const { candidate, outcome, isCut } of kept) {
    yield isCut || !outcome.isCurrent()
      ? await examiner.examine(candidate, reportIndex, outcome.tally.fixed)
      : outcome;
  }
}

/** Puts a plan into the index; what is wrong with it can be told when all reports are known. */
function takePlan({ shown, path }: PlanFile, reportIndex: ReportIndex): () => readonly Failure[] {
  try {
    const { text } = decode(readFileSync(path));
    const { plan, problems } = readPlan(text);
    reportIndex.setPlan(locationOf(path), plan);
    return () =>
      [...problems, ...reportIndex.problemsOf(locationOf(path), plan)].map((each) =>
        toFailure(shown, text, each),
      );
  } catch (error) {
    return () => [{ shown, reason: failureMessage(error) }];
  }
}

function toFailure(shown: string, text: string, { span, message }: PlanProblem): Failure {
  return { shown, place: new SourceText(text).positionAt(span.start), reason: message };
}
