import { z } from 'zod'
import {
  ACTIONS_ELEMENTS,
  CONTEXT_ELEMENTS,
  FIELD_TEXT,
  HEADER_TEXT,
  INPUT_LABEL,
  SECTION_FIELDS,
  TABLE_CELLS,
  TABLE_ROWS,
} from '../limits.ts'
import { button, conversationsSelect, inputs, overflow, staticSelect } from './elements.ts'
import { id, plainText, richText, text } from './text.ts'

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
