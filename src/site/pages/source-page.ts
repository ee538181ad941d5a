import { html } from 'hono/html'
import type { ReadSource } from '../../archive/read-source.ts'
import { tellFinding, tellHealth } from '../../chat/wording/source.ts'
import { dayPictureHeight, describeDays } from '../../pictures/draw-charts.ts'
import { FAILURE_KINDS, type FailureLog } from '../../records/feed-state.ts'
import type { PlacedArticle } from '../../records/story.ts'
import { shorten } from '../../text/shorten.ts'
import { countryName, joinNames, languageName } from '../../words/names.ts'
import { say } from '../../words/say.ts'
import { webAddress } from '../../words/web-address.ts'
import { writeDuration } from '../../words/write-numbers.ts'
import { type Html, inLanguage, linkOut } from '../html.ts'
import { daysPath, storyPath, type View } from '../view.ts'
import { nameDay } from './calendar-page.ts'
import { drawPicture } from './draw-picture.ts'

const DAY_MS = 24 * 3_600_000

/** Longest address shown, in characters; the link has it in full. */
const LONGEST_ADDRESS = 90

/** Draws the state of a source and its latest articles, unedited. */
export function drawSource(shown: ReadSource, view: View): Html {
  const { source, days, printed } = shown
  const { language } = view
  const silent = days.filter(({ count }) => count === 0).length
  return html`${drawState(shown, view)}
    <section aria-labelledby="days">
      <h2 id="days">${say('picture.days', language)}</h2>
      <p>${say('page.silences', language, { days: silent, of: days.length })}</p>
      ${drawPicture({ path: daysPath(source.id), alt: describeDays(days, language), height: dayPictureHeight }, view)}
    </section>
    ${drawFailures(shown, view)}
    <section aria-labelledby="printed">
      <h2 id="printed">${say('page.printed', language)}</h2>
      <ol class="timeline">
        ${printed.map((article) => drawPrinted(article, view))}
      </ol>
    </section>`
}

function drawState({ source, health, shown, nextReadAt, lastFailure }: ReadSource, view: View): Html {
  const { language, instant } = view
  const { rhythmMs, finding, state } = health
  const facts = [
    say(`state.${state}`, language),
    countryName(source.country, language),
    say(`ownership.${source.ownership}`, language),
    languageName(source.language, language),
    ...Object.values(tellHealth(health, instant, language)),
    shown === 0 ? null : say('page.shown', language, { count: shown }),
    rhythmMs === null ? null : say('page.rhythm', language, { rhythm: writeDuration(rhythmMs, language) }),
    nextReadAt === 0 ? null : say('page.nextRead', language, { time: instant(nextReadAt) }),
  ].filter((fact) => fact !== null)
  return html`<ul class="facts">
      ${facts.map((fact) => html`<li>${fact}</li>`)}
    </ul>
    <p>${drawAddress(source.homepage)} · ${drawAddress(source.feed)}</p>
    ${finding === null ? '' : html`<p class="notice">${tellFinding(finding, instant, language)}</p>`}
    ${lastFailure === null ? '' : html`<p class="quiet">${instant(lastFailure.at)}: <bdi lang="en">${lastFailure.text}</bdi></p>`}`
}

/** Days on which reading failed, with reasons, newest first. */
function drawFailures({ failures }: { readonly failures: FailureLog }, { language }: View): Html {
  if (failures.length === 0) return html``
  const rows = failures.toReversed().map(({ day, times }) => {
    const told = FAILURE_KINDS.filter((kind) => (times[kind] ?? 0) > 0).map((kind) =>
      say('sources.failure', language, { reason: say(`failure.${kind}`, language), times: times[kind] ?? 0 }),
    )
    const date = Temporal.Instant.fromEpochMilliseconds(day * DAY_MS)
      .toZonedDateTimeISO('UTC')
      .toPlainDate()
    return html`<li><span class="when">${nameDay(date, language)}</span> ${joinNames(told, language)}</li>`
  })
  return html`<section aria-labelledby="failures">
    <h2 id="failures">${say('page.failures', language)}</h2>
    <ul class="plain">
      ${rows}
    </ul>
  </section>`
}

function drawPrinted({ title, url, publishedAt, seenAt, tags, storyId }: PlacedArticle, view: View): Html {
  const { language, instant, href } = view
  const dated = publishedAt === null ? say('story.undated', language) : instant(publishedAt)
  const name = title.trim() === '' ? say('story.untitled', language) : title
  return html`<li>
    <span class="when">${dated}</span>
    <div${inLanguage(tags.language)}><a href="${href(storyPath(storyId))}">${name}</a></div>
    <span class="when">${say('page.seen', language, { time: instant(seenAt) })}${url === null ? '' : html` · ${drawAddress(url)}`}</span>
  </li>`
}

/** An address as text, linked if it is a web address. */
const drawAddress = (url: string): Html =>
  linkOut(url, html`<bdi dir="ltr">${shorten(webAddress(url) ?? url, LONGEST_ADDRESS)}</bdi>`)
