# The words of signatures.

# Signing.
signatures-sign-title = Firmar: { $title }
signatures-your-signature = Su firma
signatures-sign-heading = Firmar por su organización
signatures-text-moved = El texto se modificó mientras usted leía. No se ha firmado nada. Esto es lo que cambió:
signatures-was-prepared = La firma de { $name } se preparó el { $time } y espera que una persona autorizada la apruebe desde el correo que recibió.
signatures-no-longer-signed = Esta carta ya no se puede firmar.
signatures-what-is-kept = Qué datos suyos se conservan
signatures-has-signed = { $name } ha firmado esta carta.
signatures-is-counted-only = Su nombre está reservado: se cuenta, pero no se nombra.
signatures-answer-asked-lead = Se espera su respuesta:
signatures-answer-asked = el texto ha cambiado desde entonces.
signatures-keep-or-withdraw = Mantener o retirar
signatures-see-on-list = Verla en la lista
signatures-shown-once-public = La carta aún no es pública. El nombre se mostrará cuando lo sea.
signatures-receipt = El recibo de esta firma
signatures-withdraw = Retirar la firma
signatures-appear = Cómo desea que aparezca
signatures-name-in-letter = Nombre en esta carta
signatures-name-in-letter-hint = Déjelo vacío para usar el nombre de su organización.
signatures-acronym = Sigla
signatures-members = En nombre de cuántos miembros
signatures-save = Guardar
signatures-signs-for-none = Su cuenta no firma todavía por ninguna organización.
signatures-register = Registrar su organización
signatures-for-which = ¿Por qué organización?
signatures-sign = Firmar
signatures-for-line-or-none = Donde está la línea, o sin coalición
signatures-for-none = Sin coalición
signatures-for = Por { $name }
signatures-another-one = otra
signatures-verification-asked = Esta carta exige: { $asks }. Su organización: { $verified }. Por eso su firma espera a que la coordinación la revise antes de figurar en la lista.
signatures-signed-by = Firma
signatures-title = Cargo
signatures-stand-under = Figurar bajo
signatures-shown-to-public = Lo que ve el público
signatures-shows-organization = Solo la organización
signatures-shows-representative = La organización y quién firmó por ella
signatures-shows-nothing = Contarnos sin nombrarnos
signatures-ends-protection = Su organización no aparece en las páginas públicas de este sitio. Firmar con su nombre pone fin a eso.
signatures-prepare-what = Una persona autorizada de su organización recibe un correo, lee el texto y aprueba. Antes no se firma nada.
signatures-prepare = Preparar la firma
signatures-you-declare = Usted lo declara como { $name } ({ $role }), desde { $email }. Las personas de la organización y la coordinación de la carta pueden leerlo, y cada propietario recibe un correo; el público ve lo que usted eligió arriba.
signatures-sign-this = Firmar esta carta
signatures-can-withdraw = Puede retirarse en cualquier momento, en esta página.
signatures-line-waits = La lista tiene una línea por confirmar
signatures-line-ours = { $name } somos nosotros: confirmar. Conserva su lugar y su nombre tal como está; podrá cambiarlo después.
signatures-line-another = { $name } es otra organización: firmar junto a ella.

# What was declared.
signatures-declares-signed = Tengo autorización para firmar en nombre de { $organization }. Pongo su nombre al pie de esta carta, exactamente en el texto que se me ha mostrado.
signatures-declares-approved = Soy { $person } y tengo autorización para firmar en nombre de { $organization }. Pongo su nombre al pie de esta carta, exactamente en el texto que se me ha mostrado.
signatures-declares-kept = Tengo autorización para firmar en nombre de { $organization }. Mantengo su nombre al pie de esta carta, exactamente en el texto modificado que se me ha mostrado.
signatures-declares-prepared = Preparo la firma de { $organization }. Solo la da otra persona autorizada.
signatures-role-owner = propietario
signatures-role-signatory = firmante
signatures-role-member = miembro
signatures-declared-signed = { $person } firmó el { $time }, versión { $revision }.
signatures-declared-prepared = { $person } la preparó el { $time }, versión { $revision }.
signatures-declared-approved = { $person } la aprobó y la dio el { $time }, versión { $revision }.
signatures-declared-kept = { $person } la mantuvo bajo el texto modificado el { $time }, versión { $revision }.
signatures-declared-by = { $name } ({ $role })
signatures-declared-by-from = { $name } ({ $role }, { $email })
signatures-somebody-erased = Alguien cuyo nombre se ha borrado

# Where a signature stands.
signatures-waits-lead = Espera a que la coordinación de la carta la revise
signatures-waits-off = { $lead }; hasta entonces no figura en la lista ni se cuenta. Esta carta exige: { $asks }. Recibirá un correo con la decisión.
signatures-suspended-lead = Está suspendida
signatures-suspended-off = { $lead }: el { $time }, un propietario dijo que no estaba autorizada. No figura en la lista ni se cuenta hasta que decida la coordinación de la carta.
signatures-who-declared = Quién declaró qué
signatures-you-confirmed = Usted la ha confirmado. Otro propietario dice que no estaba autorizada, así que decide la coordinación de la carta.
signatures-confirm-what = Si sabe que está autorizada, confírmela. Si fue usted quien dijo lo contrario, vuelve a valer de inmediato.
signatures-confirm = Confirmar la firma

# Withdrawing, and what an owner can say, from a mail.
signatures-was-withdrawn = El nombre de { $name } no figura bajo esta carta: se retiró el { $time }.
signatures-was-delivered-before = Lo que se entregó antes queda como se entregó. La coordinación de la carta ha recibido un correo y sabe a quién avisar.
signatures-can-come-back = Puede volver mientras la carta esté abierta. Para ello hay que iniciar sesión, de modo que nadie firme por usted con solo este correo.
signatures-sign-in-and-sign = Iniciar sesión y firmar de nuevo
signatures-has-signed-waits = { $name } ha firmado esta carta. La firma espera desde el { $time } a que la coordinación de la carta la revise; todavía no figura en la lista ni se cuenta.
signatures-has-signed-suspended = { $name } ha firmado esta carta. El { $time }, un propietario dijo que la firma no estaba autorizada; no figura en la lista hasta que decida la coordinación de la carta.
signatures-leaves-at-once = El nombre sale de inmediato de la lista y del recuento.
signatures-leaves-a-trace = La carta es pública, así que su historial dice que la organización se retiró, y cuándo.
signatures-leaves-no-trace = La carta no es pública y no quedará rastro de ello.
signatures-leaves-delivered = Lo entregado queda como se entregó; la coordinación de la carta recibe un correo y sabe a quién avisar.
signatures-sign-in-see-letter = Iniciar sesión y ver la carta
signatures-sign-in-see-signature = Iniciar sesión y ver la firma
signatures-was-authorised = ¿Estaba autorizado?
signatures-owner-of = Usted figura como propietario de { $name }, que ha firmado esta carta:
signatures-not-authorised = No estaba autorizado
signatures-objection-does = El nombre sale de inmediato de la lista y del recuento. Quien firmó, los demás propietarios y la coordinación de la carta reciben un correo; la coordinación decide si se restablece, para lo cual un propietario debe confirmarlo, o si se quita.
signatures-what-happened = ¿Qué ocurrió?
signatures-coordinators-read = Lo lee la coordinación de la carta.
signatures-is-suspended = La firma está suspendida
signatures-suspended-title = Suspendida
signatures-objected = El nombre de { $name } no figura en la lista ni se cuenta. La coordinación de la carta ha recibido un correo y decide. Si fue un error, inicie sesión y confirme la firma: entonces vuelve a valer.

# Keeping or withdrawing.
signatures-question-over = La pregunta ha terminado
signatures-your-answer = Su respuesta
signatures-moved-again = El texto se modificó de nuevo mientras usted leía. Esto es lo que cambió desde que firmó; le rogamos que responda otra vez.
signatures-text-says-else = { $name } firmó la versión { $signed } de esta carta. Su texto es ahora la versión { $current } y dice otra cosa.
signatures-keep-was-prepared = El { $time }, alguien preparó que se mantenga la firma. Espera que otra persona autorizada lo apruebe desde el correo que recibió.
signatures-changed-since = Lo que cambió desde que firmó
signatures-coordinators-say = La coordinación dice:
signatures-ended-by-delivery = La carta se entregó el { $time }, y con ello terminó esta pregunta.
signatures-stayed-until-delivery = Nadie había respondido, así que la firma figura bajo la versión { $revision } en lo que se entregó. Todavía se puede retirar: eso quita el nombre de la lista en este sitio y no cambia nada de lo entregado.
signatures-date-was = La fecha límite para responder era el { $time }. Nadie respondió, así que la firma figura bajo la versión { $revision }, y quienes leen lo ven.
signatures-can-still-answer = Todavía puede responder.
signatures-can-only-withdraw = La carta ya no se puede firmar; la firma se puede retirar.
signatures-answer-by-or-leave = Le rogamos que responda antes del { $time }. Si nadie lo hace, la organización sale de la lista.
signatures-answer-by-or-stay = Le rogamos que responda antes del { $time }. Si nadie lo hace, la organización sigue en la lista, con la indicación de que firmó la versión { $revision }.
signatures-keep = Mantener la firma
signatures-keep-takes-two = Su organización exige dos personas para cada firma: mantenerla se prepara aquí, y otra persona autorizada lo aprueba desde un correo.
signatures-keep-declares = Quien la mantiene declara: { $words }
signatures-keep-does = Mantenerla pone la firma bajo el texto actual (versión { $revision }).
signatures-withdraw-does = Retirarla quita el nombre de la lista.
signatures-kept = { $name } mantiene su firma, bajo la versión { $revision }.
signatures-has-withdrawn = { $name } ha retirado su firma.
signatures-left-by-delivery = Nadie había respondido, así que { $name } no figura bajo lo que se entregó.
signatures-left-by-silence = Nadie respondió a tiempo, así que { $name } salió de la lista.
signatures-stands-under = { $name } figura bajo la versión { $revision }.
signatures-question-answered = Esta pregunta está respondida.
signatures-change-your-mind = Si cambia de opinión, { $here }.
signatures-change-your-mind-here = inicie sesión y vea la firma

# Names that are withheld.
signatures-withholding-protects = El público lee cuántos nombres están reservados y nada del suyo. La coordinación de esta carta puede consultar su nombre; cada consulta queda registrada.
signatures-withholding-does-not = No protege de lo que ya se sabe: quien supo por usted que firma, o donde la firma de su organización era pública antes.
signatures-withheld-by-coordinators = La coordinación de esta carta reserva el nombre para proteger a su organización. Para que se muestre, pídaselo: pone fin a la reserva y después usted lo muestra aquí.
signatures-show-name = Mostrar el nombre
signatures-show-name-does = El nombre figura entonces en la lista para todo el mundo.
signatures-show-name-does-protected = El nombre figura entonces en la lista para todo el mundo, y su organización vuelve a tener aquí una página pública.
signatures-withhold-name = Reservar el nombre
signatures-withhold-name-does = La firma permanece y se cuenta; el público lee que firmó una organización más, pero no cuál. La coordinación puede consultar el nombre; cada consulta queda registrada.
signatures-withhold-name-public = La carta es pública: las copias que hayan hecho lectores, buscadores y quienes la recibieron conservan el nombre.
signatures-withhold-name-delivered = Se entregó con el nombre; los archivos entregados dejan entonces de ofrecerse aquí, pero el destinatario tiene los suyos.
signatures-names-withheld = { $count ->
    [one] Hay { $count } nombre reservado. Se cuenta y no figura más que en una página. Cada consulta de esta queda anotada en el registro de la carta.
   *[other] Hay { $count } nombres reservados. Se cuentan y no figuran más que en una página. Cada consulta de esta queda anotada en el registro de la carta.
}
signatures-look-up = { $count ->
    [one] Consultar el nombre
   *[other] Consultar los nombres
}
signatures-withheld-names = Nombres reservados
signatures-withheld-names-note = Solo la coordinación de esta carta ve estos nombres, y esta consulta está en su registro. Le rogamos que no los copie en ningún sitio.
signatures-no-name-withheld = No hay ningún nombre reservado.
signatures-back-to-list = Volver a la lista
signatures-signed-on = firmó el { $date }
signatures-listed-on = incluida el { $date }, sin confirmar
signatures-withheld-to-protect = Reservado por la coordinación, para protegerla.
signatures-withheld-by-wish = Reservado por voluntad propia: solo sus propias personas pueden mostrarlo.
signatures-change = Cambiar
signatures-counted-under = Contado bajo
signatures-move = Mover
signatures-end-protection = Poner fin a la protección
signatures-protect-reason = Motivo para protegerla, sin su nombre
signatures-protect = Protegerla, para que no pueda mostrarse por sí sola
signatures-removal-reason = Motivo, sin su nombre
signatures-take-off = Quitarla de la lista

# What is answered to the forms of signing.
signatures-note-withdrawn = La firma se ha retirado.
signatures-note-prepared = La firma está preparada. Las personas autorizadas de su organización tienen un correo para aprobarla.
signatures-note-hidden = El nombre queda reservado desde ahora: la firma se cuenta, pero no se nombra.
signatures-note-shown = El nombre se muestra desde ahora.
signatures-note-authorised = Ha confirmado que la firma está autorizada. Vuelve a valer.
signatures-note-confirmed = Ha confirmado que la firma está autorizada. Otro propietario dice que no, así que decide la coordinación de la carta.
signatures-note-suspended = La firma está suspendida: fuera de la lista y sin contarse. Decide la coordinación de la carta.
signatures-note-printed = Guardado. La lista lo muestra así.
signatures-note-welcome = Su organización está verificada y la sesión está iniciada. Lea el texto y firme abajo.
signatures-who-signs = ¿Quién firma? Falta el nombre.
signatures-tick-authority = Marque que tiene autorización para firmar en nombre de la organización.
signatures-say-whether-yours = Indique si la línea de la lista es de su organización.
signatures-choose-display = Elija lo que ve el público.
signatures-not-the-shown-text = El texto no es el que se le mostró. Le rogamos que lo lea tal como está arriba y firme de nuevo.
signatures-not-the-shown-text-to-prepare = El texto no es el que se le mostró. Le rogamos que lo lea tal como está arriba y prepare de nuevo la firma.
signatures-not-a-member = Esta coalición no ha confirmado a su organización. Elija otra, o ninguna.
signatures-signing-is-over = Esta carta ya no se puede firmar: el plazo de firma ha terminado.
signatures-needs-two = En su organización una firma requiere dos personas. Vuelva a cargar la página y prepárela; después la aprueba otra persona autorizada.
signatures-not-yours-to-sign = Puede firmar por una organización en la que tenga el papel de propietario o firmante.
signatures-not-yours-to-withdraw = Puede retirar la firma de una organización en la que tenga el papel de propietario o firmante.
signatures-not-yours-to-prepare = Puede preparar una firma para una organización a la que pertenezca.
signatures-not-yours-to-show = Lo que se muestra de la firma lo decide un propietario o firmante de la organización.
signatures-not-yours-to-print = Cómo aparece el nombre lo decide un propietario o firmante de la organización.
signatures-does-not-stand = El nombre de esta organización no figura bajo esta carta.
signatures-names-stay-closed = Esta carta ya no se puede firmar y sus nombres quedan como están. Consulte a su coordinación.
signatures-names-stay-delivered = Esta carta está entregada: sus nombres quedan como están.
signatures-not-printed-at-all = El nombre de esta organización está reservado aquí: no se imprime.
signatures-does-not-stand-here = El nombre de esta organización no figura bajo esta carta.
signatures-what-to-show-missing = El formulario no dice qué se debe mostrar.
signatures-is-protected = La coordinación de esta carta reserva el nombre para proteger a su organización. Pídale que le ponga fin; después podrá mostrarlo aquí.
signatures-was-delivered-so = La carta se entregó así, y lo entregado queda como está.
signatures-ask-an-owner = En su organización dos personas dan una firma. Para volver a mostrar su nombre, consulte a un propietario.
signatures-reconsent-link-over = Este enlace ya no pregunta nada: nunca existió, o ya no le corresponde responder por esta firma. Inicie sesión para ver la situación de su organización.
signatures-answer-missing = El formulario no dice si se mantiene o se retira.
signatures-answer-over = La pregunta ha terminado: la carta se entregó, o pasó su fecha y ya no se puede firmar. La firma queda bajo la versión a la que se dio; todavía se puede retirar.
signatures-link-leads-nowhere = Puede que la dirección no esté completa o que usted ya no actúe en nombre de esta organización. Inicie sesión para ver la situación de su organización.
signatures-link-used = Ya se usó, y lo que usted dijo cuenta. Inicie sesión para ver la situación de la firma.
signatures-link-past = Ha caducado, o la firma se dio de nuevo desde entonces. Busque el correo más reciente o inicie sesión.
signatures-objection-withdrawn = La firma está retirada, así que su nombre no figura bajo nada.
signatures-nothing-to-confirm = Nadie dice que esta firma no estuviera autorizada: no hay nada que confirmar.
signatures-said-very-often = Esto se ha dicho y retirado muchas veces. Decide la coordinación de la carta.
signatures-not-confirmed-yet = Ningún propietario de la organización ha confirmado todavía esta firma. Puede hacerlo en la página de la carta, con la sesión iniciada.

# Preparing and approving.
signatures-signed-already = Su organización ya ha firmado esta carta.
signatures-nobody-to-approve = Nadie más en su organización está autorizado a firmar, así que no hay quien la apruebe.
signatures-prepared-very-often = Esto se ha preparado muchas veces. Las personas autorizadas tienen correos al respecto; pregúnteles.
signatures-approval-leads-nowhere = Puede que la dirección no esté completa o que usted ya no tenga autorización en esta organización.
signatures-approval-own = Usted preparó esta firma: debe aprobarla otra persona autorizada.
signatures-approval-approved = La firma ya está aprobada y dada.
signatures-approval-refused = La firma se rechazó. Habría que prepararla de nuevo.
signatures-approval-over = Se preparó otra más reciente, o esta ha esperado demasiado. Busque el correo más reciente.
signatures-approve-title = Aprobar una firma
signatures-approved-kept-title = Mantenida
signatures-approved-signed-title = Firmada
signatures-approved-kept = El nombre de { $name } figura bajo el texto modificado de esta carta.
signatures-approved-withheld = El nombre de { $name } se cuenta bajo esta carta y queda reservado.
signatures-approved-signed = El nombre de { $name } figura bajo esta carta.
signatures-approval-not-a-member = La coalición elegida ya no cuenta a su organización entre sus miembros. Hay que preparar de nuevo la firma.
signatures-refused-title = Rechazada
signatures-refused = No se firma nada. Quien la preparó recibe un correo.
signatures-about = De qué se trata
signatures-a-colleague = Alguien de su organización
signatures-would-keep = { $by } quiere mantener la firma de { $name } bajo el texto modificado de esta carta. Sigue bajo el texto anterior hasta que usted lo apruebe.
signatures-has-prepared = { $by } ha preparado la firma de { $name } bajo esta carta. No se firma nada hasta que usted la apruebe.
signatures-keep-confidential = Le rogamos que la mantenga en confidencialidad hasta que se publique.
signatures-changed-since-organization = Lo que cambió desde que firmó su organización
signatures-approve = Aprobar la firma
signatures-approve-and-keep = Aprobar y mantener
signatures-approve-and-sign = Aprobar y firmar
signatures-approval-moved-title = El texto ha cambiado
signatures-approval-moved = La firma se preparó para un texto anterior. Lo que figura arriba es el texto actual: si su organización lo firma, hay que preparar de nuevo la firma.
signatures-sign-in-and-sign-this = Iniciar sesión y firmar este texto
signatures-or-refuse = O rechazar
signatures-why = ¿Por qué?
signatures-for-who-prepared = Para quien la preparó.
signatures-refuse = Rechazar
signatures-fact-organization = Organización
signatures-country = País
signatures-fact-shown = Se muestra
signatures-fact-shown-nothing = solo que firmó una organización más: el nombre está reservado
signatures-fact-shown-representative = la organización y quién firmó por ella
signatures-fact-shown-organization = solo la organización
signatures-fact-under = Bajo
signatures-fact-prepared = Preparada
signatures-fact-text = Texto
signatures-see-letter = Ver la carta

# The mails about a signature.
signatures-its-own = Su organización
signatures-its-own-inside = su organización
signatures-nameless = Una organización cuyo nombre está reservado
signatures-mail-reason = El motivo que dieron: { $reason }
signatures-mail-they-say = Dicen: { $note }
signatures-mail-sign-again = Mientras la carta esté abierta, se puede volver a firmar:
signatures-mail-see-signature = Ver la firma
signatures-mail-protected-subject = Su organización ya no se nombra: { $title }
signatures-mail-protected = La coordinación reserva el nombre de { $organization } bajo esta carta, para protegerla: { $title }
signatures-mail-protected-stays = La firma permanece y se cuenta. Para que se muestre el nombre, pídalo a la coordinación: pone fin a la protección y después su organización lo muestra allí.
signatures-mail-copies-keep = Las copias hechas antes, por lectores, buscadores o quienes las recibieron por correo, conservan el nombre.
signatures-mail-may-be-shown-subject = Su organización puede volver a nombrarse: { $title }
signatures-mail-may-be-shown = La coordinación ya no reserva el nombre de { $organization } bajo esta carta: { $title }
signatures-mail-stays-withheld = Sigue reservado hasta que su organización lo muestre por sí misma.
signatures-mail-see-or-show = Ver la firma, o mostrar el nombre
signatures-mail-withdrawn-subject = { $name } ha retirado su firma: { $title }
signatures-mail-withdrawn = El nombre de { $name } ya no figura bajo esta carta: { $title }
signatures-mail-renamed-subject = { $name } aparece con otro nombre: { $title }
signatures-mail-renamed = La coordinación de esta carta ha cambiado cómo se imprime en ella el nombre de su organización: { $title }
signatures-mail-before = Antes: { $text }
signatures-mail-after = Después: { $text }
signatures-mail-since-then = Desde entonces: { $text }
signatures-mail-see-or-say-how = Ver la firma, o decir cómo desean aparecer
signatures-mail-nothing-else = No ha cambiado nada más, ni aquí ni fuera de esta carta.
signatures-mail-removed-subject = { $name } ya no está en la lista: { $title }
signatures-mail-removed = La coordinación ha quitado el nombre de { $name } de la lista de esta carta: { $title }
signatures-mail-please-confirm-subject = Le rogamos que confirme que { $name } firma: { $title }
signatures-mail-please-confirm = La coordinación de esta carta ha incluido a { $name } en la lista de firmantes, porque alguien dijo que sí en su nombre: { $title }
signatures-mail-please-confirm-withheld = Allí se cuenta, y su nombre está reservado. Le rogamos que lea el texto exacto y lo firme, o que decline: entonces se quita de la lista.
signatures-mail-please-confirm-named = Mientras no se confirme, la lista lo indica. Le rogamos que lea el texto exacto y lo firme, o que decline: entonces el nombre se quita de la lista.
signatures-mail-read-and-confirm = Leer la carta y confirmar
signatures-mail-link-of-organization = El enlace es solo para su organización; le rogamos que no lo comparta.
signatures-mail-says-no-subject = { $name } no firma: { $title }
signatures-mail-says-no = { $name } figuraba como firmante de esta carta; se le pidió que confirmara y ha declinado: { $title }
signatures-mail-says-no-why = Su nombre ya no está en la lista. Si dijo por qué, el motivo figura en el tablero de invitaciones:
signatures-mail-see-board = Ver el tablero
signatures-mail-corrected-subject = Se corrigió el texto: { $title }
signatures-mail-corrected = La coordinación ha corregido el texto de una carta que { $name } firmó: { $title }
signatures-mail-editorial = El cambio es de forma. Su firma se mantiene y no tiene que hacer nada.
signatures-mail-nothing = (nada)
signatures-mail-more-paragraphs = { $more ->
    [one] Cambió { $more } párrafo más.
   *[other] Cambiaron { $more } párrafos más.
}
signatures-mail-see-change = Ver el cambio, palabra por palabra
signatures-mail-can-withdraw = Si su organización no puede respaldarlo, puede retirarse en la página de la carta.
signatures-mail-keep-subject = Mantener o retirar: { $title }
signatures-mail-keep-again-subject = Recordatorio: mantener o retirar: { $title }
signatures-mail-says-else = El texto de una carta que { $name } firmó ha cambiado en lo que dice: { $title }
signatures-mail-coordinators-say = La coordinación dice: { $note }
signatures-mail-answer-or-leave = Le rogamos que responda antes del { $time }. Si nadie responde hasta entonces, { $name } sale de la lista.
signatures-mail-answer-or-stay = Le rogamos que responda antes del { $time }. Si nadie responde hasta entonces, { $name } sigue en la lista, con la indicación de que firmó la versión anterior.
signatures-mail-see-and-answer = Ver qué cambió, y mantener o retirar
signatures-mail-link-answers = El enlace es solo para usted: quien lo tenga puede responder en nombre de su organización.
signatures-mail-retracted-subject = Carta retirada: { $title }
signatures-mail-retracted = La coordinación ha retirado una carta que { $name } firmó: { $title }
signatures-mail-see-letter-and-signature = Ver la carta y su firma
signatures-mail-retracted-stays = Nadie la firma ya. El nombre de su organización sigue en su lista, bajo esta nota; puede retirarlo allí.
signatures-mail-left-subject = { $name } ha salido de la lista: { $title }
signatures-mail-left = Nadie respondió por { $name } si mantiene su firma bajo el texto modificado, así que su nombre ya no figura bajo esta carta: { $title }
signatures-mail-left-delivered = La carta se entregó antes de que nadie respondiera por { $name } si mantiene su firma bajo el texto modificado. Así que su nombre no figura bajo la carta entregada: { $title }
signatures-mail-sign-after-delivery = Si se sigue firmando, se puede volver a firmar y figurará en «Firmado después de la entrega»:

# Mails about a signature that two persons give.
signatures-mail-approve-subject = ¿Aprobar la firma de { $name }? { $title }
signatures-mail-approve-keep-subject = ¿Mantener la firma de { $name }? { $title }
signatures-mail-approve = { $by } ha preparado la firma de { $name } bajo esta carta: { $title }. No se firma nada hasta que una persona autorizada la apruebe.
signatures-mail-approve-keep = { $by } quiere mantener la firma de { $name } bajo el texto modificado de esta carta: { $title }. Sigue bajo el texto anterior hasta que otra persona autorizada lo apruebe.
signatures-mail-until = Se puede firmar hasta el { $time }.
signatures-mail-read-and-decide = Leer el texto, y aprobar o rechazar
signatures-mail-first-decides = El enlace es solo para usted: no reenvíe este correo. Decide quien apruebe primero.
signatures-mail-approved-subject = Aprobada: la firma de { $name } bajo { $title }
signatures-mail-not-approved-subject = No aprobada: la firma de { $name } bajo { $title }
signatures-mail-approved = { $by } ha aprobado lo que usted preparó, y { $name } ha firmado esta carta: { $title }
signatures-mail-approved-keep = { $by } ha aprobado lo que usted preparó, y { $name } mantiene su firma bajo el texto modificado: { $title }
signatures-mail-not-approved = { $by } no aprueba la firma de { $name } que usted preparó, y no se firma nada: { $title }
signatures-mail-not-approved-keep = { $by } no aprueba la firma de { $name } que usted preparó, y sigue bajo el texto anterior: { $title }

# Mails about who may sign.
signatures-mail-declared = { $person } ({ $role }, { $email }) declaró el { $time }: «{ $words }»
signatures-mail-object = Si esto no estaba autorizado, dígalo aquí; el nombre sale de inmediato de la lista
signatures-mail-receipt = El recibo de esta firma, para guardarlo y comprobarlo
signatures-mail-kept-subject = { $name } mantiene su firma: { $title }
signatures-mail-kept = { $person } ha mantenido la firma de { $name } bajo el texto modificado de esta carta: { $title }
signatures-mail-waits-subject = { $name } ha firmado y espera a la coordinación: { $title }
signatures-mail-signed-subject = { $name } ha firmado: { $title }
signatures-mail-signed = { $person } ha firmado esta carta en nombre de { $name }: { $title }
signatures-mail-is-withheld = El nombre está reservado: el público lee que firmó una organización más, pero no cuál. La coordinación de la carta puede consultarlo, y cada consulta queda registrada.
signatures-mail-waits = Todavía no figura en la lista ni se cuenta: antes la revisa la coordinación de la carta, y usted recibirá un correo con la decisión.
signatures-mail-see-or-withdraw = Ver la firma, o retirarla
signatures-mail-exactly = La firma se da exactamente a este texto (SHA-256): { $hash }
signatures-mail-links-yours = Los enlaces son solo para usted: no reenvíe este correo.
signatures-mail-see-case = Ver el caso
signatures-mail-objection-subject = Se dice que una firma no estaba autorizada: { $title }
signatures-mail-objection = Un propietario de una organización dice que la firma en su nombre no estaba autorizada. La organización: { $name }. Desde ahora no figura en la lista ni se cuenta. Usted decide si se restablece, para lo cual hace falta la palabra de un propietario, o si se quita: { $title }
signatures-mail-objection-delivered = Un propietario de una organización dice que la firma en su nombre no estaba autorizada. La organización: { $name }. Desde ahora no figura en la lista ni se cuenta. Usted decide si se restablece, para lo cual hace falta la palabra de un propietario, o si se quita: { $title }. La carta ya se había entregado; la página dice a quién, y lo entregado queda como está.
signatures-mail-suspended-subject = { $name }: la firma está suspendida: { $title }
signatures-mail-suspended = { $person }, propietario de su organización, ha dicho que la firma bajo esta carta no estaba autorizada: { $title }
signatures-mail-suspended-until = El nombre no figura en la lista ni se cuenta hasta que decida la coordinación de la carta. Si la firma está autorizada, un propietario puede confirmarla allí.
signatures-mail-disagree-subject = Dos propietarios discrepan sobre una firma: { $title }
signatures-mail-disagree = De una firma que un propietario dice que no estaba autorizada, otro dice que sí lo está. La organización: { $name }. Sigue fuera de la lista hasta que usted decida.
signatures-mail-stands-again-subject = Una firma vuelve a valer: { $title }
signatures-mail-nothing-to-decide = Nadie dice ya que esta firma no estuviera autorizada; vuelve a valer y no hay nada que decidir. La organización: { $name }.
signatures-mail-own-stands-again-subject = { $name }: la firma vuelve a valer: { $title }
signatures-mail-was-confirmed = { $person } ha confirmado la firma bajo esta carta, y vuelve a valer: { $title }
signatures-mail-restored = La coordinación de esta carta ha restablecido la firma, porque un propietario la confirmó: { $title }
signatures-mail-taken-off-subject = { $name }: se ha quitado la firma: { $title }
signatures-mail-taken-off = La coordinación de esta carta ha quitado la firma, porque un propietario dijo que no estaba autorizada: { $title }
signatures-mail-left-after-delivery-subject = Una firmante se ha retirado tras la entrega: { $title }
signatures-mail-left-after-delivery = Una firmante se ha retirado después de la entrega de esta carta: { $title }
signatures-mail-left-after-delivery-who = La organización: { $name }. Lo entregado queda como está. La página indica a quiénes, para que usted pueda avisarles.
signatures-mail-see-recipients = Ver quién recibió la carta

# Mails about what waited for a coordinator.
signatures-mail-accepted-subject = { $name } está en la lista: { $title }
signatures-mail-accepted = La firma de { $name } bajo esta carta esperaba revisión y ya está en su lista: { $title }
signatures-mail-not-listed-subject = { $name } no está en la lista: { $title }
signatures-mail-not-listed = La coordinación de esta carta no ha puesto la firma de { $name } en su lista: { $title }
signatures-mail-not-listed-next = La firma se retira. Mientras la carta esté abierta, se puede volver a dar:

# What waits for coordinators.
signatures-waits-look = { $count ->
    [one] { $count } firma espera revisión
   *[other] { $count } firmas esperan revisión
}
signatures-waits-cases = { $count ->
    [one] de { $count } firma se dice que no estaba autorizada
   *[other] de { $count } firmas se dice que no estaban autorizadas
}
signatures-waits-both = { $look }; { $cases }
signatures-queue-title = Lo que le espera
signatures-queue-cases = Señaladas como no autorizadas
signatures-queue-no-cases = Nadie lo ha dicho de ninguna firma.
signatures-queue-waiting = Firmas por revisar
signatures-queue-asks = Esta carta exige: { $asks }. Quien llegue a verificarse así figura en la lista sin su intervención.
signatures-queue-none-waits = Ninguna espera.
signatures-queue-warnings = Quién en la lista puede confundirse con otros, y qué comunican los lectores
signatures-verified-since = Esta organización: { $verified }, desde el { $time }.
signatures-verified-so = Esta organización: { $verified }.
signatures-may-be-another = Puede confundirse con otra.
signatures-the-other = La otra: { $name }.
signatures-reason = Motivo
signatures-reason-hint = Lo leen por correo los propietarios de la organización y quien firmó.
signatures-waited-since = Espera desde el { $time }.
signatures-was-disputed-lead = Un propietario dijo que una firma anterior de esta organización no estaba autorizada
signatures-was-disputed = { $lead }; se quitó, y otra persona la da de nuevo.
signatures-put-on-list = Ponerla en la lista
signatures-refuse-it = Rechazarla
signatures-take-it-off = Quitarla
signatures-put-it-back = Restablecerla
signatures-off-since = La firma está fuera de la lista desde el { $time }.
signatures-what-was-declared = Lo que se declaró
signatures-case-delivered = La carta se entregó con este nombre. Lo entregado queda como está; { $here }, para avisarles.
signatures-case-delivered-here = vea quién la recibió
signatures-case-needs-owner = Para restablecerla, antes debe confirmarla un propietario de la organización, en la página de la carta.
signatures-an-owner = Un propietario
signatures-voice-objects = { $who } dijo el { $time } que no estaba autorizada.
signatures-voice-confirms = { $who } confirmó el { $time } que está autorizada.
signatures-decided = Decidido
signatures-case-settled = Señalada como no autorizada; { $outcome } el { $time }.
signatures-entry-decided = Esperaba revisión; { $decision } el { $time }.
signatures-outcome-restored = restablecida en la lista
signatures-outcome-removed = quitada de la lista
signatures-outcome-taken-back = retirado por quien lo había dicho
signatures-outcome-withdrawn = retirada por la organización
signatures-decision-accepted = aceptada
signatures-decision-refused = rechazada
signatures-decision-risen = incluida por sí sola: su verificación es la que exige la carta
signatures-note-decided = Decidido. Las personas de la organización reciben un correo con su motivo.
signatures-say-why = Diga por qué: lo leen las personas de la organización.
signatures-decided-before = Esto se decidió un momento antes: { $what }. No se ha hecho nada de lo que usted pidió.

# What the log says.
signatures-log-declined = Se le pidió que confirmara y declinó.
signatures-log-revision = versión { $revision }
signatures-log-revision-delivery = versión { $revision }, hasta la entrega
signatures-log-reminded = { $count ->
    [one] { $count } firmante sin responder a la versión { $revision }
   *[other] { $count } firmantes sin responder a la versión { $revision }
}
signatures-a-withheld-name = Un nombre reservado
signatures-nameless-inside = una organización cuyo nombre está reservado

# What changes the list.
signatures-change-added-group = se añadió un grupo
signatures-change-changed-group = se cambió un grupo
signatures-change-removed-group = se eliminó un grupo
signatures-change-moved-group = se movió un grupo
signatures-change-line = se cambió una línea
signatures-change-footnote = se cambió una nota al pie
signatures-change-by-name = lista ordenada por nombre
signatures-change-by-time = lista ordenada por fecha de firma
signatures-change-by-hand = lista ordenada a mano
signatures-change-order = se ordenó la lista
signatures-change-moved = se movió
signatures-change-took-off = se quitó de la lista
signatures-change-list = se cambió la lista
signatures-change-about = { $done }: { $about }

# The list in the coordinators' hands.
signatures-list-title = La lista de firmantes
signatures-list-waits = { $waits }. { $look }.
signatures-list-waits-look = Ver lo que no está en la lista
signatures-list-delivered = Esta carta está entregada: su lista, su orden y sus números quedan como están. Aún puede ocuparse de quienes firmaron después.
signatures-list-add-listed = Añadir una firmante incluida
signatures-list-add-group = Añadir un grupo
signatures-list-no-headings = Según la regla de esta carta, su lista no tiene encabezados de grupos; solo los firmantes posteriores y los observadores figuran aparte. Los encabezados se eligen { $here }.
signatures-list-no-headings-here = en la página de la carta
signatures-list-keys = Para mover una línea, arrástrela por su asidero { $handle }, o vaya al asidero con la tecla Tab y pulse { $up } o { $down }; { $home } y { $end } para el primer y el último lugar bajo su encabezado, { $page_up } y { $page_down } para otro encabezado. Cada movimiento se guarda de inmediato.
signatures-list-empty = Todavía no hay ninguna organización en la lista.
signatures-list-none-found = Ningún nombre de la lista tiene esas palabras.
signatures-list-show-whole = Mostrar toda la lista
signatures-list-show-all = Mostrar todo
signatures-counted-listed = { $count ->
    [one] , { $count } de ellas incluida y sin confirmar
   *[other] , { $count } de ellas incluidas y sin confirmar
}
signatures-counted-listed-all = { $count ->
    [one] , incluida y sin confirmar
   *[other] , todas ellas incluidas y sin confirmar
}
signatures-counted-withheld = { $count ->
    [one] , { $count } de ellas con su nombre reservado
   *[other] , { $count } de ellas con sus nombres reservados
}
signatures-counted-observers = { $count ->
    [one] , y { $count } observador
   *[other] , y { $count } observadores
}
signatures-last-change = Último cambio: { $what }, { $by }, { $time }
signatures-last-change-by-nobody = Último cambio: { $what }, { $time }
signatures-undo = Deshacer
signatures-order = Orden
signatures-order-name = Por nombre
signatures-order-time = Por fecha de firma
signatures-order-hand = A mano
signatures-find-name = Buscar un nombre
signatures-find = Buscar
signatures-headings = Encabezados de la lista
signatures-no-heading = Sin encabezado
signatures-after-delivery = Firmado después de la entrega
signatures-unnamed-group = Un grupo sin nombre
signatures-twice = Quizá la misma organización dos veces
signatures-not-the-same = No es la misma
signatures-signed-here = firmó aquí
signatures-listed-not-confirmed = incluida, sin confirmar
signatures-same-as = La misma que { $name }
signatures-take-listed-off = Quitar la incluida
signatures-take-listed-off-of = Quitar la incluida: { $name }
signatures-footnotes = Notas al pie
signatures-footnote-says = Lo que dice { $sign }
signatures-late-signatories = firmantes posteriores
signatures-observers-not-counted = observadores, no contados
signatures-heading = Encabezado
signatures-change-or-remove = Cambiar o eliminar
signatures-nobody-here = Aquí no figura nadie.
signatures-withheld-here = { $count ->
    [one] Aquí hay { $count } nombre reservado.
   *[other] Aquí hay { $count } nombres reservados.
}
signatures-up = ↑ Subir
signatures-down = ↓ Bajar
signatures-first = Primero
signatures-last = Último
signatures-move-up = Subir { $name }
signatures-move-down = Bajar { $name }
signatures-move-first = Mover { $name } al primer lugar
signatures-move-last = Mover { $name } al último lugar
signatures-to-place = Al lugar
signatures-place-for = Lugar para { $name }, de 1 a { $last }
signatures-on-behalf-of = { $count ->
    [one] en nombre de { $count } miembro
   *[other] en nombre de { $count } miembros
}
signatures-sorted-as-name = ordenada como { $name }
signatures-note-saved = Guardado.
signatures-note-undone = Deshecho.
signatures-note-listed = Está en la lista, incluida y sin confirmar.
signatures-note-asked = Está en la lista, incluida y sin confirmar. Se pide a la organización por correo que confirme.
signatures-note-not-asked = Está en la lista. Esa dirección ya respondió a su invitación, así que no se le volvió a preguntar.
signatures-note-removed = Ya no está en la lista.
signatures-note-withheld = El nombre está reservado. Su firma se cuenta y se avisa a la organización.
signatures-note-protection-ended = La protección ha terminado. Un nombre incluido vuelve a mostrarse; una organización que firmó muestra su nombre por sí misma, y se le avisa de que puede hacerlo.
signatures-not-by-hand = Esta lista no está ordenada a mano. Elija primero el orden «A mano».
signatures-order-stays = Esta carta está entregada: el orden de su lista queda como está.
signatures-move-unreadable = El formulario no dice a quién mover ni adónde.
signatures-list-moved = La lista ha cambiado: alguien la modificó después de que usted la abriera. Esta es la lista tal como está; su movimiento no se hizo. Le rogamos que lo repita.
signatures-ordering-unreadable = El formulario no dice según qué ordenar.
signatures-undo-other-first = Alguien cambió la lista después de que usted la abriera. Mírela de nuevo y deshaga lo que desee.
signatures-undo-nothing = No queda nada que deshacer.
signatures-undo-no-longer = Esto ya no se puede deshacer: algo de lo que tocó se cambió de nuevo después, o una organización firmó allí.
signatures-undo-delivered = Esta carta se entregó desde entonces: su lista queda como está.
signatures-footnote-has-words = Una nota al pie tiene texto.
signatures-footnote-stays = Esta nota al pie figura en líneas entregadas y queda como está. Use otro signo.

# Headings.
signatures-heading-title = Un encabezado de la lista
signatures-heading-new-title = Un nuevo encabezado de la lista
signatures-name = Nombre
signatures-heading-name-hint = Déjelo vacío para un grupo sin encabezado o para usar el nombre de la coalición.
signatures-heading-free = Ninguna: encabezado libre
signatures-heading-kind = Lo que figura debajo
signatures-heading-signatories = Firmantes
signatures-heading-late = Firmantes posteriores, después de los demás
signatures-heading-observers = Observadores, al final y no contados
signatures-coalition = Coalición
signatures-heading-coalition-hint = Sus miembros que firman eligen figurar bajo este encabezado.
signatures-heading-remove-this = Eliminar este encabezado
signatures-heading-remove = Eliminar el encabezado
signatures-heading-signatories-stay = { $count ->
    [one] Su { $count } firmante sigue en la lista, sin encabezado.
   *[other] Sus { $count } firmantes siguen en la lista, sin encabezado.
}
signatures-heading-not-empty = { $count ->
    [one] Una firmante figura bajo este encabezado. Indique que debe quedar sin encabezado y elimínelo después.
   *[other] { $count } firmantes figuran bajo este encabezado. Indique que deben quedar sin encabezado y elimínelo después.
}
signatures-no-such-coalition = No existe esa coalición.
signatures-has-a-heading = Esta coalición ya tiene un encabezado en esta carta.
signatures-headings-stay = Esta carta está entregada: los encabezados de su lista quedan como están.
signatures-heading-move-unreadable = El formulario no dice adónde mover el encabezado.
signatures-choose-kind = Elija qué figura bajo este encabezado.
signatures-choose-heading = Elija un encabezado de esta carta.

# A listed signatory.
signatures-listed-title = Una firmante incluida
signatures-listed-what = Para una organización que dijo que sí en otro lugar, por ejemplo en un correo. Se muestra como incluida y sin confirmar hasta que firme aquí.
signatures-listed-email-asked = Se le pide por correo que confirme. La línea se convierte en su firma cuando lo hace.
signatures-listed-email-kept = Se guarda para más tarde: no se pregunta a nadie mientras la carta no se pueda firmar.
signatures-representative = Representante
signatures-listed-email = La dirección de la organización
signatures-listed-shows-name = El nombre, como incluido y sin confirmar
signatures-listed-shows-nothing = Contarla sin nombrarla
signatures-listed-who = Quién dijo que sí
signatures-listed-who-note = Solo para la coordinación.
signatures-listed-who-name = Quién
signatures-when = Cuándo
signatures-in-zone = Hora de { $zone }.
signatures-note = Nota
signatures-listed-evidence = El correo u otra prueba
signatures-listed-evidence-size = (opcional, hasta 5 MB)
signatures-listed-add = Añadir a la lista
signatures-said-by = Dicho por
signatures-address = Dirección
signatures-file = Archivo
signatures-said-in-future = Esto aún está por llegar. ¿Cuándo dijeron que sí?
signatures-said-when = ¿Cuándo dijeron que sí? Una fecha se escribe así: 2026-12-14T13:00.
signatures-said-who = ¿Quién dijo que sí por ella?
signatures-an-address = Una dirección tiene esta forma: name@example.org.
signatures-file-too-large = Este archivo supera los 5 MB. Envíe uno más pequeño, o ninguno.
signatures-nothing-to-ask = Esta organización ha firmado aquí; no hay nada que confirmar.
signatures-nobody-asked-now = Esta carta no se puede firmar en este momento, así que no se le pide a nadie.
signatures-address-answered = Esta dirección ya respondió a su invitación, o se le pregunta por otra línea.
signatures-asked-enough = A esta dirección se le preguntó en las últimas horas, o tantas veces como es razonable. Deje un poco de tiempo; una llamada puede servir más.

# One line.
signatures-not-said = No indicado
signatures-heading-is-late = { $name } (firmantes posteriores)
signatures-heading-is-observers = { $name } (observadores)
signatures-line-signed = Esta organización ha firmado aquí.
signatures-line-listed = Incluida por la coordinación; la organización no ha confirmado.
signatures-line-own-name = Su propio nombre es { $name }.
signatures-line-imported = Tal como figuraba en la lista importada: { $name }
signatures-line-withhold = Reservar este nombre
signatures-line-withhold-does = Para protegerla: el público lee que firmó una organización más, pero no cuál.
signatures-line-withhold-listed = La coordinación puede volver a mostrarlo.
signatures-line-withhold-signed = Se avisa a sus propietarios, con su motivo; para volver a mostrarlo hacen falta la coordinación y la organización.
signatures-line-withhold-copies = Las copias hechas antes conservan el nombre.
signatures-line-withhold-reason-hint = Queda en el registro de la carta. No nombre en él a la organización.
signatures-line-take-off-signed = Esta organización firmó aquí. Se avisa por correo a sus propietarios de que se quitó su nombre, y por qué; puede volver a firmar mientras la carta esté abierta.
signatures-line-name-hint = Solo en esta carta. Se avisa a los propietarios de la organización de lo que cambió.
signatures-sign-hint = Los signos *, †, ‡, § o un número.
signatures-sign-in-use = En uso: { $signs }
signatures-sorted-as = Ordenada como
signatures-sorted-as-hint = Cuando otro nombre decide el orden.
signatures-footnote-sign = Signo de la nota
signatures-footnote-words = Lo que dice la nota
signatures-footnote-words-hint = Lo mismo en cada nombre con este signo.
signatures-line-ask = Pedir a la organización que confirme
signatures-line-ask-does = Recibe un correo con un enlace, lee el texto exacto y firma; esta línea se convierte entonces en su firma.
signatures-ask = Pedir
signatures-note-line-asked = Se pide a la organización por correo que confirme.
signatures-line-stays = Esta línea está entregada: queda como está, con su número.
signatures-reason-names = Este motivo dice de quién es el nombre y queda en el registro de la carta. Dígalo sin el nombre.
signatures-members-number = Es un número de miembros, por ejemplo 12.
signatures-choose-country = Elija un país de la lista.
signatures-sign-is-short = El signo de una nota es un solo carácter o un número.
signatures-sign-needed = Este texto necesita un signo, por ejemplo *.
signatures-sign-without-words = Este signo no figura todavía en ningún lugar: diga qué significa.
signatures-footnote-delivered = Esta nota al pie figura en líneas entregadas. Use otro signo.
signatures-say-why-removed = Diga por qué: la organización firmó aquí y se le avisa.
signatures-say-why-withheld = Diga por qué: queda en el registro de la carta y se avisa a la organización.
signatures-own-wish = Esta organización desea que no se la nombre. Solo sus propias personas pueden mostrar el nombre.

# What the script of the list says.
signatures-script-place = lugar { $at } de { $all } bajo { $heading }
signatures-script-moved = { $name }: { $place }
signatures-script-saved = { $name }: { $place }. Guardado.
signatures-script-lost-one = Otra persona cambió la lista mientras tanto. Esta es la lista tal como está. Su movimiento no se hizo: { $names }.
signatures-script-lost-many = Otra persona cambió la lista mientras tanto. Esta es la lista tal como está. Sus { $count } movimientos no se hicieron: { $names }.
signatures-script-again-one = Repetirlo
signatures-script-again-many = Repetirlos
signatures-script-leave = Dejarla como está
signatures-script-no-connection = no hay conexión
signatures-script-signed-out = se ha cerrado su sesión
signatures-script-could-not = el sitio no pudo hacerlo
signatures-script-not-saved-yours = No se guardó: { $why }. El orden de esta página es el suyo; deje la página abierta.
signatures-script-save-now = Guardarlo ahora
signatures-script-gone = { $names } o el encabezado ya no está.
signatures-script-handle = Mover { $name }
signatures-script-not-done = No se pudo hacer.
signatures-script-not-saved = No se guardó: no hay conexión.
signatures-script-not-undone = No se pudo deshacer.
signatures-script-load = Volver a cargar la lista
signatures-script-not-undone-connection = No se deshizo: no hay conexión.
signatures-script-comma = ,
