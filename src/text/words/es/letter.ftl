skip-to-letter = Ir a la carta
addressed-to = A
organizations = { $count ->
    [one] { $shown } organización
   *[other] { $shown } organizaciones
}
signatories = Firmantes
no-signatories = Ninguna organización ha firmado todavía.
open-without-deadline = Abierta a firmas
open-until = Abierta a firmas hasta el { $time }
closed-since = Firmas cerradas el { $time }
sign = Firmar por su organización
withheld = { $count ->
    [one] y { $shown } organización cuyo nombre se reserva por su seguridad
   *[other] y { $shown } organizaciones cuyos nombres se reservan por su seguridad
}
withheld-only = { $count ->
    [one] { $shown } organización cuyo nombre se reserva por su seguridad
   *[other] { $shown } organizaciones cuyos nombres se reservan por su seguridad
}
verified-email = verificada por correo electrónico
verified-domain = verificada por su dominio web
verified-vouched = avalada por su coalición
verified-operator = verificada por el operador
outside-coalitions = Otras organizaciones
revision = Versión { $number }, publicada el { $date }
fingerprint = SHA-256 del texto
how-verified = Cómo se verifica a los firmantes
how-verified-text = Cada organización confirmó la dirección de correo con la que se registró, y una persona que declaró estar autorizada firmó en su nombre. «{ $method }» junto a un nombre dice cómo se verificó la organización.
machine-readable = Esta carta para programas
announce-signed = { $name } ha firmado.
letters = Cartas
your-desk = Su escritorio
about = Acerca de este lugar
privacy = Privacidad
signed-after-delivery = Firmado después de la entrega
late-signatories = Firmantes posteriores
observers = Observadores
listed-not-confirmed = incluida, aún no confirmada por la organización
on-behalf-of = { $count ->
    [one] en nombre de { $shown } miembro
   *[other] en nombre de { $shown } miembros
}
embargo-until = Bajo embargo hasta el { $time }: no publicar antes
embargo = Bajo embargo: no publicar antes de que la carta sea pública
retracted-on = Esta carta fue retirada el { $date }
history = Historial del texto
history-of = Historial: { $title }
revision-number = Versión { $number }
first-text = El primer texto
editorial = Corrección de forma: dice lo mismo
substantive = Cambio de fondo: dice otra cosa
signed-this = { $count ->
    [one] { $shown } organización firma este texto
   *[other] { $shown } organizaciones firman este texto
}
kept-this = { $count ->
    [one] { $shown } de ellas había firmado un texto anterior y mantuvo su firma
   *[other] { $shown } de ellas habían firmado un texto anterior y mantuvieron su firma
}
read-this-text = Leer este texto
what-changed = Qué cambió, palabra por palabra
same-text = Los dos textos son iguales.
from-to = De la versión { $from } a la versión { $to }
back-to-letter = Volver a la carta
history-published = La carta se publicó
history-closed = Se cerraron las firmas
history-delivered = La carta se entregó
history-withdrew = { $name } retiró su firma
history-withdrew-withheld = Una organización cuyo nombre se reserva retiró su firma
files-withheld = Los archivos entregados ya no se ofrecen aquí: un nombre que contienen se reserva desde entonces por su seguridad.
deadline-moved = El plazo se trasladó al { $time }
deadline-lifted = Se levantó el plazo
signed-revision = firmó la versión { $number }
signed-by = Firmada por { $organizations }
signed-by-of = Firmada por { $organizations } de { $coalitions }
coalitions = { $count ->
    [one] { $shown } coalición
   *[other] { $shown } coaliciones
}
listed-among = { $count ->
    [one] { $shown } de ellas fue inscrita por los coordinadores y no ha confirmado aquí.
   *[other] { $shown } de ellas fueron inscritas por los coordinadores y no han confirmado aquí.
}
delivered-on = Entregada el { $date }
delivered-on-to = Entregada el { $date } a { $whom }
text-revision = Versión { $number } del texto, SHA-256
delivery-fingerprint = SHA-256 de la entrega
check-at = Dónde comprobarlo
delivery = La entrega
delivery-files = Los archivos entregados
answer-of = Respuesta de { $whom }, recibida el { $date }
as-it-stood = El texto y la lista tal como están desde { $time }
take-along = La carta y su lista en
file-pack = Todo en un solo archivo
file-letter = La carta con su portada
file-cover = Solo la portada
file-docx = Para un procesador de textos
file-text = Texto sin formato
file-list = La lista como tabla
file-data = Para programas
file-sums = SHA-256 de cada archivo
a-coalition = Una coalición
another-coalition = Otra coalición
a-country = Un país
another-country = Otro país
an-organization = Una organización
another-organization = Otra organización
link-until = Este enlace funciona hasta el { $time }.
suspended-on = El operador de este sitio suspendió esta carta el { $date }
history-suspended = { $name } no figura en la lista: suspensión por el operador de este sitio
history-restored = { $name } figura de nuevo en la lista
report-letter = Denunciar esta carta
check-list = Cómo comprobar esta lista
check-what = Desde que esta carta es pública, cada cambio que ven sus lectores se anota en un registro que solo puede crecer: el texto, cada firma, cada retirada, la entrega. Quien guarde un punto de control del registro podrá probar después que nada anterior se cambió.
check-now = El registro en este momento
check-leaves = { $count ->
    [one] Tiene { $shown } entrada. Este es su punto de control firmado:
   *[other] Tiene { $shown } entradas. Este es su punto de control firmado:
}
check-keep = Guardar este punto de control
check-why-keep = La línea larga es la huella de todo lo que hay en el registro. Guárdela, imprímala, envíela a alguien: cuantas más personas la tengan, menos se puede reescribir.
check-how = Cómo comprobar
check-step-later = Más tarde, pida la prueba de que el registro empieza con el de su punto de control. Si se reescribió, no existe.
check-step-receipt = Una organización que firmó encuentra su recibo en su escritorio. Se comprueba sin preguntar a ningún servidor:
check-step-leaves = Cualquiera puede leer todo el registro y calcular su huella:
check-key = La clave de este registro, para programas:
check-more = Las claves de este sitio, y todo con detalle
check-limits = Lo que esto no prueba
check-limits-text = Que una firma la diera alguien que puede darla: cómo se verificó cada organización figura junto a su nombre. Del tiempo anterior a la publicación el registro no dice nada.
check-withheld = Los nombres reservados por su seguridad, o borrados, figuran en el registro como una huella sellada que nadie puede leer. Se cuentan como todos los demás.
check-latest = Lo último que ocurrió
leaf-begun = El registro empieza; la carta ya era pública
leaf-revised = El texto tiene una nueva versión
leaf-signed = { $name } firmó
leaf-listed = { $name } fue incluida por los coordinadores
leaf-kept = { $name } mantuvo su firma
leaf-relisted = { $name }: la línea ha cambiado
leaf-withdrew = { $name } ya no está en la lista
leaf-suspended = { $name } está suspendida
leaf-restored = { $name } está de nuevo en la lista
leaf-retracted = La carta fue retirada
leaf-nameless = Un nombre que no se muestra
