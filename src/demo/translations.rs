//! The demo letter in other languages.

use crate::letters::LetterText;

/// Its translations. Which text is signed is the letter's matter.
pub(super) fn all() -> [LetterText; 2] {
    [arabic(), french()]
}

fn arabic() -> LetterText {
    LetterText {
        title: "افتحوا الطريق من حلب، وأبقوه مفتوحًا".into(),
        addressees: "إلى رؤساء دول وحكومات الاتحاد الأوروبي\nالمجتمعين في بروكسل".into(),
        place_and_date: "غازي عنتاب، كانون الأول/ديسمبر ٢٠١٦".into(),
        body: "\
وُعد أهالي شرق حلب مرارًا بمخرج آمن. وتجدّد الوعد هذا الأسبوع، ووُفي به لساعات قليلة: عبرت سيارات الإسعاف \
الخط حاملةً الجرحى، وتبعتها حافلات تقلّ عائلات حزمت ما استطاعت حمله. ثم أُغلق الطريق.

نحن، المنظمات الموقّعة أدناه وعددها {{count}}، نعمل في المدينة وفي البلدات التي تستقبل الخارجين منها. وكثير من \
زملائنا هم أنفسهم بين المنتظرين في البرد: ممرضون ومعلمون وسائقون وطهاة، ولا يطلبون إلا ما يوجبه لهم قانون الحرب أصلًا.

نطلب من القادة ذوي التأثير في الأطراف:

1. استئناف الإجلاء اليوم، بإشراف الأمم المتحدة عند كل نقطة من الطريق؛
2. ضمان ألا يُحتجز أحد أو يُفتَّش بسبب اسمه أو يُردّ عن الطريق؛
3. السماح بوصول الإغاثة إلى من يختارون البقاء، دون شروط.

سيسجّل التاريخ من سُئل ومتى. ولم يفت بعدُ أوان الجواب."
            .into(),
        language: "ar".into(),
    }
}

fn french() -> LetterText {
    LetterText {
        title: "Ouvrez la route d’Alep, et gardez-la ouverte".into(),
        addressees: "Aux chefs d’État et de gouvernement de l’Union européenne,\nréunis à Bruxelles".into(),
        place_and_date: "Gaziantep, décembre 2016".into(),
        body: "\
Maintes fois, on a promis une issue aux habitants d’Alep-Est. Cette semaine, la promesse a été renouvelée et, pendant \
quelques heures, tenue. Des ambulances ont franchi la ligne avec les blessés\u{202f}; des autocars ont suivi, avec des \
familles chargées de ce qu’elles pouvaient emporter. Puis la route s’est refermée.

Nous, {{count}} organisations soussignées, travaillons dans la ville et dans celles qui accueillent les personnes qui la \
quittent. Beaucoup de nos collègues attendent eux-mêmes dans le froid. Infirmières, enseignants, chauffeurs, cuisiniers, \
ils ne demandent rien que le droit de la guerre ne leur doive déjà.

Nous demandons aux dirigeants qui ont une influence sur les parties\u{202f}:

1. de faire reprendre l’évacuation aujourd’hui même, sous l’observation des Nations unies en chaque point de la route\u{202f};
2. de garantir que personne ne soit détenu, fouillé en raison de son nom ou refoulé en chemin\u{202f};
3. de laisser les secours parvenir sans conditions à celles et ceux qui choisissent de rester.

L’histoire retiendra à qui l’on a demandé, et quand. Il n’est pas encore trop tard pour avoir répondu."
            .into(),
        language: "fr".into(),
    }
}
