import type { Region } from '../tagging/region.ts'
import { explainIssue } from './explain-issue.ts'
import { foldWord } from './fold-word.ts'
import { sourceSchema } from './source-schema.ts'

const LABELS = { country: true, region: true, ownership: true, language: true } as const

/**
 * What is wrong with labels that are given to sources, each with the name of its option (`--country`) and what to do;
 * none when they are right.
 */
export function checkLabels(
  labels: Readonly<Record<keyof typeof LABELS, string>>,
  regions: readonly Pick<Region, 'id'>[],
): readonly string[] {
  const ids = new Map(regions.map(({ id }) => [foldWord(id), id]))
  const schema = sourceSchema(ids).pick(LABELS)
  const { country, region, ownership, language } = labels
  const given = { country, region, ownership, language }
  return (schema.safeParse(given).error?.issues ?? []).flatMap((issue) =>
    explainIssue(issue, given, Object.keys(LABELS)).map(({ text }) => `--${String(issue.path[0])}: ${text}`),
  )
}
