import type { Readable, Writable } from 'node:stream'
import { once } from 'node:events'
import type { z } from 'zod'
import { jsonLine } from './json-line.ts'
import { linesOf } from './lines-of.ts'

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
