import type { DatabaseSync } from 'node:sqlite'

/**
 * Removes sentences that a model once wrote, since they are in no report. Messages that wait, or may still be
 * corrected, continue without them.
 */
export function modelSentences(database: DatabaseSync): void {
  const rows = database.prepare(`select row, message from letter where message like '%"by":"model"%'`).all()
  const put = database.prepare('update letter set message = ? where row = ?')
  for (const { row, message } of rows)
    put.run(JSON.stringify(JSON.parse(String(message), withoutWritten)), Number(row))
}

/** A reviver that leaves out of each list what a model wrote. */
const withoutWritten = (_key: string, value: unknown): unknown =>
  Array.isArray(value) ? value.filter((one: unknown) => !isWritten(one)) : value

const isWritten = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && 'by' in value && value.by === 'model' && 'cites' in value
