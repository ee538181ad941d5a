import type { ScreenTexts } from './catalogues.ts'

export const arScreens: ScreenTexts = {
  // Threads and tables
  'action.share': 'مشاركة في القناة',
  'thread.begins': 'في سلسلة الردود:',
  'thread.more':
    '{count, plural, zero {ولا أخبار أخرى} one {وخبر آخر} two {وخبران آخران} few {و# أخبار أخرى} many {و# خبرًا آخر} other {و# خبر آخر}}',
  'sources.more':
    '{count, plural, zero {لا مصادر أخرى} one {مصدر آخر لا يظهر هنا} two {مصدران آخران لا يظهران هنا} few {# مصادر أخرى لا تظهر هنا} many {# مصدرًا آخر لا يظهر هنا} other {# مصدر آخر لا يظهر هنا}}. سمِّ منطقة أو بلدًا لترى مصادره: ‎/news sources lebanon‎',
  'story.column.outlet': 'الوسيلة',
  'story.column.time': 'الوقت',
  'story.column.report': 'ما نشرته',

  // The Home tab, and the form for a subscription
  'action.subscribe': 'اشتراك',
  'action.edit': 'تعديل',
  'home.own': 'ما تتابعه',
  'home.channel': 'ما تتابعه قناة',
  'home.pick': 'اختيار قناة',
  'home.more':
    '{count, plural, zero {لا اشتراكات أخرى} one {واشتراك آخر} two {واشتراكان آخران} few {و# اشتراكات أخرى} many {و# اشتراكًا آخر} other {و# اشتراك آخر}}: تعرضها كلها «‎/news subscriptions‎».',
  'form.subscribe': 'متابعة موضوع',
  'form.edit': 'تعديل اشتراك',
  'form.save': 'حفظ',
  'form.cancel': 'إلغاء',
  'form.keep': 'ما تتركه فارغًا يبقى كما هو.',
  'form.region': 'المناطق',
  'form.country': 'البلدان',
  'form.topic': 'الموضوعات',
  'form.keywords': 'الكلمات المفتاحية',
  'form.when': 'الوتيرة',
  'form.at': 'الساعة',
  'form.zone': 'المنطقة الزمنية لهذه المواعيد',
  'form.to': 'المكان',
  'form.here': 'في هذه القناة',
  'form.me': 'إليّ في رسالة خاصة',
  'form.choose': 'اكتب الحروف الأولى',
  'form.end': 'إنهاء «{title}»؟',
  'form.endText': 'لن يرسل هذا الاشتراك شيئًا بعد ذلك. لإسكاته مدة فقط، أوقفه مؤقتًا.',
}
