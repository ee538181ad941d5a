import type { DrillPlan } from './drill-plan.ts'

/**
 * The slots of a subscription between two instants (milliseconds since 1970), found by looking at every minute of the local clock: slow, and without a line of the
 * code under test.
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
