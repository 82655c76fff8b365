# The words of invitations.
invitations-mail-invited-draft-subject = Invitación a leer un borrador: { $title }
invitations-mail-invited-subject = Invitación a firmar: { $title }
invitations-mail-opened-subject = Abierta a firmas: { $title }
invitations-mail-reminded-draft-subject = Recordatorio, un borrador por leer: { $title }
invitations-mail-reminded-subject = Recordatorio, una carta por firmar: { $title }
invitations-mail-dear-colleague = Buenos días:
invitations-mail-your-organization = su organización
invitations-mail-invited-draft = { $from } invita a { $whom } a leer y comentar el borrador de esta carta: { $title }
invitations-mail-invited-draft-by-coordinators = La coordinación de una carta invita a { $whom } a leer y comentar el borrador de esta carta: { $title }
invitations-mail-invited = { $from } invita a { $whom } a leer y firmar esta carta: { $title }
invitations-mail-invited-by-coordinators = La coordinación de una carta invita a { $whom } a leer y firmar esta carta: { $title }
invitations-mail-opened = El texto de esta carta es definitivo, y { $whom } puede firmarla: { $title }
invitations-mail-reminded-draft = { $from } invitó a { $whom } a leer y comentar el borrador de esta carta: { $title }
invitations-mail-reminded-draft-by-coordinators = La coordinación de una carta invitó a { $whom } a leer y comentar el borrador de esta carta: { $title }
invitations-mail-reminded = { $from } invitó a { $whom } a firmar esta carta y aún no ha recibido respuesta: { $title }
invitations-mail-reminded-by-coordinators = La coordinación de una carta invitó a { $whom } a firmar esta carta y aún no ha recibido respuesta: { $title }
invitations-mail-no-account = No necesita una cuenta para leerla.
invitations-mail-no-account-confidential = No necesita una cuenta para leerla. Le rogamos que la mantenga confidencial hasta su publicación.
invitations-mail-read-draft = Leer el borrador
invitations-mail-read-letter = Leer la carta
invitations-mail-yours = El enlace es suyo: quien lo tenga puede leer el texto y responder por usted.
invitations-mail-decline = Para rechazar la invitación y no recibir más correos sobre esta carta:
invitations-mail-red-lines = Líneas rojas antes del { $time }: indique hasta entonces, por favor, lo que no podría firmar.
invitations-mail-until = Se puede firmar hasta el { $time }.
invitations-mail-both-zones = { $there }, es decir, { $utc }
invitations-link-over = Puede que la dirección esté incompleta o que la invitación se haya retirado. Abra de nuevo el enlace del correo o consulte a quien le envió la invitación.
invitations-to-letters = A las cartas
invitations-still-draft = Esta carta es todavía un borrador. Recibirá un correo cuando se pueda firmar.
invitations-time-over = Esta carta ya no se puede firmar: su plazo de firma ha terminado.
invitations-decline = Rechazar la invitación
invitations-has-signed-refused = Su organización ha firmado esta carta. Para quitar su nombre, inicie sesión y retire la firma.
invitations-signed-so-far = { $count ->
    [one] { $count } organización ha firmado hasta ahora. Los nombres serán públicos cuando lo sea la carta.
   *[other] { $count } organizaciones han firmado hasta ahora. Los nombres serán públicos cuando lo sea la carta.
}
invitations-what-is-kept = Qué se conserva sobre usted
invitations-yours = Su invitación
invitations-a-coordinator = La coordinación
invitations-your-organization = su organización
invitations-invites-draft = { $from } invita a { $whom } a leer y comentar este borrador.
invitations-invites = { $from } invita a { $whom } a firmar esta carta.
invitations-is-listed = Su organización está en la lista porque alguien dijo que sí en su nombre; hasta que firme aquí, la lista dice que no ha confirmado. Si no va a firmar, rechace la invitación y su nombre se quitará de la lista de inmediato.
invitations-is-public = La carta es pública.
invitations-confidential = Le rogamos que la mantenga confidencial hasta su publicación.
invitations-published-on = Será el { $time }.
invitations-no-account = No necesita una cuenta para leerla.
invitations-red-lines = Líneas rojas antes del { $time }: indique hasta entonces, por favor, lo que no podría firmar.
invitations-open-until = Abierta a firmas hasta el { $time }.
invitations-open = Abierta a firmas.
invitations-closed-on = Firmas cerradas el { $time }.
invitations-later-until = Se podrá firmar más adelante, hasta el { $time }.
invitations-answer = Su respuesta
invitations-has-signed = Su organización ha firmado esta carta. { $see }
invitations-see-signature = Ver o retirar la firma
invitations-closed = Esta carta ya no se puede firmar.
invitations-is-draft = Esto es un borrador. Recibirá un correo cuando el texto sea definitivo y se pueda firmar.
invitations-comment = Comentar el borrador
invitations-sign = Firmar por su organización
invitations-next = A continuación: inicie sesión o registre su organización (dos minutos y un correo). No se firma nada hasta que usted lo diga al final.
invitations-you-declined = Usted rechazó la invitación; firmar lo anula.
invitations-decline-listed = Rechazar y quitar nuestro nombre de la lista
invitations-decline-mails = Rechazar y no recibir más correos sobre esta carta
invitations-declined = Ha rechazado la invitación
invitations-declined-text = La coordinación lo sabe. No recibirá más correos sobre esta carta.
invitations-changed-mind = ¿Ha cambiado de opinión? Léala de nuevo
invitations-signed = Su organización ha firmado
invitations-signed-text = Para quitar su nombre de esta carta, inicie sesión y retire la firma.
invitations-back = Volver a la carta
invitations-decline-listed-text = El nombre de su organización se quita de la lista de firmantes, en la que lo puso la coordinación.
invitations-decline-text = No recibirá más correos sobre esta carta. Mientras esté abierta puede cambiar de opinión y firmar.
invitations-why = ¿Por qué?
invitations-why-hint = Solo lo lee la coordinación de la carta.
invitations-closed-nothing = Esta carta ya no se puede firmar, así que no hay a qué invitar.
invitations-nobody = ¿A quién quiere invitar? No se encontró ninguna dirección.
invitations-too-many = Más de 5000 a la vez es demasiado. Envíelas en dos partes.
invitations-no-coalition = Elija una coalición que usted coordine o de la que su organización sea miembro.
invitations-no-text-file = Este archivo no es texto. Guarde la tabla como CSV en su programa de hojas de cálculo y envíela.
invitations-board = Invitaciones
invitations-note-invited = { $count ->
    [one] 1 dirección invitada.
   *[other] { $count } direcciones invitadas.
}
invitations-note-already = { $count ->
    [one] 1 dirección ya estaba invitada y no recibió un segundo correo.
   *[other] { $count } direcciones ya estaban invitadas y no recibieron un segundo correo.
}
invitations-note-reminded-nobody = No se envió recordatorio a nadie: todos han respondido o recibieron un correo en el último día.
invitations-note-reminded = { $count ->
    [one] Recordatorio enviado a 1 dirección.
   *[other] Recordatorio enviado a { $count } direcciones.
}
invitations-note-saved = La nota se ha guardado.
invitations-note-revoked = La invitación se ha retirado; sus enlaces ya no funcionan.
invitations-note-sent = La invitación está en camino.
invitations-not-reminded-closed = Esta carta ya no se puede firmar, así que no se envía ningún recordatorio.
invitations-not-reminded-answered = Ya ha respondido, así que no se envía recordatorio.
invitations-not-reminded-bounced = El último correo a esta dirección fue devuelto. Corrija primero la dirección.
invitations-not-reminded-too-soon = Se le envió un correo hace menos de veinte horas. Deje pasar un poco de tiempo.
invitations-not-reminded-enough = Ya ha recibido suficientes correos sobre esta carta. Quizá una llamada sirva más.
invitations-address-taken = Otra invitación a esta carta ya tiene esa dirección.
invitations-address-enough = Esta dirección ya ha recibido suficientes correos sobre esta carta.
invitations-address-declined = La invitación fue rechazada y no se envían más correos sobre esta carta. Puede consultar a otra persona, en otra dirección.
invitations-not-changed-signed = Ya ha firmado, así que la invitación queda como está.
invitations-note-too-long = La nota supera los 1000 caracteres. Vuelva atrás y acórtela.
invitations-no-address = Esto no es una dirección de correo electrónico.
invitations-line-no-address = No contiene ninguna dirección.
invitations-line-no-mail-address = Esto no es una dirección de correo.
invitations-line-two-addresses = Contiene dos direcciones. Ponga una coma entre ellas.
invitations-line-name-long = El nombre supera los 200 caracteres.
invitations-line-a-name-long = Un nombre supera los 200 caracteres.
invitations-line-coalition = Usted no participa en ninguna coalición llamada «{ $coalition }». Deje esa columna vacía para invitar de todos modos.
invitations-stage-invited = sin abrir todavía
invitations-stage-opened = abierta
invitations-stage-preparing = preparando la firma
invitations-stage-signed = firmada
invitations-stage-declined = rechazada
invitations-stage-revoked = retirada
invitations-stage-bounced = correo devuelto
invitations-one-thing = Un punto requiere revisión
invitations-understood = { $count ->
    [one] 1 dirección entendida
   *[other] { $count } direcciones entendidas
}
invitations-understood-already = { $count ->
    [one] 1 dirección ya invitada: no hay segundo correo.
   *[other] { $count } direcciones ya invitadas: no hay segundo correo.
}
invitations-understood-twice = { $count ->
    [one] 1 dirección figura dos veces: un solo correo.
   *[other] { $count } direcciones figuran dos veces: un solo correo a cada una.
}
invitations-and-more = y { $count } más
invitations-unreadable = { $count ->
    [one] 1 línea no se pudo leer
   *[other] { $count } líneas no se pudieron leer
}
invitations-unreadable-text = No se ha enviado nada. Corríjalas más abajo o invite a los demás.
invitations-line = Línea { $line }: «{ $words }» { $why }
invitations-nobody-more = Esta carta ya no se puede firmar, así que no se puede invitar a nadie.
invitations-invite = Invitar
invitations-invite-more = Invitar a más personas
invitations-invite-more-summary = Pegar direcciones o enviar una tabla
invitations-none = Ninguna
invitations-about = Cada dirección recibe un correo con un enlace personal. Abre el texto sin necesidad de cuenta.
invitations-about-draft = Mientras el texto sea un borrador, las personas invitadas pueden comentarlo; reciben un segundo correo cuando se pueda firmar.
invitations-field-addresses = Direcciones
invitations-field-addresses-hint = Una por línea, o separadas por comas: Amal Haddad <amal@example.org>
invitations-field-csv = O una tabla
invitations-field-csv-hint = Organización, persona, correo, coalición; copiado de una hoja de cálculo, o CSV.
invitations-field-coalition = O todos los miembros de una coalición
invitations-field-coalition-hint = Reciben el correo los titulares de cada miembro. Usted no ve sus direcciones.
invitations-try-again = Intentar de nuevo
invitations-invite-readable = Invitar a las { $count } legibles
invitations-invite-count = Invitar a { $count }
invitations-look-first = Ver antes
invitations-field-file = O un archivo
invitations-field-file-hint = (CSV, 2 MB como máximo)
invitations-read-file = Leer el archivo
invitations-stages = Etapas
invitations-in-all = { $count } en total
invitations-at-stage = { $count } { $stage }
invitations-remind-all = Enviar recordatorio a quienes no han respondido
invitations-remind-all-hint = Nadie recibe dos correos en un día.
invitations-who = A quién se ha invitado
invitations-search-for = Un nombre, una dirección, una nota
invitations-search = Buscar
invitations-csv = Todo como tabla (CSV)
invitations-nobody-found = No se ha encontrado a nadie. { $everyone }
invitations-show-everyone = Mostrar a todos
invitations-page-of = Página { $page } de { $pages }, { $found } en total
invitations-pages = Páginas
invitations-page-earlier = Anterior
invitations-page-next = Siguiente
invitations-owner-of-member = Titular de un miembro
invitations-as-member = como miembro
invitations-said = «{ $words }»
invitations-change = Cambiar
invitations-field-note = Nota, solo para la coordinación
invitations-keep-note = Guardar la nota
invitations-field-somebody-else = Dirección de otra persona
invitations-field-address = Dirección
invitations-send-there = Enviar ahí la invitación
invitations-remind = Enviar recordatorio
invitations-take-back = Retirar la invitación
