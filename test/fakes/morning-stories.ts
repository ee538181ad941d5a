import { aChange, anOutlet, aSentence, aStory, hoursBefore } from './briefed-story.ts'

/** Reported by many outlets, two of them in other languages or after an agency. */
export const CROSSING = aStory({
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

/** Has developed since it was told, and was corrected. */
export const QUAKE = aStory({
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

/** In Persian, by one state-owned outlet. */
export const RATES = aStory({
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
