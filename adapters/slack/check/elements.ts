import { z } from 'zod'
import {
  ADDRESS,
  BUTTON_TEXT,
  BUTTON_VALUE,
  CHOICES,
  CONFIRM_BUTTON,
  CONFIRM_TEXT,
  CONFIRM_TITLE,
  INPUT_LENGTH,
  OPTION_TEXT,
  OVERFLOW_OPTIONS,
  PLACEHOLDER,
  SELECT_OPTIONS,
} from '../limits.ts'
import { address, id, plainText, text } from './text.ts'

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

export const button = z.strictObject({
  ...common,
  type: z.literal('button'),
  text: plainText(BUTTON_TEXT),
  value: z.string().min(1).max(BUTTON_VALUE).optional(),
  url: address(ADDRESS).optional(),
  style: z.enum(['primary', 'danger']).optional(),
  accessibility_label: z.string().min(1).max(BUTTON_TEXT).optional(),
})

export const overflow = z.strictObject({
  ...common,
  type: z.literal('overflow'),
  options: options(OVERFLOW_OPTIONS),
})

export const staticSelect = z.strictObject({
  ...typed,
  type: z.literal('static_select'),
  options: options(SELECT_OPTIONS),
  initial_option: option.optional(),
})

export const conversationsSelect = z.strictObject({
  ...typed,
  type: z.literal('conversations_select'),
  initial_conversation: z.string().min(1).optional(),
  filter: z.strictObject({
    include: z.array(z.enum(['public', 'private', 'im', 'mpim'])).min(1),
    exclude_bot_users: z.boolean(),
  }),
})

export const inputs = [
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
