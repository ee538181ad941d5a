import { RESTJSONErrorCodes as Codes, Routes, type REST } from 'discord.js'
import { z } from 'zod'
import type { Found } from '../../../src/chat/post-journal.ts'
import { isRefusal } from '../errors.ts'

/** The history of a channel, as far as the bot may read it. */
export interface History {
  readonly rest: REST
  readonly signal: AbortSignal
  /** The bot's own user. */
  readonly self: string
  /** Discord answers with an empty list where reading is not granted, so what is not found there may stand there all the same. */
  readonly isGranted: boolean
}

/** https://docs.discord.com/developers/resources/message#get-channel-messages */
const PAGE = 100

/** Of a channel in which people write a lot meanwhile. */
const MOST_PAGES = 5

/** Discord's clock may be so much behind ours, in milliseconds. The same words may stand there of a little earlier, so it is not more. */
const CLOCKS_DIFFER_MS = 10_000

const messageSchema = z.looseObject({
  id: z.string(),
  timestamp: z.coerce.date(),
  author: z.looseObject({ id: z.string() }),
  nonce: z.union([z.string(), z.number()]).nullish(),
})
const pageSchema = z.array(messageSchema)

/**
 * Looks among the bot's own messages of a channel, newest first, for one that says what a body says. What other people write comes without its text, as the bot does not
 * ask to read it.
 * @throws what discord.js throws where the call fails otherwise than by a refusal to read
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
    if (oldest === undefined || page.length < PAGE || oldest.timestamp.getTime() < from)
      return { status: isGranted ? 'absent' : 'unknown' }
    before = oldest.id
  }
  return { status: 'unknown' }

  async function readPage(before: string | null): Promise<z.infer<typeof pageSchema> | null> {
    const query = new URLSearchParams({ limit: String(PAGE), ...(before === null ? {} : { before }) })
    try {
      return pageSchema.parse(await rest.get(Routes.channelMessages(channel), { query, signal }))
    } catch (error) {
      if (isRefusal(error, Codes.MissingAccess, Codes.MissingPermissions)) return null
      throw error
    }
  }
}

/** Where a message holds words; all else of it Discord fills in or writes its own way. */
const WORDED = new Set(['content', 'title', 'description', 'name', 'value', 'text', 'label'])

/** What Discord adds below a link of a message is no embed of ours. */
const isOurs = (embed: unknown): boolean =>
  typeof embed !== 'object' || embed === null || !('type' in embed) || embed.type === 'rich'

/** The words of a message in their order; Discord trims them. */
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
