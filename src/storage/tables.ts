import type { Generated } from 'kysely'
import type { Receipt } from '../chat/chat-adapter.ts'
import type { Message } from '../chat/message.ts'
import type { FeedState } from '../feeds/read-outcome.ts'
import type { Preferences } from '../subscriptions/preferences.ts'
import type { Subscription } from '../subscriptions/subscription.ts'
import type { Tags } from '../tagging/tags.ts'
import type { Json } from './json.ts'

/**
 * The tables as both stores have them (`sqlite/migrations` creates them). Times are milliseconds since 1970
 */
export interface Tables {
  source: SourceTable
  story: StoryTable
  article: ArticleTable
  article_version: ArticleVersionTable
  slot: SlotTable
  outbox: OutboxTable
  told: ToldTable
  subscription: SubscriptionTable
  preference: PreferenceTable
  muted: MutedTable
  answered: AnsweredTable
}

interface SourceTable {
  row: Generated<number>
  id: string
  state: Json<FeedState>
  /** Counted as we go: counting a million rows takes too long for a status line. */
  articles: Generated<number>
  versions: Generated<number>
}

interface StoryTable {
  row: Generated<number>
  id: string
  /** Row of the story that this one forwards to. Never a chain: merging rewrites what pointed here. */
  merged_into: number | null
}

interface ArticleTable {
  /** In order of `dated_at` to the second, so that walking rows backwards is newest first. */
  row: number
  id: string
  source_id: string
  url: string | null
  guid: string | null
  title: string
  author: string | null
  published_at: number | null
  updated_at: number | null
  seen_at: number
  /** When we saw the newest version. */
  changed_at: number
  /** Publication as first stated, never after `seen_at`: feeds re-date their entries and date them into the future. */
  dated_at: number
  version: number
  content_hash: string
  image: string | null
  tags: Json<Tags>
  /** Row of a story that is not merged. */
  story: number
  copy_of: string | null
  agency: string | null
}

interface ArticleVersionTable {
  article: number
  version: number
  seen_at: number
  title: string
  text: string
}

interface SlotTable {
  subscription: string
  slot: string
  at: number
}

interface OutboxTable {
  row: Generated<number>
  id: string
  subscription: string
  destination: string
  slot: string
  message: Json<Message>
  state: 'pending' | 'sending' | 'sent' | 'uncertain' | 'failed'
  attempts: Generated<number>
  created_at: number
  /** Not to be tried before. */
  due_at: number
  /** Which opening of the store is sending it; another one's is left from before a crash. */
  sender: string | null
  ended_at: number | null
  reason: string | null
  receipt: Json<Receipt> | null
}

interface ToldTable {
  destination: string
  story_id: string
  at: number
  outbox_id: string
  articles: Json<readonly string[]>
}

interface SubscriptionTable {
  id: string
  destination: string
  owner: string | null
  state: Subscription['state']
  created_at: number
  body: Json<Subscription>
}

interface PreferenceTable {
  /** A destination, or a person as `owner` writes one. */
  of: string
  body: Json<Preferences>
}

interface MutedTable {
  destination: string
  story_id: string
  at: number
}

/** Like `told`, for what was told in an answer. */
interface AnsweredTable {
  destination: string
  story_id: string
  at: number
  answer: string
  articles: Json<readonly string[]>
}
