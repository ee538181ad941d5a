import { z } from 'zod'
import { problemsOf } from '../../../adapters/slack/draw/draft.ts'
import {
  ACTIONS_ELEMENTS,
  BUTTON_TEXT,
  BUTTON_VALUE,
  CONFIRM_BUTTON,
  CONFIRM_TEXT,
  CONFIRM_TITLE,
  CONTEXT_ELEMENTS,
  ALT_TEXT,
  HEADER_TEXT,
  LINK,
  MESSAGE_BLOCKS,
  OPTION_TEXT,
  OVERFLOW_OPTIONS,
  PLACEHOLDER,
  SELECT_OPTIONS,
  TABLE_ROWS,
  TEXT,
} from '../../../adapters/slack/limits.ts'
import type { SlackPart } from '../../../adapters/slack/render.ts'
import { hasMarkup } from '../../../adapters/slack/text/plain.ts'
import { weigh } from '../../../adapters/slack/text/rich.ts'

/** Slack cuts the `text` of a message at this length (chat.postMessage). */
const FALLBACK_TEXT = 40_000

/** `block_id`, `action_id`, `callback_id`, `external_id`. */
const ID = 255

const TABLE_CELLS = 20

/** Text that Slack shows verbatim. */
export const plainText = (most: number = TEXT) =>
  z.strictObject({
    type: z.literal('plain_text'),
    text: z.string().min(1).max(most),
    emoji: z.literal(false),
  })

/** Markup whose angle brackets contain only links: no mention and no channel. */
const mrkdwn = (most: number) =>
  z.strictObject({
    type: z.literal('mrkdwn'),
    text: z
      .string()
      .min(1)
      .max(most)
      .refine((text) => !/[<>]/u.test(text.replaceAll(LINKS, '')), 'has an unescaped < or >')
      .refine((text) => !hasMarkup(text.replaceAll(LINKS, '$1')), 'has markup that is no link'),
    verbatim: z.literal(true),
  })

const text = (most: number = TEXT) => z.discriminatedUnion('type', [plainText(most), mrkdwn(most)])

const LINKS = /<https?:\/\/[^<>|\s]+\|([^<>|]+)>/gu

/** https://docs.slack.dev/reference/block-kit/blocks/rich-text-block#channel-element-type */
const CHANNEL = /^[CG][A-Z0-9]+$/u

export const id = z.string().min(1).max(ID)

/** The elements of rich text that we use: no mentions of people or groups. */
const richText = z.strictObject({
  type: z.literal('rich_text'),
  block_id: id.exactOptional(),
  elements: z
    .array(
      z.strictObject({
        type: z.enum(['rich_text_section', 'rich_text_quote']),
        elements: z
          .array(
            z.discriminatedUnion('type', [
              z.strictObject({
                type: z.literal('text'),
                text: z.string().min(1),
                style: style().exactOptional(),
              }),
              z.strictObject({
                type: z.literal('link'),
                url: z
                  .string()
                  .max(LINK)
                  .regex(/^https?:\/\//u, 'is no http(s) address'),
                text: z.string().min(1),
                style: style().exactOptional(),
              }),
              z.strictObject({ type: z.literal('channel'), channel_id: z.string().regex(CHANNEL) }),
            ]),
          )
          .min(1),
      }),
    )
    .min(1),
})

function style() {
  return z.strictObject({
    bold: z.boolean().exactOptional(),
    code: z.boolean().exactOptional(),
  })
}

const confirm = z.strictObject({
  title: plainText(CONFIRM_TITLE),
  text: text(CONFIRM_TEXT),
  confirm: plainText(CONFIRM_BUTTON),
  deny: plainText(CONFIRM_BUTTON),
  style: z.enum(['primary', 'danger']).exactOptional(),
})

export const option = z.strictObject({
  text: plainText(OPTION_TEXT),
  value: z.string().min(1).max(OPTION_TEXT),
})

export const options = (most: number) => z.array(option).min(1).max(most)

export const common = { action_id: id, confirm: confirm.exactOptional() }
export const typed = { ...common, placeholder: plainText(PLACEHOLDER).exactOptional() }

const button = z.strictObject({
  ...common,
  type: z.literal('button'),
  text: plainText(BUTTON_TEXT),
  value: z.string().min(1).max(BUTTON_VALUE).exactOptional(),
  style: z.enum(['primary', 'danger']).exactOptional(),
  accessibility_label: z.string().min(1).max(BUTTON_TEXT).exactOptional(),
})

const overflow = z.strictObject({
  ...common,
  type: z.literal('overflow'),
  options: options(OVERFLOW_OPTIONS),
})

export const staticSelect = z.strictObject({
  ...typed,
  type: z.literal('static_select'),
  options: options(SELECT_OPTIONS),
  initial_option: option.exactOptional(),
})

export const named = { block_id: id.exactOptional() }

const cell = z.discriminatedUnion('type', [
  richText,
  z.strictObject({ type: z.literal('raw_text'), text: z.string().min(1) }),
])

/** Blocks for both messages and views; `elements` are what their rows of buttons and menus may hold. */
export const blocksWith = <Element extends z.core.$ZodTypeDiscriminable>(...elements: readonly Element[]) =>
  [
    richText,
    z.strictObject({ ...named, type: z.literal('divider') }),
    // https://docs.slack.dev/reference/block-kit/blocks/image-block
    z.strictObject({
      ...named,
      type: z.literal('image'),
      slack_file: z.strictObject({ id: z.string().regex(/^F[A-Z0-9]+$/u) }),
      alt_text: z.string().min(1).max(ALT_TEXT),
    }),
    z.strictObject({ ...named, type: z.literal('header'), text: plainText(HEADER_TEXT) }),
    z.strictObject({
      ...named,
      type: z.literal('section'),
      text: text(),
    }),
    z.strictObject({
      ...named,
      type: z.literal('context'),
      elements: z.array(text()).min(1).max(CONTEXT_ELEMENTS),
    }),
    z.strictObject({
      ...named,
      type: z.literal('actions'),
      elements: z
        .array(z.discriminatedUnion('type', [button, overflow, staticSelect, ...elements]))
        .min(1)
        .max(ACTIONS_ELEMENTS),
    }),
  ] as const

/** A block of a message; only those that we use. */
const messageBlock = z.discriminatedUnion('type', [
  ...blocksWith(),
  z.strictObject({
    ...named,
    type: z.literal('table'),
    rows: z
      .array(z.array(cell).min(1).max(TABLE_CELLS))
      .min(1)
      .max(TABLE_ROWS)
      .refine((rows) => new Set(rows.map((row) => row.length)).size === 1, 'has rows of different lengths'),
    column_settings: z
      .array(z.strictObject({ align: z.enum(['left', 'right']), is_wrapped: z.boolean() }))
      .max(TABLE_CELLS),
  }),
])

/** A channel, which Slack shows by its name; it notifies nobody. */
const CHANNELS = /<#[CG][A-Z0-9]+>/gu

const part = z.object({
  text: z
    .string()
    .min(1)
    .max(FALLBACK_TEXT)
    .refine((text) => !/[<>]/u.test(text.replaceAll(CHANNELS, '')), 'has an unescaped < or >'),
  blocks: z.array(messageBlock).min(1).max(MESSAGE_BLOCKS),
})

/** A message as it would be sent: a `SlackPart`, or something that claims to be one. */
interface Message {
  readonly text: string
  readonly blocks: readonly { readonly type: string }[]
}

/** Parsed with `part`, it is a `SlackPart`. */
const drawn = z.custom<SlackPart>()

/** Lists every limit of Slack that a part of a message breaks, in words; empty if Slack would accept it. */
export function validateMessage(message: Message): readonly string[] {
  const { blocks } = message
  const read = part.safeParse(message)
  return [
    ...explain(read),
    ...repeatedIds(blocks),
    ...blocks
      .filter((block) => block.type === 'rich_text' && weigh(block) > TEXT)
      .map((block) => `A rich text has ${weigh(block)} characters; ${TEXT} are the most.`),
    ...(read.success ? problemsOf(drawn.parse(message)) : []),
  ]
}

/** Lists what a schema found wrong: where, and what. */
export function explain(result: z.ZodSafeParseResult<unknown>): readonly string[] {
  return result.success ? [] : result.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`)
}

/** Lists repeated ids that must be unique: `block_id` in a message or view, `action_id` in a block. */
export function repeatedIds(blocks: readonly object[]): readonly string[] {
  return [
    ...repeats(blocks.flatMap((block) => textsAt(block, 'block_id'))).map(
      (id) => `block_id “${id}” is given twice.`,
    ),
    ...blocks.flatMap((block, index) =>
      repeats(textsAt(block, 'action_id')).map((id) => `blocks.${index}: action_id “${id}” is given twice.`),
    ),
  ]
}

function repeats(ids: readonly string[]): readonly string[] {
  return [...new Set(ids.filter((id, index) => ids.indexOf(id) !== index))]
}

/** Returns all texts under a key at any depth. */
function textsAt(piece: unknown, key: string): readonly string[] {
  if (Array.isArray(piece)) return piece.flatMap((item) => textsAt(item, key))
  if (typeof piece !== 'object' || piece === null) return []
  return Object.entries(piece).flatMap(([name, value]) =>
    name === key && typeof value === 'string' ? [value] : textsAt(value, key),
  )
}
