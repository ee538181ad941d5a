import type { RunningStory } from '../../archive/read-running-story.ts'
import type { TollRow } from '../../briefings/join-figures.ts'
import type { Card } from '../../pictures/draw-card.ts'
import { describeCard } from '../../pictures/draw-card.ts'
import { countryFigures, tollFigures } from '../../pictures/figures.ts'
import type { BriefedStory, Briefing } from '../../records/briefing.ts'
import { countryName } from '../../words/names.ts'
import { say } from '../../words/say.ts'
import { cardPath, type View } from '../view.ts'
import { countReports, nameOf } from './draw-story.ts'

/** The card of a story: headline, outlets, and its countries or tolls. */
export function storyCard(story: BriefedStory, tolls: readonly TollRow[], view: View): Card {
  const { language, zone, topicName } = view
  const about = [
    ...story.countries.map((code) => countryName(code, language)),
    ...story.topics.flatMap((code) => topicName(code, language) ?? []),
  ]
  const names = [...new Set(story.outlets.map(({ name }) => name))]
  return {
    title: nameOf(story, view),
    lines: [],
    about: about.slice(0, MOST_NAMED).join(' · '),
    told: `${countReports(story, language)}: ${names.join(', ')}`,
    countries: countryFigures([story]),
    tolls: tollFigures(tolls),
    zone,
  }
}

/** The card of a page with many stories: title, first headlines and countries. */
export function listCard({ sections, to }: Briefing, title: string, view: View): Card {
  const stories = sections.flatMap((section) => section.stories)
  return {
    title,
    lines: stories.map((story) => nameOf(story, view)),
    about: view.instant(to),
    told: say('place.news', view.language),
    countries: countryFigures(stories),
    tolls: [],
    zone: view.zone,
  }
}

/** The card of a running story: its newest headline and earlier ones. */
export function runningCard({ stories }: RunningStory, view: View): Card {
  const [newest, ...before] = stories.map((story) => nameOf(story, view))
  return {
    title: newest ?? '',
    lines: before,
    about: say('page.runs', view.language, { count: stories.length }),
    told: say('place.news', view.language),
    countries: [],
    tolls: [],
    zone: view.zone,
  }
}

/** Most countries and topics in one line. */
const MOST_NAMED = 4

/** A card as the head of its page references it. */
export const cardOf = (card: Card, page: string, { href, language }: View) => ({
  path: href(cardPath(page)),
  alt: describeCard(card, language),
})
