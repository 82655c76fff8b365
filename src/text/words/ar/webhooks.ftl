# Webhooks: where a program of somebody's hears what happens.
webhooks-title = خطافات الويب
webhooks-one = خطاف ويب
webhooks-about-letter = يمكن لبرنامج لديكم أن يعلم فوراً بتوقيع منظمة أو سحبها توقيعها، وبكل تغيّر في هذه الرسالة. كل إشعار موقّع، فيعرف برنامجكم أنه من هنا. ولا يرد في أي إشعار اسم محجوب.
webhooks-about-organization = يمكن لبرنامج لديكم أن يعلم فوراً بما يطرأ على الرسائل العلنية التي وقّعتها منظمتكم: توقيعكم أنتم، وتغيّرات الرسالة. كل إشعار موقّع، فيعرف برنامجكم أنه من هنا.
webhooks-how = { $here }.
webhooks-how-here = كيف يتحقق البرنامج مما يصله وكيف يجيب
webhooks-yours = إلى أين تُرسل الإشعارات
webhooks-add = إضافة خطاف ويب
webhooks-add-button = أضيفوا خطاف الويب
webhooks-url = عنوان برنامجكم
webhooks-url-hint = يبدأ بـ https:// ويمكن الوصول إليه من الإنترنت العام.
webhooks-kinds = ما الذي يُبلَّغ به
webhooks-kind-signed = وقّعت منظمة
webhooks-kind-withdrew = سحبت منظمة توقيعها
webhooks-kind-revised = عُدّل النص
webhooks-kind-published = نُشرت الرسالة
webhooks-kind-closed = أُغلقت الرسالة
webhooks-kind-delivered = سُلّمت الرسالة
webhooks-kind-test = تجربة
webhooks-no-address = هذا ليس عنواناً على الويب.
webhooks-not-https = لا تُرسل الإشعارات إلا عبر https. يبدأ العنوان بـ https://.
webhooks-target-not-public = هذا العنوان لا يقود إلى الإنترنت العام، فلا يُرسل إليه شيء.
webhooks-no-kind = اختاروا أمراً واحداً على الأقل يُبلَّغ به.
webhooks-too-many = هناك عشرة خطافات ويب. احذفوا واحداً لم تعودوا بحاجة إليه.
webhooks-too-often = جُرّب خطاف الويب هذا مرات كثيرة. انتظروا بضع دقائق.
webhooks-on = يعمل
webhooks-off-asked = أُوقف في { $when }
webhooks-off-given-up = أُوقف في { $when }: لم يتسلّم إشعاراً طوال ثلاثة أيام
webhooks-off-gone = أُوقف في { $when }: أجاب خادمه بأنه لم يعد موجوداً
webhooks-off-maker-left = أُوقف في { $when }: من أنشأه لم تعد له هذه المهمة
webhooks-secret = المفتاح السري
webhooks-secret-once = انسخوه إلى برنامجكم: فهو لا يظهر إلا هذه المرة. به يتحقق برنامجكم من أن الإشعار من هنا.
webhooks-two-secrets = يوقّع المفتاح السابق أيضاً مدة يوم، ليتسنى لبرنامجكم الانتقال إلى الجديد.
webhooks-test = إرسال تجربة
webhooks-renew = إنشاء مفتاح آخر
webhooks-turn-on = تشغيله
webhooks-turn-off = إيقافه
webhooks-remove = حذفه
webhooks-log = ما أُرسل
webhooks-log-empty = لا شيء بعد.
webhooks-all = كل خطافات الويب
webhooks-again = إعادة الإرسال
webhooks-again-this = إعادة إرسال الإشعار { $id }
webhooks-waiting = في الطريق.
webhooks-delivered = جرى تسلّمه في { $when }، وكان الجواب { $status }.
webhooks-given-up = تُرك في { $when }.
webhooks-tried = { $count ->
    [zero] لم يُحاوَل إرساله بعد. المحاولة التالية في { $when }.
    [one] محاولة واحدة. التالية في { $when }.
    [two] محاولتان. التالية في { $when }.
    [few] { $count } محاولات. التالية في { $when }.
    [many] { $count } محاولة. التالية في { $when }.
   *[other] { $count } محاولة. التالية في { $when }.
}
webhooks-trouble-refused = كان الجواب { $status }.
webhooks-trouble-too-slow = تأخر الجواب كثيراً.
webhooks-trouble-no-such-name = لا خادم بهذا الاسم.
webhooks-trouble-not-public = يقود الاسم إلى شبكة غير عامة، فلم يُرسل شيء.
webhooks-trouble-not-trusted = لا يمكن الوثوق بشهادة الخادم.
webhooks-trouble-unreachable = تعذّر الوصول إلى الخادم.
webhooks-trouble-letter-not-public = لم تعد الرسالة علنية، فلم يُرسل شيء.
webhooks-note-test = التجربة في الطريق. أعيدوا تحميل هذه الصفحة لتروا نتيجتها.
webhooks-note-on = إنه يعمل. يُرسل ما لا يزال ينتظر.
webhooks-note-off = إنه متوقف. لا يُرسل إليه شيء.
webhooks-note-again = الإشعار في الطريق مرة أخرى.
webhooks-mail-subject = أُوقف خطاف ويب
webhooks-mail-given-up = لم يتسلّم { $host } إشعاراً من خطاف الويب الخاص بكم طوال ثلاثة أيام، فأُوقف.
webhooks-mail-gone = أجاب { $host } بأنه لم يعد شيء في عنوان خطاف الويب الخاص بكم، فأُوقف.
webhooks-mail-link = انظروا إلى خطاف الويب
webhooks-mail-afterwards = هناك ترون ما لم يُتسلّم، ويمكنكم تشغيله من جديد وإعادة الإرسال.
