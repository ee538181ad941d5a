import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { newsroomOnSlack, type NewsroomOnSlack } from '../../fakes/slack/newsroom-on-slack.ts'
import { ADA, GENERAL, TEAM } from '../../fakes/slack/web-api.ts'

let bot: NewsroomOnSlack
const open = async (env: Readonly<Record<string, string>> = {}) => {
  bot = await newsroomOnSlack(env)
}
beforeEach(() => open())
afterEach(() => bot.close())

const BOB = 'U000000002'

const beStranger = (own: object = {}) =>
  bot.slack.web.answer('users.info', ({ args }) => ({
    ok: true,
    user: { id: args['user'], team_id: TEAM, tz: 'UTC', locale: 'en-US', is_admin: false, ...own },
  }))

describe('who may do what', () => {
  it.each([
    ['an admin of the workspace', { is_admin: true }, true],
    ['an owner of it', { is_owner: true }, true],
    ['anybody else', {}, false],
    ['the admin of another workspace who shares the channel', { is_admin: true, team_id: 'T999' }, false],
    ['an admin whose account is deactivated', { is_admin: true, deleted: true }, false],
  ])('lets sources be changed by %s: %o %s', async (_, own, may) => {
    beStranger(own)
    const answer = await bot.answerTo('sources remove nile-wire', { user_id: BOB })
    expect(answer.text?.includes('Only an admin')).toBe(!may)
  })

  it('lets those change sources that SLACK_ADMINS names, and nobody else', async () => {
    await bot.close()
    await open({ SLACK_ADMINS: `${TEAM}/${BOB}` })
    beStranger({ is_admin: true })
    expect((await bot.answerTo('sources remove nile-wire', { user_id: ADA })).text).toContain('Only an admin')
    expect((await bot.answerTo('sources remove nile-wire', { user_id: BOB })).text).not.toContain(
      'Only an admin',
    )
  })

  it('lets who made a channel change its settings', async () => {
    beStranger()
    expect((await bot.answerTo('settings speak:de', { user_id: BOB })).text).toContain(
      'Only people who manage this channel',
    )
    expect((await bot.answerTo('settings speak:de', { user_id: ADA })).text).not.toContain('Only people')
  })

  it('lets only managers subscribe a channel where SLACK_SUBSCRIBERS says so', async () => {
    await bot.close()
    await open({ SLACK_SUBSCRIBERS: 'managers' })
    beStranger()
    expect((await bot.answerTo('subscribe syria daily at 8', { user_id: BOB })).text).toContain(
      'Only people who manage',
    )
    expect(await bot.newsroom.store.subscriptions()).toEqual([])
    await bot.answerTo('subscribe syria daily at 8 to me', { user_id: BOB })
    const [own] = await bot.newsroom.store.subscriptions()
    for (const there of ['here', `<#${GENERAL}|general>`])
      expect((await bot.answerTo(`edit ${own?.id} to ${there}`, { user_id: BOB })).text).toContain(
        'Only people',
      )
    expect(await bot.newsroom.store.subscriptions()).toEqual([own])
    expect((await bot.answerTo(`edit ${own?.id} at 9:00`, { user_id: BOB })).text).not.toContain(
      'Only people',
    )
    await bot.answerTo('subscribe syria daily at 8', { user_id: ADA })
    expect(await bot.newsroom.store.subscriptions()).toHaveLength(2)
  })

  it.each([
    ['who made a channel', {}, ['slack:T000000001/C0WEST']],
    [
      'an admin',
      { is_admin: true },
      ['slack:T000000001/C0WEST', 'slack:T000000001/C0EAST', 'slack:T000000001/G0CLUB'],
    ],
    ['who is from elsewhere', { team_id: 'T999' }, []],
  ])('finds for the pages the channels that %s manages', async (_, own, managed) => {
    beStranger(own)
    const channels = [
      { id: 'C0WEST', name: 'west', creator: BOB },
      { id: 'C0EAST', name: 'east', creator: ADA },
      { id: 'G0CLUB', name: 'club', creator: ADA, is_private: true },
      { id: 'G0BOARD', name: 'board', creator: BOB, is_private: true },
    ]
    bot.slack.web.answer('users.conversations', () => ({ ok: true, channels }))
    bot.slack.web.answer('conversations.members', ({ args }) => ({
      ok: true,
      members: args['channel'] === 'G0CLUB' ? [BOB] : [ADA],
    }))
    await bot.answerTo('web', { user_id: BOB })
    await bot.answerTo('web', { user_id: BOB })
    const keys = await bot.newsroom.store.accessKeys(`slack:${TEAM}/${BOB}`, bot.newsroom.view.now())
    expect(keys[0]?.visitor.manages?.map(({ destination }) => destination) ?? []).toEqual(managed)
    expect(bot.slack.web.of('users.conversations')).toHaveLength(1)
  })

  it('gives a link all the same where Slack does not list the channels', async () => {
    bot.slack.web.answer('users.conversations', () => ({ ok: false, error: 'missing_scope' }))
    expect((await bot.answerTo('web', { user_id: BOB })).text).toContain('/enter/')
  })
})
