import { join } from 'node:path'
import type { Logger } from 'pino'
import type { Settings } from '../settings/settings.ts'
import { extract } from '../summaries/summarise.ts'
import type { Summarise } from '../summaries/summary.ts'
import { stopSignal } from './cli-context.ts'

/** Files in the data directory: the model's tokens of today, and the outcomes of its answers. */
export const SPENT_FILE = 'model-tokens.json'
export const OUTCOMES_FILE = 'model-outcomes.json'

/**
 * Creates the summariser: the configured model, or else our own rules. The outcome of each call is logged and
 * counted for `doctor`, but never the question or the answer.
 */
export async function openSummariser(
  { model, briefings, dataDirectory }: Pick<Settings, 'model' | 'briefings' | 'dataDirectory'>,
  tools: {
    readonly now: () => number
    readonly log: Pick<Logger, 'debug' | 'info' | 'warn'>
    readonly stopped: Promise<void>
  },
): Promise<Summarise> {
  const { now, log } = tools
  if (model === null) {
    for (const { id } of briefings.filter((briefing) => briefing.model === true))
      log.warn(
        { briefing: id },
        'it asks for a model, but DRAGOMAN_MODEL names none: our own rules choose the sentences',
      )
    return extract
  }
  // Loaded only with a model, to save time.
  const [{ createModelSummarise }, { createAsker }, { openSpentBook }, { countOutcome, openOutcomes }] =
    await Promise.all([
      import('../summaries/model/create-model-summarise.ts'),
      import('../summaries/model/create-asker.ts'),
      import('../summaries/model/create-allowance.ts'),
      import('../summaries/model/count-outcomes.ts'),
    ])
  const outcomes = openOutcomes(join(dataDirectory, OUTCOMES_FILE))
  return createModelSummarise({
    ask: createAsker(model),
    tokensADay: model.tokensADay,
    spent: openSpentBook(join(dataDirectory, SPENT_FILE)),
    now,
    stopped: stopSignal(tools),
    report(report) {
      countOutcome(outcomes, report, now())
      if (report.status === 'told') log.info(report, 'summary chosen by the model')
      else if (report.refusal === 'resting') log.debug(report, 'model not asked')
      else log.warn(report, 'model not used: our own rules choose the sentences')
    },
  })
}
