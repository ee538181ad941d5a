import type { Asker } from '../../src/chat/command.ts'
import { allCommands } from '../../src/commands/all-commands.ts'
import type { CommandContext, SourceEditor } from '../../src/commands/command-context.ts'
import { buildNameIndex } from '../../src/commands/name-index.ts'
import type { Message } from '../../src/records/message.ts'
import type { Store } from '../../src/records/ports/store.ts'
import type { Source } from '../../src/records/source.ts'
import type { BriefingRequest } from '../../src/records/subscription.ts'
import { loadSettings } from '../../src/settings/load-settings.ts'
import { knowNames } from '../../src/storage/know-names.ts'
import { openSqliteStore } from '../../src/storage/sqlite/open-sqlite-store.ts'
import { createSubjectNames } from '../../src/tagging/names/subject-names.ts'
import { createTagger, type Tagger } from '../../src/tagging/create-tagger.ts'
import { anArticle, aRead, HOUR, NOON } from '../storage/a-read.ts'
import { anAsker } from './asker.ts'

const loaded = loadSettings({ env: {} })
if (!loaded.ok) throw new Error('the settings that ship do not load')
const shipped = loaded.settings

const aSource = (own: Pick<Source, 'id' | 'name' | 'country' | 'language'>): Source => ({
  feed: `https://${own.id}.example/feed`,
  homepage: `https://${own.id}.example/`,
  ownership: 'private',
  region: 'middle-east',
  ...own,
})

const SOURCES: readonly Source[] = [
  aSource({ id: 'levant-post', name: 'Levant Post', country: 'LB', language: 'en' }),
  aSource({ id: 'bosporus', name: 'Bosporus Daily', country: 'TR', language: 'tr' }),
  aSource({ id: 'nile-wire', name: 'Nile Wire', country: 'EG', language: 'en' }),
]

// Shared, because names are the same in every newsroom and take some fifty milliseconds to index.
const nameIndex = buildNameIndex({ ...shipped, sources: SOURCES })
const subjectNames = createSubjectNames(shipped.names)

/** Created at first use: it takes some tenths of a second. */
let tagger: Tagger | undefined

/** An evening in the fake world, 18:00 in Istanbul on a Tuesday. */
export const EVENING = NOON + 3 * HOUR

export interface FakeNewsroom {
  readonly view: CommandContext
  readonly store: Store
  /** Moves the clock, in milliseconds. */
  readonly pass: (time: number) => void
  /** Asks with a typed text. */
  readonly ask: (text: string, asker?: Partial<Asker>) => Promise<Message>
  /** Asks and returns the text of an answer that is a notice. */
  readonly told: (text: string, asker?: Partial<Asker>) => Promise<string>
}

/**
 * Creates a newsroom with a real store in memory: a bridge in Syria that two outlets report on, a strike in
 * Turkey, a dam in Sudan. Ids of new subscriptions are the same in each run.
 */
export async function aNewsroom({
  sources,
  briefings = [],
}: {
  readonly sources?: Partial<SourceEditor> | null
  readonly briefings?: readonly BriefingRequest[]
} = {}): Promise<FakeNewsroom> {
  const store = knowNames(await openSqliteStore(':memory:'), subjectNames)
  await keepTheDay(store)
  const settings = { ...shipped, sources: SOURCES, briefings }
  let now = EVENING
  let dice = 0
  const view: CommandContext = {
    archive: store,
    settings,
    nameIndex,
    subscriptions: store,
    pages: { root: 'https://news.example', keys: store },
    sources:
      sources === null
        ? null
        : {
            find: () => Promise.resolve({ status: 'none' }),
            add: () => Promise.resolve({ status: 'done' }),
            remove: () => Promise.resolve({ status: 'done' }),
            ...sources,
          },
    now: () => now,
    findings: (query) => store.findings(query),
    reportCounts: (query) => store.reportCounts(query),
    storySizes: (query) => store.storySizes(query),
    sourcesSince: () => store.sourcesSince(),
    feedStates: () => store.feedStates(),
    search: (wish) => store.search(wish),
    articlesOf: (sourceId, most) => store.articlesOf(sourceId, most),
    seenBetween: (moments, sourceId) => store.seenBetween(moments, sourceId),
    sourceHealth: () => Promise.resolve([]),
    articleByUrl: (url) => store.articleByUrl(url),
    explainTags: (article) => Promise.resolve((tagger ??= createTagger()).explain(article)),
    storyDeliveries: (storyId, subscriptions) => store.storyDeliveries(storyId, subscriptions),
  }
  const commands = allCommands(view, () => (dice = (dice + 0.37) % 1))
  const ask = (text: string, own: Partial<Asker> = {}): Promise<Message> =>
    commands.answer(commands.read(text), anAsker(own))
  return {
    view,
    store,
    pass(time) {
      now += time
    },
    ask,
    async told(text, own) {
      const message = await ask(text, own)
      return message.kind === 'notice' ? message.text : `(${message.kind})`
    },
  }
}

async function keepTheDay(store: Store): Promise<void> {
  const bridge = anArticle(
    {
      id: 'bridge-1',
      sourceId: 'levant-post',
      url: 'https://levant-post.example/bridge',
      title: 'Bridge over the Euphrates opens to lorries',
      text: 'The bridge at Raqqa opened to lorries on Tuesday. Engineers had worked on it for a year.',
      ...seen(-2),
    },
    { countries: about('SY'), people: [{ name: 'Lina Haddad' }] },
  )
  const bridgeToo = anArticle(
    {
      id: 'bridge-2',
      sourceId: 'bosporus',
      url: 'https://bosporus.example/kopru',
      title: 'Fırat üzerindeki köprü kamyonlara açıldı',
      text: 'Rakka yakınındaki köprü salı günü kamyonlara açıldı.',
      ...seen(-1),
    },
    { language: 'tr', countries: about('SY') },
  )
  const strike = anArticle(
    {
      id: 'strike',
      sourceId: 'bosporus',
      url: 'https://bosporus.example/grev',
      title: 'Liman işçileri greve çıktı',
      text: 'Mersin limanında işçiler greve çıktı. Vinçler durdu.',
      ...seen(1),
    },
    { language: 'tr', countries: about('TR') },
  )
  const dam = anArticle(
    {
      id: 'dam',
      sourceId: 'nile-wire',
      url: 'https://nile-wire.example/dam',
      title: 'Shelling halts work at Sudan dam',
      text: 'Work at the Merowe dam stopped after shelling. The river is low this spring.',
      ...seen(2),
    },
    { countries: about('SD'), topics: conflict },
  )
  for (const article of [bridge, bridgeToo, strike, dam]) {
    const storyId = article.id.startsWith('bridge') ? 'sbridge' : `s${article.id}`
    await store.keepRead(aRead([article], { sourceId: article.sourceId }, { storyId }))
  }
}

const about = (...codes: string[]) => codes.map((code) => ({ code, score: 1, focus: true }))
const conflict = [{ code: 'medtop:16000000' as const, score: 1 }]
const seen = (hour: number) => ({ seenAt: NOON + hour * HOUR, publishedAt: NOON + hour * HOUR - 60_000 })
