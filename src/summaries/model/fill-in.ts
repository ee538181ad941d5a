import { contentOf } from '../content-of.ts'
import { isDangling } from '../dangling.ts'
import type { RewrittenSentence, SpanSentence, SummaryRequest } from '../summary.ts'
import { saysAgain, type Judged } from './judge-sentences.ts'

export interface FilledIn {
  readonly sentences: readonly (SpanSentence | RewrittenSentence)[]
  /** Sentences of the model that do not hold; an outlet's own stands in the place of each, where there is one left. */
  readonly failed: number
}

/**
 * A summary out of what holds of a model's sentences. In the place of each that does not hold comes the next of the outlets' own sentences that says
 * something else. Where nothing of the model's holds, it is the outlets' own summary.
 */
export function fillIn(
  judged: readonly Judged[],
  own: readonly SpanSentence[],
  room: Pick<SummaryRequest, 'words' | 'sentences'>,
  language: string,
): FilledIn {
  const failed = judged.filter(({ problems }) => problems.length > 0).length
  const said = judged.flatMap(({ passage, problems }) =>
    passage !== null && problems.length === 0 ? [passage.content] : [],
  )
  if (said.length === 0) return { sentences: own, failed }
  const spare = own.filter(({ text }) => {
    const content = contentOf(text, language)
    return !isDangling(text, language) && !said.some((other) => saysAgain({ content }, { content: other }))
  })
  const sentences: (SpanSentence | RewrittenSentence)[] = []
  let words = 0
  for (const { passage, cites, problems } of judged) {
    const sentence: SpanSentence | RewrittenSentence | undefined =
      passage !== null && problems.length === 0 ? { by: 'model', text: passage.text, cites } : spare.shift()
    if (sentence === undefined) continue
    const length = sentence.text.split(/\s+/u).length
    if (sentences.length >= room.sentences || (sentences.length > 0 && words + length > room.words)) break
    sentences.push(sentence)
    words += length
  }
  return { sentences, failed }
}
