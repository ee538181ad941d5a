import { contentOf } from '../../language/terms.ts'
import { isDangling } from '../dangling.ts'
import type { SpanSentence, SummaryRequest } from '../summary.ts'
import { type JudgedSentence, saysAgain } from './judge-choice.ts'

/**
 * A summary out of what could be used of a model's choice. In the place of each sentence that could not comes the next of those that our own rules
 * chose which says something else. Where none could be used, it is our own choice.
 */
export function fillIn(
  judged: readonly JudgedSentence[],
  own: readonly SpanSentence[],
  room: Pick<SummaryRequest, 'words' | 'sentences'>,
  language: string,
): readonly SpanSentence[] {
  const used = judged.filter(({ sentence }) => sentence !== null)
  if (used.length === 0) return own
  const spare = own.filter(({ text }) => {
    const content = contentOf(text, language)
    return !isDangling(text, language) && !used.some((other) => saysAgain(content, other.content))
  })
  const sentences: SpanSentence[] = []
  let words = 0
  for (const one of judged) {
    const sentence = one.sentence ?? spare.shift()
    if (sentence === undefined) continue
    const length = sentence.text.split(/\s+/u).length
    if (sentences.length >= room.sentences || (sentences.length > 0 && words + length > room.words)) break
    sentences.push(sentence)
    words += length
  }
  return sentences
}
