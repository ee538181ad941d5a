import { readFileSync } from 'node:fs'
import { isCollection, isSeq, parseDocument, stringify } from 'yaml'
import type { Source } from '../records/source.ts'
import { loadSettings } from './load-settings.ts'
import type { Mistake } from './mistake.ts'
import { replaceFile } from './replace-file.ts'

/**
 * Adds sources at the end of a sources.yaml, comments and layout left alone, and loads the settings again: when
 * something is wrong with them the file is put back as it was and every mistake is returned.
 *
 * A list between brackets (`sources: []`) becomes one with an entry a line; the comments stay.
 */
export function appendSources(
  file: string,
  sources: readonly Source[],
  env: Readonly<Record<string, string | undefined>>,
): readonly Mistake[] {
  const before = readFileSync(file, 'utf8')
  const entries = stringify(sources, { defaultKeyType: 'PLAIN', lineWidth: 0 })
  const after = `${withoutBrackets(before).trimEnd()}\n${entries.replaceAll(/^(?=.)/gmu, '  ')}`
  replaceFile(file, after)
  const loaded = loadSettings({ env })
  if (loaded.ok) return []
  replaceFile(file, before)
  return loaded.mistakes
}

function withoutBrackets(text: string): string {
  const document = parseDocument(text)
  const list = document.get('sources')
  if (!isSeq(list) || list.flow !== true || !list.range) return text
  const [start, end] = list.range
  if (list.items.length === 0)
    return `${text.slice(0, start).trimEnd()} ${text.slice(start + 1, end - 1).trimEnd()}${text.slice(end)}`
  list.flow = false
  for (const item of list.items) if (isCollection(item)) item.flow = true
  return document.toString({ lineWidth: 0 })
}
