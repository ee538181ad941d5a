import { workerData } from 'node:worker_threads'
import { createTagger, type TaggerOptions } from './create-tagger.ts'
import type { TaggingAnswer, TaggingTask } from './open-tagging.ts'

const options: TaggerOptions = workerData
const tagger = createTagger(options)

/** Run by piscina in a thread of its own. */
export default function answer({ articles, explained }: TaggingTask): TaggingAnswer {
  return {
    texts: articles.map((article) => tagger.read(article)),
    explanation: explained === null ? null : tagger.explain(explained),
  }
}
