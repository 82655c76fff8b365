# The words of invitations.
invitations-mail-invited-draft-subject = دعوة إلى قراءة مسوّدة: { $title }
invitations-mail-invited-subject = دعوة إلى التوقيع: { $title }
invitations-mail-opened-subject = فُتح باب التوقيع: { $title }
invitations-mail-reminded-draft-subject = تذكير بمسوّدة للقراءة: { $title }
invitations-mail-reminded-subject = تذكير برسالة للتوقيع: { $title }
invitations-mail-dear-colleague = تحية طيبة،
invitations-mail-your-organization = منظمتكم
invitations-mail-invited-draft = دعوة من { $from } إلى { $whom } لقراءة مسوّدة هذه الرسالة والتعليق عليها: { $title }
invitations-mail-invited-draft-by-coordinators = دعوة من منسّقي رسالة إلى { $whom } لقراءة مسوّدة هذه الرسالة والتعليق عليها: { $title }
invitations-mail-invited = دعوة من { $from } إلى { $whom } لقراءة هذه الرسالة وتوقيعها: { $title }
invitations-mail-invited-by-coordinators = دعوة من منسّقي رسالة إلى { $whom } لقراءة هذه الرسالة وتوقيعها: { $title }
invitations-mail-opened = صار نص هذه الرسالة نهائيًا، والتوقيع عليها متاح لـ{ $whom }: { $title }
invitations-mail-reminded-draft = سبقت دعوة من { $from } إلى { $whom } لقراءة مسوّدة هذه الرسالة والتعليق عليها: { $title }
invitations-mail-reminded-draft-by-coordinators = سبقت دعوة من منسّقي رسالة إلى { $whom } لقراءة مسوّدة هذه الرسالة والتعليق عليها: { $title }
invitations-mail-reminded = سبقت دعوة من { $from } إلى { $whom } لتوقيع هذه الرسالة، ولم يصل جواب بعد: { $title }
invitations-mail-reminded-by-coordinators = سبقت دعوة من منسّقي رسالة إلى { $whom } لتوقيع هذه الرسالة، ولم يصل جواب بعد: { $title }
invitations-mail-no-account = لا تحتاجون إلى حساب لقراءتها.
invitations-mail-no-account-confidential = لا تحتاجون إلى حساب لقراءتها. يُرجى الحفاظ على سريتها إلى حين نشرها.
invitations-mail-read-draft = قراءة المسوّدة
invitations-mail-read-letter = قراءة الرسالة
invitations-mail-yours = هذا الرابط لكم وحدكم: فكل من يملكه يستطيع أن يقرأ النص ويجيب عنكم.
invitations-mail-decline = للاعتذار وعدم تلقي مزيد من البريد بشأن هذه الرسالة:
invitations-mail-red-lines = الخطوط الحمراء قبل { $time }: يُرجى أن تذكروا حتى ذلك الحين ما لا يمكنكم توقيعه.
invitations-mail-until = يمكن توقيعها حتى { $time }.
invitations-mail-both-zones = { $there }، أي { $utc }
invitations-link-over = قد يكون العنوان غير كامل، أو أن الدعوة سُحبت. افتحوا الرابط من البريد مرة أخرى، أو استفسروا ممن دعاكم.
invitations-to-letters = إلى الرسائل
invitations-still-draft = ما زالت هذه الرسالة مسوّدة. يصلكم بريد حين يُفتح باب التوقيع.
invitations-time-over = لم يعد بالإمكان توقيع هذه الرسالة: انقضى وقت التوقيع.
invitations-decline = الاعتذار
invitations-has-signed-refused = وقّعت منظمتكم هذه الرسالة. لإزالة اسمها سجّلوا الدخول واسحبوا التوقيع.
invitations-signed-so-far = { $count ->
    [zero] لم توقّع أي منظمة حتى الآن. وتُعلن الأسماء حين تُنشر الرسالة.
    [one] وقّعت منظمة واحدة حتى الآن. وتُعلن الأسماء حين تُنشر الرسالة.
    [two] وقّعت منظمتان حتى الآن. وتُعلن الأسماء حين تُنشر الرسالة.
    [few] وقّعت { $count } منظمات حتى الآن. وتُعلن الأسماء حين تُنشر الرسالة.
    [many] وقّعت { $count } منظمةً حتى الآن. وتُعلن الأسماء حين تُنشر الرسالة.
   *[other] وقّعت { $count } منظمة حتى الآن. وتُعلن الأسماء حين تُنشر الرسالة.
}
invitations-what-is-kept = ما يُحفظ عنكم
invitations-yours = دعوتكم
invitations-a-coordinator = أحد المنسّقين
invitations-your-organization = منظمتكم
invitations-invites-draft = دعوة من { $from } إلى { $whom } لقراءة هذه المسوّدة والتعليق عليها.
invitations-invites = دعوة من { $from } إلى { $whom } لتوقيع هذه الرسالة.
invitations-is-listed = منظمتكم مدرجة في القائمة، لأن أحدًا وافق باسمها؛ وتبيّن القائمة أنها لم تؤكّد إلى أن توقّع هنا. وإذا كانت لن توقّع، فاعتذروا ويُزال اسمها من القائمة فورًا.
invitations-is-public = الرسالة منشورة.
invitations-confidential = يُرجى الحفاظ على سريتها إلى حين نشرها.
invitations-published-on = وسيكون ذلك في { $time }.
invitations-no-account = لا تحتاجون إلى حساب لقراءتها.
invitations-red-lines = الخطوط الحمراء قبل { $time }: يُرجى أن تذكروا حتى ذلك الحين ما لا يمكنكم توقيعه.
invitations-open-until = باب التوقيع مفتوح حتى { $time }.
invitations-open = باب التوقيع مفتوح.
invitations-closed-on = أُغلق باب التوقيع في { $time }.
invitations-later-until = يمكن توقيعها لاحقًا، حتى { $time }.
invitations-answer = جوابكم
invitations-has-signed = وقّعت منظمتكم هذه الرسالة. { $see }
invitations-see-signature = عرض التوقيع أو سحبه
invitations-closed = لم يعد بالإمكان توقيع هذه الرسالة.
invitations-is-draft = هذه مسوّدة. يصلكم بريد حين يصبح النص نهائيًا ويمكن توقيعه.
invitations-comment = التعليق على المسوّدة
invitations-sign = التوقيع باسم منظمتكم
invitations-next = الخطوة التالية: تسجيل الدخول أو تسجيل منظمتكم (دقيقتان وبريد واحد). ولا يُوقَّع شيء قبل أن تؤكّدوا ذلك في النهاية.
invitations-you-declined = لقد اعتذرتم؛ والتوقيع يلغي الاعتذار.
invitations-decline-listed = الاعتذار وإزالة اسمنا من القائمة
invitations-decline-mails = الاعتذار وعدم تلقي مزيد من البريد بشأن هذه الرسالة
invitations-declined = لقد اعتذرتم
invitations-declined-text = المنسّقون على علم بذلك. ولن يصلكم مزيد من البريد بشأن هذه الرسالة.
invitations-changed-mind = غيّرتم رأيكم؟ اقرؤوها مرة أخرى
invitations-signed = وقّعت منظمتكم
invitations-signed-text = لإزالة اسمها من هذه الرسالة سجّلوا الدخول واسحبوا التوقيع.
invitations-back = العودة إلى الرسالة
invitations-decline-listed-text = يُزال اسم منظمتكم من قائمة الموقّعين التي أدرجه المنسّقون فيها.
invitations-decline-text = لن يصلكم مزيد من البريد بشأن هذه الرسالة. وما دام باب التوقيع مفتوحًا يمكنكم تغيير رأيكم والتوقيع.
invitations-why = ما السبب؟
invitations-why-hint = لا يقرأ ذلك إلا منسّقو الرسالة.
invitations-closed-nothing = لم يعد بالإمكان توقيع هذه الرسالة، فلا شيء يُدعى إليه.
invitations-nobody = من تريدون أن تدعوا؟ لم يُعثر على أي عنوان.
invitations-too-many = أكثر من 5000 دفعة واحدة كثير. أرسلوها على دفعتين.
invitations-no-coalition = اختاروا تحالفًا تنسّقونه أو منظمتكم عضو فيه.
invitations-no-text-file = هذا الملف ليس نصًا. احفظوا الجدول بصيغة CSV من برنامج الجداول، وأرسلوه.
invitations-board = الدعوات
invitations-note-invited = { $count ->
    [zero] لم يُدعَ أي عنوان.
    [one] دُعي عنوان واحد.
    [two] دُعي عنوانان.
    [few] دُعيت { $count } عناوين.
    [many] دُعي { $count } عنوانًا.
   *[other] دُعي { $count } عنوان.
}
invitations-note-already = { $count ->
    [zero] لم يكن أي عنوان مدعوًا من قبل.
    [one] كان عنوان واحد مدعوًا من قبل ولم يُرسل إليه بريد ثانٍ.
    [two] كان عنوانان مدعوين من قبل ولم يُرسل إليهما بريد ثانٍ.
    [few] كانت { $count } عناوين مدعوة من قبل ولم يُرسل إليها بريد ثانٍ.
    [many] كان { $count } عنوانًا مدعوًا من قبل ولم يُرسل إليها بريد ثانٍ.
   *[other] كان { $count } عنوان مدعوًا من قبل ولم يُرسل إليها بريد ثانٍ.
}
invitations-note-reminded-nobody = لم يُرسل تذكير إلى أحد: فقد أجاب الجميع أو وصلهم بريد خلال اليوم الأخير.
invitations-note-reminded = { $count ->
    [zero] لم يُرسل أي تذكير.
    [one] أُرسل تذكير إلى عنوان واحد.
    [two] أُرسل تذكير إلى عنوانين.
    [few] أُرسل تذكير إلى { $count } عناوين.
    [many] أُرسل تذكير إلى { $count } عنوانًا.
   *[other] أُرسل تذكير إلى { $count } عنوان.
}
invitations-note-saved = حُفظت الملاحظة.
invitations-note-revoked = سُحبت الدعوة؛ ولم تعد روابطها صالحة.
invitations-note-sent = الدعوة في طريقها.
invitations-not-reminded-closed = لم يعد بالإمكان توقيع هذه الرسالة، فلا يُرسل تذكير إلى أحد.
invitations-not-reminded-answered = وصل الجواب، فلا يُرسل تذكير.
invitations-not-reminded-bounced = ارتدّ آخر بريد أُرسل إلى هذا العنوان. صحّحوا العنوان أولًا.
invitations-not-reminded-too-soon = أُرسل إلى هذا العنوان بريد خلال العشرين ساعة الأخيرة. امنحوهم بعض الوقت.
invitations-not-reminded-enough = وصلهم من البريد بشأن هذه الرسالة ما يكفي. وقد تكون مكالمة أنفع.
invitations-address-taken = هناك دعوة أخرى إلى هذه الرسالة على هذا العنوان.
invitations-address-enough = وصل إلى هذا العنوان من البريد بشأن هذه الرسالة ما يكفي.
invitations-address-declined = جاء الاعتذار، ولن يُرسل مزيد من البريد بشأن هذه الرسالة. يمكنكم أن تسألوا شخصًا آخر هناك على عنوان آخر.
invitations-not-changed-signed = تم التوقيع، فتبقى الدعوة كما هي.
invitations-note-too-long = الملاحظة أطول من 1000 حرف. ارجعوا واختصروها.
invitations-no-address = هذا ليس عنوان بريد إلكتروني.
invitations-line-no-address = ليس فيه عنوان.
invitations-line-no-mail-address = هذا ليس عنوان بريد.
invitations-line-two-addresses = فيه عنوانان. ضعوا بينهما فاصلة.
invitations-line-name-long = الاسم أطول من 200 حرف.
invitations-line-a-name-long = أحد الأسماء أطول من 200 حرف.
invitations-line-coalition = لا صلة لكم بتحالف اسمه «{ $coalition }». اتركوا هذا العمود فارغًا لدعوتهم على أي حال.
invitations-stage-invited = لم تُفتح بعد
invitations-stage-opened = فُتحت
invitations-stage-preparing = في طور التوقيع
invitations-stage-signed = وقّعت
invitations-stage-declined = اعتذرت
invitations-stage-revoked = سُحبت
invitations-stage-bounced = ارتدّ بريدها
invitations-one-thing = أمر واحد يحتاج إلى مراجعة
invitations-understood = { $count ->
    [zero] لم يُفهم أي عنوان
    [one] فُهم عنوان واحد
    [two] فُهم عنوانان
    [few] فُهمت { $count } عناوين
    [many] فُهم { $count } عنوانًا
   *[other] فُهم { $count } عنوان
}
invitations-understood-already = { $count ->
    [zero] لم يكن أي عنوان مدعوًا من قبل.
    [one] عنوان واحد مدعو من قبل: لا بريد ثانيًا.
    [two] عنوانان مدعوان من قبل: لا بريد ثانيًا.
    [few] { $count } عناوين مدعوة من قبل: لا بريد ثانيًا.
    [many] { $count } عنوانًا مدعوة من قبل: لا بريد ثانيًا.
   *[other] { $count } عنوان مدعوة من قبل: لا بريد ثانيًا.
}
invitations-understood-twice = { $count ->
    [zero] لا عنوان مكرر.
    [one] عنوان واحد مكرر: بريد واحد.
    [two] عنوانان مكرران: بريد واحد لكل منهما.
    [few] { $count } عناوين مكررة: بريد واحد لكل منها.
    [many] { $count } عنوانًا مكررة: بريد واحد لكل منها.
   *[other] { $count } عنوان مكررة: بريد واحد لكل منها.
}
invitations-and-more = و{ $count } غيرها
invitations-unreadable = { $count ->
    [zero] قُرئت الأسطر كلها
    [one] تعذّرت قراءة سطر واحد
    [two] تعذّرت قراءة سطرين
    [few] تعذّرت قراءة { $count } أسطر
    [many] تعذّرت قراءة { $count } سطرًا
   *[other] تعذّرت قراءة { $count } سطر
}
invitations-unreadable-text = لم يُرسل شيء. صحّحوها أدناه، أو ادعوا الآخرين.
invitations-line = السطر { $line }: «{ $words }» { $why }
invitations-nobody-more = لم يعد بالإمكان توقيع هذه الرسالة، فلا يمكن دعوة أحد.
invitations-invite = الدعوة
invitations-invite-more = دعوة آخرين
invitations-invite-more-summary = إلصاق عناوين أو إرسال جدول
invitations-none = بلا
invitations-about = يصل إلى كل عنوان بريد واحد فيه رابط شخصي يفتح النص دون حساب.
invitations-about-draft = وما دام النص مسوّدة يستطيع المدعوون التعليق عليه؛ ويصلهم بريد ثانٍ حين يُفتح باب التوقيع.
invitations-field-addresses = العناوين
invitations-field-addresses-hint = عنوان في كل سطر، أو بينها فواصل: Amal Haddad <amal@example.org>
invitations-field-csv = أو جدول
invitations-field-csv-hint = المنظمة، الشخص، البريد الإلكتروني، التحالف؛ منسوخة من جدول أو بصيغة CSV.
invitations-field-coalition = أو كل أعضاء تحالف
invitations-field-coalition-hint = يصل البريد إلى مالكي حساب كل عضو. ولا ترون عناوينهم.
invitations-try-again = المحاولة مرة أخرى
invitations-invite-readable = دعوة { $count } مما أمكنت قراءته
invitations-invite-count = دعوة { $count }
invitations-look-first = معاينة أولًا
invitations-field-file = أو ملف
invitations-field-file-hint = (CSV، ‏2 ميغابايت على الأكثر)
invitations-read-file = قراءة الملف
invitations-stages = المراحل
invitations-in-all = { $count } المدعوون جميعًا
invitations-at-stage = { $count } { $stage }
invitations-remind-all = تذكير كل من لم يجب
invitations-remind-all-hint = لا يصل إلى أحد بريدان في يوم واحد.
invitations-who = من دُعي
invitations-search-for = اسم أو عنوان أو ملاحظة
invitations-search = بحث
invitations-csv = الكل في جدول (CSV)
invitations-nobody-found = لم يُعثر على أحد. { $everyone }
invitations-show-everyone = عرض الجميع
invitations-page-of = الصفحة { $page } من { $pages }، والمجموع { $found }
invitations-pages = الصفحات
invitations-page-earlier = السابق
invitations-page-next = التالي
invitations-owner-of-member = مالك حساب أحد الأعضاء
invitations-as-member = بصفة عضو
invitations-said = «{ $words }»
invitations-change = تغيير
invitations-field-note = ملاحظة، للمنسّقين فقط
invitations-keep-note = حفظ الملاحظة
invitations-field-somebody-else = عنوان شخص آخر
invitations-field-address = العنوان
invitations-send-there = إرسال الدعوة إليه
invitations-remind = تذكير
invitations-take-back = سحب الدعوة
