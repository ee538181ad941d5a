import type { Hono } from 'hono'
import { filterOfSubject } from '../../archive/subject.ts'
import { describeFilter } from '../../commands/describe-subscription.ts'
import type { NewsFilter } from '../../subscriptions/news-filter.ts'
import { say } from '../../words/say.ts'
import type { Answering } from '../answering.ts'
import { writeCalendar } from '../feeds/write-calendar.ts'
import { type Document, toSend } from '../page-cache.ts'
import type { SiteEnv, SiteTools } from '../site-tools.ts'
import { ALL_EVENTS, COUNTED_SUBJECTS, pathOf, SUBJECT_PATHS, type View } from '../view.ts'

const TYPE = 'text/calendar; charset=utf-8'

/** Adds calendars of upcoming events to subscribe to: for everything, a region, a country or a topic. */
export function addCalendars(app: Hono<SiteEnv>, tools: SiteTools, answering: Answering): void {
  const { archive, root } = tools
  const { settings } = archive

  async function write(filter: NewsFilter, page: string, { language }: View): Promise<Document> {
    const name = describeFilter(filter, settings, language)
    const title = say('upcoming.title', language, { query: name })
    const events = await archive.coming(filter)
    const text = writeCalendar({ title, page: root + page, events, sources: settings.sources }, root)
    return toSend(text, TYPE, language)
  }

  app.get(ALL_EVENTS, (c) => answering.serve(c, (view) => write({}, '/', view)))
  for (const kind of COUNTED_SUBJECTS)
    app.get(`/${SUBJECT_PATHS[kind]}/:name{[^/]+\\.ics}`, (c) =>
      answering.serve(c, async (view) => {
        const id = c.req.param('name').replace(/\.ics$/u, '')
        const filter = filterOfSubject({ kind, id }, settings)
        return filter && write(filter, pathOf({ kind, id }), view)
      }),
    )
}
