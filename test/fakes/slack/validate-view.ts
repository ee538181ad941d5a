import { z } from 'zod'
import {
  blocksWith,
  common,
  explain,
  id,
  named,
  option,
  options,
  plainText,
  repeatedIds,
  staticSelect,
  typed,
} from './validate-message.ts'
import { MODAL_TITLE, PRIVATE_METADATA, SELECT_OPTIONS } from '../../../adapters/slack/limits.ts'

/** Maximum number of blocks of a modal or Home tab. */
const VIEW_BLOCKS = 100
const CHOICES = 10
const INPUT_LABEL = 2000
const INPUT_LENGTH = 3000
/** Maximum bytes of a view (views.open). */
const VIEW_BYTES = 250_000

const external = { ...typed, min_query_length: z.number().int().min(0).optional() }

const conversationsSelect = z.strictObject({
  ...typed,
  type: z.literal('conversations_select'),
  initial_conversation: z.string().min(1).optional(),
  filter: z.strictObject({
    include: z.array(z.enum(['public', 'private', 'im', 'mpim'])).min(1),
    exclude_bot_users: z.boolean(),
  }),
})

const inputs = [
  z.strictObject({
    ...typed,
    type: z.literal('multi_static_select'),
    options: options(SELECT_OPTIONS),
    initial_options: options(SELECT_OPTIONS).optional(),
    max_selected_items: z.number().int().min(1).optional(),
  }),
  z.strictObject({ ...external, type: z.literal('external_select'), initial_option: option.optional() }),
  z.strictObject({
    ...external,
    type: z.literal('multi_external_select'),
    initial_options: options(SELECT_OPTIONS).optional(),
    max_selected_items: z.number().int().min(1).optional(),
  }),
  z.strictObject({
    ...common,
    type: z.literal('radio_buttons'),
    options: options(CHOICES),
    initial_option: option.optional(),
  }),
  z.strictObject({
    ...typed,
    type: z.literal('plain_text_input'),
    multiline: z.boolean().optional(),
    initial_value: z.string().max(INPUT_LENGTH).optional(),
    max_length: z.number().int().min(1).max(INPUT_LENGTH).optional(),
  }),
  z.strictObject({
    ...typed,
    type: z.literal('timepicker'),
    initial_time: z
      .string()
      .regex(/^\d\d:\d\d$/u)
      .optional(),
  }),
] as const

/** A block of a modal or a Home tab. */
const viewBlock = z.discriminatedUnion('type', [
  ...blocksWith(conversationsSelect),
  z.strictObject({
    ...named,
    type: z.literal('input'),
    label: plainText(INPUT_LABEL),
    hint: plainText(INPUT_LABEL).optional(),
    optional: z.boolean().optional(),
    element: z.discriminatedUnion('type', [staticSelect, conversationsSelect, ...inputs]),
  }),
])

const fields = {
  blocks: z.array(viewBlock).min(1).max(VIEW_BLOCKS),
  callback_id: id.optional(),
  external_id: id.optional(),
  private_metadata: z.string().max(PRIVATE_METADATA).optional(),
}

const view = z.discriminatedUnion('type', [
  z.strictObject({ ...fields, type: z.literal('home') }),
  z.strictObject({
    ...fields,
    type: z.literal('modal'),
    title: plainText(MODAL_TITLE),
    // Required if there are inputs, and only then.
    submit: plainText(MODAL_TITLE).optional(),
    close: plainText(MODAL_TITLE),
  }),
])

/** Lists every limit of Slack that a modal or Home tab breaks, in words; empty if Slack would accept it. */
export function validateView(given: {
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
