import { createKillableThreads } from '../thread/killable-threads.ts'
import { shareTheThread } from '../thread/share-the-thread.ts'
import { createTagger, type ReadText, type TaggerInput, type TaggerOptions } from './create-tagger.ts'
import type { Explanation } from './explain.ts'

/** Tags what was fetched while others wait for answers. */
export interface Tagging {
  /** In the order of the articles. */
  read(articles: readonly TaggerInput[]): Promise<readonly ReadText[]>
  explain(article: TaggerInput): Promise<Explanation>
  close(): Promise<void>
}

/** Tags in this thread, which others get in between: for what runs a moment. */
export function tagHere(options: TaggerOptions = {}): Tagging {
  const tagger = createTagger(options)
  return {
    async read(articles) {
      const pause = shareTheThread()
      const texts: ReadText[] = []
      for (const article of articles) {
        texts.push(tagger.read(article))
        await pause()
      }
      return texts
    },
    explain: (article) => Promise.resolve(tagger.explain(article)),
    close: () => Promise.resolve(),
  }
}

export interface TaggingTask {
  readonly articles: readonly TaggerInput[]
  readonly explained: TaggerInput | null
}

export interface TaggingAnswer {
  /** In the order of the articles. */
  readonly texts: readonly ReadText[]
  readonly explanation: Explanation | null
}

/** The articles of one feed take a second at most. */
const DEADLINE_MS = 60_000

/** Tags in a thread of its own. Where that is ended `read` and `explain` reject, and the next call has a new one. */
export function tagBeside(options: TaggerOptions): Tagging {
  const worker = new URL('./tag-worker.ts', import.meta.url)
  const limits = { data: options, deadlineMs: DEADLINE_MS, warm: true }
  const threads = createKillableThreads<TaggingTask, TaggingAnswer>(worker, limits)

  async function ask(task: TaggingTask): Promise<TaggingAnswer> {
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
