import { z } from 'zod'
import { anyOf } from '../language/any-of.ts'
import { words } from '../language/parts.ts'
import { languagePart } from '../language/read-part.ts'
import { readTerms } from '../language/terms.ts'
import { outsideQuotations, speaksForItself } from './first-person.ts'

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
    /** How such headlines begin, also behind a word and a colon. */
    begins: words.default([]),
    /** How they begin behind a quotation and its colon: of 47 in English of a stream none was a plain report. */
    behindQuotation: words.default([]),
    /** What stands behind a colon, as it is written: "Grief and fury: the mothers of Vik". Of 28 in English none was a plain report, of 13 with "from" neither; behind somebody who speaks stands a capital or no article. */
    behindColon: words.default([]),
    /**
     * How they begin where nothing stands before it. Headlines of news leave out the article, and what "this" or "when" leads to is told in the text: of 140 read of five
     * days that begin with "the" seven were reports; of those with "from … to", "this", "these", "when" and "my" (70) two, with "to" and "tak" in Polish (23)
     * one, with an article in German (19, of them three without a word and a colon) two. In sets of 2014 "the" says the same.
     */
    opens: words.default([]),
    /** How their second sentence begins: of 62 in English two were reports. Polish headlines of news often have two. */
    goesOn: words.default([]),
    /** How they speak to their reader, outside of quotation marks: none of 30 read of 85 in English, and of 7 in French, was a report. */
    addresses: words.default([]),
    /** What stands anywhere in them: of 22 in English that recount, reflect on, open up or explain why none was a plain report. */
    holds: words.default([]),
    /**
     * What shows it in the first lines of the text, outside of quotation marks. Of 5,500 English teasers under plain headlines 105 have one of them; of 60 read
     * 50 were no news. A question does not show it in every language: half of 24 read in Polish and 9 of 26 in German were news.
     */
    teasers: words.default([]),
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

/** The form of a report by its address, its headline and the first lines of its text. `language` is ISO 639-1; one without lists goes by its address and the marks alone. */
export function formOf(report: {
  readonly title: string
  readonly text: string
  readonly url: string | null
  readonly language: string
}): ReportForm {
  const bySection = report.url === null ? undefined : sectionsOf(report.url).map(formOfSection).find(isForm)
  if (bySection !== undefined) return bySection
  if (report.text === '' && readTerms(report.title, report.language).words.length <= LABEL) return 'service'
  const title = plain(report.title)
  const said = outsideQuotations(title)
  const byTitle = formThat(
    report.language,
    ({ titled, led }) => titled.test(title) || titled.test(said) || led.test(report.title),
  )
  if (byTitle !== undefined) return byTitle
  if (QUESTION.test(title) || SERIES.test(report.text)) return 'explainer'
  if (COLUMN.test(report.title) || speaksForItself(report.title, report.language)) return 'comment'
  const begun = outsideQuotations(plain(report.text.slice(0, FIRST_LINES))).replace(UNCLOSED, '')
  return (
    formThat(
      report.language,
      ({ opens, addresses, teasers }) => opens.test(title) || addresses.test(said) || teasers.test(begun),
    ) ?? 'report'
  )
}

/** Words of a headline over no text at all that name a page or a review: of 22 in English of a stream of headlines eight told something, of which other outlets had reports. */
const LABEL = 3

/** UTF-16 units. */
const FIRST_LINES = 320
/** A quotation that goes on behind what is read. */
const UNCLOSED = /["“„«‘][^"”»]*$/u

const plain = (text: string): string => text.replaceAll('’', "'").toLowerCase()

/** All forms are asked at once first: most headlines show none, and to make an expression of each takes longer than all else. */
const formThat = (language: string, fits: (of: Expressions) => boolean) =>
  fits(expressionsOf(OTHER_FORMS, language))
    ? OTHER_FORMS.find((form) => fits(expressionsOf([form], language)))
    : undefined

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
/** A text that begins as one of a series, "Rivers of the north (3/6).": none of six in a stream was a plain report. */
const SERIES = /^[^.!?\n]{4,60}\s\(\p{Nd}{1,2}\/\p{Nd}{1,2}\)/u
/** "… | Kari Moen": a columnist's name. */
const COLUMN = /\s\|\s\p{Lu}[\p{L}.'’-]+(?:\s\p{L}[\p{L}.'’-]+){1,3}$/u

interface Expressions {
  readonly titled: RegExp
  /** Of a headline as it is written. */
  readonly led: RegExp
  readonly opens: RegExp
  readonly addresses: RegExp
  readonly teasers: RegExp
}

const expressions = new Map<string, Expressions>()
const LISTS = [
  'labels',
  'begins',
  'holds',
  'behindQuotation',
  'behindColon',
  'opens',
  'goesOn',
  'addresses',
  'teasers',
] as const

/** By what a headline of a language shows one of these forms, in small letters and with straight apostrophes. */
function expressionsOf(forms: readonly (typeof OTHER_FORMS)[number][], language: string): Expressions {
  return expressions.getOrInsertComputed(`${forms.join(' ')} ${language}`, () => {
    const own = reportForms.of(language)
    const [label, opening, phrase, behind, led, first, second, address, teaser] = LISTS.map((list) =>
      anyOf(forms.flatMap((form) => own?.[form]?.[list] ?? []).map((word) => word.replaceAll('’', "'"))),
    )
    const titled = [
      String.raw`^[\s"'“‘«„\[(]*${label}\s*(?:[:|\])–—]|-\s)`,
      String.raw`(?:[|–—\[(]|\s-)\s*${label}[\s\])]*$`,
      // Behind a quotation mark somebody asks, not the outlet.
      String.raw`^(?:[^:"'“‘«„]{2,80}:\s+)?${opening}`,
      String.raw`(?<![\p{L}\p{N}])${phrase}`,
      String.raw`^["'“‘«„].{3,140}["'”’»“]\s*[:–—]\s+${behind}`,
    ]
    return {
      titled: new RegExp(titled.join('|'), 'u'),
      led: new RegExp(String.raw`^.{3,140}:\s${led}`, 'u'),
      opens: new RegExp(`^${first}`, 'u'),
      addresses: new RegExp(String.raw`(?<!\p{L})${address}|\p{L}{3}[.!]\s+${second}`, 'u'),
      teasers: new RegExp(String.raw`(?:(?<!\p{L})|(?!\p{L}))${teaser}`, 'u'),
    }
  })
}
