# The words of coalitions.
coalitions-title = Coaliciones
coalitions-lead = Alianzas permanentes de organizaciones. Sus miembros figuran bajo su nombre en una carta.
coalitions-all = Todas las coaliciones
coalitions-none = Todavía ninguna.
coalitions-set-up = Crear una coalición
coalitions-set-up-lead = Usted la coordinará: las organizaciones piden unirse y usted las confirma.
coalitions-name = Nombre
coalitions-name-hint = Tal como debe figurar sobre sus miembros en una carta.
coalitions-acronym = Sigla
coalitions-website = Sitio web
coalitions-set-it-up = Crearla
coalitions-to-confirm = Miembros por confirmar
coalitions-nobody-waits = Nadie está esperando.
coalitions-members = Miembros
coalitions-none-confirmed = Todavía ninguno confirmado.
coalitions-protected = Protegida: aquí solo la ve la coordinación de su coalición.
coalitions-confirm = Confirmar
coalitions-confirm-name = Confirmar a { $name }
coalitions-decline = Rechazar
coalitions-decline-name = Rechazar a { $name }
coalitions-remove = Quitar
coalitions-remove-name = Quitar a { $name }
coalitions-unnamed = { $count ->
    [one] y { $count } miembro que no se nombra aquí por su seguridad
   *[other] y { $count } miembros que no se nombran aquí por su seguridad
}
coalitions-has-asked = { $name } ha pedido unirse. La coordinación tiene un correo al respecto.
coalitions-choose-one = Elija una
coalitions-join = Unirse
coalitions-your-organization = Su organización
coalitions-ask = Pedir la confirmación
coalitions-not-yours = Puede pedirlo para una organización en cuyo nombre firma. Elija una de las suyas.
coalitions-only-coordinators = Solo la coordinación de esta coalición confirma a sus miembros.
coalitions-mail-asks-unnamed = Una organización pide unirse a { $coalition }
coalitions-mail-asks = { $organization } pide unirse a { $coalition }
coalitions-mail-asks-text = { $organization } dice que es miembro de { $coalition } y le pide que lo confirme. Hasta entonces no puede figurar bajo su nombre en una carta.
coalitions-mail-look = Ver la solicitud
coalitions-mail-confirmed-unnamed = { $coalition } ha confirmado a su organización
coalitions-mail-confirmed = { $coalition } ha confirmado a { $organization }
coalitions-mail-confirmed-text = { $coalition } ha confirmado a { $organization } como miembro. En las cartas puede figurar bajo ese nombre.
coalitions-mail-see = Ver la coalición
