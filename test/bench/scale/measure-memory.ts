import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { ROLES } from '../../../src/cli/roles/roles.ts'
import { DISCORD_TOKEN } from '../../drill/platform/discord-stand-in.ts'
import { openPlatforms } from '../../drill/platform/open-platforms.ts'
import { SLACK_APP_TOKEN, SLACK_TOKEN } from '../../drill/platform/slack-stand-in.ts'
import { createPoints } from '../../drill/points.ts'
import type { OwnPostgres } from '../../fakes/an-own-postgres.ts'
import { startProcess } from './start-process.ts'

/** Milliseconds after a start until memory that only the start needed is released. */
const SETTLING_MS = 20_000

/**
 * Measures the memory of an idle process of each role, and of one that has all roles, with both chats
 * connected.
 */
export async function measureMemory(server: OwnPostgres): Promise<void> {
  const platforms = await openPlatforms({
    slackChannels: [],
    discordChannels: [],
    discordForums: [],
    doomed: new Map(),
    now: Date.now,
    random: Math.random,
    points: createPoints(),
    life: () => 1,
    kill: () => false,
  })
  const chats = {
    SLACK_API_URL: platforms.slackUrl,
    SLACK_BOT_TOKEN: SLACK_TOKEN,
    SLACK_APP_TOKEN,
    DISCORD_TOKEN,
    DRILL_DISCORD_API: platforms.discordUrl,
  }
  await server.ask('postgres', 'drop database if exists memory with (force)')
  const url = await server.database('memory')
  console.log(`memory: MB resident, ${SETTLING_MS / 1000} s after the start with nothing to do`)
  for (const role of ROLES) {
    const env = { ...chats, DATABASE_URL: url, DRAGOMAN_WEB_PORT: '0' }
    console.log(`  ${role.padEnd(10)} ${await settled(role, ['--role', role], env)}`)
  }
  console.log(`  all        ${await settled('all', [], chats)} (SQLite, both chats)`)
  await server.ask('postgres', 'drop database memory with (force)')
  await platforms.close()
}

async function settled(
  name: string,
  args: readonly string[],
  env: Readonly<Record<string, string>>,
): Promise<number> {
  const directory = mkdtempSync(join(tmpdir(), 'dragoman-scale-data-'))
  const started = startProcess(name, args, {
    ...env,
    DRAGOMAN_DATA: directory,
    DRAGOMAN_CONFIG: 'test/bench/scale/no-sources',
  })
  await started.said('"msg":"started"')
  await wait(SETTLING_MS)
  const { now } = started.memory()
  await started.stop()
  rmSync(directory, { recursive: true })
  return now
}
