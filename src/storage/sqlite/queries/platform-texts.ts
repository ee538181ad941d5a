import type { Kysely } from 'kysely'
import type { Platform } from '../../../records/platform.ts'
import type { MemoryName } from '../../../records/ports/chat-memory.ts'
import type { Tables } from '../tables.ts'

/** Platforms repeat an event for up to an hour (Slack: immediately, after 1 and 5 minutes; delayed events hourly for a day). */
const HEARD_FOR_MS = 24 * 3_600_000

export async function readPlatformTexts(
  db: Kysely<Tables>,
  { platform, kind }: Omit<MemoryName, 'id'>,
): Promise<ReadonlyMap<string, string>> {
  const rows = await db
    .selectFrom('platform_text')
    .select(['id', 'text'])
    .where('platform', '=', platform)
    .where('kind', '=', kind)
    .execute()
  return new Map(rows.map(({ id, text }) => [id, text]))
}

export async function readPlatformText(db: Kysely<Tables>, name: MemoryName): Promise<string | null> {
  const row = await db
    .selectFrom('platform_text')
    .select('text')
    .where('platform', '=', name.platform)
    .where('kind', '=', name.kind)
    .where('id', '=', name.id)
    .executeTakeFirst()
  return row?.text ?? null
}

export async function keepPlatformText(db: Kysely<Tables>, name: MemoryName, text: string): Promise<void> {
  await db
    .insertInto('platform_text')
    .values({ platform: name.platform, kind: name.kind, id: name.id, text })
    .onConflict((conflict) => conflict.columns(['platform', 'kind', 'id']).doUpdateSet({ text }))
    .execute()
}

export async function forgetPlatformText(db: Kysely<Tables>, name: MemoryName): Promise<void> {
  await db
    .deleteFrom('platform_text')
    .where('platform', '=', name.platform)
    .where('kind', '=', name.kind)
    .where('id', '=', name.id)
    .execute()
}

/** Whether this event is new; older ones than a day are forgotten on the way. */
export async function hear(
  db: Kysely<Tables>,
  platform: Platform,
  event: string,
  at: number,
): Promise<boolean> {
  await db
    .deleteFrom('heard')
    .where('at', '<', at - HEARD_FOR_MS)
    .execute()
  const { numInsertedOrUpdatedRows } = await db
    .insertInto('heard')
    .values({ platform, event, at })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  return numInsertedOrUpdatedRows === 1n
}
