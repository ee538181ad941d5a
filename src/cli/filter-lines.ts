import { once } from 'node:events'
import type { Readable, Writable } from 'node:stream'
import type { z } from 'zod'

/** What a filter reads, and its input and output. */
interface Filter<Schema extends z.ZodType> {
  /** Name of the command, for errors that refer to its help. */
  readonly name: string
  readonly schema: Schema
  readonly input: Readable
  readonly output: Writable | null
}

/**
 * Reads one JSON object on each line and writes one on each line. `answer` receives each object and returns
 * what to write, if anything.
 * @throws Error with the line number and the problem, for a line that is no such object
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
 * The lines of a UTF-8 text, ended only by \n or \r\n. JSON may contain U+2028 and U+2029 unescaped (RFC
 * 8259, 7), at which node:readline would break a line. The last line may be unterminated.
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
 * Serialises a value as one line of JSON with its line break. U+2028 and U+2029, which JSON allows unescaped
 * (RFC 8259, 7), are escaped, for readers that take them for line breaks.
 */
export function jsonLine(value: object): string {
  return `${JSON.stringify(value).replaceAll('\u2028', '\\u2028').replaceAll('\u2029', '\\u2029')}\n`
}
