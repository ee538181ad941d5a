import type { PlaceTexts } from './catalogues.ts'

export const faPlaces: PlaceTexts = {
  'place.news': 'خلاصهٔ خبرها از رسانه‌های جهان، با منبعی پشت هر جمله.',
  'place.lookUp': 'دربارهٔ این چه می‌دانیم؟',
  'place.what': 'چه چیزی را دنبال کنیم',
  'place.missing':
    'هنوز اجازه ندارم در {channel} بنویسم. در تنظیمات کانال این مجوزها را به من بدهید: {permissions}؛ سپس دوباره بپرسید.',
  'place.back':
    'برگشتم. در نبودِ من {count, plural, one {# اشتراک} other {# اشتراک}} متوقف شد: «subscriptions» اشتراک‌ها را فهرست می‌کند و «resume» یکی را دوباره به راه می‌اندازد.',
  'place.late': 'پرسش شما دیرتر از آن رسید که بتوانم همان‌جا پاسخ بدهم. لطفاً دوباره بپرسید.',
  'place.rest':
    'بیش از آن است که اینجا جا شود ({count, plural, one {# پیام} other {# پیام}} دیگر). برای همهٔ آن در پیام خصوصی از من بپرسید.',
}
