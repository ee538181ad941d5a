import type { Generated } from 'kysely'
import type { AccessKey } from '../records/access-key.ts'
import type { KnownVersion, Tags } from '../records/article.ts'
import type { KeptChange } from '../records/change.ts'
import type { Decision, OutdatedPost, SentStory } from '../records/decision.ts'
import type { Delivery, DestinationHealth, KeptPart, RefusedAccount, Rejection } from '../records/delivery.ts'
import type { Finding, FindingKind } from '../records/finding.ts'
import type { FeedState } from '../records/feed-state.ts'
import type { Message } from '../records/message.ts'
import type { NoticeCause, TouchedSubscription } from '../records/notice.ts'
import type { Receipt } from '../records/platform.ts'
import type { MemoryName } from '../records/ports/chat-memory.ts'
import type { HubSubscription } from '../records/ports/hub-subscriptions.ts'
import type { Preferences } from '../records/preferences.ts'
import type { ReaderRule } from '../records/reader-rule.ts'
import type { PrintedLine } from '../records/source.ts'
import type { PlacedArticle } from '../records/story.ts'
import type { Subscription } from '../records/subscription.ts'
import type { PageState } from '../records/told-page.ts'
import type { Json } from './json.ts'

type SnakeCase<Name extends string> = Name extends `${infer First}${infer Rest}`
  ? `${First extends Lowercase<First> ? First : `_${Lowercase<First>}`}${SnakeCase<Rest>}`
  : Name

/** Columns for the fields of a record: `source_id` for `sourceId`. */
type Columns<Kept, Field extends keyof Kept & string = keyof Kept & string> = {
  readonly [F in Field as SnakeCase<F>]: Kept[F]
}

/**
 * The tables, as `migrations/` creates them. Times are milliseconds since 1970. Columns taken from a record
 * are documented there.
 */
export interface Tables {
  source: {
    row: Generated<number>
    id: string
    state: Json<FeedState>
    /** Maintained with each write: counting a million rows takes too long for a status line. */
    articles: Generated<number>
    versions: Generated<number>
    /** Bytes of its titles, texts, addresses and tags. */
    bytes: Generated<number>
    /** What was let go because of bounds, and when last. */
    let_go_articles: Generated<number>
    let_go_versions: Generated<number>
    let_go_at: Generated<number | null>
  }
  story: {
    row: Generated<number>
    id: string
    /** Row of the story that this one forwards to. Never a chain: a merge rewrites what pointed here. */
    merged_into: number | null
    /** Id of its running story. */
    line: string
    /**
     * Short name of four characters (`handleOf`); null if nothing was seen in the story for long, or too many
     * are taken.
     */
    handle: Generated<string | null>
  }
  article: Columns<Omit<PlacedArticle, 'text' | 'tags' | 'storyId' | 'storylineId'>> & {
    /** In order of `dated_at`, to the second: walking rows backwards gives the newest first. */
    row: number
    /** When the newest version was seen. */
    changed_at: number
    /**
     * Publication as first stated, never after `seen_at`: feeds re-date their entries and date them into the
     * future.
     */
    dated_at: number
    tags: Json<Tags>
    /** Row of a story that is not merged. */
    story: number
  }
  article_version: {
    article: number
    version: number
    seen_at: number
    title: string
    text: string
  }
  /** An article that was let go, as far as it must be recognised. Revived by a new version of it. */
  past_article: Columns<KnownVersion> & { id: string }
  /** A story that an article was in before an edit or a split moved it. */
  moved_article: {
    article_id: string
    story_id: string
    at: number
  }
  /** One row, 1: see `settledUntil`. */
  settled: { row: number; hour: number }
  /** Languages (ISO 639-1) of the articles in the search index. */
  language: { code: string }
  slot: Pick<Decision, 'subscription' | 'slot' | 'at'>
  /** A message and what it tells. Destinations that are told the same share one. */
  letter: {
    row: Generated<number>
    /** Hash of the message and of what it tells. */
    hash: string
    message: Json<Message>
  }
  letter_story: {
    letter: number
    story_id: string
    articles: Json<readonly string[]>
  }
  outbox: Pick<Delivery, 'subscription' | 'destination' | 'slot' | 'edits' | 'state' | 'reason'> & {
    row: Generated<number>
    id: string
    letter: number
    attempts: Generated<number>
    created_at: number
    /** `pending`: not to be tried earlier. `sending`: until when it is leased to its sender. */
    due_at: number
    /** When the last try began. */
    tried_at: number | null
    /** What is known of its parts; null before any was handed over. */
    parts: Json<readonly KeptPart[]> | null
    /** Since when one of its parts may have arrived without an answer. */
    doubtful_since: number | null
    /** Id of the store opening that is sending it. */
    sender: string | null
    ended_at: number | null
    /** 1: it goes into the thread of its subscription, and only that subscription knows what it tells. */
    apart: Generated<number>
    /** 1: the platform refused its content, while its channel still works. */
    refused: Generated<number>
    receipt: Json<Receipt> | null
  }
  /** Destinations whose last try failed; others have no row. */
  destination: DestinationHealth & { id: string }
  /** Accounts whose token a platform refuses; others have no row. */
  account: RefusedAccount & { id: string }
  /** Something to tell one person for one cause. Its message has the id `notice ROW`. */
  owner_notice: NoticeCause & {
    row: Generated<number>
    /** A destination. */
    recipient: string
    language: string
    /** Incremented with each change. */
    changes: number
    began_at: number
    /** When its message is to be written or changed; null if the message is complete. */
    due_at: number | null
  }
  /** A subscription that a notice is about. */
  noticed: TouchedSubscription & {
    row: Generated<number>
    /** Row of `owner_notice`. */
    notice: number
    /** Row of the first outbox message that contained it; null if none does yet. */
    told: number | null
    /** 1: its destination has been resumed since. */
    resumed: Generated<number>
  }
  /** A message that a platform refused because of how it is drawn. */
  rejection: Columns<Rejection>
  /** Which posted message was edited for which version of an article. */
  correction: Columns<OutdatedPost, 'outboxId' | 'articleId' | 'version'> & { at: number }
  subscription: Pick<Subscription, 'id' | 'owner' | 'state'> & {
    destination: string
    created_at: number
    body: Json<Subscription>
  }
  preference: {
    /** A destination, or a person in the form of `owner`. */
    of: string
    body: Json<Preferences>
  }
  /** What somebody changed and may undo. */
  change: Pick<KeptChange, 'by' | 'place' | 'at'> & {
    row: Generated<number>
    changes: Json<KeptChange['changes']>
  }
  muted: Columns<SentStory, 'storyId' | 'at'> & { destination: string }
  /** What was told in an answer, outside the outbox. */
  answered: Columns<SentStory, 'storyId' | 'at'> & {
    destination: string
    answer: string
    articles: Json<readonly string[]>
  }
  /** A statement, figure or coming event that an article contains. */
  finding: {
    row: Generated<number>
    article: number
    kind: FindingKind
    at: number
    body: Json<Finding>
  }
  /** A folded word of a name in a finding. */
  finding_name: { word: string; finding: number }
  reader_rule: Pick<ReaderRule, 'id' | 'workspace' | 'at'> & {
    row: Generated<number>
    body: Json<ReaderRule>
  }
  access_key: Pick<AccessKey, 'hash' | 'kind' | 'id' | 'person'> & {
    row: Generated<number>
    expires_at: number | null
    used_at: number | null
    body: Json<AccessKey>
  }
  hub_subscription: Columns<HubSubscription> & {
    row: Generated<number>
    /** Origin of its callback: `https://host:port`. */
    origin: string
  }
  /** The page of an article that a message cites; `found_at` and the like are results of looking at it. */
  told_page: Columns<PageState> & {
    article_id: string
    host: string
    told_at: number
    /** Null: it is not looked at again. */
    due_at: number | null
    looked_at: number | null
    /** When it became known as gone, or as restored. */
    changed_at: number | null
  }
  /** A text that an adapter keeps under a name of its own. */
  platform_text: MemoryName & { text: string }
  /** Events that a platform has already delivered. */
  heard: Pick<MemoryName, 'platform'> & { event: string; at: number }
  last_answer: { place: string; at: number; body: string }
  /** Lines that a source prints under its articles and that may be page furniture. */
  printed_line: Columns<Omit<PrintedLine, 'about'>> & {
    source_id: string
    about: Json<PrintedLine['about']>
  }
}
