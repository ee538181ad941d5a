import { describe, expect, it } from 'vitest'
import { aNewsroom } from '../fakes/newsroom.ts'

describe('what somebody typed wrongly', () => {
  it.each<[string, string[]]>([
    ['serch lorries', ['I don’t know the command “serch”. Did you mean “search”? “help” lists them all.']],
    ['sources helth', ['I don’t know the command “sources helth”. Did you mean “sources health”?']],
    ['sources remvoe harbour', ['I don’t know the command “sources remvoe”. Did you mean “sources remove”?']],
    ['sources lebannon', ['did you mean “Lebanon”?']],
    [
      'briefing atlantis',
      ['I don’t know a region, country, topic or source called “atlantis”.', 'write keywords:atlantis'],
    ],
    ['briefing lebannon', ['did you mean “Lebanon”?']],
    ['region:mideest', ['I don’t know the region “mideest”; did you mean “Middle East”?']],
    ['country:syrria', ['did you mean “Syria”?']],
    ['topic:zzzzzz', ['I don’t know the topic “zzzzzz”. To follow a word instead, use keywords.']],
    ['regoin:levant', ['There is no option “regoin:” here; did you mean “region:”?']],
    ['constructor:x', ['I don’t understand “constructor:x” here. This command takes: what, region,']],
    ['syria since:sometime', ['I don’t know when “sometime” is. Try since:24h']],
    ['syria since:', ['“since:” has no value.']],
    ['syria since:3d since:yesterday', ['“since” is given more than once (“3d” and “yesterday”).']],
    ['subscribe syria at 25:00', ['“25:00” is not a time of day. Write it as 08:00, 17:30 or 8pm.']],
    ['subscribe syria at noonish', ['“noonish” is not a time of day.']],
    [
      'subscribe syria zone:Europe/Istambul',
      ['“Europe/Istambul” is not a time zone; did you mean “Europe/Istanbul”?'],
    ],
    ['subscribe syria at 8 in nowhere', ['“nowhere” is not a time zone.']],
    ['subscribe syria zone:+25:00', ['“+25:00” is not a time zone.']],
    ['subscribe syria quiet:late', ['“late” are not quiet hours. Write them as 22:00-07:00']],
    ['subscribe syria length:endless', ['“length” cannot be “endless”. It can be short, normal, or long.']],
    [
      'subscribe syria alert outlets:99',
      ['“outlets” cannot be “99”. It must be a whole number from 1 to 20.'],
    ],
    ['subscribe syria hourly at 8', ['“hourly” has no times of day.', 'Leave out “at”']],
    ['subscribe syria alert at 8', ['“alert” has no times of day.', 'name days instead: daily, weekdays']],
    ['subscribe syria daily outlets:2', ['“outlets” is for alerts, but this subscription is “daily”.']],
    ['subscribe syria at 1, 2, 3, 4, 5, 6 and 7:00', ['At most 6 times a day']],
    [`subscribe syria title:"${'long '.repeat(20)}"`, ['That is 99 characters; please keep it to 80.']],
    [`subscribe person:"${'Lina '.repeat(20)}"`, ['That is 99 characters; please keep it to 80.']],
    ['subscribe person:"123"', ['“123” is not a name: it needs letters.']],
    ['subscribe weekdays', ['What do you want to follow?']],
    ['subscribe coridor deal', ['For a word that is not a name, write keywords:"coridor deal"']],
    ['subscribe keywords:"grain AND"', ['The keywords end with AND, OR or NOT.']],
    ['subscribe keywords:"(grain"', ['A bracket in the keywords is missing']],
    ['subscribe keywords:"" daily', ['“keywords:” has no value.']],
    ['subscribe keywords: "" daily', ['“keywords:” has no value.']],
    ['subscribe iran keywords:sanctions or embargo', ['in quotes: keywords:"sanctions OR embargo"']],
    ['subscribe iran keywords:wheat and rice daily', ['in quotes: keywords:"wheat AND rice"']],
    ['subscribe iraq keywords:wheat rice', ['write keywords:"wheat rice"']],
    [
      'subscribe iran wheat OR NOT rice OR',
      ['source called “wheat” or “rice”.', 'write keywords:"wheat OR NOT rice"'],
    ],
    ['subscribe keywords:(wheat OR rice', ['A bracket in the keywords is missing']],
    ['subscribe keywords:wheat OR daily:', ['The keywords end with AND, OR or NOT.']],
    ['subscribe keywords:"!!!"', ['has no letters or digits to look for']],
    ['unsubscribe zzzz', ['There is no subscription “zzzz” here, and no other one either.']],
    ['unsubscribe', ['There are no subscriptions here yet.']],
    ['edit', ['There are no subscriptions here yet.']],
    ['story nothing-like-it', ['I don’t know the story “nothing-like-it”.']],
    ['story', ['Something is missing after “story”: The id of a story: 7w3k. For example: story 7w3k']],
    ['why', ['Something is missing after “why”: A web address. For example: why https://']],
    [
      'syria every conflikt',
      [
        'I don’t know a region, country, topic or source called “conflikt”; did you mean “Conflict, war and peace”?',
        'I don’t know a region, country, topic or source called “every”.',
      ],
    ],
    [
      'subscribe syria 07:30 EST',
      ['“EST” can mean several time zones. Write the one you mean: America/New_York, America/Toronto,'],
    ],
    ['subscribe syria at 8 cet', ['Write the one you mean: Europe/Berlin, Europe/Paris, or Africa/Tunis.']],
    ['settings zone:IST', ['“IST” can mean several time zones.']],
    [
      'subscribe syria 07:30 UTC+15',
      ['“UTC+15” is not a time zone.', 'or give its distance from UTC: UTC+3.'],
    ],
    ['subscribe syria zone:+1:75', ['“+1:75” is not a time zone.']],
    ['subscribe syria at 2575', ['“2575” is not a time of day. Write it as 08:00, 17:30 or 8pm.']],
    ['subscribe syria at 13pm', ['“13pm” is not a time of day.']],
    ['subscribe syria 2026', ['I don’t know a region, country, topic or source called “2026”.']],
    ['search dam since:2030-01-01', ['“2030-01-01” is in the future, but news is in the past.']],
    ['search dam until:2030-01-01', ['“2030-01-01” is in the future']],
    ['search dam since:2020-01-01', ['“2020-01-01” is more than 400 days ago']],
    ['search dam since:tomorrow', ['“tomorrow” is in the future']],
    ['subscribe syria every 15 hours', ['I don’t know how often “every 15 hours” is.']],
    ['subscribe syria jeden zweiten Tag', ['I don’t know how often “jeden zweiten Tag” is.']],
    ['subscribe syria jeden', ['I don’t know a region, country, topic or source called “jeden”. For a word']],
    ['subscribe syria at 20:00 in the morning', ['not a time of day']],
    ['briefing 🌍', ['I don’t know a region, country, topic or source called “🌍”.']],
    ['unsubscribe 🌍', ['There is no subscription “🌍” here']],
    ['pause !!!', ['There is no subscription “!!!” here']],
    ['help 🌍', ['I don’t know the command “🌍”.']],
    ['search 🌍', ['What should I look for?']],
    ['search "', ['What should I look for?']],
    ['subscribe ""', ['What do you want to follow?']],
    ['subscribe keywords:"()"', ['A bracket in the keywords is missing its partner']],
    ['briefing syria и 叙利亚', ['I don’t know a region, country, topic or source called “叙利亚”.']],
    ['subscribe syria when:sometimes', ['I don’t know how often “sometimes” is. Write daily, weekdays,']],
    ['subscribe syria hourly monday', ['“when” is given more than once (“hourly” and “weekly:mon”)']],
    ['subscribe syria when:daily when:alert', ['Which one do you mean? For example when:daily']],
    ['briefing midle east', ['source called “midle east”; did you mean “Middle East”?']],
    [
      'briefing congo',
      ['“congo” can mean “Congo - Brazzaville” or “Congo - Kinshasa”. Write the one you mean.'],
    ],
    ['subscribe country:Korea', ['“Korea” can mean “North Korea” or “South Korea”.']],
    ['briefing turkye', ['did you mean “Türkiye”?']],
    ['why sNothing-Like-It', ['I don’t know the story “sNothing-Like-It”.']],
    ['pause Gaza News', ['There is no subscription “Gaza News” here']],
    ['unmute sbridge', [' (n83c) is not muted in this channel.']],
    ['mute nothing', ['I don’t know the story “nothing”.']],
    ['search', ['What should I look for?']],
    ['search dam since:yesterday until:3d', ['“until” is before “since”']],
    ['search dam since:17:00 until:17:00', ['“since” and “until” are the same moment']],
    ['search dam page:0', ['“page” cannot be “0”.']],
    ['why nonsense', ['“nonsense” is not a web address.']],
    ['why address:javascript:alert(1)', ['is not a web address']],
    ['subscriptions of mine', ['I don’t know what to do with “mine” after “subscriptions”.']],
    ['help brifing', ['I don’t know the command “brifing”. There are: ']],
    [
      'sources add example.org country:jordan ownership:private',
      ['Only an admin of this workspace can do that.'],
    ],
    ['sources remove nile-wire', ['Only an admin of this workspace can do that.']],
    ['settings speak:tr', ['Only people who manage this channel can change its settings.']],
    ['x'.repeat(10_000), ['That is 10,000 characters; please keep it to 1,000.']],
  ])('is answered in words: %s', async (text, parts) => {
    const { told, store } = await aNewsroom()
    const answer = await told(text)
    for (const part of parts) expect(answer).toContain(part)
    expect(await store.subscriptions({ states: ['active', 'paused', 'ended'] })).toEqual([])
    expect(await store.preferences('slack:desk')).toBeNull()
  })

  it('is told all at once', async () => {
    const { told } = await aNewsroom()
    const answer = await told(
      'subscribe region:mideest at 25:00 zone:Europe/Istambul since:3d length:huge length:long',
    )
    expect(answer.split('\n')).toEqual([
      expect.stringContaining('since:3d'),
      expect.stringContaining('25:00'),
      expect.stringContaining('Europe/Istambul'),
      expect.stringContaining('mideest'),
      expect.stringContaining('“length” is given more than once'),
    ])
  })

  it('is told in the language of the asker where we speak it', async () => {
    const { told } = await aNewsroom()
    expect(await told('syria since:sometime', { language: 'en-GB' })).toContain('I don’t know when')
  })
})

describe('an option that a command needs', () => {
  it.each([
    ['sources add', ['“sources add” needs “address” (', '), “country” (', '), and “ownership” (']],
    [
      'sources add example.org',
      ['“sources add” needs “country” (', ') and “ownership” (', 'example: sources add'],
    ],
    ['sources add example.org ownership:state', ['“sources add” needs “country”: ']],
  ])('is named with all others that are missing: %s', async (text, expected) => {
    const { told } = await aNewsroom()
    const answer = await told(text, { isAdmin: true })
    for (const part of expected) expect(answer).toContain(part)
  })
})
