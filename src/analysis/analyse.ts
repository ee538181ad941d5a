import type { ReadArticle } from '../records/article.ts'
import type { Tagger, TaggerInput } from '../tagging/create-tagger.ts'
import { readFacts } from './read-facts.ts'
import { readSayings } from './sayings/read-sayings.ts'

/** What one reading of an article yields. */
export type AnalysedText = Pick<ReadArticle, 'tags' | 'terms' | 'findings'>

/** What is known of an article before it is read. */
export interface AnalysisInput extends TaggerInput {
  /** Milliseconds since 1970; null or missing if unknown. "Yesterday" is relative to it. */
  readonly writtenAt?: number | null
}

/** Tags an article and finds its statements and facts. */
export function analyse(tagger: Tagger, input: AnalysisInput): AnalysedText {
  const { tags, terms, words, names, places } = tagger.read(input)
  const sayings = readSayings({ words, names, places }, tags.language)
  const facts = readFacts(words, tags.language, { writtenAt: input.writtenAt ?? null, places, sayings })
  return { tags, terms, findings: [...sayings, ...facts] }
}
