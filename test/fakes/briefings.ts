import type { Briefing, StoryCard, StoryReport } from '../../src/records/briefing.ts'
import { anOutlet, aSentence, hoursBefore, MORNING } from './briefed-story.ts'
import { CROSSING, QUAKE, RATES } from './morning-stories.ts'

/** Names for the topics of the samples. */
export const TOPIC_NAMES: ReadonlyMap<string, string> = new Map([
  ['medtop:20000593', 'diplomacy'],
  ['medtop:20000151', 'earthquakes'],
  ['medtop:20000344', 'economy'],
  ['medtop:16000000', 'conflict'],
])

/**
 * A typical morning: a story of many outlets, a correction, a story in Persian, a quiet region, sources that
 * were down.
 */
export function aBriefing(overrides: Partial<Briefing> = {}): Briefing {
  return {
    title: 'Western Asia, every morning',
    from: hoursBefore(24),
    to: MORNING,
    zone: 'Europe/Istanbul',
    language: 'en-GB',
    sections: [
      { region: 'western-asia', name: 'Western Asia', stories: [CROSSING, QUAKE, RATES], leftOut: 3 },
      { region: 'central-asia', name: 'Central Asia', stories: [], leftOut: 0 },
    ],
    leftOut: 3,
    coverage: {
      sources: 38,
      answered: 34,
      failed: [
        {
          sourceId: 'steppe-post',
          name: 'Steppe Post',
          kind: 'timeout',
          reason: 'No whole answer within 20 s.',
        },
        {
          sourceId: 'caspian-herald',
          name: 'Caspian Herald',
          kind: 'server-error',
          reason: 'The server has a fault (503).',
        },
        { sourceId: 'silkline', name: 'Silkline', kind: 'timeout', reason: 'No whole answer within 20 s.' },
        {
          sourceId: 'radio-oasis',
          name: 'Radio Oasis',
          kind: 'not-a-feed',
          reason: 'The address answers with a web page.',
        },
      ],
    },
    ...overrides,
  }
}

function aReport(overrides: Partial<StoryReport> = {}): StoryReport {
  return {
    ...anOutlet(),
    articleId: 'a-cilvegozu-1',
    version: 1,
    outlet: 0,
    lead: aSentence().text,
    ...overrides,
  }
}

export function aStoryCard(overrides: Partial<StoryCard> = {}): StoryCard {
  return {
    ...CROSSING,
    firstAt: hoursBefore(9),
    reports: CROSSING.outlets.map((outlet, index) =>
      aReport({
        ...outlet,
        articleId: `a-cilvegozu-${index + 1}`,
        outlet: index,
        publishedAt: hoursBefore(9 - index),
        lead: CROSSING.sentences.find(({ outlet }) => outlet === index)?.text ?? null,
      }),
    ),
    ...overrides,
  }
}
