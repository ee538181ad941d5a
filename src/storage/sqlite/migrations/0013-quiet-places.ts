import type { DatabaseSync } from 'node:sqlite'
import { z } from 'zod'

const quiet = z.object({ zone: z.string().optional(), from: z.string(), to: z.string() })
const preferences = z.object({ zone: z.string().nullish(), quiet: quiet.nullish() })
const whole = z.record(z.string(), z.unknown())
const subscription = z.object({
  to: z.string(),
  owner: z.string().nullish(),
  zone: z.string(),
  quiet: quiet.nullish(),
})

/**
 * Quiet hours of a place were copied into each subscription that was made there while they were set. From here on they count by themselves: a subscription whose
 * hours are those of its place has none of its own.
 */
export function quietPlaces(database: DatabaseSync): void {
  const places = new Map(
    database
      .prepare('select of, body from preference')
      .all()
      .map(({ of, body }) => [String(of), preferences.parse(JSON.parse(String(body)))]),
  )
  const put = database.prepare('update subscription set body = ? where id = ?')
  const rows = database.prepare(`select id, body from subscription where body ->> 'quiet' is not null`).all()
  for (const { id, body } of rows) {
    const made = whole.parse(JSON.parse(String(body)))
    const { to, owner, zone, quiet: own } = subscription.parse(made)
    const around = [to.replace(':@', ':'), ...(to.includes(':@') ? [owner ?? ''] : [])]
    const isOfPlace = around.some((of) => {
      const place = places.get(of)
      const hours = place?.quiet
      return (
        own?.from === hours?.from &&
        own?.to === hours?.to &&
        (own?.zone ?? zone) === (hours?.zone ?? place?.zone ?? zone)
      )
    })
    if (isOfPlace) put.run(JSON.stringify({ ...made, quiet: null }), id ?? null)
  }
}
