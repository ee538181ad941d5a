import type { BriefingSettings } from '../briefings/compose-briefing.ts'
import type { NewsArchive } from '../briefings/news-archive.ts'
import type { SourceHealth } from '../chat/message.ts'
import type { FoundArticle, SearchWish } from './search-wish.ts'
import type { Vocabulary } from './vocabulary.ts'

/** All that commands may see and ask. They read; only subscribing and the admin words write. */
export interface NewsroomView {
  readonly archive: NewsArchive
  readonly settings: BriefingSettings
  readonly vocabulary: Vocabulary
  /** Milliseconds since 1970. */
  now(): number
  search(wish: SearchWish): Promise<{ readonly hits: readonly FoundArticle[]; readonly more: boolean }>
  sourceHealth(): Promise<readonly SourceHealth[]>
}
