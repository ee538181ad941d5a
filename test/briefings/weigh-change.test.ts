import { expect, it } from 'vitest'
import { WEIGHT, weighChange } from '../../src/briefings/weigh-change.ts'

it.each([
  ['en', 'Eleven people were hurt.', 'Fourteen people were hurt.', 'fact'],
  ['en', '14 people were hurt.', 'Fourteen people were hurt.', 'spelling'],
  ['en', 'The mayor has resigned.', 'The mayor has not resigned.', 'fact'],
  ['en', 'The mayor confirmed the plan.', 'The mayor denied the plan.', 'fact'],
  ['en', 'The minister, Ali Deniz, spoke.', 'The minister, Ali Demir, spoke.', 'name'],
  ['en', 'Prices rose in March.', 'Prices fell in March.', 'wording'],
  ['en', 'The goverment met.', 'The government met.', 'spelling'],
  ['en', 'Ships wait at the harbour.', 'The ships wait at a harbour.', 'spelling'],
  ['de', 'Die Brücke ist gesperrt.', 'Die Brücke ist nicht gesperrt.', 'fact'],
  ['tr', 'Depremde 19 kişi öldü.', 'Depremde 23 kişi öldü.', 'fact'],
  ['ar', 'قتل ١٩ شخصا في الزلزال.', 'قتل 19 شخصا في الزلزال.', 'spelling'],
  ['ar', 'أكد الوزير الخبر.', 'نفى الوزير الخبر.', 'fact'],
  ['ru', 'Мост закрыт для движения.', 'Мост не закрыт для движения.', 'fact'],
] as const)('in %s from “%s” to “%s” is a matter of %s', (language, before, after, weight) => {
  expect(weighChange(before, after, language)).toBe(WEIGHT[weight])
})
