import { describe, expect, it } from 'vitest'
import { titleOf } from '../../src/briefings/titles.ts'
import { describeFilter, describeWhen } from '../../src/commands/describe-subscription.ts'
import { aSubscription } from '../schedule/a-subscription.ts'

describe('when a subscription speaks', () => {
  it.each([
    ['en', 'every hour (Asia/Kathmandu)'],
    ['de', 'stündlich (Asia/Kathmandu)'],
    ['tr', 'saat başı (Asia/Kathmandu)'],
  ])('is told with the zone of its hours, too, in %s', (language, expected) => {
    expect(describeWhen(aSubscription({ kind: 'hourly', at: [], zone: 'Asia/Kathmandu' }), language)).toBe(
      expected,
    )
  })

  it.each([
    ['en', 'every Monday, Wednesday, and Friday at 07:30 (UTC)'],
    ['tr', 'her pazartesi, çarşamba ve cuma 07:30 (UTC)'],
    ['ar', 'كل أسبوع: الاثنين والأربعاء والجمعة، الساعة 07:30 (UTC)'],
    ['fa', 'هر دوشنبه، چهارشنبه، و جمعه ساعت ۰۷:۳۰ (UTC)'],
    ['fr', 'chaque lundi, mercredi et vendredi à 07:30 (UTC)'],
    ['de', 'jeden Montag, Mittwoch und Freitag um 07:30 (UTC)'],
  ])('is told in %s', (language, expected) => {
    const subscription = aSubscription({ days: 'weekly:mon,wed,fri', at: ['07:30'], zone: 'UTC' })
    expect(describeWhen(subscription, language).replaceAll(/[\u200e\u200f]/gu, '')).toBe(expected)
  })
})

describe('words that a subscription refuses', () => {
  const settings = { regions: [], topics: [], sources: [] }

  it.each([
    ['en', 'NOT Hamas', 'Iraq · without Hamas', 'Iraq; without Hamas'],
    [
      'en',
      'oil AND NOT (gas OR coal) NOT Hamas',
      'Iraq · oil AND NOT (gas OR coal) · without Hamas',
      'Iraq; and containing oil AND NOT (gas OR coal); without Hamas',
    ],
    ['tr', 'NOT Hamas', 'Irak · Hamas hariç', 'Irak; Hamas hariç'],
    ['de', 'NOT Hamas', 'Irak · ohne Hamas', 'Irak; ohne Hamas'],
  ])('are told without an operator in %s: %s', (language, expression, title, filter) => {
    const subscription = aSubscription({ title: null, countries: ['IQ'], expression })
    expect(titleOf(subscription, settings, language)).toBe(title)
    expect(describeFilter({ countries: ['IQ'], expression }, settings, language)).toBe(filter)
  })
})
