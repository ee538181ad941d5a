import { createKillableThreads } from '../thread/killable-threads.ts'
import type { TaggerInput, TaggerOptions } from '../tagging/create-tagger.ts'
import type { AnalysedText, AnalysisInput } from './analyse.ts'
import type { Explanation } from '../tagging/explain.ts'

/** Tags what was fetched, and finds what it says, while others wait for answers. */
export interface Analysis {
  /** In the order of the articles. */
  read(articles: readonly AnalysisInput[]): Promise<readonly AnalysedText[]>
  explain(article: TaggerInput): Promise<Explanation>
  close(): Promise<void>
}

export interface AnalysisTask {
  readonly articles: readonly AnalysisInput[]
  readonly explained: TaggerInput | null
}

export interface AnalysisAnswer {
  /** In the order of the articles. */
  readonly texts: readonly AnalysedText[]
  readonly explanation: Explanation | null
}

/** The articles of one feed take a second at most. */
const DEADLINE_MS = 60_000

/** A thread of the tagger holds some 90 MB and takes a second to start: sources that are read by the minute keep it, a quiet night does not. */
const IDLE_MS = 10 * 60_000

/** In a thread of its own, which starts when it is first asked. Where it is ended `read` and `explain` reject, and the next call has a new one. */
export function analyseBeside(options: TaggerOptions): Analysis {
  const worker = new URL('./analysis-worker.ts', import.meta.url)
  const limits = { data: options, deadlineMs: DEADLINE_MS, idleMs: IDLE_MS, warm: false }
  const threads = createKillableThreads<AnalysisTask, AnalysisAnswer>(worker, limits)

  async function ask(task: AnalysisTask): Promise<AnalysisAnswer> {
    const answer = await threads.run(task)
    if ('status' in answer) throw new Error(`Articles could not be tagged. ${answer.text}`)
    return answer
  }

  return {
    read: async (articles) => (articles.length === 0 ? [] : (await ask({ articles, explained: null })).texts),
    async explain(article) {
      const { explanation } = await ask({ articles: [], explained: article })
      if (explanation === null) throw new Error('The thread of the tagger explained nothing.')
      return explanation
    },
    close: () => threads.close(),
  }
}
