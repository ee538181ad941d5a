import { findDevelopments } from '../../../src/briefings/developments/find-developments.ts'
import { readFacts } from '../../../src/analysis/read-facts.ts'
import { readText } from '../../../src/language/read-text.ts'
import type { Development } from '../../../src/records/briefing.ts'
import type { Finding, Saying } from '../../../src/records/finding.ts'
import type { KeptFinding } from '../../../src/records/ports/findings.ts'
import type { PlacedArticle } from '../../../src/records/story.ts'
import { aStory } from '../../fakes/briefed-story.ts'
import { anArticle, HOUR, NOON } from '../../storage/a-read.ts'

/** A report of an outlet; its time is in hours after noon. */
export interface AReport {
  readonly outlet: string
  readonly title: string
  readonly text?: string
  readonly hours?: number
  readonly sayings?: readonly Saying[]
  readonly copyOf?: string
}

const toArticle = ({ outlet, title, text = '', hours = 0, copyOf }: AReport, nth: number): PlacedArticle => {
  const at = NOON + hours * HOUR
  return {
    ...anArticle({ id: `${outlet}-${nth}`, sourceId: outlet, title, text, publishedAt: at, seenAt: at }),
    storyId: 's',
    storylineId: 's',
    copyOf: copyOf ?? null,
    agency: null,
  }
}

/** Returns what is new in a story for a reader who knew the reports `known`, after the others arrived. */
export function developmentsOf(
  known: readonly AReport[],
  fresh: readonly AReport[],
  headline = '',
): readonly Development[] {
  const all = [...known, ...fresh]
  const articles = all.map(toArticle)
  const findings = all.flatMap(({ sayings = [] }, nth): KeptFinding[] => {
    const article = articles[nth]
    if (article === undefined) return []
    const { id, sourceId, storyId, url, title, text, tags, copyOf } = article
    const found: readonly Finding[] = [
      ...sayings,
      ...readFacts(readText(`${title}\n${text}`), 'en', { writtenAt: NOON }),
    ]
    return found.map((finding) => ({
      finding,
      article: { id, sourceId, storyId, url, title, datedAt: NOON, tags, copyOf },
    }))
  })
  return findDevelopments({
    briefed: aStory({ headline, sentences: [] }),
    listed: [...new Map(articles.map((article) => [article.sourceId, article])).values()],
    known: articles.slice(0, known.length),
    fresh: articles.slice(known.length),
    findings,
  })
}

/** A statement by somebody in a report with this title and text. */
export function aSaying(
  claim: string,
  { title, text = '' }: Pick<AReport, 'title' | 'text'>,
  own: Partial<Omit<Saying, 'speaker'>> & { readonly speaker?: Partial<Saying['speaker']> } = {},
): Saying {
  const start = `${title}\n${text}`.indexOf(claim)
  return {
    kind: 'saying',
    names: [],
    verb: 'said',
    form: 'direct',
    claim: [claim],
    ...own,
    start,
    end: start + claim.length,
    speaker: {
      words: 'Lina Haddad',
      name: 'Lina Haddad',
      role: 'Minister',
      namedBy: 'name',
      side: 'official',
      ...own.speaker,
    },
  }
}
