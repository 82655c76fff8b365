# The words of rights. Days and months stand behind a preposition.
rights-days = { $count ->
    [zero] { $count } يوم
    [one] يوم واحد
    [two] يومين
    [few] { $count } أيام
    [many] { $count } يومًا
   *[other] { $count } يوم
}
rights-deletion-title = حذف حسابكم
rights-deletion-lead = يُحذف فورًا، وفي كل المتصفحات، اسمكم وعنوانكم وكل ما تسجّلون به الدخول. ويمكنكم قبل ذلك أن تأخذوا معكم { $everything }.
rights-deletion-everything = كل ما يُحفظ عنكم
rights-deletion-signed = ما وقّعته منظماتكم يبقى موقّعًا: فهي التي وقّعت لا أنتم.
rights-deletion-alone = ليس لدى { $name } أحد سواكم. تبقى صفحتها وتوقيعاتها، ولا يستطيع أحد تعديلها أو سحبها إلى أن يعهد القائمون على هذا الموقع بها إلى شخص آخر. فادعوا قبل ذلك أحد الزملاء، إن وُجد.
rights-deletion-draft = مسوّدتكم «{ $title }» تُحذف معكم، ومعها من دعوتموهم إليها.
rights-deletion-invitations = تُحذف الدعوات الموجّهة إلى عنوانكم. ويبقى في سجلات الرسائل ما جرى، من غير أن يُذكر أنكم من قام به.
rights-deletion-delivered = ما سُلّم من قبل يبقى كما سُلّم.
rights-deletion-names = اسمكم على التوقيعات التي أعطيتموها
rights-deletion-names-keep = يبقى إلى جانب اسم منظماتكم
rights-deletion-names-replace = يُستبدل بعبارة «{ $somebody }»، ولا يُعرض بعد ذلك
rights-somebody = ممثّل عن المنظمة
rights-deletion-comments = تعليقاتكم على المسوّدات
rights-deletion-comments-keep = تبقى، باسم منظمتكم
rights-deletion-comments-erase = تُمحى
rights-comment-erased = (سُحب هذا التعليق بطلب من كتبه.)
rights-deletion-understood = أعلم أن هذا لا رجعة فيه.
rights-deletion-do = حذف حسابي
rights-deletion-not = الإبقاء عليه
rights-deletion-names-missing = اختاروا مصير اسمكم.
rights-deletion-comments-missing = اختاروا مصير تعليقاتكم.
rights-deletion-understood-missing = أكّدوا أنكم تعلمون أن هذا لا رجعة فيه.
rights-first = هناك من يعتمدون على حسابكم وحده. سلّموا أولًا ما يلي ثم عودوا:
rights-first-letter = التنسيق فيها لكم وحدكم.
rights-first-letter-do = تسليم التنسيق
rights-first-organization = ملكيتها لكم وحدكم.
rights-first-organization-do = إضافة مالك آخر
rights-first-installation = هذا الموقع
rights-first-operator = لا مشغّل له سواكم. على جهازه: { $command }
rights-your-account = حسابكم
rights-data-about = كل ما يحفظه عنكم هذا الموقع العامل ببرنامج Undersigned. الأوقات بالتوقيت العالمي (UTC).
# The page about privacy.
rights-privacy-title = الخصوصية
rights-privacy-lead = ما يعرفه هذا الموقع عنكم، ولماذا، وإلى متى.
rights-privacy-host = هذه الصفحة عن { $host }، ويكتبها برنامجه استنادًا إلى إعداداته.
rights-privacy-reading-title = إذا كنتم تقرؤون
rights-privacy-reading = لا شيء. لا يتلقّى القرّاء ملفات تعريف ارتباط ولا يُحصَون. ولا تحمّل أي صفحة شيئًا من مكان آخر، ولا يعلم أحد غيرنا ما تقرؤون.
rights-privacy-network = يصل عنوانكم على الشبكة إلى هذا الجهاز كما يصل إلى غيره، ولا يُدوَّن. وإنما يُحفظ في الذاكرة، يومًا واحدًا على الأكثر، لمن يحاول تسجيل الدخول أو التسجيل أو الحصول على كلمة مرور جديدة، حتى تُجبَر البرامج التي تخمّن كلمات المرور على الانتظار.
rights-privacy-behind-proxy = تمرّ الطلبات هنا عبر خادم وسيط ينقل العنوان وقد يحتفظ بسجل خاص به: اسألوا القائمين على هذا الموقع.
rights-privacy-perhaps-proxy = أما ما يحتفظ به خادم وسيط أمامه، إن وُجد، فيعرفه القائمون على هذا الموقع.
rights-privacy-account-title = إذا كان لديكم حساب
rights-privacy-account = اسمكم وصفتكم وعنوانكم، وبصمة لكلمة مروركم لا يمكن قراءتها منها: ما دام لكم الحساب.
rights-privacy-sessions = أين سجّلتم الدخول، مثل «Firefox, Android»، مع الأوقات: إلى أن تسجّلوا الخروج، وعلى أبعد تقدير بعد { $idle } من دون استعمال أو بعد { $absolute } في المجموع؛ أما القائمون على هذا الموقع فالمدّتان لهم بالأيام: { $operator_idle } و{ $operator_absolute }.
rights-privacy-cookies = ملفّان لتعريف الارتباط: أحدهما يُبقيكم مسجّلي الدخول، والآخر يتيح لنا التعرّف على متصفحكم من جديد، لنخبركم إذا سجّل أحد الدخول من متصفح آخر. ويدوم هذا الأخير مدة { $days }. ولا يُستعمل أي منهما لغير ذلك.
rights-privacy-second-factor = إذا أعددتم عاملًا ثانيًا: مفتاحه مختومًا، وبصمات رموز الاستعادة، إلى أن توقفوه.
rights-privacy-second-factor-operators = وهو إلزامي لمن يديرون هذا الموقع.
rights-privacy-second-factor-coordinators = وهو إلزامي لمن ينسّقون رسائل أو تحالفات ولمن يديرون هذا الموقع.
rights-privacy-new-address = عنوان جديد تطلبونه: إلى أن يُؤكَّد، أسبوعين على الأكثر؛ ويمكن إيقافه من العنوان القديم خلال { $days }.
rights-privacy-acts = ما تقومون به من أجل رسالة، في سجلها الذي يقرؤه منسّقوها: ما دامت الرسالة.
rights-privacy-download = يمكنكم في أي وقت { $download } و{ $delete }. وقبل ذلك يُبيَّن لكم مصير ما وقّعتموه وما كتبتموه.
rights-privacy-download-all = تنزيل كل ذلك
rights-privacy-delete = حذف حسابكم
rights-privacy-signing-title = إذا وقّعت منظمتكم
rights-privacy-signing = اسم المنظمة وبلدها وطريقة التحقق منها معلنة؛ فهذا هو معنى التوقيع. أما اسمكم أنتم فلا يُعلن إلا إذا اخترتم ذلك عند التوقيع. والقائمة التي سُلّمت تبقى كما سُلّمت.
rights-privacy-invited-title = إذا دُعيتم إلى رسالة
rights-privacy-invited = أعطانا منسّقوها عنوانكم، وربما اسمكم، وملاحظات لهم. ولا يراها سواهم، ليدعوكم وليعرفوا من أجاب. وتُمحى { $when }، ما لم يختر منسّقوها موعدًا آخر؛ وكل دعوة تذكر موعدها. وتُمحى معها أسماء المعلّقين، ورسائل البريد التي تثبت أن أحدًا وافق، وكل أسماء الأشخاص التي لا يراها الجمهور.
rights-privacy-invited-when = بعد { $months ->
    [zero] { $months } شهر
    [one] شهر
    [two] شهرين
    [few] { $months } أشهر
    [12] سنة
    [24] سنتين
    [many] { $months } شهرًا
   *[other] { $months } شهر
} من إغلاق باب التوقيع
rights-privacy-gone-title = ما يُحذف من تلقاء نفسه
rights-privacy-gone-registration = طلب التسجيل، أُجيب عنه أم لم يُجَب: بعد { $days } من آخر يوم كان يمكن فيه الرد.
rights-privacy-gone-colleague = دعوة إلى الانضمام إلى منظمة لم يقبلها أحد: بعد { $days }.
rights-privacy-gone-import = رسالة بدأ أحد استيرادها ثم تركها: بعد { $days }.
rights-privacy-gone-mail = رسائل البريد: نصّها فور إرسالها، والباقي بعد { $days }.
rights-privacy-where-title = أين يُحفظ، ومن يراه غيرنا
rights-privacy-where = في قاعدة بيانات واحدة على جهاز هذا الموقع. والأسماء والعناوين مختومة فيها بمفتاح محفوظ في مكان آخر. ولا يُبلَّغ أحد بشيء لقاء مال أو لغرض الإحصاء.
rights-privacy-mail-through = يُرسل البريد عبر خادم البريد { $host }، ويرى مشغّله إلى من نكتب.
rights-privacy-mail-stays = لا يغادر البريد هذا الجهاز.
rights-privacy-local = هذا موقع تجريبي على جهاز شخصي، من دون https.
rights-privacy-ask-title = من تسألون
rights-privacy-ask = القائمين على هذا الموقع: { $contact }. ويمكنهم أيضًا إخباركم بالجهة التي تراقبهم.
rights-privacy-ask-unknown = القائمين على هذا الموقع، بالوسيلة التي تعرفونهم بها.
# Mails, and what stands in the log of a letter.
rights-mail-deleted-subject = حُذف حسابكم
rights-mail-deleted = حُذف حسابكم في Undersigned كما طلبتم، وحُذف معه ما كان محفوظًا عنكم. وما وقّعته منظماتكم يبقى موقّعًا.
rights-mail-deleted-last = هذه آخر رسالة إلى هذا العنوان. وإن لم تكونوا أنتم من طلب ذلك، فاكتبوا فورًا إلى القائمين على الموقع.
rights-mail-contacts-subject = تُمحى جهات الاتصال الخاصة بـ«{ $title }» في { $day }
rights-mail-contacts = في { $day } تُمحى جهات الاتصال الخاصة بالرسالة «{ $title }»، كما أُبلغ المدعوّون: عناوينهم وأسماؤهم، وملاحظاتكم عنهم، ورسائل البريد التي تثبت الموافقة، وأسماء الأشخاص التي لا يراها الجمهور. وتبقى الرسالة وقائمتها كما هما.
rights-mail-contacts-take = ويمكنكم حتى ذلك الحين أخذ جهات الاتصال معكم في جدول، إن كان لديكم سبب خاص للاحتفاظ بها.
rights-mail-contacts-link = جهات الاتصال
rights-tally = { $invited ->
    [zero] لم يُدعَ أحد
    [one] دُعيت جهة واحدة
    [two] دُعيت جهتان
    [few] دُعيت { $invited } جهات
    [many] دُعيت { $invited } جهةً
   *[other] دُعيت { $invited } جهة
}، وقّع منها { $signed } واعتذر { $declined }.
