# The words of imports.
imports-title = Importar una carta
imports-lead = Una carta existente con sus firmantes se convierte en un borrador que usted coordina. Antes de incorporar nada ve, línea por línea, lo que se ha entendido. Nadie más lo ve.
imports-paste = Pegue la carta con su lista
imports-file = O elija un archivo
imports-file-hint = Texto sin formato, Markdown, CSV o DOCX, 10 MB como máximo.
imports-read = Leerla
imports-too-large = Demasiado de una vez
imports-too-large-title = Es demasiado de una vez
imports-too-large-text = Se pueden importar 10 MB como máximo, y no se ha guardado nada. Una carta con mil firmantes ocupa la centésima parte: elija solo la carta, sin sus imágenes.
imports-too-large-again = Elegir de nuevo
imports-file-too-large = Este archivo supera los 10 MB. Elija solo la carta, sin sus imágenes.
imports-too-many = Tiene { $count } firmantes; se pueden importar { $most } como máximo de una vez.
imports-take-over-too-many = Se pueden incorporar { $most } firmantes como máximo.
imports-unreadable-empty = No contiene texto. Elija un archivo o pegue la carta.
imports-unreadable-no-text = No es un texto que se pueda leer. Guárdelo como texto sin formato, CSV o DOCX e inténtelo de nuevo.
imports-unreadable-no-docx = No es un documento DOCX, o está dañado. Ábralo en un procesador de textos y guárdelo de nuevo como DOCX, o pegue el texto.
imports-unreadable-too-long = Su texto es más largo que el de cualquier carta: se pueden leer dos megabytes de texto y 20 000 líneas como máximo.
imports-unreadable-other = No se puede leer un PDF ni un DOC antiguo. Ábralo, copie el texto y péguelo, o guárdelo como DOCX.
# What was understood.
imports-understood = Lo que se ha entendido
imports-doubts-none = Sin dudas
imports-doubts = Dudas: { $count }
imports-line = Línea { $line }
imports-to-draft = Ir al borrador
imports-take-over = Incorporarla como borrador
imports-taken-over = Ya es un borrador. Lo que corrija en el borrador no cambia esta página.
imports-lines-title = Línea por línea
imports-forget = Olvidar esta importación
imports-left-out = Lo que no se incorpora
imports-left-out-individuals = { $count ->
    [one] { $count } persona
   *[other] { $count } personas
}: solo las organizaciones son firmantes.
imports-left-out-withheld = { $count ->
    [one] { $count } nombre reservado: no se conserva, y la lista no lo cuenta.
   *[other] { $count } nombres reservados: no se conservan, y la lista no los cuenta.
}
imports-left-out-lines = { $count ->
    [one] { $count } línea que es una nota o no forma parte de la carta.
   *[other] { $count } líneas que son notas o no forman parte de la carta.
}
imports-kept = El original permanece aquí, línea por línea, durante { $days ->
    [one] { $days } día
   *[other] { $days } días
} después de su último cambio.
imports-undo-line = Deshacer la corrección de la línea { $line }
imports-undo-text = Deshacer la corrección del texto
imports-fact-title = Título
imports-fact-addressees = Destinatarios
imports-fact-place-and-date = Lugar, fecha
imports-fact-language = Idioma
imports-fact-signatories = Firmantes
imports-fact-groups = Grupos
imports-none-found = no se encontró
imports-claimed = { $count } (la carta habla de { $claimed })
imports-and-withheld = { $signatories }, y { $withheld } con nombre reservado
imports-group = { $name }: { $count }
imports-group-individuals = { $name }: { $count } (personas, no se incorporan)
imports-without-heading = sin encabezado
imports-correct-text = Corregir título, destinatarios, fecha, idioma y texto
imports-line-heading = { $role }: { $name }
imports-line-group = { $role }, empieza el grupo { $name }
imports-line-group-unnamed = { $role }, empieza un grupo sin encabezado
imports-correct = Corregir
imports-correct-line = Corregir la línea { $line }
imports-correct-entry = Corregir { $name }
imports-role-title = Título
imports-role-dateline = Lugar y fecha
imports-role-addressee = Destinatario
imports-role-body = Texto
imports-role-heading = Encabezado de la lista
imports-role-entry = Firmante
imports-role-continuation = Resto de la firmante de arriba
imports-role-note = Nota
imports-role-ignored = No forma parte de la carta
# The letter's own parts, and one line, to be corrected.
imports-text-title = El texto de la carta
imports-text-language = Idioma del texto
imports-save = Guardar
imports-back = Volver
imports-a-signatory = Una firmante
imports-a-heading = Un encabezado de la lista
imports-a-note = Una nota
imports-line-is = Esta línea es: { $role }. Convertirla en
imports-printed = Impreso: { $text }
imports-lines = Líneas
imports-all-lines = Volver a todas las líneas
imports-next-doubt = Siguiente duda: línea { $line }
imports-other-kind-or-group = Su grupo, u otra clase de línea
imports-other-kind = Otra clase de línea
imports-this-line-is = Esta línea es
imports-begins-group = Un grupo empieza con esta firmante
imports-group-name = Nombre del grupo
imports-group-acronym = Sigla del grupo
imports-individuals = Debajo figuran personas, que no se incorporan
imports-country-none = ninguno
imports-group-above = el de arriba
imports-first-word = elija su primera palabra
imports-name = Nombre
imports-acronym = Sigla
imports-number = Número
imports-country = País
imports-in-group = Grupo
imports-representative = Representante
imports-no-signatory = No es una firmante
imports-two = Son dos
imports-second = La segunda empieza por
imports-split = Separarlas
imports-title-missing = La carta necesita un título.
imports-not-in-list = Elija de la lista.
imports-name-missing = Una firmante necesita un nombre.
imports-number-too-long = Un número tiene cinco cifras como máximo.
imports-second-missing = Elija la palabra con la que empieza la segunda firmante.
imports-draft-already = Esta importación ya es un borrador. Corríjala allí.
# What stands in the log of a letter.
imports-log-listed = { $count } en la lista
imports-log-individuals = { $said }; { $count ->
    [one] { $count } persona no incorporada
   *[other] { $count } personas no incorporadas
}
imports-log-withheld = { $said }; { $count ->
    [one] { $count } nombre reservado no incorporado
   *[other] { $count } nombres reservados no incorporados
}
# Doubts.
imports-doubt-individuals = { $count ->
    [one] { $count } nombre figura
   *[other] { $count } nombres figuran
} a título individual; las personas no son firmantes aquí y no se incorporan.
imports-doubt-no-list = No se encontró ninguna lista de firmantes.
imports-doubt-several = { $count ->
    [one] { $count } firmante figura
   *[other] { $count } firmantes figuran
} en esta línea.
imports-doubt-continuation = Esta línea puede pertenecer a la de arriba o ser independiente.
imports-doubt-lost-heading = Parece que aquí falta un encabezado: la lista empieza de nuevo o tiene un hueco.
imports-doubt-heading-elsewhere = Aquí falta el encabezado; el nombre del grupo se encontró en la línea { $line }.
imports-doubt-withheld = { $count ->
    [one] Un nombre está reservado. Se cuenta aquí y no se introduce.
   *[other] { $count } nombres están reservados. Se cuentan aquí y no se introducen.
}
imports-doubt-person = Puede ser una persona y no una organización.
imports-doubt-heading = Puede ser el encabezado de un grupo o una firmante.
imports-doubt-gap = Falta el número { $number } antes del { $next }.
imports-doubt-gaps = Faltan los números { $first } a { $last } antes del { $next }.
imports-doubt-repeated = El número { $number } figura dos veces.
imports-doubt-order = El número { $number } sigue al { $last }.
imports-doubt-no-number = Esta firmante no tiene número; otras de su grupo sí.
imports-doubt-count = La carta habla de { $claimed }; se encontraron { $found }.
imports-doubt-group-count = El encabezado habla de { $claimed }; debajo se encontraron { $found }.
imports-doubt-no-name = No hay ningún nombre.
imports-doubt-country = «{ $printed }» no es un país que conozcamos.
imports-doubt-no-country = La mayoría de las firmantes tienen un país; el de esta no se pudo leer.
imports-doubt-duplicate = El mismo nombre figura en la línea { $line }.
