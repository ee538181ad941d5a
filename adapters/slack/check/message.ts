import { z } from 'zod'
import { messageBlock } from './blocks.ts'
import { repeatedIds } from './unique-ids.ts'
import { FALLBACK_TEXT, MESSAGE_BLOCKS, MESSAGE_TEXT, TABLE_TEXT, TEXT } from '../limits.ts'
import { weigh } from '../text/weigh.ts'

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
export function explain(result: z.ZodSafeParseResult<unknown>): readonly string[] {
  return result.success ? [] : result.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`)
}
