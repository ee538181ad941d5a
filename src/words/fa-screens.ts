import type { ScreenTexts } from './catalogues.ts'

export const faScreens: ScreenTexts = {
  // Threads and tables
  'action.share': 'نشان دادن در کانال',
  'thread.begins': 'در رشتهٔ پاسخ‌ها:',
  'thread.more': '{count, plural, one {و # خبر دیگر} other {و # خبر دیگر}}',
  'sources.more':
    '{count, plural, one {# منبع دیگر نشان داده نشد} other {# منبع دیگر نشان داده نشد}}. برای دیدن منابع یک منطقه یا کشور نامش را بنویسید: ‎/news sources lebanon‎',
  'story.column.outlet': 'رسانه',
  'story.column.time': 'زمان',
  'story.column.report': 'چه نوشته است',

  // The Home tab, and the form for a subscription
  'action.subscribe': 'اشتراک',
  'action.edit': 'تغییر',
  'home.own': 'آنچه دنبال می‌کنید',
  'home.channel': 'آنچه یک کانال دنبال می‌کند',
  'home.pick': 'انتخاب کانال',
  'home.more':
    '{count, plural, one {# اشتراک دیگر} other {# اشتراک دیگر}}؛ ‎/news subscriptions‎ همه را نشان می‌دهد.',
  'form.subscribe': 'دنبال کردن خبرها',
  'form.edit': 'تغییر اشتراک',
  'form.save': 'ذخیره',
  'form.cancel': 'انصراف',
  'form.keep': 'آنچه خالی بگذارید همان‌طور می‌ماند.',
  'form.region': 'منطقه‌ها',
  'form.country': 'کشورها',
  'form.topic': 'موضوع‌ها',
  'form.keywords': 'کلیدواژه‌ها',
  'form.when': 'هر چند وقت',
  'form.at': 'ساعت',
  'form.zone': 'منطقهٔ زمانی این ساعت‌ها',
  'form.to': 'کجا',
  'form.here': 'در همین کانال',
  'form.me': 'برای من، در پیام خصوصی',
  'form.choose': 'حرف‌های اول را بنویسید',
  'form.end': '«{title}» پایان یابد؟',
  'form.endText': 'این اشتراک دیگر چیزی نمی‌فرستد. برای وقفه‌ای کوتاه آن را متوقف کنید.',
}
