import type { SearchHit, SourceHealth } from '../../src/records/message.ts'
import { hoursBefore } from './briefed-story.ts'

export function aSearchHit(overrides: Partial<SearchHit> = {}): SearchHit {
  return {
    articleId: 'a-van-1',
    storyId: 's81xm',
    ...(overrides.storyId !== null && { handle: '81xm' }),
    title: 'Fourteen hurt in earthquake near Van',
    snippet:
      '… Fourteen people were hurt when walls fell in three villages east of Van, the provincial office said …',
    translated: false,
    language: 'en',
    sourceName: 'The Meridian Courier',
    country: 'TR',
    ownership: 'private',
    url: 'https://meridian-courier.example/2026/11/24/van',
    publishedAt: hoursBefore(3),
    moreOutlets: 4,
    ...overrides,
  }
}

export function aSource(overrides: Partial<SourceHealth> = {}): SourceHealth {
  return {
    sourceId: 'meridian-courier',
    name: 'The Meridian Courier',
    country: 'TR',
    language: 'en',
    ownership: 'private',
    state: 'active',
    lastSuccessAt: hoursBefore(0.25),
    newestEntryAt: hoursBefore(0.5),
    articles: 1204,
    letGo: null,
    finding: null,
    remark: null,
    failures: [],
    rhythmMs: null,
    pushed: false,
    ...overrides,
  }
}
