import type { BriefedStory } from '../../../src/briefings/briefing.ts'
import { flow } from '../text/flow.ts'
import { startsRightToLeft } from '../text/direction.ts'
import { countryName } from '../text/names.ts'
import { words } from '../text/phrase.ts'
import { listed, own, quote } from '../text/pieces.ts'
import type { Span } from '../text/span.ts'
import { drawChanges } from './changes.ts'
import { drawFacts } from './facts.ts'
import { drawMark } from './outlet.ts'
import { drawOutlets } from './outlets.ts'
import type { View } from './view.ts'

/** A story as a briefing tells it. `time` writes an instant as seen from the briefing. */
export function drawStory(
  story: BriefedStory,
  number: number,
  time: (at: number) => string,
  view: View,
): string[] {
  const first = `${String(number).padStart(2)}  `
  const indent = ' '.repeat(first.length)
  const latest = [own(words('story.latest', { time: time(story.lastAt) }), 'quiet')]
  return [
    ...flow([quote(story.headline, 'headline')], { ...view, first, rest: indent }),
    ...drawFacts([...tagsOf(story, view), latest, idOf(story)], indent, view),
    ...drawSentences(story, indent, view),
    ...drawChanges(story, time, indent, view),
    ...drawOutlets(story.outlets, indent, view),
  ]
}

/** Mark, countries, topics, and how many report it. */
export function tagsOf(story: BriefedStory, view: View): readonly (readonly Span[])[] {
  const { language } = view
  const countries = story.countries.map((code) => [own(countryName(code, language))])
  const topics = story.topics.map((code) => [own(view.topicName(code, language) ?? code)])
  const reports = { independent: story.independentReports, outlets: story.outlets.length }
  return [
    story.mark === null ? [] : [own(words(`mark.${story.mark}`), story.mark)],
    listed(countries),
    listed(topics),
    [own(words('story.reports', reports), 'quiet')],
  ]
}

/** The id under which a story can be asked for. */
export function idOf(story: BriefedStory): readonly Span[] {
  return [own(words('story.id', { id: story.id }), 'quiet')]
}

/**
 * The sentences, each followed by the number of its outlet. They run on in one paragraph; where the writing direction changes, a
 * new line begins, since no terminal orders a mixed line well.
 */
export function drawSentences(story: BriefedStory, indent: string, view: View): string[] {
  const paragraphs: Span[][] = []
  let before: boolean | null = null
  for (const sentence of story.sentences) {
    const rightToLeft = startsRightToLeft(sentence.text)
    const drawn = [
      quote(sentence.text),
      { text: ' ', whole: true },
      drawMark(sentence.outlet, story.outlets[sentence.outlet]),
    ]
    if (before === rightToLeft) paragraphs.at(-1)?.push(own(' '), ...drawn)
    else paragraphs.push(drawn)
    before = rightToLeft
  }
  return paragraphs.flatMap((spans) => flow(spans, { ...view, first: indent }))
}
