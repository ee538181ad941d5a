import { z } from 'zod'
import { anyOf } from '../language/any-of.ts'
import { words } from '../language/parts.ts'
import { languagePart } from '../language/read-part.ts'
import { speaksForItself } from './first-person.ts'

/**
 * What a report is by its form: `report` tells what happened. What somebody thinks of it, an explainer or a profile, a page that goes on being written, pictures
 * and broadcasts, a look back, and what serves readers without being news (deals, horoscopes, puzzles, listings).
 */
export type ReportForm = 'report' | (typeof OTHER_FORMS)[number]

const OTHER_FORMS = ['service', 'live', 'comment', 'viewing', 'lookback', 'explainer'] as const

const marksOfForm = z
  .strictObject({
    /** Sections in addresses, as one part of the path. */
    sections: words.default([]),
    /** What stands by itself before or behind the headline: "Opinion: …", "… – live". */
    labels: words.default([]),
    /** How such headlines begin. */
    begins: words.default([]),
    /** What stands anywhere in them. */
    holds: words.default([]),
  })
  .optional()

/** By what outlets and readers know the form of a report. Small letters. */
export const reportForms = languagePart(
  'forms',
  z.strictObject({
    comment: marksOfForm,
    explainer: marksOfForm,
    live: marksOfForm,
    viewing: marksOfForm,
    service: marksOfForm,
    lookback: marksOfForm,
  }),
)

/** The form of a report by its address and its headline. `language` is ISO 639-1; one without lists goes by its address and the marks alone. */
export function formOf(report: {
  readonly title: string
  readonly url: string | null
  readonly language: string
}): ReportForm {
  const bySection = report.url === null ? undefined : sectionsOf(report.url).map(formOfSection).find(isForm)
  if (bySection !== undefined) return bySection
  const title = report.title.replaceAll('’', "'").toLowerCase()
  for (const form of OTHER_FORMS) if (titled(form, report.language).test(title)) return form
  if (QUESTION.test(title)) return 'explainer'
  return COLUMN.test(report.title) || speaksForItself(report.title, report.language) ? 'comment' : 'report'
}

const isForm = (form: ReportForm | undefined): form is ReportForm => form !== undefined

/** The parts of the path before the last, which is the article's own. */
function sectionsOf(url: string): readonly string[] {
  const path = URL.parse(url)?.pathname ?? ''
  return path.toLowerCase().split('/').slice(1, -1)
}

/** Sections of all languages: an address says nothing of its own. */
const formOfSection = (section: string): ReportForm | undefined => (sections ??= readSections()).get(section)

let sections: ReadonlyMap<string, ReportForm> | undefined

const readSections = (): ReadonlyMap<string, ReportForm> =>
  new Map(
    reportForms
      .languages()
      .flatMap((language) =>
        OTHER_FORMS.flatMap((form) =>
          (reportForms.of(language)?.[form]?.sections ?? []).map((section) => [section, form] as const),
        ),
      ),
  )

/** A headline that asks tells nothing yet, nor does one that goes on from its question; what somebody else asks stands in marks. */
const QUESTION = /[?؟？](?:\s|$)/u
/** "… | Kari Moen": a columnist's name. */
const COLUMN = /\s\|\s\p{Lu}[\p{L}.'’-]+(?:\s\p{L}[\p{L}.'’-]+){1,3}$/u

const expressions = new Map<string, RegExp>()

/** By what a headline of a language shows a form, in small letters and with straight apostrophes. */
function titled(form: (typeof OTHER_FORMS)[number], language: string): RegExp {
  return expressions.getOrInsertComputed(`${form} ${language}`, () => {
    const { labels = [], begins = [], holds = [] } = reportForms.of(language)?.[form] ?? {}
    const [label, opening, phrase] = [labels, begins, holds].map((list) =>
      anyOf(list.map((word) => word.replaceAll('’', "'"))),
    )
    return new RegExp(
      [
        String.raw`^[\s"'“‘«„\[(]*${label}\s*(?:[:|\])–—]|-\s)`,
        String.raw`(?:[|–—\[(]|\s-)\s*${label}[\s\])]*$`,
        // Behind a quotation mark somebody asks, not the outlet.
        String.raw`^(?:[^:"'“‘«„]{2,40}:\s+)?${opening}`,
        String.raw`(?<![\p{L}\p{N}])${phrase}`,
      ].join('|'),
      'u',
    )
  })
}
