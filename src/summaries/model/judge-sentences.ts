import { harmless } from '../../words/harmless.ts'
import { checkSentences } from '../check-sentence.ts'
import type { Passage } from '../passage.ts'
import { readPassages } from '../read-passages.ts'
import { addressesMachine } from './addresses-machine.ts'
import type { Proposal } from './answer.ts'
import { findForeignWords, readCitedWords } from './find-foreign-words.ts'
import type { QuotedReport } from './quote-reports.ts'

/** A proposed sentence with what was found against it. */
export interface Judged {
  /** Null where there is no sentence of prose in what was proposed. */
  readonly passage: Passage | null
  /** Indexes into the articles that were given. */
  readonly cites: readonly number[]
  readonly problems: readonly string[]
}

/** No answer of a few sentences is longer; the rest is not looked at. */
const MAX_PROPOSALS = 12
const MAX_TEXT = 1_000

/**
 * Holds what a model proposes against the reports it cites, as it was shown them. Besides the check of names, numbers, dates, denials and speakers: a model may
 * shorten and join, but each of its words that says something must stand in a cited report, else an order in one report could make it say anything of another.
 * A sentence must stand alone, be on the subject (`about`: content words of what the outlets say), repeat none before it, and hold nothing that could act.
 */
export function judgeSentences(
  proposals: readonly Proposal[],
  reports: readonly QuotedReport[],
  about: ReadonlySet<string>,
  language: string,
): readonly Judged[] {
  const sources = reports.map((report) => ({ id: report.name, text: report.text }))
  const words = new Map(reports.map(({ name, text }) => [name, readCitedWords(text, language)]))
  const judged: Judged[] = []
  for (const { text, cites } of proposals.slice(0, MAX_PROPOSALS)) {
    const passages = readPassages(0, harmless(text).trim().slice(0, MAX_TEXT), language)
    if (passages.length === 0)
      judged.push({ passage: null, cites: [], problems: ['it is no sentence of prose'] })
    const cited = reports.filter(({ name }) => cites.includes(name))
    const checked = checkSentences({
      sources,
      sentences: passages.map((passage) => ({ text: passage.text, cites })),
      language,
    })
    for (const [i, passage] of passages.entries()) {
      const foreign = findForeignWords(
        passage,
        cited.map(({ name }) => words.get(name) ?? []),
      )
      const isRepeated = judged.some(
        (other) => other.passage !== null && other.problems.length === 0 && saysAgain(passage, other.passage),
      )
      judged.push({
        passage,
        cites: cited.map(({ article }) => article),
        problems: [
          ...problemsOf(passage, about),
          ...foreign.map((word) => `the cited text has no "${word}"`),
          ...(isRepeated ? ['it repeats another'] : []),
          ...(checked[i]?.problems ?? ['it was not checked']),
        ],
      })
    }
  }
  return judged
}

function problemsOf(passage: Passage, about: ReadonlySet<string>): readonly string[] {
  const { text, dangling, complete, content } = passage
  const problems: string[] = []
  if (ACTIVE.test(text)) problems.push('it holds an address, a mention or markup')
  if (addressesMachine(text)) problems.push('it speaks to a machine')
  if (dangling) problems.push('it leans on another sentence')
  if (!complete) problems.push('it does not end as a sentence does')
  if (content.intersection(about).size < Math.min(ON_SUBJECT, content.size))
    problems.push('it is not about what the outlets report')
  return problems
}

/** Links, bare hosts, mentions, hashtags, markup of Slack, Discord and Markdown, and marks that look like our citations. */
const ACTIVE = /:\/\/|\bwww\.|[\p{L}\p{N}-]{2}\.[\p{L}]{2}|[@#<>{}[\]|\\`*_~^]/u

/** Content words shared with the outlets' own sentences or headlines. */
const ON_SUBJECT = 2

/** How much of the shorter sentence's words may stand in another. */
const REPEATED = 0.8

/** Do these sentences say the same? */
export function saysAgain(one: Pick<Passage, 'content'>, other: Pick<Passage, 'content'>): boolean {
  const shorter = Math.min(one.content.size, other.content.size)
  return shorter > 0 && one.content.intersection(other.content).size / shorter > REPEATED
}
