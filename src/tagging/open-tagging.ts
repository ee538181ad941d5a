import type { Tags } from '../records/article.ts'
import { createKillableThreads } from '../thread/killable-threads.ts'
import { shareTheThread } from '../thread/share-the-thread.ts'
import { createTagger, type TaggerInput, type TaggerOptions } from './create-tagger.ts'
import type { Explanation } from './explain.ts'

/** Tags what was read while others wait for answers. */
export interface Tagging {
  /** In the order of the articles. */
  tag(articles: readonly TaggerInput[]): Promise<readonly Tags[]>
  explain(article: TaggerInput): Promise<Explanation>
  close(): Promise<void>
}

/** Tags in this thread, which others get in between: for what runs a moment. */
export function tagHere(options: TaggerOptions = {}): Tagging {
  const tagger = createTagger(options)
  return {
    async tag(articles) {
      const pause = shareTheThread()
      const tags: Tags[] = []
      for (const article of articles) {
        tags.push(tagger.tag(article))
        await pause()
      }
      return tags
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
  readonly tags: readonly Tags[]
  readonly explanation: Explanation | null
}

/** The articles of one feed take a second at most. */
const DEADLINE_MS = 60_000

/** Tags in a thread of its own. Where that is ended `tag` and `explain` reject, and the next call has a new one. */
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
    tag: async (articles) => (articles.length === 0 ? [] : (await ask({ articles, explained: null })).tags),
    async explain(article) {
      const { explanation } = await ask({ articles: [], explained: article })
      if (explanation === null) throw new Error('The thread of the tagger explained nothing.')
      return explanation
    },
    close: () => threads.close(),
  }
}
