import type { Store } from '../records/ports/store.ts'

/** What briefings ask of what is kept. */
export type BriefingArchive = Pick<
  Store,
  'storyHeads' | 'stories' | 'versions' | 'storiesSaying' | 'told' | 'muted' | 'feedStates'
>
