import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'

export const REGIONS = `regions:
  - id: middle-east
    section: true
    names: { en: Middle East, tr: Orta Doğu }
    aliases: [mideast]
    countries: [TR, IR]
  - id: world
    section: false
    names: { en: World }
    aliases: []
    countries: [TR, IR, GB]
`

export const TOPICS = `topics:
  - { id: conflict, code: "medtop:16000000", names: { en: Conflict }, aliases: [war] }
`

export const SOURCES = `sources:
  - id: example-en
    name: The Example
    homepage: https://example.org/
    feed: https://example.org/rss
    country: TR
    language: en
    ownership: private
    region: middle-east
`

export const BRIEFINGS = `briefings:
  - id: morning
    title: Morning
    at: ["08:00"]
`

/**
 * Creates a config directory on disk, which is removed after the test. It is valid by default; null leaves a
 * file out.
 */
export function aConfigDirectory(files: Readonly<Record<string, string | null>> = {}): string {
  const directory = mkdtempSync(join(tmpdir(), 'dragoman-config-'))
  onTestFinished(() => rmSync(directory, { recursive: true }))
  const all = {
    'regions.yaml': REGIONS,
    'topics.yaml': TOPICS,
    'sources.yaml': SOURCES,
    'briefings.yaml': BRIEFINGS,
    ...files,
  }
  for (const [name, text] of Object.entries(all)) {
    if (text !== null) writeFileSync(join(directory, name), text)
  }
  return directory
}
