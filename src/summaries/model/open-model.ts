import type { Summarize } from '../summary.ts'
import type { ModelTools } from './create-model-summarize.ts'
import type { ModelChoice } from './model-choice.ts'

/** Loads the model's client and whatever else only a model needs: without a model nobody waits for it. */
export async function openModel(
  choice: ModelChoice,
  tools: Pick<ModelTools, 'now' | 'report' | 'stopped'> & {
    /** Where the tokens spent today are kept. */
    readonly spentFile: string
  },
): Promise<Summarize> {
  const [{ createModelSummarize }, { createAsker }, { openSpentBook }] = await Promise.all([
    import('./create-model-summarize.ts'),
    import('./create-asker.ts'),
    import('./create-allowance.ts'),
  ])
  return createModelSummarize({
    ...tools,
    ask: createAsker(choice),
    tokensADay: choice.tokensADay,
    spent: openSpentBook(tools.spentFile),
  })
}
