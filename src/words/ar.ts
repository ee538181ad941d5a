import type { Catalogue } from './catalogues.ts'
import { arAnswering } from './ar-answering.ts'
import { arCommands } from './ar-commands.ts'
import { arPlaces } from './ar-places.ts'
import { arScreens } from './ar-screens.ts'
import { arTimes } from './ar-times.ts'
import { arWishes } from './ar-wishes.ts'

/** Our texts in Arabic: Modern Standard, with all six plural forms. The arrow of a change points as the sentence runs. */
export const ar: Catalogue = {
  ...arCommands,
  ...arScreens,
  ...arPlaces,
  ...arAnswering,
  ...arTimes,
  ...arWishes,

  'list.separator': '، ',
  'list.semicolon': '؛ ',
  'list.fact': '{label}: {text}',
  'list.quoted': '«{text}»',
  'time.stretch': 'من {from} إلى {to} ({zone})',

  'mark.new': 'جديد',
  'mark.updated': 'تحديث',
  'story.outlets':
    '{outlets, plural, zero {لا وسائل إعلام} one {وسيلة إعلام واحدة} two {وسيلتا إعلام} few {# وسائل إعلام} many {# وسيلة إعلام} other {# وسيلة إعلام}}',
  'story.reports':
    '{independent, plural, zero {لا تقارير مستقلة} one {تقرير مستقل واحد} two {تقريران مستقلان} few {# تقارير مستقلة} many {# تقريرًا مستقلًا} other {# تقرير مستقل}}، {outlets, plural, zero {لا وسائل إعلام} one {وسيلة إعلام واحدة} two {وسيلتا إعلام} few {# وسائل إعلام} many {# وسيلة إعلام} other {# وسيلة إعلام}}',
  'story.latest': 'آخر تقرير {time}',
  'story.first': 'أول تقرير {time}',
  'story.id': 'الخبر {id}',
  'story.carries': 'نقلًا عن {agency}',
  'sentence.chosen': '(اختيار نموذج)',
  'sentence.shortened': '(اختيار نموذج واختصاره)',
  'story.chosen': 'باختيار نموذج: كل كلمة لوسيلة الإعلام نفسها، و«…» موضع ما حُذف',
  'story.correction': 'تصحيح {time}، {outlet}: «{before}» ← «{after}»',
  'story.edit': 'تعديل {time}، {outlet}: «{before}» ← «{after}»',
  'story.timeline': 'تسلسل التغطية',
  'story.noSentence': 'لا جملة فيه تصلح للاقتباس؛ اقرأه لدى {outlet}.',
  'story.untitled': 'بلا عنوان',
  'story.undated': 'بلا تاريخ',
  'outlet.removed': 'لم تعد تُقرأ',
  'ownership.state': 'حكومية',
  'ownership.public': 'عمومية',
  'ownership.private': 'خاصة',
  'ownership.independent': 'مستقلة',

  'section.noPlace': 'بلا مكان محدد',
  'section.empty': 'لا جديد.',
  'section.leftOut':
    '{count, plural, zero {لا أخبار أخرى من هذه المنطقة.} one {خبر آخر من هذه المنطقة لم يُدرج.} two {خبران آخران من هذه المنطقة لم يُدرجا.} few {# أخبار أخرى من هذه المنطقة لم تُدرج.} many {# خبرًا آخر من هذه المنطقة لم يُدرج.} other {# خبر آخر من هذه المنطقة لم يُدرج.}}',
  'coverage.line':
    'استجاب {answered, number} من أصل {sources, plural, zero {# مصدر} one {مصدر واحد} two {مصدرين} few {# مصادر} many {# مصدرًا} other {# مصدر}}؛ {leftOut, plural, =0 {أُدرجت كل الأخبار} zero {أُدرجت كل الأخبار} one {خبر واحد لم يُدرج} two {خبران لم يُدرجا} few {# أخبار لم تُدرج} many {# خبرًا لم يُدرج} other {# خبر لم يُدرج}}.',
  'coverage.strongest':
    'ما استجدّ في هذه المدة أكثر مما يتسع له جواب واحد، فلم يُنظر إلا في أقوى الأخبار، وعددها {count, number}.',
  'coverage.failed': 'تعذّرت قراءة: {names} ({reason})',
  'coverage.others':
    '{count, plural, zero {لا مصدر آخر} one {مصدر آخر} two {مصدران آخران} few {# مصادر أخرى} many {# مصدرًا آخر} other {# مصدر آخر}}',
  'post.update': 'تصحيح لما سبق:',

  'search.title': 'بحث: {query}',
  'search.none': 'لا نتائج. جرّب كلمات أقل أو غيرها، أو تاريخًا أبعد.',
  'search.cut': 'لا يتجاوز البحث {count, number} تقرير. كلمة أو منطقة أو تاريخ يضيّقه.',
  'search.noPage': 'لا توجد صفحة {page, number}: كل ما عُثر عليه في الصفحات السابقة.',
  'search.address': 'لم يُعثر على شيء. «why {address}» يقول ما جرى لمقال، و«story {address}» يعرض قصته.',
  'search.capitals': 'لم يُعثر على شيء. تُكتب AND وOR وNOT بأحرف كبيرة: {example}',
  'search.since': 'منذ {time}',
  'search.until': 'حتى {time}',
  'search.moreOutlets':
    '{count, plural, zero {ولا وسيلة أخرى} one {ووسيلة إعلام أخرى} two {ووسيلتان أخريان} few {و# وسائل أخرى} many {و# وسيلة أخرى} other {و# وسيلة أخرى}}',
  'search.more': 'هناك أكثر مما يظهر: page:2 وما بعدها تعرض البقية؛ وكلمة أو منطقة أو تاريخ يضيّق البحث.',

  'sources.title':
    '{count, plural, zero {لا مصادر} one {مصدر واحد} two {مصدران} few {# مصادر} many {# مصدرًا} other {# مصدر}}',
  'sources.well':
    '{count, plural, zero {لا يُقرأ أي مصدر.} one {يُقرأ مصدر واحد، وهو سليم.} two {يُقرأ مصدران، وكلاهما سليم.} few {تُقرأ # مصادر، وكلها سليمة.} many {يُقرأ # مصدرًا، وكلها سليمة.} other {يُقرأ # مصدر، وكلها سليمة.}}',
  'sources.count': '{state}: {count, number}',
  'sources.id': 'المعرّف {id}',
  'sources.articles':
    '{count, plural, zero {لا مقالات} one {مقال واحد} two {مقالان} few {# مقالات} many {# مقالًا} other {# مقال}}',
  'sources.newest': 'أحدثها {time}',
  'sources.answered': 'آخر استجابة {time}',
  'sources.neverAnswered': 'لم يستجب قط',
  'sources.pushed': 'يوصلها موزّع WebSub',
  'sources.letGoArticles':
    '{count, plural, zero {لم يُستغنَ عن مقالات قديمة} one {استُغني عن مقال قديم} two {استُغني عن مقالين قديمين} few {استُغني عن # مقالات قديمة} many {استُغني عن # مقالًا قديمًا} other {استُغني عن # مقال قديم}}: ينشر أكثر مما يُحفظ',
  'sources.letGoVersions':
    '{count, plural, zero {لم يُستغنَ عن نسخ قديمة من مقالاته} one {استُغني عن نسخة قديمة من مقالاته} two {استُغني عن نسختين قديمتين من مقالاته} few {استُغني عن # نسخ قديمة من مقالاته} many {استُغني عن # نسخة قديمة من مقالاته} other {استُغني عن # نسخة قديمة من مقالاته}}: يعدّل أكثر مما يُحفظ',
  'sources.failures': 'الإخفاقات في 30 يومًا: {list}',
  'sources.failure': '{reason} ({times, number})',
  'sources.column.state': 'الحالة',
  'sources.column.source': 'المصدر',
  'sources.column.news': 'الأخبار',
  'sources.column.remark': 'ملاحظة',
  'state.active': 'نشط',
  'state.failing': 'متعثر',
  'state.silent': 'صامت',
  'state.moved': 'انتقل',
  'state.gone': 'أُغلق',
  'state.paused': 'موقوف مؤقتًا',
  'state.unread': 'لم يُقرأ بعد',

  'failure.unreachable': 'تعذّر الوصول إلى الخادم',
  'failure.timeout': 'لم يصل الرد في الوقت المحدد',
  'failure.too-large': 'الخلاصة كبيرة جدًا',
  'failure.not-found': 'لا خلاصة على هذا العنوان',
  'failure.gone': 'أُغلقت الخلاصة نهائيًا',
  'failure.rate-limited': 'الخادم يطلب التمهّل',
  'failure.server-error': 'عطل في الخادم',
  'failure.refused': 'رُفض الوصول',
  'failure.bot-protection': 'الموقع يشترط إثبات استخدام متصفح',
  'failure.forbidden-address': 'عنوان غير مسموح به',
  'failure.too-many-redirects': 'إعادات توجيه كثيرة',
  'failure.not-a-feed': 'الرد ليس خلاصة أخبار',
  'failure.unparseable': 'خلاصة لا يمكن قراءتها',
  'failure.parser-killed': 'طالت القراءة أكثر مما ينبغي',
  'failure.unread': 'لم تُقرأ بعد',

  'finding.failing':
    '{times, plural, zero {لم تفشل القراءة} one {فشلت القراءة مرة واحدة} two {فشلت القراءة مرتين متتاليتين} few {فشلت القراءة # مرات متتالية} many {فشلت القراءة # مرة متتالية} other {فشلت القراءة # مرة متتالية}}: {reason}.',
  'finding.empty': 'يجيب، لكن خلاصته لم تحوِ أي مقال قط. تحقق من العنوان في موقع الوسيلة.',
  'finding.gone': 'أُغلق نهائيًا بحسب الخادم. ابحث عن العنوان الجديد أو احذف المصدر.',
  'finding.kills':
    'تعيّن إيقاف قراءته {times, plural, zero {# مرة} one {مرة واحدة} two {مرتين متتاليتين} few {# مرات متتالية} many {# مرة متتالية} other {# مرة متتالية}}؛ تُعاد المحاولة مرة في اليوم.',
  'finding.silent':
    'يستجيب، لكن أحدث مقالاته مضى عليه {days, plural, zero {أقل من يوم} one {يوم واحد} two {يومان} few {# أيام} many {# يومًا} other {# يوم}}.',
  'finding.silentRhythm':
    'يستجيب، لكن أحدث مقالاته مضى عليه {days, plural, zero {أقل من يوم} one {يوم واحد} two {يومان} few {# أيام} many {# يومًا} other {# يوم}}؛ الفاصل المعتاد بين مقالين: {rhythm}.',
  'finding.language':
    'لغة مقالاته الأخيرة {language} لا {said}. تحقّق من العنوان أو غيّر اللغة في config/sources.yaml.',
  'finding.moved': 'انتقل إلى {address} ويُقرأ من هناك. غيّر العنوان في config/sources.yaml.',
  'finding.lost':
    '{count, plural, zero {لا مدخلات فارغة في خلاصته.} one {مدخل واحد في خلاصته فارغ وقد تُرك.} two {مدخلان في خلاصته فارغان وقد تُركا.} few {# مدخلات في خلاصته فارغة وقد تُركت.} many {# مدخلًا في خلاصته فارغًا وقد تُركت.} other {# مدخل في خلاصته فارغ وقد تُركت.}}',
  'finding.truncated':
    'خلاصته أطول من أن تُقرأ كاملة؛ يُقرأ منها {count, plural, zero {لا شيء} one {مدخل واحد} two {مدخلان} few {# مدخلات} many {# مدخلًا} other {# مدخل}}.',
  'finding.undated': 'معظم مقالاته بلا تاريخ؛ يُعتمد وقت رصدها أول مرة.',
  'remedy.wait': 'هذا عارض في العادة، وستُعاد المحاولة.',
  'remedy.address': 'ابحث عن العنوان الجديد في موقع الوسيلة.',
  'remedy.access': 'اطلب إذن الوصول من الوسيلة أو احذف المصدر.',
  'remedy.allow': 'إن كان العنوان لك فاسمح به عبر DRAGOMAN_ALLOW_ADDRESSES.',
  'remedy.outlet': 'إصلاح الخلاصة بيد الوسيلة وحدها.',

  'help.title': 'ما يمكنك طلبه',
  'help.example': 'مثلًا: {example}',
  'notice.warning': 'تنبيه: {text}',
  'notice.error': 'خطأ: {text}',

  'delivery.paused': 'توقف الإرسال إلى {channel}: {reason}',
  'delivery.pausedMany':
    'توقف الإرسال إلى {count, plural, zero {# قناة} one {قناة واحدة} two {قناتين} few {# قنوات} many {# قناة} other {# قناة}}، والسبب واحد: {reason}',
  'delivery.waiting':
    '{count, plural, zero {اشتراكاتك {titles} تنتظر هناك.} one {اشتراكك {titles} ينتظر هناك.} two {اشتراكاك {titles} ينتظران هناك.} few {اشتراكاتك {titles} تنتظر هناك.} many {اشتراكاتك {titles} تنتظر هناك.} other {اشتراكاتك {titles} تنتظر هناك.}}',
  'delivery.moreChannels':
    '{count, plural, zero {لا قنوات أخرى} one {وقناة أخرى} two {وقناتان أخريان} few {و# قنوات أخرى} many {و# قناة أخرى} other {و# قناة أخرى}}: تعرضها كلها «‎/news subscriptions‎».',
  'delivery.moreTitles': '{count, number} غيرها',
  'delivery.resume':
    'حين تعود القناة إلى حالها يستأنف «‎/news resume {id}» من حيث توقف، وينهي «‎/news unsubscribe» ما لم تعد تريده.',
  'delivery.resumeAll':
    'حين تعود القنوات إلى حالها يستأنف «‎/news resume all‎» كل شيء من حيث توقف، وينهي «‎/news unsubscribe» ما لم تعد تريده.',
  'refusal.channel-gone': 'لم تعد القناة موجودة، أو أُخرج البوت منها.',
  'refusal.not-allowed': 'ليس للبوت إذن بالكتابة هناك.',
  'refusal.rejected': 'رفضت المنصة عدة رسائل متتالية. هذا خطأ من البوت، وقد أُبلغ به من يشغّله.',
  'refusal.invite': 'البوت ليس عضوًا في تلك القناة. ادعُه إليها.',
  'refusal.archived': 'القناة مؤرشفة. أعدها من الأرشيف أو اشترك في مكان آخر.',
  'refusal.restricted': 'لا يكتب هناك إلا بعض الأشخاص. يستطيع مشرف أن يسمح للبوت بالكتابة.',
  'refusal.reinstall': 'لم تعد مساحة العمل هذه تسمح بدخول البوت. على أحد المشرفين أن يثبّته فيها من جديد.',
  'delivery.uncertain':
    'انقطع الاتصال و«{title}» في طريقه إلى {channel}؛ ربما وصل وربما لم يصل، وقد تنقص تتمته تحته.',
  'delivery.uncertainDirect':
    'انقطع الاتصال و«{title}» في طريقه إليك؛ ربما وصل وربما لم يصل، وقد تنقص تتمته تحته.',
  'delivery.uncertainMany':
    'انقطع الاتصال وفي الطريق {count, plural, zero {# رسالة} one {رسالة واحدة} two {رسالتان} few {# رسائل} many {# رسالة} other {# رسالة}}. ربما وصلت كل منها وربما لم تصل، وقد تنقص تتمتها تحتها:',
  'delivery.again': 'تعود الأخبار في الموجز القادم؛ ويعرضها «‎/news briefing» الآن.',
  'delivery.accepted':
    'لم تقبل المنصة رمز دخولي لبعض الوقت، فلم يصل شيء. وهي تقبله الآن من جديد، وتستمر هذه من تلقاء نفسها: {titles}. وما فاتكم يأتي مع النشرة التالية.',

  'prompt.welcome': 'اكتب «help» لمعرفة ما يمكنك طلبه، و«exit» للخروج.',
  'prompt.failed': 'تعذّر الرد على «{line}»: {reason}. التفاصيل في السجل.',
}
