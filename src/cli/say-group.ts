import type { ExplainedArticle, ExplainedPair } from './explain-group.ts'

type Compared = ExplainedPair['compared']

/**
 * Explains an article as text for a terminal: what joined it to its story and separated it from the next one.
 */
export function sayArticle({
  id,
  title,
  story,
  storyline,
  members,
  nearest,
  runningStory,
}: ExplainedArticle): string {
  const isAlone = members.length === 1
  const lines = [
    `${id}  ${quoted(title)}`,
    isAlone
      ? `alone in story ${story}: ${sayCame(members[0]?.came ?? 'began', null)}`
      : `in story ${story} with ${counted(members.length - 1, 'other article', 'other articles')}, each held against all the others:`,
    ...(isAlone
      ? []
      : members.toSorted((one, other) => Number(other.id === id) - Number(one.id === id))
    ).flatMap((member) => [
      '',
      `  ${member.id}  ${quoted(member.title)}`,
      `    ${sayCame(member.came, member.from)}${member.toOthers === null ? '' : `: ${sayCompared(member.toOthers)}`}`,
    ]),
    '',
    ...sayNearest(nearest),
    '',
    ...sayRunningStory(storyline, runningStory),
  ]
  return `${lines.join('\n')}\n`
}

/** Explains two articles as text: what joined or separated them. */
export function sayPair({ articles, compared }: ExplainedPair): string {
  const [one, other] = articles
  if (one === undefined || other === undefined) return ''
  const copy = articles.find(({ copyOf }) => copyOf !== null && [one.id, other.id].includes(copyOf))
  const isOne = one.story === other.story
  const verdict = isOne
    ? `joined: both stand in story ${one.story}`
    : one.storyline === other.storyline
      ? `parted: two stories, ${one.story} and ${other.story}, of running story ${one.storyline}`
      : `parted: two stories, ${one.story} and ${other.story}, of different running stories`
  const because =
    copy !== undefined
      ? [`${copy.id} repeats the text of ${copy.copyOf}`]
      : isOne === compared.fits
        ? []
        : [
            isOne
              ? 'by themselves they would not have joined: the other reports of the story lie between them'
              : 'by themselves they would fit: the stories they stand in do not, or neither was found by rare words when the other came',
          ]
  const lines = [
    ...articles.map(({ id, title }) => `${id}  ${quoted(title)}`),
    '',
    verdict,
    ...[sayCompared(compared), ...because].map((line) => `  ${line}`),
  ]
  return `${lines.join('\n')}\n`
}

function sayNearest(nearest: ExplainedArticle['nearest']): string[] {
  if (nearest === null) return ['no other story shares a word with it']
  const { story, title, articles, toArticle } = nearest
  return [
    `nearest other story: ${story}, ${counted(articles, 'article', 'articles')}  ${quoted(title)}`,
    `  ${sayCompared(toArticle)}`,
    `  ${sayMissing(toArticle)}`,
  ]
}

/** What an article lacked to join a story. */
function sayMissing({ likeness, needed, contradicts, fits }: Compared): string {
  if (fits)
    return 'it would fit: it did not when it came, or fits its own story better, or was not found by rare words'
  if (needed === null) return 'missing: any word in common'
  if (likeness < needed) return `missing: ${(needed - likeness).toFixed(2)} of likeness`
  return contradicts
    ? 'missing: a country, city or person in common; they name different ones'
    : 'missing: a country or a person in common, without which two languages do not meet'
}

function sayRunningStory(
  storyline: string,
  { otherStories, likeness, needed, nearest }: ExplainedArticle['runningStory'],
): string[] {
  return [
    likeness === null
      ? `running story ${storyline}: no other story belongs to it`
      : `running story ${storyline}, with ${counted(otherStories.length, 'other story', 'other stories')}: ` +
        `likeness ${likeness.toFixed(2)} to them, ${needed.toFixed(2)} needed`,
    nearest === null
      ? '  no other running story shares a word with it'
      : `  nearest other running story: ${nearest.storyline}, likeness ${nearest.likeness.toFixed(2)}, ` +
        `${nearest.needed.toFixed(2)} needed for both to be one` +
        (nearest.likeness >= nearest.needed ? '; neither was found by rare words when the other moved' : ''),
  ]
}

const sayCame = (came: ExplainedArticle['members'][number]['came'], from: string | null): string =>
  ({
    began: 'began the story',
    joined: 'joined',
    copy: `a copy of ${from}`,
    merge: `came with story ${from}, which was merged into this one`,
    split: 'left another story with the newest report of this one',
  })[came]

function sayCompared({ likeness, needed, contradicts, hours, shared }: Compared): string {
  const words = shared.map(({ word, as }) => (as === null ? word : `${word} = ${as}`))
  return [
    `likeness ${likeness.toFixed(2)}${needed === null ? '' : `, ${needed.toFixed(2)} needed`}`,
    words.length === 0 ? 'shares no word' : `shares ${words.join(', ')}`,
    ...(hours === null ? [] : [sayHours(hours)]),
    ...(contradicts ? ['names other countries, cities or people, for which more is asked'] : []),
  ].join('; ')
}

const sayHours = (hours: number): string =>
  hours < 1
    ? `${Math.round(hours * 60)} min apart`
    : hours < 72
      ? `${Math.round(hours)} h apart`
      : `${Math.round(hours / 24)} days apart`

const counted = (count: number, one: string, many: string): string => `${count} ${count === 1 ? one : many}`

const quoted = (title: string): string => (title.trim() === '' ? '(no title)' : `“${title.trim()}”`)
