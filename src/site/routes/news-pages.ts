import type { Hono } from 'hono'
import { html } from 'hono/html'
import { filterOfSubject, nameSubject, SUBJECT_KINDS } from '../../archive/subject.ts'
import { captionedHeight, describeCountries } from '../../pictures/draw-map.ts'
import { TREND_HEIGHT, describeTrend } from '../../pictures/draw-trend.ts'
import { type CountryFigure, countryFigures, isWorthAMap } from '../../pictures/figures.ts'
import type { SearchResults } from '../../records/message.ts'
import { shorten } from '../../text/shorten.ts'
import { say } from '../../words/say.ts'
import type { Answering, Found } from '../answering.ts'
import type { Html } from '../html.ts'
import { drawCalendar, nameDay } from '../pages/calendar-page.ts'
import { drawMessage } from '../pages/draw-message.ts'
import { drawList } from '../pages/list-page.ts'
import { listTools } from '../pages/list-tools.ts'
import { drawRunningPage } from '../pages/running-page.ts'
import { cardOf, listCard, runningCard, storyCard } from '../pages/cards.ts'
import { drawPicture, type ShownPicture } from '../pages/draw-picture.ts'
import { drawTolls } from '../pages/draw-tolls.ts'
import { drawSource } from '../pages/source-page.ts'
import { drawStoryPage } from '../pages/story-page.ts'
import { drawVersionsPage } from '../pages/versions-page.ts'
import { readPastDay, readPastMonth, todayOf } from '../read-day.ts'
import type { SiteEnv, SiteTools } from '../site-tools.ts'
import {
  ALL_EVENTS,
  chartPath,
  COUNTED_SUBJECTS,
  dayPath,
  eventsPath,
  mapPath,
  pathOf,
  SUBJECT_PATHS,
  runningPath,
  storyPath,
  trendsPath,
  type View,
} from '../view.ts'

/** Adds the news pages by region, subject, day and story, each at a permanent address. */
export function addNewsPages(app: Hono<SiteEnv>, { archive }: SiteTools, { servePage }: Answering): void {
  const { settings } = archive
  const tools = listTools(settings)

  /** Adds a page; `read` gets the parts of its path by name. */
  const page = (
    path: string,
    read: (view: View, parts: Readonly<Record<string, string>>) => Promise<Found>,
  ) => app.get(path, (c) => servePage(c, (view) => read(view, c.req.param())))

  page('/', async (view) => {
    const title = say('page.front', view.language)
    const briefing = await archive.front(view)
    const main = drawList(briefing, { title, above: regionLinks(view) }, tools, view)
    return {
      picture: cardOf(listCard(briefing, title, view), '/', view),
      title,
      description: say('place.news', view.language),
      feeds: '/all',
      events: ALL_EVENTS,
      main,
    }
  })

  const regionLinks = (view: View): Html => {
    const links = settings.regions
      .filter(({ section }) => section)
      .map(({ id }) => {
        const name = nameSubject({ regions: [id] }, settings, view.language)
        return html`<a href="${view.href(pathOf({ kind: 'region', id }))}">${name}</a> `
      })
    return html`<nav class="regions" aria-label="${say('form.region', view.language)}">${links}</nav>`
  }

  page('/sources', async (view) => {
    const sources = await archive.sources()
    const message = { kind: 'sources', sources, zone: view.zone, language: view.language } as const
    const main = html`${drawMessage(message, tools, view)}
      <p><a href="/sources.opml">OPML</a></p>`
    return { title: say('page.sources', view.language), main }
  })

  for (const kind of SUBJECT_KINDS)
    page(`/${SUBJECT_PATHS[kind]}/:id`, async (view, { id = '' }) => {
      const subject = { kind, id }
      const filter = filterOfSubject(subject, settings)
      if (filter === null) return null
      const title = nameSubject(filter, settings, view.language)
      const briefing = await archive.about(filter, view)
      const countries =
        kind === 'region' ? countryFigures(briefing.sections.flatMap(({ stories }) => stories)) : []
      const source = kind === 'source' ? await archive.source(subject.id, view) : null
      const trends = trendsPath(subject)
      const below = [
        ...(countries.length === 0 ? [] : [drawPicture(mapOf(countries, pathOf(subject), view), view)]),
        ...(trends === null
          ? []
          : [
              html`<p>
                <a href="${view.href(trends)}">${say('trends.title', view.language, { query: title })}</a>
              </p>`,
            ]),
      ]
      const shown = {
        below: html`${below}`,
        ...(source !== null && { above: drawSource(source, view) }),
      }
      const main = drawList(briefing, { title, ...shown }, tools, view)
      const path = pathOf(subject)
      const events = eventsPath(subject)
      return {
        title,
        feeds: path,
        ...(events !== null && { events }),
        picture: cardOf(listCard(briefing, title, view), path, view),
        canonical: path,
        main,
      }
    })

  for (const kind of COUNTED_SUBJECTS)
    page(`/${SUBJECT_PATHS[kind]}/:id/trends`, async (view, { id = '' }) => {
      const subject = { kind, id }
      const filter = filterOfSubject(subject, settings)
      const canonical = trendsPath(subject)
      if (filter === null || canonical === null) return null
      const name = nameSubject(filter, settings, view.language)
      const message = await archive.trendsAbout(filter, view)
      const { chart, map } = trendPictures(message.results, canonical, view)
      const main = html`<h1><a href="${view.href(pathOf(subject))}">${name}</a></h1>
        ${chart && drawPicture(chart, view)} ${drawMessage(message, tools, view)}
        ${map && drawPicture(map, view)}`
      const title = say('trends.title', view.language, { query: name })
      return { title, canonical, main }
    })

  page('/stories/:id', async (view, { id = '' }) => {
    const story = await archive.story(id, view)
    if (story === null) return null
    const { card } = story
    if (card.id !== id) return { leadsTo: storyPath(card.id) }
    const title = card.headline || say('story.untitled', view.language)
    const description = shorten(card.sentences.map(({ text }) => text).join(' '), LONGEST_DESCRIPTION)
    const told = await archive.tolls(card.id)
    const tolls = drawTolls(card.id, told, settings.sources, view)
    const main = drawStoryPage({ ...story, tolls }, tools.topics, view)
    const path = storyPath(id)
    const picture = cardOf(storyCard(card, told, view), path, view)
    return { title, description, type: 'article', canonical: path, picture, main }
  })

  page('/stories/:id/why', async (view, { id: asked = '' }) => {
    const story = await archive.story(asked, view)
    if (story === null) return null
    const { id, headline } = story.card
    const message = await archive.why(id, view)
    const back = html`<p>
      <a href="${view.href(storyPath(id))}"><bdi>${headline}</bdi></a>
    </p>`
    const main = html`${drawMessage(message, tools, view)}${back}`
    return { title: say('why.title', view.language, { title: headline }), main }
  })

  page('/stories/:id/articles/:article', async (view, { id = '', article = '' }) => {
    const found = await archive.article(id, article)
    if (found === null) return null
    if (found.storyId !== id)
      return { leadsTo: `${storyPath(found.storyId)}/articles/${encodeURIComponent(article)}` }
    return { title: found.article.title, type: 'article', main: drawVersionsPage(found, view) }
  })

  page('/running/:id', async (view, { id = '' }) => {
    const story = await archive.runningStory(id, view)
    if (story === null) return null
    const path = runningPath(story.storyId)
    if (story.storyId !== id) return { leadsTo: path }
    const title = story.stories[0]?.headline ?? ''
    const picture = cardOf(runningCard(story, view), path, view)
    return { title, feeds: path, canonical: path, picture, main: drawRunningPage(story, view) }
  })

  page('/days/:day', async (view, { day: asked = '' }) => {
    const day = readPastDay(asked, view)
    if (day === null) return null
    const title = nameDay(day, view.language)
    const month = day.toPlainYearMonth().toString()
    const above = html`<p>
      <a href="${view.href(`/calendar/${month}`)}">${say('page.calendar', view.language)}</a>
    </p>`
    const briefing = await archive.day(day, view)
    const main = drawList(briefing, { title, above }, tools, view)
    const path = dayPath(day.toString())
    return { title, canonical: path, picture: cardOf(listCard(briefing, title, view), path, view), main }
  })

  page('/calendar/:month?', async (view, { month: asked }) => {
    const today = todayOf(view)
    const month = asked === undefined ? today.toPlainYearMonth() : readPastMonth(asked, view)
    if (month === null) return null
    const main = drawCalendar(month, await archive.reportsByDay(month, view), today, view)
    return { title: say('page.calendar', view.language), main }
  })
}

/** The chart of days, and a map if there is more than one country to show. */
function trendPictures(
  { trend }: SearchResults,
  page: string,
  view: View,
): { readonly chart: ShownPicture | null; readonly map: ShownPicture | null } {
  if (trend === undefined || trend.days.length === 0) return { chart: null, map: null }
  const { days, countries } = trend
  return {
    chart: { path: chartPath(page), alt: describeTrend(days, view.language), height: TREND_HEIGHT },
    map: isWorthAMap(countries) ? mapOf(countries, page, view) : null,
  }
}

/** The map of a page. */
const mapOf = (countries: readonly CountryFigure[], page: string, { language }: View): ShownPicture => ({
  path: mapPath(page),
  alt: `${describeCountries(countries, language)}. ${say('picture.borders', language)}`,
  height: captionedHeight(countries.length),
})

/** UTF-16 units; link previews cut longer ones. */
const LONGEST_DESCRIPTION = 300
