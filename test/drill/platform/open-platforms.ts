import { createServer } from 'node:http'
import { ChannelType } from 'discord.js'
import { openGateway } from '../../fakes/discord/discord-gateway.ts'
import { openSocketServer } from '../../fakes/slack/socket-server.ts'
import type { Points } from '../points.ts'
import { createFaultChooser, type FaultPlan } from './choose-faults.ts'
import { DISCORD_GUILD, DISCORD_TOKEN, discordStandIn } from './discord-stand-in.ts'
import { openFront, type Front } from './open-front.ts'
import type { LoggedCall, PlatformName, ShownMessage } from './platform-log.ts'
import { SLACK_TEAM, slackStandIn } from './slack-stand-in.ts'

export interface PlatformsOptions {
  /** Channel ids. */
  readonly slackChannels: readonly string[]
  readonly discordChannels: readonly string[]
  readonly discordForums: readonly string[]
  /** Destinations that are archived or deleted after this many messages. */
  readonly doomed: ReadonlyMap<string, number>
  /** Milliseconds of the bot's clock. */
  readonly now: () => number
  /** 0 to 1. */
  readonly random: () => number
  readonly points: Points
  readonly life: () => number
  /** Kills the bot; returns true if it was alive. */
  readonly kill: (point: string) => boolean
}

/** Slack and Discord, each with its API and its socket, and a log of all requests. */
export interface Platforms {
  readonly slackUrl: string
  readonly discordUrl: string
  readonly log: readonly LoggedCall[]
  readonly shown: readonly ShownMessage[]
  begin(faults: FaultPlan): void
  /** Refuses connections to both APIs, or accepts them again. */
  refuse(isOn: boolean): Promise<void>
  resetUnread(isOn: boolean): void
  /** Closes connections whose answers are withheld. */
  letGo(): void
  /** Real milliseconds since something was last asked or answered; 0 while a call is in progress. */
  quietFor(): number
  close(): Promise<void>
}

export async function openPlatforms(options: PlatformsOptions): Promise<Platforms> {
  const { doomed, now, random, points } = options
  const log: LoggedCall[] = []
  const shown: ShownMessage[] = []
  const chooser = createFaultChooser(random)
  const isGone = (place: string): boolean => {
    const most = doomed.get(place)
    return (
      most !== undefined && shown.filter((one) => one.place === place && one.under === null).length >= most
    )
  }
  const socket = await openSocketServer()
  const gatewayServer = createServer()
  await new Promise<void>((listening) => gatewayServer.listen(0, '127.0.0.1', listening))
  const address = gatewayServer.address()
  const gatewayUrl = `ws://127.0.0.1:${typeof address === 'object' && address !== null ? address.port : 0}`
  const channels = [
    ...options.discordChannels.map((id) => ({ id })),
    ...options.discordForums.map((id) => ({ id, type: ChannelType.GuildForum })),
  ]
  const gateway = openGateway(gatewayServer, {
    token: DISCORD_TOKEN,
    guilds: () => [{ id: DISCORD_GUILD, channels }],
    url: () => gatewayUrl,
  })

  const fronts: Record<PlatformName, Front> = {
    slack: await openFront({
      standIn: slackStandIn({
        shown,
        channels: new Set(options.slackChannels),
        isGone,
        socketUrl: socket.url,
        seconds: () => now() / 1000,
      }),
      ...frontTools(),
    }),
    discord: await openFront({
      standIn: discordStandIn({
        shown,
        channels: new Set(channels.map(({ id }) => id)),
        forums: new Set(options.discordForums),
        isGone,
        gatewayUrl: () => gatewayUrl,
        now,
      }),
      ...frontTools(),
    }),
  }
  const both = Object.values(fronts)

  function frontTools() {
    return {
      log,
      random,
      life: options.life,
      chooseFault: chooser.choose,
      pass: (point: string) => points.isHere(point) && options.kill(point),
    }
  }

  return {
    slackUrl: `${fronts.slack.url}/api/`,
    discordUrl: `${fronts.discord.url}/api`,
    log,
    shown,
    begin: (faults) => chooser.begin(faults),
    async refuse(isOn) {
      await Promise.all(both.map((front) => (isOn ? front.refuse() : front.listen())))
    },
    resetUnread(isOn) {
      for (const front of both) front.resetUnread(isOn)
    },
    letGo() {
      for (const front of both) front.letGo()
    },
    quietFor: () =>
      both.some((front) => front.open() > 0)
        ? 0
        : Date.now() - Math.max(...both.map((front) => front.lastAt())),
    async close() {
      gateway.close()
      gatewayServer.closeAllConnections()
      await Promise.all([
        ...both.map((front) => front.close()),
        socket.close(),
        new Promise((closed) => gatewayServer.close(closed)),
      ])
    },
  }
}

/** As subscriptions name them. */
export const slackPlace = (channel: string): string => `slack:${SLACK_TEAM}/${channel}`
export const slackPerson = (user: string): string => `slack:@${SLACK_TEAM}/${user}`
export const discordPlace = (channel: string): string => `discord:${DISCORD_GUILD}/${channel}`
export const discordPerson = (user: string): string => `discord:@${user}/${user}`
