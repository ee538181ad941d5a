import { RESTJSONErrorCodes as Codes, Routes, type REST } from 'discord.js'
import { z } from 'zod'
import type { Found } from '../../../src/chat/post-journal.ts'
import { isRefusal } from '../errors.ts'

/** Access to the history of a channel. */
export interface History {
  readonly rest: REST
  readonly signal: AbortSignal
  /** Id of the bot's own user. */
  readonly self: string
  /**
   * Whether the bot may read the history. If not, Discord answers with an empty list, so a message that is
   * not found there may still exist.
   */
  readonly isGranted: boolean
}

/** https://docs.discord.com/developers/resources/message#get-channel-messages */
const MESSAGES_PER_PAGE = 100

/** How far to look back in a busy channel. */
const MOST_PAGES = 5

/**
 * How far Discord's clock may lag behind ours, in milliseconds. Not more, because the same words may have
 * been posted a little earlier.
 */
const CLOCKS_DIFFER_MS = 10_000

const messageSchema = z.looseObject({
  id: z.string(),
  timestamp: z.coerce.date(),
  author: z.looseObject({ id: z.string() }),
  nonce: z.union([z.string(), z.number()]).nullish(),
})
const pageSchema = z.array(messageSchema)

/**
 * Searches the bot's own messages in a channel, newest first, for one with the same nonce or words as `body`,
 * posted since `since` (ms since 1970). Other people's messages arrive without their text, because the bot
 * does not request that intent.
 * @throws what discord.js throws, unless Discord refused to let the bot read
 */
export async function findPart(
  channel: string,
  body: { readonly nonce: string },
  since: number,
  { rest, signal, self, isGranted }: History,
): Promise<Found> {
  const wanted = wordsOf(body)
  const from = since - CLOCKS_DIFFER_MS
  const isIt = ({ author, timestamp, ...one }: z.infer<typeof messageSchema>): boolean =>
    author.id === self && timestamp.getTime() >= from && (one.nonce === body.nonce || wordsOf(one) === wanted)
  let before: string | null = null
  for (let pages = 0; pages < MOST_PAGES; pages++) {
    const page = await readPage(before)
    if (page === null) return { status: 'unknown' }
    const found = page.find(isIt)
    if (found !== undefined) return { status: 'there', id: found.id }
    const oldest = page.at(-1)
    if (oldest === undefined || page.length < MESSAGES_PER_PAGE || oldest.timestamp.getTime() < from)
      return { status: isGranted ? 'absent' : 'unknown' }
    before = oldest.id
  }
  return { status: 'unknown' }

  async function readPage(before: string | null): Promise<z.infer<typeof pageSchema> | null> {
    const query = new URLSearchParams({
      limit: String(MESSAGES_PER_PAGE),
      ...(before === null ? {} : { before }),
    })
    try {
      return pageSchema.parse(await rest.get(Routes.channelMessages(channel), { query, signal }))
    } catch (error) {
      if (isRefusal(error, Codes.MissingAccess, Codes.MissingPermissions)) return null
      throw error
    }
  }
}

/** Fields of a message that hold words. Discord fills in the others or writes them in its own form. */
const WORDED = new Set(['content', 'title', 'description', 'name', 'value', 'text', 'label'])

/** Discord adds embeds for links in a message; only those of type `rich` are ours. */
const isOurs = (embed: unknown): boolean =>
  typeof embed !== 'object' || embed === null || !('type' in embed) || embed.type === 'rich'

/** The words of a message in order, with whitespace collapsed because Discord trims it. */
function wordsOf(value: unknown): string {
  const words: string[] = []
  const collect = (part: unknown, name: string): void => {
    if (typeof part === 'string' && WORDED.has(name)) words.push(part.replaceAll(/\s+/gu, ' ').trim())
    else if (Array.isArray(part))
      for (const one of name === 'embeds' ? part.filter(isOurs) : part) collect(one, '')
    else if (typeof part === 'object' && part !== null)
      for (const [key, one] of sorted(part)) collect(one, key)
  }
  if (typeof value === 'object' && value !== null)
    for (const key of ['content', 'embeds', 'components']) collect(Reflect.get(value, key), key)
  return words.filter(Boolean).join('\n')
}

const sorted = (value: object): readonly (readonly [string, unknown])[] =>
  Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1))
