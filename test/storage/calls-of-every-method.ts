import { aHubSubscription } from '../contracts/store-hub.ts'
import { anAsker } from '../fakes/asker.ts'
import { NEVER_READ } from '../../src/records/feed-state.ts'
import type { Store } from '../../src/records/ports/store.ts'
import { parseExpression } from '../../src/subscriptions/expression/parse-expression.ts'
import { aSubscription } from '../schedule/a-subscription.ts'
import { FAILED, SENT, aClaim } from './a-claim.ts'
import { aCorrection } from './a-correction.ts'
import { aDecision } from './a-decision.ts'
import { HOUR, NOON, aRead, anArticle } from './a-read.ts'
import { aTold } from './a-told.ts'

const LATER = NOON + HOUR
const DAY = 24 * HOUR
const SLACK = { platform: 'slack', kind: 'installation', id: 'T1' } as const
const CHANNEL = { platform: 'slack', workspace: 'T1', channel: 'C1' } as const
const IN_CHANNEL = 'slack:T1/C1'

const storm = anArticle({ id: 'storm', title: 'Storm closes harbour', seenAt: NOON })
const ferry = anArticle(
  {
    id: 'ferry',
    title: 'Ferry waits for the storm',
    text: 'Grain waits.',
    publishedAt: null,
    seenAt: NOON + 1,
  },
  { countries: [{ code: 'TR', score: 1, focus: true }] },
)
const NEVER_FOUND = {
  etag: null,
  lastModified: null,
  foundAt: null,
  missingSince: null,
  removedAt: null,
}
const told = [{ storyId: 'S', articles: ['storm@1'] }]
const decided = (outboxId: string, subscription = 'morning', destination = IN_CHANNEL) =>
  aDecision({ outboxId, slot: outboxId, subscription, destination, told })
const morning = aSubscription({ id: 'morning', to: IN_CHANNEL, owner: 'slack:T1/ada' })

/**
 * Calls of a store, in this order. Together they use every method and every kind of answer: lists, maps,
 * sets, null, nothing.
 */
export const CALLS: Readonly<Record<string, (store: Store) => Promise<unknown>>> = {
  'what is read': async (store) => [
    await store.keepRead(aRead([storm], {}, { storyId: 'S' })),
    await store.keepRead(aRead([ferry], { sourceId: 'liman' }, { storyId: 'F', mergedStoryIds: ['old'] })),
    await store.feedStates(),
    await store.knownVersions(['storm', 'ferry', 'unknown']),
    await store.keptPerSource(),
  ],
  'articles with their places': async (store) => [
    await store.placedArticles(0),
    await store.placedArticles(0, [storm.id, 'nowhere']),
    await store.storyPlaces(0),
    await store.settledUntil(),
    await store.keepSettled({
      placements: [{ articleId: 'ferry', storyId: 'F', copyOf: null, agency: null, mergedStoryIds: [] }],
      hour: 7,
      at: LATER,
    }),
    await store.settledUntil(),
    await store.keepLastAnswers(
      new Map([
        ['slack:T1/a', 'said'],
        ['slack:T1/b', null],
      ]),
      2,
      1,
    ),
    await store.lastAnswers(['slack:T1/a', 'slack:T1/b'], 1),
    await store.articleByUrl(storm.url ?? ''),
    await store.articleByUrl('https://nowhere.example/'),
    await store.versions('storm'),
  ],
  stories: async (store) => [
    await store.storyHeads({ from: 0, to: LATER }),
    await store.headsHolding(['storm', 'unknown']),
    await store.stories(['S', 'old', 'unknown']),
    await store.stories([]),
    await store.storylines(['S', 'old', 'unknown']),
  ],
  'what is searched': async (store) => {
    const parsed = parseExpression('grain OR harbour')
    if (parsed.status !== 'parsed') throw new Error('it is an expression')
    return [
      await store.search({ words: 'storm', order: 'newest', limit: 1, offset: 0 }),
      await store.search({ words: 'nothing', order: 'newest', limit: 1, offset: 0 }),
      await store.storiesSaying(parsed.expression, { from: 0, to: LATER }),
    ]
  },
  subscriptions: async (store) => [
    await store.addSubscription(morning),
    await store.addSubscription(morning),
    await store.changeSubscription(morning, { ...morning, title: 'Renamed' }),
    await store.keepSubscription(aSubscription({ id: 'evening', to: 'terminal:here' })),
    await store.subscriptions(),
    await store.subscriptions({ id: 'none' }),
  ],
  decisions: async (store) => [
    await store.decide(decided('first')),
    await store.decide(decided('first')),
    await store.decideAll([decided('second'), decided('third', 'evening', 'terminal:here')]),
    await store.ledgers(['morning', 'evening', 'none'], 0),
  ],
  'what was told': async (store) => [
    await store.keepAnswered('terminal:here', 'first evening', [aTold('F')]),
    await store.told(IN_CHANNEL),
    await store.toldApart(['morning'], 0),
    await store.toldStates([IN_CHANNEL, 'terminal:here', 'slack:T1/C2'], 0),
    await store.storyDeliveries('S', ['morning', 'evening']),
    await store.toldBySubscription(['evening'], 0),
  ],
  'what goes out': async (store) => [
    await store.claim(aClaim()),
    await store.keepParts('first', [{ number: 0, state: 'arrived', id: '1', tells: ['S'] }]),
    await store.keepParts('unknown', []),
    await store.settle('first', NOON, SENT),
    await store.settle('second', NOON, FAILED),
    await store.settle('unknown', NOON, SENT),
    await store.deliveries(0),
    await store.messages(['first', 'second', 'unknown']),
    await store.undeliveredVersions([IN_CHANNEL, 'terminal:here'], 0),
  ],
  'tokens that are refused': async (store) => [
    await store.decide(decided('refused', 'morning', IN_CHANNEL)),
    await store.claim(aClaim()),
    await store.settle('refused', NOON, {
      status: 'postponed',
      reason: 'x',
      retryAt: NOON,
      refused: { account: 'slack:T1', reason: 'token_revoked' },
    }),
    await store.refusedAccounts(),
    await store.findings({ kinds: ['saying'], most: 9 }),
    await store.seenBetween([0, 1, 2]),
    await store.reportCounts({
      about: {},
      from: 0,
      to: LATER,
      stepMs: HOUR,
      clock: [{ from: 0, aheadMs: 0 }],
    }),
    await store.storySizes({ about: {}, from: 0, to: LATER, leastOutlets: 1, most: 1 }),
    await store.sourcesSince(),
    await store.articlesOf('harbour-post', 3),
    await store.acceptAccount('slack:T1', NOON, []),
    await store.acceptAccount('slack:T1', NOON, []),
  ],
  'keys of people': async (store) => [
    await store.keepAccessKey(
      {
        id: 'k1',
        kind: 'session',
        hash: 'hash',
        person: 'slack:T1/ada',
        visitor: anAsker(),
        createdAt: NOON,
        expiresAt: NOON + 1,
        usedAt: null,
      },
      1,
    ),
    await store.useAccessKey('session', 'hash', NOON),
    await store.accessKeys('slack:T1/ada', NOON),
    await store.revokeAccessKey('slack:T1/ada', 'k2'),
    await store.pruneAccessKeys(LATER),
  ],
  'who is told of our feeds': async (store) => [
    await store.keepHubSubscription(aHubSubscription(), { all: 5, ofOrigin: 5 }),
    await store.takeDueHubSubscriptions(LATER, LATER + 1, 10),
    await store.settleHubSubscription(aHubSubscription({ sent: 'newer' })),
    await store.endHubSubscription(aHubSubscription()),
  ],
  'pages that were told': async (store) => [
    await store.takeDuePages({ now: LATER, toldSince: 0, until: LATER + 1, hostRestsMs: 1, most: 1 }),
    await store.keepLook('storm', NEVER_FOUND, LATER, null),
    await store.pagesBeside('storm', 0),
    await store.postsWithPages(0, 0),
  ],
  'what owners are told': async (store) => [
    await store.loseDestination('slack:T1/C5', NOON, {
      reason: 'gone',
      notices: [
        {
          to: 'slack:@T1/ada',
          language: 'en',
          cause: { kind: 'paused', refusal: 'archived', reason: 'gone' },
          touched: { subscription: 'morning', title: 'Morning', destination: 'slack:T1/C5' },
        },
      ],
    }),
    await store.dueNotices(LATER),
    await store.tellNotice({ id: 'notice 1', changes: 99, at: LATER, message: null }),
    await store.rejections(0),
    await store.waiting(LATER),
    await store.sendAgain('none', LATER, 0),
    await store.resumeDestination('slack:T1/C5'),
  ],
  'destinations that fail': async (store) => [
    await store.settle('third', NOON, {
      ...FAILED,
      health: { state: 'paused', failures: 3, rejections: 0, reason: 'channel is gone' },
    }),
    await store.destinations(),
    await store.resumeDestination('terminal:here'),
    await store.resumeDestination('terminal:here'),
  ],
  corrections: async (store) => {
    const newer = anArticle({ ...storm, version: 2, contentHash: 'storm@2', title: 'Storm opens harbour' })
    await store.keepRead(aRead([newer], {}, { storyId: 'S' }))
    const correction = aCorrection({ outboxId: 'first', corrected: [{ articleId: 'storm', version: 2 }] })
    return [
      await store.outdatedPosts(0, 0),
      await store.correct({ ...correction, destination: IN_CHANNEL }),
      await store.correct({ ...correction, destination: IN_CHANNEL }),
    ]
  },
  preferences: async (store) => [
    await store.quietHours(),
    await store.preferences(IN_CHANNEL),
    await store.keepPreferences(IN_CHANNEL, { zone: 'Europe/Istanbul', language: 'tr', quiet: null }),
    await store.preferences(IN_CHANNEL),
  ],
  mutes: async (store) => [
    await store.muteStory(IN_CHANNEL, 'S', NOON),
    await store.muted(),
    await store.unmuteStory(IN_CHANNEL, 'S'),
    await store.muted(),
    await store.addReaderRule(
      {
        id: 'rule',
        workspace: 'slack:T1',
        correction: { kind: 'wrong-name', name: 'Van Province' },
        about: ['Quake'],
        state: 'proposed',
        by: { person: 'slack:T1/ada', name: 'Ada' },
        at: NOON,
      },
      10,
    ),
    await store.acceptReaderRule('slack:T1', 'rule', { person: 'slack:T1/bob', name: 'Bob' }),
    await store.readerRules('slack:T1'),
    await store.removeReaderRule('slack:T1', 'rule'),
  ],
  'what was changed': async (store) => [
    await store.keepChange({
      by: 'slack:T1/ada',
      place: IN_CHANNEL,
      at: NOON,
      changes: [{ kind: 'subscription', before: null, after: morning }],
    }),
    await store.keptChanges('slack:T1/ada', IN_CHANNEL, NOON),
    await store.forgetChange(1),
  ],
  'what adapters remember': async (store) => [
    await store.recall(SLACK),
    await store.remember(SLACK, 'sealed'),
    await store.recallAll(SLACK),
    await store.recordEvent('slack', 'Ev1', NOON),
    await store.recordEvent('slack', 'Ev1', NOON),
    await store.forget(SLACK),
    await store.recall(SLACK),
  ],
  'places that move and go': async (store) => [
    await store.pauseSubscriptionsOf(CHANNEL, LATER),
    await store.moveChannel(CHANNEL, 'C9'),
    await store.subscriptions({ to: 'slack:T1/C9' }),
    await store.leaveWorkspace({ platform: 'slack', workspace: 'T1' }, LATER),
    await store.returnToWorkspace({ platform: 'slack', workspace: 'T1' }, LATER + 1, LATER + 1),
    await store.forgetLeftWorkspace(LATER),
    await store.forgetWorkspace({ platform: 'slack', workspace: 'T1' }),
  ],
  'what is let go': async (store) => {
    // The page counts of a file and of memory differ.
    const { bytes: _bytes, ...counts } = await store.counts()
    return [
      counts,
      await store.pruneDecided(NOON + 30 * DAY),
      await store.pruneHandles(NOON + 30 * DAY),
      await store.pruneArticles(NOON + 30 * DAY),
      await store.boundSource('liman', { bytes: 1, remembered: 1, at: LATER }),
      await store.keepRead({
        sourceId: 'liman',
        state: NEVER_READ,
        articles: [],
        printed: { lines: [{ line: 'a', articles: 1, about: [['dam']], seenAt: NOON }], most: 9 },
      }),
      await store.printedLines('liman', ['a', 'b']),
      await store.tidySearch(),
    ]
  },
  'a fault': async (store) =>
    // No store overwrites an existing file.
    store
      .backup(import.meta.filename)
      .catch(({ code, message }: { code: string; message: string }) => [code, message]),
}
