# The words of coalitions.
coalitions-title = Coalitions
coalitions-lead = Des alliances durables d’organisations. Leurs membres figurent sous leur intitulé dans une lettre.
coalitions-all = Toutes les coalitions
coalitions-none = Aucune pour l’instant.
coalitions-set-up = Créer une coalition
coalitions-set-up-lead = Vous la coordonnerez : des organisations demandent à la rejoindre et vous les confirmez.
coalitions-name = Nom
coalitions-name-hint = Tel qu’il doit figurer au-dessus de ses membres dans une lettre.
coalitions-acronym = Sigle
coalitions-website = Site web
coalitions-set-it-up = La créer
coalitions-to-confirm = Membres à confirmer
coalitions-nobody-waits = Aucune demande en attente.
coalitions-members = Membres
coalitions-none-confirmed = Aucun membre confirmé pour l’instant.
coalitions-protected = Protégée : seule la coordination de sa coalition la voit ici.
coalitions-confirm = Confirmer
coalitions-confirm-name = Confirmer { $name }
coalitions-decline = Refuser
coalitions-decline-name = Refuser { $name }
coalitions-remove = Retirer
coalitions-remove-name = Retirer { $name }
coalitions-unnamed = { $count ->
    [one] et { $count } membre qui n’est pas nommé ici pour sa sécurité
   *[other] et { $count } membres qui ne sont pas nommés ici pour leur sécurité
}
coalitions-has-asked = { $name } a demandé à rejoindre la coalition. La coordination a reçu un courriel à ce sujet.
coalitions-choose-one = Choisir une organisation
coalitions-join = Rejoindre
coalitions-your-organization = Votre organisation
coalitions-ask = Demander à être confirmée
coalitions-not-yours = Vous pouvez demander pour une organisation au nom de laquelle vous signez. Choisissez l’une des vôtres.
coalitions-only-coordinators = Seule la coordination de cette coalition confirme ses membres.
coalitions-mail-asks-unnamed = Une organisation demande à rejoindre { $coalition }
coalitions-mail-asks = { $organization } demande à rejoindre { $coalition }
coalitions-mail-asks-text = { $organization } se dit membre de { $coalition } et vous demande de le confirmer. D’ici là, elle ne peut pas figurer sous votre intitulé dans une lettre.
coalitions-mail-look = Voir la demande
coalitions-mail-confirmed-unnamed = { $coalition } a confirmé votre organisation
coalitions-mail-confirmed = { $coalition } a confirmé { $organization }
coalitions-mail-confirmed-text = { $coalition } a confirmé { $organization } comme membre. Dans les lettres, elle peut figurer sous cet intitulé.
coalitions-mail-see = Voir la coalition
