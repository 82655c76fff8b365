# The words of organizations.
# Why an organization is flagged.
organizations-flag-name = Its name reads or looks like the other’s.
organizations-flag-short = What it is called for short is what the other is called, or its initials.
organizations-flag-domain = Its website or its address is at the other’s domain.
organizations-flag-scripts = A word of its name mixes letters of several scripts.
organizations-flag-concealed = Its name was typed with characters that nobody sees.
