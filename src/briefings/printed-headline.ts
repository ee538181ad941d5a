import { anyOf } from '../language/any-of.ts'
import { headlineLabelsOfAll } from '../language/parts.ts'

/**
 * Returns a title as it stands over a story: without what only serves the outlet's own lists. That is the
 * hour or day at its beginning ("17:10 …", "10.11.2018 09:30 : …"), an agency's labels ("UPDATE 1-", "US
 * STOCKS-") and the number of a new edition at its end ("… (2)"). What is left is word for word the outlet's.
 * A day that begins the sentence itself ("04.01.2026 to …") stays, and so does a title of little else.
 */
export function printedHeadline(title: string): string {
  const printed = [STAMP, LABEL_IN_CAPITALS, LABEL, SLUG, EDITION].reduce(
    (left, part) => left.replace(part, ''),
    title,
  )
  return printed.length < SHORTEST ? title : printed
}

/** The beginning of a headline. */
const BEGINS = String.raw`(?=["“”„«‘(]?\p{Lu})`
const DAY_AND_HOUR = String.raw`(?:\d{1,2}[./]\d{1,2}[./]\d{2,4},?\s+)?\d{2}:\d{2}[\])]?(?:\s*[:|–—-]\s*|\s+)`
const DAY_ALONE = String.raw`\d{1,2}[./]\d{1,2}[./]\d{4}[\])]?\s*[:|–—-]\s+`
/**
 * A day with or without its hour, or an hour, also in brackets. A day alone needs a mark behind it. Of 26 in
 * a real set of 3,500 headlines all were stamps; a stream of 10,300 has none.
 */
const STAMP = new RegExp(String.raw`^[\[(]?(?:${DAY_AND_HOUR}|${DAY_ALONE})${BEGINS}`, 'u')
/** Labels that agencies put before a headline when they send it again: "UPDATE 1-", "RPT-", "Breaking:". */
const RESENT = headlineLabelsOfAll('resent')
const IN_CAPITALS = RESENT.map((label) => label.toUpperCase())
const AS_WORDS = RESENT.map((label) => label.charAt(0).toUpperCase() + label.slice(1))
/** In small letters a hyphen makes a word: "Lead-poisoned wells", "Urgent-care clinics". */
const LABEL = new RegExp(
  String.raw`^(?:${anyOf([...IN_CAPITALS, ...AS_WORDS])}(?:\s\d+\s*[-:–—]\s*|:\s+|\s[-–—]\s+)${BEGINS})+`,
  'u',
)
const LABEL_IN_CAPITALS = new RegExp(String.raw`^(?:${anyOf(IN_CAPITALS)}\s*\d*\s*[-:–—]\s*${BEGINS})+`, 'u')
/** Of agencies for columns: two words or more in capitals, joined to the headline by a hyphen. */
const SLUG = /^\p{Lu}{2,}(?:\s\p{Lu}{2,})+-(?=\p{Lu}\p{Ll})/u
const EDITION = /\s\(\d\)$/u
/** UTF-16 units. */
const SHORTEST = 15
