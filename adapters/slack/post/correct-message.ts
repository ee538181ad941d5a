import type { PostOptions } from '../../../src/chat/chat-adapter.ts'
import { tellCorrection } from '../../../src/chat/wording/correction.ts'
import type { Message } from '../../../src/records/message.ts'
import type { Receipt } from '../../../src/records/platform.ts'
import type { ChatMemory } from '../../../src/records/ports/chat-memory.ts'
import { refusalOf, toDeliveryError } from '../errors.ts'
import type { DrawOptions, SlackMessage, SlackPart } from '../render.ts'
import { plainText } from '../text/plain.ts'
import type { UploadedPicture } from './upload-pictures.ts'
import type { Workspace, Workspaces } from '../transport/workspaces.ts'
import type { Pace } from './pace.ts'
import { isDirect, readPlace } from './place.ts'
import { sayInChannel, sayInstead } from './say-in-channel.ts'

/** Uploads a message's pictures to a workspace. Returns those that Slack accepted. */
export type Upload = (message: Message, workspace: Workspace) => Promise<readonly UploadedPicture[]>

export interface PosterTools {
  readonly workspaces: Workspaces
  readonly memory: ChatMemory
  readonly pace: Pace
  readonly draw: (message: Message, options?: Pick<DrawOptions, 'pictures'>) => SlackMessage
  readonly upload: Upload
}

/** Memory of parts that corrections added to a thread, by the message's id `TEAM/CHANNEL/TS`. */
const ADDED_PARTS = { platform: 'slack', kind: 'added' } as const

/**
 * Stands for the id of an added part that may or may not have arrived. Cannot be mistaken for an id, as
 * Slack's are numbers.
 */
const IN_DOUBT = '-'

/**
 * Errors that leave nothing to correct: the message is gone, or too old to edit
 * (https://docs.slack.dev/reference/methods/chat.update).
 */
const UNCORRECTABLE = new Set(['message_not_found', 'edit_window_closed', 'cant_update_message'])

/**
 * Replaces a part that is no longer needed. Deleting it instead would prevent the next correction from
 * filling it again.
 */
const EMPTY_PART: SlackPart = { text: '…', blocks: [{ type: 'context', elements: [plainText('…')] }] }

/**
 * Replaces a posted message with the corrected one, part by part, and states in its thread what was
 * corrected, with the old and new words.
 * @throws DeliveryError
 */
export async function correctMessage(
  receipt: Receipt,
  message: Message,
  options: PostOptions,
  { workspaces, memory, pace, draw, upload }: PosterTools,
): Promise<void> {
  const { team, channel } = readPlace(receipt.channel)
  const workspace = await workspaces.of(team)
  const [first] = receipt.messageIds
  if (first === undefined) return
  const thread = isDirect(channel) ? null : first
  const name = { ...ADDED_PARTS, id: `${workspace.team}/${channel}/${first}` }
  const added = (await memory.recall(name))?.split(' ') ?? []
  const posted = [...receipt.messageIds, ...added]
  const drawn = draw(message, { pictures: await upload(message, workspace) })
  const parts = [drawn.main, ...drawn.thread]
  const sayBelow = (part: SlackPart, number: number): Promise<string | null> =>
    options.journal.send({ number, storyIds: part.tells ?? [] }, async (handOver) => {
      const spot = { channel, thread, joins: false }
      return (await sayInChannel(part, spot, workspace, pace, handOver)).message
    })

  for (const [index, ts] of posted.entries()) {
    const part = parts[index] ?? EMPTY_PART
    if (ts !== IN_DOUBT)
      await unlessUncorrectable(() => sayInstead(part, { channel, message: ts }, workspace, pace))
  }
  for (const [number, part] of parts.entries()) {
    if (number < posted.length) continue
    added.push((await sayBelow(part, number)) ?? IN_DOUBT)
    await memory.remember(name, added.join(' '))
  }
  const note = thread === null ? null : tellCorrection(message)
  if (note !== null) await sayBelow(draw(note).main, parts.length)
}

async function unlessUncorrectable(edit: () => Promise<unknown>): Promise<void> {
  try {
    await edit()
  } catch (error) {
    const delivery = toDeliveryError(error)
    if (!UNCORRECTABLE.has(refusalOf(delivery.cause) ?? '')) throw delivery
  }
}
