import { RESTJSONErrorCodes as Codes, Routes } from 'discord.js'
import type { DiscordMessage } from '../draw/discord-message.ts'
import { isRefusal } from '../errors.ts'
import { idOf, type Posted } from './posted.ts'
import { sendParts, type Posting } from './send-parts.ts'

/** Minutes without a message after which a thread leaves the list of its channel: a day. */
const ARCHIVED_AFTER_MINUTES = 1_440

/** Posts details into a thread under a message, or behind it in the channel where Discord allows no thread. `from`: number of their first part. */
export async function sendThread(
  under: Posted,
  { name, parts }: NonNullable<DiscordMessage['thread']>,
  posting: Posting,
  from: number,
): Promise<void> {
  const numbers = parts.map((_part, index) => from + index)
  if (numbers.every((number) => posting.journal.arrived(number) !== null))
    return sendParts(under.channel, parts, posting, { from })
  await sendParts(await openThread(under, name, posting), parts, posting, { from })
}

async function openThread(
  { channel, message }: Posted,
  name: string,
  { rest, signal }: Posting,
): Promise<string> {
  const body = { name, auto_archive_duration: ARCHIVED_AFTER_MINUTES }
  try {
    return idOf(await rest.post(Routes.threads(channel, message), { body, signal }))
  } catch (error) {
    // A thread has the id of the message that it begins at: an earlier try made it.
    if (isRefusal(error, Codes.ThreadAlreadyCreatedForMessage)) return message
    if (isRefusal(error, Codes.MissingPermissions, Codes.MaximumActiveThreads)) return channel
    throw error
  }
}
