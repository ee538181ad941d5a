import type { DrillPlan } from './drill-plan.ts'

/**
 * Returns the slots of a subscription between two times (milliseconds since 1970) by trying every minute of
 * the local clock: slow, but without any code under test.
 */
export function slotsBetween(
  wish: Pick<DrillPlan['subscriptions'][number], 'kind' | 'at' | 'zone'>,
  from: number,
  until: number,
): readonly { readonly slot: string; readonly at: number }[] {
  const format = new Intl.DateTimeFormat('sv-SE', {
    timeZone: wish.zone,
    dateStyle: 'short',
    timeStyle: 'short',
  })
  const slots: { slot: string; at: number }[] = []
  for (let at = Math.ceil(from / 60_000) * 60_000; at <= until; at += 60_000) {
    const slot = format.format(at)
    const time = slot.slice(-5)
    if (wish.kind === 'hourly' ? time.endsWith(':00') : wish.at.includes(time))
      slots.push({ slot: `${slot} ${wish.zone}`, at })
  }
  return slots
}
