import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { allCommands } from '../../../src/commands/all-commands.ts'
import { buildNameIndex } from '../../../src/commands/name-index.ts'
import { anAsker } from '../../fakes/asker.ts'
import { aNewsroom } from '../../fakes/newsroom.ts'
import { anyCharacter } from '../../fakes/any-character.ts'

const { view } = await aNewsroom()
const commands = allCommands(view)

/** Returns the command, then each option with the values that were read. */
const read = (text: string): string[] => {
  const { command, options } = commands.read(text)
  return [command.name, ...[...options].map(([name, values]) => `${name}=${values.join('|')}`)]
}

describe('readText', () => {
  it.each<[string, string[]]>([
    ['', ['help']],
    ['/news', ['help']],
    ['please help', ['help']],
    ['subscribe to syria weekdays please', ['subscribe', 'when=weekdays', 'what=to syria']],
    ["abonne syrie s'il vous plaît", ['subscribe', 'what=syrie']],
    ['unsubscribe k4f2, please', ['unsubscribe', 'subscription=k4f2,']],
    ['search please', ['search', 'words=please']],
    ['news help subscribe', ['help', 'command=subscribe']],
    ['hilfe', ['help']],
    ['ponerse al día', ['catchup']],
    ['syria since yesterday', ['briefing', 'since=yesterday', 'what=syria']],
    ['since 2 hours middle east conflict', ['briefing', 'since=2 hours', 'what=middle east conflict']],
    ['briefing from syria', ['briefing', 'what=syria']],
    ['brief syria 24h', ['briefing', 'since=24h', 'what=syria']],
    ['نشرة سوريا منذ أمس', ['briefing', 'since=أمس', 'what=سوريا']],
    ['Türkei seit gestern', ['briefing', 'since=gestern', 'what=Türkei']],
    ['region:"middle east" since: 24h', ['briefing', 'region=middle east', 'since=24h']],
    [
      'search "grain deal" since:3d -wheat page 2',
      ['search', 'since=3d', 'page=2', 'words="grain deal" -wheat'],
    ],
    ['search daily at 8 in istanbul', ['search', 'words=daily at 8 in istanbul']],
    ['find since friday lorries', ['search', 'since=friday', 'words=lorries']],
    ['search Syria: bridge opens', ['search', 'words=Syria: bridge opens']],
    ['search Syria:bridge -lorries', ['search', 'words=Syria:bridge -lorries']],
    ['search he said: "no" again', ['search', 'words=he said: "no" again']],
    ['search who speaks:', ['search', 'words=who speaks:']],
    ['search contry:syria', ['search', 'contry=syria']],
    ['search bridge, page turner', ['search', 'words=bridge, page turner']],
    ['search bridge page 2', ['search', 'page=2', 'words=bridge']],
    ['catchup since yesterday 18:00', ['catchup', 'since=yesterday 18:00']],
    ['catchup since yesterday at 6pm syria', ['catchup', 'since=yesterday at 6pm', 'what=syria']],
    ['briefing since last friday', ['briefing', 'since=last friday']],
    ['search bridge until last friday', ['search', 'until=last friday', 'words=bridge']],
    ['syria since 2026-03-10 17:00', ['briefing', 'since=2026-03-10 17:00', 'what=syria']],
    ['subscribe syria at 07:30 in turkey', ['subscribe', 'at=07:30', 'zone=turkey', 'what=syria']],
    ['subscribe iran at 7 in germany', ['subscribe', 'at=7', 'zone=germany', 'what=iran']],
    ['subscribe iran at 7 in united states', ['subscribe', 'at=7', 'what=iran in united states']],
    [
      'subscribe siria entre semana a las 07:30 en Madrid',
      ['subscribe', 'when=entre semana', 'at=07:30', 'zone=Madrid', 'what=siria'],
    ],
    [
      'подписаться сирия по будням в 07:30 по Москве',
      ['subscribe', 'when=по будням', 'at=07:30', 'zone=Москве', 'what=сирия'],
    ],
    ['subscribe syria at 07:30 turkey', ['subscribe', 'at=07:30', 'what=syria turkey']],
    ['Türkei dünden beri', ['briefing', 'since=dünden beri', 'what=Türkei']],
    ['search bridge cumaya kadar', ['search', 'until=cumaya kadar', 'words=bridge']],
    ['syrie depuis il y a 3 jours', ['briefing', 'since=il y a 3 jours', 'what=syrie']],
    ['syrie il y a 3 jours', ['briefing', 'since=il y a 3 jours', 'what=syrie']],
    ['سوریه ۳ روز پیش', ['briefing', 'since=3 روز پیش', 'what=سوریه']],
    ['syria since 1 march', ['briefing', 'since=1 march', 'what=syria']],
    ['search syria 3 days ago', ['search', 'since=3 days ago', 'words=syria']],
    ['syria since "1 march"', ['briefing', 'since=1 march', 'what=syria']],
    ['story s4f2k9', ['story', 'story=s4f2k9']],
    ['why https://a.example/x?y=1', ['why', 'address=https://a.example/x?y=1']],
    ['sources', ['sources list']],
    ['sources turkey', ['sources list', 'what=turkey']],
    ['sources remove nile-wire', ['sources remove', 'source=nile-wire']],
    ['unsubscribe', ['unsubscribe']],
    ['stop k4f2', ['unsubscribe', 'subscription=k4f2']],
    ['pause Middle East', ['pause', 'subscription=Middle East']],
    ['edit k4f2 turkey at 9', ['edit', 'at=9', 'subscription=k4f2', 'what=turkey']],
    ['catchup since friday', ['catchup', 'since=friday']],
    ['catch up friday', ['catchup', 'since=friday']],
    ['settings zone Europe/Istanbul speak tr', ['settings', 'zone=Europe/Istanbul', 'speak=tr']],
    [
      'subscribe syria twice a day in istanbul',
      ['subscribe', 'at=08:00|18:00', 'zone=istanbul', 'what=syria'],
    ],
    [
      'subscribe "middle east" several times a day',
      ['subscribe', 'at=08:00|13:00|18:00', 'what="middle east"'],
    ],
    ['abone ol suriye günde iki kez', ['subscribe', 'at=08:00|18:00', 'what=suriye']],
    ['اشتراك سوريا مرتين في اليوم', ['subscribe', 'at=08:00|18:00', 'what=سوريا']],
    ['subscribe سوریه ساعت ۷:۳۰ تهران', ['subscribe', 'at=7:30', 'zone=تهران', 'what=سوریه']],
    ['settings language:de', ['settings', 'language=de']],
    [
      'subscribe syria weekdays at 07:30 Europe/Istanbul',
      ['subscribe', 'when=weekdays', 'at=07:30', 'zone=Europe/Istanbul', 'what=syria'],
    ],
    [
      'subscribe to conflict in syria daily at 8 in istanbul',
      ['subscribe', 'when=daily', 'at=8', 'zone=istanbul', 'what=to conflict in syria'],
    ],
    [
      'follow sudan every weekday at 8 and 18:30, in khartoum to me',
      ['subscribe', 'when=every weekday', 'at=8|18:30', 'zone=khartoum', 'to=me', 'what=sudan to'],
    ],
    ['subscribe syria at 8 in singapore', ['subscribe', 'at=8', 'zone=singapore', 'what=syria']],
    ['subscribe conflict in singapore', ['subscribe', 'what=conflict in singapore']],
    ['subscribe syria weekly on friday 9pm', ['subscribe', 'when=weekly on friday', 'at=9pm', 'what=syria']],
    ['subscribe syria alert outlets 2', ['subscribe', 'when=alert', 'outlets=2', 'what=syria']],
    ['subscribe syria quiet hours 22-7 long', ['subscribe', 'quiet=22-7', 'length=long', 'what=syria']],
    ['abonniere Syrien werktags um 7:30', ['subscribe', 'when=werktags', 'at=7:30', 'what=Syrien']],
    ['abone ol suriye hafta içi saat 7:30', ['subscribe', 'when=hafta içi', 'at=7:30', 'what=suriye']],
    ['اشتراک سوریه هر روز ساعت ۷:۳۰', ['subscribe', 'when=هر روز', 'at=7:30', 'what=سوریه']],
  ])('reads %j', (text, expected) => {
    expect(read(text)).toEqual(expected)
  })

  it('takes a name of several words for one, also where it begins like a rhythm', () => {
    const [source] = view.settings.sources
    if (source === undefined) throw new Error('there are sources')
    const sources = [{ ...source, id: 'daily-quay', name: 'Daily Quay' }]
    const others = allCommands({ ...view, nameIndex: buildNameIndex({ ...view.settings, sources }) })
    expect([...others.read('subscribe daily quay weekdays at 8').options]).toEqual([
      ['when', ['weekdays']],
      ['at', ['8']],
      ['what', ['daily quay']],
    ])
  })

  it('takes the marks of pasting away and refuses what hides something', async () => {
    expect(read('\u2067syria\u2069 since\u200e yesterday')).toEqual([
      'briefing',
      'since=yesterday',
      'what=syria',
    ])
    for (const [text, code] of [
      ['sy\u0000ria', 'U+0000'],
      ['sy\u202eria', 'U+202E'],
      ['sy\u001b[31mria', 'U+001B'],
    ] as const) {
      const message = await commands.answer(commands.read(text), anAsker())
      expect(message).toMatchObject({ kind: 'notice', level: 'warning' })
      expect(JSON.stringify(message)).toContain(code)
    }
  })

  it('never throws, and answers every text', async () => {
    const words = fc.constantFrom(
      'syria',
      'at',
      '8',
      'in',
      'istanbul',
      'since',
      'yesterday',
      'weekly',
      'on',
      'friday',
      'to',
      'me',
      '"',
      ':',
      'region:',
      'since:',
      'quiet',
      '(',
      'AND',
      'search',
      'subscribe',
      'edit',
      'why',
      'help',
      'zone',
      '\u202e',
      'سوریه',
      '__proto__',
      'constructor:x',
      '10000',
    )
    const text = fc.oneof(
      fc.string({ unit: 'grapheme', maxLength: 200 }),
      fc.string({ unit: anyCharacter, maxLength: 100 }),
      fc.array(words, { maxLength: 12 }).map((parts) => parts.join(' ')),
    )
    await fc.assert(
      fc.asyncProperty(text, async (typed) => {
        const message = await commands.answer(commands.read(typed), anAsker({ isAdmin: true }))
        expect(message.kind).not.toBe('')
      }),
      { numRuns: 150 },
    )
  }, 30_000)
})
