# The words of organizations.
# Why an organization is flagged.
organizations-flag-name = Su nombre se lee como el de la otra o se le parece.
organizations-flag-short = Su nombre abreviado es el de la otra o sus iniciales.
organizations-flag-domain = Su sitio web o su dirección está en el dominio de la otra.
organizations-flag-scripts = Una palabra de su nombre mezcla letras de varios alfabetos.
organizations-flag-concealed = Su nombre se escribió con caracteres que nadie ve.
