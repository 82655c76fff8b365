//! The words by which the parts of a letter are known, in the languages letters are written in.
//! All are folded (see [`fold`](super::folding::fold)) but where it says otherwise.

use super::folding::{begins_with_any, has_any};

/// What stands over or before a list of signatories.
pub(super) const CUES: &[&str] = &[
    "signatories", "signatory organizations", "signatory organisations", "signatory", "signed by", "signed",
    "signing organizations", "signing organisations", "undersigned", "endorsed by", "endorsing", "endorse",
    "endorsements", "endorsers", "co signed by", "cosigned by", "co signatories", "supported by",
    "supporting organizations", "supporting organisations", "list of signatories", "signatures", "sign on",
    "sign ons", "signers", "who sign", "signataires", "signe par", "signee par", "ont signe",
    "les signataires", "soussignes", "soussignees", "cosignataires", "signatures des organisations",
    "premiers signataires", "organisations signataires", "firmantes", "firman", "firmado por",
    "firmada por", "suscriben", "suscriptoras", "abajo firmantes", "adhieren", "adhesiones", "firmas",
    "signatarias", "signatarios", "organizaciones firmantes", "assinam", "assinaturas", "assinado por",
    "assinada por", "subscrevem", "subscritores", "signatarios", "entidades signatarias",
    "abaixo assinadas", "abaixo assinados", "organizacoes signatarias", "assinantes", "unterzeichner",
    "unterzeichnerinnen", "unterzeichnende", "unterzeichnenden", "unterzeichnet von", "erstunterzeichner",
    "erstunterzeichnerinnen", "mitunterzeichner", "unterzeichnende organisationen", "unterstutzt von",
    "unterzeichnet", "firmatari", "firmano", "sottoscrivono", "ondertekenaars", "ondertekend door",
    "imzacilar", "imzalayanlar", "imzaci kurumlar", "imzaci kuruluslar", "imzalayan kuruluslar", "imzaci orgutler",
    "підписи", "підписанти", "підписали", "підписалися", "организации подписанты", "подписи", "подписавшиеся", "podpisali", "подписали", "подписанты", "الموقعون",
    "الموقعين", "الموقعه", "الموقعة", "الموقعات", "موقعون", "التوقيعات", "توقيعات", "التواقيع", "وقعت",
    "الموقعو", "موقعة", "الممضون", "الممضين", "الممضية", "الممضاة", "الممضيات", "المساندة", "الداعمة", "subscritoras",
    "subscriben", "suscrito por", "suscrita por", "apoiam", "cosignee par", "cosigne par", "soutenu par",
    "soutenue par", "signatories are", "adopted by", "co sponsored by", "cosponsored by", "joined by",
    "adherentes", "endossam", "aderem", "signatarie", "firmatarie", "unterschriften", "following organizations", "following organisations",
    "following ngos", "following groups", "organisations suivantes", "associations suivantes",
    "siguientes organizaciones", "organizaciones siguientes", "seguintes organizacoes", "seguintes entidades",
    "folgende organisationen", "folgenden organisationen", "المنظمات التالية", "الجهات التالية",
    "المنظمات المشاركة", "دستخط کنندگان", "دستخط کنندہ", "دستخط", "امضاکنندگان", "امضا کنندگان", "امضاکننده", "החתומים",
];

/// A list under these is of individuals.
pub(super) const INDIVIDUALS: &[&str] = &[
    "individuals", "individual", "individual signatories", "individual endorsements", "personalities",
    "persons", "public figures", "in their personal capacity", "in a personal capacity",
    "personal capacity", "academics", "scholars", "activists", "individus", "personnalites",
    "a titre individuel", "a titre personnel", "personas", "individuales", "a titulo personal",
    "individuos", "pessoas", "personalidades", "a titulo individual", "einzelpersonen", "personlichkeiten",
    "privatpersonen", "persone", "افراد", "الافراد", "شخصيات", "الشخصيات", "بصفتهم الشخصية",
];

/// Words for what signs.
pub(super) const BODIES: &[&str] = &[
    "organization", "organizations", "organisation", "organisations", "ngo", "ngos", "cso", "csos",
    "association", "associations", "group", "groups", "network", "networks", "coalition", "coalitions",
    "alliance", "foundation", "institute", "union", "unions", "society", "centre", "center", "trust",
    "council", "committee", "forum", "federation", "movement", "initiative", "campaign", "relief",
    "charity", "charities", "platform", "collective", "agencies", "entities", "institutions", "bodies",
    "signatories", "partners", "ong", "ongs", "reseau", "fondation", "syndicat", "collectif", "collectifs",
    "comite", "ligue", "mouvement", "amis", "organizacion", "organizaciones", "asociacion", "asociaciones",
    "fundacion", "red", "colectivo", "colectivos", "colectiva", "coordinadora", "movimiento", "entidades",
    "comision", "sindicato", "organizacao", "organizacoes", "associacao", "associacoes", "fundacao", "rede",
    "coletivo", "coletivos", "movimento", "conselho", "federacao", "instituto", "grupo", "centro",
    "articulacao", "organisationen", "verein", "vereine", "verband", "verbande", "stiftung", "bund",
    "netzwerk", "bundnis", "initiativen", "gesellschaft", "gruppen", "arbeitskreis", "منظمه", "منظمة",
    "منظمات", "جمعية", "جمعيات", "مؤسسة", "موسسة", "مركز", "شبكة", "اتحاد", "تجمع", "رابطة", "لجنة",
    "مبادرة", "هيئة", "هيية", "حملة", "منتدى", "تحالف", "نقابة", "فريق", "وحدة", "دار", "جهة", "جهات",
];

/// Whether a folded text names something that signs.
pub(super) fn names_a_body(folded: &str) -> bool {
    has_any(folded, BODIES)
}

/// What stands in a sentence before those who sign; not folded.
pub(super) const BY: &[&str] = &[
    "endorsed by", "signed by", "supported by", "issued by", "joined by", "signée par", "signé par", "soutenu par", "soutenue par",
    "firmado por", "firmada por", "suscrito por", "suscrita por", "respaldado por", "respaldada por",
    "assinado por", "assinada por", "subscrito por", "subscrita por", "unterzeichnet von", "unterstützt von",
];

/// What those who speak in a letter are of; behind a colon stand their names.
pub(super) const MEMBERS: &[&str] = &[
    "includes", "include", "members", "member organizations", "member organisations", "is composed of",
    "are", "consists of", "comprises", "made up of", "membres", "compose de", "composee de", "miembros", "integrada por",
    "integrado por", "conformada por", "membros", "composta por", "composto por", "integram", "mitglieder", "تضم", "يضم", "اعضاء", "تتالف",
];

/// How letters close; names may follow.
pub(super) const CLOSINGS: &[&str] = &[
    "sincerely", "yours sincerely", "sincerely yours", "yours faithfully", "faithfully", "yours truly",
    "yours", "respectfully", "respectfully yours", "respectfully submitted", "with respect",
    "kind regards", "best regards", "warm regards", "regards", "in solidarity", "signed", "with hope",
    "cordialement", "respectueusement", "bien cordialement", "salutations", "atentamente",
    "cordialmente", "respetuosamente", "saludos", "en solidaridad", "muy atentamente",
    "atenciosamente", "respeitosamente", "mit freundlichen grussen", "freundliche grusse",
    "mit freundlichem gruss", "hochachtungsvoll", "cordiali saluti", "distinti saluti", "وتفضلوا", "تفضلوا",
    "مع التحية", "مع فائق", "مع خالص", "مع الاحترام", "والسلام", "با احترام",
];

/// What stands before those who write, where the list is set before the text.
pub(super) const SENDERS: &[&str] =
    &["from", "sent by", "de la part de", "remitentes", "remetentes", "absender", "من", "المرسلون"];

/// What stands before a list of demands.
pub(super) const DEMANDS: &[&str] = &[
    "call on", "calls on", "call upon", "calls upon", "call for", "calls for", "calling on", "calling for",
    "demand", "demands", "urge", "urges", "ask", "request", "requests", "recommend", "recommends",
    "recommendations", "immediately", "must", "appeal", "insist", "therefore", "following steps",
    "we believe", "demandons", "appelons", "exigeons", "revendications", "recommandons", "exhortons",
    "exigimos", "pedimos", "llamamos", "instamos", "demandamos", "exigencias", "reivindicamos", "apelamos",
    "solicitamos", "fordern", "forderungen", "appellieren", "verlangen", "نطالب", "ندعو", "مطالب",
    "مطالبنا", "نناشد", "نوصي", "توصيات", "نحث", "تطالب", "تدعو",
];

/// What begins a demand.
pub(super) const VERBS: &[&str] = &[
    "protect", "stop", "end", "ensure", "release", "lift", "provide", "allow", "guarantee", "immediately",
    "adopt", "implement", "establish", "create", "begin", "institute a", "halt", "cease", "respect",
    "facilitate", "condemn", "urge", "demand", "demands", "call", "calls", "refrain", "investigate", "hold",
    "increase", "open", "fund", "ratify", "withdraw", "recognize", "recognise", "prevent", "restore",
    "support the", "support all", "put an", "take", "make", "publish", "commit", "uphold", "repeal",
    "an immediate", "full", "immediate", "unconditional", "accountability for", "access for", "we",
    "proteger", "garantizar", "garantir", "cesser", "mettre", "assurer", "liberer", "poner", "detener",
    "asegurar", "parar", "respeitar", "schutzen", "beenden", "sofortige", "sicherstellen", "respecter",
    "arreter", "cumplir", "suspender", "que", "وقف", "ضمان", "حماية", "اطلاق", "السماح", "رفع", "توفير",
    "محاسبة", "الضغط", "انهاء", "تامين", "الكشف", "الافراج", "ايقاف", "الوقف", "فتح المعابر", "احترام",
];

/// Words that sentences have and names do not.
pub(super) const OF_SENTENCES: &[&str] = &[
    "must", "should", "is", "are", "have", "has", "that", "which", "we", "their", "will", "was", "were",
    "been", "would", "they", "this", "these", "i", "est", "sont", "nous", "doit", "doivent", "qui", "cette",
    "avons", "es", "debe", "deben", "estan", "nosotros", "somos", "sao", "foi", "nos", "deve", "muss",
    "wir", "ist", "sind", "werden", "wurde", "haben", "mussen", "نحن", "يجب", "التي", "الذي", "الذين",
    "هذا", "هذه",
];

/// What ends a list, or stands over what is no list of signatories.
pub(super) const NOTES: &[&str] = &[
    "notes", "note", "note to editors", "notes to editors", "notes for editors", "note to editor",
    "footnotes", "footnote", "references", "endnotes", "sources", "source", "media contact",
    "media contacts", "press contact", "press contacts", "contacts", "contact information", "contact us",
    "for media", "for more information", "for further information", "for press", "for interviews",
    "for inquiries", "for enquiries", "about", "background", "ends", "annex", "attachments", "cc",
    "copy to", "share", "share this", "related", "read more", "learn more", "follow us", "suggest your",
    "copyright", "all rights reserved", "this article", "this statement was", "the views expressed",
    "originally published", "updated", "last updated", "to add your", "to sign", "download",
    "contacts presse", "contact presse", "pour plus", "pour toute", "references", "notes de bas",
    "a propos", "contacto", "contactos", "contacto de prensa", "para mas", "notas", "nota", "referencias",
    "fuentes", "contato", "contatos", "para mais", "fontes", "leia", "kontakt", "pressekontakt",
    "anmerkungen", "hinweis", "hinweise", "quellen", "fussnoten", "weitere informationen", "fur weitere",
    "للتواصل", "للاتصال", "لمزيد", "للمزيد", "ملاحظات", "ملاحظة", "هوامش", "مراجع", "المراجع", "المصادر",
    "الهوامش", "حواشي", "about us", "who we are", "related articles", "related posts", "related news",
    "related content", "latest news", "more news", "you may also like", "share this article", "tags", "topics",
    "categories", "comments", "leave a comment", "leave a reply", "privacy policy", "newsletter",
    "subscribe", "donate", "donate now", "print", "back to top", "previous", "next", "end", "editors note",
    "qui sommes nous", "articles lies", "sur le meme sujet", "quienes somos", "noticias relacionadas",
    "quem somos", "leia mais", "leia tambem", "uber uns", "mehr zum thema", "من نحن", "مواضيع ذات صلة",
    "اقرا ايضا", "عن المنظمة", "نبذة", "انتهى", "notas de rodape", "notas al pie", "press enquiries", "press inquiries",
    "media enquiries", "media inquiries", "contact", "contact details",
];

/// These end a list only where a colon stands, or where they are the whole line.
pub(super) const NOTES_WITH_COLON: &[&str] = &[
    "contact", "tel", "email", "e mail", "phone", "press", "media", "web", "website", "presse", "telefono",
    "telefon", "هاتف", "بريد",
];

/// Names that are not told.
pub(super) const WITHHELD: &[&str] = &[
    "name withheld", "names withheld", "withheld", "anonymous", "remain anonymous", "remain unnamed",
    "not disclosed", "undisclosed", "not to be named", "asked not to be named", "nom non divulgue",
    "anonyme", "anonymes", "anonymat", "nombre reservado", "anonima", "anonimas", "anonimo", "anonimato",
    "nome omitido", "nome reservado", "nombre omitido", "name nicht genannt", "anonym", "ungenannt",
    "namentlich nicht", "name der redaktion bekannt", "حجب الاسم", "حجب اسم", "تم حجب", "عدم ذكر",
    "الاسم محجوب", "فضلت عدم", "لم تذكر اسم", "لم يذكر", "بناء على طلب المنظمة", "طلبت عدم", "دون ذكر الاسم", "cannot be named", "can not be named", "could not be named", "not be named", "prefer not to be named",
    "fear of reprisals", "fear of reprisal", "wish not to be named", "names are not", "do not wish to be named",
    "nom retenu", "noms retenus", "sous couvert", "nombres reservados", "omitidos por seguridad", "عدم الكشف", "عدم نشر", "تحفظت على", "اسم محجوب",
    "حجبت اسم", "محجوب الاسم", "محجوبة الاسم", "اسماوها محفوظة", "اسمها محفوظ", "مجهولة", "دون ذكر",
];

/// What people do in organizations.
pub(super) const JOBS: &[&str] = &[
    "director", "executive director", "president", "vice president", "chair", "chairman", "chairwoman",
    "chairperson", "chief executive", "ceo", "coordinator", "secretary", "secretary general",
    "general secretary", "manager", "founder", "co founder", "cofounder", "head", "treasurer",
    "spokesperson", "board member", "programme officer", "program officer", "advocacy officer",
    "policy officer", "officer", "advisor", "adviser", "representative", "professor", "lawyer",
    "journalist", "researcher", "convenor", "convener", "directeur", "directrice", "presidente",
    "coordinateur", "coordinatrice", "secretaire", "responsable", "porte parole", "fondateur", "fondatrice",
    "charge", "delegue", "directora", "coordinador", "coordinadora general", "secretario", "secretaria",
    "portavoz", "fundador", "diretor", "diretora", "coordenador", "coordenadora", "geschaftsfuhrer",
    "geschaftsfuhrerin", "vorsitzende", "vorsitzender", "vorstand", "leiter", "leiterin", "referent",
    "referentin", "sprecher", "sprecherin", "مدير", "مديرة", "المدير", "المديرة", "رئيس", "رئيسة", "الرئيس",
    "منسق", "منسقة", "امين", "الامين", "عضو", "ممثل", "ناشط", "محام",
];

/// What stands between an organization and who signs for it; lower case, not folded.
pub(super) const AT_REPRESENTED: &[&str] = &[
    "represented by", "represented here by", "signed by", "on behalf of which", "représentée par",
    "représenté par", "representado por", "representada por", "representadas por", "vertreten durch",
    "rappresentata da", "يمثلها", "ممثلة بـ", "ممثلة ب",
];

/// Who wrote or published; not the letter's text.
pub(super) fn is_byline(folded: &str) -> bool {
    begins_with_any(
        folded,
        &[
            "written by",
            "by",
            "author",
            "published by",
            "posted by",
            "published on",
            "posted on",
            "ecrit par",
            "publie par",
            "escrito por",
            "publicado por",
            "por",
            "verfasst von",
            "veroffentlicht",
            "da",
            "do",
            "de",
            "source",
            "بقلم",
            "نشر",
        ],
    )
}

/// Parts of the world and sizes that head groups.
pub(super) const SCOPES: &[&str] = &[
    "global", "regional", "national", "international", "local", "worldwide", "african", "european",
    "internationales", "nationales", "internationaux", "nationaux", "regionales", "locales",
    "internacionales", "nacionales", "internacionais", "nacionais", "regionais", "locais", "nacional",
    "internacional", "internationale", "nationale", "regionale", "weltweit", "mondial", "others", "other",
    "autres", "otros", "otras", "outras", "weitere", "دولية", "محلية", "وطنية", "اقليمية", "الدولية",
    "المحلية", "الوطنية", "اخرى",
];

/// Words that join; a line that ends or begins with one goes on.
pub(super) const JOINERS: &[&str] = &[
    "and", "of", "for", "the", "in", "on", "to", "with", "against", "de", "des", "du", "la", "le", "les",
    "et", "pour", "del", "los", "las", "el", "y", "para", "por", "en", "e", "da", "do", "das", "dos", "und",
    "der", "die", "fur", "zur", "von", "im", "في", "من", "على", "و",
];
