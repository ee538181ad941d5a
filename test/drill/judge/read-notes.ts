import { existsSync, readFileSync } from 'node:fs'
import { decisionNoteSchema, type DecisionNote } from './decision-note.ts'

/** The notes of all processes of one store. A line that a kill cut off is left out: nothing was decided with it yet. */
export function readNotes(file: string): readonly DecisionNote[] {
  if (!existsSync(file)) return []
  return readFileSync(file, 'utf8')
    .split('\n')
    .flatMap((line) => {
      const note = decisionNoteSchema.safeParse(readJson(line))
      return note.success ? [note.data] : []
    })
}

function readJson(line: string): unknown {
  try {
    return JSON.parse(line)
  } catch {
    return null
  }
}
