# The words of evidence.
evidence-verification-title = Cómo comprobar una lista y un recibo
evidence-verification-lead = No tiene por qué creer a este sitio. Lo que dice de quién firmó qué, y cuándo, se puede comprobar.
evidence-log-title = El registro de una carta
evidence-log = Desde que una carta es pública, cada cambio que ven sus lectores se anota en un registro propio: las versiones del texto por su SHA-256, cada firma, cada retirada, la entrega. El registro es un árbol de Merkle, como en Certificate Transparency (RFC 9162): la huella de una hoja se calcula tras un byte cero; la de dos huellas juntas, tras un byte uno. Después de cada cambio, la instalación firma el tamaño del árbol y su raíz: es un punto de control.
evidence-log-keep = Guarde un punto de control, desde la página «Cómo comprobar esta lista» de la carta. Cuando quiera, pida la prueba de que el registro de hoy empieza con el de su punto de control. Si algo anterior se cambió, se añadió o se omitió, esa prueba no existe.
evidence-names-title = Los nombres en el registro
evidence-names = Una hoja no nombra a la organización. La compromete: es el SHA-256 de 32 bytes aleatorios y de la línea en su forma canónica (RFC 8785). En el caso de los nombres públicos, esos bytes y la línea figuran junto a la hoja, para que cualquiera los compruebe. En el de un nombre reservado por su seguridad no figuran, y si hay que borrar uno, se destruyen. La hoja y todas las pruebas permanecen como están.
evidence-receipts-title = Recibos
evidence-receipts-what = Una organización que firma recibe un recibo: su nombre, la carta, el texto exacto por su SHA-256, la hora y cuántos nombres había en la lista con el suyo. La instalación firma la forma canónica del recibo. Cuando la carta es pública, el recibo lleva la prueba de que consta en el registro.
evidence-receipts-program = El programa que hace funcionar este sitio comprueba los recibos sin preguntar a ningún servidor:
evidence-receipts-own-program = Todo ello sigue normas públicas, de modo que puede comprobarlo con un programa propio; su código fuente incluye uno en Python, de pocas páginas, que no usa nada nuestro.
evidence-addresses-title = Direcciones
evidence-address-checkpoint = El último punto de control, una nota firmada (C2SP tlog-checkpoint).
evidence-address-leaves = Las hojas, exactamente como se calculan sus huellas, y lo que las abre.
evidence-address-inclusion = Que una hoja está en el árbol de ese tamaño.
evidence-address-consistency = Que el árbol mayor empieza con el menor.
evidence-address-keys = Las claves, como conjunto según RFC 7517.
evidence-keys-title = Claves de esta instalación
evidence-keys = Ed25519. Las claves que ya no firman permanecen aquí, porque lo que firmaron sigue firmado.
evidence-key-until = desde el { $from } hasta el { $until }
evidence-key-now = desde el { $from }, firma actualmente
evidence-key-thumbprint = huella { $id }
evidence-limits-title = Lo que esto no prueba
evidence-limits = Que una firma la diera alguien que puede darla: cómo se verificó cada organización figura junto a su nombre. Que nada ocurriera antes de que la carta fuera pública: de ese tiempo el registro no dice nada, y así se pretende. Y un registro del que nadie haya guardado un punto de control podría reescribirse por entero. Guarde, pues, uno.
# Receipts of somebody's organizations.
evidence-receipts-all = Todos los recibos
evidence-receipts-lead = Por cada firma de sus organizaciones: qué se firmó y cuándo, en un archivo que { $check }.
evidence-receipts-check = cualquiera puede comprobar
evidence-receipts-none = Ninguno todavía. Habrá uno en cuanto su organización firme.
evidence-receipts-download = Descargar
evidence-receipts-download-of = Descargar el recibo: { $title }
evidence-receipt = Recibo
evidence-receipt-signed = { $name } puso su nombre al pie de «{ $title }».
evidence-receipt-kept = { $name } mantuvo su nombre al pie de «{ $title }».
evidence-receipt-when = Cuándo
evidence-receipt-letter = Carta
evidence-receipt-text = Texto
evidence-receipt-text-is = Versión { $number }, SHA-256 { $hash }
evidence-receipt-position = Posición
evidence-receipt-position-is = { $count ->
    [one] La lista tenía un nombre con el suyo.
   *[other] La lista tenía { $count } nombres con el suyo.
}
evidence-receipt-listed = En la lista
evidence-receipt-awaits = Todavía no: espera a la coordinación.
evidence-receipt-withheld = Se cuenta; el nombre se reserva por su seguridad.
evidence-receipt-by-name = Por su nombre.
evidence-receipt-in-log = En el registro
evidence-receipt-leaf = Hoja { $index }.
evidence-receipt-list = Cómo comprobar la lista
evidence-receipt-no-log = Todavía no. El registro empieza cuando la carta es pública; entonces esta página y el archivo llevan la prueba, salvo que antes la firma se haya retirado o se haya dado de nuevo.
evidence-receipt-key = Firmado con
evidence-receipt-download = Descargar el recibo
evidence-receipt-check = Cómo comprobarlo
evidence-receipt-keep-safe = El recibo contiene el nombre de la organización. Guárdelo donde nadie más pueda leerlo.
evidence-receipt-others = Otros recibos de esta firma
evidence-receipt-event = Del evento { $event }
# What programs are told that ask for what is not there.
evidence-no-leaves = from y limit son números enteros, y limit es al menos 1.
evidence-no-inclusion = leaf y size son números enteros; leaf es menor que size, y size no supera el tamaño del registro.
evidence-no-consistency = from y to son números enteros; from es al menos 1 y no supera to, y to no supera el tamaño del registro.
