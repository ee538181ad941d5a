import { z } from 'zod'
import { viewBlock } from './blocks.ts'
import { id, plainText } from './text.ts'
import { repeatedIds } from './unique-ids.ts'
import { explain } from './message.ts'
import { MODAL_TITLE, PRIVATE_METADATA, VIEW_BLOCKS, VIEW_BYTES } from '../limits.ts'

const common = {
  blocks: z.array(viewBlock).min(1).max(VIEW_BLOCKS),
  callback_id: id.optional(),
  external_id: id.optional(),
  private_metadata: z.string().max(PRIVATE_METADATA).optional(),
}

const view = z.discriminatedUnion('type', [
  z.strictObject({ ...common, type: z.literal('home') }),
  z.strictObject({
    ...common,
    type: z.literal('modal'),
    title: plainText(MODAL_TITLE),
    // Needed by inputs, and by nothing else.
    submit: plainText(MODAL_TITLE).optional(),
    close: plainText(MODAL_TITLE),
  }),
])

/** Every limit of Slack's that a modal or a Home tab breaks, in words; nothing where Slack would take it. */
export function checkView(given: {
  readonly type?: unknown
  readonly submit?: unknown
  readonly blocks: readonly object[]
}): readonly string[] {
  const bytes = Buffer.byteLength(JSON.stringify(given))
  return [
    ...explain(view.safeParse(given)),
    ...repeatedIds(given.blocks),
    ...(given.type === 'modal' && given.submit === undefined && given.blocks.some(isInput)
      ? ['A modal with inputs has no way to send them.']
      : []),
    ...(bytes > VIEW_BYTES ? [`The view has ${bytes} bytes; ${VIEW_BYTES} are the most.`] : []),
  ]
}

const isInput = (block: object): boolean => 'type' in block && block.type === 'input'
