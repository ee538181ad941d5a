import { existsSync, readFileSync } from 'node:fs'
import { decisionNoteSchema, type DecisionNote } from './decision-note.ts'

/**
 * Reads the notes of all processes of one store. A line cut off by a kill is ignored: its decision had not
 * been made yet.
 */
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
