import type { BriefedOutlet, BriefedSentence, BriefedStory, Change } from '../../src/records/briefing.ts'

/** 24 November 2026, 08:00 in Istanbul. All times of the samples are relative to it. */
export const MORNING = Date.UTC(2026, 10, 24, 5, 0)
const HOUR = 3_600_000

/** Returns the time `hours` before the morning's briefing, in milliseconds since 1970. */
export const hoursBefore = (hours: number): number => MORNING - hours * HOUR

export function anOutlet(overrides: Partial<BriefedOutlet> = {}): BriefedOutlet {
  return {
    sourceId: 'meridian-courier',
    name: 'The Meridian Courier',
    country: 'TR',
    ownership: 'private',
    language: 'en',
    url: 'https://meridian-courier.example/2026/11/24/cilvegozu',
    title: 'Ministers agree to reopen the Cilvegözü crossing to lorries',
    publishedAt: hoursBefore(2),
    carries: null,
    ...overrides,
  }
}

export function aSentence(overrides: Partial<BriefedSentence> = {}): BriefedSentence {
  const text =
    overrides.text ??
    'The two foreign ministers agreed in Damascus on Monday to reopen the crossing to lorries from 1 December.'
  return {
    text,
    language: 'en',
    outlet: 0,
    articleId: 'a-cilvegozu-1',
    version: 1,
    start: 0,
    end: text.length,
    ...overrides,
  }
}

/** A sentence that a model chose and shortened. */
export function aShortenedSentence(overrides: Partial<BriefedSentence> = {}): BriefedSentence {
  return aSentence({
    text: 'Lorries … may use the crossing again from 1 December.',
    end: 66,
    leftOut: [[7, 20]],
    chosenBy: 'model',
    ...overrides,
  })
}

export function aChange(overrides: Partial<Change> = {}): Change {
  return {
    kind: 'correction',
    outlet: 0,
    before: 'Eleven people were hurt',
    after: 'Fourteen people were hurt',
    at: hoursBefore(1),
    ...overrides,
  }
}

export function aStory(overrides: Partial<BriefedStory> = {}): BriefedStory {
  return {
    id: 's7k2q',
    handle: (overrides.id ?? 's7k2q').slice(1, 5),
    headline: 'Türkiye and Syria agree to reopen a border crossing to lorries',
    language: 'en',
    mark: 'new',
    sentences: [aSentence()],
    outlets: [anOutlet()],
    independentReports: 1,
    countries: ['TR', 'SY'],
    topics: ['medtop:20000593'],
    changes: [],
    lastAt: hoursBefore(2),
    ...overrides,
  }
}
