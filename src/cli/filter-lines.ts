import { createInterface } from 'node:readline'
import type { Readable, Writable } from 'node:stream'
import { once } from 'node:events'

/**
 * Reads one JSON object a line, writes one JSON object a line: `answer` gets each and returns what to write, if anything.
 * A line that is no JSON object ends the filter with an error that names its number.
 */
export async function filterLines(
  input: Readable,
  output: Writable | null,
  answer: (row: Readonly<Record<string, unknown>>) => object | void,
): Promise<void> {
  let number = 0
  for await (const line of createInterface({ input, crlfDelay: Infinity })) {
    number++
    if (line.trim() === '') continue
    const answered = answer(parseRow(line, number))
    if (output !== null && answered !== undefined && !output.write(`${JSON.stringify(answered)}\n`))
      await once(output, 'drain')
  }
}

function parseRow(line: string, number: number): Record<string, unknown> {
  let row: unknown
  try {
    row = JSON.parse(line)
  } catch (cause) {
    throw new Error(`line ${number} is not JSON: one object a line is expected, see README.md`, { cause })
  }
  if (typeof row !== 'object' || row === null || Array.isArray(row)) {
    throw new Error(`line ${number} is no JSON object: one object a line is expected, see README.md`)
  }
  return { ...row }
}
