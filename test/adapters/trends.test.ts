import { expect, it } from 'vitest'
import { renderMessage as renderInDiscord } from '../../adapters/discord/render.ts'
import { renderMessage as renderInSlack } from '../../adapters/slack/render.ts'
import { renderMessage as renderInTerminal } from '../../adapters/terminal/render.ts'
import { NEVER_READ } from '../../src/records/feed-state.ts'
import { DAY, everyDay, keepSeason } from '../briefings/trends/a-season.ts'
import { aNewsroom } from '../fakes/newsroom.ts'
import { aRead, NOON } from '../storage/a-read.ts'
import { messageAsText as discordAsText } from './discord/as-text.ts'
import { messageAsText as slackAsText } from './slack/as-text.ts'

const secret = 'a secret of tests'
const topicName = () => 'topic'

it.each(['en', 'ar'])('tells in %s what was out of the usual, alike on every platform', async (language) => {
  const newsroom = await aNewsroom()
  const usual = { 'levant-post': 5, 'nile-wire': 5, bosporus: 1 }
  await keepSeason(newsroom.store, everyDay(usual, { from: 60, without: [3, 8] }))
  await keepSeason(newsroom.store, [
    { source: 'nile-wire', daysAgo: 5, reports: 20, story: 'quake', title: 'Quake in the north' },
    { source: 'bosporus', daysAgo: 5, reports: 1, story: 'quake', title: 'Deprem kuzeyi salladı' },
    { source: 'levant-post', daysAgo: 3, reports: 1 },
    { source: 'nile-wire', daysAgo: 3, reports: 3, country: 'EG' },
    { source: 'bosporus', daysAgo: 3, reports: 1, country: 'TR' },
    { source: 'bosporus', daysAgo: 8, reports: 1 },
  ])
  const failures = [{ day: Math.floor((NOON - 8 * DAY) / DAY), times: { timeout: 9 } }]
  await newsroom.store.keepRead(aRead([], { sourceId: 'levant-post', state: { ...NEVER_READ, failures } }))
  const message = await newsroom.ask('facts trends syria', { language })
  const drawn = [
    ['Slack', slackAsText(renderInSlack(message, { secret, topicName }), secret)],
    ['Discord', discordAsText(renderInDiscord(message, { secret, topicName }), secret)],
    ['Terminal', renderInTerminal(message, { width: 100, colour: false, links: 'none', topicName })],
  ]
  const whole = drawn.map(([name, text]) => `${name}\n\n${text}`).join('\n\n')
  await expect(`${whole}\n`).toMatchFileSnapshot(`rendered/trends.${language}.txt`)
})
