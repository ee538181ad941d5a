import { availableParallelism } from 'node:os'
import { createKillableThreads } from '../thread/killable-threads.ts'
import type { TaggerInput, TaggerOptions } from '../tagging/create-tagger.ts'
import type { AnalysedText, AnalysisInput } from './analyse.ts'
import type { Explanation } from '../tagging/explain.ts'

/**
 * Tags fetched articles and finds their statements and facts, without blocking those who wait for answers.
 */
export interface Analysis {
  /** Returns one result per article, in order. */
  read(articles: readonly AnalysisInput[]): Promise<readonly AnalysedText[]>
  explain(article: TaggerInput): Promise<Explanation>
  close(): Promise<void>
}

export interface AnalysisTask {
  readonly articles: readonly AnalysisInput[]
  readonly explained: TaggerInput | null
}

export interface AnalysisAnswer {
  /** One per article, in order. */
  readonly texts: readonly AnalysedText[]
  readonly explanation: Explanation | null
}

/** A second thread starts when feeds wait for the first one, as when many are read for the first time. */
const THREADS = Math.min(2, availableParallelism())

/** The articles of one feed take at most a second. */
const DEADLINE_MS = 60_000

/**
 * A thread of the tagger holds about 90 MB and takes a second to start. Sources read every minute keep it
 * alive; a quiet night does not.
 */
const IDLE_MS = 10 * 60_000

/**
 * Analyses in worker threads, which start on first use. If a thread is killed, `read` and `explain`
 * reject, and the next call starts a new one.
 */
export function analyseBeside(options: TaggerOptions): Analysis {
  const worker = new URL('./analysis-worker.ts', import.meta.url)
  const limits = { data: options, threads: THREADS, deadlineMs: DEADLINE_MS, idleMs: IDLE_MS, warm: false }
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
