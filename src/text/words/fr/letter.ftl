skip-to-letter = Aller à la lettre
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
withheld = { $count ->
    [one] et { $shown } organisation dont le nom n’est pas publié pour sa sécurité
   *[other] et { $shown } organisations dont les noms ne sont pas publiés pour leur sécurité
}
withheld-only = { $count ->
    [one] { $shown } organisation dont le nom n’est pas publié pour sa sécurité
   *[other] { $shown } organisations dont les noms ne sont pas publiés pour leur sécurité
}
verified-email = vérifiée par courriel
verified-domain = vérifiée par son domaine web
verified-vouched = attestée par sa coalition
verified-operator = vérifiée par l’opérateur
outside-coalitions = Autres organisations
revision = Version { $number }, publiée le { $date }
fingerprint = SHA-256 du texte
how-verified = Comment les signataires sont vérifiés
how-verified-text = Chaque organisation a confirmé l’adresse électronique de son inscription, et une personne déclarant y être autorisée a signé en son nom. La mention « { $method } » à côté d’un nom dit comment l’organisation a été vérifiée.
machine-readable = Cette lettre pour les programmes
announce-signed = { $name } a signé.
letters = Lettres
your-desk = Votre bureau
about = À propos de ce lieu
privacy = Vie privée
signed-after-delivery = Signé après la remise
late-signatories = Signataires tardifs
observers = Observateurs
listed-not-confirmed = inscrite, pas encore confirmée par l’organisation
on-behalf-of = { $count ->
    [one] au nom de { $shown } membre
   *[other] au nom de { $shown } membres
}
embargo-until = Sous embargo jusqu’au { $time } : ne rien publier avant
embargo = Sous embargo : ne rien publier avant que la lettre soit publique
retracted-on = Cette lettre a été retirée le { $date }
history = Historique du texte
history-of = Historique : { $title }
revision-number = Version { $number }
first-text = Le premier texte
editorial = Correction de forme : le sens est le même
substantive = Modification de fond : le sens change
signed-this = { $count ->
    [one] { $shown } organisation est signataire de ce texte
   *[other] { $shown } organisations sont signataires de ce texte
}
kept-this = { $count ->
    [one] { $shown } d’entre elles avait signé un texte antérieur et a maintenu sa signature
   *[other] { $shown } d’entre elles avaient signé un texte antérieur et ont maintenu leur signature
}
read-this-text = Lire ce texte
what-changed = Ce qui a changé, mot à mot
same-text = Les deux textes sont identiques.
from-to = De la version { $from } à la version { $to }
back-to-letter = Retour à la lettre
history-published = La lettre a été publiée
history-closed = Les signatures ont été closes
history-delivered = La lettre a été remise
history-withdrew = { $name } a retiré sa signature
history-withdrew-withheld = Une organisation dont le nom n’est pas publié a retiré sa signature
files-withheld = Les fichiers remis ne sont plus proposés ici : un nom qui y figure n’est plus publié, pour sa sécurité.
deadline-moved = La date limite a été déplacée au { $time }
deadline-lifted = La date limite a été levée
signed-revision = a signé la version { $number }
signed-by = Signée par { $organizations }
signed-by-of = Signée par { $organizations } de { $coalitions }
coalitions = { $count ->
    [one] { $shown } coalition
   *[other] { $shown } coalitions
}
listed-among = { $count ->
    [one] { $shown } d’entre elles a été inscrite par les coordinateurs et n’a pas confirmé ici.
   *[other] { $shown } d’entre elles ont été inscrites par les coordinateurs et n’ont pas confirmé ici.
}
delivered-on = Remise le { $date }
delivered-on-to = Remise le { $date } à { $whom }
text-revision = Version { $number } du texte, SHA-256
delivery-fingerprint = SHA-256 de la remise
check-at = Où le vérifier
delivery = La remise
delivery-files = Les fichiers remis
answer-of = Réponse de { $whom }, reçue le { $date }
as-it-stood = Le texte et la liste tels qu’ils sont depuis { $time }
take-along = La lettre et sa liste en
file-pack = Tout en un seul fichier
file-letter = La lettre avec sa couverture
file-cover = La couverture seule
file-docx = Pour un traitement de texte
file-text = Texte brut
file-list = La liste en tableau
file-data = Pour les programmes
file-sums = SHA-256 de chaque fichier
a-coalition = Une coalition
another-coalition = Une autre coalition
a-country = Un pays
another-country = Un autre pays
an-organization = Une organisation
another-organization = Une autre organisation
link-until = Ce lien fonctionne jusqu’au { $time }.
suspended-on = Cette lettre a été suspendue par l’opérateur de ce site le { $date }
history-suspended = { $name } ne figure plus sur la liste : suspension par l’opérateur de ce site
history-restored = { $name } figure de nouveau sur la liste
report-letter = Signaler cette lettre
check-list = Comment vérifier cette liste
check-what = Depuis que cette lettre est publique, chaque changement visible par ses lecteurs est inscrit dans un journal qui ne peut que s’allonger : le texte, chaque signature, chaque retrait, la remise. Qui garde un point de contrôle du journal peut prouver plus tard que rien de ce qui précède n’a été modifié.
check-now = Le journal en ce moment
check-leaves = { $count ->
    [one] Il a { $shown } entrée. Voici son point de contrôle signé :
   *[other] Il a { $shown } entrées. Voici son point de contrôle signé :
}
check-keep = Garder ce point de contrôle
check-why-keep = La longue ligne est l’empreinte de tout ce que contient le journal. Enregistrez-la, imprimez-la, envoyez-la à quelqu’un : plus de gens l’ont, moins on peut réécrire.
check-how = Comment vérifier
check-step-later = Plus tard, demandez la preuve que le journal commence par celui de votre point de contrôle. S’il a été réécrit, il n’y en a pas.
check-step-receipt = Une organisation signataire trouve son reçu sur son bureau. Il se vérifie sans interroger aucun serveur :
check-step-leaves = Chacun peut lire tout le journal et en calculer l’empreinte :
check-key = La clé de ce journal, pour les programmes :
check-more = Les clés de ce site, et tout cela en détail
check-limits = Ce que cela ne prouve pas
check-limits-text = Qu’une signature a été donnée par quelqu’un qui en a le droit : la façon dont chaque organisation a été vérifiée figure à côté de son nom. Du temps d’avant la publication, le journal ne dit rien.
check-withheld = Les noms tus pour leur sécurité, ou effacés, figurent dans le journal comme une empreinte scellée que personne ne peut lire. Ils sont comptés comme les autres.
check-latest = Ce qui s’est passé en dernier
leaf-begun = Le journal commence ; la lettre était déjà publique
leaf-revised = Le texte a une nouvelle version
leaf-signed = { $name } a signé
leaf-listed = { $name } a été inscrite par les coordinateurs
leaf-kept = { $name } a maintenu sa signature
leaf-relisted = { $name } : la ligne a changé
leaf-withdrew = { $name } n’est plus sur la liste
leaf-suspended = { $name } est suspendue
leaf-restored = { $name } est de nouveau sur la liste
leaf-retracted = La lettre a été retirée
leaf-nameless = Un nom qui n’est pas montré
