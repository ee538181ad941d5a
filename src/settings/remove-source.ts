import { readFileSync } from 'node:fs'
import { isMap, isSeq, parseDocument } from 'yaml'
import { replaceFile } from './replace-file.ts'

/**
 * Takes a source out of a sources.yaml; everything else stays as it is written, comments and layout too. False, and nothing
 * changed, when no entry has this id.
 */
export function removeSource(file: string, id: string): boolean {
  const text = readFileSync(file, 'utf8')
  const list = parseDocument(text).get('sources')
  if (!isSeq(list)) return false
  const entry = list.items.find((item) => isMap(item) && item.get('id') === id)
  if (!isMap(entry) || !entry.range) return false
  const [start, , end] = entry.range
  const from = text.lastIndexOf('\n', start - 1) + 1
  // The value of a block entry ends where the next line begins; that of one between braces, within its line.
  const lineEnd = text.indexOf('\n', Math.max(end - 1, 0))
  replaceFile(file, text.slice(0, from) + (lineEnd < 0 ? '' : text.slice(lineEnd + 1)))
  return true
}
