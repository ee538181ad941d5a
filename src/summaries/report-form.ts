import { z } from 'zod'
import { anyOf } from '../language/any-of.ts'
import { words } from '../language/parts.ts'
import { languagePart } from '../language/read-part.ts'
import { readTerms } from '../language/terms.ts'
import { opensInFirstPerson, outsideQuotations, quotesOwnStory, speaksForItself } from './first-person.ts'
import { endsInDay, listsTopics } from './headline-shape.ts'

/**
 * The form of a report. `report` tells what happened. The others: `service` (serves readers without being
 * news: deals, horoscopes, puzzles, listings), `live` (a page that is still being written), `comment` (what
 * somebody thinks of it), `viewing` (pictures and broadcasts), `lookback`, and `explainer` (also profiles).
 */
export type ReportForm = 'report' | (typeof OTHER_FORMS)[number]

const OTHER_FORMS = ['service', 'live', 'comment', 'viewing', 'lookback', 'explainer'] as const

const marksOfForm = z
  .strictObject({
    /** Sections in addresses: one whole part of the path. */
    sections: words.default([]),
    /** Labels that stand by themselves before or behind the headline: "Opinion: …", "… – live". */
    labels: words.default([]),
    /** Beginnings of headlines, also behind words and a colon. */
    begins: words.default([]),
    /**
     * Beginnings behind a quotation and its colon or dash. Of 47 English ones in a stream none was a plain
     * report.
     */
    behindQuotation: words.default([]),
    /**
     * Beginnings behind a colon, as written: "Grief and fury: the mothers of Vik". Of 28 English ones none
     * was a plain report, nor of 13 with "from". Behind the colon of a speaker ("Moen: The …") stands a
     * capital or no article.
     */
    behindColon: words.default([]),
    /**
     * Beginnings at the very start of the headline. Headlines of news leave out the article, and what "this"
     * or "when" refers to is told in the text. Of 140 headlines read (five days) that begin with "the", seven
     * were reports; of 70 with "from … to", "this", "these", "when" and "my", two; of 23 Polish ones with
     * "to" and "tak", one; of 19 German ones with an article, two (three of the 19 had no word and colon).
     * Sets of 2014 say the same of "the".
     */
    opens: words.default([]),
    /**
     * Beginnings of a headline's second sentence. Of 62 English ones two were reports. Polish headlines of
     * news often have two sentences.
     */
    goesOn: words.default([]),
    /**
     * Words that address the reader, outside quotation marks. None of 30 read of 85 in English, and none of 7
     * in French, was a report.
     */
    addresses: words.default([]),
    /**
     * Phrases anywhere in the headline. Of 22 English ones that recount, reflect on, open up or explain why,
     * none was a plain report.
     */
    holds: words.default([]),
    /**
     * Phrases in the first lines of the text, outside quotation marks. Of 5,500 English teasers under plain
     * headlines 105 have one; of 60 read, 50 were no news. A question does not show the form in every
     * language: half of 24 read in Polish and 9 of 26 in German were news.
     */
    teasers: words.default([]),
  })
  .optional()

/** Words by which the form of a report is recognised, in lower case except `behindColon`. */
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

/**
 * Determines the form of a report by its address, its headline and the first lines of its text. `language` is
 * ISO 639-1; for a language without lists only the address and punctuation count.
 */
export function formOf(report: {
  readonly title: string
  readonly text: string
  readonly url: string | null
  readonly language: string
}): ReportForm {
  const bySection = report.url === null ? undefined : sectionsOf(report.url).map(formOfSection).find(isForm)
  if (bySection !== undefined) return bySection
  if (report.text === '' && readTerms(report.title, report.language).words.length <= MOST_LABEL_WORDS)
    return 'service'
  const title = plain(report.title)
  const unquoted = outsideQuotations(title)
  const byTitle = findForm(
    report.language,
    ({ titled, led }) => titled.test(title) || titled.test(unquoted) || led.test(report.title),
  )
  if (byTitle !== undefined) return byTitle
  if (QUESTION.test(title) || SERIES.test(report.text)) return 'explainer'
  if (endsInDay(report.title, report.language)) return 'service'
  if (COLUMN.test(report.title) || speaksForItself(report.title, report.language)) return 'comment'
  const firstLines = report.text.slice(0, FIRST_LINES_LENGTH)
  if (quotesOwnStory(report.title, report.language) || listsTopics(report.title, firstLines, report.language))
    return 'explainer'
  const unquotedLines = outsideQuotations(plain(firstLines)).replace(UNCLOSED, '')
  return (
    findForm(
      report.language,
      ({ opens, addresses, teasers }) =>
        opens.test(title) || addresses.test(unquoted) || teasers.test(unquotedLines),
    ) ?? (opensInFirstPerson(firstLines, report.language) ? 'comment' : 'report')
  )
}

/**
 * A headline of at most this many words with no text at all names a page or a review. Of 22 English ones in a
 * stream of headlines eight told something, and other outlets had reports of that.
 */
const MOST_LABEL_WORDS = 3

/** UTF-16 units. */
const FIRST_LINES_LENGTH = 320
/** A quotation that does not end within the lines read. */
const UNCLOSED = /["“„«‘][^"”»]*$/u

const plain = (text: string): string => text.replaceAll('’', "'").toLowerCase()

/**
 * Returns the form that fits, or undefined. One expression of all forms is tried first: most headlines have
 * none, and compiling one for each form takes longer than all the rest.
 */
const findForm = (language: string, fits: (of: Expressions) => boolean) =>
  fits(expressionsOf(OTHER_FORMS, language))
    ? OTHER_FORMS.find((form) => fits(expressionsOf([form], language)))
    : undefined

const isForm = (form: ReportForm | undefined): form is ReportForm => form !== undefined

/** Returns the parts of the path without the last one, which is the article's own. */
function sectionsOf(url: string): readonly string[] {
  const path = URL.parse(url)?.pathname ?? ''
  return path.toLowerCase().split('/').slice(1, -1)
}

/** Looks in the sections of all languages: an address does not tell its language. */
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

/**
 * A headline that asks, or goes on after its question, tells nothing yet. Somebody else's question has a
 * quotation mark behind it and does not match.
 */
const QUESTION = /[?؟？](?:\s|$)/u
/**
 * A text that begins as part of a series: "Rivers of the north (3/6)." None of six in a stream was a plain
 * report.
 */
const SERIES = /^[^.!?\n]{4,60}\s\(\p{Nd}{1,2}\/\p{Nd}{1,2}\)/u
/** A columnist's name: "… | Kari Moen". */
const COLUMN = /\s\|\s\p{Lu}[\p{L}.'’-]+(?:\s\p{L}[\p{L}.'’-]+){1,3}$/u

interface Expressions {
  readonly titled: RegExp
  /** For the headline as written; the others are for lower case. */
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

/**
 * Returns expressions that recognise one of these forms in a language. Except for `led`, texts must be in
 * lower case with straight apostrophes.
 */
function expressionsOf(forms: readonly (typeof OTHER_FORMS)[number][], language: string): Expressions {
  return expressions.getOrInsertComputed(`${forms.join(' ')} ${language}`, () => {
    const own = reportForms.of(language)
    const [label, opening, phrase, behind, led, first, second, address, teaser] = LISTS.map((list) =>
      anyOf(forms.flatMap((form) => own?.[form]?.[list] ?? []).map((word) => word.replaceAll('’', "'"))),
    )
    const titled = [
      String.raw`^[\s"'“‘«„\[(]*${label}\s*(?:[:|\])–—]|-\s)`,
      String.raw`(?:[|–—\[(]|\s-)\s*${label}[\s\])]*$`,
      // No quotation mark before it: there somebody else would speak, not the outlet.
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
