import type { DrillPlan } from './drill-plan.ts'
import { DOOMED } from './stub-platform.ts'

/** Every ten minutes, at different ones, in zones with different hours; hourly ones, alerts, and a channel that will be archived. */
export function drillSubscriptions(): DrillPlan['subscriptions'] {
  const zones = ['UTC', 'Asia/Kathmandu', 'Europe/Istanbul', 'America/St_Johns'] as const
  return ['discord', 'slack'].flatMap((platform) => [
    ...Array.from({ length: 8 }, (_, n) => ({
      id: `${platform}-often-${n}`,
      to: `${platform}:often-${n}`,
      at: often(n * 3),
      zone: zones[n % zones.length] ?? 'UTC',
      kind: 'briefing' as const,
      days: 'daily' as const,
    })),
    {
      id: `${platform}-hourly`,
      to: `${platform}:hourly`,
      at: [],
      zone: 'UTC',
      kind: 'hourly',
      days: 'daily',
    },
    { id: `${platform}-alert`, to: `${platform}:alert`, at: [], zone: 'UTC', kind: 'alert', days: 'daily' },
    ...(platform === 'slack'
      ? [
          {
            id: 'doomed',
            to: `slack:${DOOMED}`,
            at: often(3),
            zone: 'UTC',
            kind: 'briefing' as const,
            days: 'daily' as const,
          },
        ]
      : []),
  ])
}

/** Every ten minutes of the day, from so many past the hour. */
function often(minute: number): string[] {
  return Array.from({ length: 144 }, (_, i) => {
    const total = i * 10 + (minute % 10)
    return `${String(Math.floor(total / 60)).padStart(2, '0')}:${String(total % 60).padStart(2, '0')}`
  })
}
