# The words of coalitions.
coalitions-title = التحالفات
coalitions-lead = تحالفات دائمة بين منظمات. يظهر أعضاؤها تحت عنوانها في الرسالة.
coalitions-all = جميع التحالفات
coalitions-none = لا شيء بعد.
coalitions-set-up = تأسيس تحالف
coalitions-set-up-lead = ستنسّقونه أنتم: تطلب المنظمات الانضمام وأنتم تؤكّدونها.
coalitions-name = الاسم
coalitions-name-hint = كما ينبغي أن يظهر فوق أعضائه في الرسالة.
coalitions-acronym = الاسم المختصر
coalitions-website = الموقع الإلكتروني
coalitions-set-it-up = تأسيسه
coalitions-to-confirm = أعضاء بانتظار التأكيد
coalitions-nobody-waits = لا أحد ينتظر.
coalitions-members = الأعضاء
coalitions-none-confirmed = لم يُؤكَّد أي عضو بعد.
coalitions-protected = محمية: لا يراها هنا سوى منسّقي تحالفها.
coalitions-confirm = تأكيد
coalitions-confirm-name = تأكيد { $name }
coalitions-decline = رفض
coalitions-decline-name = رفض { $name }
coalitions-remove = إزالة
coalitions-remove-name = إزالة { $name }
coalitions-unnamed = { $count ->
    [zero] دون أعضاء غير مذكورين
    [one] وعضو واحد لا يُذكر اسمه هنا حفاظًا على سلامته
    [two] وعضوان لا يُذكر اسماهما هنا حفاظًا على سلامتهما
    [few] و{ $count } أعضاء لا تُذكر أسماؤهم هنا حفاظًا على سلامتهم
    [many] و{ $count } عضوًا لا تُذكر أسماؤهم هنا حفاظًا على سلامتهم
   *[other] و{ $count } عضو لا تُذكر أسماؤهم هنا حفاظًا على سلامتهم
}
coalitions-has-asked = طلبت { $name } الانضمام. ولدى المنسّقين رسالة بريد بشأن ذلك.
coalitions-choose-one = اختاروا واحدة
coalitions-join = الانضمام
coalitions-your-organization = منظمتكم
coalitions-ask = طلب التأكيد
coalitions-not-yours = يمكنكم أن تطلبوا لمنظمة توقّعون باسمها. اختاروا واحدة من منظماتكم.
coalitions-only-coordinators = منسّقو هذا التحالف وحدهم يؤكّدون أعضاءه.
coalitions-mail-asks-unnamed = منظمة تطلب الانضمام إلى { $coalition }
coalitions-mail-asks = { $organization } تطلب الانضمام إلى { $coalition }
coalitions-mail-asks-text = تقول { $organization } إنها عضو في { $coalition } وتطلب منكم تأكيد ذلك. وإلى أن تؤكّدوا لا يمكن أن تظهر تحت عنوانكم في رسالة.
coalitions-mail-look = عرض الطلب
coalitions-mail-confirmed-unnamed = أكّد { $coalition } منظمتكم
coalitions-mail-confirmed = أكّد { $coalition } عضوية { $organization }
coalitions-mail-confirmed-text = أكّد { $coalition } أن { $organization } عضو فيه. ويمكن أن تظهر في الرسائل تحت ذلك العنوان.
coalitions-mail-see = عرض التحالف
