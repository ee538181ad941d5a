import type { BriefedStory, Briefing } from '../../src/records/briefing.ts'
import { aChange, anOutlet, aSentence, aStory, hoursBefore } from './briefed-story.ts'
import { aBriefing } from './briefings.ts'

/** Texts that feeds have put into a title, or may. Each breaks a renderer that trusts it. */
const TITLES: readonly string[] = [
  `Harbour talks go on ${'and on '.repeat(40)}until the lamps are out`,
  'Rescue teams reach the valley 👩🏽‍🚒🚁 after 36 hours 🏴󠁧󠁢󠁥󠁮󠁧󠁿🇹🇷',
  'وزراء المياه يجتمعون في بغداد لبحث حصص نهر الفرات (3 دول)',
  'وزیران نیرو درباره‌ی سهم آب رود ارس گفت‌وگو کردند: «سه کشور، یک رود»',
  'שרי המים נפגשו בבגדד: 3 מדינות, נהר אחד',
  'Grain ship \u001b[31mleaves\u001b[0m the \u001b]0;owned\u0007strait \u009b2J\u001b]8;;https://evil.example\u001b\\tonight\u001b]8;;\u001b\\',
  'Refund \u202egro.live\u202c of the toll \u2067approved\u2069',
  '**Toll** rises [again](javascript:alert(1)) <img src=x onerror=alert(1)> # | `code` @everyone <!channel>',
  '水利部长在巴格达举行会议讨论幼发拉底河的水量分配问题并同意在明年春天之前建立一个共同的观测站「三国一河」',
  'Pass\u0301 closed: s\u0336n\u0336o\u0336w\u0336 '.concat(`Z${'\u0300'.repeat(300)}`),
  'Line one\r\nline two\u2028line three\tand a tab\u0000',
  'Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaftstagung vertagt',
  'See https://very-long-address.example/path/that/goes/on/and/on/until/it/is/wider/than/any/terminal/window?utm=1#end for the text',
  '',
]

const URLS: readonly (string | null)[] = [
  'https://open-atlas.example/a/1',
  'javascript:alert(1)',
  null,
  'https://bank.example@evil.example/login',
  'https://münze.example/طريق?q=a b)"<',
  'data:text/html,<script>alert(1)</script>',
]

function at<Item>(items: readonly Item[], index: number): Item {
  const item = items[index % items.length]
  if (item === undefined) throw new RangeError('no items')
  return item
}

function worstStory(index: number): BriefedStory {
  const outlets = Array.from({ length: (index % 7) + 1 }, (_, number) =>
    anOutlet({
      sourceId: `outlet-${number}`,
      name: number === 0 ? 'Open Atlas' : at(TITLES, index + number).slice(0, 60) || 'Steppe Post',
      country: at(['TR', 'IQ', 'XK', '', 'UN', 'zz'], number),
      language: at(['en', 'ar', 'fa', 'und', 'he', 'zh'], number),
      url: at(URLS, index + number),
      carries: number % 3 === 1 ? 'وكالة الأهوار' : null,
    }),
  )
  return aStory({
    id: `s${index}`,
    headline: at(TITLES, index),
    mark: at(['new', 'updated', null] as const, index),
    sentences: Array.from({ length: index % 4 }, (_, number) =>
      aSentence({ text: `${at(TITLES, index + number)}.`, outlet: number % outlets.length }),
    ),
    outlets,
    independentReports: Math.min(3, outlets.length),
    topics: index % 5 === 0 ? [] : ['medtop:20000593', 'medtop:99999999'],
    countries: index % 6 === 0 ? [] : ['IQ', 'TR'],
    ...(index % 3 === 0 && {
      alsoRunning: {
        stories: [1, 2, 3].map((number) => ({
          id: `s${index}-${number}`,
          headline: at(TITLES, index + number),
          language: at(['en', 'ar', 'fa', 'und', 'he', 'zh'], number),
          url: at(URLS, index + number),
        })),
        more: index,
      },
    }),
    changes: index % 4 === 0 ? [aChange({ before: at(TITLES, index), after: at(TITLES, index + 1) })] : [],
    lastAt: hoursBefore(index),
  })
}

/**
 * Creates the briefing of a day on which everything comes at once: 60 stories, endless titles, emoji, three
 * right-to-left scripts, hostile text and addresses.
 */
export function aWorstDay(): Briefing {
  const stories = Array.from({ length: 60 }, (_, index) => worstStory(index))
  return aBriefing({
    title: `Everything, everywhere ${'🌍'.repeat(30)} ${at(TITLES, 5)}`,
    sections: [
      { region: 'western-asia', name: 'Western Asia', stories: stories.slice(0, 30), leftOut: 0 },
      { region: 'evil', name: at(TITLES, 2), stories: stories.slice(30), leftOut: 940 },
    ],
    leftOut: 940,
    coverage: {
      sources: 120,
      answered: 120 - TITLES.length,
      failed: TITLES.map((title, index) => ({
        sourceId: `failed-${index}`,
        name: title.slice(0, 40) || 'Silkline',
        kind: 'unparseable',
        reason: at(TITLES, index + 5),
      })),
    },
  })
}
