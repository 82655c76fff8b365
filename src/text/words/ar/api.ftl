# The page for people who write programs, and the tokens that programs come in with.
api-title = للبرامج
api-lead = ما يستطيع أي أحد قراءته هنا يستطيع برنامج قراءته أيضاً: الرسائل، والجهات الموقّعة، والمنظمات، والتحالفات. وبرمز وصول يستطيع برنامج لدى منظمة أن يقرأ ما دُعيت إليه، وأن يوقّع ويسحب التوقيع.
api-document = كل ذلك في هيئة { $here }.
api-document-here = وثيقة OpenAPI 3.1
api-contents = في هذه الصفحة
api-conventions = ما يسري دائماً
api-conventions-reading = الأجوبة بصيغة JSON وبترميز UTF-8. الأوقات بالتوقيت العالمي وفق RFC 3339. القراءة لا تحتاج إلى رمز وتعمل من أي صفحة على الويب، ولا يُقال إلا ما هو علني. قد يُضاف حقل إلى جواب، ولا يُحذف حقل تحت هذا العنوان.
api-conventions-pages = القوائم الطويلة تأتي صفحات. { $next } في الجواب هو مؤشر الصفحة التالية، لأجل { $cursor }، ويرد كذلك في الترويسة { $link }. ويحدّد { $limit } عدد الأسطر في الصفحة، وأقصاه 100.
api-conventions-etag = لكل جواب { $etag }. أعيدوا إرساله في { $none_match } فلا يصلكم متن ما دام لم يتغيّر شيء.
api-conventions-token = من يحق له التوقيع عن منظمة ينشئ رمز وصول في صفحتها «رموز الوصول». ويرسله البرنامج في { $header }. ينتهي الرمز عند حلول أجله أو إلغائه، وحين يغادر صاحبه أو لا يعود يحق له التوقيع، وحين تُعلَّق المنظمة. لا تضعوه في صفحات الويب: فبالرمز لا يُجاب عن طلبات صفحات المواقع الأخرى.
api-conventions-often = من يطلب كثيراً جداً يُجاب بالرمز 429، ويحدّد { $retry } عدد الثواني.
api-conventions-withheld = تُحسب بعض المنظمات ولا تُسمّى، حفاظاً على سلامتها. هي في كل عدد، وليست في أي قائمة.
api-reading = القراءة
api-with-a-token = برمز وصول
api-webhooks = خطافات الويب
api-webhooks-what = بدلاً من السؤال مرة بعد مرة، دعوا برنامجكم يُبلَّغ: يضيف المنسّقون خطاف ويب في صفحة رسالتهم، ويضيفه المالكون في صفحة منظمتهم.
api-webhooks-signed = الإشعارات على هيئة Standard Webhooks، ومكتباته تتحقق منها. { $signature } هو HMAC-SHA256 بترميز Base64 لـ { $content } بالمفتاح السري الذي ظهر عند إنشاء خطاف الويب: الترويسة { $id } والترويسة { $timestamp } والمتن كما وصل.
api-webhooks-answer = أجيبوا بحالة من 200 إلى 299 خلال 15 ثانية. وما عدا ذلك يُعاد إرساله على فترات متزايدة طوال ثلاثة أيام، ثم يُوقَف خطاف الويب ويصل بريد إلى من أنشأه. وقد يصل الإشعار مرتين، ومعرّفه عندئذ واحد.
api-webhooks-shape = ما يُرسل هو { $shape }.
api-problems = المشكلات
api-problems-what = كل رفض يُجاب بمشكلة وفق RFC 9457. ويكون { $kind } فيها { $blank } حيث تقول الحالة كل شيء، وإلا فواحداً مما يلي:
api-problem-fields = حقول تحتاج إلى مراجعة، والجواب يحدّدها.
api-problem-text-moved = عُدّل النص منذ قراءة بصمته. اقرؤوه ووقّعوا ما هو قائم.
api-problem-closed = انتهى وقت التوقيع.
api-problem-signed = المنظمة وقّعت من قبل.
api-problem-two-persons = تطلب المنظمة شخصين لكل توقيع.
api-problem-not-signed = لم توقّع المنظمة هذه الرسالة قط.
api-problem-token = انتهى الرمز، أو لم يُمنح قط.
api-problem-scope = الرمز صالح لأمور أخرى.
api-problem-suspended = علّق مشغّل هذا الموقع الرسالة.
api-shapes = الأشكال
api-scope-sign = توقيع الرسائل وسحب التوقيع
api-scope-invitations = قراءة الدعوات
api-tokens-title = رموز الوصول
api-tokens-what = برمز الوصول يفعل برنامج منظمتكم ما يحق لكم أن تفعلوه هنا بأنفسكم. { $here }
api-tokens-what-here = ما تستطيعه البرامج
api-tokens-standing = الرموز المستعملة
api-tokens-yours = لكم
api-tokens-of = لـ { $person }
api-tokens-until = أُنشئ في { $from }، صالح حتى { $to }
api-tokens-used = آخر استعمال في { $when }
api-tokens-unused = لم يُستعمل قط
api-tokens-revoke = إلغاء
api-tokens-revoke-this = إلغاء { $name }
api-tokens-make = إنشاء رمز وصول
api-tokens-make-button = أنشئوا الرمز
api-tokens-name = لأي غرض؟
api-tokens-name-hint = اسم البرنامج أو الجهاز الذي يعمل عليه.
api-tokens-name-missing = اذكروا الغرض من الرمز.
api-tokens-scopes = ما يسمح به
api-tokens-no-scope = اختاروا أمراً واحداً على الأقل يسمح به.
api-tokens-lasts = مدة صلاحيته
api-tokens-no-days = اختاروا بين يوم واحد و366 يوماً.
api-tokens-days = { $count ->
    [zero] { $count } يوم
    [one] يوم واحد
    [two] يومان
    [few] { $count } أيام
    [many] { $count } يوماً
   *[other] { $count } يوم
}
api-tokens-made = رمز الوصول
api-tokens-made-once = انسخوه: فهو لا يظهر إلا هذه المرة. من يملكه يتصرف عن منظمتكم باسمكم.
api-tokens-no-authority = لا ينشئ رمز الوصول إلا من يحق له التوقيع عن المنظمة، ما دامت غير معلّقة.
api-tokens-too-many = هناك عشرون رمزاً مستعملاً. ألغوا ما لم تعد إليه حاجة.
api-mail-token-subject = أُنشئ رمز وصول لـ { $organization }
api-mail-token = أنشأ { $person } رمز وصول، «{ $token }»، لـ { $organization }. البرنامج الذي يملكه يفعل باسم من أنشأه ما يحق له أن يفعله للمنظمة.
api-mail-token-link = انظروا إلى الرموز
api-mail-token-afterwards = إن لم تكونوا على علم بذلك فألغوه هناك. وهو ينتهي من تلقاء نفسه حين يغادر صاحبه المنظمة.
api-mail-token-subject-unnamed = يمكن لبرنامج أن يتصرف باسم منظمتكم
