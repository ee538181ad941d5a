import type { Message } from '../../src/chat/message.ts'
import { aBriefing, aSearchHit, aSource, aStoryCard, hoursBefore } from './briefings.ts'

const reader = { zone: 'Europe/Istanbul', language: 'en-GB' }

/** One message of each kind, for every adapter to draw. */
export const MESSAGES: { readonly [Kind in Message['kind']]: Extract<Message, { kind: Kind }> } = {
  briefing: { kind: 'briefing', briefing: aBriefing() },
  story: { kind: 'story', story: aStoryCard(), ...reader },
  search: {
    kind: 'search',
    results: {
      query: 'earthquake van',
      hits: [
        aSearchHit(),
        aSearchHit({
          articleId: 'a-van-9',
          storyId: null,
          title: 'زلزله در نزدیکی وان مدرسه‌ها را تعطیل کرد',
          snippet: '… مدرسه‌های استان تا پنجشنبه تعطیل است …',
          language: 'fa',
          sourceName: 'روزنگار شرق',
          country: 'IR',
          ownership: 'state',
          url: null,
          publishedAt: null,
        }),
      ],
      more: true,
    },
    ...reader,
  },
  sources: {
    kind: 'sources',
    sources: [
      aSource(),
      aSource({
        sourceId: 'steppe-post',
        name: 'Steppe Post',
        country: 'KZ',
        language: 'kk',
        ownership: 'public',
        state: 'failing',
        lastSuccessAt: hoursBefore(30),
        newestEntryAt: hoursBefore(31),
        articles: 1,
        finding: { kind: 'failing', failure: 'timeout', times: 4 },
        remark: 'No whole answer within 20 s. Failed 4 times in a row.',
      }),
      aSource({
        sourceId: 'silkline',
        name: 'Silkline',
        country: 'UZ',
        ownership: 'independent',
        state: 'unread',
        lastSuccessAt: null,
        newestEntryAt: null,
        articles: 0,
      }),
    ],
    ...reader,
  },
  help: {
    kind: 'help',
    commands: [
      {
        words: 'search WORDS [region] [topic] [source] [since]',
        summary: 'Look something up in what was read.',
        examples: ['search earthquake van', 'search lorries since 3d'],
      },
      { words: 'help', summary: 'This list.', examples: [] },
    ],
    language: 'en-GB',
  },
  notice: {
    kind: 'notice',
    level: 'warning',
    text: 'Nothing was read yet.\nThe first briefing comes once the sources have answered.',
    language: 'en-GB',
  },
}
