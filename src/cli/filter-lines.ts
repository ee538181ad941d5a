import { once } from 'node:events'
import type { Readable, Writable } from 'node:stream'
import type { z } from 'zod'

/** What one filter reads, and where from and to. */
interface Filter<Schema extends z.ZodType> {
  /** As it is typed, for the mistakes: their remedy is in its help. */
  readonly name: string
  readonly schema: Schema
  readonly input: Readable
  readonly output: Writable | null
}

/**
 * Reads one JSON object a line, writes one JSON object a line: `answer` gets each and returns what to write, if anything.
 * A line that is no such object ends the filter with an error that names its number and what is wrong with it.
 */
export async function filterLines<Schema extends z.ZodType>(
  { name, schema, input, output }: Filter<Schema>,
  answer: (row: z.output<Schema>) => object | void,
): Promise<void> {
  let number = 0
  for await (const line of linesOf(input)) {
    number++
    if (line.trim() === '') continue
    const answered = answer(parseRow(line, schema, `line ${number}`, `dragoman ${name} --help`))
    if (output !== null && answered !== undefined && !output.write(jsonLine(answered)))
      await once(output, 'drain')
  }
}

function parseRow<Schema extends z.ZodType>(
  line: string,
  schema: Schema,
  place: string,
  help: string,
): z.output<Schema> {
  let row: unknown
  try {
    row = JSON.parse(line)
  } catch (cause) {
    throw new Error(`${place} is not JSON: one object a line is expected, see ${help}`, { cause })
  }
  if (typeof row !== 'object' || row === null || Array.isArray(row)) {
    throw new Error(`${place} is no JSON object: one object a line is expected, see ${help}`)
  }
  const parsed = schema.safeParse(row)
  if (parsed.success) return parsed.data
  const [issue] = parsed.error.issues
  const path = issue === undefined ? '' : `${issue.path.join('.')}: `
  throw new Error(`${place}: ${path}${issue?.message ?? 'not as expected'}; see ${help}`)
}

/**
 * The lines of a text in UTF-8, ended by \n or \r\n and by nothing else: JSON may hold U+2028 and U+2029 as they are
 * (RFC 8259, 7), where node:readline would break a line. The last one need not be ended.
 */
async function* linesOf(input: Readable): AsyncGenerator<string> {
  const decoder = new TextDecoder()
  const begun: string[] = []
  const whole = (end: string): string => {
    const line = begun.splice(0).join('') + end
    return line.endsWith('\r') ? line.slice(0, -1) : line
  }
  for await (const chunk of input) {
    const bytes: Buffer = typeof chunk === 'string' ? Buffer.from(chunk) : chunk
    const pieces = decoder.decode(bytes, { stream: true }).split('\n')
    const rest = pieces.pop() ?? ''
    for (const piece of pieces) yield whole(piece)
    begun.push(rest)
  }
  const last = whole(decoder.decode())
  if (last !== '') yield last
}

/**
 * As JSON on one line, ended, whatever the reader holds for the end of one: the separators that JSON may hold as they
 * are (RFC 8259, 7) are written as escapes.
 */
export function jsonLine(value: object): string {
  return `${JSON.stringify(value).replaceAll('\u2028', '\\u2028').replaceAll('\u2029', '\\u2029')}\n`
}
