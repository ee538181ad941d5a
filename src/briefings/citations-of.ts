import type { BriefedSentence, ModelSentence } from './briefing.ts'

/** The article versions that a sentence stands in, or was checked against. */
export function citationsOf(sentence: BriefedSentence): ModelSentence['cites'] {
  return sentence.by === 'model' ? sentence.cites : [sentence]
}
