import type { Generated } from 'kysely'
import type { AccessKey } from '../records/access-key.ts'
import type { KnownVersion, Tags } from '../records/article.ts'
import type { KeptChange } from '../records/change.ts'
import type { Decision, OutdatedPost, Told } from '../records/decision.ts'
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

/** Fields of a record as the columns that keep them: `source_id` for `sourceId`. */
type Columns<Kept, Field extends keyof Kept & string = keyof Kept & string> = {
  readonly [F in Field as SnakeCase<F>]: Kept[F]
}

/** The tables, as `migrations/` makes them. Times are milliseconds since 1970. What is kept of a record as it stands is explained there. */
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
    /** Id of the running story that it is part of. */
    line: string
    /** Four signs by which people call it (`handleOf`); null where nothing was seen in it for long, or too many are taken. */
    handle: Generated<string | null>
  }
  article: Columns<Omit<PlacedArticle, 'text' | 'tags' | 'storyId' | 'storylineId'>> & {
    /** In order of `dated_at` to the second, so that walking rows backwards is newest first. */
    row: number
    /** When we saw the newest version. */
    changed_at: number
    /** Publication as first stated, never after `seen_at`: feeds re-date their entries and date them into the future. */
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
  /** An article that was let go, as far as it must be known again. Revived by a new version of it. */
  past_article: Columns<KnownVersion> & { id: string }
  /** A story that an article stood in before an edit or a split took it out. */
  moved_article: {
    article_id: string
    story_id: string
    at: number
  }
  /** ISO 639-1, of the articles in the search index. */
  language: { code: string }
  slot: Pick<Decision, 'subscription' | 'slot' | 'at'>
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
  outbox: Pick<Delivery, 'subscription' | 'destination' | 'slot' | 'edits' | 'state' | 'reason'> & {
    row: Generated<number>
    id: string
    letter: number
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
    /** 1: it goes into the thread of its subscription, which alone knows what it tells. */
    apart: Generated<number>
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
  noticed: TouchedSubscription & {
    row: Generated<number>
    /** Row of `owner_notice`. */
    notice: number
    /** Row of the message in the outbox in which it stood first; null where it stands in none yet. */
    told: number | null
    /** 1: its destination was resumed since. */
    resumed: Generated<number>
  }
  /** A message that a platform refused for how it is drawn. */
  rejection: Columns<Rejection>
  /** Which posted message was edited for which version of an article. */
  correction: Columns<OutdatedPost, 'outboxId' | 'articleId' | 'version'> & { at: number }
  subscription: Pick<Subscription, 'id' | 'owner' | 'state'> & {
    destination: string
    created_at: number
    body: Json<Subscription>
  }
  preference: {
    /** A destination, or a person as `owner` writes one. */
    of: string
    body: Json<Preferences>
  }
  /** What somebody changed and may take back. */
  change: Pick<KeptChange, 'by' | 'place' | 'at'> & {
    row: Generated<number>
    changes: Json<KeptChange['changes']>
  }
  muted: Columns<Told, 'storyId' | 'at'> & { destination: string }
  /** What was told in an answer, outside the outbox. */
  answered: Columns<Told, 'storyId' | 'at'> & {
    destination: string
    answer: string
    articles: Json<readonly string[]>
  }
  /** What an article says that is looked up by itself. */
  finding: {
    row: Generated<number>
    article: number
    kind: FindingKind
    at: number
    body: Json<Finding>
  }
  /** A word of a name in it, folded. */
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
    /** Of its callback: `https://host:port`. */
    origin: string
  }
  /** The page of an article that a message cites; `found_at` and its like are of the looks at it. */
  told_page: Columns<PageState> & {
    article_id: string
    host: string
    told_at: number
    /** Null: it is not looked at again. */
    due_at: number | null
    looked_at: number | null
    /** When it was known to be gone, or there again. */
    changed_at: number | null
  }
  /** What an adapter keeps under a name of its own. */
  platform_text: MemoryName & { text: string }
  /** Events that a platform told already. */
  heard: Pick<MemoryName, 'platform'> & { event: string; at: number }
  last_answer: { place: string; at: number; body: string }
  /** What a source prints under its articles, as far as it may be page furniture. */
  printed_line: Columns<Omit<PrintedLine, 'about'>> & {
    source_id: string
    about: Json<PrintedLine['about']>
  }
}
