import { z } from 'zod'

/** What a form remembers while somebody fills it in; Slack hands it back with what was chosen. */
export interface FormMemory {
  /** Destination from which it was opened. */
  readonly from: string
  /** Id of the subscription to change; null for a new one. */
  readonly subscription: string | null
  /** Fields of what it tells of that were filled in from the start: emptied, they shall be empty. */
  readonly filled?: readonly string[]
  /** Options that it was made of and that the form has no field for. */
  readonly rest?: Readonly<Record<string, readonly string[]>>
}

export const writeFormMemory = (memory: FormMemory): string => JSON.stringify(memory)

const schema = z.object({
  from: z.string(),
  subscription: z.string().nullable(),
  filled: z.array(z.string()).exactOptional(),
  rest: z.record(z.string(), z.array(z.string())).exactOptional(),
})

/** @throws Error when it is none of ours */
export function readFormMemory(text: string): FormMemory {
  const read = schema.safeParse(parse(text))
  if (!read.success) throw new Error('What this form remembers cannot be read. Open the form again.')
  return read.data
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
