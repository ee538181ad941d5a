import { createTagger, type TaggerOptions } from '../tagging/create-tagger.ts'
import { shareTheThread } from '../thread/share-the-thread.ts'
import { analyse, type AnalysedText } from './analyse.ts'
import type { Analysis } from './open-analysis.ts'

/** Analyses in this thread, yielding to other work between articles. For short runs. */
export function analyseHere(options: TaggerOptions = {}): Analysis {
  const tagger = createTagger(options)
  return {
    async read(articles) {
      const pause = shareTheThread()
      const texts: AnalysedText[] = []
      for (const article of articles) {
        texts.push(analyse(tagger, article))
        await pause()
      }
      return texts
    },
    explain: (article) => Promise.resolve(tagger.explain(article)),
    close: () => Promise.resolve(),
  }
}
