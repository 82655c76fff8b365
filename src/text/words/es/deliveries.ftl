# The words of deliveries.
deliveries-mail-delivered = La carta que firmó su organización ha sido entregada.
deliveries-mail-delivered-to = La carta que firmó su organización ha sido entregada a { $whom }.
deliveries-mail-subject = Entregada: { $title }
deliveries-mail-attached = Se adjunta la copia definitiva, con la lista tal como se entregó.
deliveries-mail-files = Todos los archivos de la entrega
deliveries-mail-sha256 = La entrega se identifica por su SHA-256: { $sha256 }
deliveries-deliver = Entregar la carta
deliveries-choose-one = Elija una de las dos opciones.
deliveries-changes-again = La lista cambió una y otra vez mientras se componía. Cierre las firmas o inténtelo de nuevo dentro de un momento.
deliveries-draft = Un borrador no se puede entregar. Ábralo primero a firmas.
deliveries-is-retracted = Esta carta está retirada.
deliveries-is-suspended = El operador de este sitio ha suspendido esta carta.
deliveries-already = Esta carta ya se entregó. Una carta se entrega una sola vez.
deliveries-nobody-signed-refused = Nadie ha firmado aún esta carta. Una carta se entrega una sola vez: espere a sus firmantes o incluya a quienes dijeron que sí por correo.
deliveries-changed = La lista cambió mientras se componía. Inténtelo de nuevo.
deliveries-answer-from-missing = ¿Quién respondió?
deliveries-answer-text-missing = ¿Qué respondió?
deliveries-answer-day-wrong = Un día se escribe así: 2026-12-14, y no puede ser futuro.
deliveries-not-delivered = Aún no se ha entregado nada a lo que se pueda responder.
deliveries-retracted-no-more = Esta carta está retirada. Ya no se entrega.
deliveries-about = La entrega fija el texto, la lista y sus números, y los compone en PDF, DOCX, texto sin formato, CSV y JSON, con una portada para el destinatario. Quien firmó recibe la copia definitiva por correo, y también cada organización en su propia dirección. Se hace una sola vez.
deliveries-look-first = Véala antes, tal como está: { $pdf }, { $docx }.
deliveries-nobody-signed = Nadie ha firmado aún esta carta, así que no hay nada que entregar.
deliveries-boxes = Las fuentes del PDF no tienen estos signos, y aparece una casilla en lugar de cada uno: { $signs }. En los demás archivos están tal como se escribieron.
deliveries-boxes-others = { $count ->
    [one] y { $count } más
   *[other] y { $count } más
}
deliveries-delivered-to = Entregada a
deliveries-delivered-to-hint = Figura en la portada. Los destinatarios de la carta figuran en la carta.
deliveries-cover-words = Palabras para la portada
deliveries-signing = Firmas
deliveries-signing-ends = Terminan con la entrega
deliveries-signing-goes-on = Continúan: los firmantes posteriores figuran en «Firmado después de la entrega»
deliveries-name-and-another = { $before }, { $name }
deliveries-names-withheld = { $count ->
    [one] { $count } de nombre reservado
   *[other] { $count } de nombres reservados
}
deliveries-names-and-withheld = { $names }, y { $withheld }
deliveries-unanswered = { $count ->
    [one] { $count } organización no ha respondido al texto modificado.
   *[other] { $count } organizaciones no han respondido al texto modificado.
}
deliveries-unanswered-ends = La entrega pone fin a la pregunta, y la regla del silencio vale de inmediato.
deliveries-unanswered-ends-although = La entrega pone fin a la pregunta, y la regla del silencio vale de inmediato, aunque hay tiempo hasta el { $time }.
deliveries-leaving = No figuran en la lista entregada, y se les comunica por correo: { $names }.
deliveries-staying = En la lista, con la mención de que firmaron una versión anterior: { $names }.
deliveries-wait = Para esperarlas, entregue la carta más tarde o { $remind }.
deliveries-wait-remind = envíeles un recordatorio
deliveries-who-got-it = Quién la recibió y quién se ha retirado desde entonces
deliveries-correct-answer = Corregir la respuesta
deliveries-has-answered = El destinatario ha respondido
deliveries-who-answered = Quién respondió
deliveries-answered-on = El
deliveries-the-answer = La respuesta
deliveries-the-answer-hint = Puede leerla quien pueda leer la carta.
deliveries-record-answer = Registrar la respuesta
deliveries-copies = Quién recibió la carta
deliveries-left = Quién se ha retirado desde entonces
deliveries-left-nobody = Nadie se ha retirado desde la entrega.
deliveries-left-about = Lo entregado queda como está. Comunique, por favor, a quienes figuran más abajo quién se ha retirado.
deliveries-left-suspended = Suspendida el { $time }; { $decide }
deliveries-left-decide = usted decide
deliveries-left-withdrew = Se retiró el { $time }
deliveries-handed-over = Entregada
deliveries-handed-over-on = El { $time }.
deliveries-handed-over-on-to = El { $time }, a { $whom }.
deliveries-addressed-to = La carta está dirigida a:
deliveries-copies-by-mail = Copias definitivas por correo
deliveries-copies-not-kept = Ya no se conserva a quién se enviaron.
deliveries-copies-files = Archivos que pudo tomar quien puede ver la carta
