import { z } from 'zod'
import type { Message } from '../../../src/records/message.ts'
import { fromJson } from '../../../src/storage/json.ts'
import type { OwnPostgres } from '../../fakes/an-own-postgres.ts'
import { digest } from '../bot/note-decisions.ts'
import type { DecisionNote } from '../judge/decision-note.ts'

const rowSchema = z.object({
  id: z.string(),
  edits: z.string().nullable(),
  told: z.array(z.string()),
  message: z.string(),
})

/**
 * Reads the decisions from the tables, which survive a kill of the server. Notes of processes that are
 * themselves killed would not be more reliable.
 */
export async function readDecisions(server: OwnPostgres, database: string): Promise<readonly DecisionNote[]> {
  const rows = await server.ask(
    database,
    `select o.id, o.edits, l.message, array(select s.story_id from letter_story s where s.letter = l.row) as told
     from outbox o join letter l on l.row = o.letter order by o.row`,
  )
  const edits = new Map<string, number>()
  return rows.flatMap((row): DecisionNote[] => {
    const { id, edits: edited, told, message } = rowSchema.parse(row)
    const said = digest(fromJson<Message>(message))
    if (edited === null)
      return [
        { kind: 'decided', id, told, message: said },
        { kind: 'kept', id },
      ]
    const nth = edits.get(edited) ?? 0
    edits.set(edited, nth + 1)
    return [{ kind: 'corrected', id: edited, nth, message: said }]
  })
}
