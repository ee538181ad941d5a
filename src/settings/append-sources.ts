import { readFileSync } from 'node:fs'
import { stringify } from 'yaml'
import type { Source } from '../feeds/source.ts'
import { loadSettings } from './load-settings.ts'
import type { Mistake } from './mistake.ts'
import { replaceFile } from './replace-file.ts'

/**
 * Adds sources at the end of a sources.yaml, comments and layout left alone, and loads the settings again: when
 * something is wrong with them the file is put back as it was and every mistake is returned.
 */
export function appendSources(
  file: string,
  sources: readonly Source[],
  env: Readonly<Record<string, string | undefined>>,
): readonly Mistake[] {
  const before = readFileSync(file, 'utf8')
  const entries = stringify(sources, { defaultKeyType: 'PLAIN', lineWidth: 0 })
  const after = `${before.trimEnd()}\n${entries.replaceAll(/^(?=.)/gmu, '  ')}`
  replaceFile(file, after)
  const loaded = loadSettings({ env })
  if (loaded.ok) return []
  replaceFile(file, before)
  return loaded.mistakes
}
