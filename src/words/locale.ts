import { LRUCache } from 'lru-cache'
import { SPOKEN, type Spoken } from '../language/languages.ts'

/**
 * The language in which we speak to a reader, and the BCP 47 tag with which `Intl` writes names, dates and
 * numbers.
 */
export interface Locale {
  readonly language: Spoken
  readonly tag: string
  readonly rightToLeft: boolean
}

/**
 * Returns how we speak to a reader of a language (BCP 47). The region is kept ("en-GB" writes dates as
 * Britain does). Readers whose language we do not speak get everything in English, including dates and names:
 * a mix reads worse.
 */
export function localeOf(language: string): Locale {
  const locale = kept.get(language) ?? chooseLocale(language)
  kept.set(language, locale)
  return locale
}

const kept = new LRUCache<string, Locale>({ max: 500 })

function chooseLocale(language: string): Locale {
  const asked = parse(language)
  const spoken = SPOKEN.find((own) => own === asked?.language)
  if (asked === null || spoken === undefined) return { language: 'en', tag: 'en', rightToLeft: false }
  const { region } = asked
  const tag = new Intl.Locale(spoken, {
    ...(region === undefined ? {} : { region }),
    ...(spoken === 'ar' ? AS_ARABIC_OUTLETS_WRITE : {}),
  })
  return { language: spoken, tag: tag.toString(), rightToLeft: tag.getTextInfo().direction === 'rtl' }
}

/**
 * Arabic newsrooms that write for all countries (Al Jazeera, BBC Arabic, Asharq Al-Awsat) use 0–9 and the
 * Gregorian calendar, even where CLDR has other defaults (ar-EG, ar-SA). Persian newsrooms write ۰–۹ and the
 * Solar Hijri calendar, as CLDR does.
 */
const AS_ARABIC_OUTLETS_WRITE = { numberingSystem: 'latn', calendar: 'gregory' } as const

function parse(language: string): Intl.Locale | null {
  try {
    return new Intl.Locale(language)
  } catch {
    return null
  }
}
