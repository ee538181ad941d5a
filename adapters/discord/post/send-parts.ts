import { hash } from 'node:crypto'
import { type REST, RESTJSONErrorCodes as Codes, Routes } from 'discord.js'
import type { DeliveryError } from '../../../src/chat/delivery-error.ts'
import {
  type Found,
  handingOver,
  type Posted,
  type PostJournal,
  type PostPart,
  readPosted,
  UNKEPT,
  writePosted,
} from '../../../src/chat/post-journal.ts'
import type { DrawnPicture } from '../../../src/pictures/open-pictures.ts'
import type { ChatMemory } from '../../../src/records/ports/chat-memory.ts'
import { type DiscordMessage, type DiscordPart, formOf } from '../draw/draft.ts'
import { isRefusal, toDeliveryError } from '../errors.ts'
import { findPart, type History } from './find-part.ts'
import { idOf } from './place.ts'
import { withPictures } from './with-pictures.ts'

/** The calls of one post: under one key, ending together. */
export interface Posting {
  readonly rest: REST
  /** 22 characters, the same in every try. */
  readonly key: string
  readonly signal: AbortSignal
  readonly journal: PostJournal
  /** A failed call in the words of delivery. */
  readonly explain: (error: unknown) => DeliveryError
  /** What stands there, in order; added to as parts arrive. */
  readonly posted: Posted[]
  /** They hang on its messages. */
  readonly pictures?: readonly DrawnPicture[]
  /** Where it can be looked up what became of a call without an answer, that is at what stands in an outbox. */
  readonly history?: Pick<History, 'self' | 'isGranted'>
}

/** The calls of what is sent once, outside the outbox. Whatever `name` says, it says in every try, so that Discord knows a repeat. */
export function postingOnce(name: string, rest: REST, signal: AbortSignal): Posting {
  return { rest, key: keyOf(name), signal, journal: UNKEPT, explain: toDeliveryError, posted: [] }
}

/** As long as the key of a post. */
export const keyOf = (name: string): string => hash('sha256', name, 'base64url').slice(0, 22)

interface Numbering {
  /** Number of the first of them within the post. */
  readonly from?: number
  /** Ids of the stories that stand in each. */
  readonly tells?: readonly (readonly string[])[]
  /** Id of a message in the channel that the first of them replies to; it may be gone. */
  readonly replyTo?: string | null
}

/**
 * Posts parts in order, those that did not arrive in an earlier try. Each carries a nonce: within some minutes Discord answers a repeat with the message that it made
 * the first time. https://docs.discord.com/developers/resources/message#create-message (enforce_nonce); at most 25 characters.
 * @throws DeliveryError
 */
export async function sendParts(
  channel: string,
  parts: readonly DiscordPart[],
  posting: Posting,
  { from = 0, tells = [], replyTo = null }: Numbering = {},
): Promise<void> {
  const { rest, key, signal } = posting
  for (const [index, part] of parts.entries()) {
    const number = from + index
    const reply =
      replyTo === null || index > 0
        ? {}
        : { message_reference: { message_id: replyTo, fail_if_not_exists: false } }
    const { body, files } = withPictures(
      { ...part, ...reply, nonce: `${key}${number}`, enforce_nonce: true },
      posting.pictures ?? [],
      number === 0,
    )
    const posted = (message: string): Posted => ({ channel, message, form: formOf(part) })
    const find = async (since: number): Promise<Found> => {
      if (posting.history === undefined) return { status: 'unknown' }
      const found = await findPart(channel, body, since, { ...posting.history, rest, signal })
      return found.status === 'there' ? { ...found, id: writePosted(posted(found.id)) } : found
    }
    await makePart({ number, tells: tells[index] ?? [], find }, posting, async () =>
      posted(idOf(await rest.post(Routes.channelMessages(channel), { body, files, signal }))),
    )
  }
}

/** One part of a post by way of its journal; what was handed over in doubt, is not recognised any more and cannot be found is passed over. @throws DeliveryError */
export async function makePart(
  part: PostPart,
  { journal, explain, posted }: Posting,
  make: () => Promise<Posted>,
): Promise<void> {
  const rethrow = (error: unknown): never => {
    throw explain(error)
  }
  const { find } = part
  const asked: PostPart = find === undefined ? part : { ...part, find: (since) => find(since).catch(rethrow) }
  const id = await journal.send(asked, async (handOver) =>
    writePosted(await handingOver.run(handOver, make).catch(rethrow)),
  )
  if (id !== null) posted.push(readPosted(id))
}

/**
 * Replaces what stands there by what a message looks like now: part by part, in the channel and in its thread. A longer one gets further messages, of a
 * shorter one the last are removed. What people have deleted stays deleted. The note goes below what stands in the thread, and nowhere where there is none.
 */
export async function editParts(
  receipt: readonly Posted[],
  { main, thread }: DiscordMessage,
  posting: Posting,
  note: readonly DiscordPart[],
): Promise<void> {
  const [first] = receipt
  if (first === undefined) return
  const inChannel = receipt.filter(({ channel }) => channel === first.channel)
  const inThread = receipt.filter(({ channel }) => channel !== first.channel)
  const details = thread?.parts ?? []
  if (inThread.length === 0) return replace(inChannel, [...main, ...details], posting, 0)
  await replace(inChannel, main, posting, 0)
  await replace(inThread, details, posting, main.length)
  const [{ channel } = first] = inThread
  const from = main.length + Math.max(details.length, inThread.length)
  // The next correction puts nothing in its place.
  await sendParts(channel, note, { ...posting, posted: [] }, { from })
}

async function replace(
  there: readonly Posted[],
  parts: readonly DiscordPart[],
  posting: Posting,
  from: number,
): Promise<void> {
  const { rest, signal } = posting
  for (const [index, { channel, message }] of there.entries()) {
    const part = parts[index]
    const route = Routes.channelMessage(channel, message)
    await unlessDeleted(
      part === undefined ? rest.delete(route, { signal }) : rest.patch(route, { body: toEdit(part), signal }),
    )
  }
  const channel = there[0]?.channel
  if (channel !== undefined)
    await sendParts(channel, parts.slice(there.length), posting, { from: from + there.length })
}

/** A field that an edit does not name stays as it was, so all are named. Those of Components V2 have no others. */
function toEdit(part: DiscordPart): DiscordPart {
  return formOf(part) === 'cards' ? part : { content: '', embeds: [], components: [], ...part }
}

async function unlessDeleted(call: ReturnType<REST['patch']>): Promise<void> {
  try {
    await call
  } catch (error) {
    if (!isRefusal(error, Codes.UnknownMessage)) throw error
  }
}

/** The channel of direct messages to a person, asked once and remembered: opening many in a short time is punished. */
export async function openDirect(
  user: string,
  rest: REST,
  memory: Pick<ChatMemory, 'recall' | 'remember'>,
): Promise<string> {
  const name = { platform: 'discord', kind: 'direct', id: user } as const
  const known = await memory.recall(name)
  if (known !== null) return known
  const channel = idOf(await rest.post(Routes.userChannels(), { body: { recipient_id: user } }))
  await memory.remember(name, channel)
  return channel
}
