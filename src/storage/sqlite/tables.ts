import type { Generated } from 'kysely'
import type { Platform, Receipt } from '../../records/platform.ts'
import type { Message } from '../../records/message.ts'
import type { DestinationHealth, KeptPart, RefusedAccount, StoryDelivery } from '../../records/delivery.ts'
import type { NoticeCause } from '../../records/notice.ts'
import type { FeedState } from '../../records/feed-state.ts'
import type { PrintedLine } from '../../records/source.ts'
import type { Preferences } from '../../records/preferences.ts'
import type { Subscription } from '../../records/subscription.ts'
import type { Tags } from '../../records/article.ts'
import type { Json } from './json.ts'

/** The tables, as `migrations/` makes them. Times are milliseconds since 1970. */
export interface Tables {
  source: {
    row: Generated<number>
    id: string
    state: Json<FeedState>
    /** Counted as we go: counting a million rows takes too long for a status line. */
    articles: Generated<number>
    versions: Generated<number>
    /** Of what it wrote: titles, texts, addresses and tags. */
    bytes: Generated<number>
    /** What was let go because it was too much, and when the last time. */
    let_go_articles: Generated<number>
    let_go_versions: Generated<number>
    let_go_at: Generated<number | null>
  }
  story: {
    row: Generated<number>
    id: string
    /** Row of the story that this one forwards to. Never a chain: merging rewrites what pointed here. */
    merged_into: number | null
  }
  article: {
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
  article_version: {
    article: number
    version: number
    seen_at: number
    title: string
    text: string
  }
  /** An article that was let go, as far as it must be known again. Revived by a new version of it. */
  past_article: {
    id: string
    source_id: string
    version: number
    content_hash: string
    seen_at: number
  }
  /** A story that an article stood in before an edit or a split took it out. */
  moved_article: {
    article_id: string
    story_id: string
    at: number
  }
  slot: {
    subscription: string
    slot: string
    at: number
  }
  /** A text and what it tells; destinations that are told the same share one. */
  letter: {
    row: Generated<number>
    /** Of the message and of what it tells. */
    hash: string
    message: Json<Message>
  }
  letter_story: {
    letter: number
    story_id: string
    articles: Json<readonly string[]>
  }
  outbox: {
    row: Generated<number>
    id: string
    subscription: string
    destination: string
    slot: string
    letter: number
    /** Id of the row whose posted message this one edits. */
    edits: string | null
    state: StoryDelivery['state']
    attempts: Generated<number>
    created_at: number
    /** Pending: not to be tried before. Sending: until when it is leased to its sender. */
    due_at: number
    /** When the last try began. */
    tried_at: number | null
    /** What is known of its parts; null before any was handed over. */
    parts: Json<readonly KeptPart[]> | null
    /** Since when one of them may have arrived although nobody answered. */
    doubtful_since: number | null
    /** Which opening of the store is sending it. */
    sender: string | null
    ended_at: number | null
    reason: string | null
    /** 1: the platform refused what it says, and its channel goes on. */
    refused: Generated<number>
    receipt: Json<Receipt> | null
  }
  /** Destinations whose last try failed; the others have no row. */
  destination: DestinationHealth & { id: string }
  /** Whose token a platform refuses; the others have no row. */
  account: RefusedAccount & { id: string }
  /** What one person has to be told for one cause; its message has the id `notice ROW`. */
  owner_notice: NoticeCause & {
    row: Generated<number>
    /** A destination. */
    recipient: string
    language: string
    /** Counts up with each change. */
    changes: number
    began_at: number
    /** When its message is to be written or changed; null where it says it all. */
    due_at: number | null
  }
  /** A subscription that a notice is about. */
  noticed: {
    row: Generated<number>
    /** Row of `owner_notice`. */
    notice: number
    destination: string
    subscription: string
    title: string
    /** Row of the message in the outbox in which it stood first; null where it stands in none yet. */
    told: number | null
    /** 1: its destination was resumed since. */
    resumed: Generated<number>
  }
  /** A message that a platform refused for how it is drawn. */
  rejection: {
    outbox_id: string
    destination: string
    at: number
    reason: string
  }
  /** Which posted message was edited for which version of an article. */
  correction: {
    outbox_id: string
    article_id: string
    version: number
    at: number
  }
  subscription: {
    id: string
    destination: string
    owner: string | null
    state: Subscription['state']
    created_at: number
    body: Json<Subscription>
  }
  preference: {
    /** A destination, or a person as `owner` writes one. */
    of: string
    body: Json<Preferences>
  }
  muted: {
    destination: string
    story_id: string
    at: number
  }
  /** What was told in an answer, outside the outbox. */
  answered: {
    destination: string
    story_id: string
    at: number
    answer: string
    articles: Json<readonly string[]>
  }
  /** What an adapter keeps under a name of its own. */
  platform_text: {
    platform: Platform
    kind: string
    id: string
    text: string
  }
  /** Events that a platform told already. */
  heard: {
    platform: Platform
    event: string
    at: number
  }
  /** What a source prints under its articles, as far as it may be page furniture. */
  printed_line: {
    source_id: string
    line: string
    articles: number
    about: Json<PrintedLine['about']>
    seen_at: number
  }
}
