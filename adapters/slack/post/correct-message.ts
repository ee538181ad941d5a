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

/** Gives the pictures of a message to a workspace: those that it takes. */
export type Upload = (message: Message, workspace: Workspace) => Promise<readonly UploadedPicture[]>

export interface PosterTools {
  readonly workspaces: Workspaces
  readonly memory: ChatMemory
  readonly pace: Pace
  readonly draw: (message: Message, options?: Pick<DrawOptions, 'pictures'>) => SlackMessage
  readonly upload: Upload
}

/** Parts that a correction added to the thread, under the id of the message: `TEAM/CHANNEL/TS`. */
const ADDED = { platform: 'slack', kind: 'added' } as const

/** In the place of the id of an added part of which no answer told whether it arrived: Slack's ids are numbers. */
const NOBODY_KNOWS = '-'

/** The message is gone, or too old to be edited (https://docs.slack.dev/reference/methods/chat.update): nothing is left to correct. */
const BEYOND = new Set(['message_not_found', 'edit_window_closed', 'cant_update_message'])

/** Stands where a part is not needed any more: deleted, it could not be filled again by the next correction. */
const NOTHING_MORE: SlackPart = { text: '…', blocks: [{ type: 'context', elements: [plainText('…')] }] }

/** Puts the corrected message in the place of the posted one, part by part, and says in its thread what was corrected, in the words of before and of now. @throws DeliveryError */
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
  const name = { ...ADDED, id: `${workspace.team}/${channel}/${first}` }
  const added = (await memory.recall(name))?.split(' ') ?? []
  const posted = [...receipt.messageIds, ...added]
  const drawn = draw(message, { pictures: await upload(message, workspace) })
  const parts = [drawn.main, ...drawn.thread]
  const sayBelow = (part: SlackPart, number: number): Promise<string | null> =>
    options.journal.send({ number, tells: part.tells ?? [] }, async (handOver) => {
      const spot = { channel, thread, joins: false }
      return (await sayInChannel(part, spot, workspace, { pace, handOver })).message
    })

  for (const [index, ts] of posted.entries()) {
    const part = parts[index] ?? NOTHING_MORE
    if (ts !== NOBODY_KNOWS)
      await unlessBeyond(() => sayInstead(part, { channel, message: ts }, workspace, pace))
  }
  for (const [number, part] of parts.entries()) {
    if (number < posted.length) continue
    added.push((await sayBelow(part, number)) ?? NOBODY_KNOWS)
    await memory.remember(name, added.join(' '))
  }
  const note = thread === null ? null : tellCorrection(message)
  if (note !== null) await sayBelow(draw(note).main, parts.length)
}

async function unlessBeyond(edit: () => Promise<unknown>): Promise<void> {
  try {
    await edit()
  } catch (error) {
    const delivery = toDeliveryError(error)
    if (!BEYOND.has(refusalOf(delivery.cause) ?? '')) throw delivery
  }
}
