import { z } from 'zod'
import {
  FALLBACK_TEXT,
  MESSAGE_BLOCKS,
  MESSAGE_TEXT,
  MODAL_TITLE,
  PRIVATE_METADATA,
  TABLE_TEXT,
  TEXT,
  VIEW_BLOCKS,
  VIEW_BYTES,
} from '../limits.ts'
import { weigh } from '../text/rich.ts'
import { id, messageBlock, plainText, viewBlock } from './blocks.ts'

/** A channel that Slack shows by its name; it calls nobody. */
const CHANNEL = /<#[CG][A-Z0-9]+>/gu

const part = z.object({
  text: z
    .string()
    .min(1)
    .max(FALLBACK_TEXT)
    .refine((text) => !/[<>]/u.test(text.replaceAll(CHANNEL, '')), 'has an unescaped < or >'),
  blocks: z.array(messageBlock).min(1).max(MESSAGE_BLOCKS),
})

/** A message as it would be sent: `SlackPart`, or anything that claims to be one. */
interface Message {
  readonly text: string
  readonly blocks: readonly { readonly type: string }[]
}

/** Every limit of Slack's that a part of a message breaks, in words; nothing where Slack would take it. */
export function checkMessage(message: Message): readonly string[] {
  const { blocks } = message
  const tables = blocks.filter(({ type }) => type === 'table')
  return [
    ...explain(part.safeParse(message)),
    ...repeatedIds(blocks),
    ...blocks
      .filter((block) => block.type === 'rich_text' && weigh(block) > TEXT)
      .map((block) => `A rich text has ${weigh(block)} characters; ${TEXT} are the most.`),
    ...tooLong('All blocks', weigh(blocks), MESSAGE_TEXT),
    ...tooLong('All tables', weigh(tables), TABLE_TEXT),
    ...(tables.length > 1 ? [`There are ${tables.length} tables; one is the most.`] : []),
  ]
}

const tooLong = (what: string, length: number, most: number): readonly string[] =>
  length > most ? [`${what} together have ${length} characters; ${most} are the most.`] : []

/** What a schema found wrong: where, and what. */
function explain(result: z.ZodSafeParseResult<unknown>): readonly string[] {
  return result.success ? [] : result.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`)
}

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

/** Ids that must differ and do not: `block_id` in a message or view, `action_id` in a block. In words. */
function repeatedIds(blocks: readonly object[]): readonly string[] {
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

/** Values under a key at any depth. */
function textsAt(piece: unknown, key: string): readonly string[] {
  if (Array.isArray(piece)) return piece.flatMap((item) => textsAt(item, key))
  if (typeof piece !== 'object' || piece === null) return []
  return Object.entries(piece).flatMap(([name, value]) =>
    name === key && typeof value === 'string' ? [value] : textsAt(value, key),
  )
}
