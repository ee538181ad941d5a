import type { PlaceTexts } from './catalogues.ts'

export const arPlaces: PlaceTexts = {
  'place.news': 'موجزات من وسائل الإعلام في العالم، ووراء كل جملة مصدرها.',
  'place.lookUp': 'ماذا نعرف عن هذا؟',
  'place.what': 'ماذا تتابع',
  'place.missing':
    'لا يُسمح لي بعدُ بالكتابة في {channel}. امنحني الأذونات التالية في إعدادات القناة: {permissions}، ثم اطلب مجددًا.',
  'place.back':
    'لقد عدت. أُوقف مؤقتًا في غيابي {count, plural, zero {# اشتراك} one {اشتراك واحد} two {اشتراكان} few {# اشتراكات} many {# اشتراكًا} other {# اشتراك}}: الأمر ”subscriptions“ يسرد الاشتراكات، و”resume“ يعيد تشغيل أحدها.',
  'place.late': 'وصلني سؤالك متأخرًا فلم أستطع الرد عليه هناك. اسأل مجددًا من فضلك.',
  'place.rest':
    'هناك أكثر مما يتسع له المكان (بقي {count, plural, zero {# رسالة} one {رسالة واحدة} two {رسالتان} few {# رسائل} many {# رسالة} other {# رسالة}}). اسألني في رسالة خاصة لتقرأ كل شيء.',
  'refusal.noView': 'لا أستطيع رؤية تلك القناة. امنحني فيها إذن ‎View Channel‎ أو ادعُني إلى الخادم مجددًا.',
  'refusal.noPost':
    'لا يُسمح لي بالكتابة هناك. امنحني في تلك القناة إذنَي ‎Send Messages‎ و‎Embed Links‎، وفي السلاسل ‎Send Messages in Threads‎.',
  'refusal.directClosed':
    'لا أستطيع إرسال رسائل خاصة إلى هناك. اسمح برسائل التطبيقات في إعدادات الخصوصية، في خادم أنا فيه.',
  'refusal.threadClosed': 'السلسلة مقفلة أو مؤرشفة. افتحها من جديد، أو اشترك في قناتها.',
  'refusal.tagWanted': 'يشترط المنتدى وسمًا لكل منشور. أضف وسمًا يستطيع الأعضاء استعماله.',
}
