import { readFileSync } from 'node:fs'
import { isMap, isSeq, parseDocument } from 'yaml'
import { loadSettings } from './load-settings.ts'
import type { Mistake } from './mistake.ts'
import { replaceFile } from './replace-file.ts'

/**
 * Takes a source out of a sources.yaml; everything else stays as it is written, comments and layout too. Loads the settings
 * again: when something else needs the source, the file is put back as it was and every mistake is returned. Null, and
 * nothing changed, when no entry has this id.
 */
export function removeSource(
  file: string,
  id: string,
  env: Readonly<Record<string, string | undefined>>,
): readonly Mistake[] | null {
  const before = readFileSync(file, 'utf8')
  const after = withoutEntry(before, id)
  if (after === null) return null
  replaceFile(file, after)
  const loaded = loadSettings({ env })
  if (loaded.ok) return []
  replaceFile(file, before)
  return loaded.mistakes
}

function withoutEntry(text: string, id: string): string | null {
  const list = parseDocument(text).get('sources')
  if (!isSeq(list)) return null
  const entry = list.items.find((item) => isMap(item) && item.get('id') === id)
  if (!isMap(entry) || !entry.range) return null
  const [start, , end] = entry.range
  const from = text.lastIndexOf('\n', start - 1) + 1
  // The value of a block entry ends where the next line begins; that of one between braces, within its line.
  const lineEnd = text.indexOf('\n', Math.max(end - 1, 0))
  return text.slice(0, from) + (lineEnd < 0 ? '' : text.slice(lineEnd + 1))
}
