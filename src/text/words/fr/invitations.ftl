# The words of invitations.
