import { createEditor, type EditorTools } from './editor.ts'
import {
  createReadingDesk,
  type ReadingDesk,
  type ReadingTools,
  type ReadKeeper,
  type RoundReport,
} from './reading-desk.ts'
import type { Store } from './records/ports/store.ts'

/** What the reading desk and the editor of one process need. */
export type DeskTools = Omit<ReadingTools, 'keeper'> &
  EditorTools & { readonly store: Pick<Store, 'keepRead' | 'keepSettled'> }

export type NewsDesk = Omit<ReadingDesk, 'resume'> & {
  /**
   * Loads the stories of the last days and the subscriptions at hubs. Call it once, before the first round.
   * Returns how many articles it read.
   */
  resume(): Promise<number>
}

/**
 * The news desk of one process: reads the sources that are due, tags and places their articles, and keeps
 * both articles and the state of the source in one transaction.
 */
export function createNewsDesk(tools: DeskTools): NewsDesk {
  const { store } = tools
  const editor = createEditor(tools)
  const keeper: ReadKeeper = {
    async keep({ id: sourceId }, stateOf, { articles, printed }) {
      const placed = await editor.place(sourceId, articles, (placed) => {
        const languages = placed.articles.map(({ article }) => article.tags.language)
        const state = stateOf({ ...placed, languages })
        return store.keepRead({ sourceId, state, articles: placed.articles, printed })
      })
      return { fresh: placed.fresh, versions: placed.articles.length - placed.fresh }
    },
    keepState: (sourceId, stateOf) =>
      editor.inTurn(async () => store.keepRead({ sourceId, state: await stateOf(), articles: [] })),
  }
  const desk = createReadingDesk({ ...tools, keeper })
  return {
    ...desk,
    async resume() {
      await desk.resume()
      return editor.resume()
    },
    async readDue(options): Promise<RoundReport> {
      editor.forget()
      const settling = editor.settle((settled) => store.keepSettled(settled))
      // A full disk keeps no source from being read.
      await Promise.allSettled([settling])
      const report = await desk.readDue(options)
      await settling
      return report
    },
  }
}
