import type { Catalogue } from './catalogues.ts'
import { faAnswering } from './fa-answering.ts'
import { faCommands } from './fa-commands.ts'
import { faPlaces } from './fa-places.ts'
import { faScreens } from './fa-screens.ts'
import { faTimes } from './fa-times.ts'
import { faWishes } from './fa-wishes.ts'

/** Our texts in Persian. The arrow of a change points as the sentence runs. */
export const fa: Catalogue = {
  ...faCommands,
  ...faScreens,
  ...faPlaces,
  ...faAnswering,
  ...faTimes,
  ...faWishes,

  'list.separator': '، ',
  'list.semicolon': '؛ ',
  'list.fact': '{label}: {text}',
  'list.quoted': '«{text}»',
  'time.stretch': '{from} تا {to} ({zone})',

  'mark.new': 'تازه',
  'mark.updated': 'به‌روز شد',
  'story.outlets': '{outlets, plural, one {# رسانه} other {# رسانه}}',
  'story.reports':
    '{independent, plural, one {# گزارش مستقل} other {# گزارش مستقل}}، {outlets, plural, one {# رسانه} other {# رسانه}}',
  'story.latest': 'آخرین گزارش {time}',
  'story.first': 'نخستین گزارش {time}',
  'story.id': 'خبر {id}',
  'story.carries': 'به نقل از {agency}',
  'sentence.chosen': '(گزینش مدل)',
  'sentence.shortened': '(گزینش و کوتاه‌شده به دست مدل)',
  'story.chosen': 'گزینش مدل: همهٔ واژه‌ها از خود رسانه است و «…» جای واژه‌های کنارگذاشته را نشان می‌دهد',
  'story.correction': 'اصلاح {time}، {outlet}: «{before}» ← «{after}»',
  'story.edit': 'تغییر {time}، {outlet}: «{before}» ← «{after}»',
  'story.timeline': 'روند پوشش خبر',
  'story.noSentence': 'جمله‌ای از آن قابل نقل نیست؛ آن را در {outlet} بخوانید.',
  'story.untitled': 'بدون تیتر',
  'story.undated': 'بدون تاریخ',
  'outlet.removed': 'دیگر خوانده نمی‌شود',
  'ownership.state': 'دولتی',
  'ownership.public': 'عمومی',
  'ownership.private': 'خصوصی',
  'ownership.independent': 'مستقل',

  'section.noPlace': 'بدون مکان مشخص',
  'section.empty': 'خبر تازه‌ای نیست.',
  'section.leftOut': '{count, plural, one {# خبر دیگر} other {# خبر دیگر}} از این منطقه جا نشد.',
  'coverage.line':
    'از {sources, plural, one {# منبع} other {# منبع}}، {answered, number} منبع پاسخ داد؛ {leftOut, plural, =0 {خبری جا نماند} one {# خبر جا نشد} other {# خبر جا نشد}}.',
  'coverage.strongest': 'در این مدت آن‌قدر خبر بود که تنها {count, number} خبر قوی‌تر بررسی شد.',
  'coverage.failed': 'خوانده نشد: {names} ({reason})',
  'coverage.others': '{count, plural, one {# منبع دیگر} other {# منبع دیگر}}',
  'post.update': 'اصلاح آنچه پیش‌تر گفته شد:',

  'search.title': 'جست‌وجو: {query}',
  'search.none': 'چیزی پیدا نشد. با واژه‌های کمتر یا دیگر، یا تاریخی دورتر امتحان کنید.',
  'search.cut': 'بیش از {count, number} گزارش جست‌وجو نمی‌شود. یک واژه، منطقه یا تاریخ آن را محدود می‌کند.',
  'search.noPage': 'صفحهٔ {page, number} وجود ندارد: همهٔ یافته‌ها در صفحه‌های پیشین است.',
  'search.address':
    'چیزی پیدا نشد. «why {address}» می‌گوید بر سر مقاله چه آمد و «story {address}» خبرش را نشان می‌دهد.',
  'search.capitals': 'چیزی پیدا نشد. AND، OR و NOT با حروف بزرگ نوشته می‌شوند: {example}',
  'search.since': 'از {time}',
  'search.until': 'تا {time}',
  'search.moreOutlets': 'و {count, plural, one {# رسانهٔ دیگر} other {# رسانهٔ دیگر}}',
  'search.more':
    'بیش از آنچه نشان داده شد هست: page:2 و پس از آن ادامه را نشان می‌دهد؛ یک واژه، منطقه یا تاریخ آن را محدود می‌کند.',

  'sources.title': '{count, plural, one {# منبع} other {# منبع}}',
  'sources.well':
    '{count, plural, one {# منبع خوانده می‌شود و مشکلی ندارد.} other {# منبع خوانده می‌شود و هیچ‌کدام مشکلی ندارد.}}',
  'sources.count': '{count, number} {state}',
  'sources.id': 'شناسه {id}',
  'sources.articles': '{count, plural, one {# مطلب} other {# مطلب}}',
  'sources.newest': 'تازه‌ترین {time}',
  'sources.answered': 'آخرین پاسخ {time}',
  'sources.neverAnswered': 'هرگز پاسخ نداده',
  'sources.pushed': 'از مرکز WebSub می‌رسد',
  'sources.letGoArticles':
    '{count, plural, one {# مطلب قدیمی} other {# مطلب قدیمی}} کنار گذاشته شد: بیش از آنچه نگه داشته می‌شود منتشر می‌کند',
  'sources.letGoVersions':
    '{count, plural, one {# نسخهٔ قدیمی} other {# نسخهٔ قدیمی}} از مطالبش کنار گذاشته شد: بیش از آنچه نگه داشته می‌شود ویرایش می‌کند',
  'sources.failures': 'خطاهای ۳۰ روز اخیر: {list}',
  'sources.failure': '{reason} ({times, number})',
  'sources.column.state': 'وضعیت',
  'sources.column.source': 'منبع',
  'sources.column.news': 'مطالب',
  'sources.column.remark': 'توضیح',
  'state.active': 'فعال',
  'state.failing': 'ناموفق',
  'state.silent': 'ساکت',
  'state.moved': 'جابه‌جاشده',
  'state.gone': 'بسته‌شده',
  'state.paused': 'متوقف',
  'state.unread': 'هنوز خوانده‌نشده',

  'failure.unreachable': 'سرور در دسترس نیست',
  'failure.timeout': 'پاسخ به‌موقع نرسید',
  'failure.too-large': 'فید بیش از اندازه بزرگ است',
  'failure.not-found': 'در این نشانی فیدی نیست',
  'failure.gone': 'فید برای همیشه بسته شده',
  'failure.rate-limited': 'سرور خواسته کمی صبر کنیم',
  'failure.server-error': 'خطا در سرور',
  'failure.refused': 'اجازهٔ دسترسی داده نشد',
  'failure.bot-protection': 'سایت تأیید مرورگر می‌خواهد',
  'failure.forbidden-address': 'نشانی مجاز نیست',
  'failure.too-many-redirects': 'تغییر مسیرهای پیاپی',
  'failure.not-a-feed': 'پاسخ، فید خبری نیست',
  'failure.unparseable': 'فید خواندنی نیست',
  'failure.parser-killed': 'خواندن بیش از اندازه طول کشید',
  'failure.unread': 'هنوز خوانده نشده',

  'finding.failing': '{times, plural, one {# بار خوانده نشد} other {# بار پیاپی خوانده نشد}}: {reason}.',
  'finding.empty': 'پاسخ می‌دهد، اما فیدش هرگز مطلبی نداشته است. نشانی را در سایت رسانه بررسی کنید.',
  'finding.gone': 'به گفتهٔ سرور برای همیشه بسته شده است. نشانی تازه را پیدا کنید یا منبع را حذف کنید.',
  'finding.kills':
    'خواندن آن {times, plural, one {# بار} other {# بار پیاپی}} نیمه‌کاره ماند؛ روزی یک بار دوباره امتحان می‌شود.',
  'finding.silent': 'پاسخ می‌دهد، اما از تازه‌ترین مطلبش {days, plural, one {# روز} other {# روز}} گذشته است.',
  'finding.silentRhythm':
    'پاسخ می‌دهد، اما از تازه‌ترین مطلبش {days, plural, one {# روز} other {# روز}} گذشته است؛ فاصلهٔ معمول دو مطلب: {rhythm}.',
  'finding.language':
    'زبان مطالب تازه‌اش {language} است، نه {said}. نشانی را بررسی کنید یا زبان را در config/sources.yaml عوض کنید.',
  'finding.moved': 'به {address} منتقل شده و از آنجا خوانده می‌شود. نشانی را در config/sources.yaml عوض کنید.',
  'finding.lost': '{count, plural, one {# مورد} other {# مورد}} از فیدش خالی است و کنار گذاشته شد.',
  'finding.truncated':
    'فیدش بلندتر از آن است که کامل خوانده شود؛ {count, plural, one {# مورد} other {# مورد}} خوانده می‌شود.',
  'finding.undated': 'بیشتر مطالبش تاریخ ندارد؛ زمان نخستین مشاهده ملاک است.',
  'remedy.wait': 'معمولاً گذراست؛ دوباره امتحان می‌شود.',
  'remedy.address': 'نشانی تازه را در سایت رسانه پیدا کنید.',
  'remedy.access': 'از رسانه اجازهٔ دسترسی بگیرید یا منبع را حذف کنید.',
  'remedy.allow': 'اگر نشانی از آنِ شماست، با DRAGOMAN_ALLOW_ADDRESSES به آن اجازه دهید.',
  'remedy.outlet': 'درست کردن فید فقط از خود رسانه برمی‌آید.',

  'help.title': 'چه می‌توانید بپرسید',
  'help.example': 'برای نمونه: {example}',
  'notice.warning': 'هشدار: {text}',
  'notice.error': 'خطا: {text}',

  'delivery.paused': 'دیگر چیزی به {channel} فرستاده نمی‌شود: {reason}',
  'delivery.pausedMany': 'دیگر چیزی به {count, number} کانال فرستاده نمی‌شود، همه به یک دلیل: {reason}',
  'delivery.waiting':
    '{count, plural, one {اشتراک شما {titles} آنجا منتظر است.} other {اشتراک‌های شما {titles} آنجا منتظرند.}}',
  'delivery.moreChannels':
    '{count, plural, one {و # کانال دیگر} other {و # کانال دیگر}}؛ ‎/news subscriptions‎ همه را نشان می‌دهد.',
  'delivery.moreTitles': '{count, number} اشتراک دیگر',
  'delivery.resume':
    'وقتی کانال درست شد، «‎/news resume {id}» از جایی که مانده بود ادامه می‌دهد و «‎/news unsubscribe» به آنچه دیگر نمی‌خواهید پایان می‌دهد.',
  'delivery.resumeAll':
    'وقتی کانال‌ها درست شدند، «‎/news resume all‎» همه را از جایی که مانده بودند ادامه می‌دهد و «‎/news unsubscribe» به آنچه دیگر نمی‌خواهید پایان می‌دهد.',
  'refusal.channel-gone': 'کانال دیگر وجود ندارد، یا بات از آن کنار گذاشته شده است.',
  'refusal.not-allowed': 'بات اجازهٔ نوشتن در آنجا را ندارد.',
  'refusal.rejected':
    'پلتفرم چند پیام پیاپی را نپذیرفت. این خطای بات است و به کسی که آن را اداره می‌کند گزارش شده است.',
  'refusal.invite': 'بات عضو آن کانال نیست. به آنجا دعوتش کنید.',
  'refusal.archived': 'کانال بایگانی شده است. آن را برگردانید یا در جای دیگری مشترک شوید.',
  'refusal.restricted': 'تنها بعضی‌ها می‌توانند آنجا بنویسند. یک مدیر می‌تواند به بات اجازه دهد.',
  'refusal.reinstall': 'این فضای کاری دیگر بات را راه نمی‌دهد. یک مدیر باید آن را دوباره آنجا نصب کند.',
  'delivery.uncertain':
    'وقتی «{title}» در راه {channel} بود ارتباط قطع شد؛ شاید رسیده باشد و شاید نه، و ممکن است ادامهٔ آن در زیرش نیامده باشد.',
  'delivery.uncertainDirect':
    'وقتی «{title}» در راه شما بود ارتباط قطع شد؛ شاید رسیده باشد و شاید نه، و ممکن است ادامهٔ آن در زیرش نیامده باشد.',
  'delivery.uncertainMany':
    'وقتی {count, plural, one {# پیام} other {# پیام}} در راه بود ارتباط قطع شد. هرکدام شاید رسیده باشد و شاید نه، و ممکن است ادامهٔ آن در زیرش نیامده باشد:',
  'delivery.again': 'خبرها در بولتن بعدی دوباره می‌آیند؛ «‎/news briefing» همین حالا نشانشان می‌دهد.',
  'delivery.accepted':
    'مدتی پلتفرم توکن مرا نمی‌پذیرفت و چیزی نمی‌رسید. اکنون دوباره می‌پذیرد و این‌ها خودبه‌خود ادامه می‌یابند: {titles}. آنچه از دست داده‌اید با خبرنامهٔ بعدی می‌آید.',

  'prompt.welcome': 'برای دیدن آنچه می‌توانید بپرسید «help» و برای خروج «exit» بنویسید.',
  'prompt.failed': 'پاسخ دادن به «{line}» ممکن نشد: {reason}. جزئیات در لاگ آمده است.',
}
