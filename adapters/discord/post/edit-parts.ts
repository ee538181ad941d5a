import { MessageFlags, RESTJSONErrorCodes as Codes, Routes, type REST } from 'discord.js'
import type { DiscordMessage, DiscordPart } from '../draw/discord-message.ts'
import { isRefusal } from '../errors.ts'
import type { Posted } from './posted.ts'
import { sendParts, type Posting } from './send-parts.ts'

/**
 * Replaces what stands there by what a message looks like now: part by part, in the channel and in its thread. A longer one gets further messages, of a
 * shorter one the last are removed. What people have deleted stays deleted.
 */
export async function editParts(
  receipt: readonly Posted[],
  { main, thread }: DiscordMessage,
  posting: Posting,
): Promise<void> {
  const [first] = receipt
  if (first === undefined) return
  const inChannel = receipt.filter(({ channel }) => channel === first.channel)
  const inThread = receipt.filter(({ channel }) => channel !== first.channel)
  const details = thread?.parts ?? []
  if (inThread.length === 0) return replace(inChannel, [...main, ...details], posting, 0)
  await replace(inChannel, main, posting, 0)
  await replace(inThread, details, posting, main.length)
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
  const isV2 = ((part.flags ?? 0) & MessageFlags.IsComponentsV2) !== 0
  return isV2 ? part : { content: '', embeds: [], components: [], ...part }
}

async function unlessDeleted(call: ReturnType<REST['patch']>): Promise<void> {
  try {
    await call
  } catch (error) {
    if (!isRefusal(error, Codes.UnknownMessage)) throw error
  }
}
