# The words of organizations.
