import { readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { Source } from '../../src/records/source.ts'
import { appendSources, editSources } from '../../src/settings/edit-sources.ts'
import { loadSettings } from '../../src/settings/load-settings.ts'
import { aConfigDirectory, SOURCES } from './a-config-directory.ts'

const FLOW = `# Read first.
sources:
  # The capital
  - { id: capital-en, name: Capital, homepage: "https://capital.example/",
      feed: "https://capital.example/rss",
      country: TR, language: en, ownership: private, region: middle-east } # daily
  - id: coast-en
    name: Coast
    homepage: https://coast.example/
    feed: https://coast.example/rss
    country: TR
    language: en
    ownership: private
    region: middle-east

  # The rest
  - { id: hills-en, name: Hills, homepage: "https://hills.example/", feed: "https://hills.example/rss",
      country: IR, language: en, ownership: state, region: middle-east }
`

function anEditor(sources: string) {
  const directory = aConfigDirectory({ 'sources.yaml': sources })
  const loaded = loadSettings({ env: { DRAGOMAN_CONFIG: directory } })
  if (!loaded.ok) throw new Error('the settings of the test load')
  const live = [...loaded.settings.sources]
  const file = join(directory, 'sources.yaml')
  return {
    live,
    editor: editSources(loaded.settings, live),
    text: () => readFileSync(file, 'utf8'),
    directory,
  }
}

const ids = (sources: readonly Source[]): string[] => sources.map(({ id }) => id)

const NEW: Source = {
  id: 'valley-en',
  name: 'Valley',
  homepage: 'https://valley.example/',
  feed: 'https://valley.example/rss',
  country: 'TR',
  language: 'en',
  ownership: 'independent',
  region: 'middle-east',
}

describe('editSources', () => {
  it.each([
    [
      'capital-en',
      ['coast-en', 'hills-en'],
      /^# Read first\.\nsources:\n {2}# The capital\n {2}- id: coast-en\n/u,
    ],
    ['coast-en', ['capital-en', 'hills-en'], /# daily\n\n? {2}# The rest\n/u],
    ['hills-en', ['capital-en', 'coast-en'], /# The rest\n$/u],
  ])('takes %s out and leaves the rest as it is written', async (id, left, layout) => {
    const { editor, live, text, directory } = anEditor(FLOW)
    expect(await editor.remove(id)).toEqual({ status: 'done' })
    expect(ids(live)).toEqual(left)
    expect(text()).toMatch(layout)
    const again = loadSettings({ env: { DRAGOMAN_CONFIG: directory } })
    expect(again.ok && ids(again.settings.sources)).toEqual(left)
  })

  it('adds a source to the file and to what is read', async () => {
    const { editor, live, directory } = anEditor(SOURCES)
    expect(await editor.add(NEW)).toEqual({ status: 'done' })
    expect(ids(live)).toEqual(['example-en', 'valley-en'])
    const again = loadSettings({ env: { DRAGOMAN_CONFIG: directory } })
    expect(again.ok && again.settings.sources.at(-1)).toEqual(NEW)
  })

  it.each([
    ['nothing', '[]', []],
    ['nothing but a comment', '[ # at the start\n]', []],
    [
      'a source',
      '[{ id: hills-en, name: Hills, homepage: "https://hills.example/", feed: "https://hills.example/rss", country: IR, language: en, ownership: state, region: middle-east }]',
      ['hills-en'],
    ],
  ])(
    'adds a source to a list between brackets that holds %s, and keeps the comments',
    (_what, list, held) => {
      const text = `# Read first.\nsources: ${list} # at the end\n# The rest\n`
      const directory = aConfigDirectory({ 'sources.yaml': text })
      const file = join(directory, 'sources.yaml')
      const env = { DRAGOMAN_CONFIG: directory }
      expect(appendSources(file, [NEW], env)).toEqual([])
      const again = loadSettings({ env })
      expect(again.ok && ids(again.settings.sources)).toEqual([...held, 'valley-en'])
      for (const comment of ['# Read first.', '# at the end', '# The rest'])
        expect(readFileSync(file, 'utf8')).toContain(comment)
    },
  )

  it.each([
    ['an unknown region', { ...NEW, region: 'atlantis' }],
    ['an id that is taken', { ...NEW, id: 'example-en' }],
  ])('refuses a source with %s and leaves the file alone', async (_what, source) => {
    const { editor, live, text } = anEditor(SOURCES)
    expect(await editor.add(source)).toMatchObject({ status: 'refused' })
    expect(text()).toBe(SOURCES)
    expect(ids(live)).toEqual(['example-en'])
  })

  it('refuses to remove the last source, and puts the file back', async () => {
    const { editor, live, text } = anEditor(SOURCES)
    expect(await editor.remove('example-en')).toMatchObject({ status: 'refused' })
    expect(text()).toBe(SOURCES)
    expect(ids(live)).toEqual(['example-en'])
  })

  it('names files without the directory of the server', async () => {
    const { editor, directory } = anEditor(SOURCES)
    const added = await editor.add({ ...NEW, region: 'atlantis' })
    expect(added).toMatchObject({ reason: expect.stringMatching(/^sources\.yaml:\d+ /u) })
    rmSync(join(directory, 'sources.yaml'))
    for (const answer of [await editor.add(NEW), await editor.remove('example-en')])
      expect(answer).toMatchObject({ status: 'refused', reason: expect.not.stringContaining(directory) })
  })

  it('refuses to remove what is not there', async () => {
    const { editor, text } = anEditor(SOURCES)
    expect(await editor.remove('nothing')).toEqual({
      status: 'refused',
      reason: 'sources.yaml has no source nothing',
    })
    expect(text()).toBe(SOURCES)
  })
})
