import { type RawBuilder, sql } from 'kysely'
import type { Tables } from '../tables.ts'

type KeysOf = { readonly [Table in keyof Tables]: readonly (keyof Tables[Table] & string)[] }

/** Each table and its primary key, ordered so that a table comes after those it refers to. */
const KEYS: KeysOf = {
  source: ['row'],
  story: ['row'],
  article: ['row'],
  article_version: ['article', 'version'],
  finding: ['row'],
  finding_name: ['word', 'finding'],
  past_article: ['id'],
  moved_article: ['article_id', 'story_id'],
  settled: ['row'],
  language: ['code'],
  printed_line: ['source_id', 'line'],
  slot: ['subscription', 'slot'],
  letter: ['row'],
  letter_story: ['letter', 'story_id'],
  outbox: ['row'],
  destination: ['id'],
  account: ['id'],
  owner_notice: ['row'],
  noticed: ['row'],
  rejection: ['outbox_id'],
  correction: ['outbox_id', 'article_id', 'version'],
  subscription: ['id'],
  preference: ['of'],
  change: ['row'],
  muted: ['destination', 'story_id'],
  answered: ['destination', 'story_id', 'at', 'answer'],
  reader_rule: ['row'],
  access_key: ['row'],
  hub_subscription: ['row'],
  told_page: ['article_id'],
  platform_text: ['platform', 'kind', 'id'],
  heard: ['platform', 'event'],
  last_answer: ['place'],
}

/** A table, or some rows of one. */
export interface CopiedRows {
  readonly table: string
  readonly keys: readonly string[]
  readonly where: RawBuilder<boolean>
}

/** Entry of `platform_text` that marks a store as being filled from another one. */
export const UNFINISHED_MARK = { platform: 'dragoman', kind: 'move', id: '' } as const

const ALL = sql<boolean>`1 = 1`
const CONDITIONS: Readonly<Record<string, readonly RawBuilder<boolean>[]>> = {
  // First the stories that others forward to; forwarding is never a chain.
  story: [sql<boolean>`merged_into is null`, sql<boolean>`merged_into is not null`],
  platform_text: [
    sql<boolean>`not (platform = ${UNFINISHED_MARK.platform} and kind = ${UNFINISHED_MARK.kind})`,
  ],
}

/** Everything in a store, in an order in which it can be written. */
export const ROWS_IN_ORDER: readonly CopiedRows[] = Object.entries(KEYS).flatMap(([table, keys]) =>
  (CONDITIONS[table] ?? [ALL]).map((where) => ({ table, keys, where })),
)
