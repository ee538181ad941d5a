import { workerData } from 'node:worker_threads'
import { createTagger, type TaggerOptions } from '../tagging/create-tagger.ts'
import { analyse } from './analyse.ts'
import type { AnalysisAnswer, AnalysisTask } from './open-analysis.ts'

const options: TaggerOptions = workerData
const tagger = createTagger(options)

/** Run by piscina in its own thread. */
export default function answer({ articles, explained }: AnalysisTask): AnalysisAnswer {
  return {
    texts: articles.map((article) => analyse(tagger, article)),
    explanation: explained === null ? null : tagger.explain(explained),
  }
}
