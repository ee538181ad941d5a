import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { createSlack } from '../../adapters/slack/index.ts'
import { destinationTools } from '../../src/cli/open-chats.ts'
import { createSender } from '../../src/delivery/create-sender.ts'
import type { Message } from '../../src/records/message.ts'
import type { Store } from '../../src/records/ports/store.ts'
import { openSqliteStore } from '../../src/storage/sqlite/open-sqlite-store.ts'
import { aBriefing } from '../fakes/briefings.ts'
import { aPost } from '../fakes/posting.ts'
import { aWorstDay } from '../fakes/worst-day.ts'
import { leastSeconds, openSlackStub, type SlackStub } from './slack-stub.part.ts'

interface Crowd {
  readonly workspaces: number
  readonly channelsEach: number
}

/** The workspace limit dominates. */
const CROWDED: Crowd = { workspaces: 5, channelsEach: 400 }

/** Only this machine is the limit. */
const MANY: Crowd = { workspaces: 200, channelsEach: 10 }

/** One call of this many fails although Slack is well. */
const FAULTS_IN = 250
const NO_FAULTS = Infinity

const silent = {
  debug: () => undefined,
  info: () => undefined,
  warn: () => undefined,
  error: () => undefined,
}
const noOwners = { ofDestination: async () => [], ofSubscription: async () => null }

/**
 * Delivers to 2,000 channels at once under Slack's rate limits. Prints the time beside the minimum that these
 * allow, and how many messages were lost, doubled or refused. The last row shows the cost of faults: a failed
 * call is retried half a minute later, so its time is that of the unluckiest.
 */
export async function run(): Promise<void> {
  const short: Message = { kind: 'briefing', briefing: aBriefing() }
  const worst = aWorstDay()
  const sections = worst.sections.map((section) => ({ ...section, stories: section.stories.slice(0, 10) }))
  const long: Message = { kind: 'briefing', briefing: { ...worst, sections } }
  await deliver(short, CROWDED, NO_FAULTS)
  await deliver(short, MANY, NO_FAULTS)
  await deliver(long, MANY, NO_FAULTS)
  await deliver(long, MANY, FAULTS_IN)
}

async function deliver(message: Message, crowd: Crowd, faultsIn: number): Promise<void> {
  const directory = await mkdtemp(path.join(tmpdir(), 'dragoman-slack-'))
  const store = await openSqliteStore(path.join(directory, 'slack.sqlite'))
  const stub = await openSlackStub(faultsIn)
  const adapter = createSlack({
    settings: {
      entrance: { kind: 'socket', appToken: 'xapp-bench' },
      access: { kind: 'one', token: 'xoxb-bench' },
      admins: [],
      subscribers: 'everyone',
      unfurls: [],
      apiUrl: stub.url,
    },
    tools: {
      memory: store,
      topicName: (code) => code,
      zone: 'UTC',
      language: 'en',
      log: silent,
      now: Date.now,
      drawPictures: () => Promise.resolve([]),
      ...destinationTools(store),
      loseDestination: () => Promise.resolve(),
      noteAcknowledged: () => undefined,
      endProgram: (error) => {
        throw error
      },
    },
  })
  try {
    const parts = (await adapter.post('T999/T999X0', message, aPost('first'))).messageIds.length
    const calls = stub.counts.calls
    await decideAll(store, message, crowd)
    const sender = createSender({
      outbox: store,
      adapters: [adapter],
      owners: noOwners,
      now: Date.now,
      random: Math.random,
    })
    const started = performance.now()
    let left = crowd.workspaces * crowd.channelsEach
    let uncertain = 0
    while (left > 0) {
      const report = await sender.deliver()
      left -= report.sent.length + report.failed.length + report.uncertain.length
      uncertain += report.uncertain.length + report.failed.length
      if (left > 0) await new Promise((resolve) => setTimeout(resolve, 250))
    }
    tell(crowd, stub, { parts, calls, uncertain, seconds: (performance.now() - started) / 1000 })
  } finally {
    await stub.close()
    await store.close()
    await rm(directory, { recursive: true })
  }
}

async function decideAll(store: Store, message: Message, { workspaces, channelsEach }: Crowd): Promise<void> {
  for (let team = 0; team < workspaces; team += 1)
    await store.decideAll(
      Array.from({ length: channelsEach }, (_, channel) => ({
        outboxId: `row-${team}-${channel}`,
        subscription: `s-${team}-${channel}`,
        destination: `slack:T${team}/T${team}X${channel}`,
        slot: '2026-03-09 08:00',
        at: Date.now(),
        message,
        told: [],
      })),
    )
}

function tell(
  { workspaces, channelsEach }: Crowd,
  { shown, counts }: SlackStub,
  { parts, calls, uncertain, seconds }: { parts: number; calls: number; uncertain: number; seconds: number },
): void {
  const channels = [...shown].filter(([channel]) => !channel.startsWith('T999'))
  const due = workspaces * channelsEach
  const lost = due - channels.filter(([, texts]) => texts.length >= parts).length
  const doubled = channels.filter(([, texts]) => texts.length > parts).length
  const total = due * parts
  const allowed = leastSeconds(channelsEach * parts)
  const pace =
    allowed > 0
      ? `${(seconds / allowed).toFixed(2)} times the ${allowed} s that the rates allow at best`
      : `${Math.round(total / seconds)} messages a second, all of which the rates allow at once`
  console.log(
    `slack: ${parts} ${parts === 1 ? 'part' : 'parts'} to ${due} channels of ${workspaces} workspaces: ${seconds.toFixed(1)} s, ${pace}; lost ${lost}, doubled ${doubled}, flagged ${uncertain}; ${counts.calls - calls} calls, ${counts.tooFast} times 429, ${counts.faults} times service_unavailable`,
  )
}
