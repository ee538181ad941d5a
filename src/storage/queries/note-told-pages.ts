import { leadingOutlets } from '../../briefings/mark-removal.ts'
import type { Briefing } from '../../records/briefing.ts'
import type { Message } from '../../records/message.ts'
import { type Db, inChunks, readInChunks } from '../db.ts'

/**
 * Records the pages that these messages cite. A new page is due from the end of the newest message's period
 * on.
 */
export async function noteToldPages(db: Db, messages: readonly Message[]): Promise<void> {
  const toldAt = new Map<string, number>()
  for (const message of messages)
    if (message.kind === 'briefing')
      for (const url of urlsIn(message.briefing))
        toldAt.set(url, Math.max(toldAt.get(url) ?? 0, message.briefing.to))
  const articles = await readInChunks(toldAt.keys(), (some) =>
    db.selectFrom('article').select(['id', 'url']).where('url', 'in', some).orderBy('id').execute(),
  )
  const pages = articles.flatMap(({ id, url }) => {
    const host = url === null ? undefined : URL.parse(url)?.host
    const at = toldAt.get(url ?? '')
    return host === undefined || at === undefined ? [] : [{ article_id: id, host, told_at: at, due_at: at }]
  })
  for (const some of inChunks(pages))
    await db
      .insertInto('told_page')
      .values(some)
      .onConflict((conflict) =>
        conflict.column('article_id').doUpdateSet((eb) => ({ told_at: eb.ref('excluded.told_at') })),
      )
      .execute()
}

const urlsIn = ({ sections }: Pick<Briefing, 'sections'>): readonly string[] =>
  sections
    .flatMap(({ stories }) => stories)
    .flatMap((story) => [...leadingOutlets(story)].flatMap((outlet) => story.outlets[outlet]?.url ?? []))
