import type { Hono } from 'hono'
import { filterOfSubject, nameSubject, SUBJECT_KINDS } from '../../archive/subject.ts'
import type { Card } from '../../pictures/draw-card.ts'
import { countryFigures, ownersWorthAChart, tollFigures } from '../../pictures/figures.ts'
import type { PictureRequest } from '../../pictures/open-pictures.ts'
import type { Briefing } from '../../records/briefing.ts'
import { say } from '../../words/say.ts'
import { type Answering, clientOf } from '../answering.ts'
import { createRateLimit } from '../create-rate-limit.ts'
import { toSend } from '../page-cache.ts'
import { nameDay } from '../pages/calendar-page.ts'
import { listCard, runningCard, storyCard } from '../pages/cards.ts'
import { PICTURE_VARIANTS } from '../pages/draw-picture.ts'
import { readPastDay } from '../read-day.ts'
import type { SiteEnv, SiteTools } from '../site-tools.ts'
import { cardPath, chartPath, COUNTED_SUBJECTS, dayPath, mapPath, SUBJECT_PATHS, type View } from '../view.ts'

/**
 * Most pictures drawn for one client in a minute, without those from the cache. A map takes tenths of a
 * second, and one thread draws for everybody.
 */
const DRAWINGS = 30

type Drawn<Kind extends PictureRequest['kind']> = Omit<PictureRequest & { kind: Kind }, 'look' | 'as'>
type Shown = Drawn<'map'> | Drawn<'tolls'> | Drawn<'days'> | Drawn<'ownership'> | Drawn<'trend'>

/** Adds maps and charts of pages, light and dark, and cards for link previews. */
export function addPictures(app: Hono<SiteEnv>, tools: SiteTools, answering: Answering): void {
  const { archive } = tools
  const { settings } = archive
  const mayDraw = createRateLimit(DRAWINGS, Date.now)

  const serve = (
    path: string,
    type: string,
    read: (view: View, id: string) => Promise<PictureRequest | null>,
  ) =>
    app.get(path, (c) =>
      answering.serve(c, async (view) => {
        const wish = await read(view, c.req.param('id') ?? '')
        if (wish === null) return null
        if (!mayDraw(clientOf(c, tools))) return 'busy'
        const drawn = await tools.pictures.draw(wish)
        return drawn && toSend(new Uint8Array(drawn.bytes), type, view.language)
      }),
    )

  function addPicture(path: string, read: (view: View, id: string) => Promise<Shown | null>): void {
    for (const { ending, theme, type } of Object.values(PICTURE_VARIANTS))
      serve(`${path}${ending}`, type, async (view, id) => {
        const shown = await read(view, id)
        if (shown === null || shown.figures.length === 0) return null
        return { ...shown, look: { language: view.language, theme }, as: 'svg' }
      })
  }

  /** Cards are always light, because the background they are shown on is unknown. */
  const addCard = (page: string, read: (view: View, id: string) => Promise<Card | null>): void =>
    void serve(cardPath(page), 'image/png', async (view, id) => {
      const card = await read(view, id)
      return card && { kind: 'card', card, look: { language: view.language, theme: 'light' }, as: 'png' }
    })

  addPicture(mapPath('/regions/:id'), async (view, id) => {
    const filter = filterOfSubject({ kind: 'region', id }, settings)
    return filter && mapOf(await archive.about(filter, view))
  })
  addPicture(`/${SUBJECT_PATHS.source}/:id/days`, async (view, id) => {
    const shown = await archive.source(id, view)
    return shown && { kind: 'days', figures: shown.days }
  })
  addPicture('/stories/:id/ownership', async (view, id) => {
    const story = await archive.story(id, view)
    return story && { kind: 'ownership', figures: ownersWorthAChart(story.card.reports) }
  })
  for (const kind of COUNTED_SUBJECTS) {
    const page = `/${SUBJECT_PATHS[kind]}/:id/trends`
    const trendOf = async (view: View, id: string) => {
      const filter = filterOfSubject({ kind, id }, settings)
      return filter && ((await archive.trendsAbout(filter, view)).results.trend ?? null)
    }
    addPicture(chartPath(page), async (view, id) => {
      const trend = await trendOf(view, id)
      return trend && { kind: 'trend', figures: trend.days }
    })
    addPicture(mapPath(page), async (view, id) => {
      const trend = await trendOf(view, id)
      return trend && { kind: 'map', figures: trend.countries, captioned: true }
    })
  }
  addPicture('/stories/:id/tolls', async ({ zone }, id) => ({
    kind: 'tolls',
    figures: tollFigures(await archive.tolls(id)),
    zone,
  }))

  addCard('/', async (view) => listCard(await archive.front(view), say('page.front', view.language), view))
  for (const kind of SUBJECT_KINDS)
    addCard(`/${SUBJECT_PATHS[kind]}/:id`, async (view, id) => {
      const filter = filterOfSubject({ kind, id }, settings)
      if (filter === null) return null
      return listCard(await archive.about(filter, view), nameSubject(filter, settings, view.language), view)
    })
  addCard('/stories/:id', async (view, id) => {
    const story = await archive.story(id, view)
    return story && storyCard(story.card, await archive.tolls(story.card.id), view)
  })
  addCard('/running/:id', async (view, id) => {
    const story = await archive.runningStory(id, view)
    return story && runningCard(story, view)
  })
  addCard(dayPath(':id'), async (view, id) => {
    const day = readPastDay(id, view)
    return day && listCard(await archive.day(day, view), nameDay(day, view.language), view)
  })
}

const mapOf = ({ sections }: Briefing): Drawn<'map'> => ({
  kind: 'map',
  figures: countryFigures(sections.flatMap(({ stories }) => stories)),
  captioned: true,
})
