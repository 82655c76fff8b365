# The words of organizations.
# Why an organization is flagged.
organizations-flag-name = Son nom se lit comme celui de l’autre, ou lui ressemble.
organizations-flag-short = Son nom abrégé est celui de l’autre, ou ses initiales.
organizations-flag-domain = Son site web ou son adresse est au domaine de l’autre.
organizations-flag-scripts = Un mot de son nom mêle des lettres de plusieurs écritures.
organizations-flag-concealed = Son nom a été saisi avec des caractères que personne ne voit.
