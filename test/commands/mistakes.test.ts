import { describe, expect, it } from 'vitest'
import { aNewsroom } from '../fakes/newsroom.ts'

describe('what somebody typed wrongly', () => {
  it.each<[string, string[]]>([
    ['serch lorries', ['I know no command “serch”. Did you mean “search”? “help” lists them all.']],
    ['sources helth', ['I know no command “sources helth”. Did you mean “sources health”?']],
    ['sources remvoe harbour', ['I know no command “sources remvoe”. Did you mean “sources remove”?']],
    ['sources lebannon', ['did you mean “Lebanon”?']],
    [
      'briefing atlantis',
      ['I know no region, country, topic or source “atlantis”.', 'write keywords:atlantis'],
    ],
    ['briefing lebannon', ['did you mean “Lebanon”?']],
    ['region:mideest', ['I know no region “mideest”; did you mean “Middle East”?']],
    ['country:syrria', ['did you mean “Syria”?']],
    ['topic:zzzzzz', ['I know no topic “zzzzzz”. To follow a word instead, use keywords.']],
    ['regoin:levant', ['“regoin:” is no option here; did you mean “region:”?']],
    ['constructor:x', ['I don’t understand “constructor:x” here. This command takes: what, region,']],
    ['syria since:sometime', ['I don’t know when “sometime” is. Try since:24h']],
    ['syria since:', ['Nothing stands behind “since:”.']],
    ['syria since:3d since:yesterday', ['“since” is given more than once (“3d” and “yesterday”).']],
    ['subscribe syria at 25:00', ['“25:00” is no time of day. Write it as 08:00, 17:30 or 8pm.']],
    ['subscribe syria at noonish', ['“noonish” is no time of day.']],
    [
      'subscribe syria zone:Europe/Istambul',
      ['“Europe/Istambul” is no time zone; did you mean “Europe/Istanbul”?'],
    ],
    ['subscribe syria at 8 in nowhere', ['“nowhere” is no time zone.']],
    ['subscribe syria zone:+25:00', ['“+25:00” is no time zone.']],
    ['subscribe syria quiet:late', ['“late” are no quiet hours. Write them as 22:00-07:00']],
    ['subscribe syria length:endless', ['“length” cannot be “endless”. It can be short, normal, or long.']],
    ['subscribe syria alert outlets:99', ['“outlets” cannot be “99”. It is a whole number from 1 to 20.']],
    ['subscribe syria hourly at 8', ['“hourly” has no times of day.', 'Leave out “at”']],
    [
      'subscribe syria alert at 8',
      ['“alert” has no times of day.', 'name days in its place: daily, weekdays'],
    ],
    ['subscribe syria daily outlets:2', ['“outlets” is for alerts, and this would be “daily”.']],
    ['subscribe syria at 1, 2, 3, 4, 5, 6 and 7:00', ['At most 6 times a day']],
    [`subscribe syria title:"${'long '.repeat(20)}"`, ['That is 99 characters; please ask in at most 80.']],
    [`subscribe person:"${'Lina '.repeat(20)}"`, ['That is 99 characters; please ask in at most 80.']],
    ['subscribe person:"123"', ['“123” is no name: it needs letters.']],
    ['subscribe weekdays', ['What do you want to follow?']],
    ['subscribe coridor deal', ['For a word that is no name, write keywords:"coridor deal"']],
    ['subscribe keywords:"grain AND"', ['The keywords end with AND, OR or NOT.']],
    ['subscribe keywords:"(grain"', ['A bracket is missing']],
    ['subscribe keywords:"" daily', ['Nothing stands behind “keywords:”.']],
    ['subscribe keywords: "" daily', ['Nothing stands behind “keywords:”.']],
    ['subscribe iran keywords:sanctions or embargo', ['in quotes: keywords:"sanctions OR embargo"']],
    ['subscribe iran keywords:wheat and rice daily', ['in quotes: keywords:"wheat AND rice"']],
    ['subscribe iraq keywords:wheat rice', ['write keywords:"wheat rice"']],
    [
      'subscribe iran wheat OR NOT rice OR',
      ['source “wheat” or “rice”.', 'write keywords:"wheat OR NOT rice"'],
    ],
    ['subscribe keywords:(wheat OR rice', ['A bracket is missing']],
    ['subscribe keywords:wheat OR daily:', ['The keywords end with AND, OR or NOT.']],
    ['subscribe keywords:"!!!"', ['has no letters or digits to look for']],
    ['unsubscribe zzzz', ['There is no subscription “zzzz” here, nor any other.']],
    ['unsubscribe', ['There is no subscription here yet.']],
    ['edit', ['There is no subscription here yet.']],
    ['story nothing-like-it', ['I know no story “nothing-like-it”.']],
    ['story', ['Something is missing behind “story”: The id of a story: 7w3k. For example: story 7w3k']],
    ['why', ['Something is missing behind “why”: A web address. For example: why https://']],
    [
      'syria every conflikt',
      [
        'I know no region, country, topic or source “conflikt”; did you mean “Conflict, war and peace”?',
        'I know no region, country, topic or source “every”.',
      ],
    ],
    [
      'subscribe syria 07:30 EST',
      ['“EST” can mean several time zones. Write the one you mean: America/New_York, America/Toronto,'],
    ],
    ['subscribe syria at 8 cet', ['Write the one you mean: Europe/Berlin, Europe/Paris, or Africa/Tunis.']],
    ['settings zone:IST', ['“IST” can mean several time zones.']],
    ['subscribe syria 07:30 UTC+15', ['“UTC+15” is no time zone.', 'how far it is from UTC: UTC+3.']],
    ['subscribe syria zone:+1:75', ['“+1:75” is no time zone.']],
    ['subscribe syria at 2575', ['“2575” is no time of day. Write it as 08:00, 17:30 or 8pm.']],
    ['subscribe syria at 13pm', ['“13pm” is no time of day.']],
    ['subscribe syria 2026', ['I know no region, country, topic or source “2026”.']],
    ['search dam since:2030-01-01', ['“2030-01-01” is still to come, and news is looked for in the past.']],
    ['search dam until:2030-01-01', ['“2030-01-01” is still to come']],
    ['search dam since:2020-01-01', ['“2020-01-01” is more than 400 days ago']],
    ['search dam since:tomorrow', ['“tomorrow” is still to come']],
    ['subscribe syria every 15 hours', ['I don’t know how often “every 15 hours” is.']],
    ['subscribe syria jeden zweiten Tag', ['I don’t know how often “jeden zweiten Tag” is.']],
    ['subscribe syria jeden', ['I know no region, country, topic or source “jeden”. For a word']],
    ['subscribe syria at 20:00 in the morning', ['no time of day']],
    ['briefing 🌍', ['I know no region, country, topic or source “🌍”.']],
    ['unsubscribe 🌍', ['There is no subscription “🌍” here']],
    ['pause !!!', ['There is no subscription “!!!” here']],
    ['help 🌍', ['I know no command “🌍”.']],
    ['search 🌍', ['What shall I look for?']],
    ['search "', ['What shall I look for?']],
    ['subscribe ""', ['What do you want to follow?']],
    ['subscribe keywords:"()"', ['A bracket is missing or stands alone']],
    ['briefing syria и 叙利亚', ['I know no region, country, topic or source “叙利亚”.']],
    ['subscribe syria when:sometimes', ['I don’t know how often “sometimes” is. Write daily, weekdays,']],
    ['subscribe syria hourly monday', ['“when” is given more than once (“hourly” and “weekly:mon”)']],
    ['subscribe syria when:daily when:alert', ['Which one do you mean? For example when:daily']],
    ['briefing midle east', ['source “midle east”; did you mean “Middle East”?']],
    [
      'briefing congo',
      ['“congo” can mean “Congo - Brazzaville” or “Congo - Kinshasa”. Write the one you mean.'],
    ],
    ['subscribe country:Korea', ['“Korea” can mean “North Korea” or “South Korea”.']],
    ['briefing turkye', ['did you mean “Türkiye”?']],
    ['why sNothing-Like-It', ['I know no story “sNothing-Like-It”.']],
    ['pause Gaza News', ['There is no subscription “Gaza News” here']],
    ['unmute sbridge', [' (n83c) is not muted in this channel.']],
    ['mute nothing', ['I know no story “nothing”.']],
    ['search', ['What shall I look for?']],
    ['search dam since:yesterday until:3d', ['“until” is before “since”']],
    ['search dam since:17:00 until:17:00', ['“since” and “until” are the same moment']],
    ['search dam page:0', ['“page” cannot be “0”.']],
    ['why nonsense', ['“nonsense” is no web address.']],
    ['why address:javascript:alert(1)', ['is no web address']],
    ['subscriptions of mine', ['I don’t know what to do with “mine” behind “subscriptions”.']],
    ['help brifing', ['I know no command “brifing”. There are: ']],
    [
      'sources add example.org country:jordan ownership:private',
      ['Only an admin of this workspace may do that.'],
    ],
    ['sources remove nile-wire', ['Only an admin of this workspace may do that.']],
    ['settings speak:tr', ['Only who manages this channel may change its settings.']],
    ['x'.repeat(10_000), ['That is 10,000 characters; please ask in at most 1,000.']],
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
