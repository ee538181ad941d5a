import { describe, expect, it } from 'vitest'
import { loadSettings } from '../../src/settings/load-settings.ts'
import { knowNames } from '../../src/storage/know-names.ts'
import { openSqliteStore } from '../../src/storage/sqlite/open-sqlite-store.ts'
import { parseExpression } from '../../src/subscriptions/expression/parse-expression.ts'
import { createTagger } from '../../src/tagging/create-tagger.ts'
import { createSubjectNames } from '../../src/tagging/names/subject-names.ts'
import { aRead, anArticle, HOUR, NOON } from './a-read.ts'

const loaded = loadSettings({ env: {} })
const names = loaded.ok ? loaded.settings.names : []

/** One article for each subject, in another script than it is searched in. */
const ARTICLES: Readonly<Record<string, readonly [language: string, title: string]>> = {
  araghchi: ['ar', 'التقى عباس عراقجي الصحفيين'],
  oakfield: ['ru', 'Суд отказал Бренде Камневой в иске'],
  un: ['ru', 'В ООН подтвердили это'],
  hamas: ['ar', 'قالت حماس إن المحادثات مستمرة'],
  aleppo: ['ar', 'السوق القديم في حلب يفتح أبوابه'],
  nothing: ['en', 'Who says what to whom'],
}

async function aStore() {
  const store = await openSqliteStore(':memory:')
  const tagger = createTagger({ names })
  for (const [id, [language, title]] of Object.entries(ARTICLES)) {
    const tags = tagger.tag({ title, text: title, language })
    await store.keepRead(aRead([anArticle({ id, title, text: title }, tags)], {}, { storyId: id }))
  }
  return knowNames(store, createSubjectNames(names))
}

describe('a subject is found in every spelling', () => {
  it.each([
    ['araghchi', 'Araqchi'],
    ['araghchi', 'عراقچی'],
    ['araghchi', 'Аракчи'],
    ['oakfield', '"Brenda Kamneva"'],
    ['oakfield', '"Бренда Камнева"'],
    ['un', 'UN'],
    ['un', '"United Nations"'],
    ['un', '"الأمم المتحدة"'],
    ['hamas', 'Hamas'],
    ['hamas', 'ХАМАС'],
    ['aleppo', 'Aleppo'],
    ['aleppo', 'Халеб'],
    ['aleppo', 'Halep'],
  ])('%s by %s', async (id, typed) => {
    const store = await aStore()
    const parsed = parseExpression(typed)
    if (parsed.status !== 'parsed') throw new Error(typed)
    const window = { from: NOON - HOUR, to: NOON + HOUR }
    expect(await store.storiesSaying(parsed.expression, window)).toEqual(new Set([id]))
    const about = { ...window, from: NOON - 2 * HOUR, about: { expression: parsed.expression } }
    expect((await store.storyHeads(about)).map((head) => head.id)).toContain(id)
    const words = typed.replaceAll('"', '')
    const { hits } = await store.search({ words, order: 'newest', limit: 9, offset: 0 })
    expect(hits.map(({ article }) => article.id)).toEqual([id])
  })

  it('initials by the tag alone, since they are words elsewhere', async () => {
    const store = await aStore()
    const title = 'Un pain sur trois vient d’un four à bois'
    const bread = anArticle({ id: 'bread', title, text: title }, { language: 'fr' })
    await store.keepRead(aRead([bread], {}, { storyId: 'bread' }))
    const window = { from: NOON - HOUR, to: NOON + HOUR }
    expect(await store.storiesSaying({ kind: 'term', text: 'UN' }, window)).toEqual(new Set(['un']))
    expect(await store.storiesSaying({ kind: 'term', text: 'pain' }, window)).toEqual(new Set(['bread']))
  })
})
