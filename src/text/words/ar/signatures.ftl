# The words of signatures.

# Signing.
signatures-sign-title = توقيع: { $title }
signatures-your-signature = توقيعكم
signatures-sign-heading = التوقيع باسم منظمتكم
signatures-text-moved = عُدّل النص بينما كنتم تقرؤون. لم يُوقَّع شيء. وهذا ما تغيّر:
signatures-was-prepared = أُعِدّ توقيع { $name } في { $time }، وهو ينتظر أن يوافق عليه شخص مخوَّل من رسالة البريد التي وصلته.
signatures-no-longer-signed = لم يعد توقيع هذه الرسالة ممكنًا.
signatures-what-is-kept = ما يُحفظ من بياناتكم
signatures-has-signed = وقّعت { $name } هذه الرسالة.
signatures-is-counted-only = اسمها محجوب: فهي تُحسب ولا تُسمّى.
signatures-answer-asked-lead = يُطلب جوابكم:
signatures-answer-asked = تغيّر النص منذ توقيعكم.
signatures-keep-or-withdraw = إبقاء التوقيع أو سحبه
signatures-see-on-list = عرضه في القائمة
signatures-shown-once-public = لم تُنشر الرسالة بعد. يظهر الاسم عند نشرها.
signatures-receipt = إيصال هذا التوقيع
signatures-withdraw = سحب التوقيع
signatures-appear = كما تودّون أن يظهر الاسم
signatures-name-in-letter = الاسم في هذه الرسالة
signatures-name-in-letter-hint = اتركوه فارغًا لاستعمال اسم منظمتكم كما هو.
signatures-acronym = الاسم المختصر
signatures-members = باسم كم عضوًا
signatures-save = حفظ
signatures-signs-for-none = لا يوقّع حسابكم باسم أي منظمة بعد.
signatures-register = تسجيل منظمتكم
signatures-for-which = باسم أي منظمة؟
signatures-sign = توقيع
signatures-for-line-or-none = حيث يرد السطر، أو بلا تحالف
signatures-for-none = بلا تحالف
signatures-for = باسم { $name }
signatures-another-one = منظمة أخرى
signatures-verification-asked = تشترط هذه الرسالة: { $asks }. أما حال منظمتكم فهي: { $verified }. لذلك ينتظر توقيعها أن ينظر فيه المنسّقون قبل إدراجه.
signatures-signed-by = الموقّع عن المنظمة
signatures-title = الصفة
signatures-stand-under = الإدراج ضمن
signatures-shown-to-public = ما يظهر للجمهور
signatures-shows-organization = المنظمة فقط
signatures-shows-representative = المنظمة ومن وقّع عنها
signatures-shows-nothing = احسبونا ولا تسمّونا
signatures-ends-protection = منظمتكم غير ظاهرة في الصفحات العلنية لهذا الموقع. والتوقيع باسمها ينهي ذلك.
signatures-prepare-what = يتلقى شخص مخوَّل في منظمتكم رسالة بريد، فيقرأ النص ويوافق. ولا يُوقَّع شيء قبل ذلك.
signatures-prepare = إعداد التوقيع
signatures-you-declare = تصرّحون بذلك بصفتكم { $name } ({ $role })، من العنوان { $email }. يستطيع أفراد المنظمة ومنسّقو الرسالة قراءة ذلك، ويتلقى كل مالك لها رسالة بريد؛ أما الجمهور فيرى ما اخترتموه أعلاه.
signatures-sign-this = توقيع هذه الرسالة
signatures-can-withdraw = يمكنكم سحب التوقيع في أي وقت من هذه الصفحة.
signatures-line-waits = في القائمة سطر ينتظر التأكيد
signatures-line-ours = { $name } هي منظمتنا: نؤكّد السطر. يبقى في مكانه وبالاسم الوارد فيه، ويمكنكم تغيير ذلك لاحقًا.
signatures-line-another = { $name } منظمة أخرى: نوقّع إلى جانبها.

# What was declared.
signatures-declares-signed = أنا مخوَّل بالتوقيع باسم { $organization }، وأضع اسمها تحت هذه الرسالة، بنصّها الذي عُرض عليّ تمامًا.
signatures-declares-approved = أنا { $person }، مخوَّل بالتوقيع باسم { $organization }، وأضع اسمها تحت هذه الرسالة، بنصّها الذي عُرض عليّ تمامًا.
signatures-declares-kept = أنا مخوَّل بالتوقيع باسم { $organization }، وأُبقي اسمها تحت هذه الرسالة، بنصّها المعدَّل الذي عُرض عليّ تمامًا.
signatures-declares-prepared = أُعِدّ توقيع { $organization }. ولا يصدر إلا عن شخص مخوَّل آخر.
signatures-role-owner = مالك
signatures-role-signatory = مفوَّض بالتوقيع
signatures-role-member = عضو
signatures-declared-signed = { $person }: توقيع في { $time }، الصيغة { $revision }.
signatures-declared-prepared = { $person }: إعداد التوقيع في { $time }، الصيغة { $revision }.
signatures-declared-approved = { $person }: الموافقة على التوقيع ومنحه في { $time }، الصيغة { $revision }.
signatures-declared-kept = { $person }: إبقاء التوقيع تحت النص المعدَّل في { $time }، الصيغة { $revision }.
signatures-declared-by = { $name } ({ $role })
signatures-declared-by-from = { $name } ({ $role }، { $email })
signatures-somebody-erased = شخص مُحي اسمه

# Where a signature stands.
signatures-waits-lead = ينتظر التوقيع أن ينظر فيه منسّقو الرسالة
signatures-waits-off = { $lead }، ولا يُدرج في القائمة ولا يُحسب حتى ذلك الحين. تشترط هذه الرسالة: { $asks }. وستصلكم رسالة بريد بما يقرّرونه.
signatures-suspended-lead = التوقيع معلَّق
signatures-suspended-off = { $lead }: في { $time } قال أحد مالكي المنظمة إنه لم يكن مأذونًا به. وهو خارج القائمة ولا يُحسب إلى أن يقرّر منسّقو الرسالة.
signatures-who-declared = من صرّح بماذا
signatures-you-confirmed = أكّدتموه. ويقول مالك آخر إنه لم يكن مأذونًا به، فالقرار لمنسّقي الرسالة.
signatures-confirm-what = إذا كنتم تعلمون أنه مأذون به فأكّدوه. وإذا كنتم أنتم من قال خلاف ذلك، يعود ساريًا على الفور.
signatures-confirm = تأكيد التوقيع

# Withdrawing, and what an owner can say, from a mail.
signatures-was-withdrawn = لا يرد اسم { $name } تحت هذه الرسالة: سُحب في { $time }.
signatures-was-delivered-before = ما سُلّم من قبل يبقى كما سُلّم. وقد وصلت منسّقي الرسالة رسالة بريد، وهم يعرفون من يُبلغون.
signatures-can-come-back = يمكنكم العودة ما دام باب التوقيع مفتوحًا. ويتطلب ذلك تسجيل الدخول، كي لا يوقّع عنكم من لا يملك إلا هذه الرسالة.
signatures-sign-in-and-sign = تسجيل الدخول والتوقيع من جديد
signatures-has-signed-waits = وقّعت { $name } هذه الرسالة. وينتظر التوقيع منذ { $time } أن ينظر فيه منسّقو الرسالة؛ وهو ليس في القائمة ولا يُحسب بعد.
signatures-has-signed-suspended = وقّعت { $name } هذه الرسالة. وفي { $time } قال أحد مالكيها إن التوقيع لم يكن مأذونًا به؛ فهو خارج القائمة إلى أن يقرّر منسّقو الرسالة.
signatures-leaves-at-once = يخرج الاسم من القائمة ومن العدد على الفور.
signatures-leaves-a-trace = الرسالة منشورة، لذلك يذكر تاريخها أن المنظمة سحبت توقيعها ومتى.
signatures-leaves-no-trace = الرسالة غير منشورة، ولن يبقى لذلك أثر.
signatures-leaves-delivered = ما سُلّم يبقى كما سُلّم؛ وتصل منسّقي الرسالة رسالة بريد، وهم يعرفون من يُبلغون.
signatures-sign-in-see-letter = تسجيل الدخول وعرض الرسالة
signatures-sign-in-see-signature = تسجيل الدخول وعرض التوقيع
signatures-was-authorised = هل كان هذا مأذونًا به؟
signatures-owner-of = أنتم من مالكي { $name } التي وقّعت هذه الرسالة:
signatures-not-authorised = لم يكن هذا مأذونًا به
signatures-objection-does = يخرج الاسم من القائمة ومن العدد على الفور. ويتلقى من وقّع وسائر مالكي منظمتكم ومنسّقو الرسالة رسالة بريد؛ ويقرّر المنسّقون إما إعادته، وذلك يتطلب أن يؤكّده أحد مالكي منظمتكم، وإما إزالته.
signatures-what-happened = ماذا حدث؟
signatures-coordinators-read = يقرؤه منسّقو الرسالة.
signatures-is-suspended = التوقيع معلَّق
signatures-suspended-title = عُلّق
signatures-objected = اسم { $name } خارج القائمة ولا يُحسب. وصلت منسّقي الرسالة رسالة بريد، والقرار لهم. وإن كان ذلك خطأ فسجّلوا الدخول وأكّدوا التوقيع: عندئذ يعود ساريًا.

# Keeping or withdrawing.
signatures-question-over = انتهى السؤال
signatures-your-answer = جوابكم
signatures-moved-again = عُدّل النص مرة أخرى بينما كنتم تقرؤون. هذا ما تغيّر منذ توقيعكم؛ نرجو أن تجيبوا من جديد.
signatures-text-says-else = وقّعت { $name } الصيغة { $signed } من هذه الرسالة. ونصّها الآن هو الصيغة { $current }، وهو يقول شيئًا آخر.
signatures-keep-was-prepared = في { $time } أعدّ أحدهم إبقاء التوقيع. وهو ينتظر أن يوافق عليه شخص مخوَّل آخر من رسالة البريد التي وصلته.
signatures-changed-since = ما تغيّر منذ توقيعكم
signatures-coordinators-say = يقول المنسّقون:
signatures-ended-by-delivery = سُلّمت الرسالة في { $time }، وبذلك انتهى هذا السؤال.
signatures-stayed-until-delivery = لم يكن أحد قد أجاب، لذلك يرد التوقيع تحت الصيغة { $revision } فيما سُلّم. وما زال سحبه ممكنًا: فيُزال الاسم من القائمة في هذا الموقع، ولا يتغيّر شيء فيما سُلّم.
signatures-date-was = كان آخر موعد للجواب { $time }. ولم يجب أحد، لذلك يبقى التوقيع تحت الصيغة { $revision }، ويرى القرّاء ذلك.
signatures-can-still-answer = ما زال بإمكانكم الجواب.
signatures-can-only-withdraw = لم يعد توقيع الرسالة ممكنًا؛ ويمكن سحب التوقيع.
signatures-answer-by-or-leave = نرجو أن تجيبوا قبل { $time }. وإن لم يجب أحد تخرج المنظمة من القائمة.
signatures-answer-by-or-stay = نرجو أن تجيبوا قبل { $time }. وإن لم يجب أحد تبقى المنظمة في القائمة مع الإشارة إلى أنها وقّعت الصيغة { $revision }.
signatures-keep = إبقاء التوقيع
signatures-keep-takes-two = تشترط منظمتكم شخصين لكل توقيع: يُعَدّ إبقاؤه هنا، ويوافق عليه شخص مخوَّل آخر من رسالة بريد.
signatures-keep-declares = من يُبقيه يصرّح بما يلي: { $words }
signatures-keep-does = الإبقاء يضع التوقيع تحت النص كما هو الآن (الصيغة { $revision }).
signatures-withdraw-does = السحب يزيل الاسم من القائمة.
signatures-kept = أبقت { $name } توقيعها، تحت الصيغة { $revision }.
signatures-has-withdrawn = سحبت { $name } توقيعها.
signatures-left-by-delivery = لم يكن أحد قد أجاب، لذلك لا ترد { $name } تحت ما سُلّم.
signatures-left-by-silence = لم يجب أحد في الموعد، لذلك خرجت { $name } من القائمة.
signatures-stands-under = ترد { $name } تحت الصيغة { $revision }.
signatures-question-answered = أُجيب عن هذا السؤال.
signatures-change-your-mind = لتغيير رأيكم، { $here }.
signatures-change-your-mind-here = سجّلوا الدخول واعرضوا التوقيع

# Names that are withheld.
signatures-withholding-protects = يقرأ الجمهور عدد الأسماء المحجوبة ولا شيء عنكم. ويستطيع منسّقو هذه الرسالة الاطلاع على اسمكم؛ ويُدوَّن كل اطلاع.
signatures-withholding-does-not = ولا يحمي ذلك مما هو معروف أصلًا: من علم منكم أنكم توقّعون، أو حيث كان توقيع منظمتكم علنيًا من قبل.
signatures-withheld-by-coordinators = يحجب منسّقو هذه الرسالة الاسم حمايةً لمنظمتكم. لإظهاره اطلبوا ذلك منهم: فينهون الحجب، ثم تُظهرونه هنا.
signatures-show-name = إظهار الاسم
signatures-show-name-does = عندئذ يرد الاسم في القائمة للجميع.
signatures-show-name-does-protected = عندئذ يرد الاسم في القائمة للجميع، وتعود لمنظمتكم صفحة علنية هنا.
signatures-withhold-name = حجب الاسم
signatures-withhold-name-does = يبقى التوقيع ويُحسب؛ ويقرأ الجمهور أن منظمة أخرى وقّعت دون أن يعرف أيّها. ويستطيع المنسّقون الاطلاع على الاسم؛ ويُدوَّن كل اطلاع.
signatures-withhold-name-public = الرسالة منشورة: والنسخ التي أخذها القرّاء ومحركات البحث ومن وصلتهم تحتفظ بالاسم.
signatures-withhold-name-delivered = وقد سُلّمت وفيها الاسم؛ فلا تعود الملفات المسلَّمة متاحة هنا، أما المرسَل إليه فلديه نسخته.
signatures-names-withheld = { $count ->
    [zero] لا أسماء محجوبة.
    [one] اسم واحد محجوب. الأسماء المحجوبة تُحسب ولا ترد إلا في صفحة واحدة. ويُدوَّن كل اطلاع عليها في سجل الرسالة.
    [two] اسمان محجوبان. الأسماء المحجوبة تُحسب ولا ترد إلا في صفحة واحدة. ويُدوَّن كل اطلاع عليها في سجل الرسالة.
    [few] { $count } أسماء محجوبة. وهي تُحسب ولا ترد إلا في صفحة واحدة. ويُدوَّن كل اطلاع عليها في سجل الرسالة.
    [many] { $count } اسمًا محجوبًا. وهي تُحسب ولا ترد إلا في صفحة واحدة. ويُدوَّن كل اطلاع عليها في سجل الرسالة.
   *[other] { $count } اسم محجوب. وهي تُحسب ولا ترد إلا في صفحة واحدة. ويُدوَّن كل اطلاع عليها في سجل الرسالة.
}
signatures-look-up = { $count ->
    [zero] الاطلاع على الأسماء
    [one] الاطلاع على الاسم
    [two] الاطلاع على الاسمين
    [few] الاطلاع على الأسماء
    [many] الاطلاع على الأسماء
   *[other] الاطلاع على الأسماء
}
signatures-withheld-names = أسماء محجوبة
signatures-withheld-names-note = لا يرى هذه الأسماء إلا منسّقو هذه الرسالة، وهذا الاطلاع مدوَّن في سجلها. نرجو ألا تنسخوها إلى أي مكان.
signatures-no-name-withheld = لا اسم محجوب.
signatures-back-to-list = العودة إلى القائمة
signatures-signed-on = وقّعت في { $date }
signatures-listed-on = أُدرجت في { $date }، ولم تؤكّد
signatures-withheld-to-protect = حجبه المنسّقون حمايةً لها.
signatures-withheld-by-wish = محجوب برغبتها: ولا يُظهره إلا أفرادها.
signatures-change = تغيير
signatures-counted-under = يُحسب ضمن
signatures-move = نقل
signatures-end-protection = إنهاء الحماية
signatures-protect-reason = سبب الحماية، دون ذكر الاسم
signatures-protect = حمايتها، فلا تُظهر اسمها وحدها
signatures-removal-reason = السبب، دون ذكر الاسم
signatures-take-off = إزالته من القائمة

# What is answered to the forms of signing.
signatures-note-withdrawn = سُحب التوقيع.
signatures-note-prepared = أُعِدّ التوقيع. ووصلت المخوَّلين في منظمتكم رسالة بريد للموافقة عليه.
signatures-note-hidden = الاسم محجوب من الآن فصاعدًا: يُحسب التوقيع ولا يُسمّى صاحبه.
signatures-note-shown = الاسم ظاهر من الآن فصاعدًا.
signatures-note-authorised = أكّدتم أن التوقيع مأذون به. وقد عاد ساريًا.
signatures-note-confirmed = أكّدتم أن التوقيع مأذون به. ويقول مالك آخر خلاف ذلك، فالقرار لمنسّقي الرسالة.
signatures-note-suspended = التوقيع معلَّق: خارج القائمة ولا يُحسب. والقرار لمنسّقي الرسالة.
signatures-note-printed = حُفظ. وتعرضه القائمة على هذا النحو.
signatures-note-welcome = تم التحقق من منظمتكم، وقد سُجّل دخولكم. اقرؤوا النص ثم وقّعوا أدناه.
signatures-who-signs = من يوقّع؟ الاسم ناقص.
signatures-tick-authority = ضعوا علامة على أنكم مخوَّلون بالتوقيع باسم المنظمة.
signatures-say-whether-yours = اذكروا هل سطر القائمة هذا لمنظمتكم.
signatures-choose-display = اختاروا ما يظهر للجمهور.
signatures-not-the-shown-text = ليس هذا هو النص الذي عُرض عليكم. نرجو أن تقرؤوه كما هو أعلاه ثم توقّعوا من جديد.
signatures-not-the-shown-text-to-prepare = ليس هذا هو النص الذي عُرض عليكم. نرجو أن تقرؤوه كما هو أعلاه ثم تُعِدّوا التوقيع من جديد.
signatures-not-a-member = لم يؤكّد هذا التحالف عضوية منظمتكم. اختاروا غيره، أو لا شيء.
signatures-signing-is-over = لم يعد توقيع هذه الرسالة ممكنًا: انقضى وقت التوقيع.
signatures-needs-two = يحتاج التوقيع في منظمتكم إلى شخصين. أعيدوا تحميل الصفحة وأعِدّوا التوقيع؛ ثم يوافق عليه شخص مخوَّل آخر.
signatures-not-yours-to-sign = يمكنكم التوقيع باسم منظمة أنتم من مالكيها أو من المفوَّضين بالتوقيع عنها.
signatures-not-yours-to-withdraw = يمكنكم سحب توقيع منظمة أنتم من مالكيها أو من المفوَّضين بالتوقيع عنها.
signatures-not-yours-to-prepare = يمكنكم إعداد توقيع لمنظمة تنتمون إلى أفرادها.
signatures-not-yours-to-show = يحدّد ما يظهر من توقيع المنظمة أحد مالكيها أو المفوَّضين بالتوقيع عنها.
signatures-not-yours-to-print = يحدّد كيفية ظهور اسم المنظمة أحد مالكيها أو المفوَّضين بالتوقيع عنها.
signatures-does-not-stand = لا يرد اسم هذه المنظمة تحت هذه الرسالة.
signatures-names-stay-closed = لم يعد توقيع هذه الرسالة ممكنًا، وتبقى أسماؤها كما هي. اسألوا منسّقيها.
signatures-names-stay-delivered = سُلّمت هذه الرسالة: تبقى أسماؤها كما هي.
signatures-not-printed-at-all = اسم هذه المنظمة محجوب هنا: فلا يُطبع أصلًا.
signatures-does-not-stand-here = لا يرد اسم هذه المنظمة تحت هذه الرسالة.
signatures-what-to-show-missing = لا تذكر الاستمارة ما ينبغي إظهاره.
signatures-is-protected = يحجب منسّقو هذه الرسالة الاسم حمايةً لمنظمتكم. اطلبوا منهم إنهاء ذلك؛ ثم يمكنكم إظهاره هنا.
signatures-was-delivered-so = سُلّمت الرسالة على هذا النحو، وما سُلّم يبقى كما هو.
signatures-ask-an-owner = يصدر التوقيع في منظمتكم عن شخصين. لإظهار اسمها من جديد اسألوا أحد مالكيها.
signatures-reconsent-link-over = لم يعد هذا الرابط يسأل عن شيء: إما أنه لم يوجد قط، وإما أن الجواب عن هذا التوقيع لم يعد لكم. سجّلوا الدخول لمعرفة حال منظمتكم.
signatures-answer-missing = لا تذكر الاستمارة هل يُبقى التوقيع أم يُسحب.
signatures-answer-over = انتهى السؤال: إما أن الرسالة سُلّمت، وإما أن موعدها مضى ولم يعد توقيعها ممكنًا. ويبقى التوقيع تحت الصيغة التي أُعطي لها؛ وما زال سحبه ممكنًا.
signatures-link-leads-nowhere = قد لا يكون العنوان كاملًا، أو لم تعودوا تتصرفون باسم هذه المنظمة. سجّلوا الدخول لمعرفة حال منظمتكم.
signatures-link-used = استُعمل الرابط، وما قلتموه محسوب. سجّلوا الدخول لمعرفة حال التوقيع.
signatures-link-past = انقضى وقته، أو أُعطي التوقيع من جديد بعده. ابحثوا عن أحدث رسالة بريد، أو سجّلوا الدخول.
signatures-objection-withdrawn = سُحب التوقيع، فلا يرد الاسم تحت شيء.
signatures-nothing-to-confirm = لا يقول أحد إن هذا التوقيع لم يكن مأذونًا به: فليس هناك ما يؤكَّد.
signatures-said-very-often = قيل هذا وسُحب مرات كثيرة. والقرار لمنسّقي الرسالة.
signatures-not-confirmed-yet = لم يؤكّد هذا التوقيع أحد من مالكي المنظمة بعد. ويمكنهم ذلك من صفحة الرسالة بعد تسجيل الدخول.

# Preparing and approving.
signatures-signed-already = وقّعت منظمتكم هذه الرسالة من قبل.
signatures-nobody-to-approve = ليس في منظمتكم مخوَّل آخر بالتوقيع، فليس هناك من يوافق عليه.
signatures-prepared-very-often = أُعِدّ هذا مرات كثيرة. ولدى المخوَّلين رسائل بريد بشأنه؛ اسألوهم.
signatures-approval-leads-nowhere = قد لا يكون العنوان كاملًا، أو لم تعودوا مخوَّلين في هذه المنظمة.
signatures-approval-own = أعددتم هذا التوقيع بأنفسكم: فلا بد أن يوافق عليه مخوَّل آخر.
signatures-approval-approved = تمت الموافقة على التوقيع من قبل، وأُعطي.
signatures-approval-refused = رُفض التوقيع. ولا بد من إعداده من جديد.
signatures-approval-over = أُعِدّ توقيع أحدث، أو طال انتظار هذا. ابحثوا عن أحدث رسالة بريد.
signatures-approve-title = الموافقة على توقيع
signatures-approved-kept-title = أُبقي
signatures-approved-signed-title = وُقّع
signatures-approved-kept = يرد اسم { $name } تحت النص المعدَّل لهذه الرسالة.
signatures-approved-withheld = يُحسب اسم { $name } تحت هذه الرسالة، وهو محجوب.
signatures-approved-signed = يرد اسم { $name } تحت هذه الرسالة.
signatures-approval-not-a-member = لم يعد التحالف المختار يعدّ منظمتكم من أعضائه. ولا بد من إعداد التوقيع من جديد.
signatures-refused-title = رُفض
signatures-refused = لم يُوقَّع شيء. وتصل رسالة بريد إلى من أعدّ التوقيع.
signatures-about = موضوع هذه الصفحة
signatures-a-colleague = أحد الزملاء
signatures-would-keep = يودّ { $by } إبقاء توقيع { $name } تحت النص المعدَّل لهذه الرسالة. ويبقى التوقيع تحت النص السابق إلى أن توافقوا.
signatures-has-prepared = أعدّ { $by } توقيع { $name } تحت هذه الرسالة. ولا يُوقَّع شيء إلى أن توافقوا.
signatures-keep-confidential = نرجو إبقاءها سرّية إلى أن تُنشر.
signatures-changed-since-organization = ما تغيّر منذ توقيع منظمتكم
signatures-approve = الموافقة على التوقيع
signatures-approve-and-keep = الموافقة والإبقاء
signatures-approve-and-sign = الموافقة والتوقيع
signatures-approval-moved-title = تغيّر النص
signatures-approval-moved = أُعِدّ التوقيع لنص سابق. وما يرد أعلاه هو النص كما هو الآن: فإن أرادت منظمتكم توقيعه فلا بد من إعداد التوقيع من جديد.
signatures-sign-in-and-sign-this = تسجيل الدخول وتوقيع هذا النص
signatures-or-refuse = أو الرفض
signatures-why = لماذا؟
signatures-for-who-prepared = لمن أعدّ التوقيع.
signatures-refuse = رفض
signatures-fact-organization = المنظمة
signatures-country = البلد
signatures-fact-shown = ما يظهر
signatures-fact-shown-nothing = لا شيء سوى أن منظمة أخرى وقّعت: الاسم محجوب
signatures-fact-shown-representative = المنظمة ومن وقّع عنها
signatures-fact-shown-organization = المنظمة فقط
signatures-fact-under = ضمن
signatures-fact-prepared = أُعِدّ في
signatures-fact-text = النص
signatures-see-letter = عرض الرسالة

# The mails about a signature.
signatures-its-own = منظمتكم
signatures-its-own-inside = منظمتكم
signatures-nameless = منظمة محجوبة الاسم
signatures-mail-reason = السبب الذي ذكروه: { $reason }
signatures-mail-they-say = يقولون: { $note }
signatures-mail-sign-again = يمكن توقيعها من جديد ما دام باب التوقيع مفتوحًا:
signatures-mail-see-signature = عرض التوقيع
signatures-mail-protected-subject = لم تعد منظمتكم مسمّاة: { $title }
signatures-mail-protected = يحجب أحد المنسّقين اسم { $organization } تحت هذه الرسالة حمايةً لها: { $title }
signatures-mail-protected-stays = يبقى التوقيع ويُحسب. لإظهار الاسم اطلبوا ذلك من المنسّقين: فينهون الحماية، ثم تُظهرونه هناك بأنفسكم.
signatures-mail-copies-keep = النسخ التي أُخذت من قبل، لدى القرّاء أو محركات البحث أو من وصلتهم بالبريد، تحتفظ بالاسم.
signatures-mail-may-be-shown-subject = يمكن تسمية منظمتكم من جديد: { $title }
signatures-mail-may-be-shown = لم يعد المنسّقون يحجبون اسم { $organization } تحت هذه الرسالة: { $title }
signatures-mail-stays-withheld = ويبقى محجوبًا إلى أن تُظهره منظمتكم بنفسها.
signatures-mail-see-or-show = عرض التوقيع، أو إظهار الاسم
signatures-mail-withdrawn-subject = سحبت { $name } توقيعها: { $title }
signatures-mail-withdrawn = لم يعد اسم { $name } يرد تحت هذه الرسالة: { $title }
signatures-mail-renamed-subject = تظهر { $name } باسم آخر: { $title }
signatures-mail-renamed = غيّر أحد منسّقي هذه الرسالة صيغة اسم منظمتكم فيها: { $title }
signatures-mail-before = قبل: { $text }
signatures-mail-after = بعد: { $text }
signatures-mail-since-then = منذ ذلك: { $text }
signatures-mail-see-or-say-how = عرض التوقيع، أو تحديد كيف تودّون الظهور
signatures-mail-nothing-else = لم يتغيّر شيء آخر، لا هنا ولا خارج هذه الرسالة.
signatures-mail-removed-subject = أُزيلت { $name } من القائمة: { $title }
signatures-mail-removed = أزال أحد المنسّقين اسم { $name } من قائمة هذه الرسالة: { $title }
signatures-mail-please-confirm-subject = نرجو تأكيد توقيع { $name }: { $title }
signatures-mail-please-confirm = أدرج أحد منسّقي هذه الرسالة { $name } في قائمة الموقّعين، لأن أحدهم وافق باسمها: { $title }
signatures-mail-please-confirm-withheld = وهي تُحسب فيها واسمها محجوب. نرجو أن تقرؤوا النص بتمامه، ثم توقّعوه أو تعتذروا: وعندئذ تُزال من القائمة.
signatures-mail-please-confirm-named = إلى أن يُؤكَّد ذلك تذكر القائمة أنه غير مؤكَّد. نرجو أن تقرؤوا النص بتمامه، ثم توقّعوه أو تعتذروا: وعندئذ يُزال الاسم من القائمة.
signatures-mail-read-and-confirm = قراءة الرسالة والتأكيد
signatures-mail-link-of-organization = هذا الرابط لمنظمتكم وحدها؛ نرجو ألا تعطوه لغيركم.
signatures-mail-says-no-subject = { $name } لا توقّع: { $title }
signatures-mail-says-no = أُدرجت { $name } بين موقّعي هذه الرسالة، وطُلب منها التأكيد، فاعتذرت: { $title }
signatures-mail-says-no-why = خرج اسمها من القائمة. وإن ذكرت السبب فهو في لوحة الدعوات:
signatures-mail-see-board = عرض اللوحة
signatures-mail-corrected-subject = صُحّح النص: { $title }
signatures-mail-corrected = صحّح المنسّقون نص رسالة وقّعتها { $name }: { $title }
signatures-mail-editorial = التعديل تحريري. يبقى توقيعكم، وليس عليكم فعل شيء.
signatures-mail-nothing = (لا شيء)
signatures-mail-more-paragraphs = { $more ->
    [zero] لم تتغيّر فقرات أخرى.
    [one] تغيّرت فقرة أخرى.
    [two] تغيّرت فقرتان أخريان.
    [few] تغيّرت { $more } فقرات أخرى.
    [many] تغيّرت { $more } فقرةً أخرى.
   *[other] تغيّرت { $more } فقرة أخرى.
}
signatures-mail-see-change = عرض التعديل كلمةً كلمة
signatures-mail-can-withdraw = إذا لم تستطع منظمتكم أن تتبنّاه فيمكنكم سحب التوقيع من صفحة الرسالة.
signatures-mail-keep-subject = إبقاء التوقيع أو سحبه: { $title }
signatures-mail-keep-again-subject = تذكير: إبقاء التوقيع أو سحبه: { $title }
signatures-mail-says-else = تغيّر مضمون نص رسالة وقّعتها { $name }: { $title }
signatures-mail-coordinators-say = يقول المنسّقون: { $note }
signatures-mail-answer-or-leave = نرجو أن تجيبوا قبل { $time }. وإن لم يجب أحد حتى ذلك الحين تخرج { $name } من القائمة.
signatures-mail-answer-or-stay = نرجو أن تجيبوا قبل { $time }. وإن لم يجب أحد حتى ذلك الحين تبقى { $name } في القائمة مع الإشارة إلى أنها وقّعت الصيغة السابقة.
signatures-mail-see-and-answer = عرض ما تغيّر، وإبقاء التوقيع أو سحبه
signatures-mail-link-answers = هذا الرابط لكم وحدكم: فمن يملكه يستطيع الجواب باسم منظمتكم.
signatures-mail-retracted-subject = سُحبت الرسالة: { $title }
signatures-mail-retracted = سحب المنسّقون رسالة وقّعتها { $name }: { $title }
signatures-mail-see-letter-and-signature = عرض الرسالة وتوقيعكم
signatures-mail-retracted-stays = لا يوقّعها أحد بعد الآن. ويبقى اسم منظمتكم في قائمتها تحت هذا التنويه؛ ويمكنكم سحبه هناك.
signatures-mail-left-subject = خرجت { $name } من القائمة: { $title }
signatures-mail-left = لم يجب أحد عن { $name } هل تُبقي توقيعها تحت النص المعدَّل، لذلك لم يعد اسمها يرد تحت هذه الرسالة: { $title }
signatures-mail-left-delivered = سُلّمت الرسالة قبل أن يجيب أحد عن { $name } هل تُبقي توقيعها تحت النص المعدَّل. لذلك لا يرد اسمها تحت الرسالة التي سُلّمت: { $title }
signatures-mail-sign-after-delivery = إن استمر التوقيع فيمكن توقيعها من جديد، ويرد الاسم ضمن «وقّعت بعد التسليم»:

# Mails about a signature that two persons give.
signatures-mail-approve-subject = الموافقة على توقيع { $name }؟ { $title }
signatures-mail-approve-keep-subject = إبقاء توقيع { $name }؟ { $title }
signatures-mail-approve = أعدّ { $by } توقيع { $name } تحت هذه الرسالة: { $title }. ولا يُوقَّع شيء إلى أن يوافق شخص مخوَّل.
signatures-mail-approve-keep = يودّ { $by } إبقاء توقيع { $name } تحت النص المعدَّل لهذه الرسالة: { $title }. ويبقى التوقيع تحت النص السابق إلى أن يوافق شخص مخوَّل آخر.
signatures-mail-until = يمكن توقيعها حتى { $time }.
signatures-mail-read-and-decide = قراءة النص، ثم الموافقة أو الرفض
signatures-mail-first-decides = هذا الرابط لكم وحدكم: لا تعطوا هذه الرسالة لغيركم. ومن يوافق أولًا يحسم الأمر.
signatures-mail-approved-subject = تمت الموافقة: توقيع { $name } تحت { $title }
signatures-mail-not-approved-subject = لم تتم الموافقة: توقيع { $name } تحت { $title }
signatures-mail-approved = وافق { $by } على ما أعددتموه، ووقّعت { $name } هذه الرسالة: { $title }
signatures-mail-approved-keep = وافق { $by } على ما أعددتموه، وأبقت { $name } توقيعها تحت النص المعدَّل: { $title }
signatures-mail-not-approved = لا يوافق { $by } على توقيع { $name } الذي أعددتموه، ولم يُوقَّع شيء: { $title }
signatures-mail-not-approved-keep = لا يوافق { $by } على توقيع { $name } الذي أعددتموه، ويبقى التوقيع تحت النص السابق: { $title }

# Mails about who may sign.
signatures-mail-declared = صرّح { $person } ({ $role }، { $email }) في { $time }: «{ $words }»
signatures-mail-object = إذا لم يكن هذا مأذونًا به فقولوا ذلك هنا؛ ويخرج الاسم من القائمة على الفور
signatures-mail-receipt = إيصال هذا التوقيع، للحفظ والتحقق
signatures-mail-kept-subject = أبقت { $name } توقيعها: { $title }
signatures-mail-kept = أبقى { $person } توقيع { $name } تحت النص المعدَّل لهذه الرسالة: { $title }
signatures-mail-waits-subject = وقّعت { $name }، وتوقيعها ينتظر أحد المنسّقين: { $title }
signatures-mail-signed-subject = وقّعت { $name }: { $title }
signatures-mail-signed = وقّع { $person } هذه الرسالة باسم { $name }: { $title }
signatures-mail-is-withheld = الاسم محجوب: يقرأ الجمهور أن منظمة أخرى وقّعت دون أن يعرف أيّها. ويستطيع منسّقو الرسالة الاطلاع عليه، ويُدوَّن كل اطلاع.
signatures-mail-waits = وهو ليس في القائمة ولا يُحسب بعد: ينظر فيه أحد منسّقي الرسالة أولًا، وستصلكم رسالة بريد بما يقرّره.
signatures-mail-see-or-withdraw = عرض التوقيع، أو سحبه
signatures-mail-exactly = أُعطي التوقيع لهذا النص بعينه (SHA-256): { $hash }
signatures-mail-links-yours = هذه الروابط لكم وحدكم: لا تعطوا هذه الرسالة لغيركم.
signatures-mail-see-case = عرض الحالة
signatures-mail-objection-subject = قيل إن توقيعًا لم يكن مأذونًا به: { $title }
signatures-mail-objection = يقول أحد مالكي منظمة إن التوقيع باسمها لم يكن مأذونًا به. المنظمة: { $name }. وهو من الآن خارج القائمة ولا يُحسب. وتقرّرون أنتم إما إعادته، وذلك يتطلب كلمة أحد مالكيها، وإما إزالته: { $title }
signatures-mail-objection-delivered = يقول أحد مالكي منظمة إن التوقيع باسمها لم يكن مأذونًا به. المنظمة: { $name }. وهو من الآن خارج القائمة ولا يُحسب. وتقرّرون أنتم إما إعادته، وذلك يتطلب كلمة أحد مالكيها، وإما إزالته: { $title }. وقد سُلّمت الرسالة من قبل؛ وتذكر الصفحة من تسلّمها، وما سُلّم يبقى كما هو.
signatures-mail-suspended-subject = { $name }: التوقيع معلَّق: { $title }
signatures-mail-suspended = قال { $person }، بصفته من مالكي منظمتكم، إن التوقيع تحت هذه الرسالة لم يكن مأذونًا به: { $title }
signatures-mail-suspended-until = الاسم خارج القائمة ولا يُحسب إلى أن يقرّر منسّقو الرسالة. وإن كان التوقيع مأذونًا به فيمكن لأحد المالكين تأكيده هناك.
signatures-mail-disagree-subject = مالكان يختلفان بشأن توقيع: { $title }
signatures-mail-disagree = توقيع قال أحد المالكين إنه لم يكن مأذونًا به، ويقول مالك آخر إنه مأذون به. المنظمة: { $name }. ويبقى خارج القائمة إلى أن تقرّروا.
signatures-mail-stands-again-subject = عاد توقيع ساريًا: { $title }
signatures-mail-nothing-to-decide = لم يعد أحد يقول إن هذا التوقيع لم يكن مأذونًا به؛ وقد عاد ساريًا، وليس هناك ما يُقرَّر. المنظمة: { $name }.
signatures-mail-own-stands-again-subject = { $name }: عاد التوقيع ساريًا: { $title }
signatures-mail-was-confirmed = أكّد { $person } التوقيع تحت هذه الرسالة، وقد عاد ساريًا: { $title }
signatures-mail-restored = أعاد منسّقو هذه الرسالة التوقيع، لأن أحد المالكين أكّده: { $title }
signatures-mail-taken-off-subject = { $name }: أُزيل التوقيع: { $title }
signatures-mail-taken-off = أزال منسّقو هذه الرسالة التوقيع، لأن أحد المالكين قال إنه لم يكن مأذونًا به: { $title }
signatures-mail-left-after-delivery-subject = خرجت جهة موقّعة بعد التسليم: { $title }
signatures-mail-left-after-delivery = سحبت جهة موقّعة توقيعها بعد تسليم هذه الرسالة: { $title }
signatures-mail-left-after-delivery-who = المنظمة: { $name }. ما سُلّم يبقى كما هو. وتذكر الصفحة لمن سُلّم، كي تتمكنوا من إبلاغهم.
signatures-mail-see-recipients = عرض من تسلّم الرسالة

# Mails about what waited for a coordinator.
signatures-mail-accepted-subject = { $name } في القائمة: { $title }
signatures-mail-accepted = كان توقيع { $name } تحت هذه الرسالة ينتظر النظر فيه، وهو الآن في قائمتها: { $title }
signatures-mail-not-listed-subject = { $name } غير مدرجة: { $title }
signatures-mail-not-listed = لم يُدرج منسّقو هذه الرسالة توقيع { $name } في قائمتها: { $title }
signatures-mail-not-listed-next = استُرجع التوقيع. ويمكن إعطاؤه من جديد ما دام باب التوقيع مفتوحًا:

# What waits for coordinators.
signatures-waits-look = { $count ->
    [zero] لا توقيعات تنتظر النظر فيها
    [one] توقيع واحد ينتظر النظر فيه
    [two] توقيعان ينتظران النظر فيهما
    [few] { $count } توقيعات تنتظر النظر فيها
    [many] { $count } توقيعًا تنتظر النظر فيها
   *[other] { $count } توقيع تنتظر النظر فيها
}
signatures-waits-cases = { $count ->
    [zero] لا توقيعات قيل إنها غير مأذون بها
    [one] توقيع واحد قيل إنه غير مأذون به
    [two] توقيعان قيل إنهما غير مأذون بهما
    [few] { $count } توقيعات قيل إنها غير مأذون بها
    [many] { $count } توقيعًا قيل إنها غير مأذون بها
   *[other] { $count } توقيع قيل إنها غير مأذون بها
}
signatures-waits-both = { $look }؛ { $cases }
signatures-queue-title = ما ينتظركم
signatures-queue-cases = قيل إنها غير مأذون بها
signatures-queue-no-cases = لم يقل أحد ذلك عن أي توقيع.
signatures-queue-waiting = توقيعات للنظر فيها
signatures-queue-asks = تشترط هذه الرسالة: { $asks }. ومن يصبح متحقَّقًا منه على هذا النحو يُدرج من دونكم.
signatures-queue-none-waits = لا توقيع ينتظر.
signatures-queue-warnings = من في القائمة قد يُخلط بغيره، وما يُبلغ عنه القرّاء
signatures-verified-since = حالها: { $verified }، منذ { $time }.
signatures-verified-so = حالها: { $verified }.
signatures-may-be-another = قد تُخلط بغيرها.
signatures-the-other = الأخرى: { $name }.
signatures-reason = السبب
signatures-reason-hint = يقرؤه بالبريد مالكو المنظمة ومن وقّع.
signatures-waited-since = تنتظر منذ { $time }.
signatures-was-disputed-lead = قال أحد المالكين إن توقيعًا سابقًا لهذه المنظمة هنا لم يكن مأذونًا به
signatures-was-disputed = { $lead }؛ فأُزيل، ويعطيه الآن شخص آخر من جديد.
signatures-put-on-list = إدراجه في القائمة
signatures-refuse-it = رفضه
signatures-take-it-off = إزالته
signatures-put-it-back = إعادته
signatures-off-since = التوقيع خارج القائمة منذ { $time }.
signatures-what-was-declared = ما صُرّح به
signatures-case-delivered = سُلّمت الرسالة وفيها هذا الاسم. وما سُلّم يبقى كما هو؛ { $here }، لإبلاغهم.
signatures-case-delivered-here = اعرضوا من تسلّمها
signatures-case-needs-owner = لإعادته لا بد أن يؤكّده أولًا أحد مالكي المنظمة من صفحة الرسالة.
signatures-an-owner = أحد المالكين
signatures-voice-objects = اعتراض من { $who } في { $time }: لم يكن التوقيع مأذونًا به.
signatures-voice-confirms = تأكيد من { $who } في { $time }: التوقيع مأذون به.
signatures-decided = ما تقرّر
signatures-case-settled = قيل إنه غير مأذون به؛ { $outcome } في { $time }.
signatures-entry-decided = كان ينتظر النظر فيه؛ { $decision } في { $time }.
signatures-outcome-restored = أُعيد إلى القائمة
signatures-outcome-removed = أُزيل من القائمة
signatures-outcome-taken-back = تراجع عنه من قاله
signatures-outcome-withdrawn = سحبته المنظمة
signatures-decision-accepted = قُبل
signatures-decision-refused = رُفض
signatures-decision-risen = أُدرج تلقائيًا: حال التحقق من المنظمة هي ما تشترطه الرسالة
signatures-note-decided = تقرّر ذلك. وتصل أفراد المنظمة رسالة بريد بالسبب الذي ذكرتموه.
signatures-say-why = اذكروا السبب: يقرؤه أفراد المنظمة.
signatures-decided-before = تقرّر هذا قبل لحظة: { $what }. ولم يُنفَّذ شيء مما طلبتموه.

# What the log says.
signatures-log-declined = طُلب منها التأكيد فاعتذرت.
signatures-log-revision = الصيغة { $revision }
signatures-log-revision-delivery = الصيغة { $revision }، حتى التسليم
signatures-log-reminded = { $count ->
    [zero] لا أحد لم يجب عن الصيغة { $revision }
    [one] جهة واحدة لم تجب عن الصيغة { $revision }
    [two] جهتان لم تجيبا عن الصيغة { $revision }
    [few] { $count } جهات لم تجب عن الصيغة { $revision }
    [many] { $count } جهةً لم تجب عن الصيغة { $revision }
   *[other] { $count } جهة لم تجب عن الصيغة { $revision }
}
signatures-a-withheld-name = اسم محجوب
signatures-nameless-inside = منظمة محجوبة الاسم

# What changes the list.
signatures-change-added-group = إضافة مجموعة
signatures-change-changed-group = تغيير مجموعة
signatures-change-removed-group = حذف مجموعة
signatures-change-moved-group = نقل مجموعة
signatures-change-line = تغيير سطر
signatures-change-footnote = تغيير حاشية
signatures-change-by-name = ترتيب القائمة بحسب الاسم
signatures-change-by-time = ترتيب القائمة بحسب وقت التوقيع
signatures-change-by-hand = ترتيب القائمة يدويًا
signatures-change-order = ترتيب القائمة
signatures-change-moved = نقل
signatures-change-took-off = إزالة من القائمة
signatures-change-list = تغيير القائمة
signatures-change-about = { $done }: { $about }

# The list in the coordinators' hands.
signatures-list-title = قائمة الموقّعين
signatures-list-waits = { $waits }. { $look }.
signatures-list-waits-look = اعرضوا ما ليس في القائمة
signatures-list-delivered = سُلّمت هذه الرسالة: تبقى قائمتها وترتيبها وأرقامها كما هي. وما زال بالإمكان العناية بمن وقّع بعد ذلك.
signatures-list-add-listed = إضافة جهة مدرجة
signatures-list-add-group = إضافة مجموعة
signatures-list-no-headings = بحسب قاعدة هذه الرسالة ليس لقائمتها عناوين مجموعات؛ ولا ينفصل إلا الموقّعون اللاحقون والمراقبون. تُختار العناوين { $here }.
signatures-list-no-headings-here = من صفحة الرسالة
signatures-list-keys = لنقل سطر اسحبوه من مقبضه { $handle }، أو انتقلوا إلى المقبض بمفتاح Tab واضغطوا { $up } أو { $down }؛ و{ $home } و{ $end } لأول مكان وآخر مكان ضمن عنوانه، و{ $page_up } و{ $page_down } لعنوان آخر. ويُحفظ كل نقل على الفور.
signatures-list-empty = ليس في القائمة أي منظمة بعد.
signatures-list-none-found = ليس في القائمة اسم فيه هذه الكلمات.
signatures-list-show-whole = عرض القائمة كاملة
signatures-list-show-all = عرض الكل
signatures-counted-listed = { $count ->
    [zero] ، كلها مؤكَّدة
    [one] ، واحدة منها مدرجة دون تأكيد
    [two] ، اثنتان منها مدرجتان دون تأكيد
    [few] ، { $count } منها مدرجة دون تأكيد
    [many] ، { $count } منها مدرجة دون تأكيد
   *[other] ، { $count } منها مدرجة دون تأكيد
}
signatures-counted-listed-all = { $count ->
    [zero] ، كلها مؤكَّدة
    [one] ، مدرجة دون تأكيد
    [two] ، كلتاهما مدرجة دون تأكيد
    [few] ، كلها مدرجة دون تأكيد
    [many] ، كلها مدرجة دون تأكيد
   *[other] ، كلها مدرجة دون تأكيد
}
signatures-counted-withheld = { $count ->
    [zero] ، ولا اسم منها محجوب
    [one] ، واحدة منها محجوبة الاسم
    [two] ، اثنتان منها محجوبتا الاسم
    [few] ، { $count } منها محجوبة الاسم
    [many] ، { $count } منها محجوبة الاسم
   *[other] ، { $count } منها محجوبة الاسم
}
signatures-counted-observers = { $count ->
    [zero] ، دون مراقبين
    [one] ، ومراقب واحد
    [two] ، ومراقبان
    [few] ، و{ $count } مراقبين
    [many] ، و{ $count } مراقبًا
   *[other] ، و{ $count } مراقب
}
signatures-last-change = آخر تغيير: { $what }، { $by }، { $time }
signatures-last-change-by-nobody = آخر تغيير: { $what }، { $time }
signatures-undo = تراجع
signatures-order = الترتيب
signatures-order-name = بحسب الاسم
signatures-order-time = بحسب وقت التوقيع
signatures-order-hand = يدويًا
signatures-find-name = البحث عن اسم
signatures-find = بحث
signatures-headings = عناوين القائمة
signatures-no-heading = بلا عنوان
signatures-after-delivery = وقّعت بعد التسليم
signatures-unnamed-group = مجموعة بلا اسم
signatures-twice = لعلها المنظمة نفسها مرتين
signatures-not-the-same = ليستا منظمة واحدة
signatures-signed-here = وقّعت هنا
signatures-listed-not-confirmed = مدرجة، غير مؤكَّدة
signatures-same-as = هي نفسها { $name }
signatures-take-listed-off = إزالة المدرجة
signatures-take-listed-off-of = إزالة المدرجة: { $name }
signatures-footnotes = الحواشي
signatures-footnote-says = نص الحاشية { $sign }
signatures-late-signatories = موقّعون لاحقون
signatures-observers-not-counted = مراقبون، لا يُحسبون
signatures-heading = العنوان
signatures-change-or-remove = تغيير أو حذف
signatures-nobody-here = لا أحد هنا.
signatures-withheld-here = { $count ->
    [zero] لا أسماء محجوبة هنا.
    [one] اسم واحد محجوب هنا.
    [two] اسمان محجوبان هنا.
    [few] { $count } أسماء محجوبة هنا.
    [many] { $count } اسمًا محجوبًا هنا.
   *[other] { $count } اسم محجوب هنا.
}
signatures-up = ↑ إلى أعلى
signatures-down = ↓ إلى أسفل
signatures-first = الأول
signatures-last = الأخير
signatures-move-up = نقل { $name } إلى أعلى
signatures-move-down = نقل { $name } إلى أسفل
signatures-move-first = نقل { $name } إلى أول مكان
signatures-move-last = نقل { $name } إلى آخر مكان
signatures-to-place = إلى المكان
signatures-place-for = مكان { $name }، من 1 إلى { $last }
signatures-on-behalf-of = { $count ->
    [zero] دون أعضاء
    [one] باسم عضو واحد
    [two] باسم عضوين
    [few] باسم { $count } أعضاء
    [many] باسم { $count } عضوًا
   *[other] باسم { $count } عضو
}
signatures-sorted-as-name = مرتَّبة باسم { $name }
signatures-note-saved = حُفظ.
signatures-note-undone = تم التراجع.
signatures-note-listed = هي في القائمة، مدرجةً دون تأكيد.
signatures-note-asked = هي في القائمة، مدرجةً دون تأكيد. ويُطلب من المنظمة التأكيد بالبريد.
signatures-note-not-asked = هي في القائمة. وقد أجاب ذلك العنوان عن دعوته من قبل، فلم يُسأل ثانيةً.
signatures-note-removed = خرجت من القائمة.
signatures-note-withheld = الاسم محجوب. ويُحسب توقيعها، وتُبلَّغ المنظمة.
signatures-note-protection-ended = انتهت الحماية. يظهر الاسم المدرج من جديد؛ أما المنظمة التي وقّعت فتُظهر اسمها بنفسها، وتُبلَّغ بأن لها ذلك.
signatures-not-by-hand = هذه القائمة غير مرتَّبة يدويًا. اختاروا أولًا الترتيب «يدويًا».
signatures-order-stays = سُلّمت هذه الرسالة: يبقى ترتيب قائمتها كما هو.
signatures-move-unreadable = لا تذكر الاستمارة من يُنقل وإلى أين.
signatures-list-moved = تغيّرت القائمة: غيّرها أحدهم بعد أن فتحتموها. هذه القائمة كما هي الآن؛ ولم يُنفَّذ نقلكم. نرجو أن تعيدوه.
signatures-ordering-unreadable = لا تذكر الاستمارة بحسب ماذا يكون الترتيب.
signatures-undo-other-first = غيّر أحدهم القائمة بعد أن فتحتموها. انظروا إليها من جديد ثم تراجعوا عمّا تقصدون.
signatures-undo-nothing = لم يبق ما يُتراجع عنه.
signatures-undo-no-longer = لم يعد التراجع عن هذا ممكنًا: تغيّر بعده شيء مما مسّه، أو وقّعت منظمة هناك.
signatures-undo-delivered = سُلّمت هذه الرسالة بعد ذلك: تبقى قائمتها كما هي.
signatures-footnote-has-words = للحاشية نص.
signatures-footnote-stays = هذه الحاشية عند أسطر سُلّمت، وتبقى كما هي. استعملوا علامة أخرى.

# Headings.
signatures-heading-title = عنوان من عناوين القائمة
signatures-heading-new-title = عنوان جديد في القائمة
signatures-name = الاسم
signatures-heading-name-hint = اتركوه فارغًا لمجموعة بلا عنوان، أو لاستعمال اسم التحالف كما هو.
signatures-heading-free = لا تحالف: عنوان حر
signatures-heading-kind = ما يرد ضمنه
signatures-heading-signatories = موقّعون
signatures-heading-late = موقّعون لاحقون، بعد غيرهم
signatures-heading-observers = مراقبون، في الآخر ولا يُحسبون
signatures-coalition = التحالف
signatures-heading-coalition-hint = يختار أعضاؤه الموقّعون الإدراج ضمن هذا العنوان.
signatures-heading-remove-this = حذف هذا العنوان
signatures-heading-remove = حذف العنوان
signatures-heading-signatories-stay = { $count ->
    [zero] لا موقّعين ضمنه.
    [one] يبقى موقّعه الوحيد في القائمة بلا عنوان.
    [two] يبقى موقّعاه في القائمة بلا عنوان.
    [few] يبقى موقّعوه الـ{ $count } في القائمة بلا عنوان.
    [many] يبقى موقّعوه الـ{ $count } في القائمة بلا عنوان.
   *[other] يبقى موقّعوه الـ{ $count } في القائمة بلا عنوان.
}
signatures-heading-not-empty = { $count ->
    [zero] لا أحد ضمن هذا العنوان.
    [one] يرد موقّع واحد ضمن هذا العنوان. حدّدوا أنه يبقى بلا عنوان، ثم احذفوه.
    [two] يرد موقّعان ضمن هذا العنوان. حدّدوا أنهما يبقيان بلا عنوان، ثم احذفوه.
    [few] يرد { $count } موقّعين ضمن هذا العنوان. حدّدوا أنهم يبقون بلا عنوان، ثم احذفوه.
    [many] يرد { $count } موقّعًا ضمن هذا العنوان. حدّدوا أنهم يبقون بلا عنوان، ثم احذفوه.
   *[other] يرد { $count } موقّع ضمن هذا العنوان. حدّدوا أنهم يبقون بلا عنوان، ثم احذفوه.
}
signatures-no-such-coalition = لا يوجد تحالف كهذا.
signatures-has-a-heading = لهذا التحالف عنوان في هذه الرسالة من قبل.
signatures-headings-stay = سُلّمت هذه الرسالة: تبقى عناوين قائمتها كما هي.
signatures-heading-move-unreadable = لا تذكر الاستمارة إلى أين يُنقل العنوان.
signatures-choose-kind = اختاروا ما يرد ضمن هذا العنوان.
signatures-choose-heading = اختاروا عنوانًا من عناوين هذه الرسالة.

# A listed signatory.
signatures-listed-title = جهة مدرجة
signatures-listed-what = لمنظمة وافقت في مكان آخر، كرسالة بريد مثلًا. وتظهر مدرجةً دون تأكيد إلى أن توقّع هنا.
signatures-listed-email-asked = يُطلب منها التأكيد بالبريد. ويصبح السطر توقيعها حين تؤكّد.
signatures-listed-email-kept = يُحفظ لوقت لاحق: فلا يُسأل أحد ما دام توقيع الرسالة غير ممكن.
signatures-representative = الممثّل
signatures-listed-email = عنوان المنظمة البريدي
signatures-listed-shows-name = الاسم، مدرجًا دون تأكيد
signatures-listed-shows-nothing = احتسابها دون تسميتها
signatures-listed-who = من وافق
signatures-listed-who-note = للمنسّقين فقط.
signatures-listed-who-name = من
signatures-when = متى
signatures-in-zone = بتوقيت { $zone }.
signatures-note = ملاحظة
signatures-listed-evidence = رسالة البريد، أو ما يثبت ذلك غيرها
signatures-listed-evidence-size = (اختياري، حتى 5 ميغابايت)
signatures-listed-add = إضافة إلى القائمة
signatures-said-by = قاله
signatures-address = العنوان البريدي
signatures-file = الملف
signatures-said-in-future = هذا الوقت لم يحن بعد. متى وافقوا؟
signatures-said-when = متى وافقوا؟ يُكتب الوقت هكذا: 2026-12-14T13:00.
signatures-said-who = من وافق باسمها؟
signatures-an-address = يُكتب العنوان هكذا: name@example.org.
signatures-file-too-large = هذا الملف أكبر من 5 ميغابايت. أرسلوا ملفًا أصغر، أو لا ترسلوا شيئًا.
signatures-nothing-to-ask = وقّعت هذه المنظمة هنا؛ فليس هناك ما يؤكَّد.
signatures-nobody-asked-now = لا يمكن توقيع هذه الرسالة في الوقت الحالي، فلا يُطلب ذلك من أحد.
signatures-address-answered = أجاب هذا العنوان عن دعوته من قبل، أو يُسأل عن سطر آخر.
signatures-asked-enough = سُئل هذا العنوان في الساعات الأخيرة، أو سُئل بقدر ما يجوز أن يُسأل أحد. أمهلوهم قليلًا؛ وقد تنفع المكالمة أكثر.

# One line.
signatures-not-said = غير مذكور
signatures-heading-is-late = { $name } (موقّعون لاحقون)
signatures-heading-is-observers = { $name } (مراقبون)
signatures-line-signed = وقّعت هذه المنظمة هنا.
signatures-line-listed = أدرجها أحد المنسّقين؛ ولم تؤكّد المنظمة.
signatures-line-own-name = اسمها الأصلي { $name }.
signatures-line-imported = كما ورد في القائمة المستوردة: { $name }
signatures-line-withhold = حجب هذا الاسم
signatures-line-withhold-does = حمايةً لها: يقرأ الجمهور أن منظمة أخرى وقّعت دون أن يعرف أيّها.
signatures-line-withhold-listed = يستطيع المنسّقون إظهاره من جديد.
signatures-line-withhold-signed = يُبلَّغ مالكوها بالسبب الذي تذكرونه؛ ويتطلب إظهاره من جديد أحد المنسّقين والمنظمة معًا.
signatures-line-withhold-copies = النسخ التي أُخذت من قبل تحتفظ بالاسم.
signatures-line-withhold-reason-hint = يبقى في سجل الرسالة. لا تذكروا فيه اسم المنظمة.
signatures-line-take-off-signed = وقّعت هذه المنظمة هنا. ويُبلَّغ مالكوها بالبريد بأن اسمها أُزيل وبالسبب؛ ويمكنها التوقيع من جديد ما دام باب التوقيع مفتوحًا.
signatures-line-name-hint = في هذه الرسالة فقط. ويُبلَّغ مالكو المنظمة بما تغيّر.
signatures-sign-hint = العلامات ‎*, †, ‡, §‎ أو رقم.
signatures-sign-in-use = المستعمل: { $signs }
signatures-sorted-as = الترتيب باسم
signatures-sorted-as-hint = حيث يحدّد اسم آخر الترتيب.
signatures-footnote-sign = علامة الحاشية
signatures-footnote-words = نص الحاشية
signatures-footnote-words-hint = النص نفسه عند كل اسم له هذه العلامة.
signatures-line-ask = طلب التأكيد من المنظمة
signatures-line-ask-does = تصلها رسالة بريد فيها رابط، فتقرأ النص بتمامه وتوقّع؛ وعندئذ يصبح هذا السطر توقيعها.
signatures-ask = طلب
signatures-note-line-asked = يُطلب من المنظمة التأكيد بالبريد.
signatures-line-stays = سُلّم هذا السطر: يبقى كما هو، برقمه.
signatures-reason-names = يكشف هذا السبب صاحب الاسم، وهو يبقى في سجل الرسالة. اذكروه دون الاسم.
signatures-members-number = هذا عدد أعضاء، مثل 12.
signatures-choose-country = اختاروا بلدًا من القائمة.
signatures-sign-is-short = علامة الحاشية رمز واحد، أو رقم.
signatures-sign-needed = يحتاج هذا النص إلى علامة، مثل *.
signatures-sign-without-words = لا ترد هذه العلامة في أي مكان بعد: اذكروا معناها.
signatures-footnote-delivered = هذه الحاشية عند أسطر سُلّمت. استعملوا علامة أخرى.
signatures-say-why-removed = اذكروا السبب: وقّعت المنظمة هنا، وتُبلَّغ به.
signatures-say-why-withheld = اذكروا السبب: يبقى في سجل الرسالة، وتُبلَّغ به المنظمة.
signatures-own-wish = ترغب هذه المنظمة نفسها في ألا تُسمّى. ولا يُظهر الاسم إلا أفرادها.

# What the script of the list says.
signatures-script-place = المكان { $at } من { $all } ضمن { $heading }
signatures-script-moved = { $name }: { $place }
signatures-script-saved = { $name }: { $place }. حُفظ.
signatures-script-lost-one = غيّر شخص آخر القائمة في هذه الأثناء. هذه القائمة كما هي الآن. لم يُنفَّذ نقلكم: { $names }.
signatures-script-lost-many = غيّر شخص آخر القائمة في هذه الأثناء. هذه القائمة كما هي الآن. لم تُنفَّذ عمليات النقل ({ $count }): { $names }.
signatures-script-again-one = إعادته
signatures-script-again-many = إعادتها
signatures-script-leave = ترك القائمة كما هي
signatures-script-no-connection = لا يوجد اتصال
signatures-script-signed-out = انتهت جلسة دخولكم
signatures-script-could-not = لم يتمكن الموقع من ذلك
signatures-script-not-saved-yours = لم يُحفظ: { $why }. الترتيب في هذه الصفحة ترتيبكم؛ اتركوا الصفحة مفتوحة.
signatures-script-save-now = حفظه الآن
signatures-script-gone = لم يعد { $names } أو العنوان موجودًا.
signatures-script-handle = نقل { $name }
signatures-script-not-done = تعذّر تنفيذ هذا.
signatures-script-not-saved = لم يُحفظ: لا يوجد اتصال.
signatures-script-not-undone = تعذّر التراجع عن هذا.
signatures-script-load = إعادة تحميل القائمة
signatures-script-not-undone-connection = لم يتم التراجع: لا يوجد اتصال.
signatures-script-comma = ،
