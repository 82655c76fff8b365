skip-to-letter = Aller à la lettre
skip-to-list = Aller aux signataires
addressed-to = À
organizations = { $count ->
    [one] { $shown } organisation
   *[other] { $shown } organisations
}
signatories = Signataires
no-signatories = Aucune organisation n’a encore signé.
open-without-deadline = Ouverte aux signatures
open-until = Ouverte aux signatures jusqu’au { $time }
closed-since = Signatures closes le { $time }
sign = Signer pour votre organisation
verified-email = vérifiée par courriel
verified-domain = vérifiée par son domaine web
verified-vouched = attestée par sa coalition
verified-operator = vérifiée par l’opérateur
outside-coalitions = Autres organisations
country-unknown = Pays non indiqué
revision = Révision { $number }, publiée le { $date }
fingerprint = SHA-256 du texte
how-verified = Comment les signataires sont vérifiés
how-verified-text = Chaque organisation a confirmé l’adresse électronique de son inscription, et une personne déclarant y être autorisée a signé en son nom. La mention « { $method } » à côté d’un nom dit comment l’organisation a été vérifiée.
machine-readable = Cette lettre pour les programmes
live-note = Les nouveaux signataires apparaissent ici dès qu’ils signent.
announce-signed = { $name } a signé.
announce-many = { $count ->
    [one] { $shown } organisation de plus a signé.
   *[other] { $shown } organisations de plus ont signé.
}
letters = Lettres
your-desk = Votre bureau
made-with = Des organisations apposent leurs noms ensemble sous un texte.
