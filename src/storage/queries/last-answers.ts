import type { Query } from '../db.ts'

export const lastAnswers: Query<'lastAnswers'> = async (db, places, since) => {
  if (places.length === 0) return new Map()
  const rows = await db
    .selectFrom('last_answer')
    .select(['place', 'body'])
    .where('place', 'in', places)
    .where('at', '>=', since)
    .execute()
  return new Map(rows.map(({ place, body }) => [place, body]))
}

export const keepLastAnswers: Query<'keepLastAnswers'> = async (db, answers, at, since) => {
  await db.deleteFrom('last_answer').where('at', '<', since).execute()
  for (const [place, body] of answers)
    if (body === null) await db.deleteFrom('last_answer').where('place', '=', place).execute()
    else
      await db
        .insertInto('last_answer')
        .values({ place, at, body })
        .onConflict((conflict) => conflict.column('place').doUpdateSet({ at, body }))
        .execute()
}
