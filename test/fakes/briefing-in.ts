import type { Briefing } from '../../src/records/briefing.ts'
import { aBriefing } from './briefings.ts'

interface Names {
  readonly title: string
  readonly western: string
  readonly central: string
  readonly topics: Readonly<Record<string, string>>
}

const topics = (diplomacy: string, earthquakes: string, economy: string) => ({
  'medtop:20000593': diplomacy,
  'medtop:20000151': earthquakes,
  'medtop:20000344': economy,
})

/** Names that a team and its settings would have in each language. */
const NAMES: Readonly<Record<string, Names>> = {
  en: {
    title: 'Western Asia, every morning',
    western: 'Western Asia',
    central: 'Central Asia',
    topics: topics('Diplomacy', 'Earthquakes', 'Economy'),
  },
  tr: {
    title: 'Her sabah Batı Asya',
    western: 'Batı Asya',
    central: 'Orta Asya',
    topics: topics('Diplomasi', 'Depremler', 'Ekonomi'),
  },
  ar: {
    title: 'غرب آسيا كل صباح',
    western: 'غرب آسيا',
    central: 'آسيا الوسطى',
    topics: topics('الدبلوماسية', 'الزلازل', 'الاقتصاد'),
  },
  fa: {
    title: 'غرب آسیا، هر بامداد',
    western: 'غرب آسیا',
    central: 'آسیای میانه',
    topics: topics('دیپلماسی', 'زمین‌لرزه', 'اقتصاد'),
  },
  fr: {
    title: 'L’Asie occidentale, chaque matin',
    western: 'Asie occidentale',
    central: 'Asie centrale',
    topics: topics('Diplomatie', 'Séismes', 'Économie'),
  },
  de: {
    title: 'Westasien, jeden Morgen',
    western: 'Westasien',
    central: 'Zentralasien',
    topics: topics('Diplomatie', 'Erdbeben', 'Wirtschaft'),
  },
  ru: {
    title: 'Западная Азия каждое утро',
    western: 'Западная Азия',
    central: 'Центральная Азия',
    topics: topics('Дипломатия', 'Землетрясения', 'Экономика'),
  },
  es: {
    title: 'Asia Occidental, cada mañana',
    western: 'Asia Occidental',
    central: 'Asia Central',
    topics: topics('Diplomacia', 'Terremotos', 'Economía'),
  },
}

/** Returns the sample briefing for a reader of a language (BCP 47). */
export function aBriefingIn(language: string): Briefing {
  const briefing = aBriefing()
  const names = NAMES[language] ?? NAMES['en']
  if (names === undefined) return briefing
  const sectionNames = [names.western, names.central]
  return {
    ...briefing,
    language,
    title: names.title,
    sections: briefing.sections.map((section, index) => ({
      ...section,
      name: sectionNames[index] ?? section.name,
    })),
  }
}

export function topicNameIn(code: string, language: string): string | undefined {
  return NAMES[language]?.topics[code]
}
