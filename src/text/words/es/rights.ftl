# The words of rights. Days and months stand behind a preposition.
rights-days = { $count ->
    [one] { $count } día
   *[other] { $count } días
}
rights-deletion-title = Eliminar su cuenta
rights-deletion-lead = Su nombre, su dirección y todo lo que usa para iniciar sesión se eliminan de inmediato, en todos los navegadores. Antes puede llevarse { $everything }.
rights-deletion-everything = todo lo que se conserva sobre usted
rights-deletion-signed = Lo que firmaron sus organizaciones sigue firmado: firmaron ellas, no usted.
rights-deletion-alone = { $name } no tiene a nadie más que a usted. Su página y sus firmas permanecen, y nadie puede cambiarlas ni retirarlas hasta que quienes gestionan este sitio se la confíen a alguien. Si hay otra persona en su equipo, invítela antes.
rights-deletion-draft = Su borrador «{ $title }» se va con usted, y también las invitaciones que hizo para él.
rights-deletion-invitations = Las invitaciones a su dirección se eliminan. En los registros de las cartas sigue constando qué se hizo, pero ya no que fue usted.
rights-deletion-delivered = Lo que se entregó antes permanece tal como se entregó.
rights-deletion-names = Su nombre en las firmas que usted dio
rights-deletion-names-keep = Permanece junto al de sus organizaciones
rights-deletion-names-replace = Se sustituye por «{ $somebody }» y deja de mostrarse
rights-somebody = Una persona representante
rights-deletion-comments = Sus comentarios sobre borradores
rights-deletion-comments-keep = Permanecen, en nombre de su organización
rights-deletion-comments-erase = Se borran
rights-comment-erased = (Quien escribió este comentario se lo ha llevado.)
rights-deletion-understood = Sé que esto no se puede deshacer.
rights-deletion-do = Eliminar mi cuenta
rights-deletion-not = Conservarla
rights-deletion-names-missing = Elija qué ocurre con su nombre.
rights-deletion-comments-missing = Elija qué ocurre con sus comentarios.
rights-deletion-understood-missing = Confirme que sabe que esto no se puede deshacer.
rights-first = Otras personas dependen únicamente de su cuenta. Traspase antes lo siguiente y vuelva:
rights-first-letter = Solo usted la coordina.
rights-first-letter-do = Traspasarla
rights-first-organization = No tiene más titular que usted.
rights-first-organization-do = Nombrar a otro titular
rights-first-installation = Esta instalación
rights-first-operator = No tiene más operador que usted. En su máquina: { $command }
rights-your-account = Su cuenta
rights-data-about = Todo lo que esta instalación de Undersigned conserva sobre usted. Las horas están en UTC.
# The page about privacy.
rights-privacy-title = Privacidad
rights-privacy-lead = Qué sabe este sitio de usted, por qué y hasta cuándo.
rights-privacy-host = Esta página trata de { $host } y la redacta su propio programa a partir de su configuración.
rights-privacy-reading-title = Si usted lee
rights-privacy-reading = Nada. Quienes leen no reciben ninguna cookie ni se cuentan. Ninguna página carga nada de otro lugar y nadie más sabe qué lee usted.
rights-privacy-network = Su dirección de red llega a esta máquina, como llega a cualquiera. No se anota. Se guarda en la memoria, un día como máximo, y solo la de quien intenta iniciar sesión, registrarse u obtener una contraseña nueva, para que los programas que adivinan contraseñas tengan que esperar.
rights-privacy-behind-proxy = Aquí las peticiones pasan por un proxy, que transmite la dirección y puede llevar su propio registro: pregunte a quienes gestionan este sitio.
rights-privacy-perhaps-proxy = Lo que guarde un proxy situado delante, si lo hay, lo saben quienes gestionan este sitio.
rights-privacy-account-title = Si tiene una cuenta
rights-privacy-account = Su nombre, su cargo y su dirección, y una huella de su contraseña a partir de la cual no se puede leer: mientras tenga la cuenta.
rights-privacy-sessions = Dónde tiene sesiones abiertas, como «Firefox, Android» y con las horas: hasta que cierre la sesión, como muy tarde tras { $idle } sin uso o { $absolute } en total; las de quienes gestionan este sitio, { $operator_idle } y { $operator_absolute }.
rights-privacy-cookies = Dos cookies: una mantiene su sesión abierta; la otra nos permite reconocer su navegador, para avisarle si alguien inicia sesión con otro. Esta dura { $days }. Ninguna se usa para nada más.
rights-privacy-second-factor = Si configura un segundo factor: su clave, sellada, y huellas de sus códigos de recuperación, hasta que lo desactive.
rights-privacy-second-factor-operators = Quienes gestionan este sitio deben tener uno.
rights-privacy-second-factor-coordinators = Quienes coordinan cartas o coaliciones, o gestionan este sitio, deben tener uno.
rights-privacy-new-address = Una dirección nueva que solicite: hasta que se confirme, dos semanas como máximo; desde la antigua puede impedirse durante { $days }.
rights-privacy-acts = Lo que hace por una carta, en su registro, que lee su coordinación: mientras exista la carta.
rights-privacy-download = Puede { $download } y { $delete } en cualquier momento. Antes de hacerlo se le indica qué ocurre con lo que firmó y escribió.
rights-privacy-download-all = descargarlo todo
rights-privacy-delete = eliminar su cuenta
rights-privacy-signing-title = Si su organización firma
rights-privacy-signing = El nombre de la organización, su país y cómo se verificó son públicos; en eso consiste firmar. Su propio nombre solo es público si así lo elige al firmar. Una lista entregada permanece tal como se entregó.
rights-privacy-invited-title = Si recibió una invitación a una carta
rights-privacy-invited = Su coordinación nos dio su dirección, quizá su nombre, y notas propias. Solo ella las ve, para invitarle y para saber quién ha respondido. Se borran { $when }, salvo que la coordinación haya elegido otro plazo; cada invitación dice cuál. Con ellas desaparecen los nombres de quienes comentaron, los correos que prueban que alguien dijo que sí y todos los nombres de personas que el público no ve.
rights-privacy-invited-when = { $months ->
    [one] un mes
    [12] un año
    [24] dos años
   *[other] { $months } meses
} después del cierre de la carta
rights-privacy-gone-title = Lo que desaparece por sí solo
rights-privacy-gone-registration = Un registro, confirmado o no: { $days } después del último día en que podía confirmarse.
rights-privacy-gone-colleague = Una invitación a unirse a una organización que nadie aceptó: al cabo de { $days }.
rights-privacy-gone-import = Una carta que alguien empezó a importar y dejó: al cabo de { $days }.
rights-privacy-gone-mail = El correo: su texto en cuanto se envía, el resto al cabo de { $days }.
rights-privacy-where-title = Dónde se guarda y quién más lo ve
rights-privacy-where = En una sola base de datos, en la máquina de esta instalación. Los nombres y las direcciones están sellados en ella con una clave que se guarda en otro lugar. No se comunica nada a nadie, ni por dinero ni para estadísticas.
rights-privacy-mail-through = El correo sale por el servidor { $host }, y quien lo gestiona ve a quién escribimos.
rights-privacy-mail-stays = El correo no sale de esta máquina.
rights-privacy-local = Esto es una prueba en una máquina particular, sin https.
rights-privacy-ask-title = A quién preguntar
rights-privacy-ask = A quienes gestionan este sitio: { $contact }. También pueden decirle qué autoridad los supervisa.
rights-privacy-ask-unknown = A quienes gestionan este sitio, por la vía que usted conozca.
# Mails, and what stands in the log of a letter.
rights-mail-deleted-subject = Su cuenta se ha eliminado
rights-mail-deleted = su cuenta en Undersigned se ha eliminado, como pidió, y con ella lo que se conservaba sobre usted. Lo que firmaron sus organizaciones sigue firmado.
rights-mail-deleted-last = Este es el último correo a esta dirección. Si no fue usted quien lo pidió, escriba de inmediato a quienes gestionan el sitio.
rights-mail-contacts-subject = Los contactos de «{ $title }» se borran el { $day }
rights-mail-contacts = el { $day } se borran los contactos de la carta «{ $title }», como se anunció a las personas invitadas: sus direcciones y nombres, las notas de usted sobre ellas, los correos que prueban un sí y los nombres de personas que el público no ve. La carta y su lista permanecen como están.
rights-mail-contacts-take = Hasta entonces puede llevarse los contactos en una tabla, si tiene un motivo propio para conservarlos.
rights-mail-contacts-link = Los contactos
rights-tally = { $invited ->
    [one] { $invited } invitación
   *[other] { $invited } invitaciones
}: firmaron { $signed }, declinaron { $declined }.
