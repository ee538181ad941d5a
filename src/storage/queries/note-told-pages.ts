import { leadingOutlets } from '../../briefings/mark-removal.ts'
import type { Message } from '../../records/message.ts'
import { type Db, readInChunks } from '../db.ts'

/** Notes the pages to which a message leads, to be looked at from when it was written on. */
export async function noteToldPages(db: Db, message: Message): Promise<void> {
  if (message.kind !== 'briefing') return
  const { sections, to } = message.briefing
  const urls = sections
    .flatMap(({ stories }) => stories)
    .flatMap((story) => [...leadingOutlets(story)].flatMap((outlet) => story.outlets[outlet]?.url ?? []))
  const articles = await readInChunks(new Set(urls), (some) =>
    db.selectFrom('article').select(['id', 'url']).where('url', 'in', some).orderBy('id').execute(),
  )
  const pages = articles.flatMap(({ id, url }) => {
    const host = url === null ? undefined : URL.parse(url)?.host
    return host === undefined ? [] : [{ article_id: id, host, told_at: to, due_at: to }]
  })
  if (pages.length === 0) return
  await db
    .insertInto('told_page')
    .values(pages)
    .onConflict((conflict) => conflict.column('article_id').doUpdateSet({ told_at: to }))
    .execute()
}
