import type {
  BriefedOutlet,
  BriefedSentence,
  BriefedStory,
  Briefing,
  Change,
  StoryCard,
  StoryReport,
} from '../../src/records/briefing.ts'

/** 24 November 2026, 08:00 in Istanbul. Every time of the samples is counted from here. */
const MORNING = Date.UTC(2026, 10, 24, 5, 0)
const HOUR = 3_600_000

/** The minute `hours` before the morning's briefing, in milliseconds since 1970. */
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

/** One that a model chose and shortened. */
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

/** Names for the topics of the samples. */
export const TOPIC_NAMES: ReadonlyMap<string, string> = new Map([
  ['medtop:20000593', 'diplomacy'],
  ['medtop:20000151', 'earthquakes'],
  ['medtop:20000344', 'economy'],
  ['medtop:16000000', 'conflict'],
])

const crossing = aStory({
  sentences: [
    aSentence(),
    aSentence({
      text: 'Customs officers on both sides will work from six in the morning until eight in the evening.',
      outlet: 1,
    }),
    aSentence({ text: 'وقال سائقون إنهم ينتظرون منذ أسبوعين عند المعبر.', language: 'ar', outlet: 2 }),
  ],
  outlets: [
    anOutlet(),
    anOutlet({
      sourceId: 'levant-wire',
      name: 'Levant Wire Agency',
      country: 'LB',
      ownership: 'independent',
      url: 'https://levantwire.example/en/syria/crossing-reopens?id=20261124',
      title: 'Crossing between Türkiye and Syria to open to freight',
    }),
    anOutlet({
      sourceId: 'saltmarsh',
      name: 'إذاعة الأهوار',
      country: 'IQ',
      ownership: 'state',
      language: 'ar',
      url: 'https://radiosaltmarsh.example/ar/4471',
      title: 'تركيا وسوريا تتفقان على فتح معبر جيلوه غوزو أمام الشاحنات',
    }),
    anOutlet({
      sourceId: 'harbour-daily',
      name: 'Harbour Daily',
      country: 'CY',
      url: 'https://harbourdaily.example/world/0912',
      carries: 'Levant Wire Agency',
      title: 'Crossing between Türkiye and Syria to open to freight',
    }),
    anOutlet({
      sourceId: 'open-atlas',
      name: 'Open Atlas',
      country: 'GB',
      ownership: 'public',
      url: 'https://openatlas.example/news/turkiye-syria-lorries',
      title: 'Lorries to cross again between Türkiye and Syria',
    }),
  ],
  independentReports: 4,
})

const quake = aStory({
  id: 's81xm',
  headline: 'Earthquake near Van: fourteen hurt, schools closed until Thursday',
  mark: 'updated',
  sentences: [
    aSentence({
      text: 'Fourteen people were hurt when walls fell in three villages east of Van, the provincial office said.',
      articleId: 'a-van-1',
      version: 2,
    }),
    aSentence({
      text: 'Schools in the province stay closed until Thursday while engineers look at the buildings.',
      outlet: 1,
      articleId: 'a-van-2',
    }),
  ],
  outlets: [
    anOutlet({
      url: 'https://meridian-courier.example/2026/11/24/van',
      title: 'Fourteen hurt in earthquake near Van',
    }),
    anOutlet({
      sourceId: 'open-atlas',
      name: 'Open Atlas',
      country: 'GB',
      ownership: 'public',
      url: 'https://openatlas.example/news/van-schools',
      title: 'Schools closed after earthquake near Van',
    }),
  ],
  independentReports: 2,
  countries: ['TR'],
  topics: ['medtop:20000151'],
  developments: [
    {
      kind: 'figure',
      what: 'injured',
      before: { value: 9, qualifier: 'atLeast' },
      now: { value: 14, qualifier: null },
      toldBy: 1,
      countedBy: 'the provincial office',
      words:
        'Fourteen people were hurt when walls fell in three villages east of Van, the provincial office said.',
      articleId: 'a-van-1',
      outlet: 0,
      url: 'https://meridian-courier.example/2026/11/24/van',
    },
    {
      kind: 'statement',
      speaker: 'Directorate of Schools',
      words: 'The Directorate of Schools said that exams would be held in December.',
      articleId: 'a-van-2',
      outlet: 1,
      url: 'https://openatlas.example/news/van-schools',
    },
  ],
  changes: [
    aChange(),
    aChange({
      kind: 'edit',
      outlet: 1,
      before:
        'Schools in the province stay closed until Wednesday while engineers look at the buildings, and exams that were planned for this week will be held in December.',
      after:
        'Schools in the province stay closed until Thursday while engineers look at the buildings, and exams that were planned for this week will be held in December.',
      at: hoursBefore(20),
    }),
  ],
  alsoRunning: {
    stories: [
      {
        id: 's81xn',
        headline: 'Army brings tents for two thousand people to the villages east of Van',
        language: 'en',
        url: 'https://harbourdaily.example/world/0914',
      },
      {
        id: 's81xp',
        headline: 'Why the walls fell: what engineers found near Van',
        language: 'en',
        url: 'https://openatlas.example/news/van-walls',
      },
    ],
    more: 4,
  },
  lastAt: hoursBefore(0.5),
})

const rates = aStory({
  id: 's3hd0',
  headline: 'بانک مرکزی ایران نرخ سود را یک واحد بالا برد',
  language: 'fa',
  mark: null,
  sentences: [
    aSentence({
      text: 'بانک مرکزی ایران نرخ سود سپرده‌ها را از ۲۳ به ۲۴ درصد رساند و گفت این تصمیم برای مهار تورم گرفته شده است.',
      language: 'fa',
      articleId: 'a-rate-1',
    }),
  ],
  outlets: [
    anOutlet({
      sourceId: 'rooznegar',
      name: 'روزنگار شرق',
      country: 'IR',
      ownership: 'state',
      language: 'fa',
      url: 'https://rooznegar.example/economy/8812',
      title: 'بانک مرکزی ایران نرخ سود را یک واحد بالا برد',
    }),
  ],
  countries: ['IR'],
  topics: ['medtop:20000344'],
  lastAt: hoursBefore(15),
})

/** A morning as most are: a story of many outlets, a correction, a story in Persian, a quiet region, sources that were down. */
export function aBriefing(overrides: Partial<Briefing> = {}): Briefing {
  return {
    title: 'Western Asia, every morning',
    from: hoursBefore(24),
    to: MORNING,
    zone: 'Europe/Istanbul',
    language: 'en-GB',
    sections: [
      { region: 'western-asia', name: 'Western Asia', stories: [crossing, quake, rates], leftOut: 3 },
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
    ...crossing,
    firstAt: hoursBefore(9),
    reports: crossing.outlets.map((outlet, index) =>
      aReport({
        ...outlet,
        articleId: `a-cilvegozu-${index + 1}`,
        outlet: index,
        publishedAt: hoursBefore(9 - index),
        lead: crossing.sentences.find(({ outlet }) => outlet === index)?.text ?? null,
      }),
    ),
    ...overrides,
  }
}
