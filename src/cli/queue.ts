import type { Command } from 'commander'
import { GIVE_UP_MS } from '../delivery/judge-failure.ts'
import type { Delivery, ResendResult } from '../records/delivery.ts'
import { storeOf } from '../storage/open-store.ts'
import { hideSecrets } from '../text/hide-secrets.ts'
import { type CliContext, EXIT, Exit, openSettings } from './cli-context.ts'
import { utcMinute } from './examine.ts'

const DAY_MS = 24 * 3_600_000

/** How far back to look. Older messages were given up. */
const DAYS_BACK = 3

const DEAD_STATES: ReadonlySet<Delivery['state']> = new Set(['failed', 'uncertain'])

/** Adds `dragoman queue`: lists messages that wait or were given up, and lets a person send one again. */
export function addQueue(program: Command, context: CliContext): void {
  const queue = program
    .command('queue')
    .description('list messages that wait to be sent and messages that failed; the bot may be running')
    .option('--dead', 'only those that will not be tried again')
    .option('--json', 'print them as JSON')
    .action(async ({ dead = false, json = false }: { readonly dead?: boolean; readonly json?: boolean }) => {
      await using store = await storeOf(await openSettings(context)).openKept('readOnly')
      const decided = await store.deliveries(Date.now() - DAYS_BACK * DAY_MS)
      const shown = decided.filter(({ state }) => DEAD_STATES.has(state) || (!dead && state !== 'sent'))
      context.output.write(`${json ? JSON.stringify(shown) : sayQueue(shown)}\n`)
    })
  queue
    .command('again <id>')
    .description('send a failed or doubtful message again; parts that surely arrived are not repeated')
    .action(async (id: string) => {
      await using store = await storeOf(await openSettings(context)).openKept('beside')
      const now = Date.now()
      const status = await store.sendAgain(id, now, now - GIVE_UP_MS)
      if (status !== 'waits') throw new Exit(EXIT.usage, `dragoman: ${REFUSED[status](id)}`)
      context.output.write(`${id} waits to be sent; a bot that runs does so within seconds\n`)
    })
}

const REFUSED: Readonly<Record<Exclude<ResendResult, 'waits'>, (id: string) => string>> = {
  unknown: (id) => `there is no message ${id}; \`dragoman queue\` lists them`,
  'not-failed': (id) => `${id} has arrived or is tried still; only what failed or is in doubt is sent again`,
  'too-old': (id) => `${id} is older than six hours: its stories are in the next briefing there`,
}

/**
 * Formats a message on each line: "notice 12 failed 2026-03-10 08:00 UTC slack:T1/C1 3 tries The channel is
 * gone."
 */
function sayQueue(messages: readonly Delivery[]): string {
  if (messages.length === 0) return 'nothing waits, and nothing failed in the last three days'
  const width = Math.max(...messages.map(({ outboxId }) => outboxId.length))
  return messages
    .map(({ outboxId, state, at, destination, attempts, reason }) =>
      [
        outboxId.padEnd(width),
        state.padEnd('uncertain'.length),
        utcMinute(at),
        destination,
        attempts === 1 ? '1 try' : `${attempts} tries`,
        hideSecrets(reason ?? ''),
      ]
        .join('  ')
        .trimEnd(),
    )
    .join('\n')
}
