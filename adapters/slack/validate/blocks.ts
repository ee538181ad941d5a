import { z } from 'zod'
import {
  ACTIONS_ELEMENTS,
  ADDRESS,
  BUTTON_TEXT,
  BUTTON_VALUE,
  CHOICES,
  CONFIRM_BUTTON,
  CONFIRM_TEXT,
  CONFIRM_TITLE,
  CONTEXT_ELEMENTS,
  FIELD_TEXT,
  HEADER_TEXT,
  ID,
  INPUT_LABEL,
  INPUT_LENGTH,
  LINK,
  OPTION_TEXT,
  OVERFLOW_OPTIONS,
  PLACEHOLDER,
  SECTION_FIELDS,
  SELECT_OPTIONS,
  TABLE_CELLS,
  TABLE_ROWS,
  TEXT,
} from '../limits.ts'
import { hasMarkup } from '../text/plain.ts'

/** Addresses that a click may open. */
const address = (most: number) =>
  z
    .string()
    .max(most)
    .regex(/^https?:\/\//u, 'is no http(s) address')

/** Text that Slack shows as it is. */
export const plainText = (most: number = TEXT) =>
  z.strictObject({
    type: z.literal('plain_text'),
    text: z.string().min(1).max(most),
    emoji: z.literal(false),
  })

/** Markup in which nothing stands between angle brackets but links: a mention or a channel would. */
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

/** The parts of a rich text that we draw: no mention of people or groups. */
const richText = z.strictObject({
  type: z.literal('rich_text'),
  block_id: id.optional(),
  elements: z
    .array(
      z.strictObject({
        type: z.enum(['rich_text_section', 'rich_text_quote']),
        elements: z
          .array(
            z.discriminatedUnion('type', [
              z.strictObject({ type: z.literal('text'), text: z.string().min(1), style: style().optional() }),
              z.strictObject({
                type: z.literal('link'),
                url: address(Math.min(ADDRESS, LINK)),
                text: z.string().min(1),
                style: style().optional(),
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
    bold: z.boolean().optional(),
    code: z.boolean().optional(),
    italic: z.boolean().optional(),
  })
}

const confirm = z.strictObject({
  title: plainText(CONFIRM_TITLE),
  text: text(CONFIRM_TEXT),
  confirm: plainText(CONFIRM_BUTTON),
  deny: plainText(CONFIRM_BUTTON),
  style: z.enum(['primary', 'danger']).optional(),
})

const option = z.strictObject({
  text: plainText(OPTION_TEXT),
  value: z.string().min(1).max(OPTION_TEXT),
  description: plainText(OPTION_TEXT).optional(),
})

const options = (most: number) => z.array(option).min(1).max(most)

const common = { action_id: id, confirm: confirm.optional() }
const typed = { ...common, placeholder: plainText(PLACEHOLDER).optional() }
const external = { ...typed, min_query_length: z.number().int().min(0).optional() }

const button = z.strictObject({
  ...common,
  type: z.literal('button'),
  text: plainText(BUTTON_TEXT),
  value: z.string().min(1).max(BUTTON_VALUE).optional(),
  url: address(ADDRESS).optional(),
  style: z.enum(['primary', 'danger']).optional(),
  accessibility_label: z.string().min(1).max(BUTTON_TEXT).optional(),
})

const overflow = z.strictObject({
  ...common,
  type: z.literal('overflow'),
  options: options(OVERFLOW_OPTIONS),
})

const staticSelect = z.strictObject({
  ...typed,
  type: z.literal('static_select'),
  options: options(SELECT_OPTIONS),
  initial_option: option.optional(),
})

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
] as const

const named = { block_id: id.optional() }

const cell = z.discriminatedUnion('type', [
  richText,
  z.strictObject({ type: z.literal('raw_text'), text: z.string().min(1) }),
])

const shared = [
  richText,
  z.strictObject({ ...named, type: z.literal('divider') }),
  z.strictObject({ ...named, type: z.literal('header'), text: plainText(HEADER_TEXT) }),
  z.strictObject({
    ...named,
    type: z.literal('section'),
    text: text().optional(),
    fields: z.array(text(FIELD_TEXT)).min(1).max(SECTION_FIELDS).optional(),
    accessory: z.discriminatedUnion('type', [button, overflow, staticSelect]).optional(),
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
      .array(z.discriminatedUnion('type', [button, overflow, staticSelect, conversationsSelect]))
      .min(1)
      .max(ACTIONS_ELEMENTS),
  }),
] as const

/** A block of a message; only those that we draw. */
export const messageBlock = z.discriminatedUnion('type', [
  ...shared,
  z.strictObject({
    ...named,
    type: z.literal('table'),
    rows: z
      .array(z.array(cell).min(1).max(TABLE_CELLS))
      .min(1)
      .max(TABLE_ROWS)
      .refine((rows) => new Set(rows.map((row) => row.length)).size === 1, 'has rows of different lengths'),
    column_settings: z
      .array(z.strictObject({ align: z.enum(['left', 'center', 'right']), is_wrapped: z.boolean() }))
      .max(TABLE_CELLS),
  }),
])

/** A block of a modal or a Home tab. */
export const viewBlock = z.discriminatedUnion('type', [
  ...shared,
  z.strictObject({
    ...named,
    type: z.literal('input'),
    label: plainText(INPUT_LABEL),
    hint: plainText(INPUT_LABEL).optional(),
    optional: z.boolean().optional(),
    element: z.discriminatedUnion('type', [staticSelect, ...inputs]),
  }),
])
