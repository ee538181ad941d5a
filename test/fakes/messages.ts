import type { Message, SubscriptionCard } from '../../src/records/message.ts'
import { hoursBefore } from './briefed-story.ts'
import { aBriefing, aStoryCard } from './briefings.ts'
import { aSearchHit, aSource } from './findings.ts'

const reader = { zone: 'Europe/Istanbul', language: 'en-GB' }

const SYRIA: SubscriptionCard = {
  id: 'k4f2',
  title: 'Syria',
  filter: 'Syria; Conflict',
  when: 'on weekdays at 07:30 (Europe/Istanbul)',
  to: 'here',
  destination: 'slack:T1/C0DESK',
  state: 'active',
  zone: 'Europe/Istanbul',
  nextAt: hoursBefore(-20),
}

/** One message of each kind, to be rendered by every adapter. */
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
          translated: true,
          language: 'fa',
          sourceName: 'روزنگار شرق',
          country: 'IR',
          ownership: 'state',
          url: null,
          publishedAt: null,
          moreOutlets: 0,
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
  subscription: {
    kind: 'subscription',
    change: 'made',
    subscription: SYRIA,
    first: null,
    actions: [
      { label: 'action.test', command: 'test k4f2' },
      { label: 'action.unsubscribe', command: 'unsubscribe k4f2' },
    ],
    ...reader,
  },
  subscriptions: {
    kind: 'subscriptions',
    subscriptions: [
      SYRIA,
      {
        id: 'w7bn',
        title: 'Quakes',
        filter: 'saying earthquake OR زلزله',
        when: 'as soon as an outlet reports it, at most 4 times an hour',
        to: 'direct',
        destination: 'slack:@T1/ada',
        state: 'paused',
        zone: 'Europe/Istanbul',
        nextAt: null,
      },
    ],
    ...reader,
  },
  trial: {
    kind: 'trial',
    trial: {
      subscription: SYRIA,
      from: hoursBefore(168),
      to: hoursBefore(0),
      servings: [
        {
          at: hoursBefore(26),
          stories: [
            { id: 's4f2k9', handle: '4f2k', headline: 'Border crossing opens to lorries', language: 'en' },
            { id: 's8m2x1', handle: '8m2x', headline: 'گذرگاه مرزی باز شد', language: 'fa' },
          ],
          leftOut: 2,
        },
        {
          at: hoursBefore(2),
          stories: [{ id: 's4f2k9', handle: '4f2k', headline: '', language: 'und' }],
          leftOut: 0,
        },
      ],
      empty: 3,
      earlier: 2,
      capped: null,
      lookedAt: 1_250,
    },
    ...reader,
  },
  trace: {
    kind: 'trace',
    trace: {
      title: 'گذرگاه مرزی باز شد',
      titleLanguage: 'fa',
      url: 'https://roznegar.example/42',
      steps: [
        { label: 'Read', text: 'روزنگار شرق, 10 Mar 2026, 08:12' },
        { label: 'About', text: 'Syria and Iraq' },
      ],
      members: {
        reports: [
          {
            label: 'روزنگار شرق, 10 Mar 2026, 08:12',
            url: 'https://roznegar.example/42',
            text: 'began the story',
          },
          {
            label: 'Open Atlas, 10 Mar 2026, 10:30',
            url: 'https://openatlas.example/crossing',
            text: 'joined: shares crossing (گذرگاه), border (مرزی); 2 hours after the first report',
          },
          { label: 'Harbour Daily, 10 Mar 2026, 10:41', url: null, text: 'repeats the text of Open Atlas' },
        ],
        more: 4,
      },
      verdicts: [
        { subscription: 'k4f2 (Syria)', status: 'told', text: 'Told on 10 Mar 2026, 07:30.' },
        { subscription: 'm3c8 (Sudan)', status: 'not-told', text: 'Not about what is wished for (Sudan).' },
      ],
      elsewhere: [
        { subscription: 'p7wd (Iraq)', status: 'waiting', text: 'It comes with the next briefing.' },
      ],
    },
    ...reader,
  },
  settings: {
    kind: 'settings',
    settings: {
      of: 'channel',
      zone: 'Europe/Istanbul',
      speaks: null,
      reads: null,
      quiet: { from: '22:00', to: '07:00' },
      changed: true,
    },
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
    text: 'Nothing has been read yet.\nThe first briefing comes once the sources have answered.',
    language: 'en-GB',
  },
}
